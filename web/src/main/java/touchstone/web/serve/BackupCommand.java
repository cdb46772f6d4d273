package touchstone.web.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.UsageException;

/// `backup FILE`.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Context context;
    private final Machine machine;

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private Path file = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    BackupCommand(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    /// Under another name first, so that a file of the wanted name is always whole.
    @Override
    public Integer call() throws IOException {
        var words = context.words(WebCommands.BUNDLE);
        if (Files.exists(file)) {
            throw new UsageException(words.say("backup.exists", file));
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(words.say("backup.noFolder", file));
        }
        var part = Files.createTempFile(folder, "touchstone", ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var store = data.open(context, machine.environment())) {
            long rows;
            try (var out = Files.newOutputStream(part)) {
                rows = store.backup().write(out, context.clock().instant());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            context.print(words.say("backup.done", rows, file));
        } finally {
            Files.deleteIfExists(part);
        }
        return ExitCode.DONE;
    }
}
