package touchstone.judge.certify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pitest.mutationtest.engine.MutationDetails;
import touchstone.judge.Trials;
import touchstone.judge.Trials.Series;
import touchstone.judge.Trials.Trial;
import touchstone.judge.certify.Mutation.Fate;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.TestCase;
import touchstone.judge.exercise.EquivalentMutant;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.ClassFile;

/// Tries every mutant of one accepted submission: a suite that does not notice a change tests too little.
final class MutantTrial {
    /// A mutant may take this many times longer than the submission, which is enough for all that end.
    private static final int SLOWER_MAX = 10;
    private static final Duration LIMIT_MIN = Duration.ofMillis(300);
    /// How much of its limit a mutant must have worked, and not waited for a core, to count as endless.
    private static final double WORKED_MIN = 0.8;

    private final Trials trials;
    private final SampleFolder.Sample sample;
    private final List<String> source;
    private final long seed;
    private final Suite quickFirst;
    private final Duration limit;

    private MutantTrial(
            Trials trials,
            SampleFolder.Sample sample,
            Suite suite,
            SuiteRun unchanged,
            long seed) {
        this.trials = trials;
        this.sample = sample;
        this.seed = seed;
        source = sample.submission().files().getFirst().text().lines().toList();
        quickFirst = quickFirst(suite, unchanged);
        var slowest = Duration.ofNanos(
                Math.min(unchanged.slowest().toNanos(), unchanged.usage().cpu().toNanos()) * SLOWER_MAX);
        limit = slowest.compareTo(LIMIT_MIN) < 0 ? LIMIT_MIN : slowest;
    }

    /// Tries them all.
    ///
    /// @param classes of the sample, unchanged
    static List<Mutation> of(
            Trials trials,
            Suite suite,
            SampleFolder.Sample sample,
            List<ClassFile> classes,
            long seed) {
        var unchanged = trials.run(Trial.graded(suite, classes, seed));
        var trial = new MutantTrial(trials, sample, suite, unchanged, seed);
        var mutants = Mutants.of(classes, suite.contractClasses());
        var mutations = new ArrayList<Mutation>();
        try (var series = trials.series(suite.exercise())) {
            for (var mutant : mutants.all()) {
                mutations.add(trial.of(mutant, mutants.with(mutant), series));
            }
        }
        return excused(mutations, suite.exercise().equivalentMutants());
    }

    /// Most mutants fail in many tests: the fastest of these is enough.
    private static Suite quickFirst(Suite suite, SuiteRun unchanged) {
        var taken = unchanged.tests()
                .stream()
                .collect(Collectors.toMap(TestResult::name, TestResult::duration));
        return suite.with(suite.tests()
                .stream()
                .sorted(Comparator
                        .comparing((TestCase test) -> taken.getOrDefault(test.name(), Duration.ZERO)))
                .toList());
    }

    private Mutation of(MutationDetails mutant, List<ClassFile> classes, Series series) {
        var run = series.run(new Trial(quickFirst, classes, Optional.of(limit), false, seed));
        if (mayBeOurs(run)) {
            run = trials.run(new Trial(quickFirst, classes, Optional.empty(), false, seed));
        }
        int line = mutant.getLineNumber();
        var code = line >= 1 && line <= source.size() ? source.get(line - 1).strip() : "";
        var mutation = new Mutation(sample.name(), line, code, mutant.getDescription(), Fate.SURVIVED, "");
        return run.tests()
                .stream()
                .filter(test -> test.verdict() != Verdict.ACCEPTED)
                .findFirst()
                .map(test -> mutation.as(test.verdict() == Verdict.JUDGE_ERROR ? Fate.SURVIVED : Fate.KILLED,
                        test.name()))
                .orElse(mutation);
    }

    /// Whether the machine was busy, or mutants before it have left too little memory in the worker.
    private boolean mayBeOurs(SuiteRun run) {
        return switch (run.verdict()) {
            case TIME_LIMIT_EXCEEDED -> !endless(run);
            case MEMORY_LIMIT_EXCEEDED, OUTPUT_LIMIT_EXCEEDED, SECURITY_VIOLATION -> true;
            case ACCEPTED, WRONG_ANSWER, RUN_TIME_ERROR, COMPILE_ERROR, JUDGE_ERROR -> false;
        };
    }

    private boolean endless(SuiteRun run) {
        return run.usage().cpu().toNanos() >= WORKED_MIN * limit.toNanos();
    }

    /// Each entry excuses one survivor.
    private static List<Mutation> excused(List<Mutation> mutations, List<EquivalentMutant> equivalent) {
        var reasons = new HashMap<Mutation, List<String>>();
        for (var known : equivalent) {
            reasons.computeIfAbsent(
                    new Mutation(known.submission(), 0, known.code(), known.change(), Fate.SURVIVED, ""),
                    _ -> new ArrayList<>()).add(known.reason());
        }
        return mutations.stream().map(mutation -> {
            var known = reasons.getOrDefault(new Mutation(mutation.submission(), 0, mutation.code(),
                    mutation.change(), mutation.fate(), ""), List.of());
            return known.isEmpty() ? mutation : mutation.as(Fate.EQUIVALENT, known.removeFirst());
        }).toList();
    }
}
