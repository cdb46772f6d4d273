import exercise.DeepCompressionSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Counts gaps and symbols without writing them down, and merges counts from two sorted queues.
public class Solution implements DeepCompressionSize {
    @Override
    public Report run(double[] w, double ratio, int k, int indexBits) {
        check(w, ratio, indexBits);
        int[] positions = survivors(w, ratio);
        require(k >= 1 && k <= positions.length, "1 to nnz centroids");
        int[] clusters = cluster(Arrays.stream(positions).mapToDouble(i -> w[i]).toArray(), k);
        var gaps = new long[1 << indexBits];
        var symbols = new long[k + 1];
        int from = 0;
        for (int s = 0; s < positions.length; s++) {
            // gaps are counted one less than they are, so that they fit the table
            int gap = positions[s] - from;
            symbols[k] += gap / gaps.length;
            gaps[gaps.length - 1] += gap / gaps.length;
            gaps[gap % gaps.length]++;
            symbols[clusters[s]]++;
            from = positions[s] + 1;
        }
        int fillers = (int) symbols[k];
        long entries = positions.length + symbols[k];
        int values = fillers > 0 ? k + 1 : k;
        int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(values - 1));
        long dense = 32L * w.length;
        long huffman = huffman(gaps) + huffman(symbols) + 32L * k;
        return new Report(positions.length, fillers, dense, entries * (32 + indexBits),
                entries * (width + indexBits) + 32L * k, huffman, dense / (double) huffman);
    }

    private static int[] survivors(double[] w, double ratio) {
        int[] order = IntStream.range(0, w.length).boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(w[i])))
                .mapToInt(i -> i).toArray();
        int pruned = (int) Math.rint(ratio * w.length);
        return Arrays.stream(order, pruned, w.length).filter(i -> w[i] != 0).sorted().toArray();
    }

    private static long huffman(long[] counts) {
        long[] leaves = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
        if (leaves.length == 1) {
            return leaves[0];
        }
        var merged = new long[leaves.length];
        Arrays.fill(merged, Long.MAX_VALUE);
        int leaf = 0;
        int inner = 0;
        long bits = 0;
        for (int made = 0; made < leaves.length - 1; made++) {
            long sum = 0;
            for (int two = 0; two < 2; two++) {
                boolean isLeaf = leaf < leaves.length && leaves[leaf] < merged[inner];
                sum += isLeaf ? leaves[leaf++] : merged[inner++];
            }
            merged[made] = sum;
            bits += sum;
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
