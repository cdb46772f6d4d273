package touchstone.web.serve;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.UsageException;
import touchstone.judge.text.Words;

/// `serve`: the web application until it is told to end.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65535;

    private final Context context;
    private final Machine machine;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "serve.port", order = 1)
    private int port = 7070;

    @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "serve.host", order = 2)
    private String host = "127.0.0.1";

    @Option(names = "--behind-proxy", descriptionKey = "serve.proxy", order = 3)
    private boolean behindProxy;

    @Option(names = "--parallel", paramLabel = "N", descriptionKey = "serve.parallel", order = 4)
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--demo", descriptionKey = "serve.demo", order = 5)
    private boolean demo;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ServeCommand(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    @Override
    public Integer call() throws InterruptedException {
        var words = context.words(WebCommands.BUNDLE);
        if (port < 0 || port > PORT_MAX) {
            throw new UsageException(words.say("serve.wrongPort", port));
        }
        if (parallel < 1) {
            throw new UsageException(words.say("serve.wrongParallel", parallel));
        }
        if (demo) {
            if (!local()) {
                throw new UsageException(words.say("serve.demo.local", host));
            }
            data.forDemo();
        }
        var folder = data.folder(context, machine.environment());
        Logs.into(folder.resolve("logs"));
        var ended = new CountDownLatch(1);
        var settings = new Server.Settings(host, port, behindProxy, parallel, context.folders(common));
        var store = data.open(context, machine.environment());
        var shown = demo ? Optional.of(new DemoShow(store, settings, context.clock(), words, context::print))
                : Optional.<DemoShow>empty();
        shown.ifPresent(show -> show.fill(folder));
        var server = Server.start(machine, store, settings, context.clock());
        machine.onExit(() -> {
            server.close();
            ended.countDown();
        });
        try {
            welcome(words, server);
            shown.ifPresent(show -> show.welcome(server.address()));
            context.print(words.say("serve.judging", server.awaitJudge().name(), parallel));
            context.console().out().flush();
            shown.ifPresent(DemoShow::follow);
            ended.await();
        } finally {
            server.close();
        }
        return ExitCode.DONE;
    }

    private void welcome(Words words, Server server) {
        context.print(words.say("serve.ready", server.address()));
        server.setupPath()
                .ifPresent(path -> context.print(words.say("serve.setup", server.address() + path)));
        if (!local()) {
            context.print(words.say("serve.open"));
        }
        context.console().out().flush();
    }

    private boolean local() {
        return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
    }
}
