import exercise.DeepCompressionSize;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements DeepCompressionSize {
    @Override
    public Report run(double[] w, double ratio, int k, int indexBits) {
        // 1. Refuse bad arguments with IllegalArgumentException; who survives?
        // 2. A cluster for each survivor.
        // 3. Gaps and symbols, fillers included.
        // 4. Four sizes. What do all Huffman code words together come to?
        throw new UnsupportedOperationException("not written yet");
    }
}
