package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.KmeansCodebook;
import exercise.KmeansCodebook.Codebook;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Centroids and gradients have the default tolerance, 1e-9 absolute plus 1e-9 relative;
/// assignments and passes are compared exactly. Right solutions that sum in another order
/// differ by 1e-13 in the large case; sums in float by 1e-7. No random weight is nearly as
/// far from its second centroid as from its first, in any pass, so that rounding cannot
/// change an assignment.
class KmeansCodebookSuite {
    private static final double[] W = {2.09, -0.98, 1.48, 0.09, 0.05, -0.14, -1.08, 2.12, -0.91, 1.92, 0,
            -1.03, 1.87, 0, 1.53, 1.49};
    private static final int[] ASSIGN = {3, 0, 2, 1, 1, 1, 0, 3, 0, 3, 1, 0, 3, 1, 2, 2};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void figure_of_the_paper(KmeansCodebook candidate) {
        assertClose(new Codebook(new double[]{-1, 0, 1.5, 2}, ASSIGN, 2), candidate.fit(W, 4, 100));
    }

    @Test
    @Points(15)
    @About("gradient")
    void gradients_of_a_cluster_add_up(KmeansCodebook candidate, Draw draw) {
        double[] grad = {-0.03, -0.01, 0.03, 0.02, -0.01, 0.01, -0.02, 0.12, -0.01, 0.02, 0.04, 0.01, -0.07,
                -0.02, 0.01, -0.02};
        assertClose(new double[]{-0.03, 0.04, 0.02, 0.04}, candidate.centroidGrad(ASSIGN, grad, 4));
        assertClose(new double[]{0, 3.5, 0, -2, 0},
                candidate.centroidGrad(new int[]{1, 3, 1}, new double[]{3, -2, 0.5}, 5));
        assertClose(new double[]{7}, candidate.centroidGrad(new int[]{0}, new double[]{7}, 1));
        for (int round = 0; round < 5; round++) {
            int k = draw.integer(1, 6);
            int n = draw.integer(1, 20);
            int[] assign = draw.integers(n, 0, k - 1);
            double[] random = draw.vector(n, -2, 2);
            var expected = new double[k];
            for (int i = 0; i < n; i++) {
                expected[assign[i]] += random[i];
            }
            assertClose(expected, candidate.centroidGrad(assign, random, k));
            assertClose(expected, candidate.centroidGrad(assign, random, k));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("special")
    void one_centroid_is_the_mean_and_even_values_are_exact(KmeansCodebook candidate, Draw draw) {
        assertClose(new Codebook(new double[]{26.5}, new int[4], 2),
                candidate.fit(new double[]{3, 1, 100, 2}, 1, 9));
        assertClose(new Codebook(new double[]{-4}, new int[1], 2), candidate.fit(new double[]{-4}, 1, 9));
        // Even spacing: the start is exact, and the second pass sees that nothing changes.
        assertClose(new Codebook(new double[]{-3, -1, 1, 3}, new int[]{3, 0, 2, 1, 1}, 2),
                candidate.fit(new double[]{3, -3, 1, -1, -1}, 4, 9));
        // As many centroids as values are not enough when the values are uneven.
        assertClose(new Codebook(new double[]{1, 100 / 3.0, 200 / 3.0, 100}, new int[]{0, 0, 0, 3}, 2),
                candidate.fit(new double[]{0, 1, 2, 100}, 4, 9));
        // Equal weights: all centroids start at the same place, and the first gets everything.
        double[] fives = {5, 5, 5};
        assertClose(new Codebook(fives, new int[3], 2), candidate.fit(fives, 3, 9));
        int k = draw.integer(2, 9);
        int[] order = draw.permutation(k);
        double step = draw.uniform(0.5, 2);
        double[] w = Arrays.stream(order).mapToDouble(j -> 7 - j * step).toArray();
        int[] assign = Arrays.stream(order).map(j -> k - 1 - j).toArray();
        var centroids = new double[k];
        for (int i = 0; i < k; i++) {
            centroids[assign[i]] = w[i];
        }
        assertClose(new Codebook(centroids, assign, 2), candidate.fit(w, k, 9));
    }

    @Test
    @Points(15)
    @About("empty")
    void an_empty_cluster_stays_where_it_is(KmeansCodebook candidate) {
        // Starts at 0, 10, 20, 30: nothing is near 10 or 20.
        assertClose(new Codebook(new double[]{1, 10, 20, 29}, new int[]{0, 3, 0, 3}, 2),
                candidate.fit(new double[]{0, 28, 2, 30}, 4, 9));
        assertClose(new Codebook(new double[]{-29.5, -20, -10}, new int[]{0, 2, 0}, 2),
                candidate.fit(new double[]{-30, -10, -29}, 3, 9));
        // Starts at 2, 13, 24, 35. The second has nothing at first and gets 19 when the third has moved.
        double[] w = {29, 27, 35, 19, 2};
        int[] first = {2, 2, 3, 2, 0};
        int[] last = {2, 2, 3, 1, 0};
        assertClose(new Codebook(new double[]{2, 13, 25, 35}, first, 1), candidate.fit(w, 4, 1));
        assertClose(new Codebook(new double[]{2, 19, 28, 35}, last, 3), candidate.fit(w, 4, 9));
    }

    @Test
    @Points(10)
    @About("ties")
    void the_lower_of_two_equally_near_centroids(KmeansCodebook candidate) {
        // 2 is as far from 0 as from 4, and so is 6 from 4 as from 8.
        assertClose(new Codebook(new double[]{1, 5, 8}, new int[]{0, 0, 1, 1, 2}, 1),
                candidate.fit(new double[]{0, 2, 4, 6, 8}, 3, 1));
        assertClose(new Codebook(new double[]{-0.5, 1}, new int[]{1, 0, 0}, 2),
                candidate.fit(new double[]{1, 0, -1}, 2, 9));
        // In the second pass 6 lies between 4 and 8; at the start it was nearer to 10 than to 1.
        double[] later = {5, 6, 5, 10, 1, 5};
        int[] single = {0, 0, 0, 1, 0, 0};
        assertClose(new Codebook(new double[]{4.4, 10}, single, 3), candidate.fit(later, 2, 9));
    }

    @Test
    @Points(10)
    @About("iterations")
    void passes_are_counted_and_limited(KmeansCodebook candidate, Draw draw) {
        double[] w = {18, 21, 12, 12, 34, 6, 36};
        double[][] centroids = {{6, 15.75, 26, 35}, {6, 14, 21, 35}, {6, 12, 19.5, 35}, {6, 12, 19.5, 35}};
        int[][] assign = {{1, 1, 1, 1, 3, 0, 3}, {1, 2, 1, 1, 3, 0, 3}, {2, 2, 1, 1, 3, 0, 3},
                {2, 2, 1, 1, 3, 0, 3}};
        for (int maxIter = 1; maxIter <= 6; maxIter++) {
            int last = Math.min(maxIter, 4) - 1;
            assertClose(new Codebook(centroids[last], assign[last], last + 1), candidate.fit(w, 4, maxIter));
        }
        for (int round = 0; round < 6; round++) {
            int k = draw.integer(1, 6);
            double[] random = weights(draw, draw.integer(6, 40), k, 100);
            for (int maxIter : new int[]{1, 2, 3, 100}) {
                assertClose(reference(random, k, maxIter), candidate.fit(random, k, maxIter));
            }
        }
    }

    @Test
    @Points(5)
    @About("properties")
    void more_passes_never_fit_worse(KmeansCodebook candidate, Draw draw) {
        double[] w = weights(draw, 60, 5, 100);
        double before = Double.POSITIVE_INFINITY;
        for (int maxIter = 1; maxIter <= 6; maxIter++) {
            Codebook codebook = candidate.fit(w, 5, maxIter);
            assertClose(reference(w, 5, maxIter), codebook);
            double inertia = 0;
            for (int i = 0; i < w.length; i++) {
                inertia += Math.pow(w[i] - codebook.centroids()[codebook.assign()[i]], 2);
            }
            assertHolds(inertia <= before + 1e-9, "%s after %d passes, %s before", inertia, maxIter, before);
            before = inertia;
        }
        assertClose(candidate.fit(w, 5, 3), candidate.fit(w, 5, 3));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_bad_arguments_and_fits_many_weights(KmeansCodebook candidate, Draw draw) {
        double[] good = {1, 2, 4};
        int[] two = {0, 1, 1};
        assertRejects("w = null", () -> candidate.fit(null, 1, 9));
        assertRejects("no weights", () -> candidate.fit(new double[0], 1, 9));
        assertRejects("assign = null", () -> candidate.centroidGrad(null, good, 2));
        assertRejects("grad = null", () -> candidate.centroidGrad(two, null, 2));
        assertRejects("no gradients", () -> candidate.centroidGrad(new int[0], new double[0], 2));
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejects("a weight of " + bad, () -> candidate.fit(new double[]{1, 2, bad}, 2, 9));
            double[] grad = {bad, 2, 4};
            assertRejects("a gradient of " + bad, () -> candidate.centroidGrad(two, grad, 2));
        }
        for (int bad : new int[]{0, -1, 4}) {
            assertRejects("k = " + bad + " for 3 weights", () -> candidate.fit(good, bad, 9));
        }
        assertRejects("maxIter = 0", () -> candidate.fit(good, 2, 0));
        assertRejects("maxIter = -1", () -> candidate.fit(good, 2, -1));
        int[][] assignments = {{0, 1}, {0, 1, 1, 0}, {}, {2, 0, 1}, {0, 1, 2}, {-1, 1, 0}, {0, 1, -1}};
        for (int[] bad : assignments) {
            assertRejects("assign = " + Arrays.toString(bad), () -> candidate.centroidGrad(bad, good, 2));
        }
        for (int bad : new int[]{0, -1}) {
            assertRejects("k = " + bad, () -> candidate.centroidGrad(new int[]{bad}, new double[]{1}, bad));
        }
        double[] even = {1, 2.5, 4};
        assertClose(new Codebook(even, new int[]{0, 1, 2}, 1), candidate.fit(even, 3, 1));
        double[] w = weights(draw, 20_000, 16, 30);
        assertClose(reference(w, 16, 30), candidate.fit(w, 16, 30));
    }

    /// Random weights with a few far from the others, and a clear nearest centroid in every pass.
    private static double[] weights(Draw draw, int n, int k, int maxIter) {
        while (true) {
            double[] w = draw.vector(n, -1, 1);
            for (int i = 0; i < n; i += 5) {
                w[i] *= draw.uniform(1, 4);
            }
            if (run(w, k, maxIter, 1e-9) != null) {
                return w;
            }
        }
    }

    private static Codebook reference(double[] w, int k, int maxIter) {
        return run(w, k, maxIter, -1);
    }

    /// @param margin
    ///            null is returned if a weight has two nearest centroids to within this much
    private static Codebook run(double[] w, int k, int maxIter, double margin) {
        double low = Arrays.stream(w).min().getAsDouble();
        double high = Arrays.stream(w).max().getAsDouble();
        var centroids = new double[k];
        for (int j = 0; j < k; j++) {
            centroids[j] = k == 1 ? (low + high) / 2 : low + (high - low) * j / (k - 1);
        }
        int[] assign = null;
        for (int pass = 1; pass <= maxIter; pass++) {
            var next = new int[w.length];
            for (int i = 0; i < w.length; i++) {
                next[i] = nearest(w[i], centroids, margin);
                if (next[i] < 0) {
                    return null;
                }
            }
            if (Arrays.equals(assign, next)) {
                return new Codebook(centroids, next, pass);
            }
            assign = next;
            means(w, assign, centroids);
        }
        return new Codebook(centroids, assign, maxIter);
    }

    private static int nearest(double w, double[] centroids, double margin) {
        int best = 0;
        double second = Double.POSITIVE_INFINITY;
        for (int j = 1; j < centroids.length; j++) {
            double distance = Math.abs(w - centroids[j]);
            double least = Math.abs(w - centroids[best]);
            second = Math.min(second, Math.max(distance, least));
            best = distance < least ? j : best;
        }
        return second - Math.abs(w - centroids[best]) > margin ? best : -1;
    }

    private static void means(double[] w, int[] assign, double[] centroids) {
        for (int j = 0; j < centroids.length; j++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < w.length; i++) {
                sum += assign[i] == j ? w[i] : 0;
                count += assign[i] == j ? 1 : 0;
            }
            centroids[j] = count == 0 ? centroids[j] : sum / count;
        }
    }
}
