package touchstone.web.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.UsageException;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

/// Where the data lies, for all commands that need it.
final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", order = 10)
    private @Nullable Path data;

    @Option(names = "--db", paramLabel = "JDBC_URL", descriptionKey = "option.db", order = 11)
    private @Nullable String database;

    /// H2's code.
    private static final int IN_USE = 90_020;
    /// Beside the usual folder, so that nobody's work meets a demo's.
    private static final String DEMO = "-demo";

    private boolean demo;

    /// From now on the usual folder is that of the demo.
    void forDemo() {
        demo = true;
    }

    /// The folder of the data, made if it is not there, readable by its owner alone.
    Path folder(Context context, Map<String, String> environment) {
        var folder = data != null ? data : usual(environment);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder.toRealPath();
        } catch (IOException _) {
            throw new UsageException(context.words(WebCommands.BUNDLE).say("data.noFolder", folder));
        }
    }

    private Path usual(Map<String, String> environment) {
        var home = Path.of(environment.getOrDefault("HOME", "."));
        var base = environment.get("XDG_DATA_HOME");
        return (base == null || base.isBlank() ? home.resolve(".local/share") : Path.of(base))
                .resolve("touchstone" + (demo ? DEMO : ""));
    }

    DatabaseAddress address(Context context, Map<String, String> environment) {
        if (database == null) {
            return new DatabaseAddress.Embedded(folder(context, environment));
        }
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new UsageException(context.words(WebCommands.BUNDLE).say("data.notPostgreSql"));
        }
        return new DatabaseAddress.PostgreSql(database);
    }

    Store open(Context context, Map<String, String> environment) {
        var address = address(context, environment);
        try {
            return Store.open(address);
        } catch (RuntimeException e) {
            throw refused(e).map(why -> wrong(context, address, why)).orElseThrow(() -> e);
        }
    }

    /// What the database itself said.
    private static Optional<SQLException> refused(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static RuntimeException wrong(Context context, DatabaseAddress address, SQLException why) {
        var words = context.words(WebCommands.BUNDLE);
        return new UsageException(switch (address) {
            case DatabaseAddress.Embedded(var folder) when why.getErrorCode() == IN_USE ->
                words.say("data.inUse", folder);
            case DatabaseAddress.Embedded(var folder) -> words.say("data.broken", folder, said(why));
            case DatabaseAddress.PostgreSql _ -> words.say("data.noDatabase", said(why));
        });
    }

    private static String said(SQLException why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }
}
