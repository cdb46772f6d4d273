package touchstone.judge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.bench.BatchBench;

/// `bench batch`: a batch of many applicants beside the same judge without one.
@Command(name = "batch")
final class BatchBenchCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--applicants", paramLabel = "N", descriptionKey = "bench.batch.applicants", order = 1)
    private int applicants = 1000;

    @Option(names = "--json", descriptionKey = "bench.json", order = 2)
    private boolean json;

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli
    private CommonOptions common = new CommonOptions();

    BatchBenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (applicants < 2 || applicants > 100_000) {
            throw context.wrongUse("bench.batch.wrongCount");
        }
        var work = Files.createTempDirectory("touchstone-bench");
        try (var sandbox = context.workshop().sandbox(this::say)) {
            var result = new BatchBench(sandbox, context.workshop().cache(), work, applicants,
                    System::nanoTime, context.clock(), this::say).run();
            context.print(json ? result.json() : result.text());
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
