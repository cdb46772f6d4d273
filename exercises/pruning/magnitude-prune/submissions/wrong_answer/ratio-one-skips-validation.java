// Mistake: returns zeros for ratio 1 before looking at the entries.
import exercise.MagnitudePrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        if (ratio == 1 && w != null && w.length > 0 && w[0] != null && w[0].length > 0) {
            return new double[w.length][w[0].length];
        }
        validate(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        Integer[] order = IntStream.range(0, w.length * columns).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(w[i / columns][i % columns])));
        double[][] result = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < k; i++) {
            result[order[i] / columns][order[i] % columns] = 0.0;
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
