import exercise.Nf4Codebook;

/// The inverse by bisection of a series for the distribution function; the nearest code by looking
/// at all of them.
public class Solution implements Nf4Codebook {
    @Override
    public double[] codebook() {
        double offset = 0.9677083;
        double largest = inverse(offset);
        var code = new double[16];
        for (int i = 0; i < 7; i++) {
            code[i] = -inverse(offset + (0.5 - offset) * i / 7) / largest;
        }
        for (int i = 0; i < 8; i++) {
            code[15 - i] = inverse(offset + (0.5 - offset) * i / 8) / largest;
        }
        return code;
    }

    @Override
    public int[] quantize(double[] x, int block, double[] code) {
        requireCode(code);
        double[] largest = absmax(x, block);
        var q = new int[x.length];
        for (int i = 0; i < q.length; i++) {
            double most = largest[i / block];
            double t = most == 0 ? 0 : x[i] / most;
            for (int c = 1; c < code.length; c++) {
                if (Math.abs(t - code[c]) < Math.abs(t - code[q[i]])) {
                    q[i] = c;
                }
            }
        }
        return q;
    }

    /// For probabilities above a half; everything asked for lies below 2.
    private static double inverse(double probability) {
        double below = 0;
        double above = 2;
        for (int step = 0; step < 60; step++) {
            double middle = (below + above) / 2;
            if (normal(middle) < probability) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /// 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …)
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; odd < 80; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
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
