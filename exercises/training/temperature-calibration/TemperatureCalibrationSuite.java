package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TemperatureCalibration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// nll is compared with the default tolerance, 1e-9 absolute plus 1e-9 relative; right
/// solutions stay below 0.1 % of it, and logits kept in single precision exceed it
/// twice in a typical drawn batch, of which the first test has a dozen. fit may be off
/// by 1e-4 of its value, as the statement says: searches that compare values of the nll
/// find the minimum to about 1e-7, and steps of 0.01 in T are 10 times too coarse. Samples
/// whose labels are drawn from their own softmax have a minimum with enough curvature;
/// where the answer is an end of the interval, the nll is far above the precision of
/// double all the way there.
class TemperatureCalibrationSuite {
    private static final Tolerance FIT = new Tolerance(0, 1e-4);
    private static final double[][] LOGITS = {{4, 0, 0}, {0, 5, 1}, {3, 0, 2}, {0, 0, 6}, {5, 1, 0},
            {0, 4, 0}};
    private static final int[] LABELS = {0, 1, 2, 2, 1, 1};

    @Test
    @Points(20)
    @About("nll")
    void logits_are_divided_by_the_temperature(TemperatureCalibration candidate, Draw draw) {
        // (0, ln 9) at temperature 2 is (0, ln 3), so (1/4, 3/4).
        double[][] two = {{0, Math.log(9)}, {0, Math.log(9)}};
        assertClose((Math.log(4) + Math.log(4.0 / 3)) / 2, candidate.nll(two, new int[]{0, 1}, 2));
        assertClose(Math.log(10), candidate.nll(two, new int[]{0, 0}, 1));
        assertClose(Math.log(82.0 / 81), candidate.nll(two, new int[]{1, 1}, 0.5));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(1, 6);
            int classes = draw.integer(2, 8);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            for (double temperature : new double[]{1, 0.7, draw.uniform(1.5, 9), 1000}) {
                assertClose(mean(logits, labels, temperature), candidate.nll(logits, labels, temperature));
            }
        }
        // With two classes the nll of class 0 is softplus((z1 - z0)/T): nothing can overflow.
        for (double z : new double[]{10_000, -10_000, 60, -60}) {
            for (double temperature : new double[]{0.05, 1, 20}) {
                double expected = softplus(z / temperature);
                assertClose(expected, candidate.nll(new double[][]{{0, z}}, new int[]{0}, temperature));
                assertClose(expected, candidate.nll(new double[][]{{-z, 0}}, new int[]{0}, temperature));
            }
        }
        // Rows on levels far apart: a shift by the largest logit of the batch loses one of them.
        double[][] levels = {{9_998.5, 10_000}, {-9_999.75, -9_999}};
        double[][] moved = {{-1.5, 0}, {-0.75, 0}};
        assertClose(mean(moved, new int[]{0, 1}, 0.5), candidate.nll(levels, new int[]{0, 1}, 0.5));
    }

    @Test
    @Points(10)
    @About("fit")
    @Sample
    void worked_example(TemperatureCalibration candidate) {
        assertClose(0.912566642155619, candidate.nll(LOGITS, LABELS, 1));
        assertClose(2.133679330699796, candidate.fit(LOGITS, LABELS), FIT);
    }

    @Test
    @Points(20)
    @About("fit")
    void confidence_comes_to_agree_with_accuracy(TemperatureCalibration candidate, Draw draw) {
        // All rows alike and a share r of them right: the best T makes the confidence r.
        assertClose(4 / Math.log(3), candidate.fit(alike(4, 4), new int[]{0, 0, 1, 0}), FIT);
        assertClose(4 / Math.log(4), candidate.fit(alike(5, 4), new int[]{0, 0, 0, 0, 1}), FIT);
        assertClose(0.25 / Math.log(2), candidate.fit(alike(3, 0.25), new int[]{1, 0, 0}), FIT);
        // Rows that say nothing do not get in the way of those that do.
        double[][] mixed = {{4, 0}, {4, 0}, {7, 7}, {4, 0}, {-1, -1}, {4, 0}};
        assertClose(4 / Math.log(3), candidate.fit(mixed, new int[]{0, 0, 0, 1, 1, 0}), FIT);
        for (int round = 0; round < 3; round++) {
            int classes = draw.integer(2, 5);
            double[][] logits = draw.matrix(200, classes, -4, 4);
            int[] labels = labels(draw, logits, draw.uniform(0.4, 3));
            double best = best(logits, labels);
            assertHolds(best > 0.1 && best < 10, "the suite's own optimum is %s", best);
            assertClose(best, candidate.fit(logits, labels), FIT);
        }
    }

    @Test
    @Points(15)
    @About("scaling")
    void logits_times_c_need_c_times_the_temperature(TemperatureCalibration candidate, Draw draw) {
        double[][] logits = draw.matrix(100, 4, -3, 3);
        int[] labels = labels(draw, logits, 1);
        double best = best(logits, labels);
        double plain = candidate.fit(logits, labels);
        assertClose(best, plain, FIT);
        for (double factor : new double[]{0.25, 0.9, 3, draw.uniform(4, 6)}) {
            double scaled = candidate.fit(times(logits, factor), labels);
            assertClose(factor * best, scaled, FIT);
        }
        // A constant added to a row changes no probability.
        double[][] shifted = times(logits, 1);
        for (double[] row : shifted) {
            double constant = draw.uniform(-40, 40);
            Arrays.setAll(row, c -> row[c] + constant);
        }
        assertClose(best, candidate.fit(shifted, labels), FIT);
    }

    @Test
    @Points(10)
    @About("bounds")
    void an_optimum_beyond_the_interval_gives_its_end(TemperatureCalibration candidate, Draw draw) {
        int[] labels = draw.integers(20, 0, 2);
        var right = new double[20][3];
        var hopeless = new double[20][3];
        for (int i = 0; i < 20; i++) {
            // The label wins by 0.5 to 1, or loses against both others.
            right[i][labels[i]] = draw.uniform(0.5, 1);
            hopeless[i][(labels[i] + 1) % 3] = draw.uniform(1, 3);
            hopeless[i][(labels[i] + 2) % 3] = draw.uniform(1, 3);
        }
        assertClose(0.05, candidate.fit(right, labels), FIT);
        assertClose(20.0, candidate.fit(hopeless, labels), FIT);
        // Optima close to the ends, on either side of them.
        assertClose(0.06, candidate.fit(alike(4, 0.06 * Math.log(3)), new int[]{0, 0, 1, 0}), FIT);
        assertClose(0.05, candidate.fit(alike(4, 0.04 * Math.log(3)), new int[]{0, 0, 1, 0}), FIT);
        assertClose(19.0, candidate.fit(alike(4, 19 * Math.log(3)), new int[]{0, 0, 1, 0}), FIT);
        assertClose(20.0, candidate.fit(alike(4, 22 * Math.log(3)), new int[]{0, 0, 1, 0}), FIT);
    }

    @Test
    @Points(10)
    @About("optimum")
    void no_temperature_is_better_and_no_prediction_changes(TemperatureCalibration candidate, Draw draw) {
        double[][] logits = draw.matrix(60, 5, -4, 4);
        // Labels without regard to the logits in every other row: accuracy is poor.
        int[] labels = labels(draw, logits, 1.5);
        for (int i = 0; i < 60; i += 2) {
            labels[i] = draw.integer(0, 4);
        }
        double found = candidate.fit(logits, labels);
        assertHolds(found >= 0.05 * (1 - 1e-4) && found <= 20 * (1 + 1e-4), "T = %s is outside", found);
        double least = candidate.nll(logits, labels, found);
        assertClose(mean(logits, labels, found), least);
        for (double other = 0.05; other <= 20; other *= 1.5) {
            double value = mean(logits, labels, other);
            assertHolds(value >= least - 1e-9, "nll %s at T = %s, %s at %s", least, found, value, other);
        }
        for (double[] row : logits) {
            double[] scaled = Arrays.stream(row).map(z -> z / found).toArray();
            assertHolds(argmax(row) == argmax(scaled), "T = %s changes a prediction", found);
        }
        assertClose(found, candidate.fit(logits, labels));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_calibrated(TemperatureCalibration candidate) {
        double[][] good = {{2, 0, -1}, {0.5, 0.5, 3}};
        int[] labels = {0, 1};
        refuses(candidate, "logits = null", null, labels);
        refuses(candidate, "labels = null", good, null);
        refuses(candidate, "an empty batch", new double[0][], new int[0]);
        refuses(candidate, "rows without classes", new double[2][0], labels);
        double[][][] broken = {{{2, 0, -1}, null}, {null, {2, 0, -1}}, {{2, 0, -1}, {0.5, 3}},
                {{2, 0, -1}, {0.5, 0.5, 3, 1}}, {{2, 0, -1}, {}}, {{Double.NaN, 0, -1}, {0.5, 0.5, 3}},
                {{2, 0, -1}, {0.5, Double.POSITIVE_INFINITY, 3}},
                {{2, 0, -1}, {0.5, 0.5, Double.NEGATIVE_INFINITY}}, {{2, 0, -1}},
                {{2, 0, -1}, {0.5, 0.5, 3}, {0, 0, 1}}};
        String[] why = {"a null row", "a null first row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity", "a row too few", "a row too many"};
        for (int i = 0; i < broken.length; i++) {
            refuses(candidate, "logits with " + why[i], broken[i], labels);
        }
        for (int[] bad : new int[][]{{}, {0}, {0, 3}, {-1, 1}}) {
            refuses(candidate, "labels " + Arrays.toString(bad), good, bad);
        }
        double[] never = {0, -1e-9, -2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("nll: T = " + bad, () -> candidate.nll(good, labels, bad));
        }
        double[][] flat = {{2, 2, 2}, {-0.5, -0.5, -0.5}};
        assertRejects("fit: every row constant", () -> candidate.fit(flat, labels));
        assertRejects("fit: one class", () -> candidate.fit(new double[][]{{3}, {-2}}, new int[]{0, 0}));
        assertClose(Math.log(3), candidate.nll(flat, labels, 1e-3));
        assertClose(0.0, candidate.nll(new double[][]{{3}}, new int[]{0}, 5));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_validation_set(TemperatureCalibration candidate, Draw draw) {
        double[][] small = draw.matrix(40, 20, -3, 3);
        candidate.fit(small, labels(draw, small, 2));
        // 1000 rows, of which 50 differ: the expected value then costs little.
        double[][] logits = draw.matrix(50, 50, -4, 4);
        int[] labels = labels(draw, logits, 1.7);
        var large = new double[1000][];
        var many = new int[1000];
        for (int i = 0; i < 1000; i++) {
            large[i] = logits[i % 50].clone();
            many[i] = labels[i % 50];
        }
        assertClose(best(logits, labels), candidate.fit(large, many), FIT);
    }

    private static void refuses(
            TemperatureCalibration candidate, String what, double[][] logits, int[] labels) {
        assertRejects("nll: " + what, () -> candidate.nll(logits, labels, 1));
        assertRejects("fit: " + what, () -> candidate.fit(logits, labels));
    }

    private static double[][] alike(int rows, double first) {
        var logits = new double[rows][2];
        for (double[] row : logits) {
            row[0] = first;
        }
        return logits;
    }

    private static double[][] times(double[][] logits, double factor) {
        var scaled = new double[logits.length][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Arrays.stream(logits[i]).map(z -> z * factor).toArray();
        }
        return scaled;
    }

    /// One label for each row, drawn from its softmax at the given temperature.
    private static int[] labels(Draw draw, double[][] logits, double temperature) {
        var labels = new int[logits.length];
        for (int i = 0; i < labels.length; i++) {
            double[] p = softmax(logits[i], 1 / temperature);
            double left = draw.uniform(0, 1);
            while (labels[i] < p.length - 1 && left >= p[labels[i]]) {
                left -= p[labels[i]++];
            }
        }
        return labels;
    }

    /// The root of the derivative with respect to 1/T, which rises with 1/T: for samples
    /// with the optimum inside the interval.
    private static double best(double[][] logits, int[] labels) {
        double low = 0.05;
        double high = 20;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            double slope = 0;
            for (int row = 0; row < logits.length; row++) {
                double[] p = softmax(logits[row], middle);
                for (int c = 0; c < p.length; c++) {
                    slope += (p[c] - (c == labels[row] ? 1 : 0)) * logits[row][c];
                }
            }
            low = slope < 0 ? middle : low;
            high = slope < 0 ? high : middle;
        }
        return 1 / low;
    }

    private static int argmax(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return best;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /// The definitions as they stand, without a guard: for moderate logits only.
    private static double[] softmax(double[] logits, double inverse) {
        double[] e = Arrays.stream(logits).map(z -> Math.exp(z * inverse)).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(each -> each / sum).toArray();
    }

    private static double mean(double[][] logits, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum -= Math.log(softmax(logits[i], 1 / temperature)[labels[i]]);
        }
        return sum / logits.length;
    }
}
