package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ExpectedCalibrationError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Sums of 50 000 confidences in any order are off by a thousandth of it;
/// single precision exceeds it 6 times in the worked example.
///   Confidence times bins is either a whole number that doubles hit exactly, whether
/// one multiplies or compares with `(b+1)/M`, or at least 1e-6 away from one.
class ExpectedCalibrationErrorSuite {
    private static final double[][] PROB = {{0.9, 0.1}, {0.8, 0.2}, {0.35, 0.65}, {0.55, 0.45}, {0.2, 0.8},
            {0.99, 0.01}};
    private static final int[] LABELS = {0, 1, 1, 0, 1, 0};

    private record Batch(double[][] prob, int[] labels) {}

    @Test
    @Points(20)
    @About("example")
    @Sample
    void five_bins_and_ten(ExpectedCalibrationError candidate) {
        assertClose(0.135, candidate.ece(PROB, LABELS, 5));
        assertClose(0.25166666666666667, candidate.ece(PROB, LABELS, 10));
    }

    @Test
    @Points(15)
    @About("edges")
    void an_edge_belongs_to_the_bin_on_its_left(ExpectedCalibrationError candidate) {
        // Alone in their bins: 0.8 off and wrong, 0.1 off and right. Together: 0.35.
        double[][] fifths = {{0.8, 0.2}, {0.9, 0.1}};
        assertClose(0.45, candidate.ece(fifths, new int[]{1, 0}, 5));
        assertClose(0.8, candidate.mce(fifths, new int[]{1, 0}, 5));
        // 1/2, 3/4 and 1 close the second, third and fourth bin.
        double[][] quarters = {{0.5, 0.5}, {0.25, 0.75}, {0, 1}, {0.375, 0.625}, {0.125, 0.875}};
        assertClose((0.5 + 0.375 + 0.875) / 5, candidate.ece(quarters, new int[]{0, 1, 1, 0, 0}, 4));
        assertClose(0.5, candidate.mce(quarters, new int[]{0, 1, 1, 0, 0}, 4));
        // Confidence 1 and a little more belong to the last bin, 1/4 of four classes to the first.
        double[][] more = {{1.0000005, 0}, {1, 0}, {0.875, 0.125}};
        assertClose(1.8750005 / 3, candidate.ece(more, new int[]{0, 1, 1}, 4));
        double[][] even = {{0.25, 0.25, 0.25, 0.25}, {0.25, 0.25, 0.5, 0}};
        assertClose(0.625, candidate.ece(even, new int[]{0, 2}, 4));
        // The lowest of equally likely classes is the prediction.
        assertClose(0.75, candidate.mce(new double[][]{even[0]}, new int[]{0}, 4));
        for (int label = 1; label < 4; label++) {
            assertClose(0.25, candidate.mce(new double[][]{even[0]}, new int[]{label}, 4));
        }
        double[][] two = {{0.2, 0.4, 0.4}};
        assertClose(0.6, candidate.ece(two, new int[]{1}, 3));
        assertClose(0.4, candidate.ece(two, new int[]{2}, 3));
    }

