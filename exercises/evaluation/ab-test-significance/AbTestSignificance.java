package exercise;

/// Compares the success rates of two variants of a service, say before and after
/// compression: the pooled z test for two proportions, a confidence interval, and how
/// many samples such a test takes. Fleiss, Levin and Paik (2003).
public interface AbTestSignificance {
    /// What a test finds.
    ///
    /// @param z
    ///            difference of the rates, the second minus the first, over its standard
    ///            error if both rates were the same
    /// @param p
    ///            two-sided p-value of z, from the normal distribution
    /// @param lo
    ///            lower end of the confidence interval of the difference
    /// @param hi
    ///            upper end of it; neither end is cut to ±1
    record Result(double z, double p, double lo, double hi) {}

    /// With `p1 = x1/n1`, `p2 = x2/n2` and the pooled rate `m = (x1+x2)/(n1+n2)`:
    /// `z = (p2 − p1) / √(m(1−m)(1/n1 + 1/n2))` and `p = erfc(|z|/√2)`. The interval is
    /// `(p2 − p1) ± q · √(p1(1−p1)/n1 + p2(1−p2)/n2)`, where q is the quantile of the
    /// standard normal distribution at `(1 + confidence) / 2`. If m is 0 or 1, z is 0 and p
    /// is 1.
    ///
    /// @param x1
    ///            successes of the first variant, from 0 to n1
    /// @param n1
    ///            samples of the first variant, at least 1
    /// @param x2
    ///            successes of the second variant, from 0 to n2
    /// @param n2
    ///            samples of the second variant, at least 1; n1 + n2 need not fit an int
    /// @param confidence
    ///            between 0 and 1, both excluded
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range or NaN
    Result test(int x1, int n1, int x2, int n2, double confidence);

    /// Samples that each variant needs for a two-sided test at level alpha to find the
    /// difference of the rates p1 and p2 with the given power, rounded up:
    /// `⌈(a√(2m(1−m)) + b√(p1(1−p1) + p2(1−p2)))² / (p1−p2)²⌉`, where m is the mean of p1
    /// and p2, a the normal quantile at `1 − alpha/2` and b the one at `power`.
    ///
    /// @param p1
    ///            between 0 and 1, both excluded
    /// @param p2
    ///            likewise, and different from p1
    /// @param alpha
    ///            between 0 and 1, both excluded
    /// @param power
    ///            likewise; calls have at least 0.5, which need not be checked
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range or NaN, `p1 = p2`, or the result does
    ///             not fit an int
    int samplesPerArm(double p1, double p2, double alpha, double power);
}
