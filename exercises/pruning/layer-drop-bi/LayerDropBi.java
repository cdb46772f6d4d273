package exercise;

/// Which layers of a Transformer hardly change what passes through them, and may be dropped.
/// Block influence as in Men et al. (2024), "ShortGPT".
public interface LayerDropBi {
    /// The block influence of layer l: 1 minus the mean, over tokens, of the cosine between
    /// what goes into the layer and what comes out of it. The argument must not be modified.
    ///
    /// @param hidden
    ///            `[state][token][d]`: what goes into layer 0, then the output of every
    ///            layer; finite, at least 2 states, all of the same shape; magnitudes are 0
    ///            or between 1e-50 and 1e50
    /// @return one score for each layer, so one less than there are states; from 0 to 2
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a state is ragged or
    ///             holds NaN or an infinity, there are fewer than 2 states, their shapes
    ///             differ, or a token is 0 in all its dimensions
    double[] scores(double[][][] hidden);

    /// The layers with the smallest block influence, of equal ones the lower layer, in
    /// ascending order of their indices. The argument must not be modified.
    ///
    /// @param count
    ///            how many, from 0 to one less than there are layers
    /// @throws IllegalArgumentException
    ///             as for the scores, or if count is out of range
    int[] drop(double[][][] hidden, int count);
}
