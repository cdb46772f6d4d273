package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Mixup;
import exercise.Mixup.Mixed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that interpolate as b + λ(a − b) or sum in another order
/// stay below 0.001 % of it; single precision exceeds it 14 times in the worked
/// example.
class MixupSuite {
    private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
    private static final int[] LABELS = {0, 2, 1};
    private static final int[] PERM = {2, 0, 1};

    @Test
    @Points(25)
    @About("inputs")
    @Sample
    void inputs_are_mixed_with_their_partners(Mixup candidate, Draw draw) {
        Mixed example = candidate.mix(X, LABELS, 0.7, PERM, 3);
        assertClose(new double[][]{{2.2, 3.2}, {2.4, 3.4}, {4.4, 5.4}}, example.x());
        for (int round = 0; round < 4; round++) {
            int rows = draw.integer(3, 9);
            int width = draw.integer(1, 6);
            double[][] x = draw.matrix(rows, width, -5, 5);
            int[] perm = draw.permutation(rows);
            double lambda = draw.uniform(0.05, 0.95);
            Mixed mixed = candidate.mix(x, new int[rows], lambda, perm, 2);
            assertClose(blended(x, lambda, perm), mixed.x());
        }
    }

    @Test
    @Points(25)
    @About("labels")
    void labels_are_mixed_with_the_same_weight(Mixup candidate, Draw draw) {
        double[][] example = {{0.7, 0.3, 0}, {0.3, 0, 0.7}, {0, 0.7, 0.3}};
        assertClose(example, candidate.mix(X, LABELS, 0.7, PERM, 3).y());
        // Partners of one class add up, and a class may be in nobody's label.
        double[][] equal = {{0, 1, 0, 0}, {0, 0.6, 0, 0.4}, {0, 0.4, 0, 0.6}};
        assertClose(equal, candidate.mix(X, new int[]{1, 1, 3}, 0.6, new int[]{1, 2, 0}, 4).y());
        assertClose(new double[][]{{1}, {1}, {1}}, candidate.mix(X, new int[3], 0.3, PERM, 1).y());
        for (int round = 0; round < 4; round++) {
            int rows = draw.integer(3, 9);
            int classes = draw.integer(2, 6);
            int[] labels = draw.integers(rows, 0, classes - 1);
            int[] perm = draw.permutation(rows);
            double lambda = draw.uniform(0.05, 0.95);
            var hot = new double[rows][classes];
            for (int i = 0; i < rows; i++) {
                hot[i][labels[i]] = 1;
            }
            Mixed mixed = candidate.mix(draw.matrix(rows, 2, -1, 1), labels, lambda, perm, classes);
            assertClose(blended(hot, lambda, perm), mixed.y());
        }
    }

    @Test
    @Points(15)
    @About("loss")
    void the_loss_is_the_mixture_of_both_losses(Mixup candidate, Draw draw) {
        double[][] example = {{0.7, 0.3, 0}, {0.3, 0, 0.7}, {0, 0.7, 0.3}};
        assertClose(0.85099476140406238,
                candidate.loss(new double[][]{{1, 0, 0}, {0, 0, 2}, {0, 1, 1}}, example));
        // The softmax of (ln 3, 0) is (3/4, 1/4).
        double[][] three = {{Math.log(3), 0}};
        assertClose(0.4 * Math.log(4.0 / 3) + 0.6 * Math.log(4),
                candidate.loss(three, new double[][]{{0.4, 0.6}}));
        for (int round = 0; round < 4; round++) {
            int rows = draw.integer(2, 7);
            int classes = draw.integer(2, 6);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            int[] perm = draw.permutation(rows);
            double lambda = draw.uniform(0.05, 0.95);
            var partners = new int[rows];
            Arrays.setAll(partners, i -> labels[perm[i]]);
            double expected = lambda * crossEntropy(logits, labels)
                    + (1 - lambda) * crossEntropy(logits, partners);
            double[][] y = candidate.mix(draw.matrix(rows, 2, -1, 1), labels, lambda, perm, classes).y();
            assertClose(expected, candidate.loss(logits, y));
        }
    }

