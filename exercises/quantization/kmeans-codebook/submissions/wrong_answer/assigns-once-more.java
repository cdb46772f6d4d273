// Assigns again after the last update.
import exercise.KmeansCodebook;
import java.util.Arrays;

public class Solution implements KmeansCodebook {
    @Override
    public Codebook fit(double[] w, int k, int maxIter) {
        check(w);
        require(k >= 1 && k <= w.length, "1 to n centroids");
        require(maxIter >= 1, "at least one pass");
        double[] centroids = start(w, k);
        int[] assign = nearest(w, centroids);
        update(w, assign, centroids);
        for (int pass = 2; pass <= maxIter; pass++) {
            int[] before = assign;
            assign = nearest(w, centroids);
            if (Arrays.equals(before, assign)) {
                return new Codebook(centroids, assign, pass);
            }
            update(w, assign, centroids);
        }
        return new Codebook(centroids, nearest(w, centroids), maxIter);
    }

    private static double[] start(double[] w, int k) {
        double min = Arrays.stream(w).min().getAsDouble();
        double max = Arrays.stream(w).max().getAsDouble();
        var centroids = new double[k];
        for (int j = 0; j < k; j++) {
            // 0 / 0 for a single centroid, which is the mean of all before anybody looks at it
            centroids[j] = min + (max - min) * j / (k - 1);
        }
        return centroids;
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

    private static void update(double[] w, int[] assign, double[] centroids) {
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
