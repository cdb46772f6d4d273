package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import touchstone.judge.Judgement;
import touchstone.judge.Trials;
import touchstone.judge.Trials.Series;
import touchstone.judge.Trials.Trial;
import touchstone.judge.certify.Certifier.Scope;
import touchstone.judge.certify.Mutation.Fate;
import touchstone.judge.certify.Proof.Kind;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.TestCase;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.submission.Submission;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;

/// What is to be checked about one exercise. Each check may run in a thread of its own.
final class ExerciseChecks {
    private static final double STARTER_SCORE_MAX = 0.2;
    /// Verdicts that rest on a value or an exception, so that a worker which others have used gives them as well.
    private static final Set<Verdict> BY_VALUE = Set.of(Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR);
    /// How many submissions share a worker: enough to pay for its start, few enough to keep all cores at work.
    private static final int GROUP = 16;

    private final Trials trials;
    private final Exercise exercise;
    private final Suite suite;
    private final Scope scope;

    private ExerciseChecks(Trials trials, Exercise exercise, Suite suite, Scope scope) {
        this.trials = trials;
        this.exercise = exercise;
        this.suite = suite;
        this.scope = scope;
    }

    static List<Callable<ExerciseProof>> of(
            Trials trials,
            Function<Exercise, Suite> suites,
            Exercise exercise,
            Scope scope) {
        try {
            var checks = new ExerciseChecks(trials, exercise, suites.apply(exercise), scope);
            return checks.all(SampleFolder.of(exercise));
        } catch (BrokenFileException e) {
            return e.problems()
                    .stream()
                    .<Callable<ExerciseProof>>map(problem -> () -> ExerciseProof
                            .of(new Proof(exercise.id(), Kind.FOLDER, exercise.id(), problem.toString())))
                    .toList();
        }
    }

    private List<Callable<ExerciseProof>> all(SampleFolder samples) {
        var all = new ArrayList<Callable<ExerciseProof>>();
        samples.problems().forEach(problem -> all.add(() -> one(proof(Kind.FOLDER, exercise.id(), problem))));
        samples.samples()
                .stream()
                .filter(sample -> !BY_VALUE.contains(sample.expected()))
                .forEach(sample -> all.add(() -> one(sample(sample))));
        all.add(() -> one(starter()));
        var accepted = samples.samples()
                .stream()
                .filter(sample -> sample.expected() == Verdict.ACCEPTED)
                .toList();
        accepted.forEach(sample -> all.add(() -> one(seeds(sample))));
        inGroups(samples.samples().stream().filter(sample -> BY_VALUE.contains(sample.expected())).toList(),
                this::sample, all);
        inGroups(List.copyOf(ShapeProbes.of(suite.contract()).entrySet()), this::probe, all);
        if (scope.mutants()) {
            accepted.forEach(sample -> all.add(() -> mutants(sample)));
        }
        return all;
    }

    /// Checks that share a worker.
    private <T> void inGroups(
            List<T> subjects,
            BiFunction<T, Series, Proof> check,
            List<Callable<ExerciseProof>> all) {
        for (int from = 0; from < subjects.size(); from += GROUP) {
            var group = subjects.subList(from, Math.min(from + GROUP, subjects.size()));
            all.add(() -> {
                try (var series = trials.series(exercise)) {
                    return new ExerciseProof(exercise.id(),
                            group.stream().map(subject -> check.apply(subject, series)).toList(), List.of());
                }
            });
        }
    }

    private static ExerciseProof one(Proof proof) {
        return ExerciseProof.of(proof);
    }

    private Proof proof(Kind kind, String subject, String detail) {
        return new Proof(exercise.id(), kind, subject, detail);
    }

    private Proof sample(SampleFolder.Sample sample) {
        var judgement = trials.judgeToFirstFailure(sample.submission(), exercise, scope.seed());
        return proof(Kind.SAMPLE, sample.name(), judgement.verdict() == sample.expected() ? ""
                : "expected " + sample.expected() + ", got " + described(judgement));
    }

    /// First in the worker of the group; whatever surprises is judged again as everybody is.
    private Proof sample(SampleFolder.Sample sample, Series series) {
        boolean holds = verdict(sample.submission(), series) == sample.expected();
        return holds ? proof(Kind.SAMPLE, sample.name(), "") : sample(sample);
    }

    private Verdict verdict(Submission submission, Series series) {
        return switch (trials.compile(submission, exercise)) {
            case Rejected _ -> Verdict.COMPILE_ERROR;
            case Compiled(var classes, _) ->
                series.run(new Trial(suite, classes, Optional.empty(), false, scope.seed())).verdict();
        };
    }