    @Test
    @Points(5)
    @About("loss")
    void extreme_logits_stay_exact(Mixup candidate) {
        // With two classes -ln softmax(z)[0] = softplus(z1 - z0): nothing can overflow.
        for (double z : new double[]{10_000, -10_000, 800, -40}) {
            double expected = 0.3 * softplus(z) + 0.7 * softplus(-z);
            assertClose(expected, candidate.loss(new double[][]{{0, z}}, new double[][]{{0.3, 0.7}}));
            assertClose(expected, candidate.loss(new double[][]{{-z, 0}}, new double[][]{{0.3, 0.7}}));
            assertClose(softplus(z), candidate.loss(new double[][]{{0, z}}, new double[][]{{1, 0}}));
        }
        double[][] levels = {{9_998.5, 10_000}, {-9_999.75, -9_999}};
        double[][] labels = {{0.25, 0.75}, {0.5, 0.5}};
        double first = 0.25 * softplus(1.5) + 0.75 * softplus(-1.5);
        double second = 0.5 * softplus(0.75) + 0.5 * softplus(-0.75);
        assertClose((first + second) / 2, candidate.loss(levels, labels));
    }

    @Test
    @Points(10)
    @About("ends")
    void at_its_ends_lambda_picks_one_of_the_two(Mixup candidate) {
        double[][] own = {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}};
        assertClose(new Mixed(X, own), candidate.mix(X, LABELS, 1, PERM, 3));
        double[][] partners = {{5, 6}, {1, 2}, {3, 4}};
        double[][] theirs = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};
        assertClose(new Mixed(partners, theirs), candidate.mix(X, LABELS, 0, PERM, 3));
        // Nobody but oneself to mix with: nothing changes, whatever the weight.
        assertClose(new Mixed(X, own), candidate.mix(X, LABELS, 0.35, new int[]{0, 1, 2}, 3));
        double[][] half = {{0.5, 0, 0.5}, {0.5, 0, 0.5}, {0, 1, 0}};
        assertClose(new Mixed(new double[][]{{2, 3}, {2, 3}, {5, 6}}, half),
                candidate.mix(X, LABELS, 0.5, new int[]{1, 0, 2}, 3));
        assertClose(new Mixed(new double[][]{{-8}}, new double[][]{{0, 1}}),
                candidate.mix(new double[][]{{-8}}, new int[]{1}, 0.2, new int[]{0}, 2));
    }

    @Test
    @Points(10)
    @About("purity")
    void a_large_batch_is_left_alone(Mixup candidate, Draw draw) {
        double[][] x = draw.matrix(1000, 100, -3, 3);
        int[] labels = draw.integers(1000, 0, 99);
        int[] perm = draw.permutation(1000);
        Mixed mixed = candidate.mix(x, labels, 0.4, perm, 100);
        assertClose(blended(x, 0.4, perm), mixed.x());
        double loss = candidate.loss(x, mixed.y());
        var partners = new int[1000];
        Arrays.setAll(partners, i -> labels[perm[i]]);
        assertClose(0.4 * crossEntropy(x, labels) + 0.6 * crossEntropy(x, partners), loss);
        // Also where the result equals an argument.
        assertExact(X, candidate.mix(X, LABELS, 1, PERM, 3).x());
        assertExact(X, candidate.mix(X, LABELS, 1, PERM, 3).x());
        assertClose(loss, candidate.loss(x, mixed.y()));
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_mixed(Mixup candidate) {
        assertRejects("x = null", () -> candidate.mix(null, LABELS, 0.7, PERM, 3));
        assertRejects("labels = null", () -> candidate.mix(X, null, 0.7, PERM, 3));
        assertRejects("perm = null", () -> candidate.mix(X, LABELS, 0.7, null, 3));
        assertRejects("no samples", () -> candidate.mix(new double[0][], new int[0], 0.7, new int[0], 3));
        double[][][] broken = {{{1, 2}, null, {5, 6}}, {null, {3, 4}, {5, 6}}, {{1, 2}, {3}, {5, 6}},
                {{1, 2}, {3, 4, 5}, {5, 6}}, {{}, {}, {}}, {{Double.NaN, 2}, {3, 4}, {5, 6}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}, {5, 6}},
                {{1, 2}, {3, 4}, {Double.NEGATIVE_INFINITY, 6}}, {{1, 2}, {3, 4}},
                {{1, 2}, {3, 4}, {5, 6}, {7, 8}}};
        for (double[][] x : broken) {
            assertRejects("x " + Arrays.deepToString(x), () -> candidate.mix(x, LABELS, 0.7, PERM, 3));
        }
        for (int[] bad : new int[][]{{}, {0, 1}, {0, 1, 2, 0}, {0, 3, 1}, {0, 1, -1}}) {
            assertRejects("labels " + Arrays.toString(bad), () -> candidate.mix(X, bad, 0.7, PERM, 3));
        }
        int[][] perms = {{}, {0, 1}, {0, 1, 2, 3}, {0, 0, 1}, {1, 1, 1}, {0, 1, 3}, {-1, 0, 1}, {1, 2, 3},
                {2, 2, -1}};
        for (int[] bad : perms) {
            assertRejects("perm " + Arrays.toString(bad), () -> candidate.mix(X, LABELS, 0.7, bad, 3));
        }
        double[] never = {-1e-9, Math.nextUp(1.0), 2, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("lambda = " + bad, () -> candidate.mix(X, LABELS, bad, PERM, 3));
        }
        assertRejects("classes = 0", () -> candidate.mix(X, LABELS, 0.7, PERM, 0));
        assertRejects("classes = -1", () -> candidate.mix(X, LABELS, 0.7, PERM, -1));
        assertRejects("classes = 2", () -> candidate.mix(X, LABELS, 0.7, PERM, 2));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_soft_label(Mixup candidate) {
        double[][] logits = {{1, 0, 0}, {0, 0, 2}};
        double[][] y = {{0.5, 0.5, 0}, {0, 0.25, 0.75}};
        assertRejects("logits = null", () -> candidate.loss(null, y));
        assertRejects("y = null", () -> candidate.loss(logits, null));
        assertRejects("an empty batch", () -> candidate.loss(new double[0][], new double[0][]));
        assertRejects("no classes", () -> candidate.loss(new double[2][0], new double[2][0]));
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double number : bad) {
            double[][] matrix = {{1, 0, 0}, {0, number, 1}};
            assertRejects("a logit " + number, () -> candidate.loss(matrix, y));
            assertRejects("a soft label with " + number, () -> candidate.loss(logits, matrix));
        }
        double[][][] broken = {{{1, 0, 0}, null}, {null, {0, 0, 1}}, {{1, 0, 0}, {0, 1}},
                {{1, 0, 0}, {0, 0, 1, 0}}, {{1, 0, 0}}, {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}}, {{1, 0}, {0, 1}},
                {{1, 0, 0, 0}, {0, 0, 1, 0}}};
        for (double[][] matrix : broken) {
            String what = Arrays.deepToString(matrix);
            assertRejects("logits " + what, () -> candidate.loss(matrix, y));
            assertRejects("y " + what, () -> candidate.loss(logits, matrix));
        }
        double[][] rows = {{0.5, 0.5, 1e-6}, {0.5, 0.5, -1e-6}, {1.5, -0.5, 0}, {0, 0, 0}, {1, 1, -1},
                {0.3, 0.3, 0.3}, {1, -1e-12, 0}};
        for (double[] row : rows) {
            double[][] last = {{0, 1, 0}, row};
            double[][] first = {row, {0, 1, 0}};
            assertRejects("a soft label " + Arrays.toString(row), () -> candidate.loss(logits, last));
            assertRejects("a first soft label " + Arrays.toString(row), () -> candidate.loss(logits, first));
        }
        // Rounding is forgiven.
        double[][] rounded = {{0.5, 0.5 - 5e-10, 0}, {0, 0.5, 0.5 + 5e-10}};
        double expected = (crossEntropy(logits, new int[]{0, 1}) + crossEntropy(logits, new int[]{1, 2})) / 2;
        assertClose(expected, candidate.loss(logits, rounded));
        assertClose(0.0, candidate.loss(new double[][]{{7}}, new double[][]{{1}}));
    }

    private static double[][] blended(double[][] rows, double lambda, int[] perm) {
        var blended = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                blended[i][j] = lambda * rows[i][j] + (1 - lambda) * rows[perm[i]][j];
            }
        }
        return blended;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /// The definition as it stands, without a guard: for moderate logits only.
    private static double surprise(double[] logits, int label) {
        return Math.log(Arrays.stream(logits).map(Math::exp).sum()) - logits[label];
    }

    private static double crossEntropy(double[][] logits, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += surprise(logits[i], labels[i]);
        }
        return sum / labels.length;
    }
}
