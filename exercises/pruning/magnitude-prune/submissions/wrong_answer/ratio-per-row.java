// Mistake: takes the ratio of each row instead of the whole matrix.
import exercise.MagnitudePrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        validate(w, ratio);
        double[][] result = new double[w.length][];
        for (int r = 0; r < w.length; r++) {
            double[] row = w[r];
            Integer[] order = IntStream.range(0, row.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(j -> Math.abs(row[j])));
            result[r] = row.clone();
            int k = (int) Math.rint(ratio * row.length);
            for (int i = 0; i < k; i++) {
                result[r][order[i]] = 0.0;
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
