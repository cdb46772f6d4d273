import exercise.TransformerFlops;
import java.util.stream.IntStream;

/// Two operations for each token and parameter of a matrix, and beside them the products of
/// tokens with tokens.
public class Solution implements TransformerFlops {
    @Override
    public long forward(int layers, int d, int heads, int kvHeads, int headDim, int ffn, int vocab, int n,
            boolean gated) {
        positive(layers, d, heads, kvHeads, headDim, ffn, vocab, n);
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException("heads must be a multiple of kvHeads");
        }
        long width = (long) heads * headDim;
        long narrow = (long) kvHeads * headDim;
        int matrices = gated ? 3 : 2;
        long layer = d * (2 * width + 2 * narrow + (long) matrices * ffn);
        long parameters = layers * layer + (long) d * vocab;
        long pairs = (long) n * n;
        return 2 * (n * parameters + 2L * layers * pairs * width);
    }

    @Override
    public double reductionPercent(long before, long after) {
        if (before < 1 || after < 0) {
            throw new IllegalArgumentException("counts out of range");
        }
        return 100 - 100.0 / before * after;
    }

    @Override
    public long linear(int n, int in, int out) {
        positive(n, in, out);
        return (long) n * in * out * 2;
    }

    @Override
    public long lowRank(int n, int in, int out, int rank) {
        positive(n, in, out, rank);
        long parameters = (long) in * rank + (long) rank * out;
        return 2L * n * parameters;
    }

    private static void positive(int... sizes) {
        if (IntStream.of(sizes).min().getAsInt() < 1) {
            throw new IllegalArgumentException("sizes must be at least 1");
        }
    }
}
