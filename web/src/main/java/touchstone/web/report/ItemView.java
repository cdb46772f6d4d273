package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Item;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.ItemDetails.HandedIn;

/// An item with everything that is known about it.
///
/// @param points that count; a dash without a number
/// @param split how much of it counts for which dimension
/// @param machine what the machine says of it
/// @param spoken what people say of it
/// @param content what was asked, and what was handed in
/// @param seen what a decision rests on
/// @param decidable whether it can be overruled
record ItemView(
        String id,
        int number,
        SafeString title,
        boolean exercise,
        int minutes,
        int most,
        String split,
        String state,
        String standing,
        String points,
        Machine machine,
        Spoken spoken,
        ContentView content,
        List<HandedInView> history,
        List<Remark> remarks,
        boolean outdated,
        boolean retry,
        String seen,
        boolean decidable) {
    /// @param at when it was judged, if it was
    record Machine(String points, String standing, Optional<Instant> at, String version) {}

    /// @param overruled what counts instead
    /// @param history of decisions, withdrawals included
    record Spoken(Optional<Reviewed> review, Optional<Decision> overruled, List<Decision> history) {}

    record Reviewed(String points, SafeString comment, boolean commented, String by, Instant at) {}

    static ItemView of(ItemDetails details, CandidateReport report, long reader, Voice voice) {
        var item = details.item().item();
        var evidence = details.evidence();
        return new ItemView(item.id(), details.item().number(), voice.title(item),
                item.kind() == Item.Kind.EXERCISE, item.minutes(), item.kind().points(), split(item, voice),
                Voice.state(evidence), voice.interview().standing(evidence),
                InterviewWords.points(item, evidence.fraction()), machine(details, voice),
                spoken(details, voice), ContentView.of(details, voice),
                details.history().stream().map(one -> HandedInView.of(one, item, voice)).toList(),
                Remark.of(report, Optional.of(item.id()), reader, voice), details.outdated(), details.retry(),
                Decision.lastSeen(details), Decision.possible(report, details));
    }

    private static String split(Item item, Voice voice) {
        var words = voice.interview();
        return String.join(words.say("list.separator"),
                item.split()
                        .entrySet()
                        .stream()
                        .map(share -> words.dimension(share.getKey()) + " " + words.percent(share.getValue()))
                        .toList());
    }

    private static Machine machine(ItemDetails details, Voice voice) {
        var evidence = details.evidence();
        var version = details.counting()
                .flatMap(HandedIn::judging)
                .flatMap(judging -> judging.version())
                .orElse(evidence.item().version());
        return new Machine(InterviewWords.points(evidence.item(), evidence.byMachine()),
                voice.interview().standing(alone(evidence)),
                details.counting().flatMap(HandedIn::judging).flatMap(judging -> judging.doneAt()),
                InterviewWords.version(version));
    }

    /// Or the machine would be told that people have decided.
    private static Evidence alone(Evidence evidence) {
        return Evidence.of(evidence.item(), evidence.standing(), evidence.gradedAt());
    }

    private static Spoken spoken(ItemDetails details, Voice voice) {
        var evidence = details.evidence();
        var item = evidence.item();
        var review = evidence.review()
                .map(one -> new Reviewed(InterviewWords.points(item, evidence.reviewed()),
                        voice.prose(one.comment()), !one.comment().isBlank(),
                        voice.interview().name(one.by()), one.at()));
        var history = details.overrulings().stream().map(one -> Decision.of(one, item, voice)).toList();
        var overruled = evidence.overruling().isPresent() ? Optional.of(history.getLast())
                : Optional.<Decision>empty();
        return new Spoken(review, overruled, history);
    }
}
