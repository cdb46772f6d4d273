// Mistake: the recursion does not stop at a single entry, so the stack overflows.
import exercise.MagnitudePrune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        validate(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * (w.length * columns));
        double[][] result = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        List<Integer> order = sort(w, IntStream.range(0, w.length * columns).boxed().toList());
        for (int i = 0; i < k; i++) {
            result[order.get(i) / columns][order.get(i) % columns] = 0.0;
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

    /** The smaller ones first, then the pivot and the others. */
    private static List<Integer> sort(double[][] w, List<Integer> indices) {
        int columns = w[0].length;
        int pivot = indices.getFirst();
        double middle = Math.abs(w[pivot / columns][pivot % columns]);
        List<Integer> smaller = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i : indices) {
            (Math.abs(w[i / columns][i % columns]) < middle ? smaller : others).add(i);
        }
        List<Integer> sorted = new ArrayList<>(smaller.isEmpty() ? smaller : sort(w, smaller));
        sorted.addAll(sort(w, others));
        return sorted;
    }
}
