package touchstone.judge.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.Toys;
import touchstone.judge.bench.DirectHost;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Program;
import touchstone.sandbox.SandboxException;

class SuiteRunnerTest {
    private static final Duration CALL = Duration.ofSeconds(2);

    @SuppressWarnings("NullAway.Init") // JUnit sets both before the first test
    private static Suite suite;

    @BeforeAll
    static void compile(@TempDir Path cache) {
        suite = new Suites(new Cache(cache)).of(Toys.exercise(Toys.FOLDER));
    }

    /// A host that ends in the given way whenever the first number it is called with is -1.5, as in the
    /// second row of the sample.
    private static class Fragile extends HostAround {
        private final Cause cause;

        Fragile(Cause cause) {
            super(new DirectHost());
            this.cause = cause;
        }

        @Override
        public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
            var fragile = arguments[0] instanceof double[][] rows && rows.length == 2 && rows[1][0] == -1.5;
            return fragile ? new Ended(cause, "gone") : super.call(method, arguments, limit);
        }
    }

    @Test
    void an_accepted_submission_gets_every_point_in_order() {
        var seen = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void running(int number, int tests) {
                seen.add(number + "/" + tests);
            }
        };
        var run = new SuiteRunner(System::nanoTime).run(suite, program("accepted/loops.java"),
                DirectHost::new, CALL, 1, progress);
        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.tests()).extracting(TestResult::points).containsExactly(30, 30, 10, 10, 20);
        assertThat(run.tests()).extracting(TestResult::call).containsOnlyNulls();
        assertThat(seen).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
    }

    @Test
    void a_wrong_answer_shows_the_call_and_both_values() {
        var test = run("wrong_answer/adds_magnitudes.java").tests().getFirst();
        assertThat(test.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(test.message()).isEqualTo("at [1]: expected -1.0, actual 2.0, error 3.0 > 2e-9");
        assertThat(test.call()).isEqualTo("sums([[1.0, 2.0], [-1.5, 0.5]])");
        assertThat(test.expected()).isEqualTo("[3.0, -1.0]");
        assertThat(test.actual()).isEqualTo("[3.0, 2.0]");
    }

    @Test
    void an_exception_of_the_submission_is_a_run_time_error_with_its_place() {
        var test = run("run_time_error/index_out_of_bounds.java").tests().getFirst();
        assertThat(test.verdict()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(test.message()).isEqualTo(
                "ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2, at Solution.sums:12");
    }

    @Test
    void changed_arguments_are_told_by_assert_pure() {
        var run = run("wrong_answer/changes_its_argument.java");
        assertThat(run.tests().getLast().message())
                .isEqualTo("the arguments were changed by sums([[1.0, 2.0]])");
        assertThat(run.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"DIED,RUN_TIME_ERROR", "TIME,TIME_LIMIT_EXCEEDED", "MEMORY,MEMORY_LIMIT_EXCEEDED",
            "OUTPUT,OUTPUT_LIMIT_EXCEEDED", "VALUE,OUTPUT_LIMIT_EXCEEDED", "VIOLATION,SECURITY_VIOLATION"})
    void a_lost_worker_fails_its_test_and_the_next_test_gets_a_new_one(Cause cause, Verdict verdict) {
        var hosts = new AtomicInteger();
        var run = run("accepted/loops.java", () -> {
            hosts.incrementAndGet();
            return new Fragile(cause);
        });
        assertThat(run.tests().getFirst().verdict()).isEqualTo(verdict);
        assertThat(run.tests().getFirst().message()).isEqualTo("gone");
        assertThat(run.tests().stream().skip(1)).extracting(TestResult::verdict)
                .containsOnly(Verdict.ACCEPTED);
        assertThat(run.verdict()).isEqualTo(verdict);
        assertThat(hosts).hasValue(2);
    }

    @Test
    void after_three_lost_workers_no_further_one_is_spent() {
        var hosts = new AtomicInteger();
        var run = run("accepted/loops.java", () -> {
            hosts.incrementAndGet();
            return new HostAround(new DirectHost()) {
                @Override
                public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
                    return new Ended(Cause.TIME, "too slow");
                }
            };
        });
        assertThat(hosts).hasValue(3);
        assertThat(run.tests()).extracting(TestResult::verdict).containsOnly(Verdict.TIME_LIMIT_EXCEEDED);
        assertThat(run.tests()).extracting(TestResult::message)
                .containsExactly("too slow", "too slow", "too slow", "not run after 3 workers were lost",
                        "not run after 3 workers were lost");
    }

    @Test
    void the_time_of_all_tests_together_ends() {
        var clock = new AtomicInteger();
        var runner = new SuiteRunner(() -> clock.incrementAndGet() * Duration.ofSeconds(10).toNanos());
        var run = runner.run(suite, program("accepted/loops.java"), DirectHost::new, CALL, 1, Progress.NONE);
        assertThat(run.verdict()).isEqualTo(Verdict.TIME_LIMIT_EXCEEDED);
        assertThat(run.tests().getLast().message())
                .isEqualTo("not run: the time for all tests together is used up");
    }

    @Test
    void a_failure_of_ours_is_a_judge_error_and_never_the_submissions() {
        var run = run("accepted/loops.java", () -> {
            throw new SandboxException("bwrap is missing");
        });
        assertThat(run.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(run.tests().getFirst().message()).isEqualTo("bwrap is missing");
    }

    @Test
    void a_throwing_constructor_cannot_pass_for_a_refusal() {
        var source = Toys.source("accepted/loops.java")
                .replace("implements RowSum {",
                        "implements RowSum { public Solution() { throw new IllegalArgumentException(\"no\"); }");
        var run = run(source, DirectHost::new, 1);
        assertThat(run.tests()).extracting(TestResult::verdict).containsOnly(Verdict.RUN_TIME_ERROR);
        assertThat(run.tests().get(3).message()).startsWith("IllegalArgumentException: no");
    }

    @Test
    void a_class_that_is_no_implementation_did_not_compile_for_our_purposes() {
        var run = run("public class Solver {}", DirectHost::new, 1);
        assertThat(run.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
    }

    @Test
    void a_candidate_that_throws_a_look_alike_assertion_gains_nothing() {
        var run = run(
                Toys.source("accepted/loops.java")
                        .replace("var sums = new double",
                                "if (true) throw new AssertionError(\"all passed\"); var sums = new double"),
                DirectHost::new, 1);
        assertThat(run.tests().getFirst().verdict()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(run.tests().getFirst().message()).startsWith("AssertionError: all passed");
    }

    @Test
    void the_seed_alone_decides_the_random_input() {
        assertThat(inputs(5)).isEqualTo(inputs(5)).isNotEqualTo(inputs(6));
    }

    @Test
    void eight_runs_at_once_do_not_meet() {
        var programs = List.of(program("accepted/loops.java"), program("wrong_answer/adds_magnitudes.java"));
        var verdicts = Stream.iterate(0, i -> i + 1)
                .limit(64)
                .parallel()
                .map(i -> new SuiteRunner(System::nanoTime)
                        .run(suite, programs.get(i % 2), DirectHost::new, CALL, i, Progress.NONE)
                        .verdict())
                .toList();
        for (int i = 0; i < verdicts.size(); i++) {
            assertThat(verdicts.get(i)).isEqualTo(i % 2 == 0 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER);
        }
    }

    private static List<String> inputs(long seed) {
        var inputs = new ArrayList<String>();
        run(Toys.source("accepted/loops.java"), () -> new HostAround(new DirectHost()) {
            @Override
            public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
                inputs.add(touchstone.judge.authoring.Notation.call(method.getName(), arguments));
                return super.call(method, arguments, limit);
            }
        }, seed);
        return inputs;
    }

    private static Program program(String name) {
        return Toys.program(suite, Toys.source(name));
    }

    private static SuiteRun run(String name) {
        return run(name, DirectHost::new);
    }

    private static SuiteRun run(String name, Host.Supply supply) {
        return run(Toys.source(name), supply, 1);
    }

    private static SuiteRun run(String source, Host.Supply supply, long seed) {
        return new SuiteRunner(System::nanoTime).run(suite, Toys.program(suite, source), supply, CALL, seed,
                Progress.NONE);
    }
}
