package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.Check.Busy;
import touchstone.judge.Check.Checked;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

class CheckIT {
    /// How often a busy machine is asked again.
    private static final int PATIENCE = 10;
    private static final Exercise EXERCISE = Toys.exercise(Toys.FOLDER);
    /// Whether the cases cover all 3^8 records keeps javac busy for minutes.
    private static final String ENDLESS = endless();

    @SuppressWarnings("NullAway.Init") // JUnit sets both before the first test
    private static Sandbox sandbox;
    @SuppressWarnings("NullAway.Init")
    private static Judge judge;

    @BeforeAll
    static void open(@TempDir Path cache) {
        sandbox = RealBoxes.open();
        judge = Judge.open(sandbox, Limits.defaults(), cache, 1, 1, System::nanoTime);
    }

    @AfterAll
    static void close() {
        if (judge != null) {
            judge.close();
            sandbox.close();
        }
    }

    @Test
    void what_compiles_has_nothing_to_tell() {
        assertThat(diagnostics(Toys.source("accepted/loops.java"))).isEmpty();
    }

    @Test
    void it_says_what_the_judgement_will_say() {
        var source = Toys.source("compile_error/typo.java");
        var judgement = judge.judge(submission(source), EXERCISE, 1, Progress.NONE);

        assertThat(diagnostics(source)).isNotEmpty().isEqualTo(judgement.diagnostics());
    }

    @Test
    void the_contract_is_known_and_the_suite_is_not() {
        assertThat(diagnostics("public class Solution implements exercise.RowSum {}"))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains("does not override abstract method");
        assertThat(diagnostics("class Solution { exercise.hidden.RowSumSuite suite; }")).isNotEmpty();
    }

    @Test
    void text_that_is_not_utf_8_never_reaches_a_compiler() {
        var latin = Submissions.of("A.java", "class \u00e9 {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(judge.check(latin, EXERCISE)).isEqualTo(new Checked(latin.unreadable()));
    }

    /// One endless source keeps the only compiler of checks until its time is over, the other waits in vain;
    /// verdicts have their own.
    @Test
    void whoever_waits_or_takes_too_long_is_told_so_and_no_verdict_waits()
            throws InterruptedException, ExecutionException {
        var checks = new ArrayList<Future<Check>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Check> endless = () -> judge.check(submission(ENDLESS), EXERCISE);
            checks.add(pool.submit(endless));
            checks.add(pool.submit(endless));
            var judgement = judge.judge(submission(Toys.source("accepted/loops.java")), EXERCISE, 1,
                    Progress.NONE);
            assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        }

        assertThat(List.of(checks.get(0).get(), checks.get(1).get())).containsOnly(new Busy());
        assertThat(diagnostics(Toys.source("accepted/loops.java"))).isEmpty();
    }

    private static List<Diagnostic> diagnostics(String source) {
        var check = judge.check(submission(source), EXERCISE);
        for (int i = 0; i < PATIENCE && check instanceof Busy; i++) {
            check = judge.check(submission(source), EXERCISE);
        }
        assertThat(check).isInstanceOf(Checked.class);
        return ((Checked) check).diagnostics();
    }

    private static Submission submission(String source) {
        return Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8));
    }

    private static String endless() {
        var source = new StringBuilder(
                """
                    public class Solution {
                        sealed interface S {} record A() implements S {} record B() implements S {} record C() implements S {}
                        record R(S s0, S s1, S s2, S s3, S s4, S s5, S s6, S s7) {}
                        int f(R r) { return switch (r) {
                    """);
        for (int i = 0; i < 729; i++) {
            var cases = Integer.toString(6561 + i, 3)
                    .substring(1)
                    .chars()
                    .mapToObj(c -> "ABC".charAt(c - '0'));
            var parts = cases.map(type -> type + " _").collect(Collectors.joining(", "));
            source.append("case R(").append(parts).append(") -> ").append(i).append(";\n");
        }
        return source.append("}; } }").toString();
    }
}
