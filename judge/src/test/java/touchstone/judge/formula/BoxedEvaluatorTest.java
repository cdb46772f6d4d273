package touchstone.judge.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.judge.formula.Formula.Reading;
import touchstone.sandbox.Box;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Limits;
import touchstone.sandbox.ProcessSandbox;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.Termination;
import touchstone.sandbox.Usage;
import touchstone.sandbox.WorkerPool;

class BoxedEvaluatorTest {
    @Test
    void two_boxes_that_somebody_kills_cost_nothing() {
        try (var sandbox = new Dying(2); var workers = new WorkerPool(sandbox, Limits.defaults(), 1)) {
            assertThat(evaluated(workers)).containsExactly(5, 10);
            assertThat(sandbox.left).isZero();
        }
    }

    @Test
    void somebody_who_keeps_killing_is_told_of() {
        try (var sandbox = new Dying(9); var workers = new WorkerPool(sandbox, Limits.defaults(), 1)) {
            assertThatThrownBy(() -> evaluated(workers)).isInstanceOf(SandboxException.class)
                    .hasMessageContaining("x^2 + 1");
            assertThat(sandbox.left).isEqualTo(6);
        }
    }

    private static double[] evaluated(WorkerPool workers) {
        return switch (Formula.read("x² + 1", List.of("x"))) {
            case Reading.Read(Formula formula) -> new BoxedEvaluator(workers, Limits.defaults())
                    .values(formula, List.of(new double[]{2}, new double[]{-3}));
            case Reading.Unreadable(var hint) -> throw new AssertionError(hint);
        };
    }

    /// Some of its boxes die when they are sent a program.
    private static final class Dying implements Sandbox {
        private static final int PROGRAM_BYTES = 1 << 20;

        private final ProcessSandbox sandbox = new ProcessSandbox();
        private volatile int left;

        Dying(int deaths) {
            left = deaths;
        }

        @Override
        public Isolation isolation() {
            return sandbox.isolation();
        }

        @Override
        public Box start(BoxSpec spec) {
            return new DyingBox(this, sandbox.start(spec));
        }

        private synchronized boolean dies(int bytes) {
            boolean dies = bytes > PROGRAM_BYTES && left > 0;
            left -= dies ? 1 : 0;
            return dies;
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    private record DyingBox(Dying owner, Box box) implements Box {
        @Override
        public OutputStream input() {
            return new FilterOutputStream(box.input()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (owner.dies(length)) {
                        box.end();
                    }
                    out.write(bytes, offset, length);
                    out.flush();
                }
            };
        }

        @Override
        public InputStream output() {
            return box.output();
        }

        @Override
        public Usage usage() {
            return box.usage();
        }

        @Override
        public boolean flooded() {
            return box.flooded();
        }

        @Override
        public Termination end() {
            return box.end();
        }
    }
}
