package touchstone.web.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `certificate`.
public final class Certificates {
    private final Jdbi jdbi;

    Certificates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// In place of the one before.
    public void keep(Certificate certificate) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from certificate where exercise = :exercise")
                    .bind("exercise", certificate.exercise())
                    .execute();
            handle.createUpdate("""
                insert into certificate (exercise, version, claims, failed, details, verified_at)
                values (:exercise, :version, :claims, :failed, :details, :verifiedAt)""")
                    .bindMethods(certificate)
                    .execute();
        });
    }

    public Optional<Certificate> find(String exercise) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from certificate where exercise = :exercise")
                        .bind("exercise", exercise)
                        .mapTo(Certificate.class)
                        .findOne());
    }

    public List<Certificate> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from certificate").mapTo(Certificate.class).list());
    }
}
