import exercise.KvCacheSize;

/// First what one token takes; sequences are rounded up to whole blocks, and a budget is turned
/// into tokens before it is turned into sequences.
public class Solution implements KvCacheSize {
    @Override
    public long bytes(int layers, int kvHeads, int headDim, int seq, int batch, int elemBytes) {
        require(seq > 0 && batch > 0, "no tokens");
        return tokenBytes(layers, kvHeads, headDim, elemBytes) * seq * batch;
    }

    @Override
    public long pagedBytes(int layers, int kvHeads, int headDim, int[] seqs, int block, int elemBytes) {
        require(seqs != null && seqs.length > 0, "no sequences");
        require(block > 0, "a block has no room");
        long tokens = 0;
        for (int seq : seqs) {
            require(seq > 0, "an empty sequence");
            long begun = (seq - 1) / block + 1;
            tokens += begun * block;
        }
        return tokenBytes(layers, kvHeads, headDim, elemBytes) * tokens;
    }

    @Override
    public int maxBatch(long budget, int layers, int kvHeads, int headDim, int seq, int elemBytes) {
        require(budget >= 0, "negative budget");
        require(seq > 0, "an empty sequence");
        return (int) (budget / tokenBytes(layers, kvHeads, headDim, elemBytes) / seq);
    }

    private static long tokenBytes(int layers, int kvHeads, int headDim, int elemBytes) {
        require(layers > 0 && kvHeads > 0 && headDim > 0 && elemBytes > 0, "a model without a cache");
        return 2L * layers * kvHeads * headDim * elemBytes;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
