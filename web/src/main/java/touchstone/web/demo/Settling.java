package touchstone.web.demo;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import touchstone.web.store.Store;

/// The story lies in the past, but it is judged now: the judge's times are moved to where they belong.
final class Settling {
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration UNUSUAL = Duration.ofMinutes(3);

    private final Store store;

    Settling(Store store) {
        this.store = store;
    }

    public record Row(long id, Instant submittedAt, Instant beganAt, Instant doneAt) {
        Duration took() {
            return Duration.between(beganAt, doneAt);
        }
    }

    Demo.Progress settle() {
        store.jdbi()
                .useTransaction(handle -> handle.registerRowMapper(ConstructorMapper.factory(Row.class))
                        .createQuery("""
                            select id, submitted_at, began_at, done_at
                            from judging join submission on submission.id = submission_id
                            where state = 'DONE'""")
                        .mapTo(Row.class)
                        .list()
                        .stream()
                        .filter(row -> Duration.between(row.submittedAt, row.beganAt).compareTo(UNUSUAL) > 0)
                        .forEach(row -> handle.createUpdate(
                                """
                                    update judging set began_at = :began, done_at = :done where submission_id = :id""")
                                .bind("began", row.submittedAt.plus(USUAL))
                                .bind("done", row.submittedAt.plus(USUAL).plus(row.took()))
                                .bind("id", row.id)
                                .execute()));
        var backlog = store.backlog();
        long all = backlog.submissions();
        return new Demo.Progress(all - backlog.queued() - backlog.running(), all);
    }
}
