package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.DeepCompressionSize;
import exercise.DeepCompressionSize.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Counts and bits are compared exactly, the ratio with the default tolerance; it is a single
/// division, so right solutions agree to the last bit. No random weight is nearly as far from
/// its second centroid as from its first, in any pass.
class DeepCompressionSizeSuite {
    private static final double[] EXAMPLE = {0.9, 0, 0.01, 0, 0, 0, 0.02, 0, 0, 0, 0, -1.1, 1, 0.03, 0, 0,
            -0.95, 0,
            1.05, 0.9};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(DeepCompressionSize candidate) {
        assertClose(new Report(6, 1, 640, 245, 99, 89, 640 / 89.0), candidate.run(EXAMPLE, 0.7, 2, 3));
    }

    @Test
    @Points(15)
    @About("fillers")
    void a_gap_that_fits_needs_no_filler(DeepCompressionSize candidate) {
        // Two bits reach as far as 4: gaps of 4, 5, 8, 9 and 13 in front of a single weight.
        int[] gaps = {4, 5, 8, 9, 13};
        int[] fillers = {0, 1, 1, 2, 3};
        int[] huffman = {34, 36, 36, 38, 40};
        for (int i = 0; i < 5; i++) {
            var w = new double[gaps[i]];
            w[gaps[i] - 1] = -2;
            int entries = fillers[i] + 1;
            assertClose(new Report(1, fillers[i], 32 * gaps[i], 34 * entries, 3 * entries + 32, huffman[i],
                    32.0 * gaps[i] / huffman[i]), candidate.run(w, 0, 1, 2));
        }
        // Behind the last weight nothing is stored; between the two lies one gap of exactly 2.
        assertClose(new Report(2, 0, 288, 66, 36, 36, 8), candidate.run(new double[]{5, 0, 5, 0, 0, 0, 0, 0,
                0}, 0, 1, 1));
        var far = new double[65_538];
        far[0] = 1;
        far[65_536] = 1;
        assertClose(new Report(2, 0, 2_097_216, 96, 66, 36, 2_097_216 / 36.0), candidate.run(far, 0, 1, 16));
        far[65_536] = 0;
        far[65_537] = 1;
        assertClose(new Report(2, 1, 2_097_216, 144, 83, 38, 2_097_216 / 38.0), candidate.run(far, 0, 1, 16));
    }

    @Test
    @Points(15)
    @About("width")
    void the_filler_is_a_symbol_of_its_own(DeepCompressionSize candidate) {
        assertClose(new Report(4, 0, 128, 132, 140, 140, 128 / 140.0), candidate.run(new double[]{1, 2, 3, 4},
                0, 4, 1));
        // One filler makes five symbols, and the width 3.
        assertClose(new Report(4, 1, 192, 165, 148, 145, 192 / 145.0),
                candidate.run(new double[]{1, 0, 0, 2, 3, 4}, 0, 4, 1));
        // Four symbols still fit 2 bits.
        assertClose(new Report(3, 1, 160, 132, 108, 108, 160 / 108.0),
                candidate.run(new double[]{1, 0, 0, 2, 3}, 0, 3, 1));
        // The middle cluster is empty, and counts for the width and the codebook.
        assertClose(new Report(4, 0, 128, 132, 108, 104, 128 / 104.0),
                candidate.run(new double[]{1, 1, 1, 100}, 0, 3, 1));
        assertClose(new Report(2, 0, 64, 66, 68, 68, 64 / 68.0), candidate.run(new double[]{1, -1}, 0, 2, 1));
        // 2 is as near to 1 as to 3 and goes to the lower cluster: counts of 2, 2 and 1.
        assertClose(new Report(5, 0, 160, 165, 111, 109, 160 / 109.0),
                candidate.run(new double[]{1, 2, 3, 3, 5}, 0, 3, 1));
        // Nothing is near the second centroid at first; it stays, and gets 19 in the second pass.
        assertClose(new Report(5, 0, 160, 165, 143, 143, 160 / 143.0),
                candidate.run(new double[]{29, 27, 35, 19, 2}, 0, 4, 1));
    }

