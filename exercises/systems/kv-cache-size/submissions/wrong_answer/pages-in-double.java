// Multiplies in double, which loses the last digits.
import exercise.KvCacheSize;

public class Solution implements KvCacheSize {
    @Override
    public long bytes(int layers, int kvHeads, int headDim, int seq, int batch, int elemBytes) {
        positive(layers, kvHeads, headDim, seq, batch, elemBytes);
        return 2L * layers * kvHeads * headDim * seq * batch * elemBytes;
    }

    @Override
    public long pagedBytes(int layers, int kvHeads, int headDim, int[] seqs, int block, int elemBytes) {
        positive(layers, kvHeads, headDim, block, elemBytes);
        require(seqs != null && seqs.length > 0, "no sequences");
        positive(seqs);
        long blocks = 0;
        for (int seq : seqs) {
            blocks += Math.ceilDiv(seq, block);
        }
        return (long) (2.0 * layers * kvHeads * headDim * elemBytes * block * blocks);
    }

    @Override
    public int maxBatch(long budget, int layers, int kvHeads, int headDim, int seq, int elemBytes) {
        require(budget >= 0, "negative budget");
        return (int) (budget / bytes(layers, kvHeads, headDim, seq, 1, elemBytes));
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
