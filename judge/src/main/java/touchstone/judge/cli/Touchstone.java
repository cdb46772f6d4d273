package touchstone.judge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import touchstone.judge.report.TextReport;
import touchstone.judge.text.Words;

/// The command line: `touchstone COMMAND …`. Prints to its console and returns
/// an exit code; never ends the process and never shows a stack trace unasked.
public final class Touchstone {
    private final Console console;
    private final Workshop workshop;
    private final InstantSource clock;
    private final List<Extension> extensions;

    /// A command line that prints to this console.
    ///
    /// @param clock dates reports
    /// @param extensions commands of other modules
    public Touchstone(Console console, Workshop workshop, InstantSource clock, List<Extension> extensions) {
        this.console = console;
        this.workshop = workshop;
        this.clock = clock;
        this.extensions = List.copyOf(extensions);
    }

    /// Runs one command.
    ///
    /// @param machine locale of the machine, which decides the language when the arguments do not
    /// @return the exit code
    public int run(List<String> arguments, Locale machine) {
        var language = CommonOptions.language(arguments, machine);
        var words = Words.of("touchstone.judge.cli.messages", language);
        var context = new Context(console, workshop, clock, words, TextReport.words(language));
        var commandLine = commandLine(context);
        int code = commandLine.execute(arguments.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        return code;
    }

    private CommandLine commandLine(Context context) {
        var root = new CommandLine(new Root());
        root.addSubcommand("grade", new GradeCommand(context))
                .addSubcommand("interview", new InterviewCommand(context))
                .addSubcommand("batch", new BatchCommand(context))
                .addSubcommand("list", list(context))
                .addSubcommand("show", new ShowCommand(context))
                .addSubcommand("verify", new VerifyCommand(context));
        var bench = new CommandLine(new BenchCommand(context)).addSubcommand("batch",
                new BatchBenchCommand(context));
        var described = extend(root, bench, context);
        root.addSubcommand("bench", bench)
                .addSubcommand("doctor", new DoctorCommand(context))
                .addSubcommand("test", new TestCommand(context));
        orderOptionsAsGiven(root);
        var failures = new Failures(context);
        root.setResourceBundle(context.words().bundle());
        // later than the root's, because a bundle given to a command is given to all below it
        described.forEach(CommandLine::setResourceBundle);
        root.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(context.console().columns())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures::wrongUse)
                .setExecutionExceptionHandler(failures::failed);
        return root;
    }

    /// `list` itself lists exercises; what else can be listed are commands below it.
    private static CommandLine list(Context context) {
        return new CommandLine(new ListCommand(context))
                .addSubcommand("questions", new ListQuestionsCommand(context))
                .addSubcommand("blueprints", new ListBlueprintsCommand(context));
    }

    /// Adds the commands of other modules.
    ///
    /// @return what describes them
    private Map<CommandLine, ResourceBundle> extend(CommandLine root, CommandLine bench, Context context) {
        var described = new LinkedHashMap<CommandLine, ResourceBundle>();
        for (var extension : extensions) {
            var bundle = new JoinedBundle(context.words(extension.bundle()).bundle(),
                    context.words().bundle());
            add(root, extension.commands(context), bundle, described);
            add(bench, extension.benches(context), bundle, described);
        }
        return described;
    }

    private static void add(
            CommandLine parent,
            Map<String, Object> commands,
            ResourceBundle bundle,
            Map<CommandLine, ResourceBundle> described) {
        commands.forEach((name, command) -> {
            var line = command instanceof CommandLine made ? made : new CommandLine(command);
            parent.addSubcommand(name, line);
            described.put(line, bundle);
        });
    }

    private static void orderOptionsAsGiven(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false);
        command.getSubcommands().values().forEach(Touchstone::orderOptionsAsGiven);
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
