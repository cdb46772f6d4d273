package touchstone.judge.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import touchstone.judge.Judgement;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Text;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Usage;

/// A judging as it is kept: all that pages and reports show of it, also when the exercise has changed since
/// or is gone. The files of the submission are kept by whoever received them.
///
/// @param about names of the groups of tests, by key
/// @param message for interviewers: it may tell what a hidden test saw
/// @param tests hidden ones included; candidates are shown a [CandidateView]
public record JudgingRecord(
        String exerciseId,
        Text title,
        String exerciseHash,
        Map<String, Text> about,
        String submissionSha256,
        Verdict verdict,
        String message,
        Score score,
        List<TestResult> tests,
        List<Diagnostic> diagnostics,
        Duration compile,
        Duration run,
        Usage usage,
        Allowed allowed,
        String isolation,
        long seed) {
    public JudgingRecord {
        about = Map.copyOf(about);
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    /// What the submission might have used.
    ///
    /// @param call at least so much for one call; more where accepted submissions need it
    /// @param run all tests together
    /// @param cpu of each worker
    /// @param memory of each worker
    /// @param printed bytes in one run
    public record Allowed(Duration call, Duration run, Duration cpu, ByteSize memory, ByteSize printed) {
        static Allowed of(Limits limits) {
            return new Allowed(limits.time().call(), limits.time().submission(), limits.box().cpu(),
                    limits.box().data(), limits.wire().printed());
        }
    }

    public static JudgingRecord of(Judgement judgement) {
        Exercise exercise = judgement.exercise();
        return new JudgingRecord(exercise.id(), exercise.title(), exercise.hash(), exercise.about(),
                judgement.submission().sha256(), judgement.verdict(), judgement.message(),
                Score.of(exercise.rubric(), judgement.tests()), judgement.tests(), judgement.diagnostics(),
                judgement.compile(), judgement.run(), judgement.usage(), Allowed.of(exercise.limits()),
                judgement.isolation(), judgement.seed());
    }

    /// What [#json()] wrote, in this version or another.
    ///
    /// @throws IllegalArgumentException when it did not
    public static JudgingRecord parse(String json) {
        return JudgingJson.read(Fields.parse(json));
    }

    /// One JSON object, from which [#parse] makes an equal record. A candidate's lone surrogates and control
    /// characters are written out, so that any encoding and database can hold it.
    public String json() {
        return Printable.text(JudgingJson.write(this).toString());
    }
}
