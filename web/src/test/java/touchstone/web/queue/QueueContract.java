package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.JudgingRecord;
import touchstone.web.queue.JudgingProgress.Compiling;
import touchstone.web.queue.JudgingProgress.Done;
import touchstone.web.queue.JudgingProgress.Queued;
import touchstone.web.queue.JudgingProgress.Running;
import touchstone.web.store.Judging;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.Databases;
import touchstone.web.testing.SettableClock;

/// What every database must do: submissions on their way to a verdict.
@SuppressWarnings("NullAway.Init") // JUnit
abstract class QueueContract {
    private final Databases databases;
    private final SettableClock clock = new SettableClock(Stage.START);
    @TempDir
    private Path folder;
    private Store store;
    private Stage stage;
    private FakeJudge judge;

    QueueContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        store = Store.open(databases.empty(folder));
        judge = new FakeJudge("fake");
        stage = new Stage(store, clock, judge, 1);
        stage.backstage.takeUp();
    }

    @AfterEach
    void close() {
        stage.close();
        store.close();
    }

    Store store() {
        return store;
    }

    Stage stage() {
        return stage;
    }

    SettableClock clock() {
        return clock;
    }

    FakeJudge judge() {
        return judge;
    }

    @Test
    void a_submission_is_judged_with_the_seed_of_its_interview_and_everything_is_kept() throws Exception {
        var submission = stage.submit(stage.started(), "class Solution {}");
        stage.untilDone(submission.id());
        assertThat(stage.standing(submission.id())).isInstanceOf(Standing.Judged.class);
        assertThat(judge.seeds).containsExactly(Stage.SEED);
        var judging = store.judgings().find(submission.id()).orElseThrow();
        assertThat(judging).returns(Judging.State.DONE, Judging::state)
                .returns(1, Judging::attempt)
                .returns(Optional.of("hash-of-code"), Judging::version);
        assertThat(JudgingRecord.parse(judging.record().orElseThrow()).submissionSha256())
                .isEqualTo(submission.sha256());
        Stage.eventually(() -> tasks() == 0);
    }

    @Test
    void what_is_rolled_back_leaves_nothing_to_judge() {
        long candidate = stage.started();
        assertThatThrownBy(() -> store.inTransaction(() -> {
            stage.submit(candidate, "x");
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(store.submissions().ofCandidate(candidate)).isEmpty();
        assertThat(store.judgings().ofCandidate(candidate)).isEmpty();
        assertThat(tasks()).isZero();
    }

    @Test
    void a_number_is_marked_and_what_nobody_knows_is_missing() throws Exception {
        long candidate = stage.started();
        var number = stage.backstage.judgings().submit(candidate, Items.NUMBER, "42", Origin.CANDIDATE);
        var gone = stage.backstage.judgings().submit(candidate, "gone", "x", Origin.CANDIDATE);
        var blank = stage.submit(candidate, " \n");
        stage.untilDone(number.id());
        stage.untilDone(gone.id());
        stage.untilDone(blank.id());
        assertThat(stage.standing(number.id())).isInstanceOf(Standing.Marked.class);
        assertThat(stage.standing(gone.id())).isEqualTo(new Standing.Missing());
        assertThat(stage.standing(blank.id())).isEqualTo(new Standing.NoAnswer());
    }

    @Test
    void whoever_waits_goes_before_what_was_collected() throws Exception {
        long candidate = stage.started();
        var gate = judge.hold("first");
        stage.submit(candidate, "first");
        gate.awaitReached();
        var collected = stage.backstage.judgings()
                .submit(candidate, Items.CODE, "collected", Origin.COLLECTED);
        stage.submit(candidate, "second");
        gate.release();
        stage.untilDone(collected.id());
        assertThat(judge.judged).containsExactly("first", "second", "collected");
    }

    @Test
    void a_listener_hears_how_the_queue_moves_and_how_the_judging_goes_on() throws Exception {
        long candidate = stage.started();
        var first = judge.hold("first");
        var second = judge.hold("second");
        var third = judge.hold("third");
        stage.submit(candidate, "first");
        first.awaitReached();
        stage.submit(candidate, "second");
        var submission = stage.submit(candidate, "third");
        var heard = new LinkedBlockingQueue<JudgingProgress>();
        try (var _ = stage.backstage.judgings().watch(submission.id(), heard::add)) {
            assertThat(next(heard)).isEqualTo(new Queued(1));
            first.release();
            second.awaitReached();
            assertThat(next(heard)).isEqualTo(new Queued(0));
            second.release();
            third.awaitReached();
            assertThat(stage.backstage.judgings().progress(submission.id())).isEqualTo(new Running(1, 2));
            third.release();
            var rest = new ArrayList<JudgingProgress>();
            do {
                rest.add(next(heard));
            } while (!(rest.getLast() instanceof Done));
            assertThat(List.<JudgingProgress>of(new Compiling(), new Running(1, 2), new Running(2, 2),
                    new Done())).containsSubsequence(rest);
        }
        assertThat(stage.untilDone(submission.id())).containsExactly(new Done());
    }

    @Test
    void a_slow_listener_holds_nobody_up_and_hears_the_latest() throws Exception {
        long candidate = stage.started();
        var gate = judge.hold("x");
        var submission = stage.submit(candidate, "x");
        gate.awaitReached();
        var patience = new CountDownLatch(1);
        var heard = new LinkedBlockingQueue<JudgingProgress>();
        try (var _ = stage.backstage.judgings().watch(submission.id(), progress -> {
            heard.add(progress);
            awaitForEver(patience);
        })) {
            assertThat(next(heard)).isEqualTo(new Running(1, 2));
            gate.release();
            stage.untilDone(submission.id());
            assertThat(heard).isEmpty();
            patience.countDown();
            assertThat(next(heard)).isIn(new Running(2, 2), new Done());
        }
    }

    @Test
    void a_listener_that_fails_is_not_told_any_more_and_harms_nobody() throws Exception {
        long candidate = stage.started();
        var gate = judge.hold("x");
        var submission = stage.submit(candidate, "x");
        gate.awaitReached();
        var heard = new LinkedBlockingQueue<JudgingProgress>();
        try (var _ = stage.backstage.judgings().watch(submission.id(), progress -> {
            heard.add(progress);
            throw new IllegalStateException("gone");
        })) {
            next(heard);
            gate.release();
            stage.untilDone(submission.id());
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void a_failure_of_ours_is_tried_again_and_given_back() throws Exception {
        long candidate = stage.started();
        judge.broken = true;
        var gate = judge.hold("x");
        var submission = stage.submit(candidate, "x");
        gate.awaitReached();
        clock.move(Duration.ofSeconds(7));
        gate.release();
        stage.untilDone(submission.id());
        assertThat(stage.standing(submission.id())).isEqualTo(new Standing.JudgeError("no box"));
        assertThat(store.candidates().pauses(candidate)).singleElement()
                .returns(Duration.ofSeconds(7), Pause::length)
                .returns(Pause.Cause.JUDGE_ERROR, Pause::cause);
        stage.pass(clock, Duration.ofSeconds(59));
        assertThat(judge.judged).hasSize(1);
        Stage.eventually(() -> !picked());
        judge.broken = false;
        stage.pass(clock, Duration.ofSeconds(2));
        Stage.eventually(() -> stage.standing(submission.id()) instanceof Standing.Judged);
        assertThat(store.judgings().find(submission.id())).get().returns(2, Judging::attempt);
        assertThat(store.candidates().pauses(candidate)).hasSize(1);
    }

    @Test
    void what_crashes_is_tried_again_after_a_second_and_then_ever_later() throws Exception {
        var gate = judge.hold("first");
        long candidate = stage.started();
        stage.submit(candidate, "first");
        gate.awaitReached();
        long submission = stage.submit(candidate, "x").id();
        alter("alter table submission rename to away");
        gate.release();
        for (int crashes = 1; crashes <= 3; crashes++) {
            int number = crashes;
            Stage.eventually(() -> attempts(submission) == number && !picked());
            stage.pass(clock, Duration.ofSeconds(1L << (crashes - 1)).minusMillis(1));
            assertThat(attempts(submission)).isEqualTo(crashes);
            if (crashes == 3) {
                alter("alter table away rename to submission");
            }
            stage.pass(clock, Duration.ofMillis(1));
        }
        stage.untilDone(submission);
        assertThat(attempts(submission)).isEqualTo(4);
        assertThat(stage.standing(submission)).isInstanceOf(Standing.Judged.class);
    }

    private void alter(String statement) {
        store.jdbi().useHandle(handle -> handle.execute(statement));
    }

    private int attempts(long submission) {
        return store.judgings().find(submission).orElseThrow().attempt();
    }

    @Test
    void what_fails_four_times_stays_a_failure_of_ours() throws Exception {
        judge.broken = true;
        var submission = stage.submit(stage.started(), "x");
        for (int attempt = 1; attempt <= 4; attempt++) {
            int number = attempt;
            Stage.eventually(() -> judge.judged.size() == number && !picked());
            stage.pass(clock, Duration.ofMinutes(31));
        }
        assertThat(tasks()).isZero();
        stage.backstage.reconcile();
        assertThat(tasks()).isZero();
        assertThat(stage.standing(submission.id())).isInstanceOf(Standing.JudgeError.class);
        assertThat(store.judgings().find(submission.id())).get()
                .returns(Judging.State.FAILED, Judging::state)
                .returns(4, Judging::attempt);
    }

    @Test
    void what_was_left_behind_is_judged_after_the_next_start_and_its_late_verdict_is_refused()
            throws Exception {
        long candidate = stage.started();
        var left = judge.hold("x");
        var submission = stage.submit(candidate, "x");
        left.awaitReached();
        var waiting = stage.submit(candidate, "waiting");
        stage.close();
        var newJudge = new FakeJudge("new");
        stage = new Stage(store, clock, newJudge, 1);
        stage.backstage.takeUp();
        stage.untilDone(submission.id());
        stage.untilDone(waiting.id());
        left.release();
        Stage.eventually(() -> tasks() == 0);
        assertThat(newJudge.judged).containsExactlyInAnyOrder("x", "waiting");
        var judging = store.judgings().find(submission.id()).orElseThrow();
        assertThat(judging.attempt()).isEqualTo(2);
        assertThat(JudgingRecord.parse(judging.record().orElseThrow()).isolation()).startsWith("new");
    }

    @Test
    void a_judging_whose_task_is_lost_gets_a_new_one_and_no_other_gets_a_second() throws Exception {
        long candidate = stage.started();
        var gate = judge.hold("running");
        var running = stage.submit(candidate, "running");
        gate.awaitReached();
        var lost = stage.submit(candidate, "lost");
        store.jdbi()
                .useHandle(handle -> handle.execute("delete from scheduled_judging where task_instance = ?",
                        Long.toString(lost.id())));
        stage.backstage.reconcile();
        stage.backstage.reconcile();
        assertThat(tasks()).isEqualTo(2);
        gate.release();
        stage.untilDone(lost.id());
        stage.untilDone(running.id());
        assertThat(judge.judged).containsExactly("running", "lost");
    }

    @Test
    void what_no_compiler_takes_is_the_authors_error_and_not_ours() throws Exception {
        var tooLarge = stage.submit(stage.started(), "x".repeat(300_000));
        stage.untilDone(tooLarge.id());
        assertThat(stage.standing(tooLarge.id())).isInstanceOf(Standing.Judged.class);
    }

    int tasks() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from scheduled_judging")
                        .mapTo(Integer.class)
                        .one());
    }

    private boolean picked() {
        return store.jdbi()
                .withHandle(handle -> handle
                        .createQuery("select count(*) from scheduled_judging where picked = true")
                        .mapTo(Integer.class)
                        .one()) > 0;
    }

    private static JudgingProgress next(LinkedBlockingQueue<JudgingProgress> heard)
            throws InterruptedException {
        var next = heard.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing is heard");
        }
        return next;
    }

    private static void awaitForEver(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
