package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.LabelSmoothing;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything but the differences of losses is compared with the default tolerance,
/// 1e-9 absolute plus 1e-9 relative. Right solutions that sum in another order or
/// leave out the target distribution stay below 1 % of it, with logits of ±10000 too;
/// single precision exceeds it 18 times in the worked example, and the logarithm of a
/// probability that has underflowed is infinite.
class LabelSmoothingSuite {
    private static final double[][] LOGITS = {{2, 0, -1}, {0.5, 0.5, 3}};
    private static final int[] LABELS = {0, 1};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(LabelSmoothing candidate) {
        assertClose(1.4525938686403771, candidate.loss(LOGITS, LABELS, 0.1));
        assertClose(1.4109272019737105, candidate.loss(LOGITS, LABELS, 0));
        double[][] grad = {{-0.044769299425996945, 0.04043093302563057, 0.004338366400366358},
                {0.018588063663935863, -0.4314119363360641, 0.4128238726721282}};
        assertClose(grad, candidate.grad(LOGITS, LABELS, 0.1));
    }

    @Test
    @Points(15)
    @About("plain")
    void without_smoothing_only_the_true_class_counts(LabelSmoothing candidate, Draw draw) {
        // The softmax of (ln 3, 0) is (3/4, 1/4).
        double[][] three = {{Math.log(3), 0}, {Math.log(3), 0}};
        assertClose(Math.log(4.0 / 3), candidate.loss(three, new int[]{0, 0}, 0));
        assertClose((Math.log(4.0 / 3) + Math.log(4)) / 2, candidate.loss(three, new int[]{0, 1}, 0));
        assertClose(new double[][]{{-0.125, 0.125}, {0.375, -0.375}},
                candidate.grad(three, new int[]{0, 1}, 0));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(1, 6);
            int classes = draw.integer(2, 8);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum -= Math.log(softmax(logits[i])[labels[i]]);
            }
            assertClose(sum / rows, candidate.loss(logits, labels, 0));
            assertClose(slope(logits, labels, 0), candidate.grad(logits, labels, 0));
        }
    }

    @Test
    @Points(20)
    @About("gradient")
    void the_gradient_is_the_slope_of_the_loss(LabelSmoothing candidate, Draw draw) {
        double step = 1e-4;
        double[][] logits = draw.matrix(3, 4, -2, 2);
        int[] labels = draw.integers(3, 0, 3);
        double eps = draw.uniform(0.1, 0.6);
        double[][] grad = candidate.grad(logits, labels, eps);
        assertShape(3, 4, grad);
        var differences = new double[3][4];
        for (int i = 0; i < 3; i++) {
            for (int c = 0; c < 4; c++) {
                double[][] up = moved(logits, i, c, step);
                double[][] down = moved(logits, i, c, -step);
                double rise = candidate.loss(up, labels, eps) - candidate.loss(down, labels, eps);
                differences[i][c] = rise / (2 * step);
            }
            double sum = Arrays.stream(grad[i]).sum();
            assertHolds(Math.abs(sum) <= 1e-12, "grad[%s] sums to %s", i, sum);
        }
        // Central differences are good to about 1e-9 here.
        assertClose(differences, grad, new Tolerance(1e-7, 0));
        assertClose(slope(logits, labels, eps), grad);
        assertClose(grad, candidate.grad(logits, labels, eps));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("classes")
    void the_mass_is_shared_by_all_classes(LabelSmoothing candidate, Draw draw) {
        // Two classes, ε = 0.2: the target is (0.9, 0.1), the softmax (3/4, 1/4).
        double[][] two = {{Math.log(3), 0}};
        assertClose(0.9 * Math.log(4.0 / 3) + 0.1 * Math.log(4), candidate.loss(two, new int[]{0}, 0.2));
        assertClose(0.1 * Math.log(4.0 / 3) + 0.9 * Math.log(4), candidate.loss(two, new int[]{1}, 0.2));
        assertClose(new double[][]{{-0.15, 0.15}}, candidate.grad(two, new int[]{0}, 0.2));
        // Five classes, ε = 0.5: 0.6 for the true class, 0.1 for each other one.
        assertClose(Math.log(5), candidate.loss(new double[1][5], new int[]{3}, 0.5));
        assertClose(new double[][]{{0.1, 0.1, 0.1, -0.4, 0.1}},
                candidate.grad(new double[1][5], new int[]{3}, 0.5));
        // A single class has nothing to share.
        assertClose(0.0, candidate.loss(new double[][]{{7}}, new int[]{0}, 0.3));
        assertClose(new double[][]{{0}}, candidate.grad(new double[][]{{7}}, new int[]{0}, 0.3));
        for (int classes : new int[]{2, 5, 9}) {
            int rows = draw.integer(2, 6);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double eps = draw.uniform(0.05, 0.95);
            assertClose(mean(logits, labels, eps), candidate.loss(logits, labels, eps));
            assertClose(slope(logits, labels, eps), candidate.grad(logits, labels, eps));
        }
    }

    @Test
    @Points(10)
    @About("stability")
    void extreme_logits_stay_exact(LabelSmoothing candidate) {
        // With two classes -ln softmax(z)[0] = softplus(z1 - z0): nothing can overflow.
        for (double z : new double[]{10_000, -10_000, 800, -800, 40, 0.5}) {
            for (double eps : new double[]{0, 0.1, 0.5}) {
                double expected = (1 - eps / 2) * softplus(z) + eps / 2 * softplus(-z);
                double miss = Math.exp(-softplus(-z));
                double[][] slope = {{eps / 2 - miss, miss - eps / 2}};
                assertClose(expected, candidate.loss(new double[][]{{0, z}}, new int[]{0}, eps));
                assertClose(expected, candidate.loss(new double[][]{{-z, 0}}, new int[]{0}, eps));
                assertClose(slope, candidate.grad(new double[][]{{0, z}}, new int[]{0}, eps));
            }
        }
        // One row near 10000, one near -10000: a shift by the largest logit of the batch
        // would leave nothing of the second. Eighths are exact at either level.
        double[][] near = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] far = {{9_990.5, 9_988.75, 9_992}, {-9_988.5, -9_989.875, -9_990.75}};
        assertClose(mean(near, LABELS, 0.1), candidate.loss(far, LABELS, 0.1));
        assertClose(slope(near, LABELS, 0.1), candidate.grad(far, LABELS, 0.1));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_labelled_batch(LabelSmoothing candidate) {
        refuses(candidate, "logits = null", null, LABELS, 0.1);
        refuses(candidate, "labels = null", LOGITS, null, 0.1);
        refuses(candidate, "an empty batch", new double[0][], new int[0], 0.1);
        refuses(candidate, "rows without classes", new double[2][0], LABELS, 0.1);
        double[][][] broken = {{{2, 0, -1}, null}, {null, {2, 0, -1}}, {{2, 0, -1}, {0.5, 3}},
                {{2, 0, -1}, {0.5, 0.5, 3, 1}}, {{2, 0, -1}, {}}, {{Double.NaN, 0, -1}, {0.5, 0.5, 3}},
                {{2, 0, -1}, {0.5, Double.POSITIVE_INFINITY, 3}},
                {{2, 0, -1}, {0.5, 0.5, Double.NEGATIVE_INFINITY}}, {{2, 0, -1}},
                {{2, 0, -1}, {0.5, 0.5, 3}, {0, 0, 0}}};
        String[] why = {"a null row", "a null first row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity", "a row too few", "a row too many"};
        for (int i = 0; i < broken.length; i++) {
            refuses(candidate, "logits with " + why[i], broken[i], LABELS, 0.1);
        }
        for (int[] bad : new int[][]{{}, {0}, {0, 3}, {-1, 1}}) {
            refuses(candidate, "labels " + Arrays.toString(bad), LOGITS, bad, 0.1);
        }
        double[] never = {-1e-9, -1, 1, 1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            refuses(candidate, "eps = " + bad, LOGITS, LABELS, bad);
        }
        // Just below 1 is still allowed, and labels may name the last class.
        double almost = Math.nextDown(1.0);
        assertClose(mean(LOGITS, new int[]{2, 2}, almost), candidate.loss(LOGITS, new int[]{2, 2}, almost));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_batch(LabelSmoothing candidate, Draw draw) {
        // 600 rows of 400 classes, of which 20 differ: the expected value then costs little.
        double[][] logits = draw.matrix(20, 400, -9, 9);
        int[] labels = draw.integers(20, 0, 399);
        double[][] slope = slope(logits, labels, 0.1);
        var large = new double[600][];
        var grad = new double[600][400];
        var many = new int[600];
        for (int i = 0; i < 600; i++) {
            large[i] = logits[i % 20].clone();
            many[i] = labels[i % 20];
            for (int c = 0; c < 400; c++) {
                grad[i][c] = slope[i % 20][c] / 30;
            }
        }
        assertClose(mean(logits, labels, 0.1), candidate.loss(large, many, 0.1));
        assertClose(grad, candidate.grad(large, many, 0.1));
    }

    private static void refuses(
            LabelSmoothing candidate, String what, double[][] logits, int[] labels, double eps) {
        assertRejects("loss: " + what, () -> candidate.loss(logits, labels, eps));
        assertRejects("grad: " + what, () -> candidate.grad(logits, labels, eps));
    }

    private static double[][] moved(double[][] logits, int row, int column, double by) {
        double[][] copy = Arrays.stream(logits).map(double[]::clone).toArray(double[][]::new);
        copy[row][column] += by;
        return copy;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /// The definitions as they stand, without a guard: for moderate logits only.
    private static double[] softmax(double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(logit -> Math.exp(logit) / sum).toArray();
    }

    private static double target(int c, int label, int classes, double eps) {
        return eps / classes + (c == label ? 1 - eps : 0);
    }

    private static double mean(double[][] logits, int[] labels, double eps) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double[] p = softmax(logits[i]);
            for (int c = 0; c < p.length; c++) {
                sum -= target(c, labels[i], p.length, eps) * Math.log(p[c]);
            }
        }
        return sum / logits.length;
    }

    private static double[][] slope(double[][] logits, int[] labels, double eps) {
        var slope = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            slope[i] = softmax(logits[i]);
            for (int c = 0; c < slope[i].length; c++) {
                slope[i][c] = (slope[i][c] - target(c, labels[i], slope[i].length, eps)) / logits.length;
            }
        }
        return slope;
    }
}
