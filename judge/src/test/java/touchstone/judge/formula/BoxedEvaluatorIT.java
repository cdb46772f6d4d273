package touchstone.judge.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.RealBoxes;
import touchstone.judge.formula.Formula.Reading;
import touchstone.sandbox.Limits;
import touchstone.sandbox.ProcessSandbox;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.WorkerPool;

class BoxedEvaluatorIT {
    private static final Path LOOT = Path.of("/tmp/touchstone-formula-was-here");

    private static Sandbox sandbox;
    private static WorkerPool workers;
    private static Evaluator boxed;

    @BeforeAll
    static void open() {
        sandbox = RealBoxes.open();
        workers = new WorkerPool(sandbox, Limits.defaults(), 2);
        boxed = new BoxedEvaluator(workers, Limits.defaults());
    }

    @AfterAll
    static void close() {
        if (sandbox != null) {
            workers.close();
            sandbox.close();
        }
    }

    @Test
    void values_are_those_of_this_jvm_bit_for_bit() {
        var random = new Random(11);
        var points = Stream.generate(() -> random.doubles(3, -4, 6).toArray()).limit(100).toList();
        for (int i = 0; i < 40; i++) {
            var formula = read(Tree.grown(random, 5).spelled(random), Tree.NAMES);

            assertThat(bits(boxed.values(formula, points))).as(formula.normalised())
                    .isEqualTo(bits(new LocalEvaluator().values(formula, points)));
        }
    }

    @Test
    void every_function_is_there() {
        for (var function : Function.values()) {
            var arguments = "x" + ", n2".repeat(function.least() - 1);
            var formula = read(function.usualName() + "(" + arguments + ")", Tree.NAMES);
            var points = List.of(new double[]{8, 0.5, 3}, new double[]{-0.5, 1, 0});

            assertThat(bits(boxed.values(formula, points)))
                    .isEqualTo(bits(new LocalEvaluator().values(formula, points)));
        }
    }

    @Test
    void the_largest_formulas_fit_a_worker() {
        assertThat(boxed.values(read("x+".repeat(195) + "x", Tree.NAMES), List.of(new double[]{1, 0, 0})))
                .containsExactly(196);
        for (var deep : List.of("(".repeat(59) + "x" + ")".repeat(59), "-".repeat(59) + "x",
                "√".repeat(59) + "x", "x^".repeat(59) + "x", "exp(-".repeat(29) + "x" + ")".repeat(29))) {
            assertThat(boxed.values(read(deep, Tree.NAMES), List.of(new double[]{1, 0, 0}))).hasSize(1);
        }
    }

    @Test
    void a_constant_has_a_value_and_no_points_have_none() {
        assertThat(boxed.values(read("2^10", List.of()), List.of(new double[0]))).containsExactly(1024);
        assertThat(boxed.values(read("2^10", List.of()), List.of())).isEmpty();
    }

    /// The second lock: Java that no parser of ours would ever write. One that an attack ends with 1 has succeeded.
    static Stream<String> attacks() {
        return Stream.of("new java.io.FileOutputStream(LOOT).write(1)",
                "new java.io.RandomAccessFile(LOOT, \"rw\").setLength(1)",
                "new java.util.logging.FileHandler(LOOT)",
                "if (!new java.io.File(LOOT).mkdir()) throw new Exception()",
                "Runtime.getRuntime().exec(\"touch \" + LOOT).waitFor()",
                "Runtime.getRuntime().exec(new String[]{\"/app/sh\", \"-c\", \"echo > \" + LOOT})",
                "new java.io.FileInputStream(\"/etc/passwd\").read()",
                "new java.io.FileInputStream(\"/proc/self/environ\").read()",
                "new java.io.FileInputStream(HERE).read()", "new java.net.ServerSocket(0)",
                "new java.net.DatagramSocket()", "System.getenv(\"HOME\").length()",
                "new long[1 << 30][0] = new long[1 << 30]", "System.in.readNBytes(1)[0]++",
                "Class main = Class.forName(\"touchstone.sandbox.worker.Main\", true,"
                        + " ClassLoader.getSystemClassLoader()); java.lang.reflect.Method serve ="
                        + " main.getDeclaredMethod(\"serve\", new Class[0]); serve.setAccessible(true)",
                "for (int i = 0; i < 200; i++) { Thread t = new Thread() { public void run() { try {"
                        + " sleep(9000L); } catch (InterruptedException e) {} } }; t.start(); }")
                .map(each -> attack(each));
    }

