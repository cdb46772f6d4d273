package touchstone.web.serve;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.UsageException;
import touchstone.judge.text.Words;
import touchstone.web.access.NewAccount;
import touchstone.web.access.Passwords;
import touchstone.web.page.Tokens;
import touchstone.web.store.Role;

/// `user add LOGIN`.
@Command(name = "add")
final class UserAddCommand implements Callable<Integer> {
    private final Context context;
    private final Machine machine;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "user.login")
    private String login = "";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "user.name", order = 1)
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "owner|interviewer|viewer|author", descriptionKey = "user.role", order = 2)
    private Role role = Role.OWNER;

    @Option(names = "--generate-password", descriptionKey = "user.generate", order = 3)
    private boolean generate;

    @Mixin
    private DataOptions data = new DataOptions();

    @SuppressWarnings("UnusedVariable") // filled by picocli
    @Mixin
    private CommonOptions common = new CommonOptions();

    UserAddCommand(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var words = context.words(WebCommands.BUNDLE);
        var wanted = NewAccount.of(login, Optional.ofNullable(name));
        wanted.problem().ifPresent(key -> {
            throw new UsageException(context.words("touchstone.web.access.messages").say(key));
        });
        try (var store = data.open(context, machine.environment())) {
            if (store.accounts().byLogin(wanted.login()).isPresent()) {
                throw new UsageException(words.say("user.taken", wanted.login()));
            }
            var password = generate ? new Tokens(new SecureRandom()).draw() : asked(words);
            var added = store.accounts()
                    .add(wanted.login(), wanted.name(), role, new Passwords().hash(password),
                            context.clock().instant())
                    .orElseThrow();
            context.print(words.say("user.added", added.login(), added.role()));
            if (generate) {
                context.print(words.say("user.password", password));
            }
        }
        return ExitCode.DONE;
    }

    private String asked(Words words) {
        var password = machine.password(words.say("user.ask"))
                .orElseThrow(() -> new UsageException(words.say("user.noTerminal")));
        Passwords.problem(password).ifPresent(key -> {
            throw new UsageException(context.words("touchstone.web.access.messages").say(key));
        });
        return password;
    }
}
