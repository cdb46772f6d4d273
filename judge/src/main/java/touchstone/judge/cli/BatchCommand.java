package touchstone.judge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.answer.Marker;
import touchstone.judge.batch.Batch;
import touchstone.judge.batch.BatchException;
import touchstone.judge.batch.BatchFolder;
import touchstone.judge.batch.Grading;
import touchstone.judge.batch.KeptBatch;
import touchstone.judge.batch.Manifest;
import touchstone.judge.batch.intake.Intakes;
import touchstone.judge.batch.intake.TableException;
import touchstone.judge.batch.report.BatchReports;
import touchstone.judge.batch.report.BatchWords;
import touchstone.judge.batch.report.Comparison;
import touchstone.judge.batch.report.Ranking;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.InterviewGrader;
import touchstone.judge.report.JsonReport;
import touchstone.judge.upload.UploadException;

/// `batch PATH --out DIR`: many applicants from a folder, an archive or a table.
@Command(name = "batch")
final class BatchCommand implements Callable<Integer> {
    private static final int JOBS_MAX = 256;

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "PATH", descriptionKey = "batch.path")
    private @Nullable Path path;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "batch.out", order = 1)
    private Path out = Path.of("");

    @Option(names = "--interview", paramLabel = "BLUEPRINT", descriptionKey = "batch.interview", order = 2)
    private @Nullable String interview;

    @Option(names = "--exercise", paramLabel = "EXERCISE", descriptionKey = "batch.exercise", order = 3)
    private @Nullable String exercise;

    @Option(names = "--resume", descriptionKey = "batch.resume", order = 4)
    private boolean resume;

    @Option(names = "--regrade", paramLabel = "OLD", descriptionKey = "batch.regrade", order = 5)
    private @Nullable Path regrade;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "batch.seed", order = 6)
    private @Nullable Long seed;

    @Option(names = "--jobs", paramLabel = "N", descriptionKey = "batch.jobs", order = 7)
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var words = BatchWords.of(context.words().language());
        try {
            return run(words);
        } catch (UploadException refused) {
            throw new UsageException(words.refusal(refused));
        } catch (TableException refused) {
            throw new UsageException(words.refusal(refused));
        } catch (BatchException refused) {
            throw new UsageException(words.refusal(refused));
        }
    }

    /// What a former batch says where the command line is silent.
    private record Given(Path source, Optional<String> interview, Optional<String> exercise, long seed) {}

    private int run(BatchWords words) {
        var old = Optional.ofNullable(regrade).map(KeptBatch::read);
        checkOptions(old.isPresent());
        var given = given(old.map(KeptBatch::manifest));
        var library = context.library(common);
        var wanted = BatchScheme.wanted(library, given.interview, given.exercise);
        var intake = Intakes.read(given.source, wanted);
        if (intake.applicants().isEmpty()) {
            throw context.wrongUse("batch.nobody", given.source);
        }
        var scheme = BatchScheme.of(library, intake, given.interview, given.seed);
        try (var folder = BatchFolder.open(out)) {
            var console = new BatchConsole(context, words);
            var batch = Batch.begin(folder, intake, scheme, wanted, given.source.toString(), context.clock());
            console.found(batch);
            var ending = judge(batch, console);
            if (ending.stopped()) {
                return ExitCode.OUR_FAULT; // the process is about to end for another reason
            }
            return report(folder, old, console, words, ending);
        }
    }

    /// Found out before hours of judging rather than after them.
    private void checkOptions(boolean regrading) {
        if (path == null && !regrading) {
            throw context.wrongUse("wrong.missing", "PATH");
        }
        if (seed != null && (seed < 0 || seed > JsonReport.SEED_MAX)) {
            throw context.wrongUse("grade.wrongSeed", Long.toString(JsonReport.SEED_MAX));
        }
        if (jobs < 1 || jobs > JOBS_MAX) {
            throw context.wrongUse("batch.wrongJobs", JOBS_MAX);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw context.wrongUse("batch.noFolder", out);
        }
        if (regrade != null && Files.exists(out) && same(regrade, out)) {
            throw context.wrongUse("batch.sameFolder", out);
        }
        if (!resume && Files.exists(out.resolve("batch.json"))) {
            throw new UsageException(BatchWords.of(context.words().language()).say("refused.BEGUN", out));
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private Given given(Optional<Manifest> old) {
        var earlier = resume && Files.exists(out.resolve("batch.json"))
                ? Optional.of(KeptBatch.read(out).manifest())
                : old;
        return new Given(
                Optional.ofNullable(path)
                        .or(() -> old.map(manifest -> Path.of(manifest.source())))
                        .orElseThrow()
                        .toAbsolutePath()
                        .normalize(),
                Optional.ofNullable(interview).or(() -> earlier.flatMap(Manifest::interview)),
                Optional.ofNullable(exercise).or(() -> earlier.flatMap(Manifest::onlyExercise)),
                Optional.ofNullable(seed).or(() -> earlier.map(Manifest::seed)).orElse(Seeds.DEFAULT));
    }

    private Batch.Ending judge(Batch batch, BatchConsole console) {
        if (batch.open() == 0) {
            return batch.finish();
        }
        try (var progress = context.progress();
                var session = context.workshop().open(jobs, progress::doing)) {
            var marker = new Marker(session.formulas(), new LocalEvaluator());
            var grading = new Grading(session, new InterviewGrader(session, marker, context.clock()));
            var interrupted = console.onInterrupt(batch, out);
            try {
                return batch.run(grading, jobs, context.clock(), System::nanoTime, console.watcher(progress));
            } finally {
                interrupted.close();
            }
        }
    }

    private int report(
            BatchFolder folder,
            Optional<KeptBatch> old,
            BatchConsole console,
            BatchWords words,
            Batch.Ending ending) {
        var ranking = Ranking.of(KeptBatch.read(folder.path()));
        var comparison = old.map(batch -> Comparison.of(Ranking.of(batch).graded(), ranking.graded()));
        BatchReports.write(folder, ranking, comparison, words, context.clock().instant());
        console.done(ranking, comparison, ending, folder.path());
        return ranking.ours() > 0 ? ExitCode.OUR_FAULT : ExitCode.DONE;
    }
}
