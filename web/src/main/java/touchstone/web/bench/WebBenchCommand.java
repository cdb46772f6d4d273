package touchstone.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.cli.CommonOptions;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.ExitCode;
import touchstone.judge.cli.UsageException;
import touchstone.judge.text.Words;
import touchstone.web.library.Library;
import touchstone.web.page.Tokens;
import touchstone.web.store.DatabaseAddress;

/// `bench web`: how the web site bears a crowd of candidates.
@Command(name = "web")
public final class WebBenchCommand implements Callable<Integer> {
    /// With the words of these commands.
    public static final String BUNDLE = "touchstone.web.bench.messages";

    private static final int CANDIDATES_MAX = 5_000;
    private static final int ARRIVE_MAX = 3_600;
    private static final int FAILED = 1;
    private static final String EXERCISE = "attention/scaled-dot-attention";
    private static final List<String> SOURCES = List.of("accepted/three-loops", "accepted/online-softmax",
            "wrong_answer/not-scaled", "compile_error/full-width-semicolon");

    private final Context context;

    @Option(names = "--candidates", paramLabel = "N", descriptionKey = "bench.web.candidates", order = 1)
    private int candidates = 300;

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "bench.web.minutes", order = 2)
    private double minutes = 5;

    @Option(names = "--arrive", paramLabel = "SECONDS", descriptionKey = "bench.web.arrive", order = 3)
    private int arrive = 60;

    @Option(names = "--submit-every", paramLabel = "SECONDS", descriptionKey = "bench.web.submit", order = 4)
    private int submitEvery = 120;

    @Option(names = "--starts", paramLabel = "N", descriptionKey = "bench.web.starts", order = 5)
    private int starts = 5;

    @Option(names = "--db", paramLabel = "JDBC_URL", descriptionKey = "bench.web.db", order = 6)
    private @Nullable String database;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "bench.web.json", order = 7)
    private @Nullable Path json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    public WebBenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var words = context.words(BUNDLE);
        check(words);
        var folder = Files.createTempDirectory("touchstone-bench-web");
        try {
            var report = load(folder, words).run();
            context.print(report.text(words));
            if (json != null) {
                Files.writeString(json, report.json());
            }
            return report.sound() ? ExitCode.DONE : FAILED;
        } finally {
            delete(folder);
        }
    }

    private void check(Words words) {
        if (candidates < 1
                || candidates > CANDIDATES_MAX
                || !(minutes > 0 && minutes <= 60)
                || arrive < 0
                || arrive > ARRIVE_MAX
                || submitEvery < 2
                || starts < 0) {
            throw new UsageException(words.say("bench.web.wrongCount", CANDIDATES_MAX));
        }
        if (json != null && (Files.isDirectory(json) || !Files.isWritable(folder(json)))) {
            throw new UsageException(words.say("bench.web.cannotWrite", json));
        }
        if (database != null && !database.startsWith("jdbc:postgresql:")) {
            throw new UsageException(words.say("bench.web.notPostgreSql"));
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private Load load(Path folder, Words words) throws IOException {
        var exercises = context.folders(common);
        DatabaseAddress address = database == null ? new DatabaseAddress.Embedded(folder)
                : new DatabaseAddress.PostgreSql(database);
        var options = database == null ? List.of("--data", folder.toString())
                : List.of("--data", folder.toString(), "--db", database);
        var extent = new Load.Extent(candidates, Duration.ofSeconds(arrive),
                Duration.ofMillis((long) (minutes * 60_000)), Duration.ofSeconds(submitEvery), starts,
                command(), options, sources(exercises.getFirst()));
        var ground = new Ground(address, Library.open(exercises), context.clock(),
                new Tokens(new SecureRandom()));
        return new Load(extent, ground, System::nanoTime,
                said -> context.console().err().println(said.in(words)));
    }

    /// The start script, or this very Java where there is no build: in tests.
    private List<String> command() {
        var script = context.workshop().shipped().resolveSibling("touchstone");
        var own = System.getProperty("touchstone.home");
        return own != null ? List.of(script.toString())
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtouchstone.home=" + script.resolveSibling("").toAbsolutePath(), "-cp",
                        System.getProperty("java.class.path"), "touchstone.web.Main");
    }

    private static List<String> sources(Path exercises) throws IOException {
        var folder = exercises.resolve(EXERCISE).resolve("submissions");
        var sources = new ArrayList<String>();
        for (var name : SOURCES) {
            sources.add(Files.readString(folder.resolve(name + ".java")));
        }
        return sources;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
