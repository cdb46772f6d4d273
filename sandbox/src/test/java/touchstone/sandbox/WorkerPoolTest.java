package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static void await(PlainSandbox sandbox, int boxes) throws InterruptedException {
        for (int i = 0; i < 500 && sandbox.started.size() < boxes; i++) {
            Thread.sleep(10);
        }
        assertThat(sandbox.started).hasSizeGreaterThanOrEqualTo(boxes);
    }

    @Test
    void no_worker_is_handed_out_twice_and_more_start_only_after_a_verdict() throws InterruptedException {
        try (var sandbox = new PlainSandbox(); var pool = new WorkerPool(sandbox, Limits.defaults(), 2)) {
            var taken = new HashSet<Worker>();
            taken.add(pool.take(BoxSpec.worker()));
            taken.add(pool.take(BoxSpec.worker()));
            assertThat(taken).hasSize(2);
            assertThat(sandbox.started).hasSize(2);
            pool.refill();
            await(sandbox, 4);
            taken.add(pool.take(BoxSpec.worker()));
            assertThat(taken).hasSize(3);
            taken.forEach(Worker::close);
        }
    }

    @Test
    void a_worker_that_died_while_it_waited_is_replaced() throws InterruptedException {
        try (var sandbox = new PlainSandbox(); var pool = new WorkerPool(sandbox, Limits.defaults(), 1)) {
            await(sandbox, 1);
            Thread.sleep(300);
            sandbox.started.forEach(box -> box.process().destroyForcibly());
            try (var worker = pool.take(BoxSpec.worker())) {
                assertThat(worker.responds()).isTrue();
            }
        }
    }

    @Test
    void closing_kills_what_waits() throws InterruptedException {
        var sandbox = new PlainSandbox();
        var pool = new WorkerPool(sandbox, Limits.defaults(), 2);
        await(sandbox, 2);
        Thread.sleep(300);
        pool.close();
        assertThat(sandbox.started).noneMatch(box -> box.process().isAlive());
    }

    @Test
    void a_sandbox_that_cannot_start_is_the_takers_exception() {
        var starts = new AtomicInteger();
        var broken = new PlainSandbox() {
            @Override
            public PlainBox start(BoxSpec spec) {
                starts.incrementAndGet();
                throw new SandboxException("no boxes here");
            }
        };
        try (var pool = new WorkerPool(broken, Limits.defaults(), 1)) {
            assertThatThrownBy(() -> pool.take(BoxSpec.worker())).hasMessage("no boxes here");
            assertThat(starts.get()).isBetween(4, 6);
        }
    }

    @Test
    void the_usual_size_is_small() {
        assertThat(WorkerPool.usualSize(Limits.defaults())).isBetween(1,
                Runtime.getRuntime().availableProcessors() + 1);
    }
}