    private Proof starter() {
        var starter = SampleFolder.source(exercise.starter());
        var judgement = trials.judge(starter, exercise, scope.seed(), Progress.NONE);
        var score = Score.of(exercise.rubric(), judgement.tests()).total();
        boolean runs = judgement.verdict() != Verdict.COMPILE_ERROR
                && judgement.verdict() != Verdict.JUDGE_ERROR;
        return proof(Kind.STARTER, "starter.java", runs && score < STARTER_SCORE_MAX ? ""
                : "must compile and score less than 20 %, got " + described(judgement));
    }

    private Proof seeds(SampleFolder.Sample sample) {
        return switch (trials.compile(sample.submission(), exercise)) {
            case Rejected _ -> proof(Kind.SEEDS, sample.name(), "does not compile");
            case Compiled(var classes, _) -> proof(Kind.SEEDS, sample.name(), firstThatFails(classes));
        };
    }

    /// Only what depends on seeds, as long as something does: the whole suite is run for the sample itself.
    private String firstThatFails(List<ClassFile> classes) {
        var random = suite.with(suite.tests().stream().filter(TestCase::random).toList());
        var repeated = random.tests().isEmpty() ? suite : random;
        int seeds = random.tests().isEmpty() ? 1 : scope.seeds();
        try (var series = trials.series(exercise)) {
            for (int i = 0; i < seeds; i++) {
                long seed = scope.seed() + i;
                var run = series.run(Trial.graded(repeated, classes, seed));
                if (run.verdict() != Verdict.ACCEPTED) {
                    return "with seed " + seed + " got " + run.verdict() + firstFailure(run.tests());
                }
            }
        }
        return "";
    }

    private Proof probe(Map.Entry<String, String> probe, Series series) {
        var submission = SampleFolder.source(probe.getValue());
        if (isRefused(verdict(submission, series))) {
            return proof(Kind.PROBE, probe.getKey(), "");
        }
        var judgement = trials.judgeToFirstFailure(submission, exercise, scope.seed());
        return proof(Kind.PROBE, probe.getKey(),
                isRefused(judgement.verdict()) ? "" : "got " + described(judgement));
    }

    private static boolean isRefused(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, JUDGE_ERROR, COMPILE_ERROR -> false;
            case WRONG_ANSWER, RUN_TIME_ERROR, TIME_LIMIT_EXCEEDED, MEMORY_LIMIT_EXCEEDED,
                    OUTPUT_LIMIT_EXCEEDED, SECURITY_VIOLATION ->
                true;
        };
    }

    private ExerciseProof mutants(SampleFolder.Sample sample) {
        return switch (trials.compile(sample.submission(), exercise)) {
            case Rejected _ -> ExerciseProof.of(proof(Kind.MUTANTS, sample.name(), "does not compile"));
            case Compiled(var classes, _) -> {
                var mutations = MutantTrial.of(trials, suite, sample, classes, scope.seed());
                yield new ExerciseProof(exercise.id(),
                        List.of(proof(Kind.MUTANTS, sample.name(), unsettled(sample, mutations))), mutations);
            }
        };
    }

    /// What survives, and what is excused although it does not.
    private String unsettled(SampleFolder.Sample sample, List<Mutation> mutations) {
        var survivors = mutations.stream()
                .filter(mutation -> mutation.fate() == Fate.SURVIVED)
                .map(mutation -> "line %d: %s: %s".formatted(mutation.line(), mutation.change(),
                        mutation.code()));
        var used = new ArrayList<>(mutations.stream()
                .filter(mutation -> mutation.fate() == Fate.EQUIVALENT)
                .map(Mutation::detail)
                .toList());
        var idle = exercise.equivalentMutants()
                .stream()
                .filter(known -> known.submission().equals(sample.name()))
                .filter(known -> !used.remove(known.reason()))
                .map(known -> "exercise.yaml:%d excuses a mutant that dies or does not exist"
                        .formatted(known.line()));
        return String.join("; ", Stream.concat(survivors, idle).toList());
    }

    /// The verdict, and the first test that failed with its reason.
    private static String described(Judgement judgement) {
        var diagnostic = judgement.diagnostics().isEmpty() ? ""
                : "; line " + judgement.diagnostics().getFirst().line() + ": "
                        + judgement.diagnostics().getFirst().message();
        var first = firstFailure(judgement.tests());
        return judgement.verdict() + " with " + judgement.points() + " points"
                + (first.isEmpty() && !judgement.message().isEmpty() ? "; " + judgement.message() : first)
                + diagnostic;
    }

    private static String firstFailure(List<TestResult> tests) {
        return tests.stream()
                .filter(test -> test.verdict() != Verdict.ACCEPTED)
                .findFirst()
                .map(test -> "; " + test.name() + ": " + test.message())
                .orElse("");
    }
}
