import exercise.Rope;
import java.util.stream.IntStream;

/// As in the libraries: tables of cosines and sines as wide as a row, and
/// `x · cos + rotated(x) · sin`. Neighbours are sorted into halves and back.
public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        check(x, pos, base, layout);
        int d = x[0].length;
        boolean neighbours = layout.equals("interleaved");
        int[] column = IntStream.range(0, d)
                .map(c -> !neighbours ? c : c < d / 2 ? 2 * c : 2 * c - d + 1)
                .toArray();
        double[] frequency = IntStream.range(0, d)
                .mapToDouble(c -> Math.exp(-2.0 * (c % (d / 2)) / d * Math.log(base)))
                .toArray();
        var out = new double[x.length][d];
        for (int t = 0; t < x.length; t++) {
            double[] row = x[t];
            double[] halves = IntStream.of(column).mapToDouble(c -> row[c]).toArray();
            double[] rotated = rotated(halves);
            for (int c = 0; c < d; c++) {
                double angle = pos[t] * frequency[c];
                out[t][column[c]] = halves[c] * Math.cos(angle) + rotated[c] * Math.sin(angle);
            }
        }
        return out;
    }

    /// The second half, negated, before the first.
    private static double[] rotated(double[] halves) {
        int half = halves.length / 2;
        var rotated = new double[halves.length];
        for (int c = 0; c < half; c++) {
            rotated[c] = -halves[c + half];
            rotated[c + half] = halves[c];
        }
        return rotated;
    }

    private static void check(double[][] x, int[] pos, double base, String layout) {
        require(x != null && x.length > 0 && x[0] != null, "no rows");
        int d = x[0].length;
        require(d > 0 && d % 2 == 0, "columns come in pairs");
        for (double[] row : x) {
            require(row != null && row.length == d, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        require(pos != null && pos.length == x.length, "one position for each row");
        for (int p : pos) {
            require(p >= 0, "positions start at 0");
        }
        require(base > 1 && base < Double.POSITIVE_INFINITY, "base must be finite and above 1");
        require("interleaved".equals(layout) || "half".equals(layout), "unknown layout");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
