import exercise.Nf4Codebook;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The inverse by walking along its differential equation; the nearest code by binary search
/// among the middles between codes.
public class Solution implements Nf4Codebook {
    @Override
    public double[] codebook() {
        double tail = 0.4677083;
        double[] above = IntStream.rangeClosed(1, 8).mapToDouble(i -> quantile(tail * i / 8)).toArray();
        DoubleStream below = IntStream.rangeClosed(1, 7).mapToDouble(i -> -quantile(tail * i / 7));
        return DoubleStream.concat(DoubleStream.concat(below, DoubleStream.of(0)), Arrays.stream(above))
                .sorted()
                .map(value -> value / above[7])
                .toArray();
    }

    @Override
    public int[] quantize(double[] x, int block, double[] code) {
        requireCode(code);
        double[] largest = absmax(x, block);
        double[] middles = new double[code.length - 1];
        Arrays.setAll(middles, c -> code[c] + (code[c + 1] - code[c]) / 2);
        return IntStream.range(0, x.length)
                .map(i -> largest[i / block] == 0 ? below(middles, 0)
                : below(middles, x[i] / largest[i / block]))
                .toArray();
    }

    /// How many of them lie below t.
    private static int below(double[] middles, double t) {
        int from = 0;
        int to = middles.length;
        while (from != to) {
            int c = (from + to) / 2;
            if (middles[c] < t) {
                from = c + 1;
            } else {
                to = c;
            }
        }
        return from;
    }

    /// What has the probability p between 0 and it: dx/dp = √(2π) exp(x²/2), by Runge and Kutta.
    private static double quantile(double p) {
        double h = p / 1000;
        double x = 0;
        for (int step = 0; step < 1000; step++) {
            double k1 = slope(x);
            double k2 = slope(x + h / 2 * k1);
            double k3 = slope(x + h / 2 * k2);
            double k4 = slope(x + h * k3);
            x += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return x;
    }

    private static double slope(double x) {
        return Math.sqrt(2 * Math.PI) * Math.exp(x * x / 2);
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
