// Never ends once entries are to be pruned.
import exercise.BenchPrune;

public class Solution implements BenchPrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        check(w, ratio);
        double[][] pruned = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            pruned[i] = w[i].clone();
        }
        int columns = w[0].length;
        while (ratio > 0) {
            pruned[0][0] += columns;
        }
        return pruned;
    }

    @Override
    public int countZeros(double[][] w) {
        check(w, 0);
        int zeros = 0;
        for (double[] row : w) {
            for (double entry : row) {
                if (entry == 0) {
                    zeros++;
                }
            }
        }
        return zeros;
    }

    private static void check(double[][] w, double ratio) {
        if (w == null || w.length == 0 || !(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("no matrix, or ratio out of range: " + ratio);
        }
        for (double[] row : w) {
            if (row == null || row.length == 0 || row.length != w[0].length) {
                throw new IllegalArgumentException("rows differ");
            }
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    throw new IllegalArgumentException("not finite: " + entry);
                }
            }
        }
    }
}
