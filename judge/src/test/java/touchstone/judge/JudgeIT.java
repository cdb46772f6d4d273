package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.Trials.Trial;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

class JudgeIT {
    private static final Exercise EXERCISE = Toys.exercise(Toys.FOLDER);
    private static final String LOOPS = "accepted/loops.java";

    @SuppressWarnings("NullAway.Init") // JUnit sets both before the first test
    private static Sandbox sandbox;
    @SuppressWarnings("NullAway.Init")
    private static Judge judge;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path cache;

    @BeforeAll
    static void open() {
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

    @ParameterizedTest
    @CsvSource({"accepted/loops.java,ACCEPTED,100", "wrong_answer/adds_magnitudes.java,WRONG_ANSWER,40",
            "wrong_answer/returns_null.java,WRONG_ANSWER,40",
            "wrong_answer/changes_its_argument.java,WRONG_ANSWER,80",
            "run_time_error/index_out_of_bounds.java,RUN_TIME_ERROR,20",
            "time_limit_exceeded/loops_for_ever.java,TIME_LIMIT_EXCEEDED,50",
            "compile_error/typo.java,COMPILE_ERROR,0"})
    void the_folder_of_a_submission_is_its_verdict(String name, Verdict verdict, int points) {
        var judgement = judge(Toys.source(name));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.points()).isEqualTo(points);
    }

    /// What stands before the first statement of `sums`, and the verdict it earns.
    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> MISCHIEF = List.of(Arguments.of("System.exit(0);", Verdict.RUN_TIME_ERROR),
            Arguments.of("Runtime.getRuntime().halt(137);", Verdict.RUN_TIME_ERROR),
            Arguments.of("while (matrix != new double[0][]) {}", Verdict.TIME_LIMIT_EXCEEDED),
            Arguments.of(
                    "var all = new java.util.ArrayList<long[]>(); while (all != null) all.add(new long[1 << 16]);",
                    Verdict.MEMORY_LIMIT_EXCEEDED),
            Arguments.of("while (System.out != null) System.out.println(\"x\");",
                    Verdict.OUTPUT_LIMIT_EXCEEDED),
            Arguments.of("if (true) return new double[5_000_000];", Verdict.OUTPUT_LIMIT_EXCEEDED),
            Arguments.of(
                    "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[99]); } "
                            + "catch (java.io.IOException e) {}",
                    Verdict.SECURITY_VIOLATION),
            Arguments.of("if (true) throw new OutOfMemoryError(\"not really\");", Verdict.RUN_TIME_ERROR),
            Arguments.of("if (true) throw new AssertionError(\"all tests passed\");",
                    Verdict.RUN_TIME_ERROR));

    @ParameterizedTest
    @FieldSource("MISCHIEF")
    void mischief_is_judged_by_what_the_judge_saw(String code, Verdict verdict) {
        var judgement = judge(spoilt(code));
        assertThat(judgement.verdict()).as(judgement.message()).isEqualTo(verdict);
        // `extremes` is not spoilt, and its test comes third: before the third worker is lost.
        assertThat(judgement.tests().get(2).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.points()).isEqualTo(10);
    }

    @Test
    void after_three_lost_workers_the_rest_is_not_run() {
        var judgement = judge(Toys.source(LOOPS)
                .replace("implements RowSum {", "implements RowSum { { Runtime.getRuntime().halt(1); }"));
        assertThat(judgement.tests()).extracting(TestResult::message)
                .endsWith("not run after 3 workers were lost", "not run after 3 workers were lost");
    }

    @Test
    void a_class_of_another_name_is_told_like_a_compile_error() {
        var judgement = judge("public class Solver {}");
        assertThat(judgement.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.tests()).isEmpty();
        assertThat(judgement.diagnostics()).extracting(found -> found.message())
                .contains("There is no class Solution in the unnamed package.");
        assertThat(judgement.diagnostics()).extracting(found -> found.code())
                .containsExactly("touchstone.source.solution");
    }

