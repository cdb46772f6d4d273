package touchstone.web.candidate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.JudgingRecord.Allowed;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.submission.Submissions;
import touchstone.judge.text.Hint;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Usage;
import touchstone.web.store.Submission.Origin;

/// What a candidate hands in and what comes of it, full of what candidates must not see.
final class Results {
    static final String MESSAGE = "the hidden test saw a leaking message";
    static final String COMMENT = "a comment among colleagues";
    private static final Pattern TEST = Pattern.compile("@Test\\s[^{]*?void (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern SAMPLE = Pattern.compile("@Sample\\s[^{]*?void (\\w+)\\(", Pattern.DOTALL);

    private Results() {}

    static void work(Sitting sitting) {
        var client = sitting.client();
        for (var item : Sitting.questions()) {
            client.json("PUT", "/interview/drafts/" + item, "{\"base\":0,\"content\":\"A\"}");
        }
        var store = sitting.store();
        var submission = store.submissions()
                .add(sitting.candidate.id(), Sitting.CODE, "class Solution {}", Origin.CANDIDATE,
                        sitting.now());
        store.judgings().queue(submission.id());
        var record = record(submission.content());
        sitting.judge(submission.id(), new Standing.Judged(record.verdict(), record.score()),
                Optional.of(record.json()));
    }

    /// Everything is judged and reviewed, so that the report is open.
    static void decide(Sitting sitting) {
        var store = sitting.store();
        for (var submission : store.submissions().ofCandidate(sitting.candidate.id())) {
            if (!store.judgings().find(submission.id()).orElseThrow().done()) {
                sitting.judge(submission.id(),
                        submission.item().equals(Sitting.CODE) ? nothing()
                                : standing(question(submission.item()), submission.content()),
                        Optional.empty());
            }
        }
        store.submissions()
                .ofCandidate(sitting.candidate.id())
                .stream()
                .filter(one -> !one.item().equals(Sitting.CODE)
                        && question(one.item()).key() instanceof Key.Open)
                .forEach(one -> store.reviews()
                        .add(one.id(), "1", COMMENT, sitting.candidate.invitedBy(), sitting.now()));
    }

    private static Standing nothing() {
        return new Standing.Judged(Verdict.COMPILE_ERROR,
                new Score(0, 100, Map.of(RubricDimension.THEORY, 0.0, RubricDimension.PRACTICE, 0.0)));
    }

    private static Standing standing(Question question, String answer) {
        return switch (question.key()) {
            case Key.Open open -> new Standing.WaitingForReview(answer, open.points());
            case Key.Formula _ -> new Standing.Unreadable(Hint.at(1, "formula.empty"), answer);
            case Key.Numeric _,Key.Single _,Key.Multiple _,Key.Ordering _ ->
                new Standing.Marked(Fraction.ZERO, answer);
        };
    }

    private static JudgingRecord record(String source) {
        var exercise = exercise();
        var tests = hiddenTests(exercise).stream()
                .map(name -> new TestResult(name, "ties", Optional.empty(), false, 10, Verdict.WRONG_ANSWER,
                        MESSAGE, "prune(" + MESSAGE + ")", MESSAGE, MESSAGE, MESSAGE, Duration.ZERO))
                .toList();
        var all = Stream
                .concat(Stream.of(new TestResult("the_examples_of_the_statement", "example", Optional.empty(),
                        true, 15, Verdict.ACCEPTED, "", null, null, null, "", Duration.ZERO)), tests.stream())
                .toList();
        return new JudgingRecord(exercise.id(), exercise.title(), exercise.hash(), exercise.about(),
                Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8)).sha256(),
                Verdict.WRONG_ANSWER, MESSAGE,
                new Score(15, 100, Map.of(RubricDimension.THEORY, 0.15, RubricDimension.PRACTICE, 0.15)), all,
                List.of(), Duration.ZERO, Duration.ZERO, Usage.NONE,
                new Allowed(Duration.ZERO, Duration.ZERO, Duration.ZERO, new ByteSize(1), new ByteSize(1)),
                "none", Sitting.SEED);
    }

    static Question question(String id) {
        return Sitting.LIBRARY.questions()
                .questions()
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Exercise exercise() {
        return Sitting.LIBRARY.exercises()
                .stream()
                .filter(one -> one.id().equals(Sitting.CODE))
                .findFirst()
                .orElseThrow();
    }

    static List<String> hiddenTests(Exercise exercise) {
        var samples = SAMPLE.matcher(exercise.suiteSource()).results().map(found -> found.group(1)).toList();
        return TEST.matcher(exercise.suiteSource())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !samples.contains(name))
                .toList();
    }
}
