package exercise;

/// Magnitude pruning with one ranking for all layers, and a limit to what any layer may
/// lose. Global and local pruning: Blalock et al. (2020), section 2; the collapse of whole
/// layers that the limit prevents: Tanaka et al. (2020).
public interface GlobalPrune {
    /// @param mask
    ///            shaped like the layers: 1 = kept, 0 = pruned
    /// @param sparsity
    ///            for each layer, the share of its weights that is pruned
    record Result(int[][] mask, double[] sparsity) {}

    /// Walks all weights by magnitude, equal ones by layer and then by index, and prunes
    /// each unless its layer has already lost `floor(cap * n_l + 1e-9)` of its n_l
    /// weights, until `rne(ratio * N)` of all N are pruned; rne rounds half to even. The
    /// layers must not be modified.
    ///
    /// @param layers
    ///            at least one layer of at least one weight, all finite; their lengths may
    ///            differ
    /// @param ratio
    ///            share of all weights to be pruned, from 0 to 1
    /// @param cap
    ///            largest share that a layer may lose, above 0, at most 1
    /// @throws IllegalArgumentException
    ///             if layers or a layer is null or empty, a weight is NaN or infinite,
    ///             ratio or cap is NaN or out of its range, or the caps do not allow as
    ///             many weights to be pruned as the ratio asks for
    Result prune(double[][] layers, double ratio, double cap);
}
