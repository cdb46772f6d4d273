package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.markup.JavaSource;

/// An item with everything that is known about it.
///
/// @param points that count; a dash without a number
/// @param split how much of it counts for which dimension
/// @param machine what the machine says of it
/// @param spoken what people say of it
/// @param answer what counts, as it was typed
/// @param worded the same as Markdown, where words were asked for
/// @param understood how the machine read it, or empty
/// @param hint why it could not, or empty
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
        Optional<RunView> run,
        Optional<SafeString> listing,
        Optional<QuestionView> question,
        Optional<String> answer,
        Optional<SafeString> worded,
        String understood,
        String hint,
        List<HandedInView> history,
        List<Remark> remarks,
        boolean outdated,
        boolean retry,
        String seen,
        boolean decidable) {
    static final String FILE = "Solution.java";

    /// @param at when it was judged, if it was
    record Machine(String points, String standing, Optional<Instant> at, String version) {}

    /// @param overruled what counts instead
    /// @param history of decisions, withdrawals included
    record Spoken(Optional<Reviewed> review, Optional<Decision> overruled, List<Decision> history) {}

    record Reviewed(String points, SafeString comment, boolean commented, String by, Instant at) {}

    static ItemView of(ItemDetails details, CandidateReport report, long reader, Voice voice) {
        var item = details.item().item();
        var evidence = details.evidence();
        var counting = details.counting();
        var run = counting.flatMap(one -> Readings.run(one, voice));
        boolean exercise = item.kind() == Item.Kind.EXERCISE;
        return new ItemView(item.id(), details.item().number(), voice.title(item), exercise, item.minutes(),
                item.kind().points(), split(item, voice), Voice.state(evidence),
                voice.interview().standing(evidence), InterviewWords.points(item, evidence.fraction()),
                machine(details, voice), spoken(details, voice), run,
                exercise ? counting.map(one -> listing(one, run.map(RunView::lines).orElse(Set.of())))
                        : Optional.empty(),
                question(details, voice), counting.map(one -> Voice.shown(one.submission().content())),
                worded(details, voice),
                evidence.standing() instanceof Standing.Marked marked ? Voice.shown(marked.understood()) : "",
                evidence.standing() instanceof Standing.Unreadable unreadable
                        ? voice.interview().hint(unreadable.hint())
                        : "",
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

    private static Optional<QuestionView> question(ItemDetails details, Voice voice) {
        return details.item().entry().flatMap(entry -> switch (entry) {
            case Entry.Asked(var question) -> Optional.of(QuestionView.of(question, details, voice));
            case Entry.Coding _,Entry.Planned _ -> Optional.empty();
        });
    }

    /// Words are Markdown, everything else is shown as it was typed.
    private static Optional<SafeString> worded(ItemDetails details, Voice voice) {
        boolean words = details.item()
                .entry()
                .filter(entry -> entry instanceof Entry.Asked(var question)
                        && question.key() instanceof Key.Open)
                .isPresent();
        return words ? details.counting().map(one -> voice.prose(one.submission().content()))
                : Optional.empty();
    }

    static SafeString listing(HandedIn one, Set<Integer> lines) {
        return new SafeString(JavaSource.listing(one.submission().content(), FILE, anchors(one), lines));
    }

    /// Several listings stand on one page.
    static String anchors(HandedIn one) {
        return "s" + one.submission().id() + "-";
    }

}
