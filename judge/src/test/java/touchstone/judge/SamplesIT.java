package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.CandidateView;
import touchstone.judge.report.JsonReport;
import touchstone.judge.run.Progress;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

class SamplesIT {
    private static final Exercise EXERCISE = Toys.exercise(Toys.FOLDER);

    @SuppressWarnings("NullAway.Init") // JUnit sets both before the first test
    private static Sandbox sandbox;
    @SuppressWarnings("NullAway.Init")
    private static Judge judge;

    @BeforeAll
    static void open(@TempDir Path cache) {
        sandbox = RealBoxes.open();
        judge = Judge.open(sandbox, Limits.defaults(), cache, 1, 2, System::nanoTime);
    }

    @AfterAll
    static void close() {
        if (judge != null) {
            judge.close();
            sandbox.close();
        }
    }

    @Test
    void only_the_samples_are_run_counted_and_told() {
        var steps = new ArrayList<String>();
        var judgement = samples(EXERCISE, Toys.source("accepted/loops.java"), new Progress() {
            @Override
            public void running(int number, int tests) {
                steps.add(number + " of " + tests);
            }
        });

        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.tests()).extracting(TestResult::name).containsExactly("two_rows");
        assertThat(steps).containsExactly("1 of 1");
        assertThat(CandidateView.of(judgement).hidden()).isEmpty();
        assertThat(CandidateView.of(judgement).score().maxPoints()).isEqualTo(30);
    }

    @Test
    void what_only_hidden_tests_find_is_not_found() {
        var source = Toys.source("wrong_answer/changes_its_argument.java");
        var judgement = samples(EXERCISE, source, Progress.NONE);
        var whole = judge.judge(Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8)),
                EXERCISE, 1, Progress.NONE);

        assertThat(whole.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(JsonReport.of(judgement)).contains("two_rows")
                .doesNotContain("agrees_on_random_input", "finds_the_extremes", "refuses_null", "leaves_its");
    }

    @Test
    void a_wrong_sample_is_told_in_full() {
        var judgement = samples(EXERCISE, Toys.source("wrong_answer/adds_magnitudes.java"), Progress.NONE);

        assertThat(judgement.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(judgement.tests()).singleElement().satisfies(test -> {
            assertThat(test.call()).startsWith("sums(");
            assertThat(test.expected()).contains("-1");
            assertThat(test.actual()).contains("2");
        });
    }

    @Test
    void what_does_not_compile_has_no_tests() {
        var judgement = samples(EXERCISE, Toys.source("compile_error/typo.java"), Progress.NONE);

        assertThat(judgement.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.tests()).isEmpty();
        assertThat(judgement.diagnostics()).isNotEmpty();
    }

    @Test
    void an_exercise_without_samples_runs_nothing(@TempDir Path root) throws IOException {
        var folder = Toys.copy(root);
        var suite = folder.resolve("RowSumSuite.java");
        Files.writeString(suite, Files.readString(suite).replace("@Sample\n", "\n"));
        Files.createDirectories(folder.resolve("submissions/accepted"));
        Files.writeString(folder.resolve("submissions/accepted/loops.java"),
                Toys.source("accepted/loops.java"));
        var judgement = samples(Toys.exercise(folder), Toys.source("accepted/loops.java"), Progress.NONE);

        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.tests()).isEqualTo(List.of());
    }

    private static Judgement samples(Exercise exercise, String source, Progress progress) {
        return judge.samples(Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8)),
                exercise, 1, progress);
    }
}
