package touchstone.web.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import touchstone.web.store.DatabaseAddress;

/// Where a test can have an empty database.
@FunctionalInterface
public interface Databases {
    /// The embedded one.
    Databases H2 = DatabaseAddress.Embedded::new;

    /// An empty one.
    ///
    /// @param folder of this test alone
    DatabaseAddress empty(Path folder);

    /// A real PostgreSQL server, one for all tests of a run. It ends with the JVM.
    static Databases postgreSql() {
        return _ -> {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new DatabaseAddress.PostgreSql(Server.RUNNING.getJdbcUrl("postgres", name));
        };
    }

    /// Started when the first test asks.
    final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private Server() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
