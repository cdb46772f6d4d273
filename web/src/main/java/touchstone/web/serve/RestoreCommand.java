package touchstone.web.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.UsageException;
import touchstone.web.store.Backup.RefusedException;

/// `restore FILE`.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Context context;
    private final Machine machine;

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    private Path file = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    RestoreCommand(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    @Override
    public Integer call() throws IOException {
        var words = context.words(WebCommands.BUNDLE);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(words.say("restore.noFile", file));
        }
        try (var store = data.open(context, machine.environment()); var in = Files.newInputStream(file)) {
            context.print(words.say("restore.done", store.backup().read(in)));
        } catch (RefusedException e) {
            throw new UsageException(words.say(String.valueOf(e.getMessage()), file));
        }
        return ExitCode.DONE;
    }
}
