package touchstone.web.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import touchstone.judge.Judging;
import touchstone.judge.answer.Marker;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.StandingJson;
import touchstone.web.grading.Timing;
import touchstone.web.store.Draft;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.SettableClock;

/// An interview of an hour, its candidates, and everything behind the pages.
final class Stage implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final long SEED = 77;

    final Store store;
    final Backstage backstage;

    Stage(Store store, InstantSource clock, Judging judge, int parallel) {
        this(store, clock,
                new Examiner(judge, new Marker(new LocalEvaluator(), new LocalEvaluator()), Items::find),
                parallel, Duration.ofMillis(200));
    }

    Stage(Store store, InstantSource clock, Examiner examiner, int parallel, Duration patience) {
        this.store = store;
        backstage = new Backstage(store, examiner, this::deadline, clock,
                new Backstage.Settings(parallel, patience));
    }

    Optional<Instant> deadline(long id) {
        return store.candidates()
                .find(id)
                .flatMap(candidate -> Timing
                        .of(interview(candidate.interviewId()), candidate, store.candidates().pauses(id))
                        .deadline());
    }

    private Interview interview(long id) {
        return store.interviews().find(id).orElseThrow();
    }

    /// Time passes, and servers are alive all the while.
    void pass(SettableClock clock, Duration time) {
        store.heartbeat().beat(clock.instant().plus(time));
        clock.move(time);
        backstage.endings().look();
        backstage.judgings().look();
    }

    long invited() {
        int number = store.accounts().all().size();
        long account = store.accounts()
                .add("ada" + number, "Ada", Role.OWNER, "hash", START)
                .orElseThrow()
                .id();
        long interview = store.interviews()
                .add(new Interview(0, "t", "phone-screen", "{}", 60, "30,40,20,10", "blueprint", SEED, true,
                        90, account, START, Optional.empty()));
        return store.candidates().invite(interview, "c", "hash" + number, 0, account, START);
    }

    long started() {
        long candidate = invited();
        if (!backstage.endings().start(candidate)) {
            throw new AssertionError("not started");
        }
        return candidate;
    }

    Submission submit(long candidate, String content) {
        return backstage.judgings().submit(candidate, Items.CODE, content, Origin.CANDIDATE);
    }

    /// Saves over whatever is there.
    void type(long candidate, String item, String content) {
        int revision = store.drafts().find(candidate, item).map(Draft::revision).orElse(0);
        if (!(backstage.desk().save(candidate, item, revision, content) instanceof DraftDesk.Answer.Saved)) {
            throw new AssertionError("not saved");
        }
    }

    Standing standing(long submission) {
        return StandingJson.read(store.judgings().find(submission).orElseThrow().standing().orElseThrow());
    }

    /// What a listener hears, to the end.
    List<JudgingProgress> untilDone(long submission) throws InterruptedException {
        var heard = new ArrayList<JudgingProgress>();
        var done = new CountDownLatch(1);
        try (var _ = backstage.judgings().watch(submission, progress -> {
            heard.add(progress);
            if (progress instanceof JudgingProgress.Done) {
                done.countDown();
            }
        })) {
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("not done after " + heard);
            }
        }
        return heard;
    }

    void untilEnded(long candidate) throws InterruptedException {
        eventually(() -> store.candidates().find(candidate).orElseThrow().endedAt().isPresent());
    }

    /// For what nobody can listen to.
    static void eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it never came");
    }

    @Override
    public void close() {
        backstage.close();
    }
}
