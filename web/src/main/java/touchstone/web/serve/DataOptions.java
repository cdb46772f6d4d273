package touchstone.web.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

    /// Beside the usual folder, so that nobody's work meets a demo's.
    private static final String DEMO = "-demo";

    private boolean demo;

    /// From now on the usual folder is that of the demo.
    void forDemo() {
        demo = true;
    }

    /// The folder of the data, made if it is not there, readable by its owner alone.
    Path folder(Map<String, String> environment) {
        return made(data != null ? data : usual(environment));
    }

    private static Path made(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
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
            return new DatabaseAddress.Embedded(folder(environment));
        }
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new UsageException(context.words(WebCommands.BUNDLE).say("data.notPostgreSql"));
        }
        return new DatabaseAddress.PostgreSql(database);
    }

    Store open(Context context, Map<String, String> environment) {
        return Store.open(address(context, environment));
    }
}
