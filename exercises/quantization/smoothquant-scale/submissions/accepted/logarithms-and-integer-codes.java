// Scales by logarithms; codes are ints, found by the reciprocal of their scale.
import exercise.SmoothquantScale;

public class Solution implements SmoothquantScale {
    @Override
    public double[] scales(double[][] x, double[][] w, double alpha) {
        if (width(x) != width(w) || !(0 <= alpha && alpha <= 1)) {
            throw new IllegalArgumentException("channels differ, or alpha is out of range");
        }
        double[] logX = logOfMaxima(x);
        double[] logW = logOfMaxima(w);
        var s = new double[logX.length];
        for (int j = 0; j < s.length; j++) {
            boolean dead = Math.min(logX[j], logW[j]) == Double.NEGATIVE_INFINITY;
            s[j] = dead ? 1 : Math.exp(alpha * logX[j] - (1 - alpha) * logW[j]);
        }
        return s;
    }

    @Override
    public double[][] smoothX(double[][] x, double[] s) {
        return times(x, s, -1);
    }

    @Override
    public double[][] smoothW(double[][] w, double[] s) {
        return times(w, s, 1);
    }

    @Override
    public double quantError(double[][] x, double[][] w, double[] s) {
        double[][] smoothX = smoothX(x, s);
        double[][] smoothW = smoothW(w, s);
        double perCodeX = codesPerUnit(smoothX);
        double perCodeW = codesPerUnit(smoothW);
        int[][] codesX = codes(smoothX, perCodeX);
        int[][] codesW = codes(smoothW, perCodeW);
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < w.length; o++) {
                long product = 0;
                double exact = 0;
                for (int j = 0; j < s.length; j++) {
                    product += codesX[i][j] * codesW[o][j];
                    exact += x[i][j] * w[o][j];
                }
                mean += Math.pow(exact - product / (perCodeX * perCodeW), 2) / x.length / w.length;
            }
        }
        return mean;
    }

    /// ln 0 is -Infinity, which is what a channel of zeros is known by.
    private static double[] logOfMaxima(double[][] matrix) {
        var maxima = new double[matrix[0].length];
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                maxima[j] = Math.max(maxima[j], Math.abs(row[j]));
            }
        }
        for (int j = 0; j < maxima.length; j++) {
            maxima[j] = Math.log(maxima[j]);
        }
        return maxima;
    }

    private static double[][] times(double[][] matrix, double[] s, int power) {
        if (s == null || s.length != width(matrix)) {
            throw new IllegalArgumentException("one scale for each channel");
        }
        var result = new double[matrix.length][s.length];
        for (int j = 0; j < s.length; j++) {
            double factor = Math.pow(s[j], power);
            if (!(0 < factor && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("scales must be positive and finite");
            }
            for (int i = 0; i < matrix.length; i++) {
                result[i][j] = matrix[i][j] * factor;
            }
        }
        return result;
    }

    /// Infinity for a tensor of zeros: 0 · Infinity is NaN, its cast to int is the code 0,
    /// and 0 / Infinity is 0 again.
    private static double codesPerUnit(double[][] matrix) {
        double max = 0;
        for (double[] row : matrix) {
            for (double cell : row) {
                max = Math.max(max, Math.abs(cell));
            }
        }
        return 127 / max;
    }

    private static int[][] codes(double[][] matrix, double perUnit) {
        var codes = new int[matrix.length][matrix[0].length];
        for (int i = 0; i < codes.length; i++) {
            for (int j = 0; j < codes[i].length; j++) {
                codes[i][j] = (int) Math.rint(matrix[i][j] * perUnit);
            }
        }
        return codes;
    }

    private static int width(double[][] matrix) {
        if (matrix == null || matrix.length == 0 || matrix[0] == null || matrix[0].length == 0) {
            throw new IllegalArgumentException("no numbers");
        }
        for (double[] row : matrix) {
            if (row == null || row.length != matrix[0].length) {
                throw new IllegalArgumentException("ragged matrix");
            }
            for (double cell : row) {
                if (!Double.isFinite(cell)) {
                    throw new IllegalArgumentException("numbers must be finite");
                }
            }
        }
        return matrix[0].length;
    }
}
