package touchstone.web.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.store.Submission.Origin;

/// Submissions on their way to a verdict. What is handed in is judged, whatever ends or fails in between.
public final class JudgingQueue {
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final Store store;
    private final InstantSource clock;
    private final PatientTimer timer;
    private final Watchers watchers;
    private final TimedTasks tasks;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    /// Ends when it has told of [JudgingProgress.Done], or when it is closed.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    JudgingQueue(
            Store store,
            Examiner examiner,
            Pauses pauses,
            InstantSource clock,
            TimedTasks.Kind kind,
            PatientTimer timer) {
        this.store = store;
        this.clock = clock;
        this.timer = timer;
        watchers = new Watchers(store);
        tasks = new TimedTasks(store, kind, clock,
                new JudgingDuty(store, examiner, pauses, watchers, clock, this::moved));
    }

    /// Keeps a submission and queues its judging, both or neither. When this returns it is committed, unless the
    /// caller has a transaction open: then with that.
    public Submission submit(long candidate, String item, String content, Origin origin) {
        return store.jdbi().inTransaction(handle -> add(handle, candidate, item, content, origin));
    }

    private Submission add(Handle handle, long candidate, String item, String content, Origin origin) {
        var now = clock.instant();
        var submission = store.submissions().add(candidate, item, content, origin, now);
        store.judgings().queue(submission.id());
        tasks.schedule(handle, submission.id(), priority(origin), now);
        return submission;
    }

    private static int priority(Origin origin) {
        return switch (origin) {
            case CANDIDATE -> TimedTasks.URGENT;
            case COLLECTED -> TimedTasks.USUAL;
        };
    }

    /// How far the judging of a submission is just now.
    public JudgingProgress progress(long submission) {
        return watchers.progress(submission);
    }

    /// Tells a listener how far it is, beginning with now. Never blocks the judge: whoever listens slowly hears the
    /// latest alone. A listener that throws is not told any more.
    public Watch watch(long submission, Consumer<JudgingProgress> listener) {
        return watchers.watch(submission, listener);
    }

    private void moved() {
        if (refreshing.compareAndSet(false, true)) {
            timer.execute(() -> {
                refreshing.set(false);
                PatientTimer.logged(watchers::refresh);
            });
        }
    }

    void start() {
        tasks.start();
        timer.every(REFRESH, watchers::refresh);
    }

    /// Looks for due judgings at once.
    void look() {
        tasks.look();
    }

    void stop() {
        tasks.stop();
    }

    /// Makes tasks for whatever has none and is still to be judged.
    void reconcile() {
        var forgotten = store.jdbi().withHandle(handle -> handle.createQuery("""
            select submission_id from judging
            where (state in ('QUEUED', 'RUNNING') or state = 'FAILED' and failures <= :retries)
                and not exists (select 1 from scheduled_judging
                    where task_instance = cast(submission_id as varchar(100)))
            order by submission_id""").bind("retries", JudgingDuty.RETRIES.size()).mapTo(Long.class).list());
        forgotten.forEach(submission -> tasks.ensure(submission, TimedTasks.USUAL, clock.instant()));
    }
}
