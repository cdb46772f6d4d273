// Right, but keeps the k smallest in a list by insertion: O(N * k) moves.
import exercise.MagnitudePrune;
import java.util.Arrays;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        validate(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        double[][] result = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        int[] smallest = new int[k + 1];
        int size = 0;
        for (int i = 0; i < w.length * columns; i++) {
            int at = size;
            while (at > 0 && magnitude(w, smallest[at - 1]) > magnitude(w, i)) {
                smallest[at] = smallest[at - 1];
                at--;
            }
            smallest[at] = i;
            size = Math.min(size + 1, k);
        }
        for (int i = 0; i < k; i++) {
            result[smallest[i] / columns][smallest[i] % columns] = 0.0;
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

    private static double magnitude(double[][] w, int index) {
        return Math.abs(w[index / w[0].length][index % w[0].length]);
    }
}
