// Mistake: only magnitudes strictly below the (k+1)-th go, so ties prune fewer than k.
import exercise.MagnitudePrune;
import java.util.Arrays;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        validate(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        double[] sorted = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
        double[][] result = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        double threshold = k < sorted.length ? sorted[k] : Double.POSITIVE_INFINITY;
        for (double[] row : result) {
            for (int j = 0; j < columns; j++) {
                if (Math.abs(row[j]) < threshold) {
                    row[j] = 0.0;
                }
            }
        }
        return result;
    }

    private static void validate(double[][] w, double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ratio must lie in [0, 1]");
        }
        if (w == null || w.length == 0 || w[0] == null || w[0].length == 0) {
            throw new IllegalArgumentException("empty matrix");
        }
        for (double[] row : w) {
            if (row == null || row.length != w[0].length || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("ragged matrix or non-finite entry");
            }
        }
    }
}
