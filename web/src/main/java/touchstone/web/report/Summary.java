package touchstone.web.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.ItemDetails;
import touchstone.web.store.Candidate;

/// The head of a report: the total on its scale, and what has to be known beside it.
///
/// @param total of 100; empty if nothing is assessed
/// @param streak how much of the gauge is filled
/// @param openFrom where on the gauge begins what is still open
/// @param openWidth and how much that is
/// @param sentence the total in words, with what it can still come to
/// @param state of the candidate, in lower case
/// @param done items for which something was handed in
/// @param items that could be worked on
/// @param waiting items that need a person
/// @param ours items that we failed to judge, or that may be worth more than we could judge
/// @param notes what a reader has to know beside the numbers
record Summary(
        String total,
        String streak,
        String openFrom,
        String openWidth,
        String sentence,
        boolean provisional,
        String state,
        long usedMinutes,
        long allowedMinutes,
        int extraMinutes,
        long pausedMinutes,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        long done,
        long items,
        List<String> waiting,
        List<String> ours,
        List<String> notes) {
    static Summary of(CandidateReport report, Voice voice, Instant now) {
        var score = report.report().score();
        var spread = InterviewWords.spread(score);
        var state = report.candidate().state();
        var timing = report.timing();
        return new Summary(score.total().map(InterviewWords::hundredth).orElse(""),
                score.total().map(InterviewWords::hundredth).orElse("0"),
                spread.map(range -> InterviewWords.hundredth(range.lowest())).orElse("0"),
                spread.map(range -> width(range.lowest(), range.highest())).orElse("0"),
                voice.interview().total(score), provisional(report), state.name().toLowerCase(Locale.ROOT),
                timing.used(now).toMinutes(), timing.allowed().toMinutes(), report.candidate().extraMinutes(),
                roundedUp(timing.paused(now)), timing.startedAt(), timing.endedAt(),
                report.items().stream().filter(one -> one.state().progress().handedIn()).count(),
                report.items().stream().filter(one -> one.item().available()).count(),
                waiting(report.report()), ours(report), notes(report, voice));
    }

    /// Whoever is still at work can hand in something better, and what we failed to judge may be worth more.
    private static boolean provisional(CandidateReport report) {
        var state = report.candidate().state();
        return report.report().score().provisional()
                || state == Candidate.State.RUNNING
                || state == Candidate.State.INVITED
                || report.items().stream().anyMatch(ItemDetails::retry);
    }

    private static String width(Fraction lowest, Fraction highest) {
        return highest.times(100, 1).subtract(lowest.times(100, 1)).toPlainString();
    }

    private static long roundedUp(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }

    private static List<String> waiting(InterviewReport report) {
        return Stream.concat(report.openReviews().stream(), report.unreadable().stream())
                .map(evidence -> evidence.item().id())
                .toList();
    }

    private static List<String> ours(CandidateReport report) {
        return report.items().stream().filter(ItemDetails::retry).map(item -> item.item().id()).toList();
    }

    private static List<String> notes(CandidateReport report, Voice voice) {
        return Stream
                .concat(Stream.of(voice.interview().weights(report.report())),
                        report.report().notes().stream().map(voice.interview()::note))
                .toList();
    }
}
