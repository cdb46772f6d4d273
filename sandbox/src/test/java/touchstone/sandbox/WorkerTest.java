package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import exercise.Toy;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Outcome.Returned;
import touchstone.sandbox.Outcome.Threw;

class WorkerTest {
    private static final double[] NUMBERS = {1, 2, 3.5};
    private static final Duration SHORT = Duration.ofMillis(250);
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static Method method(String name) {
        return Arrays.stream(Toy.class.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome run(
            Worker worker,
            String source,
            String name,
            Duration limit,
            @Nullable Object... arguments) {
        Outcome loaded = worker.load(bench.program(source));
        if (!(loaded instanceof Returned)) {
            return loaded;
        }
        Outcome constructed = worker.construct();
        return constructed instanceof Returned ? worker.call(method(name), arguments, limit) : constructed;
    }

    private static Outcome call(String source, String name, @Nullable Object... arguments) {
        try (Worker worker = bench.worker()) {
            return run(worker, source, name, Bench.CALL, arguments);
        }
    }

    private static Outcome sum(String body) {
        return call(Bench.toy("sum", body), "sum", NUMBERS);
    }

    private static Outcome sumShortly(String body) {
        try (Worker worker = bench.worker()) {
            return run(worker, Bench.toy("sum", body), "sum", SHORT, NUMBERS);
        }
    }

    private static Cause cause(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Ended.class);
        return ((Ended) outcome).cause();
    }

    @Test
    void a_value_comes_back_with_what_was_printed() {
        assertThat(sum("double s = 0; for (double v : x) s += v; System.out.print(\"hi\"); return s;"))
                .isEqualTo(new Returned(6.5, false, false, "hi"));
    }

    @Test
    void printed_control_characters_do_not_reach_anybody() {
        assertThat(sum("System.err.print(\"a\\u001b[31mb\"); return 1;"))
                .isEqualTo(new Returned(1.0, false, false, "a\uFFFD[31mb"));
    }

    @Test
    void records_come_back_as_records_of_the_judge() {
        var outcome = call(Bench.toy("keep", "return new Result(new int[] {k}, w, \"n\");"), "keep",
                new double[][]{{1, 2}, {3}}, 7);
        var result = (Toy.Result) Objects.requireNonNull(((Returned) outcome).value());
        assertThat(result.kept()).containsExactly(7);
        assertThat(result.w()).isDeepEqualTo(new double[][]{{1, 2}, {3}});
        assertThat(((Returned) outcome).resultShared()).isTrue();
    }

    @Test
    void changed_arguments_are_reported() {
        assertThat(sum("x[1] = Double.NaN; return 1;")).isEqualTo(new Returned(1.0, true, false, ""));
    }

    @Test
    void arguments_that_grew_beyond_the_caps_are_merely_changed() {
        var body = "double[] row = new double[1 << 20]; java.util.Arrays.fill(w, row); return new double[0][];";
        assertThat(call(Bench.toy("scale", body), "scale", new double[16][1], 1.0))
                .isInstanceOfSatisfying(Returned.class, r -> assertThat(r.argumentsChanged()).isTrue());
    }

    @Test
    void a_shared_row_is_reported_and_an_empty_one_is_not() {
        assertThat(call(Bench.toy("scale", "return new double[][] {w[0]};"), "scale", new double[1][1], 1.0))
                .isInstanceOfSatisfying(Returned.class, r -> assertThat(r.resultShared()).isTrue());
        assertThat(call(Bench.toy("scale", "return new double[][] {w[0]};"), "scale", new double[1][0], 1.0))
                .isInstanceOfSatisfying(Returned.class, r -> assertThat(r.resultShared()).isFalse());
    }

    @Test
    void an_exception_comes_with_its_types_its_message_and_its_own_frames() {
        var source = Bench.toy("sum", "throw new IllegalStateException(\"a\\u0007\\nb\");");
        var threw = (Threw) call(source, "sum", NUMBERS);
        assertThat(threw.types()).containsExactly("java.lang.IllegalStateException",
                "java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable");
        assertThat(threw.message()).isEqualTo("a\uFFFD\nb");
        assertThat(threw.trace()).containsExactly("Solution.sum:4");
        assertThat(threw.isUnfit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public String getMessage() { throw new Error(); }",
            "public String getMessage() { return getMessage(); }",
            "public StackTraceElement[] getStackTrace() { return null; }",
            "public StackTraceElement[] getStackTrace() { return new StackTraceElement[9]; }",
            "public Throwable getCause() { return this; }", "public String toString() { throw this; }",
            "public int hashCode() { throw this; } public boolean equals(Object o) { throw this; }"})
    void an_exception_that_resists_is_still_an_exception(String method) {
        assertThat(sum("throw new RuntimeException() { " + method + " };")).isInstanceOfSatisfying(
                Threw.class, t -> assertThat(t.types()).contains("java.lang.RuntimeException"));
    }

    @Test
    void a_giant_message_is_cut() {
        var threw = (Threw) sum("throw new Error(\"x\".repeat(40_000_000));");
        assertThat(threw.message()).hasSize(2048);
    }

    @Test
    void a_message_that_never_comes_runs_out_of_time() {
        assertThat(cause(sumShortly("throw new Error() { public String getMessage() { while (true) {} } };")))
                .isEqualTo(Cause.TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"while (true) {}",
            "try { Thread.sleep(100_000); } catch (InterruptedException e) {} return 1;",
            "synchronized (x) { try { x.wait(); } catch (InterruptedException e) {} } return 1;"})
    void what_never_ends_runs_out_of_time(String body) {
        assertThat(cause(sumShortly(body))).isEqualTo(Cause.TIME);
    }

    @Test
    void deep_recursion_is_an_exception() {
        assertThat(sum("return sum(x);")).isInstanceOfSatisfying(Threw.class,
                t -> assertThat(t.types()).startsWith("java.lang.StackOverflowError"));
    }

    @Test
    void an_out_of_memory_error_without_memory_used_is_an_exception() {
        assertThat(sum("throw new OutOfMemoryError();")).isInstanceOfSatisfying(Threw.class,
                t -> assertThat(t.types()).startsWith("java.lang.OutOfMemoryError"));
    }

    @Test
    void a_full_heap_can_still_be_reported() {
        assertThat(sum(
                "java.util.List<long[]> l = new java.util.ArrayList<>(); while (true) l.add(new long[999]);"))
                .isInstanceOfSatisfying(Threw.class,
                        t -> assertThat(t.types()).startsWith("java.lang.OutOfMemoryError"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "System.exit(0); return 1;                                                        | DIED",
            "Runtime.getRuntime().halt(1); return 1;                                          | DIED",
            "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} })); System.exit(1); return 1; | TIME",
            "Runtime.getRuntime().halt(137); return 1;                                        | KILLED",
            "Runtime.getRuntime().halt(159); return 1;                                        | VIOLATION",
            "while (true) System.out.println(x);                                              | OUTPUT",
            "new Thread(() -> { while (true) System.err.println(1); }).start(); while (true); | OUTPUT"})
    void the_end_of_a_worker_has_a_cause(String body, Cause cause) {
        assertThat(cause(sumShortly(body))).isEqualTo(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o.write(1); o.flush();",
            "o.write(new byte[] {9, 0, 0, 0, 16, 1, 2, 3, 4, 5, 6, 7, 8});",
            "o.write(new byte[] {-1, -1, -1, -1});",
            "o.write(new byte[] {-1, -1, -1, 127}); o.write(new byte[99999]);"})
    void raw_bytes_on_the_output_are_a_violation(String body) {
        assertThat(cause(sum("try { var o = new java.io.FileOutputStream(java.io.FileDescriptor.out); " + body
                + " } catch (java.io.IOException e) {} return 1;"))).isEqualTo(Cause.VIOLATION);
    }

    @Test
    void bytes_between_two_calls_are_a_violation() throws InterruptedException {
        var body = "new Thread(() -> { try { Thread.sleep(300); new java.io.FileOutputStream("
                + "java.io.FileDescriptor.out).write(7); } catch (Exception e) {} }).start(); return 1;";
        try (Worker worker = bench.worker()) {
            var first = run(worker, Bench.toy("sum", body), "sum", Bench.CALL, NUMBERS);
            assertThat(first).isInstanceOf(Returned.class);
            Thread.sleep(800);
            assertThat(cause(worker.call(method("sum"), new Object[]{NUMBERS}, Bench.CALL)))
                    .isEqualTo(Cause.VIOLATION);
            assertThat(cause(worker.construct())).as("and stays one").isEqualTo(Cause.VIOLATION);
        }
    }

    @Test
    void whoever_has_run_here_is_followed_by_nobody() {
        try (Worker worker = bench.worker()) {
            assertThat(run(worker, Bench.toy("sum", "return 1;"), "sum", Bench.CALL, NUMBERS))
                    .isInstanceOf(Returned.class);
            assertThat(worker.load(bench.program(Bench.TOY))).isInstanceOf(Ended.class);
        }
    }

    @Test
    void programs_that_trust_each_other_share_a_worker_and_no_classes() {
        var count = Bench.toy("sum", "return ++counted;").replaceFirst("\\{", "{ static int counted;");
        try (Worker worker = bench.worker()) {
            for (int i = 0; i < 3; i++) {
                assertThat(worker.load(bench.program(count).followedByOthers())).isInstanceOf(Returned.class);
                assertThat(worker.construct()).isInstanceOf(Returned.class);
                assertThat(worker.call(method("sum"), new Object[]{NUMBERS}, Bench.CALL))
                        .isInstanceOfSatisfying(Returned.class,
                                returned -> assertThat(returned.value()).isEqualTo(1.0));
            }
            assertThat(worker.load(bench.program(count))).isInstanceOf(Returned.class);
            assertThat(worker.load(bench.program(count))).as("after one for good").isInstanceOf(Ended.class);
        }
    }

    @Test
    void closing_the_pipe_ends_the_worker() {
        var body = "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); } "
                + "catch (java.io.IOException e) {} return 1;";
        assertThat(cause(sum(body))).isEqualTo(Cause.DIED);
    }

    @Test
    void one_row_aliased_everywhere_is_too_large() {
        var body = "double[][] a = new double[5000][]; java.util.Arrays.fill(a, new double[5000]); return a;";
        assertThat(cause(call(Bench.toy("scale", body), "scale", new double[1][1], 1.0)))
                .isEqualTo(Cause.VALUE);
    }

    @Test
    void swapped_streams_and_pending_interrupts_harm_nobody() {
        var body = "System.setOut(null); System.setErr(null); System.setIn(null); Thread.currentThread().interrupt();"
                + " Thread.currentThread().setUncaughtExceptionHandler((t, e) -> System.exit(1)); return x.length;";
        try (Worker worker = bench.worker()) {
            assertThat(run(worker, Bench.toy("sum", body), "sum", Bench.CALL, NUMBERS))
                    .isEqualTo(new Returned(3.0, false, false, ""));
            assertThat(worker.call(method("sum"), new Object[]{NUMBERS}, Bench.CALL))
                    .isEqualTo(new Returned(3.0, false, false, ""));
        }
    }

    @Test
    void a_null_argument_and_a_null_result_travel() {
        assertThat(call(Bench.toy("scale", "return w;"), "scale", null, 1.0))
                .isEqualTo(new Returned(null, false, false, ""));
    }

    @Test
    void a_kill_from_outside_is_not_the_submissions_end() {
        try (Worker worker = bench.worker()) {
            var box = bench.sandbox.started.stream().reduce((a, b) -> b).orElseThrow();
            var killer = Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                box.process().destroyForcibly();
            });
            assertThat(cause(
                    run(worker, Bench.toy("sum", "while (true) {}"), "sum", Duration.ofSeconds(20), NUMBERS)))
                    .isEqualTo(Cause.KILLED);
            assertThat(killer).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "public class Other {}                     | There is no class Solution",
            "public class Solution {}                  | does not implement the contract",
            "public abstract class Solution implements exercise.Toy {} | is abstract",
            "public interface Solution extends exercise.Toy {}         | is abstract"})
    void a_submission_that_cannot_run_is_unfit(String source, String message) {
        assertThat(call(source, "sum", NUMBERS)).isInstanceOfSatisfying(Threw.class, t -> {
            assertThat(t.isUnfit()).isTrue();
            assertThat(t.message()).contains(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"private Solution() {}", "public Solution(int i) {}"})
    void a_submission_without_a_usable_constructor_is_unfit(String constructor) {
        var source = Bench.TOY.replaceFirst("\\{", "{ " + constructor);
        assertThat(call(source, "sum", NUMBERS)).isInstanceOfSatisfying(Threw.class,
                t -> assertThat(t.isUnfit()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public Solution() { throw new IllegalStateException(\"x\"); }",
            "static { if (true) throw new IllegalStateException(\"x\"); }"})
    void what_throws_while_it_is_made_has_thrown(String member) {
        var source = Bench.TOY.replaceFirst("\\{", "{ " + member);
        assertThat(call(source, "sum", NUMBERS)).isInstanceOfSatisfying(Threw.class, t -> {
            assertThat(t.types()).startsWith("java.lang.IllegalStateException");
            assertThat(t.message()).isEqualTo("x");
            assertThat(t.trace()).hasSize(1);
        });
    }
}
