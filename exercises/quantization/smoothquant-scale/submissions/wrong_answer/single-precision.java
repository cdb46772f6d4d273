// Scales computed in float.
import exercise.SmoothquantScale;
import java.util.Arrays;

public class Solution implements SmoothquantScale {
    @Override
    public double[] scales(double[][] x, double[][] w, double alpha) {
        require(columns(x) == columns(w), "channels differ");
        require(alpha >= 0 && alpha <= 1, "alpha must be from 0 to 1");
        var s = new double[w[0].length];
        for (int j = 0; j < s.length; j++) {
            double activation = columnMax(x, j);
            double weight = columnMax(w, j);
            boolean dead = activation == 0 || weight == 0;
            s[j] = (float) (dead ? 1 : Math.pow(activation, alpha) / Math.pow(weight, 1 - alpha));
        }
        return s;
    }

    @Override
    public double[][] smoothX(double[][] x, double[] s) {
        check(columns(x), s);
        var result = new double[x.length][s.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < s.length; j++) {
                result[i][j] = x[i][j] / s[j];
            }
        }
        return result;
    }

    @Override
    public double[][] smoothW(double[][] w, double[] s) {
        check(columns(w), s);
        var result = new double[w.length][s.length];
        for (int o = 0; o < w.length; o++) {
            for (int j = 0; j < s.length; j++) {
                result[o][j] = w[o][j] * s[j];
            }
        }
        return result;
    }

    @Override
    public double quantError(double[][] x, double[][] w, double[] s) {
        double[][] activations = smoothX(x, s);
        double[][] weights = smoothW(w, s);
        double scaleX = scale(activations);
        double scaleW = scale(weights);
        round(activations, scaleX);
        round(weights, scaleW);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < w.length; o++) {
                double error = dot(activations[i], weights[o]) * scaleX * scaleW - dot(x[i], w[o]);
                sum += error * error;
            }
        }
        return sum / (x.length * w.length);
    }

    private static double columnMax(double[][] matrix, int j) {
        return Arrays.stream(matrix).mapToDouble(row -> Math.abs(row[j])).max().getAsDouble();
    }

    private static double scale(double[][] matrix) {
        double max = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().getAsDouble();
        return max == 0 ? 1 : max / 127;
    }

    private static void round(double[][] matrix, double scale) {
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> Math.rint(row[j] / scale));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void check(int channels, double[] s) {
        require(s != null && s.length == channels, "one scale for each channel");
        for (double scale : s) {
            require(scale > 0 && scale < Double.POSITIVE_INFINITY, "scales must be positive and finite");
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
