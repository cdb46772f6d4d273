package touchstone.judge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import touchstone.judge.report.Words;

/// The command line: `touchstone COMMAND …`. Prints to its console and returns
/// an exit code; never ends the process and never shows a stack trace unasked.
public final class Touchstone {
    private final Console console;
    private final Workshop workshop;

    /// A command line that prints to this console.
    ///
    public Touchstone(Console console, Workshop workshop) {
        this.console = console;
        this.workshop = workshop;
    }

    /// Runs one command.
    ///
    /// @param machine locale of the machine, which decides the language when the arguments do not
    /// @return the exit code
    public int run(List<String> arguments, Locale machine) {
        var language = CommonOptions.language(arguments, machine);
        var words = Words.of("touchstone.judge.cli.messages", language);
        var context = new Context(console, workshop, words, Words.of(language));
        var commandLine = commandLine(context);
        int code = commandLine.execute(arguments.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        return code;
    }

    private CommandLine commandLine(Context context) {
        var root = new CommandLine(new Root());
        root.addSubcommand("grade", new GradeCommand(context))
                .addSubcommand("list", new ListCommand(context))
                .addSubcommand("show", new ShowCommand(context))
                .addSubcommand("verify", new VerifyCommand(context));
        root.addSubcommand("bench", new BenchCommand(context))
                .addSubcommand("doctor", new DoctorCommand(context))
                .addSubcommand("test", new TestCommand(context));
        root.getCommandSpec().usageMessage().sortOptions(false);
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().sortOptions(false));
        var failures = new Failures(context);
        root.setResourceBundle(context.words().bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(context.console().columns())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures::wrongUse)
                .setExecutionExceptionHandler(failures::failed);
        return root;
    }

    @Command(name = "touchstone", synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {
        @SuppressWarnings("UnusedVariable") // filled by picocli
        @Mixin
        private CommonOptions common = new CommonOptions();

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
