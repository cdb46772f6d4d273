package touchstone.judge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.bench.BenchReport;
import touchstone.judge.bench.BenchRun;

/// `bench`: this judge against the pipeline one builds first, in one run.
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--rounds", paramLabel = "N", descriptionKey = "bench.rounds", order = 1)
    private int rounds = 3;

    @Option(names = "--submissions", paramLabel = "N", descriptionKey = "bench.submissions", order = 2)
    private int submissions = 120;

    @Option(names = "--cold", paramLabel = "N", descriptionKey = "bench.cold", order = 3)
    private int cold = 6;

    @Option(names = "--size", paramLabel = "N", descriptionKey = "bench.size", order = 4)
    private List<Integer> sizes = List.of(8, 64);

    @Option(names = "--json", descriptionKey = "bench.json", order = 5)
    private boolean json;

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli
    private CommonOptions common = new CommonOptions();

    BenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1
                || submissions < 1
                || cold < 1
                || sizes.stream().anyMatch(size -> size < 1 || size > 256)) {
            throw context.wrongUse("bench.wrongCount");
        }
        var work = Files.createTempDirectory("touchstone-bench");
        try (var sandbox = context.workshop().sandbox(this::say)) {
            var extent = new BenchRun.Extent(rounds, cold, submissions, sizes);
            var report = new BenchReport(new BenchRun(sandbox, context.workshop().cache(), work,
                    context.workshop().shipped().resolveSibling("touchstone"), extent, System::nanoTime,
                    this::say).run());
            context.print(json ? report.json() : report.text());
            return ExitCode.DONE;
        } finally {
            delete(work);
        }
    }

    private void say(String step) {
        context.console().err().println(step);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
