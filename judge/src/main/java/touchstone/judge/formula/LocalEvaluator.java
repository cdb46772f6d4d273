package touchstone.judge.formula;

import java.util.List;
import touchstone.sandbox.SandboxException;

/// Evaluates in this JVM: for what authors wrote, keys and computations, and never for a candidate's formula.
public final class LocalEvaluator implements Evaluator {
    @Override
    public double[] values(Formula formula, List<double[]> points) {
        try {
            return new JaninoCalculation().values(formula.java(), formula.variables().size(),
                    points.toArray(double[][]::new));
        } catch (IllegalArgumentException e) {
            throw new SandboxException("a formula cannot be evaluated: " + formula.normalised(), e);
        }
    }
}