    @Test
    void text_that_is_not_utf_8_never_reaches_a_compiler() {
        var submission = Submissions.of("A.java", "class \u00e9 {}".getBytes(StandardCharsets.ISO_8859_1));
        var judgement = judge.judge(submission, EXERCISE, 1, Progress.NONE);
        assertThat(judgement.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.diagnostics()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"accepted/loops.java,5", "wrong_answer/changes_its_argument.java,5",
            "wrong_answer/adds_magnitudes.java,1", "run_time_error/index_out_of_bounds.java,1",
            "time_limit_exceeded/loops_for_ever.java,1", "compile_error/typo.java,0"})
    void the_verdict_is_known_at_the_first_failure(String name, int tests) {
        var source = Toys.source(name);
        var judgement = judge.judgeToFirstFailure(submission(source), EXERCISE, 1);
        assertThat(judgement.verdict()).isEqualTo(judge(source).verdict());
        assertThat(judgement.tests()).hasSize(tests);
    }

    @Test
    void runs_of_a_series_find_what_others_left_and_get_their_own_verdicts_all_the_same() {
        var suite = new Suites(new Cache(cache)).of(EXERCISE);
        var leaves = spoilt("System.setProperty(\"left\", \"behind\");");
        var finds = spoilt("if (System.getProperty(\"left\") != null) throw new IllegalStateException();");
        try (var series = judge.series(EXERCISE)) {
            for (var expected : List.of(Verdict.ACCEPTED, Verdict.RUN_TIME_ERROR)) {
                assertThat(series.run(trial(suite, finds)).verdict()).isEqualTo(expected);
                assertThat(series.run(trial(suite, leaves)).verdict()).isEqualTo(Verdict.ACCEPTED);
            }
            var endless = Toys.source("time_limit_exceeded/loops_for_ever.java");
            assertThat(series.run(trial(suite, endless)).verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
            assertThat(series.run(trial(suite, finds)).verdict()).as("in a new worker")
                    .isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(judge.run(trial(suite, leaves)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judge.run(trial(suite, finds)).verdict()).as("without a series")
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void the_same_classes_stay_loaded_from_one_run_of_a_series_to_the_next() {
        var suite = new Suites(new Cache(cache)).of(EXERCISE);
        var remembers = trial(suite, spoilt("""
            if (System.getProperty("ran") != null && !loaded) throw new IllegalStateException();
            System.setProperty("ran", "yes");
            loaded = true;""").replaceFirst("\\{", "{\n    static boolean loaded;\n"));
        try (var series = judge.series(EXERCISE)) {
            assertThat(series.run(remembers).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(series.run(remembers).verdict()).isEqualTo(Verdict.ACCEPTED);
            var anew = new Trial(suite,
                    remembers.classes()
                            .stream()
                            .map(file -> new ClassFile(file.name(), file.bytes().clone()))
                            .toList(),
                    Optional.empty(), true, 1);
            assertThat(series.run(anew).verdict()).as("loaded again").isEqualTo(Verdict.RUN_TIME_ERROR);
        }
    }

    private static String spoilt(String code) {
        return Toys.source(LOOPS).replace("if (matrix == null)", code + " if (matrix == null)");
    }

    private static Trial trial(Suite suite, String source) {
        return Trial.graded(suite, ((Compiled) judge.compile(submission(source), EXERCISE)).classes(), 1);
    }

    @Test
    void the_same_submission_gets_the_same_report_twenty_times() {
        var source = Toys.source("wrong_answer/adds_magnitudes.java");
        assertThat(IntStream.range(0, 20).mapToObj(_ -> facts(judge(source))).distinct()).hasSize(1);
    }

    @Test
    void eight_at_once_do_not_meet() throws InterruptedException, ExecutionException {
        var names = List.of(LOOPS, "wrong_answer/returns_null.java", "compile_error/typo.java",
                "run_time_error/index_out_of_bounds.java");
        var judgements = new ArrayList<Future<Judgement>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                var source = Toys.source(names.get(i % names.size()));
                judgements.add(pool.submit(() -> judge(source)));
            }
        }
        for (int i = 0; i < judgements.size(); i++) {
            var folder = names.get(i % names.size()).replaceAll("/.*", "");
            assertThat(judgements.get(i).get().verdict())
                    .hasToString(folder.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static List<Object> facts(Judgement judgement) {
        var facts = new ArrayList<Object>(
                List.of(judgement.verdict(), judgement.message(), judgement.dimensions()));
        for (var test : judgement.tests()) {
            facts.add(List.of(test.name(), test.verdict(), test.message(), String.valueOf(test.call()),
                    String.valueOf(test.expected()), String.valueOf(test.actual()), test.printed()));
        }
        return facts;
    }

    private static Judgement judge(String source) {
        return judge.judge(submission(source), EXERCISE, 1, Progress.NONE);
    }

    private static Submission submission(String source) {
        return Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8));
    }
}
