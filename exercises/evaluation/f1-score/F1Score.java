package exercise;

/// F1 of a classifier, the harmonic mean of precision and recall (van Rijsbergen,
/// 1979), for one class, for every class, and averaged over classes in three ways.
public interface F1Score {
    /// F1 of class 1: `2·TP / (2·TP + FP + FN)`, or 0 where that is 0/0. The arguments
    /// must not be modified.
    ///
    /// @param y
    ///            `[N]`, the true labels, N ≥ 1, each 0 or 1
    /// @param yhat
    ///            `[N]`, the predicted labels, each 0 or 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or a label is neither
    ///             0 nor 1
    double binary(int[] y, int[] yhat);

    /// F1 of every class in turn, that class taken for positive and all others for
    /// negative. The arguments must not be modified.
    ///
    /// @param y
    ///            `[N]`, the true labels, N ≥ 1, each in `0 … classes-1`
    /// @param yhat
    ///            `[N]`, the predicted labels, likewise
    /// @param classes
    ///            number of classes, at least 2; some may occur nowhere
    /// @return `[classes]`, 0 for a class that occurs nowhere
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, `classes < 2`, or a
    ///             label is out of its range
    double[] perClass(int[] y, int[] yhat, int classes);

    /// One number for all classes. Modes:
    ///
    /// - `macro`: plain mean of [#perClass] over all `classes`, also those that occur
    ///   nowhere
    /// - `micro`: TP, FP and FN are summed over the classes first
    /// - `weighted`: mean of [#perClass], each class weighted by how often it occurs
    ///   in `y`
    ///
    /// @param mode
    ///            one of the three names, letter by letter
    /// @throws IllegalArgumentException
    ///             as in [#perClass], or if `mode` is null or none of the three
    double average(int[] y, int[] yhat, int classes, String mode);
}