    private static String attack(String code) {
        var named = code.replace("LOOT", '"' + LOOT.toString() + '"')
                .replace("HERE", '"' + Path.of("pom.xml").toAbsolutePath().toString() + '"');
        return "new Object() { public int hashCode() { try { " + named
                + "; return 1; } catch (Throwable e) { return 0; } } }.hashCode()";
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_gets_nowhere(String java) throws IOException {
        assertThat(valuesOrNone(boxed, java)).isNotEqualTo(List.of(1.0));

        assertThat(Files.exists(LOOT)).isFalse();
        assertThat(boxed.values(read("2*3", List.of()), List.of(new double[0]))).containsExactly(6);
    }

    private static List<Double> valuesOrNone(Evaluator evaluator, String java) {
        try {
            return Arrays.stream(evaluator.values(bypassing(java), List.of(new double[]{1})))
                    .boxed()
                    .toList();
        } catch (SandboxException e) {
            return List.of();
        }
    }

    /// Or the attacks would prove nothing.
    @Test
    void a_box_without_walls_would_be_robbed() throws IOException {
        try (var open = new ProcessSandbox(); var pool = new WorkerPool(open, Limits.defaults(), 1)) {
            var exposed = new BoxedEvaluator(pool, Limits.defaults());
            var robbed = attacks().limit(11).filter(each -> valuesOrNone(exposed, each).equals(List.of(1.0)));

            assertThat(robbed).hasSizeGreaterThanOrEqualTo(8);
        } finally {
            Files.deleteIfExists(LOOT);
        }
    }

    @Test
    void nobody_is_reached() throws IOException {
        try (var bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var java = attack("new java.net.Socket(\"127.0.0.1\", " + bait.getLocalPort() + ")");

            assertThat(valuesOrNone(boxed, java)).isNotEqualTo(List.of(1.0));
        }
    }

    static Stream<String> failures() {
        return Stream.of(attack("System.exit(0)"), attack("Runtime.getRuntime().halt(137)"),
                attack("while (true) {}"), "v0 +", "\"text\"", "1.0; }", "v1", "((Object) null).hashCode()",
                "(".repeat(20_000) + "v0" + ")".repeat(20_000),
                "-(".repeat(10_000) + "v0" + ")".repeat(10_000), "v0" + " + v0".repeat(12_000),
                "Math.exp(".repeat(3_000) + "v0" + ")".repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_cannot_be_evaluated_is_a_failure_of_ours(String java) {
        assertThatThrownBy(() -> boxed.values(bypassing(java), List.of(new double[]{1})))
                .isInstanceOf(SandboxException.class);
    }

    /// It gets another worker.
    @Test
    void nothing_is_left_for_the_next_formula() {
        var leaving = bypassing("System.setProperty(\"left\", \"1\") == null ? 0.0 : 1.0");

        for (int i = 0; i < 3; i++) {
            assertThat(boxed.values(leaving, List.of(new double[]{1}))).containsExactly(0);
        }
    }

    private static Formula bypassing(String java) {
        return new Formula("", List.of("x"), "x", java);
    }

    private static Formula read(String text, List<String> variables) {
        return switch (Formula.read(text, variables)) {
            case Reading.Read(Formula formula) -> formula;
            case Reading.Unreadable(var hint) -> throw new AssertionError(text + ": " + hint);
        };
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
