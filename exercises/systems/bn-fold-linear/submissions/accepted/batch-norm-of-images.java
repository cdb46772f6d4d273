import exercise.BnFoldLinear;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The folded bias is what batch norm makes of the bias, and a folded column is what it makes
/// of the column and its distance from 0: batch norm is affine.
public class Solution implements BnFoldLinear {
    @Override
    public Linear fold(double[][] w, double[] b, double[] gamma, double[] beta, double[] mean, double[] var,
            double eps) {
        check(w, b);
        for (double[] statistic : new double[][]{gamma, beta, mean, var}) {
            checkNumbers(statistic);
            require(statistic.length == w.length, "one number for each output");
        }
        require(Arrays.stream(var).noneMatch(variance -> variance < 0), "a negative variance");
        require(eps > 0 && Double.isFinite(eps), "eps must be positive and finite");
        double[] deviation = Arrays.stream(var).map(variance -> Math.sqrt(variance + eps)).toArray();
        double[][] weights = IntStream.range(0, w.length)
                .mapToObj(
                        o -> DoubleStream.of(w[o]).map(weight -> weight / deviation[o] * gamma[o]).toArray())
                .toArray(double[][]::new);
        double[] biases = IntStream.range(0, b.length)
                .mapToDouble(o -> (b[o] - mean[o]) / deviation[o] * gamma[o] + beta[o])
                .toArray();
        return new Linear(weights, biases);
    }

    @Override
    public double[] forward(Linear l, double[] x, boolean relu) {
        require(l != null, "no layer");
        check(l.w(), l.b());
        checkNumbers(x);
        require(x.length == l.w()[0].length, "one input for each column");
        double floor = relu ? 0 : Double.NEGATIVE_INFINITY;
        return IntStream.range(0, l.b().length)
                .mapToDouble(o -> l.b()[o]
                        + IntStream.range(0, x.length).mapToDouble(i -> l.w()[o][i] * x[i]).sum())
                .map(sum -> Math.max(floor, sum))
                .toArray();
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
