package touchstone.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import touchstone.web.queue.TimedTasks.Next;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Draft;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;

/// Begins and ends candidates' time. Whatever ends it, what was typed last is collected.
public final class Endings {
    /// The last draft was sent in time and may still be on its way.
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Store store;
    private final JudgingQueue judgings;
    private final Deadlines deadlines;
    private final Outages outages;
    private final InstantSource clock;
    private final TimedTasks tasks;

    Endings(
            Store store,
            JudgingQueue judgings,
            Deadlines deadlines,
            Outages outages,
            InstantSource clock,
            TimedTasks.Kind kind) {
        this.store = store;
        this.judgings = judgings;
        this.deadlines = deadlines;
        this.outages = outages;
        this.clock = clock;
        tasks = new TimedTasks(store, kind, clock, this::due);
    }

    /// Starts a candidate's time, or leaves it running.
    ///
    /// @return whether it runs now
    public boolean start(long id) {
        return store.jdbi().inTransaction(handle -> {
            var state = store.candidates().lock(id).map(Candidate::state).orElse(Candidate.State.REVOKED);
            if (state == Candidate.State.INVITED) {
                store.candidates().start(id, clock.instant());
                deadlines.deadline(id)
                        .ifPresent(at -> tasks.schedule(handle, id, TimedTasks.URGENT, at.plus(GRACE)));
            }
            return state == Candidate.State.INVITED || state == Candidate.State.RUNNING;
        });
    }

    /// Ends a candidate's time and hands in every draft that is not handed in.
    ///
    /// @return whether this call did it; only one can
    public boolean end(long id, EndedBy by) {
        return end(id, by, clock.instant());
    }

    private boolean end(long id, EndedBy by, Instant at) {
        return store.inTransaction(() -> {
            boolean ends = store.candidates().lock(id).filter(Endings::open).isPresent()
                    && store.candidates().end(id, by, at);
            if (ends) {
                store.drafts()
                        .ofCandidate(id)
                        .stream()
                        .filter(this::isNews)
                        .forEach(draft -> judgings.submit(id, draft.item(), draft.content(),
                                Origin.COLLECTED));
            }
            return ends;
        });
    }

    /// To be called after a candidate's time was changed, or the end comes up to a minute late.
    public void moved(long id) {
        store.candidates()
                .find(id)
                .filter(Endings::open)
                .flatMap(_ -> deadlines.deadline(id))
                .ifPresent(at -> tasks.ensure(id, TimedTasks.URGENT, at.plus(GRACE)));
    }

    /// Also of those whose link was revoked: they are kept out, but what they wrote is not thrown away.
    private static boolean open(Candidate candidate) {
        return candidate.startedAt().isPresent() && candidate.endedAt().isEmpty();
    }

    /// Nobody means to hand in nothing.
    private boolean isNews(Draft draft) {
        var before = store.submissions().ofItem(draft.candidateId(), draft.item());
        return !draft.content().isBlank()
                && (before.isEmpty() || !before.getLast().content().equals(draft.content()));
    }

    private Next due(long id, BooleanSupplier abandoned) {
        outages.beat(); // after an outage nobody is ended by the time it took
        var deadline = deadlines.deadline(id);
        if (deadline.isEmpty() || store.candidates().find(id).filter(Endings::open).isEmpty()) {
            return new Next.Never();
        }
        var due = deadline.get().plus(GRACE);
        if (clock.instant().isBefore(due)) {
            return new Next.Again(due);
        }
        end(id, EndedBy.TIME, deadline.get());
        return new Next.Never();
    }

    void start() {
        tasks.start();
    }

    /// Looks for due ends at once.
    void look() {
        tasks.look();
    }

    void stop() {
        tasks.stop();
    }

    /// Makes tasks for whoever has none, and moves those that are out of date.
    void reconcile() {
        store.candidates().running().forEach(candidate -> moved(candidate.id()));
    }
}
