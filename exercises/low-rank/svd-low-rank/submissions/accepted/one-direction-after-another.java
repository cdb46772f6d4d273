import exercise.SvdLowRank;
import java.util.Arrays;
import java.util.Comparator;

/// A Gram matrix, squared again and again, is left with its largest direction alone.
/// That direction is taken out of the matrix, and the rest is treated likewise.
public class Solution implements SvdLowRank {
    private static final int SQUARINGS = 30;

    @Override
    public double[] singularValues(double[][] w) {
        int n = columns(w);
        double[][] rest = copy(w);
        var values = new double[Math.min(w.length, n)];
        for (int k = 0; k < values.length; k++) {
            values[k] = remove(rest, direction(rest));
        }
        return values;
    }

    @Override
    public double[][] approximate(double[][] w, int rank) {
        int n = columns(w);
        require(rank >= 1 && rank <= Math.min(w.length, n), "rank must be 1 to min(m, n)");
        double[][] rest = copy(w);
        for (int k = 0; k < rank; k++) {
            remove(rest, direction(rest));
        }
        double[][] result = copy(w);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] -= rest[i][j];
            }
        }
        return result;
    }

    /// Takes what a matrix does to one direction out of it, and returns how long that is.
    private static double remove(double[][] rest, double[] direction) {
        double squares = 0;
        for (double[] row : rest) {
            double share = dot(row, direction);
            squares += share * share;
            for (int j = 0; j < row.length; j++) {
                row[j] -= share * direction[j];
            }
        }
        return Math.sqrt(squares);
    }

    private static double[] direction(double[][] rest) {
        double[][] power = gram(transposed(rest));
        for (int step = 0; step < SQUARINGS; step++) {
            power = gram(power);
        }
        double[] longest = Arrays.stream(power)
                .max(Comparator.comparingDouble(row -> dot(row, row)))
                .orElseThrow();
        double length = Math.sqrt(dot(longest, longest));
        return Arrays.stream(longest).map(number -> length == 0 ? 0 : number / length).toArray();
    }

    /// All products of two rows, made so small that squares do not overflow.
    private static double[][] gram(double[][] rows) {
        double largest = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .getAsDouble();
        double scale = largest == 0 ? 1 : 1 / largest;
        double[][] scaled = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(number -> number * scale).toArray())
                .toArray(double[][]::new);
        return Arrays.stream(scaled)
                .map(a -> Arrays.stream(scaled).mapToDouble(b -> dot(a, b)).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
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
        return (int) Math.ceilDiv((long) m * n, (long) m + n) - 1;
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