    @Test
    @Points(15)
    @About("perfect")
    void as_often_right_as_it_says(ExpectedCalibrationError candidate) {
        double[][] sure = {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}};
        int[] right = {0, 2, 1};
        for (int bins : new int[]{1, 2, 10, 15, 1000}) {
            assertClose(0.0, candidate.ece(sure, right, bins));
            assertClose(0.0, candidate.mce(sure, right, bins));
            assertClose(1.0, candidate.ece(sure, new int[]{1, 1, 2}, bins));
            assertClose(1.0, candidate.mce(sure, new int[]{1, 1, 2}, bins));
        }
        // Three of four right at 0.75; two right of three at 0.625, 0.625 and 0.75.
        double[][] three = {{0.75, 0.25}, {0.25, 0.75}, {0.75, 0.25}, {0.75, 0.25}};
        assertClose(0.0, candidate.ece(three, new int[]{0, 1, 1, 0}, 10));
        assertClose(0.0, candidate.mce(three, new int[]{0, 1, 1, 0}, 10));
        double[][] mixed = {{0.625, 0.375}, {0.625, 0.375}, {0.75, 0.25}};
        assertClose(0.0, candidate.ece(mixed, new int[]{0, 1, 0}, 2));
        // Over- and underconfidence of 1/4 in two bins do not cancel out.
        double[][] both = {{0.75, 0.25}, {0.75, 0.25}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}};
        assertClose(0.25, candidate.ece(both, new int[]{0, 1, 0, 0, 0, 1}, 4));
    }

    @Test
    @Points(15)
    @About("worst")
    void the_worst_bin_counts_alone(ExpectedCalibrationError candidate, Draw draw) {
        assertClose(0.45, candidate.mce(PROB, LABELS, 5));
        assertClose(0.45, candidate.mce(PROB, LABELS, 10));
        // A single bad sample among many good ones
        var prob = new double[20][];
        Arrays.setAll(prob, i -> i == 7 ? new double[]{0.125, 0.875} : new double[]{0.5625, 0.4375});
        int[] labels = new int[20];
        Arrays.fill(labels, 9, 20, 1);
        // 9 − 1 of 19 are right at 0.5625
        assertClose(0.875, candidate.mce(prob, labels, 3));
        assertClose((0.875 + 19 * (0.5625 - 8.0 / 19)) / 20, candidate.ece(prob, labels, 3));
        for (int round = 0; round < 5; round++) {
            int bins = draw.integer(2, 12);
            Batch batch = batch(draw, draw.integer(5, 40), draw.integer(2, 5), bins);
            assertClose(expected(batch, bins)[1], candidate.mce(batch.prob, batch.labels, bins));
        }
    }

    @Test
    @Points(10)
    @About("one-bin")
    void a_single_bin_compares_accuracy_with_mean_confidence(ExpectedCalibrationError candidate, Draw draw) {
        assertClose(Math.abs(5.0 / 6 - 4.69 / 6), candidate.ece(PROB, LABELS, 1));
        for (int round = 0; round < 3; round++) {
            Batch batch = batch(draw, draw.integer(3, 30), draw.integer(1, 6), 1);
            double confidence = 0;
            double right = 0;
            for (int i = 0; i < batch.labels.length; i++) {
                double largest = Arrays.stream(batch.prob[i]).max().getAsDouble();
                confidence += largest;
                right += batch.prob[i][batch.labels[i]] == largest ? 1 : 0;
            }
            double gap = Math.abs(right - confidence) / batch.labels.length;
            assertClose(gap, candidate.ece(batch.prob, batch.labels, 1));
            assertClose(gap, candidate.mce(batch.prob, batch.labels, 1));
        }
    }

    @Test
    @Points(5)
    @About("properties")
    void order_does_not_matter(ExpectedCalibrationError candidate, Draw draw) {
        for (int round = 0; round < 5; round++) {
            int bins = draw.integer(2, 20);
            int classes = draw.integer(2, 6);
            Batch batch = batch(draw, draw.integer(5, 40), classes, bins);
            double ece = candidate.ece(batch.prob, batch.labels, bins);
            double mce = candidate.mce(batch.prob, batch.labels, bins);
            assertClose(expected(batch, bins)[0], ece);
            assertHolds(ece >= 0 && ece <= mce + 1e-12 && mce <= 1, "ECE %s, MCE %s", ece, mce);
            int[] names = draw.permutation(classes);
            int[] order = draw.permutation(batch.labels.length);
            var moved = new double[order.length][classes];
            var labels = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                labels[i] = names[batch.labels[order[i]]];
                for (int c = 0; c < classes; c++) {
                    moved[i][names[c]] = batch.prob[order[i]][c];
                }
            }
            assertClose(ece, candidate.ece(moved, labels, bins));
            assertClose(mce, candidate.mce(moved, labels, bins));
            assertClose(ece, candidate.ece(batch.prob, batch.labels, bins));
            assertClose(mce, candidate.mce(batch.prob, batch.labels, bins));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_are_no_probabilities(ExpectedCalibrationError candidate) {
        double[][] good = {{0.5, 0.25, 0.25}, {0, 1, 0}};
        int[] labels = {0, 1};
        refuses(candidate, "prob = null", null, labels, 5);
        refuses(candidate, "no rows", new double[0][], new int[0], 5);
        refuses(candidate, "no classes", new double[2][0], labels, 5);
        double[][][] broken = {{null, {0, 1, 0}}, {{0.5, 0.25, 0.25}, null}, {{0.5, 0.25, 0.25}, {0, 1}},
                {{0.5, 0.25, 0.25}, {0, 1, 0, 0}}, {{0.5, 0.25, 0.25}, {}}, {{0.5, 0.5}, {0, 0.5, 0.5}},
                {{0.5, Double.NaN, 0.5}, {0, 1, 0}}, {{0.5, 0.25, 0.25}, {0, 1, Double.NaN}},
                {{0.5, 0.25, Double.POSITIVE_INFINITY}, {0, 1, 0}},
                {{0.5, 0.25, 0.25}, {0, Double.NEGATIVE_INFINITY, 1}},
                {{Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1}, {0, 1, 0}},
                {{0.5, 0.75, -0.25}, {0, 1, 0}}, {{0.5, 0.25, 0.25}, {1e-9, 1, -1e-9}},
                {{0.5, 0.25, 0.250002}, {0, 1, 0}}, {{0.5, 0.25, 0.25}, {0, 0.999998, 0}},
                {{0.5, 0.25, 0}, {0, 1, 0}}, {{0.5, 0.5, 0.5}, {0, 1, 0}}, {{0, 0, 0}, {0, 1, 0}}};
        for (double[][] bad : broken) {
            refuses(candidate, "prob " + Arrays.deepToString(bad), bad, labels, 5);
        }
        for (int[] bad : new int[][]{null, {}, {0}, {0, 1, 2}, {0, 3}, {-1, 1}, {0, Integer.MAX_VALUE}}) {
            refuses(candidate, "labels " + Arrays.toString(bad), good, bad, 5);
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            refuses(candidate, "bins = " + bad, good, labels, bad);
        }
        // Rounding within a millionth is fine, and so is a single class.
        double[][] near = {{0.5, 0.25, 0.2499995}, {0.5, 0.25, 0.2500005}};
        assertClose(0.5, candidate.ece(near, new int[]{0, 0}, 5));
        assertClose(0.0, candidate.mce(new double[][]{{1}}, new int[]{0}, 1));
    }

    @Test
    @Points(5)
    @About("scale")
    void many_samples_and_many_bins(ExpectedCalibrationError candidate, Draw draw) {
        candidate.ece(PROB, LABELS, 1000);
        candidate.mce(PROB, LABELS, 1000);
        int n = 50_000;
        var prob = new double[n][];
        var labels = new int[n];
        double sum = 0;
        double worst = 0;
        int[] order = draw.permutation(n);
        for (int i = 0; i < n; i++) {
            // Two samples in the middle of each bin of the upper half, one of them right.
            double confidence = (n / 2 + i / 2 + 0.5) / n;
            prob[order[i]] = new double[]{confidence, 1 - confidence};
            labels[order[i]] = i % 2;
            sum += confidence - 0.5;
            worst = confidence - 0.5;
        }
        assertClose(sum / n, candidate.ece(prob, labels, n));
        assertClose(worst, candidate.mce(prob, labels, n));
    }

    private static void refuses(
            ExpectedCalibrationError candidate, String what, double[][] prob, int[] labels, int bins) {
        assertRejects("ece, " + what, () -> candidate.ece(prob, labels, bins));
        assertRejects("mce, " + what, () -> candidate.mce(prob, labels, bins));
    }

    /// Confidences keep away from the edges of the bins; about half the labels are the
    /// predictions.
    private static Batch batch(Draw draw, int rows, int classes, int bins) {
        var prob = new double[rows][];
        int[] labels = draw.integers(rows, 0, classes - 1);
        for (int i = 0; i < rows; i++) {
            double largest;
            do {
                double[] row = draw.vector(classes, 0.01, 1);
                row[draw.integer(0, classes - 1)] += draw.uniform(0, 2);
                double sum = Arrays.stream(row).sum();
                prob[i] = Arrays.stream(row).map(x -> x / sum).toArray();
                largest = Arrays.stream(prob[i]).max().getAsDouble();
            } while (classes > 1 && Math.abs(largest * bins - Math.rint(largest * bins)) < 1e-5);
            if (draw.coin()) {
                labels[i] = prediction(prob[i]);
            }
        }
        return new Batch(prob, labels);
    }

    private static int prediction(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return best;
    }

    /// ECE and MCE bin by bin from the intervals: |Σ (right − confidence)| of each.
    private static double[] expected(Batch batch, int bins) {
        double ece = 0;
        double mce = 0;
        for (int b = 0; b < bins; b++) {
            double excess = 0;
            int count = 0;
            for (int i = 0; i < batch.labels.length; i++) {
                int best = prediction(batch.prob[i]);
                double confidence = batch.prob[i][best];
                if (confidence > (double) b / bins && confidence <= (b + 1.0) / bins) {
                    excess += (best == batch.labels[i] ? 1 : 0) - confidence;
                    count++;
                }
            }
            ece += Math.abs(excess) / batch.labels.length;
            mce = Math.max(mce, count == 0 ? 0 : Math.abs(excess) / count);
        }
        return new double[]{ece, mce};
    }
}
