package touchstone.judge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `test` belongs to the start script, since it builds what it tests; here it
/// only has its place in the help.
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
    private final Context context;

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    TestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        throw context.wrongUse("test.script");
    }
}
