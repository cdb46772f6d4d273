import exercise.TransformerFlops;

/// A list of matrix products, each counted by the same method; that one also refuses what is
/// out of range.
public class Solution implements TransformerFlops {
    @Override
    public long forward(int layers, int d, int heads, int kvHeads, int headDim, int ffn, int vocab, int n,
            boolean gated) {
        require(layers >= 1 && kvHeads >= 1 && heads % kvHeads == 0, "layers or heads out of range");
        long head = linear(n, headDim, d) + 2 * linear(n, n, headDim) + linear(n, d, headDim);
        long kvHead = 2 * linear(n, d, headDim);
        long inner = linear(n, d, ffn) + linear(n, ffn, d);
        if (gated) {
            inner += linear(n, d, ffn);
        }
        require(heads >= 1, "no heads");
        long layer = heads * head + kvHeads * kvHead + inner;
        return layers * layer + linear(n, d, vocab);
    }

    @Override
    public double reductionPercent(long before, long after) {
        require(before > 0 && after > -1, "counts out of range");
        return (before - after) / (double) before * 100;
    }

    @Override
    public long linear(int n, int in, int out) {
        require(n > 0 && in > 0 && out > 0, "a matrix has no size");
        return 2L * n * in * out;
    }

    @Override
    public long lowRank(int n, int in, int out, int rank) {
        return linear(n, in, rank) + linear(n, rank, out);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
