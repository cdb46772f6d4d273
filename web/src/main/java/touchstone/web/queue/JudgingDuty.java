package touchstone.web.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.StandingJson;
import touchstone.web.queue.Examiner.Finding;
import touchstone.web.queue.TimedTasks.Next;
import touchstone.web.store.Judgings.Outcome;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// Judges one submission and writes down what was found, unless somebody else has begun after us.
final class JudgingDuty implements TimedTasks.Duty {
    /// When to try again after each failure of ours; after the last one it stays.
    static final List<Duration> RETRIES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    private static final Logger LOG = LoggerFactory.getLogger(JudgingDuty.class);

    private final Store store;
    private final Examiner examiner;
    private final Pauses pauses;
    private final Watchers watchers;
    private final InstantSource clock;
    private final Runnable moved;

    /// Judges with these.
    ///
    /// @param moved called whenever others may have moved up in the queue
    JudgingDuty(
            Store store,
            Examiner examiner,
            Pauses pauses,
            Watchers watchers,
            InstantSource clock,
            Runnable moved) {
        this.store = store;
        this.examiner = examiner;
        this.pauses = pauses;
        this.watchers = watchers;
        this.clock = clock;
        this.moved = moved;
    }

    @Override
    public Next perform(long id, BooleanSupplier abandoned) {
        var attempt = store.judgings().begin(id, clock.instant());
        if (attempt.isEmpty()) {
            return new Next.Never();
        }
        moved.run();
        try {
            var submission = store.submissions().find(id).orElseThrow();
            var finding = examiner.examine(submission, seed(submission), watchers.judging(id));
            return abandoned.getAsBoolean() ? new Next.Left() : write(submission, attempt.get(), finding);
        } finally {
            watchers.left(id);
            moved.run();
        }
    }

    private long seed(Submission submission) {
        return store.candidates()
                .find(submission.candidateId())
                .flatMap(candidate -> store.interviews().find(candidate.interviewId()))
                .orElseThrow()
                .seed();
    }

    private Next write(Submission submission, int attempt, Finding finding) {
        var outcome = new Outcome(finding.version(), StandingJson.write(finding.standing()),
                finding.judgement().map(judgement -> JudgingRecord.of(judgement).json()));
        if (finding.standing() instanceof Standing.JudgeError error) {
            LOG.error("{} was not judged: {}", submission, error.message());
            return store.inTransaction(() -> fail(submission, attempt, outcome));
        }
        return store.judgings().finish(submission.id(), attempt, outcome, clock.instant()) ? new Next.Never()
                : new Next.Left();
    }

    private Next fail(Submission submission, int attempt, Outcome outcome) {
        var now = clock.instant();
        var failures = store.judgings().fail(submission.id(), attempt, outcome, now);
        if (failures.isEmpty()) {
            return new Next.Left();
        }
        int times = failures.get();
        if (times == 1) {
            pauses.give(submission.candidateId(), submission.submittedAt(), now, Pause.Cause.JUDGE_ERROR);
        }
        return times > RETRIES.size() ? new Next.Never() : new Next.Again(now.plus(RETRIES.get(times - 1)));
    }
}
