package touchstone.judge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import touchstone.judge.Judge;
import touchstone.judge.answer.Marker;
import touchstone.judge.batch.Batch;
import touchstone.judge.batch.BatchFolder;
import touchstone.judge.batch.Grading;
import touchstone.judge.batch.KeptBatch;
import touchstone.judge.batch.Pace;
import touchstone.judge.batch.Scheme;
import touchstone.judge.batch.intake.Intakes;
import touchstone.judge.batch.intake.Wanted;
import touchstone.judge.batch.report.BatchReports;
import touchstone.judge.batch.report.BatchWords;
import touchstone.judge.batch.report.Ranking;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.InterviewGrader;
import touchstone.judge.interview.Weights;
import touchstone.judge.text.Language;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

/// A batch of many applicants beside the same judge without one, in one run.
///
/// @param cache folder of compiled suites
/// @param work folder that is the run's own
/// @param progress is told what is measured now
public record BatchBench(
        Sandbox sandbox,
        Path cache,
        Path work,
        int applicants,
        LongSupplier nanoClock,
        InstantSource clock,
        Consumer<String> progress) {
    private static final List<String> LETTERS = List.of("A", "B", "C");
    private static final int MATRIX = 8;
    /// javac in its box gets faster for some hundred compilations.
    private static final int WARM_UP = 300;
    private static final int ALONE_MAX = 600;
    private static final int SEED = 1;

    public BatchBenchResult run() throws IOException {
        var materials = new ArrayList<BenchMaterial>();
        for (var letter : LETTERS) {
            materials.add(BenchMaterial.unpack(MATRIX, work.resolve("exercises"), letter));
        }
        var upload = upload(materials);
        int cores = Runtime.getRuntime().availableProcessors();
        try (var meter = CpuMeter.open();
                var judge = Judge.open(sandbox, Limits.defaults(), cache, cores, cores + 1, nanoClock)) {
            var bench = new Bench(meter, nanoClock, cores);
            var pipeline = new JudgePipeline(judge, materials.getFirst().exercise(), new AtomicLong());
            progress.accept("warming up");
            for (var material : materials) {
                bench.underLoad(new JudgePipeline(judge, material.exercise(), new AtomicLong()),
                        material.ordinary(WARM_UP / LETTERS.size()));
            }
            var ordinary = materials.getFirst().ordinary(Math.min(ALONE_MAX, applicants * LETTERS.size()));
            progress.accept("the judge alone, before");
            var before = bench.underLoad(pipeline, ordinary);
            var measured = batch(judge, materials.stream().map(BenchMaterial::exercise).toList(), upload,
                    cores);
            progress.accept("the judge alone, after");
            var after = bench.underLoad(pipeline, ordinary);
            return measured.beside(before.perSecond(), after.perSecond());
        }
    }

    /// Everybody's source differs from all others', or it would be judged only once.
    private Path upload(List<BenchMaterial> materials) throws IOException {
        var folder = work.resolve("upload");
        for (int i = 0; i < applicants; i++) {
            var own = Files.createDirectories(folder.resolve("applicant-%05d".formatted(i)));
            for (var material : materials) {
                var ordinary = material.ordinary(i + 1).getLast();
                Files.writeString(own.resolve(material.exercise().id() + ".java"),
                        Files.readString(ordinary.file()) + "\n// applicant " + i + "\n");
            }
        }
        return folder;
    }

    private BatchBenchResult batch(Judge judge, List<Exercise> exercises, Path upload, int cores)
            throws IOException {
        var wanted = Wanted.all(exercises.stream().map(Exercise::id).collect(Collectors.toSet()));
        var scheme = Scheme.of(exercises, Weights.of(30, 40, 20, 10), SEED);
        var grading = new Grading(judge,
                new InterviewGrader(judge, new Marker(new LocalEvaluator(), new LocalEvaluator()), clock));
        var memory = new MemoryAtHalf();
        try (var folder = BatchFolder.open(work.resolve("out"))) {
            progress.accept("the batch");
            var batch = begin(folder, upload, wanted, scheme);
            long start = nanoClock.getAsLong();
            var ending = batch.run(grading, cores, clock, nanoClock, memory);
            var judging = since(start);
            var last = Memory.now();
            progress.accept("reports, and what a resumption does");
            start = nanoClock.getAsLong();
            BatchReports.write(folder, Ranking.of(KeptBatch.read(folder.path())), Optional.empty(),
                    BatchWords.of(Language.EN), clock.instant());
            var reports = since(start);
            start = nanoClock.getAsLong();
            int left = begin(folder, upload, wanted, scheme).open();
            return new BatchBenchResult(applicants, batch.all(), ending.ours(), judging, reports,
                    since(start), left, memory.half, last,
                    Files.size(folder.path().resolve(BatchReports.PAGE)), 0, 0);
        }
    }

    private Batch begin(BatchFolder folder, Path upload, Wanted wanted, Scheme scheme) {
        return Batch.begin(folder, Intakes.read(upload, wanted), scheme, wanted, upload.toString(), clock);
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoClock.getAsLong() - start);
    }

    /// Looks at the memory once, when half of the work is done.
    private static final class MemoryAtHalf implements Consumer<Pace.Snapshot> {
        private Memory half = Memory.NONE;

        @Override
        public synchronized void accept(Pace.Snapshot pace) {
            if (half.equals(Memory.NONE) && 2 * pace.done() >= pace.all()) {
                half = Memory.now();
            }
        }
    }

    /// What this process holds.
    ///
    /// @param live bytes of objects that are still in use
    /// @param resident bytes of memory of the whole process
    public record Memory(long live, long resident) {
        static final Memory NONE = new Memory(0, 0);

        static Memory now() {
            System.gc();
            var runtime = Runtime.getRuntime();
            return new Memory(runtime.totalMemory() - runtime.freeMemory(), residentBytes());
        }

        private static long residentBytes() {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                return 0;
            }
        }
    }
}
