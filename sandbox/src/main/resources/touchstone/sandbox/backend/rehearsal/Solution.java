import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sorting, streams, lambdas, collections and texts, as submissions use them.
public class Solution implements exercise.Rehearsal {
    @Override
    public double[][] matrix(double[][] m, double ratio) {
        if (m == null || !(ratio >= 0)) {
            throw new IllegalArgumentException("ratio out of range: " + ratio);
        }
        double[][] copy = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            copy[i] = m[i].clone();
        }
        Integer[] order = IntStream.range(0, m[0].length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> Math.abs(m[0][i])).thenComparingInt(i -> i));
        PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        for (double x : m[0]) {
            queue.add(new double[] {x});
        }
        copy[0][order[0]] = queue.poll()[0] + Arrays.stream(m).flatMapToDouble(Arrays::stream).sum();
        return copy;
    }

    @Override
    public Pair pair(int[] labels, String name, boolean flag) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int label : labels) {
            groups.computeIfAbsent(name + label, k -> new ArrayList<>()).add(label);
        }
        int largest = groups.values().stream().mapToInt(List::size).max().orElse(0);
        String text = groups.keySet().stream().sorted().collect(Collectors.joining(", "));
        double value = Math.rint(Math.exp(Math.log(largest + 1.0)));
        return new Pair(value, text.length(), new double[] {labels.length});
    }
}
