import exercise.SvdLowRank;
import java.util.Arrays;

/// Turns pairs of columns until all are orthogonal, the longer one first. The lengths are then
/// the singular values, and the turns together are the right singular vectors.
public class Solution implements SvdLowRank {
    private record Svd(double[][] columns, double[][] right) {}

    @Override
    public double[] singularValues(double[][] w) {
        int n = columns(w);
        double[][] columns = decompose(w).columns;
        var values = new double[Math.min(w.length, n)];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.sqrt(dot(columns[k], columns[k]));
        }
        return values;
    }

    @Override
    public double[][] approximate(double[][] w, int rank) {
        int n = columns(w);
        require(rank >= 1 && rank <= Math.min(w.length, n), "rank must be 1 to min(m, n)");
        Svd svd = decompose(w);
        var result = new double[w.length][n];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < n; j++) {
                    result[i][j] += svd.columns[k][i] * svd.right[k][j];
                }
            }
        }
        return result;
    }

    private static Svd decompose(double[][] w) {
        double[][] columns = transposed(w);
        var right = new double[columns.length][columns.length];
        for (int j = 0; j < right.length; j++) {
            right[j][j] = 1;
        }
        double total = Arrays.stream(columns).mapToDouble(column -> dot(column, column)).sum();
        boolean turned = true;
        while (turned) {
            turned = false;
            for (int p = 0; p < columns.length; p++) {
                for (int q = p + 1; q < columns.length; q++) {
                    double a = dot(columns[p], columns[p]);
                    double b = dot(columns[q], columns[q]);
                    double product = dot(columns[p], columns[q]);
                    // The second term lets columns rest that are 0 but for rounding.
                    double bound = 1e-12 * Math.sqrt(a) * Math.sqrt(b) + 1e-26 * total;
                    if (Math.abs(product) > bound || a < b) {
                        double angle = Math.atan2(2 * product, a - b) / 2;
                        turn(columns[p], columns[q], angle);
                        turn(right[p], right[q], angle);
                        turned = true;
                    }
                }
            }
        }
        return new Svd(columns, right);
    }

    private static void turn(double[] x, double[] y, double angle) {
        for (int i = 0; i < x.length; i++) {
            double old = x[i];
            x[i] = Math.cos(angle) * old + Math.sin(angle) * y[i];
            y[i] = Math.cos(angle) * y[i] - Math.sin(angle) * old;
        }
    }

    @Override
    public int rankForEnergy(double[] s, double energy) {
        require(s != null && s.length > 0, "no singular values");
        double previous = Double.MAX_VALUE;
        double total = 0;
        for (double value : s) {
            require(value >= 0 && value <= previous, "singular values descend and are not negative");
            previous = value;
            total += value * value;
        }
        require(energy > 0 && energy <= 1, "energy must be above 0 and at most 1");
        double kept = s[0] * s[0];
        int rank = 1;
        while (kept < energy * total - 1e-12 * total) {
            kept += s[rank] * s[rank];
            rank++;
        }
        return rank;
    }

    @Override
    public long params(int m, int n, int rank) {
        require(rank >= 1 && rank <= Math.min(m, n), "rank must be 1 to min(m, n)");
        return rank * ((long) m + n);
    }

    @Override
    public int breakEvenRank(int m, int n) {
        require(m >= 1 && n >= 1, "sizes start at 1");
        return (int) (((long) m * n - 1) / ((long) m + n));
    }

    private static double[][] transposed(double[][] matrix) {
        var result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
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
