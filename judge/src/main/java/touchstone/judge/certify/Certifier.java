package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import touchstone.judge.Trials;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;

/// Proves exercises: that their suites accept what is right, refuse what is wrong, notice every small change,
/// and survive whatever a submission returns.
public final class Certifier {
    private final Trials trials;
    private final Function<Exercise, Suite> suites;
    private final KeptProofs kept;
    private final int parallel;

    /// A certifier that asks this judge.
    ///
    /// @param kept what was proven earlier; what is proven now is kept there as soon as an exercise is done
    /// @param parallel how many submissions are judged at the same time
    public Certifier(Trials trials, Function<Exercise, Suite> suites, KeptProofs kept, int parallel) {
        this.trials = trials;
        this.suites = suites;
        this.kept = kept;
        this.parallel = parallel;
    }

    /// How much is to be proven.
    ///
    /// @param seed of everything but the check of many seeds, which counts up from it
    /// @param seeds how many different random inputs accepted submissions must survive
    /// @param mutants whether mutants of accepted submissions are tried too
    public record Scope(long seed, int seeds, boolean mutants) {}

    /// Told how many of all checks are done.
    @FunctionalInterface
    public interface Listener {
        void checked(int done, int all);
    }

    private record Plan(
            Exercise exercise,
            Optional<ExerciseProof> known,
            List<Callable<ExerciseProof>> checks) {}

    private record Begun(Plan plan, List<Future<ExerciseProof>> checks) {}

    /// Checks everything that can be checked, in the order of the exercises.
    public List<ExerciseProof> certify(List<Exercise> exercises, Scope scope, Listener listener) {
        var plans = exercises.stream().map(exercise -> plan(exercise, scope)).toList();
        int all = plans.stream().mapToInt(plan -> plan.checks.size()).sum();
        var done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(parallel)) {
            var begun = plans.stream()
                    .map(plan -> begin(plan, threads, () -> listener.checked(done.incrementAndGet(), all)))
                    .toList();
            var proofs = new ArrayList<ExerciseProof>();
            for (var one : begun) {
                proofs.add(await(one, scope));
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

    private Plan plan(Exercise exercise, Scope scope) {
        var known = kept.find(exercise, scope);
        return new Plan(exercise, known,
                known.isPresent() ? List.of() : ExerciseChecks.of(trials, suites, exercise, scope));
    }

    private static Begun begin(Plan plan, ExecutorService threads, Runnable checked) {
        return new Begun(plan, plan.checks.stream().map(check -> threads.submit(() -> {
            var proof = check.call();
            checked.run();
            return proof;
        })).toList());
    }

    private ExerciseProof await(Begun begun, Scope scope) throws ExecutionException, InterruptedException {
        var plan = begun.plan;
        if (plan.known.isPresent()) {
            return plan.known.get();
        }
        var proof = ExerciseProof.none(plan.exercise.id());
        for (var check : begun.checks) {
            proof = proof.plus(check.get());
        }
        kept.keep(plan.exercise, scope, proof);
        return proof;
    }
}
