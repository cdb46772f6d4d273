package touchstone.web.store;

import java.nio.file.Path;

/// Where the data lies.
public sealed interface DatabaseAddress {
    /// The embedded database in a folder of ours.
    record Embedded(Path folder) implements DatabaseAddress {}

    /// A PostgreSQL server.
    ///
    /// @param url as JDBC wants it, with user and password among its parameters
    record PostgreSql(String url) implements DatabaseAddress {
        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("not a JDBC URL of PostgreSQL");
            }
        }

        /// The password stands in the URL.
        @Override
        public String toString() {
            return "PostgreSql";
        }
    }
}
