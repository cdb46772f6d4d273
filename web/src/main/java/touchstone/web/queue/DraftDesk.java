package touchstone.web.queue;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import touchstone.sandbox.Limits;
import touchstone.web.store.Candidate;
import touchstone.web.store.Draft;
import touchstone.web.store.Drafts;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.store.Submission.Origin;

/// Takes what candidates write as long as their time runs, and a few seconds longer.
public final class DraftDesk {
    private static final long BYTES_MAX = Limits.defaults().source().total().bytes();

    private final Store store;
    private final JudgingQueue judgings;
    private final Deadlines deadlines;
    private final InstantSource clock;

    DraftDesk(Store store, JudgingQueue judgings, Deadlines deadlines, InstantSource clock) {
        this.store = store;
        this.judgings = judgings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// What became of what was sent.
    public sealed interface Answer {
        record Saved(Draft draft) implements Answer {}

        /// Somewhere else a later revision was saved; nothing was overwritten.
        record Conflict(Draft other) implements Answer {}

        /// It is committed and will be judged.
        ///
        /// @param draft as it stands now: what was handed in, unless another tab has saved something since
        record Received(Submission submission, Draft draft) implements Answer {}

        /// Their time does not run: it is over, or has not begun.
        record Closed() implements Answer {}

        /// More than a submission may have.
        record TooLarge(long bytesMax) implements Answer {}

        /// Characters that no text has: NUL, halves of a pair.
        record NotText() implements Answer {}
    }

    /// Saves a draft. Whether the item belongs to the interview is the caller's to check.
    ///
    /// @param base the revision that the writer has seen; 0 if there was none
    public Answer save(long candidate, String item, int base, String content) {
        return unfit(content).orElseGet(() -> whileOpen(candidate,
                () -> switch (store.drafts().save(candidate, item, base, content, clock.instant())) {
                    case Drafts.Saving.Saved(var draft) -> new Answer.Saved(draft);
                    case Drafts.Saving.Conflict(var other) -> new Answer.Conflict(other);
                }));
    }

    /// Hands in, and saves the same as a draft if nobody else has saved one meanwhile: what is collected at the end
    /// must not be older than what was handed in.
    public Answer submit(long candidate, String item, int base, String content) {
        return unfit(content).orElseGet(() -> whileOpen(candidate, () -> {
            var submission = judgings.submit(candidate, item, content, Origin.CANDIDATE);
            return new Answer.Received(submission, draft(submission, base));
        }));
    }

    private Draft draft(Submission submission, int base) {
        var current = store.drafts().find(submission.candidateId(), submission.item());
        if (current.isPresent() && current.get().content().equals(submission.content())) {
            return current.get();
        }
        var saving = store.drafts()
                .save(submission.candidateId(), submission.item(), base, submission.content(),
                        submission.submittedAt());
        return switch (saving) {
            case Drafts.Saving.Saved(var draft) -> draft;
            case Drafts.Saving.Conflict(var other) -> other;
        };
    }

    /// Whoever ends the candidate waits for the lock, and whoever waited for it sees the end.
    private Answer whileOpen(long id, Supplier<Answer> work) {
        return store.inTransaction(() -> store.candidates()
                .lock(id)
                .filter(candidate -> candidate.state() == Candidate.State.RUNNING && inTime(id))
                .map(_ -> work.get())
                .orElseGet(Answer.Closed::new));
    }

    private boolean inTime(long id) {
        return deadlines.deadline(id)
                .filter(at -> !clock.instant().isAfter(at.plus(Endings.GRACE)))
                .isPresent();
    }

    /// PostgreSQL keeps no NUL, and half a character is none in UTF-8, so the receipt would not fit.
    private static Optional<Answer> unfit(String content) {
        if (content.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(content)) {
            return Optional.of(new Answer.NotText());
        }
        return content.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX
                ? Optional.of(new Answer.TooLarge(BYTES_MAX))
                : Optional.empty();
    }
}
