import exercise.Nf4Codebook;

/// The codes as published, in single precision; the nearest code by walking up while the next one is
/// nearer.
public class Solution implements Nf4Codebook {
    private static final double[] NF4 = {-1, -0.6961928, -0.52507305, -0.3949175, -0.28444138, -0.18477343,
            -0.091050036, 0, 0.0795803, 0.1609302, 0.24611230, 0.33791524, 0.44070983, 0.562617, 0.72295684,
            1};

    @Override
    public double[] codebook() {
        return NF4.clone();
    }

    @Override
    public int[] quantize(double[] x, int block, double[] code) {
        requireCode(code);
        double[] largest = absmax(x, block);
        var q = new int[x.length];
        for (int i = 0; i < q.length; i++) {
            double t = x[i] / Math.max(largest[i / block], Double.MIN_NORMAL);
            while (q[i] + 1 < code.length && code[q[i] + 1] - t < t - code[q[i]]) {
                q[i]++;
            }
        }
        return q;
    }

    @Override
    public double[] absmax(double[] x, int block) {
        requireFinite(x);
        var largest = new double[blocks(x.length, block)];
        for (int i = 0; i < x.length; i++) {
            largest[i / block] = Math.max(largest[i / block], Math.abs(x[i]));
        }
        return largest;
    }

    @Override
    public double[] dequantize(int[] q, double[] absmax, int block, double[] code) {
        checkIndices(q, absmax, block, code);
        var x = new double[q.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = code[q[i]] * absmax[i / block];
        }
        return x;
    }

    private static int blocks(int length, int block) {
        require(length > 0, "no numbers");
        require(block >= 1, "a block has at least one number");
        return (length - 1) / block + 1;
    }

    private static void requireFinite(double[] numbers) {
        require(numbers != null, "an array is missing");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void requireCode(double[] code) {
        requireFinite(code);
        require(code.length >= 2, "at least two codes");
        for (int c = 1; c < code.length; c++) {
            require(code[c - 1] < code[c], "codes must ascend");
        }
    }

    private static void checkIndices(int[] q, double[] absmax, int block, double[] code) {
        requireCode(code);
        requireFinite(absmax);
        require(q != null && absmax.length == blocks(q.length, block), "one magnitude for each block");
        for (double largest : absmax) {
            require(largest >= 0, "magnitudes are not negative");
        }
        for (int index : q) {
            require(index >= 0 && index < code.length, "no such code");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
