package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RDropLoss;
import exercise.RDropLoss.Parts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or merge the two divergences
/// into one sum stay below 1 % of it, with logits of ±10000 too. Single precision
/// exceeds it 13 times in the worked example; the logarithm of a probability that
/// has underflowed is infinite.
class RDropLossSuite {
    private static final double[][] FIRST = {{2, 0, -1}, {0.5, 0.5, 3}};
    private static final double[][] SECOND = {{1.5, 0.2, -1}, {0, 1, 2.5}};
    private static final int[] LABELS = {0, 1};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(RDropLoss candidate) {
        assertClose(new Parts(2.4458704537515983, 0.04265776092216604, 2.6591592583624284),
                candidate.loss(FIRST, SECOND, LABELS, 5));
    }

    @Test
    @Points(15)
    @About("identical")
    void passes_that_agree_cost_twice_the_cross_entropy(RDropLoss candidate, Draw draw) {
        // The softmax of (ln 3, 0) is (3/4, 1/4).
        double[][] one = {{Math.log(3), 0}};
        double[][] same = {{Math.log(3), 0}};
        assertClose(new Parts(2 * Math.log(4.0 / 3), 0, 2 * Math.log(4.0 / 3)),
                candidate.loss(one, same, new int[]{0}, 5));
        assertClose(new Parts(2 * Math.log(4), 0, 2 * Math.log(4)),
                candidate.loss(one, same, new int[]{1}, 0.5));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(2, 6);
            int classes = draw.integer(2, 8);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            // A constant added to a row changes no probability.
            double[][] copy = shifted(logits, draw.vector(rows, -20, 20));
            int[] labels = draw.integers(rows, 0, classes - 1);
            double both = 2 * crossEntropy(logits, labels);
            assertClose(new Parts(both, 0, both), candidate.loss(logits, copy, labels, 3));
        }
    }

    @Test
    @Points(20)
    @About("symmetry")
    void the_passes_may_change_places(RDropLoss candidate, Draw draw) {
        // (3/4, 1/4) and (1/2, 1/2): the two directions are 3/4·ln(3/2) - 1/4·ln 2 and
        // 1/2·ln(4/3); half of their sum is 1/8·ln 3.
        double[][] three = {{Math.log(3), 0}};
        double[][] even = {{0, 0}};
        double nll = Math.log(4.0 / 3) + Math.log(2);
        double kl = Math.log(3) / 8;
        var expected = new Parts(nll, kl, nll + kl);
        assertClose(expected, candidate.loss(three, even, new int[]{0}, 1));
        assertClose(expected, candidate.loss(even, three, new int[]{0}, 1));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(1, 6);
            int classes = draw.integer(2, 8);
            double[][] first = draw.matrix(rows, classes, -3, 3);
            double[][] second = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double alpha = draw.uniform(0.1, 6);
            Parts forth = candidate.loss(first, second, labels, alpha);
            assertHolds(forth.kl() > 0, "different passes have kl > 0, not %s", forth.kl());
            assertClose(definition(first, second, labels, alpha), forth);
            assertClose(forth, candidate.loss(second, first, labels, alpha));
            assertClose(forth, candidate.loss(first, second, labels, alpha));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("weight")
    void alpha_weighs_the_divergence_alone(RDropLoss candidate, Draw draw) {
        double[][] first = draw.matrix(4, 5, -2, 2);
        double[][] second = draw.matrix(4, 5, -2, 2);
        int[] labels = draw.integers(4, 0, 4);
        Parts plain = definition(first, second, labels, 0);
        for (double alpha : new double[]{5, 0.5, 1, 0, draw.uniform(0.01, 100)}) {
            assertClose(new Parts(plain.nll(), plain.kl(), plain.nll() + alpha * plain.kl()),
                    candidate.loss(first, second, labels, alpha));
        }
    }

    @Test
    @Points(10)
    @About("stability")
    void extreme_logits_stay_exact(RDropLoss candidate) {
        twoClasses(candidate, 10_000, -10_000, 0);
        twoClasses(candidate, -10_000, 10_000, 0);
        twoClasses(candidate, 10_000, 9_999, 1);
        twoClasses(candidate, 800, -30, 1);
        twoClasses(candidate, -60, 0.5, 0);
        // One row near 10000, one near -10000: a shift by the largest logit of the batch
        // would leave nothing of the second. Eighths are exact at either level.
        double[][] first = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] second = {{-0.25, 1, 3}, {2.5, 2, -1}};
        double[] levels = {9_990, -9_990};
        assertClose(definition(first, second, LABELS, 2),
                candidate.loss(shifted(first, levels), shifted(second, levels), LABELS, 2));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_are_no_two_passes(RDropLoss candidate) {
        assertRejects("logits1 = null", () -> candidate.loss(null, SECOND, LABELS, 1));
        assertRejects("logits2 = null", () -> candidate.loss(FIRST, null, LABELS, 1));
        assertRejects("labels = null", () -> candidate.loss(FIRST, SECOND, null, 1));
        assertRejects("an empty batch",
                () -> candidate.loss(new double[0][], new double[0][], new int[0], 1));
        assertRejects("rows without classes",
                () -> candidate.loss(new double[2][0], new double[2][0], LABELS, 1));
        double[][][] broken = {{{2, 0, -1}, null}, {null, {2, 0, -1}}, {{2, 0, -1}, {0.5, 3}},
                {{2, 0, -1}, {0.5, 0.5, 3, 1}}, {{2, 0, -1}, {}}, {{Double.NaN, 0, -1}, {0.5, 0.5, 3}},
                {{2, 0, -1}, {0.5, Double.POSITIVE_INFINITY, 3}},
                {{2, 0, -1}, {0.5, 0.5, Double.NEGATIVE_INFINITY}}, {{2, 0, -1}},
                {{2, 0, -1}, {0.5, 0.5, 3}, {0, 0, 0}}, {{2, 0}, {0.5, 3}},
                {{2, 0, -1, 1}, {0.5, 0.5, 3, 1}}};
        String[] why = {"a null row", "a null first row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity", "a row too few", "a row too many", "a class too few",
                "a class too many"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("logits1 with " + why[i], () -> candidate.loss(bad, SECOND, LABELS, 1));
            assertRejects("logits2 with " + why[i], () -> candidate.loss(FIRST, bad, LABELS, 1));
        }
        for (int[] bad : new int[][]{{}, {0}, {0, 1, 0}, {0, 3}, {-1, 1}}) {
            assertRejects("labels " + Arrays.toString(bad), () -> candidate.loss(FIRST, SECOND, bad, 1));
        }
        double[] never = {-1e-9, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("alpha = " + bad, () -> candidate.loss(FIRST, SECOND, LABELS, bad));
        }
        // One sample of one class is the smallest batch.
        assertClose(new Parts(0, 0, 0),
                candidate.loss(new double[][]{{7}}, new double[][]{{-3}}, new int[]{0}, 0.5));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_batch(RDropLoss candidate, Draw draw) {
        // 600 rows of 400 classes, of which 20 differ: the expected value then costs little.
        double[][] first = draw.matrix(20, 400, -6, 6);
        double[][] second = draw.matrix(20, 400, -6, 6);
        int[] labels = draw.integers(20, 0, 399);
        var large = new double[2][600][];
        var many = new int[600];
        for (int i = 0; i < 600; i++) {
            large[0][i] = first[i % 20].clone();
            large[1][i] = second[i % 20].clone();
            many[i] = labels[i % 20];
        }
        assertClose(definition(first, second, labels, 1.5), candidate.loss(large[0], large[1], many, 1.5));
    }

    /// Passes `(0, first)` and `(0, second)`, each also with the two classes exchanged. The
    /// two divergences add up to the difference of the probabilities of a class times the
    /// difference of its logits.
    private static void twoClasses(RDropLoss candidate, double first, double second, int label) {
        double sign = label == 0 ? 1 : -1;
        double nll = softplus(sign * first) + softplus(sign * second);
        double kl = (sigmoid(first) - sigmoid(second)) * (first - second) / 2;
        var expected = new Parts(nll, kl, nll + 0.25 * kl);
        assertClose(expected, candidate.loss(
                new double[][]{{0, first}}, new double[][]{{0, second}}, new int[]{label}, 0.25));
        assertClose(expected, candidate.loss(
                new double[][]{{first, 0}}, new double[][]{{second, 0}}, new int[]{1 - label}, 0.25));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double sigmoid(double x) {
        return Math.exp(-softplus(-x));
    }

    private static double[][] shifted(double[][] logits, double[] constants) {
        var moved = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            double constant = constants[i];
            moved[i] = Arrays.stream(logits[i]).map(logit -> logit + constant).toArray();
        }
        return moved;
    }

    /// The definitions as they stand, without a guard: for moderate logits only.
    private static double[] softmax(double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(logit -> Math.exp(logit) / sum).toArray();
    }

    private static double crossEntropy(double[][] logits, int[] labels) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum -= Math.log(softmax(logits[i])[labels[i]]);
        }
        return sum / logits.length;
    }

    private static double divergence(double[] from, double[] to) {
        double sum = 0;
        for (int c = 0; c < from.length; c++) {
            sum += from[c] * Math.log(from[c] / to[c]);
        }
        return sum;
    }

    private static Parts definition(double[][] first, double[][] second, int[] labels, double alpha) {
        double nll = crossEntropy(first, labels) + crossEntropy(second, labels);
        double kl = 0;
        for (int i = 0; i < first.length; i++) {
            double[] p = softmax(first[i]);
            double[] q = softmax(second[i]);
            kl += (divergence(p, q) + divergence(q, p)) / 2 / first.length;
        }
        return new Parts(nll, kl, nll + alpha * kl);
    }
}
