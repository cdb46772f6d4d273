import exercise.KvCacheSize;
import java.math.BigInteger;

/// In numbers that cannot overflow; a sequence begins a block at token 0 and after every
/// full block.
public class Solution implements KvCacheSize {
    @Override
    public long bytes(int layers, int kvHeads, int headDim, int seq, int batch, int elemBytes) {
        return product(2, layers, kvHeads, headDim, seq, batch, elemBytes).longValueExact();
    }

    @Override
    public long pagedBytes(int layers, int kvHeads, int headDim, int[] seqs, int block, int elemBytes) {
        BigInteger blockBytes = product(2, layers, kvHeads, headDim, block, elemBytes);
        if (seqs == null || seqs.length == 0) {
            throw new IllegalArgumentException("no sequences");
        }
        BigInteger blocks = BigInteger.ZERO;
        for (int seq : seqs) {
            BigInteger lastToken = product(seq).subtract(BigInteger.ONE);
            blocks = blocks.add(lastToken.divide(BigInteger.valueOf(block))).add(BigInteger.ONE);
        }
        return blockBytes.multiply(blocks).longValueExact();
    }

    @Override
    public int maxBatch(long budget, int layers, int kvHeads, int headDim, int seq, int elemBytes) {
        if (budget < 0) {
            throw new IllegalArgumentException("negative budget");
        }
        return BigInteger.valueOf(budget)
                .divide(product(2, layers, kvHeads, headDim, seq, elemBytes))
                .intValueExact();
    }

    private static BigInteger product(int... sizes) {
        BigInteger product = BigInteger.ONE;
        for (int size : sizes) {
            if (size <= 0) {
                throw new IllegalArgumentException("sizes must be at least 1");
            }
            product = product.multiply(BigInteger.valueOf(size));
        }
        return product;
    }
}
