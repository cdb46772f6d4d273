package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import exercise.Toy;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.sandbox.Outcome.Returned;

class WorkerTest {
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Method method(String name) {
        return Arrays.stream(Toy.class.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome call(String source, String name, Object... arguments) {
        try (Worker worker = bench.worker()) {
            Outcome loaded = worker.load(bench.program(source));
            if (!(loaded instanceof Returned)) {
                return loaded;
            }
            Outcome constructed = worker.construct();
            return constructed instanceof Returned ? worker.call(method(name), arguments, Bench.CALL)
                    : constructed;
        }
    }

    @Test
    void a_value_comes_back() {
        String source = Bench.toy("sum",
                "double s = 0; for (double v : x) s += v; System.out.print(\"hi\"); return s;");
        assertThat(call(source, "sum", new double[]{1, 2, 3.5}))
                .isEqualTo(new Returned(6.5, false, false, "hi"));
    }
}
