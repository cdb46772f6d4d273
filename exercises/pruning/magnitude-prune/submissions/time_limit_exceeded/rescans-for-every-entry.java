// Right, but looks for the smallest remaining entry k times: O(N * k).
import exercise.MagnitudePrune;
import java.util.Arrays;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        validate(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        double[][] result = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        boolean[][] gone = new boolean[w.length][columns];
        for (int step = 0; step < k; step++) {
            int row = -1;
            int column = -1;
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < columns; j++) {
                    if (!gone[i][j] && (row < 0 || Math.abs(w[i][j]) < Math.abs(w[row][column]))) {
                        row = i;
                        column = j;
                    }
                }
            }
            gone[row][column] = true;
            result[row][column] = 0.0;
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
