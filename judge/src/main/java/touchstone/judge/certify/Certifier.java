package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.certify.Proof.Kind;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.yaml.BrokenFileException;

/// Proves exercises: that their suites accept what is right, refuse what is
/// wrong, and survive whatever a submission returns.
public final class Certifier {
    private static final double STARTER_SCORE_MAX = 0.2;

    private final Judging judging;
    private final Function<Exercise, Suite> suites;
    private final int parallel;

    /// A certifier that asks this judge.
    ///
    /// @param parallel how many submissions are judged at the same time
    public Certifier(Judging judging, Function<Exercise, Suite> suites, int parallel) {
        this.judging = judging;
        this.suites = suites;
        this.parallel = parallel;
    }

    /// Told how many of all checks are done.
    @FunctionalInterface
    public interface Listener {
        void checked(int done, int all);
    }

    /// Checks everything that can be checked, in the order of the exercises.
    ///
    /// @param seed of everything but the check of many seeds, which counts up from it
    /// @param seeds how many different random inputs accepted submissions must survive
    public List<Proof> certify(List<Exercise> exercises, long seed, int seeds, Listener listener) {
        var checks = exercises.stream().flatMap(exercise -> checks(exercise, seed, seeds).stream()).toList();
        var done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(parallel)) {
            var running = checks.stream().map(check -> threads.submit(() -> {
                var proof = check.call();
                listener.checked(done.incrementAndGet(), checks.size());
                return proof;
            })).toList();
            var proofs = new ArrayList<Proof>();
            for (var proof : running) {
                proofs.add(proof.get());
            }
            return proofs;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<Callable<Proof>> checks(Exercise exercise, long seed, int seeds) {
        Suite suite;
        SampleFolder samples;
        try {
            suite = suites.apply(exercise);
            samples = SampleFolder.of(exercise);
        } catch (BrokenFileException e) {
            return e.problems().stream().map(problem -> folder(exercise, problem.toString())).toList();
        }
        var checks = new ArrayList<Callable<Proof>>();
        samples.problems().forEach(problem -> checks.add(folder(exercise, problem)));
        samples.samples().forEach(sample -> checks.add(() -> sample(exercise, sample, seed)));
        checks.add(() -> starter(exercise, seed));
        samples.samples()
                .stream()
                .filter(sample -> sample.expected() == Verdict.ACCEPTED)
                .forEach(sample -> checks.add(() -> seeds(exercise, sample, seed, seeds)));
        ShapeProbes.of(suite.contract())
                .forEach((name, source) -> checks.add(() -> probe(exercise, name, source, seed)));
        return checks;
    }

    private static Callable<Proof> folder(Exercise exercise, String problem) {
        return () -> new Proof(exercise.id(), Kind.FOLDER, exercise.id(), problem);
    }

    private Proof sample(Exercise exercise, SampleFolder.Sample sample, long seed) {
        var judgement = judging.judge(sample.submission(), exercise, seed, Progress.NONE);
        return new Proof(exercise.id(), Kind.SAMPLE, sample.name(),
                judgement.verdict() == sample.expected() ? ""
                        : "expected " + sample.expected() + ", got " + described(judgement));
    }

    private Proof starter(Exercise exercise, long seed) {
        var judgement = judging.judge(SampleFolder.source(exercise.starter()), exercise, seed, Progress.NONE);
        var score = Score.of(exercise.rubric(), judgement.tests()).total();
        boolean runs = judgement.verdict() != Verdict.COMPILE_ERROR
                && judgement.verdict() != Verdict.JUDGE_ERROR;
        return new Proof(exercise.id(), Kind.STARTER, "starter.java", runs && score < STARTER_SCORE_MAX ? ""
                : "must compile and score less than 20 %, got " + described(judgement));
    }

    private Proof seeds(Exercise exercise, SampleFolder.Sample sample, long first, int seeds) {
        for (long seed = first; seed < first + seeds; seed++) {
            var judgement = judging.judge(sample.submission(), exercise, seed, Progress.NONE);
            if (judgement.verdict() != Verdict.ACCEPTED) {
                return new Proof(exercise.id(), Kind.SEEDS, sample.name(),
                        "with seed " + seed + " got " + described(judgement));
            }
        }
        return new Proof(exercise.id(), Kind.SEEDS, sample.name(), "");
    }

    private Proof probe(Exercise exercise, String name, String source, long seed) {
        var judgement = judging.judge(SampleFolder.source(source), exercise, seed, Progress.NONE);
        boolean holds = switch (judgement.verdict()) {
            case ACCEPTED, JUDGE_ERROR, COMPILE_ERROR -> false;
            case WRONG_ANSWER, RUN_TIME_ERROR, TIME_LIMIT_EXCEEDED, MEMORY_LIMIT_EXCEEDED,
                    OUTPUT_LIMIT_EXCEEDED, SECURITY_VIOLATION ->
                true;
        };
        return new Proof(exercise.id(), Kind.PROBE, name, holds ? "" : "got " + described(judgement));
    }

    /// The verdict, and the first test that failed with its reason.
    private static String described(Judgement judgement) {
        var first = judgement.tests()
                .stream()
                .filter(test -> test.verdict() != Verdict.ACCEPTED)
                .findFirst()
                .map(test -> "; " + test.name() + ": " + test.message())
                .orElse(judgement.message().isEmpty() ? "" : "; " + judgement.message());
        var diagnostic = judgement.diagnostics().isEmpty() ? ""
                : "; line " + judgement.diagnostics().getFirst().line() + ": "
                        + judgement.diagnostics().getFirst().message();
        return judgement.verdict() + " with " + judgement.points() + " points" + first + diagnostic;
    }
}
