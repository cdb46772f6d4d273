// Math.round takes halves up.
import exercise.QatTrainStep;
import java.util.Arrays;

public class Solution implements QatTrainStep {
    /// Below every magnitude but 0; keeps weights of 0 from dividing by it.
    private static final double TINY = 1e-200;

    @Override
    public Result train(double[][] x, double[] y, double[] w0, int bits, double lr, int steps) {
        check(x, y, w0, bits, lr, steps);
        double[] w = w0.clone();
        var losses = new double[steps];
        for (int step = 0; step < steps; step++) {
            double[] rounded = quantize(w, bits);
            var gradient = new double[w.length];
            for (int i = 0; i < y.length; i++) {
                double residual = -y[i];
                for (int c = 0; c < w.length; c++) {
                    residual += x[i][c] * rounded[c];
                }
                losses[step] += residual * residual / y.length;
                for (int c = 0; c < w.length; c++) {
                    gradient[c] += 2 * residual * x[i][c] / y.length;
                }
            }
            for (int c = 0; c < w.length; c++) {
                w[c] -= lr * gradient[c];
            }
        }
        return new Result(w, quantize(w, bits), losses);
    }

    private static double[] quantize(double[] w, int bits) {
        double max = 0;
        for (double weight : w) {
            max = Math.max(max, Math.abs(weight));
        }
        double scale = Math.max(max, TINY) / ((1 << bits - 1) - 1);
        return Arrays.stream(w).map(weight -> Math.round(weight / scale) * scale).toArray();
    }

    private static void check(double[][] x, double[] y, double[] w0, int bits, double lr, int steps) {
        checkNumbers(y);
        checkNumbers(w0);
        require(x != null && x.length == y.length, "one row for each target");
        for (double[] row : x) {
            checkNumbers(row);
            require(row.length == w0.length, "one column for each weight");
        }
        require(bits >= 2 && bits <= 16, "2 to 16 bits");
        require(lr > 0 && lr < Double.POSITIVE_INFINITY, "lr must be positive and finite");
        require(steps >= 1, "at least one step");
    }

    private static void checkNumbers(double[] numbers) {
        require(numbers != null && numbers.length > 0, "no numbers");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
