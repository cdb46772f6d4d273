// Keeps the k first entries seen so far in a heap whose head is the last of them.
import exercise.MagnitudePrune;
import java.util.Comparator;
import java.util.PriorityQueue;

public class Solution implements MagnitudePrune {
    private record Entry(double magnitude, int index) {}

    private static final Comparator<Entry> LAST_FIRST = Comparator.comparingDouble(Entry::magnitude)
            .thenComparingInt(Entry::index).reversed();

    @Override
    public double[][] prune(double[][] w, double ratio) {
        check(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        double[][] result = new double[w.length][];
        PriorityQueue<Entry> heap = new PriorityQueue<>(k + 1, LAST_FIRST);
        for (int i = 0; i < w.length; i++) {
            result[i] = w[i].clone();
            for (int j = 0; j < columns; j++) {
                double magnitude = Math.abs(w[i][j]);
                // An equal magnitude has the higher index here and cannot replace the head.
                if (heap.size() < k) {
                    heap.add(new Entry(magnitude, i * columns + j));
                } else if (k > 0 && magnitude < heap.peek().magnitude()) {
                    heap.poll();
                    heap.add(new Entry(magnitude, i * columns + j));
                }
            }
        }
        for (Entry entry : heap) {
            result[entry.index() / columns][entry.index() % columns] = 0.0;
        }
        return result;
    }

    private static void check(double[][] w, double ratio) {
        boolean valid = ratio >= 0 && ratio <= 1 && w != null && w.length > 0;
        for (int i = 0; valid && i < w.length; i++) {
            valid = w[i] != null && w[i].length > 0 && w[i].length == w[0].length;
            for (int j = 0; valid && j < w[i].length; j++) {
                valid = Double.isFinite(w[i][j]);
            }
        }
        if (!valid) {
            throw new IllegalArgumentException();
        }
    }
}
