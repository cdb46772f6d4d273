package touchstone.judge.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.judge.Judgement;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.submission.Submission;
import touchstone.judge.text.Text;
import touchstone.sandbox.Diagnostic;

/// What a candidate may see of a judgement: an allow-list. Whatever is added to
/// a judgement later stays hidden until somebody adds it here. Hidden tests are
/// counted by what they are about; the seed, names, messages and times of hidden
/// tests never appear.
///
/// @param samples the tests that are shown in full
/// @param hidden of the other tests, by the key of their group, in the order of the suite
public record CandidateView(
        String exerciseId,
        Text title,
        Map<String, Text> about,
        Submission submission,
        Verdict verdict,
        String message,
        Score score,
        List<TestResult> samples,
        Map<String, Count> hidden,
        List<Diagnostic> diagnostics) {
    public static CandidateView of(Judgement judgement) {
        return of(JudgingRecord.of(judgement), judgement.submission());
    }

    /// The same of a judging that was kept.
    ///
    /// @param submission that was judged
    /// @throws IllegalArgumentException when it was another that was judged
    public static CandidateView of(JudgingRecord judging, Submission submission) {
        var view = withFaults(judging, submission);
        return view.verdict == Verdict.JUDGE_ERROR ? view.withoutFaults() : view;
    }

    /// With what was in our way, for the team's report, of which this is the first part.
    static CandidateView withFaults(JudgingRecord judging, Submission submission) {
        if (!judging.submissionSha256().equals(submission.sha256())) {
            throw new IllegalArgumentException("another submission was judged than " + submission.sha256());
        }
        return new CandidateView(judging.exerciseId(), judging.title(), judging.about(), submission,
                judging.verdict(), message(judging), judging.score(),
                judging.tests().stream().filter(TestResult::sample).toList(), hidden(judging.tests()),
                judging.diagnostics());
    }

    /// Any test may hold what went wrong here. How far it came is no news: it is judged again.
    private CandidateView withoutFaults() {
        return new CandidateView(exerciseId, title, about, submission, verdict, "", score, List.of(),
                Map.of(), List.of());
    }

    /// The sentence beside the verdict may tell what a hidden test saw, unless no
    /// test was run at all.
    private static String message(JudgingRecord judging) {
        return judging.tests().isEmpty() ? judging.message() : "";
    }

    private static Map<String, Count> hidden(List<TestResult> tests) {
        var counts = new LinkedHashMap<String, Count>();
        for (var test : tests) {
            if (!test.sample()) {
                counts.merge(test.about(), Count.of(test), Count::plus);
            }
        }
        return counts;
    }

    /// How many tests of a group passed.
    public record Count(int passed, int all) {
        static Count of(TestResult test) {
            return new Count(test.verdict() == Verdict.ACCEPTED ? 1 : 0, 1);
        }

        Count plus(Count other) {
            return new Count(passed + other.passed, all + other.all);
        }
    }
}
