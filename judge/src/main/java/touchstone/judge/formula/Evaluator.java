package touchstone.judge.formula;

import java.util.List;

/// Computes the values of formulas.
public interface Evaluator {
    /// One value per point; infinite or NaN where the formula has none.
    ///
    /// @param points each with the values of the formula's variables, in their order
    /// @throws touchstone.sandbox.SandboxException when it cannot be evaluated here, which is our failure
    double[] values(Formula formula, List<double[]> points);
}
