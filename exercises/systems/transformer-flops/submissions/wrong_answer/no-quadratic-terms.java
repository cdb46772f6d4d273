// Two operations for each parameter and token, and nothing else.
import exercise.TransformerFlops;

public class Solution implements TransformerFlops {
    @Override
    public long forward(int layers, int d, int heads, int kvHeads, int headDim, int ffn, int vocab, int n,
            boolean gated) {
        positive(layers, d, heads, kvHeads, headDim, ffn, vocab, n);
        require(heads % kvHeads == 0, "heads must be a multiple of kvHeads");
        long queries = 2L * n * d * heads * headDim;
        long keysAndValues = 2 * 2L * n * d * kvHeads * headDim;
        long output = 2L * n * heads * headDim * d;
        long inner = (gated ? 3 : 2) * 2L * n * d * ffn;
        long head = 2L * n * d * vocab;
        return layers * (queries + keysAndValues + output + inner) + head;
    }

    @Override
    public double reductionPercent(long before, long after) {
        require(before >= 1 && after >= 0, "counts out of range");
        return 100 * (1 - (double) after / before);
    }

    @Override
    public long linear(int n, int in, int out) {
        positive(n, in, out);
        return 2L * n * in * out;
    }

    @Override
    public long lowRank(int n, int in, int out, int rank) {
        positive(n, in, out, rank);
        return 2L * n * rank * ((long) in + out);
    }

    private static void positive(int... sizes) {
        for (int size : sizes) {
            require(size >= 1, "sizes must be at least 1");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
