import exercise.GgufQ40Block;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements GgufQ40Block {
    @Override
    public Block quantize(double[] x) {
        // The extreme value with its sign; delta; codes by delta; only then d by rounding.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] dequantize(Block b) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double bitsPerWeight() {
        throw new UnsupportedOperationException("not written yet");
    }
}
