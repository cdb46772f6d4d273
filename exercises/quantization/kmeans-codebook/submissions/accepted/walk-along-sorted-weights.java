import exercise.KmeansCodebook;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Centroids stay in ascending order, so one walk along the sorted weights assigns them all.
public class Solution implements KmeansCodebook {
    @Override
    public Codebook fit(double[] w, int k, int maxIter) {
        check(w);
        require(k >= 1 && k <= w.length, "1 to n centroids");
        require(maxIter >= 1, "at least one pass");
        int[] order = IntStream.range(0, w.length).boxed()
                .sorted(Comparator.comparingDouble(i -> w[i])).mapToInt(i -> i).toArray();
        double min = w[order[0]];
        double width = w[order[w.length - 1]] - min;
        // 0 / 0 for a single centroid, which is the mean of all before anybody looks at it
        double[] centroids = IntStream.range(0, k).mapToDouble(j -> min + width * j / (k - 1)).toArray();
        var assign = new int[w.length];
        int iters = 0;
        boolean changed = true;
        while (changed && iters < maxIter) {
            changed = walk(w, order, centroids, assign) || iters == 0;
            iters++;
            for (int j = 0; changed && j < k; j++) {
                int cluster = j;
                centroids[j] = IntStream.range(0, w.length).filter(i -> assign[i] == cluster)
                        .mapToDouble(i -> w[i]).average().orElse(centroids[j]);
            }
        }
        return new Codebook(centroids, assign, iters);
    }

    /// Whether any assignment has changed.
    private static boolean walk(double[] w, int[] order, double[] centroids, int[] assign) {
        boolean changed = false;
        int j = 0;
        for (int i : order) {
            while (j < centroids.length - 1
                    && Math.abs(w[i] - centroids[j + 1]) < Math.abs(w[i] - centroids[j])) {
                j++;
            }
            changed |= assign[i] != j;
            assign[i] = j;
        }
        return changed;
    }

    @Override
    public double[] centroidGrad(int[] assign, double[] grad, int k) {
        check(grad);
        require(assign != null && assign.length == grad.length, "one centroid for each gradient");
        for (int j : assign) {
            require(j >= 0 && j < k, "no such centroid");
        }
        var sums = new double[k];
        for (int i = 0; i < grad.length; i++) {
            sums[assign[i]] += grad[i];
        }
        return sums;
    }

    private static void check(double[] numbers) {
        require(numbers != null && numbers.length > 0, "no numbers");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
