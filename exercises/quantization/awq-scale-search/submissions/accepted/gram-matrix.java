import exercise.AwqScaleSearch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What rounding changes in a row of weights costs a quadratic form in it, with the Gram matrix of
/// the activations, which is computed once for all exponents.
public class Solution implements AwqScaleSearch {
    @Override
    public Best search(double[][] x, double[][] w, int group, int grid) {
        check(x, w, group);
        require(grid >= 1, "at least one exponent");
        double[][] gram = gram(x);
        return IntStream.range(0, grid)
                .mapToDouble(i -> (double) i / grid)
                .mapToObj(alpha -> {
                    double[] s = scales(x, alpha);
                    return new Best(alpha, s, cost(gram, w, group, s));
                })
                .min(Comparator.comparingDouble(Best::loss))
                .orElseThrow();
    }

    @Override
    public double loss(double[][] x, double[][] w, int group, double[] s) {
        check(x, w, group);
        checkScales(s, w[0].length);
        return cost(gram(x), w, group, s);
    }

    /// Logarithms of the scales, shifted so that the largest and the smallest are opposite.
    private static double[] scales(double[][] x, double alpha) {
        double[] logs = IntStream.range(0, x[0].length)
                .mapToDouble(j -> Arrays.stream(x)
                        .mapToDouble(row -> Math.abs(row[j]))
                        .average()
                        .getAsDouble())
                .map(mean -> alpha == 0 ? 0 : Math.max(alpha * Math.log(mean), Math.log(1e-4)))
                .toArray();
        double sum = Arrays.stream(logs).max().getAsDouble() + Arrays.stream(logs).min().getAsDouble();
        return Arrays.stream(logs).map(log -> Math.exp(log - sum / 2)).toArray();
    }

    private static double[][] gram(double[][] x) {
        int in = x[0].length;
        var gram = new double[in][in];
        for (double[] row : x) {
            for (int j = 0; j < in; j++) {
                for (int k = 0; k < in; k++) {
                    gram[j][k] += row[j] * row[k] / x.length;
                }
            }
        }
        return gram;
    }

    private static double cost(double[][] gram, double[][] w, int group, double[] s) {
        double sum = 0;
        for (double[] weights : w) {
            double[] change = change(weights, group, s);
            for (int j = 0; j < change.length; j++) {
                // The matrix is symmetric.
                double before = 0;
                for (int k = 0; k < j; k++) {
                    before += gram[j][k] * change[k];
                }
                sum += change[j] * (2 * before + gram[j][j] * change[j]);
            }
        }
        return sum / w.length;
    }

    private static double[] change(double[] weights, int group, double[] s) {
        int groups = (weights.length - 1) / group + 1;
        var lo = new double[groups];
        var width = new double[groups];
        for (int j = 0; j < weights.length; j++) {
            lo[j / group] = Math.min(lo[j / group], weights[j] * s[j]);
        }
        for (int j = 0; j < weights.length; j++) {
            int g = j / group;
            width[g] = Math.max(width[g], Math.max(0, weights[j] * s[j]) - lo[g]);
        }
        var change = new double[weights.length];
        for (int j = 0; j < change.length; j++) {
            int g = j / group;
            if (width[g] > 0) {
                double zero = Math.rint(-lo[g] * 15 / width[g]);
                double code = Math.min(Math.rint(weights[j] * s[j] * 15 / width[g]) + zero, 15);
                change[j] = weights[j] - (code - zero) * width[g] / 15 / s[j];
            }
        }
        return change;
    }

    private static void check(double[][] x, double[][] w, int group) {
        require(columns(x) == columns(w), "x and w differ in columns");
        require(group >= 1, "a group has at least one weight");
    }

    private static void checkScales(double[] s, int columns) {
        require(s != null && s.length == columns, "one scale for each channel");
        for (double scale : s) {
            require(scale > 0 && scale < Double.POSITIVE_INFINITY, "scales are positive and finite");
        }
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        return columns;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
