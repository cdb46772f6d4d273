// Sorts plain magnitudes; counts how many equal to the threshold fall among the first k.
import exercise.MagnitudePrune;
import java.util.Arrays;
import java.util.stream.Stream;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        if (w == null || w.length == 0 || !(0 <= ratio && ratio <= 1)) {
            throw new IllegalArgumentException("no rows, or ratio outside [0, 1]");
        }
        for (double[] row : w) {
            if (row == null || row.length == 0 || row.length != w[0].length) {
                throw new IllegalArgumentException("null, empty or ragged row");
            }
        }
        double[] sorted = Stream.of(w).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
        // NaN and Infinity are sorted to the end.
        if (!Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("non-finite entry");
        }
        int k = (int) Math.rint(ratio * sorted.length);
        double threshold = k == 0 ? -1 : sorted[k - 1];
        int budget = 0;
        for (int i = k - 1; i >= 0 && sorted[i] == threshold; i--) {
            budget++;
        }
        double[][] result = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            result[i] = w[i].clone();
            for (int j = 0; j < result[i].length; j++) {
                double magnitude = Math.abs(w[i][j]);
                if (magnitude < threshold || (magnitude == threshold && budget-- > 0)) {
                    result[i][j] = 0;
                }
            }
        }
        return result;
    }
}
