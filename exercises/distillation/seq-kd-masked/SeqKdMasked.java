package exercise;

/// Distils a language model token by token: at every position the student imitates the
/// teacher's distribution over the vocabulary. Kim and Rush (2016), section 3.1, take
/// the forward divergence; Gu et al. (2024), MiniLLM, section 2, the reverse one. The
/// factor T² is that of Hinton, Vinyals and Dean (2015).
public interface SeqKdMasked {
    /// T² times the mean divergence at temperature T over all valid tokens of the batch:
    /// each valid token has the same weight, in a long sequence or in a short one. Padded
    /// positions may hold any finite value, even one that overflows when divided by T;
    /// they have no effect at all. Logits of valid tokens may reach ±10000 and must not
    /// overflow. The arguments must not be modified.
    ///
    /// @param student
    ///            logits `[B][L][V]`, all finite, no dimension 0
    /// @param teacher
    ///            logits of the same shape, all finite
    /// @param mask
    ///            `[B][L]`, 1 = valid, 0 = padding, at least one 1 in the whole batch;
    ///            the valid tokens of a sequence need not be its first ones
    /// @param T
    ///            temperature, finite and above 0
    /// @param direction
    ///            `"forward"` = KL(teacher ‖ student), `"reverse"` = KL(student ‖
    ///            teacher); exactly these, in lower case
    /// @throws IllegalArgumentException
    ///             if an array is null or empty on any level, logits are ragged or hold
    ///             NaN or an infinity, shapes differ, the mask holds anything but 0 and
    ///             1, or no 1, T is out of its range, or there is no such direction
    double loss(double[][][] student, double[][][] teacher, int[][] mask, double T, String direction);
}
