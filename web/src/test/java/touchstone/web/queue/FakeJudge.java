package touchstone.web.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Usage;

/// Accepts everything at once, except what a test tells it to hold or to fail. Two tests run.
final class FakeJudge implements Judging {
    final List<String> judged = new CopyOnWriteArrayList<>();
    final List<Long> seeds = new CopyOnWriteArrayList<>();
    volatile boolean broken;
    private final String name;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    /// @param name which judgements give as their backend, with a number that never comes twice
    FakeJudge(String name) {
        this.name = name;
    }

    /// Where a judging waits.
    record Gate(CountDownLatch reached, CountDownLatch open) {
        void awaitReached() throws InterruptedException {
            if (!reached.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody judges it");
            }
        }

        void release() {
            open.countDown();
        }
    }

    /// Holds the next judging of this content after its first test.
    Gate hold(String content) {
        var gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        gates.put(content, gate);
        return gate;
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        var content = submission.files().isEmpty() ? "" : submission.files().getFirst().text();
        judged.add(content);
        seeds.add(seed);
        progress.compiling();
        progress.running(1, 2);
        await(content);
        progress.running(2, 2);
        var verdict = broken ? Verdict.JUDGE_ERROR : submission.unreadable().isEmpty() ? Verdict.ACCEPTED
                : Verdict.COMPILE_ERROR;
        var test = new TestResult("all", "all", Optional.empty(), false, 100, verdict, "", null, null, null,
                "", Duration.ZERO);
        return new Judgement(exercise, submission, verdict, broken ? "no box" : "",
                Map.of(RubricDimension.PRACTICE, 1.0), List.of(test), List.of(), Duration.ZERO, Duration.ZERO,
                Usage.NONE, name + "-" + number.incrementAndGet(), seed);
    }

    private void await(String content) {
        var gate = gates.remove(content);
        if (gate != null) {
            gate.reached.countDown();
            try {
                gate.open.await();
            } catch (InterruptedException e) {
                throw new AssertionError("somebody interrupts judgings", e);
            }
        }
    }
}
