package touchstone.web.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

/// Everything that goes on behind the pages. Nothing is taken up before [#start()].
public final class Backstage implements AutoCloseable {
    private static final Duration RECONCILE = Duration.ofMinutes(1);

    private final Store store;
    private final Outages outages;
    private final JudgingQueue judgings;
    private final Endings endings;
    private final DraftDesk desk;
    private final Retention retention;
    private final PatientTimer timer = new PatientTimer("backstage", 2);

    /// How much at a time, and how long at the end.
    ///
    /// @param parallel how many submissions are judged at the same time
    /// @param patience how long closing waits for judgings under way
    public record Settings(int parallel, Duration patience) {}

    /// Puts it together on this store.
    ///
    /// @param time the clock of everything that is written down
    public Backstage(
            Store store,
            Examiner examiner,
            Deadlines deadlines,
            InstantSource time,
            Settings settings) {
        this.store = store;
        // PostgreSQL keeps no more, and what was written is compared with what is read
        InstantSource clock = () -> time.instant().truncatedTo(ChronoUnit.MICROS);
        var pauses = new Pauses(store, deadlines);
        outages = new Outages(store, pauses, clock);
        judgings = new JudgingQueue(store, examiner, pauses, clock,
                new TimedTasks.Kind("scheduled_judging", settings.parallel, settings.patience), timer);
        endings = new Endings(store, judgings, deadlines, outages, clock,
                new TimedTasks.Kind("scheduled_ending", 1, settings.patience));
        desk = new DraftDesk(store, judgings, deadlines, clock);
        retention = new Retention(store, clock);
    }

    public JudgingQueue judgings() {
        return judgings;
    }

    public Endings endings() {
        return endings;
    }

    public DraftDesk desk() {
        return desk;
    }

    /// Takes up what the last run has left, and goes on from there. To be called before pages are served.
    public void start() {
        takeUp();
        timer.every(Outages.BEAT, this::beat);
        timer.every(RECONCILE, this::reconcile);
        timer.execute(() -> PatientTimer.logged(this::expire));
        timer.every(Retention.ROUND, this::expire);
    }

    /// Without the clockwork, for tests that move the clock themselves.
    void takeUp() {
        beat(); // first, or those whose time was taken by the outage would be ended
        switch (store.address()) {
            case DatabaseAddress.Embedded _ -> store.judgings().requeue();
            case DatabaseAddress.PostgreSql _ -> {
            } // others may be at work
        }
        reconcile();
        endings.start();
        judgings.start();
    }

    void beat() {
        outages.beat();
    }

    /// Erases what was kept as long as it may be.
    void expire() {
        retention.round();
    }

    /// Nothing may be lost or left for ever, whatever went wrong before.
    void reconcile() {
        judgings.reconcile();
        endings.reconcile();
    }

    /// Ends no judging: those under way may finish within the patience, or are taken up at the next start.
    @Override
    public void close() {
        endings.stop();
        judgings.stop();
        timer.shutdown();
    }
}
