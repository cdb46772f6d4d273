package touchstone.judge.formula;

import java.lang.reflect.Method;
import java.util.List;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Outcome.Returned;
import touchstone.sandbox.Outcome.Threw;
import touchstone.sandbox.Program;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.Worker;
import touchstone.sandbox.WorkerPool;

/// Evaluates each formula in a worker of its own, which is then killed. Expression and points go in, numbers
/// come out; keys stay here. Safe for use by several threads.
public final class BoxedEvaluator implements Evaluator {
    /// The parser lets nothing through that could end a worker, so an end is never the formula's fault.
    private static final int ATTEMPTS = 3;

    private final WorkerPool workers;
    private final Limits limits;
    private final BoxSpec spec;
    private final Program program;
    private final Method method;

    /// Takes workers from this pool, which stays its owner's to close.
    public BoxedEvaluator(WorkerPool workers, Limits limits) {
        this.workers = workers;
        this.limits = limits;
        spec = new BoxSpec(BoxSpec.Program.WORKER, limits.box(), Jit.LIGHT);
        program = Program.ours(Calculation.class, JaninoCalculation.class, JaninoClasses.read());
        method = Calculation.class.getMethods()[0];
    }

    @Override
    public double[] values(Formula formula, List<double[]> points) {
        try {
            var outcome = attempt(formula, points);
            for (int i = 1; i < ATTEMPTS && outcome instanceof Ended; i++) {
                outcome = attempt(formula, points);
            }
            return switch (outcome) {
                case Returned(double[] values, var _, var _, var _) when values.length == points.size() ->
                    values;
                case Returned _ -> throw failure(formula, "values are missing");
                case Threw threw -> throw failure(formula, threw.types() + " " + threw.message());
                case Ended ended -> throw failure(formula, ended.detail());
            };
        } finally {
            workers.refill();
        }
    }

    private Outcome attempt(Formula formula, List<double[]> points) {
        try (var worker = workers.take(spec)) {
            var outcome = worker.load(program);
            if (outcome instanceof Returned) {
                outcome = worker.construct();
            }
            return outcome instanceof Returned ? call(worker, formula, points) : outcome;
        }
    }

    private Outcome call(Worker worker, Formula formula, List<double[]> points) {
        Object[] arguments = {formula.java(), formula.variables().size(), points.toArray(double[][]::new)};
        return worker.call(method, arguments, limits.time().call());
    }

    private static SandboxException failure(Formula formula, String why) {
        return new SandboxException("a formula cannot be evaluated: " + formula.normalised() + ": " + why);
    }
}
