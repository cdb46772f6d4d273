// Mistake: leaves the outliers out of the product.
import exercise.LlmInt8Matmul;
import java.util.stream.IntStream;

public class Solution implements LlmInt8Matmul {
    private record Coded(int[] q, double scale) {}

    @Override
    public Result matmul(double[][] x, double[][] w, double threshold) {
        check(x, w, threshold);
        boolean[] outlier = outliers(x, threshold);
        Coded[] qx = quantize(x, outlier);
        Coded[] qw = quantize(w, outlier);
        var y = new double[x.length][w.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < w.length; o++) {
                int sum = 0;
                double exact = 0;
                for (int j = 0; j < outlier.length; j++) {
                    if (outlier[j]) {
                        exact += 0;
                    } else {
                        sum += qx[i].q[j] * qw[o].q[j];
                    }
                }
                y[i][o] = sum * (qx[i].scale * qw[o].scale) + exact;
            }
        }
        return new Result(y, IntStream.range(0, outlier.length).filter(j -> outlier[j]).toArray());
    }

    private static boolean[] outliers(double[][] x, double threshold) {
        var outlier = new boolean[x[0].length];
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                outlier[j] |= Math.abs(row[j]) >= threshold;
            }
        }
        return outlier;
    }

    private static Coded[] quantize(double[][] matrix, boolean[] outlier) {
        var rows = new Coded[matrix.length];
        for (int i = 0; i < rows.length; i++) {
            double largest = 0;
            for (int j = 0; j < outlier.length; j++) {
                if (!outlier[j]) {
                    largest = Math.max(largest, Math.abs(matrix[i][j]));
                }
            }
            double scale = largest == 0 ? 1 : largest / 127;
            var q = new int[outlier.length];
            for (int j = 0; j < q.length; j++) {
                q[j] = (int) Math.rint(matrix[i][j] / scale);
            }
            rows[i] = new Coded(q, scale);
        }
        return rows;
    }

    private static void check(double[][] x, double[][] w, double threshold) {
        require(columns(x) == columns(w), "x and w differ in columns");
        require(threshold > 0, "the threshold must be positive");
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
