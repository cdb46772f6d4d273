// Divides by the root of the variance alone.
import exercise.BnFoldLinear;

public class Solution implements BnFoldLinear {
    @Override
    public Linear fold(double[][] w, double[] b, double[] gamma, double[] beta, double[] mean, double[] var,
            double eps) {
        check(w, b);
        for (double[] statistic : new double[][]{gamma, beta, mean, var}) {
            checkNumbers(statistic);
            require(statistic.length == w.length, "one number for each output");
        }
        for (double variance : var) {
            require(variance >= 0, "a negative variance");
        }
        require(eps > 0 && eps < Double.POSITIVE_INFINITY, "eps must be positive and finite");
        var weights = new double[w.length][w[0].length];
        var biases = new double[w.length];
        for (int o = 0; o < w.length; o++) {
            double scale = gamma[o] / Math.sqrt(var[o]);
            for (int i = 0; i < weights[o].length; i++) {
                weights[o][i] = w[o][i] * scale;
            }
            biases[o] = (b[o] - mean[o]) * scale + beta[o];
        }
        return new Linear(weights, biases);
    }

    @Override
    public double[] forward(Linear l, double[] x, boolean relu) {
        require(l != null, "no layer");
        check(l.w(), l.b());
        checkNumbers(x);
        require(x.length == l.w()[0].length, "one input for each column");
        var y = new double[l.b().length];
        for (int o = 0; o < y.length; o++) {
            double sum = l.b()[o];
            for (int i = 0; i < x.length; i++) {
                sum += l.w()[o][i] * x[i];
            }
            y[o] = relu ? Math.max(0, sum) : sum;
        }
        return y;
    }

    private static void check(double[][] w, double[] b) {
        require(w != null && w.length > 0, "no outputs");
        for (double[] row : w) {
            checkNumbers(row);
            require(row.length == w[0].length, "ragged matrix");
        }
        checkNumbers(b);
        require(b.length == w.length, "one bias for each output");
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
