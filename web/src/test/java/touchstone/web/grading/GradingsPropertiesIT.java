package touchstone.web.grading;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import touchstone.web.store.DatabaseAddress;

/// The same on PostgreSQL.
class GradingsPropertiesIT {
    @Test
    void the_summary_the_reports_and_the_queue_agree_after_anything() throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            new GradingsPropertiesTest().agreeAfterAnything(
                    new DatabaseAddress.PostgreSql(postgres.getJdbcUrl("postgres", "postgres")));
        }
    }
}
