package touchstone.web.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

/// Duties of one kind, each at its time, in a table of db-scheduler's of their own. A duty may be performed more
/// than once after a crash, so it checks for itself what is left to do.
final class TimedTasks {
    /// What somebody waits for.
    static final int URGENT = 90;
    static final int USUAL = 50;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final int RETRY_DOUBLINGS_MAX = 6;

    private final Store store;
    private final Kind kind;
    private final TaskDescriptor<Void> descriptor;
    private final CustomTask<Void> task;
    private final JdbcCustomization dialect;
    private final String name = "touchstone-" + UUID.randomUUID();
    private final PatientExecutor workers;
    private final Scheduler scheduler;

    /// What tells one kind from the other.
    ///
    /// @param table of db-scheduler's form
    /// @param threads how many are performed at the same time
    /// @param patience how long the end waits for those at work
    record Kind(String table, int threads, Duration patience) {}

    /// Performed in a thread of its own.
    @FunctionalInterface
    interface Duty {
        /// Does what is left to do.
        ///
        /// @param abandoned whether the server has stopped waiting, so that nothing may be written any more
        Next perform(long id, BooleanSupplier abandoned);
    }

    /// What comes after a duty.
    sealed interface Next {
        record Again(Instant at) implements Next {}

        record Never() implements Next {}

        /// Somebody else is at it, or will be.
        record Left() implements Next {}
    }

    TimedTasks(Store store, Kind kind, InstantSource clock, Duty duty) {
        this.store = store;
        this.kind = kind;
        boolean embedded = embedded(store);
        descriptor = TaskDescriptor.of(kind.table, Void.class);
        // db-scheduler's own way with PostgreSQL claims far more rows than it asks for
        dialect = embedded ? new DefaultJdbcCustomization(false)
                : new PostgreSqlJdbcCustomization(true, false);
        task = Tasks.custom(descriptor)
                .onFailure((done, operations) -> operations.reschedule(done,
                        clock.instant().plus(untilRetry(done.getExecution().consecutiveFailures))))
                .onDeadExecutionRevive()
                .execute((instance, _) -> completion(duty, Long.parseLong(instance.getId())));
        // Rows that are claimed together do not look for more before all are done, so each one's end does.
        workers = new PatientExecutor(kind.table, kind.threads, embedded ? () -> {} : this::look, () -> {});
        var builder = Scheduler.create(store.connections(), task)
                .clock(clock::instant)
                .threads(kind.threads)
                .executorService(workers)
                .dueExecutor(new PatientExecutor(kind.table + "-due", 1, () -> {}, this::look))
                .housekeeperExecutor(new PatientTimer(kind.table + "-housekeeper", 1))
                .shutdownMaxWait(kind.patience);
        scheduler = polling(builder, embedded).build();
    }

    private SchedulerBuilder polling(SchedulerBuilder builder, boolean embedded) {
        builder.schedulerName(new SchedulerName.Fixed(name))
                .tableName(kind.table)
                .jdbcCustomization(dialect)
                .enablePriority()
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED);
        return embedded ? builder.pollUsingFetch(0.5, 1.0) : builder.pollUsingLockAndFetch(0.5, 1.0);
    }

    private static boolean embedded(Store store) {
        return switch (store.address()) {
            case DatabaseAddress.Embedded _ -> true;
            case DatabaseAddress.PostgreSql _ -> false;
        };
    }

    private CompletionHandler<Void> completion(Duty duty, long id) {
        return switch (duty.perform(id, this::leftBehind)) {
            case Next.Again(var at) -> (done, operations) -> operations.reschedule(done, at);
            case Next.Never() -> (_, operations) -> operations.remove();
            case Next.Left() -> (_, _) -> {};
        };
    }

    /// Soon at first, for a database that was busy or gone for a moment; then ever later, up to a minute.
    private static Duration untilRetry(int failuresBefore) {
        return FIRST_RETRY.multipliedBy(1L << Math.min(failuresBefore, RETRY_DOUBLINGS_MAX));
    }

    private boolean leftBehind() {
        return workers.leftBehind();
    }

    /// Looks for what is due now rather than at the next poll.
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /// In the handle's transaction, unless there is such a task already.
    void schedule(Handle handle, long id, int priority, Instant at) {
        SchedulerClient.Builder.create(new OneConnection(handle.getConnection()), task)
                .tableName(kind.table)
                .jdbcCustomization(dialect)
                .enablePriority()
                .build()
                .scheduleIfNotExists(instance(id, priority, at));
        handle.afterCommit(this::look);
    }

    /// Makes the task, or moves it to this time unless it is being performed.
    void ensure(long id, int priority, Instant at) {
        var existing = scheduler.getScheduledExecution(descriptor.instanceId(Long.toString(id)));
        if (existing.isPresent() && existing.get().getExecutionTime().equals(at)) {
            return;
        }
        try {
            scheduler.schedule(instance(id, priority, at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException ignored) {
            return; // what is being performed sees for itself how late it is
        }
        look();
    }

    private SchedulableInstance<Void> instance(long id, int priority, Instant at) {
        return descriptor.instance(Long.toString(id)).priority(priority).scheduledTo(at);
    }

    /// Nobody else can be at work on an embedded database, so whatever is claimed was left by a crash.
    void start() {
        if (embedded(store)) {
            release("<>");
        }
        scheduler.start();
    }

    /// Waits for those at work as long as patience lasts, and leaves them to the next start.
    void stop() {
        scheduler.stop();
        release("=");
    }

    private void release(String comparedWithUs) {
        store.jdbi().useHandle(handle -> handle.createUpdate("""
            update %s set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked_by %s :name""".formatted(kind.table, comparedWithUs)).bind("name", name).execute());
    }
}
