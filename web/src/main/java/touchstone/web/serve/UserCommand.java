package touchstone.web.serve;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;

/// `user`: says what lies below it.
@Command(name = "user", synopsisSubcommandLabel = "COMMAND")
final class UserCommand implements Runnable {
    private final Context context;

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UserCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.print(spec.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
    }
}
