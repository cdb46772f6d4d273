package touchstone.web.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.Extension;

/// `serve`, `user`, `backup` and `restore`.
public final class WebCommands implements Extension {
    static final String BUNDLE = "touchstone.web.serve.messages";

    private final Machine machine;

    public WebCommands(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String bundle() {
        return BUNDLE;
    }

    @Override
    public Map<String, Object> commands(Context context) {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("serve", new ServeCommand(context, machine));
        commands.put("user",
                new CommandLine(new UserCommand(context))
                        .addSubcommand("add", new UserAddCommand(context, machine))
                        .addSubcommand("list", new UserListCommand(context, machine)));
        commands.put("backup", new BackupCommand(context, machine));
        commands.put("restore", new RestoreCommand(context, machine));
        return commands;
    }
}
