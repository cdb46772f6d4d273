package touchstone.judge.cli.extension;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.Extension;
import touchstone.judge.cli.UsageException;

/// `greet WHO`, `team` and `team greet WHO`.
public final class Greeting implements Extension {
    private static final String BUNDLE = "touchstone.judge.cli.extension.messages";

    @Override
    public String bundle() {
        return BUNDLE;
    }

    @Override
    public Map<String, Object> commands(Context context) {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("greet", new Greet(context));
        commands.put("team", new CommandLine(new Team(context)).addSubcommand("greet", new Greet(context)));
        return commands;
    }

    @Command(name = "greet")
    private static final class Greet implements Callable<Integer> {
        private final Context context;

        @Parameters(paramLabel = "WHO", descriptionKey = "greet.who")
        private String who = "";

        @Option(names = "--times", paramLabel = "N", descriptionKey = "greet.times", order = 1)
        private int times = 1;

        @Mixin
        private CommonOptions common = new CommonOptions();

        Greet(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            if (times < 1) {
                throw new UsageException(context.words(BUNDLE).say("greet.wrongTimes", times));
            }
            context.print(context.style(common).bold(who + " ").repeat(times));
            context.folders(common).forEach(folder -> context.console().err().println(folder));
            return ExitCode.DONE;
        }
    }

    @Command(name = "team")
    private static final class Team implements Callable<Integer> {
        private final Context context;

        @SuppressWarnings("UnusedVariable") // filled by picocli
        @Mixin
        private CommonOptions common = new CommonOptions();

        Team(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            context.print("team");
            return ExitCode.OUR_FAULT;
        }
    }
}
