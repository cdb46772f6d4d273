package touchstone.judge.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.Judgement;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.submission.Submission;
import touchstone.judge.text.Text;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Limits;
import touchstone.sandbox.SourceFile;
import touchstone.sandbox.Usage;

/// Judgements to write reports about.
public final class Judgements {
    public static final Exercise EXERCISE = new Exercise(Path.of("exercises/pruning/magnitude-prune"),
            "magnitude-prune", new Text("权重幅值剪枝", "Magnitude pruning of a weight matrix"), "pruning", 1, 12,
            Map.of(RubricDimension.THEORY, 15, RubricDimension.PRACTICE, 85), Limits.defaults(),
            BoxSpec.Jit.LIGHT,
            new Text("# 权重幅值剪枝\n\n给定矩阵 $W \\in \\mathbb{R}^{m \\times n}$。",
                    "# Magnitude pruning\n\nGiven $W \\in \\mathbb{R}^{m \\times n}$."),
            "package exercise;\n\npublic interface MagnitudePrune {}\n", "", "",
            Map.of("example", new Text("示例", "worked example"), "ties", new Text("相同幅值", "ties"), "speed",
                    new Text("复杂度", "complexity")),
            List.of(), List.of(), "e".repeat(64));

    private static final Submission SUBMISSION = new Submission(List.of(new SourceFile("Solution.java", """
        public class Solution implements exercise.MagnitudePrune {
        \tpublic double[][] prune(double[][] 权重, double ratio) { return 权重 + 1 }
        }
        """)), "a".repeat(64), List.of());

    private Judgements() {}

    public static Judgement of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> judged(verdict, "", List.of(example(), ties(), speed()));
            case WRONG_ANSWER ->
                judged(verdict, "", List.of(wrongExample(), someTies(), failedTies(), speed()));
            case RUN_TIME_ERROR -> judged(verdict, "", List.of(example(), ties(), failed(verdict,
                    "java.lang.ArrayIndexOutOfBoundsException: Index 4 out of bounds for length 4")));
            case TIME_LIMIT_EXCEEDED -> judged(verdict, "",
                    List.of(example(), ties(), failed(verdict, "prune took longer than 4 s")));
            case MEMORY_LIMIT_EXCEEDED ->
                judged(verdict, "", List.of(example(), ties(), failed(verdict, "used more than 128 MiB")));
            case OUTPUT_LIMIT_EXCEEDED ->
                judged(verdict, "", List.of(example(), ties(), failed(verdict, "printed more than 64 KiB")));
            case SECURITY_VIOLATION -> judged(verdict, "", List.of(example(), ties(),
                    failed(verdict, "the worker wrote bytes that are no protocol")));
            case COMPILE_ERROR -> unjudged(verdict, "", List.of(new Diagnostic(Diagnostic.Severity.ERROR,
                    "Solution.java", 2, 78, 134, 134, "compiler.err.expected", "';' expected")));
            case JUDGE_ERROR -> unjudged(verdict, "The worker did not start within 20 s.", List.of());
        };
    }

    public static Judgement judged(Verdict verdict, String message, List<TestResult> tests) {
        return judgement(verdict, message, tests, List.of());
    }

    private static Judgement unjudged(Verdict verdict, String message, List<Diagnostic> diagnostics) {
        return judgement(verdict, message, List.of(), diagnostics);
    }

    private static Judgement judgement(
            Verdict verdict,
            String message,
            List<TestResult> tests,
            List<Diagnostic> diagnostics) {
        return new Judgement(EXERCISE, SUBMISSION, verdict, message,
                Score.of(EXERCISE.rubric(), tests).dimensions(), tests, diagnostics, Duration.ofMillis(25),
                Duration.ofMillis(61), new Usage(Duration.ofMillis(105), ByteSize.mebibytes(45)),
                "bubblewrap", 20260101);
    }

    private static TestResult example() {
        return passed("example_of_the_statement", "example", true, 15);
    }

    private static TestResult ties() {
        return passed("all_equal_prunes_the_lowest_indices", "ties", false, 65);
    }

    private static TestResult someTies() {
        return passed("the_lower_index_goes_first", "ties", false, 45);
    }

    private static TestResult speed() {
        return passed("a_million_entries", "speed", false, 20);
    }

    private static TestResult wrongExample() {
        return new TestResult("example_of_the_statement", "example", Optional.empty(), true, 15,
                Verdict.WRONG_ANSWER, "at [0][1]: expected 0.0, got -0.1, off by 0.1",
                "prune([[0.5, -0.1], [0.3, 2.0]], 0.5)", "[[0.5, 0.0], [0.0, 2.0]]",
                "[[0.5, -0.1], [0.0, 2.0]]", "k = 2\n", Duration.ofMillis(3));
    }

    private static TestResult failedTies() {
        return new TestResult("never_more_than_k", "ties", Optional.of(RubricDimension.THEORY), false, 20,
                Verdict.WRONG_ANSWER, "6 entries are zero, expected 3", "prune([[1.0, 1.0, …]], 0.5)", null,
                null, "", Duration.ofMillis(2));
    }

    private static TestResult failed(Verdict verdict, String message) {
        return new TestResult("a_million_entries", "speed", Optional.empty(), false, 20, verdict, message,
                "prune([[…]], 0.5)", null, null, "", Duration.ofMillis(40));
    }

    private static TestResult passed(String name, String about, boolean sample, int points) {
        return new TestResult(name, about, Optional.empty(), sample, points, Verdict.ACCEPTED, "", null, null,
                null, "", Duration.ofMillis(1));
    }
}
