package exercise;

/// Calibration after training: one number by which all logits are divided, chosen on
/// held-out samples. Guo, Pleiss, Sun and Weinberger (2017), section 4.2.
public interface TemperatureCalibration {
    /// Mean of `-ln softmax(z / T)[y]` over the B rows. Logits up to ±10000 must not
    /// overflow, at temperatures from 0.05 on. The arguments must not be modified.
    ///
    /// @param logits
    ///            `[B][K]`, all finite, B ≥ 1, K ≥ 1
    /// @param labels
    ///            `[B]`, each in `0 … K-1`
    /// @param T
    ///            temperature, finite and above 0
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, the matrix is
    ///             ragged or holds NaN or an infinity, there is not one label for
    ///             each row, or a label or T is out of its range
    double nll(double[][] logits, int[] labels, double T);

    /// The temperature in `0.05 … 20` with the smallest [#nll], an end of the interval if
    /// the minimum lies beyond it. It may be off by 1e-4 of its value.
    ///
    /// @param logits
    ///            as for [#nll], and in at least one row not all equal
    /// @throws IllegalArgumentException
    ///             as for [#nll], and if every row is constant: then no temperature
    ///             is better than another
    double fit(double[][] logits, int[] labels);
}
