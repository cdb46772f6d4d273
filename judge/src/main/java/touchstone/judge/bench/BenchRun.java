package touchstone.judge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import touchstone.judge.Judge;
import touchstone.judge.bench.BenchResult.Size;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.sandbox.BoxedCompiler;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.backend.BoxImages;

/// One run of `bench`: all pipelines on the same submissions, in turn.
///
/// @param cache folder of compiled suites
/// @param work folder that is the run's own
/// @param script the start script, which may be absent
/// @param extent how much to measure
/// @param progress is told what is measured now
public record BenchRun(
        Sandbox sandbox,
        Path cache,
        Path work,
        Path script,
        Extent extent,
        LongSupplier nanoClock,
        Consumer<String> progress) {
    /// javac in its box gets faster for some hundred compilations.
    private static final int WARM_UP = 300;

    /// How much to measure.
    ///
    /// @param cold submissions per round for the slow pipelines, and idle ones for all
    /// @param warm submissions per round for the fast ones
    public record Extent(int rounds, int cold, int warm, List<Integer> sizes) {
        int count(Pipeline pipeline) {
            return pipeline instanceof ColdPipeline ? cold : warm;
        }
    }

    public BenchResult run() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        var workerPeak = new AtomicLong();
        try (var meter = CpuMeter.open();
                var judge = Judge.open(sandbox, Limits.defaults(), cache, cores, cores + 1, nanoClock);
                var compiler = new BoxedCompiler(sandbox, Limits.defaults(), cores)) {
            var bench = new Bench(meter, nanoClock, cores);
            var sizes = new ArrayList<Size>();
            for (int size : extent.sizes()) {
                var material = BenchMaterial.unpack(size, work);
                sizes.add(measure(bench, material, judge, compiler, workerPeak));
            }
            progress.accept("starts with and without a box");
            var box = new BoxStarts(sandbox, BoxImages.open(cache, progress), nanoClock).measure();
            return new BenchResult(machine(), cores, meter.scope(), sizes, box, shell(bench),
                    new ByteSize(workerPeak.get()), ownPeak());
        }
    }

    private Size measure(
            Bench bench,
            BenchMaterial material,
            Judge judge,
            BoxedCompiler compiler,
            AtomicLong workerPeak) throws IOException {
        var suite = new Suites(new Cache(cache)).of(material.exercise());
        var pipelines = pipelines(material, new JudgePipeline(judge, material.exercise(), workerPeak),
                new WarmJvmPipeline(new DirectJudge(nanoClock), suite));
        progress.accept(material.size() + "×" + material.size() + ": warming up");
        for (Pipeline pipeline : pipelines) {
            if (!(pipeline instanceof ColdPipeline)) {
                bench.underLoad(pipeline, material.ordinary(WARM_UP));
            }
        }
        var load = new LinkedHashMap<String, Phase>();
        var idle = new LinkedHashMap<String, Phase>();
        for (int round = 1; round <= extent.rounds(); round++) {
            for (Pipeline pipeline : pipelines) {
                progress.accept("%1$d×%1$d, round %2$d of %3$d: %4$s".formatted(material.size(), round,
                        extent.rounds(), pipeline.key()));
                load.merge(pipeline.key(),
                        bench.underLoad(pipeline, material.ordinary(extent.count(pipeline))), Phase::plus);
                idle.merge(pipeline.key(), bench.idle(pipeline, material.ordinary(extent.cold())),
                        Phase::plus);
            }
        }
        progress.accept(material.size() + "×" + material.size() + ": a submission that never ends");
        var endless = new LinkedHashMap<String, Phase>();
        for (Pipeline pipeline : pipelines) {
            if (!(pipeline instanceof WarmJvmPipeline)) {
                endless.put(pipeline.key(), bench.underLoad(pipeline, material.endless()));
            }
        }
        progress.accept(material.size() + "×" + material.size() + ": where the time goes");
        var parts = new PartsMeter(bench, sandbox, compiler, suite).measure(material.ordinary(extent.warm()),
                Size.get(load, "c"), Size.get(load, "d"));
        return new Size(material.size(), load, idle, endless, parts);
    }

    private List<Pipeline> pipelines(BenchMaterial material, Pipeline ours, Pipeline floor)
            throws IOException {
        var folder = Files.createDirectories(work.resolve("cold" + material.size()));
        var suite = material.onDisk(folder.resolve("suite"));
        return List.of(new ColdPipeline("a", List.of(), suite, folder),
                new ColdPipeline("b", ColdPipeline.TUNED, suite, folder), ours, floor);
    }

    /// The whole command as a person starts it; nothing where this is not a checkout.
    private Phase shell(Bench bench) {
        var start = new ShellStart(script);
        if (!start.available()) {
            return Phase.NONE;
        }
        progress.accept("starts from the shell");
        var submission = start.submission();
        bench.idle(start, List.of(submission));
        return bench.idle(start, Collections.nCopies(extent.cold() * extent.rounds(), submission));
    }

    private static String machine() {
        return "%s %s, Java %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.version());
    }

    private static ByteSize ownPeak() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> ByteSize.kibibytes(Long.parseLong(line.replaceAll("[^0-9]", ""))))
                    .findFirst()
                    .orElse(new ByteSize(0));
        }
    }
}
