// Mistake: NaN is accepted.
import exercise.AwqScaleSearch;
import java.util.Arrays;

public class Solution implements AwqScaleSearch {
    @Override
    public Best search(double[][] x, double[][] w, int group, int grid) {
        check(x, w, group);
        require(grid >= 1, "at least one exponent");
        double[] means = means(x);
        Best best = null;
        for (int i = 0; i < grid; i++) {
            double alpha = (double) i / grid;
            double[] s = scales(means, alpha);
            double loss = changed(x, w, group, s);
            if (best == null || loss < best.loss()) {
                best = new Best(alpha, s, loss);
            }
        }
        return best;
    }

    @Override
    public double loss(double[][] x, double[][] w, int group, double[] s) {
        check(x, w, group);
        checkScales(s, w[0].length);
        return changed(x, w, group, s);
    }

    private static double[] means(double[][] x) {
        var means = new double[x[0].length];
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                means[j] += Math.abs(row[j]) / x.length;
            }
        }
        return means;
    }

    private static double[] scales(double[] means, double alpha) {
        double[] s = Arrays.stream(means).map(mean -> Math.max(Math.pow(mean, alpha), 1e-4)).toArray();
        double largest = Arrays.stream(s).max().getAsDouble();
        double smallest = Arrays.stream(s).min().getAsDouble();
        for (int j = 0; j < s.length; j++) {
            s[j] /= Math.sqrt(largest * smallest);
        }
        return s;
    }

    private static double changed(double[][] x, double[][] w, int group, double[] s) {
        double sum = 0;
        for (double[] weights : w) {
            double[] rounded = rounded(weights, group, s);
            for (double[] row : x) {
                double before = 0;
                double after = 0;
                for (int j = 0; j < row.length; j++) {
                    before += row[j] * weights[j];
                    after += row[j] * rounded[j];
                }
                sum += (before - after) * (before - after);
            }
        }
        return sum / (x.length * w.length);
    }

    private static double[] rounded(double[] weights, int group, double[] s) {
        var result = new double[weights.length];
        for (int from = 0; from < weights.length; from += Math.min(group, weights.length)) {
            int to = from + Math.min(group, weights.length - from);
            double lo = 0;
            double hi = 0;
            for (int j = from; j < to; j++) {
                lo = Math.min(lo, weights[j] * s[j]);
                hi = Math.max(hi, weights[j] * s[j]);
            }
            double step = hi == lo ? 1 : (hi - lo) / 15;
            double zero = -Math.rint(lo / step);
            for (int j = from; j < to; j++) {
                double code = Math.clamp(Math.rint(weights[j] * s[j] / step) + zero, 0, 15);
                result[j] = (code - zero) * step / s[j];
            }
        }
        return result;
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
                require(!Double.isInfinite(cell), "numbers must be finite");
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
