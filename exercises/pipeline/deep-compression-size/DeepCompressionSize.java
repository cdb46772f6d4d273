package exercise;

/// How many bits are left of a layer after pruning, weight sharing and Huffman coding. Han,
/// Mao and Dally (2016), "Deep Compression", sections 2 to 4.
public interface DeepCompressionSize {
    /// Sizes in bits.
    ///
    /// @param nnz
    ///            weights that survive pruning
    /// @param fillers
    ///            entries that only bridge a gap
    /// @param dense
    ///            `32 n`
    /// @param sparse
    ///            `E (32 + indexBits)` for E = nnz + fillers entries
    /// @param quant
    ///            `E (cb + indexBits) + 32 k`, where cb is the width of a symbol
    /// @param huffman
    ///            Huffman-coded symbols and gaps, plus `32 k`; code tables are not counted
    /// @param ratio
    ///            dense / huffman
    record Report(int nnz, int fillers, long dense, long sparse, long quant, long huffman, double ratio) {}

    /// 1. The `rne(ratio * n)` weights of smallest magnitude become 0, of equal ones the
    ///    lower position first; halves are rounded to the even number. Whatever is not 0 then
    ///    survives.
    /// 2. The survivors, in order, are clustered by k-means: centroids start evenly from the
    ///    smallest survivor to the largest, a single one in the middle; each pass assigns
    ///    every weight to its nearest centroid, the lower one of two, and stops if nothing has
    ///    changed; otherwise centroids become the means of their weights, and empty ones stay.
    ///    At most 100 passes.
    /// 3. Each survivor is stored as its gap, the distance from the entry before (from
    ///    position -1 for the first), and its cluster as the symbol. While a gap exceeds
    ///    `2^indexBits`, a filler with a gap of `2^indexBits` and the symbol k comes first.
    ///    Nothing is stored after the last survivor.
    /// 4. `cb = ceil(log2(k))`, or `ceil(log2(k + 1))` if there are fillers, and at least 1;
    ///    k is the number asked for, even if clusters are empty. Symbols and gaps have a
    ///    Huffman code each; if only one value occurs, it has a code word of 1 bit.
    ///
    /// The argument must not be modified.
    ///
    /// @param w
    ///            weights, finite
    /// @param ratio
    ///            from 0 to 1
    /// @param k
    ///            centroids, from 1 to the number of survivors
    /// @param indexBits
    ///            1 … 16
    /// @throws IllegalArgumentException
    ///             if w is null or empty or holds NaN or an infinity, ratio is NaN or out of
    ///             range, nothing survives, or k or indexBits is out of range
    Report run(double[] w, double ratio, int k, int indexBits);
}
