package touchstone.judge.formula;

/// What is asked of whoever evaluates Java expressions, in this JVM or in a box: this interface is the contract
/// that a worker is given.
public interface Calculation {
    /// One value per point.
    ///
    /// @param java an expression of double variables `v0`, `v1`, …
    /// @param variables how many they are
    double[] values(String java, int variables, double[][] points);
}
