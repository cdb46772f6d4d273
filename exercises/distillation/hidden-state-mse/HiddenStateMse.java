package exercise;

/// Lets a student with fewer and narrower layers imitate the hidden states of its
/// teacher: which teacher layer each student layer looks at, the error after a learnt
/// projection, and the gradient that trains this projection. Jiao et al. (2020),
/// TinyBERT, equation 8.
public interface HiddenStateMse {
    /// Spreads the layers of the student evenly over those of the teacher, the last on
    /// the last. Layer m = 1 … N_s of the student takes layer floor(m · N_t / N_s) of the
    /// teacher; the result counts from 0.
    ///
    /// @param studentLayers
    ///            N_s ≥ 1
    /// @param teacherLayers
    ///            N_t ≥ N_s
    /// @return `[N_s]`, for each student layer the index `0 … N_t-1` of a teacher layer
    /// @throws IllegalArgumentException
    ///             if there are less than 1 or more student layers than teacher layers
    int[] uniformMap(int studentLayers, int teacherLayers);

    /// The mean, over the layers of the student, of the mean squared difference between
    /// `hs[l] · proj[l]` and `ht[map[l]]`; the latter mean is over the valid tokens and
    /// over the d_t columns of the teacher. Masked tokens may hold any finite value, which
    /// has no effect at all. The arguments must not be modified.
    ///
    /// @param hs
    ///            states of the student `[N_s][tokens][d_s]`, all finite, no dimension 0
    /// @param ht
    ///            states of the teacher `[N_t][tokens][d_t]`, all finite, no dimension 0
    /// @param map
    ///            `[N_s]`, each in `0 … N_t-1`; an index may occur more than once, so
    ///            that N_s may exceed N_t
    /// @param proj
    ///            `[N_s][d_s][d_t]`, all finite; null = identity, only for d_s = d_t
    /// @param mask
    ///            `[tokens]`, 1 = valid, 0 = padding, at least one 1
    /// @throws IllegalArgumentException
    ///             if an array but proj as a whole is null or empty, layers differ in
    ///             shape, a matrix is ragged or holds NaN or an infinity, shapes or
    ///             lengths do not fit together, proj is null although d_s ≠ d_t, or map
    ///             or mask holds anything else than said above
    double loss(double[][][] hs, double[][][] ht, int[] map, double[][][] proj, int[] mask);

    /// The derivative of the term of ONE layer, before the mean over layers, with respect
    /// to its projection. The arguments must not be modified.
    ///
    /// @param hs
    ///            states of one student layer `[tokens][d_s]`, all finite
    /// @param ht
    ///            states of the teacher layer it imitates `[tokens][d_t]`, all finite
    /// @param proj
    ///            `[d_s][d_t]`, all finite, not null
    /// @param mask
    ///            `[tokens]`, as for [#loss]
    /// @return `[d_s][d_t]`, a new array
    /// @throws IllegalArgumentException
    ///             if an argument or one of its rows is null or empty, a matrix is ragged
    ///             or holds NaN or an infinity, shapes or lengths do not fit together, or
    ///             the mask holds anything but 0 and 1, or no 1
    double[][] gradProj(double[][] hs, double[][] ht, double[][] proj, int[] mask);
}
