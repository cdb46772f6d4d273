import exercise.KvCacheSize;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements KvCacheSize {
    @Override
    public long bytes(int layers, int kvHeads, int headDim, int seq, int batch, int elemBytes) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. Which two things does a layer keep for each token? In which type do you multiply?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long pagedBytes(int layers, int kvHeads, int headDim, int[] seqs, int block, int elemBytes) {
        // How many blocks does each sequence occupy, the last one included?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int maxBatch(long budget, int layers, int kvHeads, int headDim, int seq, int elemBytes) {
        throw new UnsupportedOperationException("not written yet");
    }
}
