import exercise.BenchPrune;
import java.util.PriorityQueue;

public class Solution implements BenchPrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        check(w, ratio);
        double[][] pruned = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            pruned[i] = w[i].clone();
        }
        int columns = w[0].length;
        int n = w.length * columns;
        int left = (int) Math.rint(ratio * n);
        PriorityQueue<double[]> largest = new PriorityQueue<>((a, b) -> a[0] != b[0]
                ? Double.compare(b[0], a[0])
                : Double.compare(b[1], a[1]));
        for (int i = 0; i < n; i++) {
            largest.add(new double[]{Math.abs(w[i / columns][i % columns]), i});
            if (largest.size() > left) {
                largest.remove();
            }
        }
        for (double[] entry : largest) {
            int i = (int) entry[1];
            pruned[i / columns][i % columns] = 0;
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
