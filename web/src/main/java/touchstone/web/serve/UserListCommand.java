package touchstone.web.serve;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;

/// `user list`.
@Command(name = "list")
final class UserListCommand implements Callable<Integer> {
    private final Context context;
    private final Machine machine;

    @Mixin
    private DataOptions data = new DataOptions();

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    UserListCommand(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var words = context.words(WebCommands.BUNDLE);
        try (var store = data.open(context, machine.environment())) {
            var accounts = store.accounts().all();
            if (accounts.isEmpty()) {
                context.print(words.say("user.none"));
            }
            for (var account : accounts) {
                context.print(words.say(account.active() ? "user.line" : "user.lineDisabled", account.login(),
                        account.role(), account.name()));
            }
        }
        return ExitCode.DONE;
    }
}
