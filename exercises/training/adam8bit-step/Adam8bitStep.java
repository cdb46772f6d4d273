package exercise;

/// Adam whose two moments are kept as code numbers, one maximum for each block of
/// parameters. Dettmers, Lewis, Shleifer and Zettlemoyer (2022), section 2; the codes
/// are arguments here.
///
/// A code is a strictly ascending list of finite values that contains 0 and ends at 1;
/// that of the second moment has no negative value, so it starts at 0. A block is
/// stored as its largest absolute value a and, for each number x, the index of the value
/// nearest to x/a (to 0 if a is 0), the lower index if two are equally near.
public interface Adam8bitStep {
    /// What is kept between steps. Block b holds the parameters `b * block` onwards; the
    /// last one may be shorter.
    ///
    /// @param mq
    ///            indices of the first moment into the signed code, `[n]`
    /// @param mAbs
    ///            largest absolute first moment of each block, `[ceil(n / block)]`
    /// @param vq
    ///            indices of the second moment into the unsigned code, `[n]`
    /// @param vAbs
    ///            largest second moment of each block
    /// @param t
    ///            number of steps done
    record State(int[] mq, double[] mAbs, int[] vq, double[] vAbs, int t) {}

    /// @param w
    ///            the new parameters `[n]`
    /// @param state
    ///            the new state
    record Result(double[] w, State state) {}

    /// The state before the first step: both moments 0, maxima 0, t = 0.
    ///
    /// @throws IllegalArgumentException
    ///             if n or block is below 1, or a code is null or not as described
    State init(int n, int block, double[] signedCode, double[] unsignedCode);

    /// One step of Adam. The moments are read from the state, t is raised by 1, and the
    /// parameters are updated with the new moments before these are quantized. The
    /// arguments must not be modified, and the results share no array with them.
    ///
    /// @param w
    ///            parameters `[n]`, n ≥ 1, all finite
    /// @param grad
    ///            gradient `[n]`, all finite
    /// @param s
    ///            a state for n parameters in blocks of this size
    /// @param block
    ///            parameters in a block, at least 1; may exceed n
    /// @param lr
    ///            learning rate, finite and above 0
    /// @param b1
    ///            decay of the first moment, `0 ≤ b1 < 1`
    /// @param b2
    ///            decay of the second moment, `0 ≤ b2 < 1`
    /// @param eps
    ///            added to the root, finite and above 0
    /// @throws IllegalArgumentException
    ///             if an array is null, empty, of the wrong length or holds NaN or an
    ///             infinity, a code is not as described, the state or a part of it is
    ///             null, an index is outside its code, a maximum or t is negative, or
    ///             another argument is out of its range or NaN
    Result step(double[] w, double[] grad, State s, int block, double lr, double b1, double b2, double eps,
            double[] signedCode, double[] unsignedCode);

    /// Bytes of the state of n parameters: one for each index and four for each maximum.
    ///
    /// @throws IllegalArgumentException
    ///             if n or block is below 1
    long stateBytes(long n, int block);
}
