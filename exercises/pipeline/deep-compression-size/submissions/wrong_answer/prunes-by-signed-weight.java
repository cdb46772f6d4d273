// Prunes the most negative weights.
import exercise.DeepCompressionSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

public class Solution implements DeepCompressionSize {
    @Override
    public Report run(double[] w, double ratio, int k, int indexBits) {
        check(w, ratio, indexBits);
        int[] positions = survivors(w, ratio);
        require(k >= 1 && k <= positions.length, "1 to nnz centroids");
        int[] clusters = cluster(Arrays.stream(positions).mapToDouble(i -> w[i]).toArray(), k);
        int reach = 1 << indexBits;
        var gaps = new ArrayList<Integer>();
        var symbols = new ArrayList<Integer>();
        int last = -1;
        for (int s = 0; s < positions.length; s++) {
            while (positions[s] - last > reach) {
                gaps.add(reach);
                symbols.add(k);
                last += reach;
            }
            gaps.add(positions[s] - last);
            symbols.add(clusters[s]);
            last = positions[s];
        }
        long entries = gaps.size();
        int fillers = gaps.size() - positions.length;
        int width = 1;
        while (1 << width < k + Math.min(fillers, 1)) {
            width++;
        }
        long book = 32L * k;
        long huffman = huffman(symbols) + huffman(gaps) + book;
        return new Report(positions.length, fillers, 32L * w.length, entries * (32 + indexBits),
                entries * (width + indexBits) + book, huffman, 32.0 * w.length / huffman);
    }

    private static int[] survivors(double[] w, double ratio) {
        return IntStream.range(0, w.length).boxed()
                .sorted(Comparator.comparingDouble(i -> w[i]))
                .skip((long) Math.rint(ratio * w.length))
                .filter(i -> w[i] != 0).mapToInt(i -> i).sorted().toArray();
    }

    /// Each merge adds one bit to every code word below it.
    private static long huffman(List<Integer> values) {
        var counts = new HashMap<Integer, Long>();
        for (int value : values) {
            counts.merge(value, 1L, Long::sum);
        }
        var heap = new PriorityQueue<>(counts.values());
        long bits = heap.size() == 1 ? heap.peek() : 0;
        while (heap.size() > 1) {
            long merged = heap.remove() + heap.remove();
            bits += merged;
            heap.add(merged);
        }
        return bits;
    }

    private static int[] cluster(double[] w, int k) {
        double min = Arrays.stream(w).min().getAsDouble();
        double max = Arrays.stream(w).max().getAsDouble();
        // 0 / 0 for a single centroid, which nobody ever compares with another
        double[] centroids = IntStream.range(0,
                k).mapToDouble(j -> min + (max - min) * j / (k - 1)).toArray();
        int[] assign = nearest(w, centroids);
        for (int pass = 1; pass < 100; pass++) {
            move(w, assign, centroids);
            int[] next = nearest(w, centroids);
            if (Arrays.equals(next, assign)) {
                return assign;
            }
            assign = next;
        }
        return assign;
    }

    private static int[] nearest(double[] w, double[] centroids) {
        var assign = new int[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 1; j < centroids.length; j++) {
                if (Math.abs(w[i] - centroids[j]) < Math.abs(w[i] - centroids[assign[i]])) {
                    assign[i] = j;
                }
            }
        }
        return assign;
    }

    private static void move(double[] w, int[] assign, double[] centroids) {
        var sums = new double[centroids.length];
        var counts = new int[centroids.length];
        for (int i = 0; i < w.length; i++) {
            sums[assign[i]] += w[i];
            counts[assign[i]]++;
        }
        for (int j = 0; j < centroids.length; j++) {
            if (counts[j] > 0) {
                centroids[j] = sums[j] / counts[j];
            }
        }
    }

    private static void check(double[] w, double ratio, int indexBits) {
        require(w != null, "no weights");
        for (double weight : w) {
            require(Double.isFinite(weight), "weights must be finite");
        }
        require(ratio >= 0 && ratio <= 1, "the ratio lies between 0 and 1");
        require(indexBits >= 1 && indexBits <= 16, "1 to 16 bits for an index");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