    @Test
    @Points(15)
    @About("properties")
    void coding_never_costs_more(DeepCompressionSize candidate, Draw draw) {
        for (int round = 0; round < 30; round++) {
            int n = draw.integer(20, 120);
            double ratio = draw.integer(0, 18) / 20.0 + 0.001;
            int left = n - (int) Math.rint(ratio * n);
            int k = draw.integer(1, Math.min(left, 9));
            double[] w = weights(draw, n, ratio, k);
            int indexBits = draw.integer(1, 6);
            Report report = candidate.run(w, ratio, k, indexBits);
            assertHolds(report.huffman() <= report.quant(), "%s bits after coding, %s before",
                    report.huffman(),
                    report.quant());
            assertClose(expected(w, ratio, k, indexBits), report);
            assertClose(report, candidate.run(w, ratio, k, indexBits));
        }
        // Assignments change for 106 passes, and every one of the last few changes the size.
        var cubes = new double[2000];
        Arrays.setAll(cubes, i -> Math.pow(i + 1, 3));
        assertClose(new Report(2000, 0, 64_000, 66_000, 10_512, 9_553, 64_000 / 9_553.0),
                candidate.run(cubes, 0, 16, 1));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("simple")
    void nothing_pruned_and_a_single_centroid(DeepCompressionSize candidate) {
        // All gaps are 1, all symbols 0: a bit for each.
        assertClose(new Report(5, 0, 160, 170, 47, 42, 160 / 42.0),
                candidate.run(new double[]{3, -1, 4, -1, 5}, 0, 1, 2));
        assertClose(new Report(1, 0, 32, 48, 49, 34, 32 / 34.0), candidate.run(new double[]{-7}, 0, 1, 16));
        // Half of 5 is rounded to 2, half of 7 to 4, and 0.29 · 100 is 28.999… in double.
        assertHolds(candidate.run(new double[]{1, 2, 3, 4, 5}, 0.5, 1, 2).nnz() == 3, "2 of 5 are pruned");
        assertHolds(candidate.run(new double[]{1, 2, 3, 4, 5, 6, 7}, 0.5, 1, 2).nnz() == 3,
                "4 of 7 are pruned");
        var hundred = new double[100];
        Arrays.setAll(hundred, i -> i + 1);
        assertHolds(candidate.run(hundred, 0.29, 1, 2).nnz() == 71, "29 of 100 are pruned");
        // Of equal magnitudes the first goes, and leaves a gap of 5.
        assertClose(new Report(2, 2, 192, 132, 76, 74, 192 / 74.0),
                candidate.run(new double[]{1, 0, 0, 0, 2, -1}, 0.67, 2, 1));
    }

    @Test
    @Points(10)
    @About("zeros")
    void zeros_count_as_pruned(DeepCompressionSize candidate) {
        // Two of the three zeros are what a third of six prunes; the other one is no survivor either.
        double[] w = {0, 4, 0, -4, 0, 4};
        assertClose(new Report(3, 0, 192, 102, 73, 70, 192 / 70.0), candidate.run(w, 1 / 3.0, 2, 2));
        assertClose(new Report(3, 0, 192, 102, 73, 70, 192 / 70.0), candidate.run(w, 0, 2, 2));
        assertClose(new Report(2, 0, 192, 68, 70, 68, 192 / 68.0), candidate.run(w, 0.67, 2, 2));
        assertRejects("k = 4 of 3 survivors", () -> candidate.run(w, 0, 4, 2));
        assertRejects("nothing but zeros", () -> candidate.run(new double[]{0, -0.0}, 0, 1, 2));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_compressed(DeepCompressionSize candidate) {
        double[] w = {1, 2, 3, 4};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        for (double[] bad : new double[][]{null, {}, {nan, 1}, {1, infinity}, {-infinity, 1}}) {
            assertRejects("w = " + Arrays.toString(bad), () -> candidate.run(bad, 0, 1, 2));
        }
        for (double bad : new double[]{nan, -0.1, -1e-12, 1 + 1e-12, 1.5, infinity, -infinity}) {
            assertRejects("ratio = " + bad, () -> candidate.run(w, bad, 1, 2));
        }
        assertRejects("ratio = 1", () -> candidate.run(w, 1, 1, 2));
        for (int bad : new int[]{0, -1, 3}) {
            assertRejects("k = " + bad + " of 2 survivors", () -> candidate.run(w, 0.5, bad, 2));
        }
        for (int bad : new int[]{0, -1, 17, 32}) {
            assertRejects("indexBits = " + bad, () -> candidate.run(w, 0, 1, bad));
        }
    }

    @Test
    @Points(10)
    @About("scale")
    void a_large_layer(DeepCompressionSize candidate, Draw draw) {
        double[] w = weights(draw, 40_000, 0.9, 16);
        assertClose(expected(w, 0.9, 16, 4), candidate.run(w, 0.9, 16, 4));
    }

    /// The entries as they would be stored.
    private static Report expected(double[] w, double ratio, int k, int indexBits) {
        int[] positions = survivors(w, ratio);
        int[] clusters = clusters(Arrays.stream(positions).mapToDouble(i -> w[i]).toArray(), k, -1);
        int reach = (int) Math.pow(2, indexBits);
        var gaps = new ArrayList<Integer>();
        var symbols = new ArrayList<Integer>();
        int last = -1;
        for (int s = 0; s < positions.length; s++) {
            for (; last + reach < positions[s]; last += reach) {
                gaps.add(reach);
                symbols.add(k);
            }
            gaps.add(positions[s] - last);
            symbols.add(clusters[s]);
            last = positions[s];
        }
        int entries = gaps.size();
        int values = entries > positions.length ? k + 1 : k;
        int width = Math.max(1, Integer.toBinaryString(values - 1).length());
        long huffman = coded(gaps) + coded(symbols) + 32L * k;
        return new Report(positions.length, entries - positions.length, 32L * w.length,
                (long) entries * (32 + indexBits), (long) entries * (width + indexBits) + 32L * k, huffman,
                32.0 * w.length / huffman);
    }

    private static int[] survivors(double[] w, double ratio) {
        Integer[] order = new Integer[w.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(Math.abs(w[a]), Math.abs(w[b])));
        return Arrays.stream(order).skip((long) Math.rint(ratio * w.length)).mapToInt(i -> i)
                .filter(i -> w[i] != 0).sorted().toArray();
    }

    /// Huffman by the book: the two smallest counts are found anew for every merge.
    private static long coded(List<Integer> values) {
        var counts = new ArrayList<Long>();
        values.stream().distinct().forEach(v -> counts.add(values.stream().filter(v::equals).count()));
        long bits = counts.size() == 1 ? counts.get(0) : 0;
        while (counts.size() > 1) {
            counts.sort(null);
            long merged = counts.remove(0) + counts.remove(0);
            counts.add(merged);
            bits += merged;
        }
        return bits;
    }

    /// Redrawn until every weight has one nearest centroid, clearly, in every pass.
    private static double[] weights(Draw draw, int n, double ratio, int k) {
        while (true) {
            double[] w = draw.vector(n, -1, 1);
            for (int i = 0; i < n; i += 4) {
                w[i] *= draw.uniform(1, 3);
            }
            double[] kept = Arrays.stream(survivors(w, ratio)).mapToDouble(i -> w[i]).toArray();
            if (clusters(kept, k, 1e-9) != null) {
                return w;
            }
        }
    }

    /// @param margin
    ///            null is returned if a weight has two nearest centroids to within this much
    private static int[] clusters(double[] w, int k, double margin) {
        double low = Arrays.stream(w).min().getAsDouble();
        double high = Arrays.stream(w).max().getAsDouble();
        var centroids = new double[k];
        Arrays.setAll(centroids, j -> k == 1 ? (low + high) / 2 : low + (high - low) * j / (k - 1));
        int[] assign = null;
        for (int pass = 0; pass < 100; pass++) {
            var next = new int[w.length];
            var sums = new double[k];
            var counts = new int[k];
            for (int i = 0; i < w.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                double second = Double.POSITIVE_INFINITY;
                for (int j = 0; j < k; j++) {
                    double distance = Math.abs(w[i] - centroids[j]);
                    second = Math.min(second, Math.max(least, distance));
                    next[i] = distance < least ? j : next[i];
                    least = Math.min(least, distance);
                }
                if (second - least <= margin) {
                    return null;
                }
                sums[next[i]] += w[i];
                counts[next[i]]++;
            }
            if (Arrays.equals(assign, next)) {
                return assign;
            }
            assign = next;
            Arrays.setAll(centroids, j -> counts[j] == 0 ? centroids[j] : sums[j] / counts[j]);
        }
        return assign;
    }
}
