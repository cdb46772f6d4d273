// Divides alpha by the root of r, as rank-stabilised LoRA does.
import exercise.LoraMerge;

public class Solution implements LoraMerge {
    @Override
    public double[][] merge(double[][] w, double[][] b, double[][] a, double alpha) {
        check(w, b, a, alpha);
        var merged = new double[w.length][w[0].length];
        for (int o = 0; o < w.length; o++) {
            for (int i = 0; i < w[o].length; i++) {
                double delta = 0;
                for (int c = 0; c < a.length; c++) {
                    delta += b[o][c] * a[c][i];
                }
                merged[o][i] = w[o][i] + alpha / Math.sqrt(a.length) * delta;
            }
        }
        return merged;
    }

    @Override
    public double[][] unmerge(double[][] merged, double[][] b, double[][] a, double alpha) {
        return merge(merged, b, a, -alpha);
    }

    @Override
    public double[] forward(double[][] w, double[][] b, double[][] a, double alpha, double[] x) {
        check(w, b, a, alpha);
        require(x != null && x.length == w[0].length, "x has a number for each column of w");
        for (double number : x) {
            require(Double.isFinite(number), "numbers must be finite");
        }
        double[] plain = times(w, x);
        double[] delta = times(b, times(a, x));
        for (int o = 0; o < plain.length; o++) {
            plain[o] += alpha / Math.sqrt(a.length) * delta[o];
        }
        return plain;
    }

    private static double[] times(double[][] matrix, double[] x) {
        var product = new double[matrix.length];
        for (int o = 0; o < product.length; o++) {
            for (int i = 0; i < x.length; i++) {
                product[o] += matrix[o][i] * x[i];
            }
        }
        return product;
    }

    private static void check(double[][] w, double[][] b, double[][] a, double alpha) {
        int in = columns(w);
        require(columns(a) == in, "a takes as many numbers as w");
        require(columns(b) == a.length, "b takes what a gives");
        require(b.length == w.length, "b gives as many numbers as w");
        require(Double.isFinite(alpha), "alpha must be finite");
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
