package exercise;

/// Multiplies weights by a factor: a first exercise for trying out the workspace.
public interface HelloScale {
    /// Scales every weight.
    ///
    /// @param w
    ///            weights, not null, perhaps empty; never modified
    /// @param s
    ///            the factor
    /// @return a new array of the same length, `s * w[i]` at each index, in double
    double[] scale(double[] w, double s);
}
