package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.KdLoss;
import exercise.KdLoss.Parts;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order, with compensation or in
/// one pass stay below 2 % of it, at T = 1000 too, where T² magnifies the rounding
/// of kl. Single precision exceeds it 80 times in the worked example, and
/// `ln(p + 1e-12)` 10⁸ times in the stability test; an overflow gives NaN or
/// infinity. Elsewhere the logits are so small that `ln(p + 1e-12)` is not
/// punished a second time, or by chance.
class KdLossSuite {
    private static final double[][] STUDENT = {{1, 2, 0.5}, {0.2, -0.3, 1}};
    private static final double[][] TEACHER = {{2, 1, 0.1}, {-1, 0.5, 3}};
    private static final int[] LABELS = {1, 2};

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(KdLoss candidate) {
        assertClose(
                new Parts(0.54853238927582236, 0.50388716286198711, 0.037073600980603601),
                candidate.loss(STUDENT, TEACHER, LABELS, 4, 0.5, 0.5));
    }

    @Test
    @Points(15)
    @About("formula")
    void the_soft_term_carries_the_square_of_the_temperature(KdLoss candidate, Draw draw) {
        double[][] student = draw.matrix(4, 6, -3, 3);
        double[][] teacher = draw.matrix(4, 6, -3, 3);
        int[] labels = draw.integers(4, 0, 5);
        for (double temperature : new double[]{4, 0.5, 1, 2.5}) {
            Parts soft = candidate.loss(student, teacher, labels, temperature, 0, 1);
            assertHolds(soft.kl() > 1e-6, "two different distributions have KL > 0, not %s", soft.kl());
            assertClose(temperature * temperature * soft.kl(), soft.total());
            Parts mixed = candidate.loss(student, teacher, labels, temperature, 0.75, 0.25);
            assertClose(0.75 * mixed.ce() + 0.25 * temperature * temperature * mixed.kl(), mixed.total());
        }
    }

    @Test
    @Points(15)
    @About("formula")
    void the_divergence_is_from_teacher_to_student(KdLoss candidate, Draw draw) {
        // teacher (3/4, 1/4), student (1/2, 1/2): 3/4·ln(3/2) + 1/4·ln(1/2)
        double[][] three = {{Math.log(3), 0}};
        double[][] even = {{0, 0}};
        double expected = 0.75 * Math.log(1.5) - 0.25 * Math.log(2);
        assertClose(expected, candidate.loss(even, three, new int[]{0}, 1, 1, 1).kl());
        // the other way round: 1/2·ln(2/3) + 1/2·ln 2
        double reverse = 0.5 * Math.log(4.0 / 3);
        assertClose(reverse, candidate.loss(three, even, new int[]{0}, 1, 1, 1).kl());
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(1, 6);
            int classes = draw.integer(2, 9);
            double[][] student = draw.matrix(rows, classes, -3, 3);
            double[][] teacher = draw.matrix(rows, classes, -3, 3);
            double temperature = draw.uniform(2, 6);
            int[] labels = draw.integers(rows, 0, classes - 1);
            assertClose(
                    meanDivergence(teacher, student, temperature),
                    candidate.loss(student, teacher, labels, temperature, 1, 1).kl());
        }
    }

    @Test
    @Points(10)
    @About("formula")
    void a_student_that_equals_its_teacher_has_no_soft_loss(KdLoss candidate, Draw draw) {
        double[][] logits = draw.matrix(5, 7, -2, 2);
        double[][] copy = shifted(logits, new double[5]);
        int[] labels = draw.integers(5, 0, 6);
        double alpha = draw.uniform(0.2, 3);
        for (double temperature : new double[]{1, 4}) {
            Parts parts = candidate.loss(logits, copy, labels, temperature, alpha, 2);
            double ce = meanCrossEntropy(logits, labels);
            assertClose(new Parts(alpha * ce, ce, 0), parts);
        }
    }

    @Test
    @Points(10)
    @About("formula")
    void the_hard_term_stays_at_temperature_one(KdLoss candidate, Draw draw) {
        double[][] one = {{0, Math.log(3)}};
        assertClose(Math.log(4.0 / 3), candidate.loss(one, one, new int[]{1}, 8, 1, 1).ce());
        assertClose(Math.log(4), candidate.loss(one, one, new int[]{0}, 0.25, 1, 1).ce());
        double[][] student = draw.matrix(4, 5, -2, 2);
        double[][] teacher = draw.matrix(4, 5, -2, 2);
        int[] labels = draw.integers(4, 0, 4);
        double expected = meanCrossEntropy(student, labels);
        for (double temperature : new double[]{0.5, 1, 4, 20}) {
            Parts parts = candidate.loss(student, teacher, labels, temperature, 2, 0);
            assertClose(expected, parts.ce());
            assertClose(2 * expected, parts.total());
        }
    }

    @Test
    @Points(10)
    @About("stability")
    void extreme_logits_and_temperatures_stay_exact(KdLoss candidate) {
        // With two classes ln softmax(z)[0] = -softplus(z1 - z0): nothing can overflow.
        twoClasses(candidate, 10_000, -10_000, 0, 1);
        twoClasses(candidate, 10_000, -10_000, 1, 1);
        twoClasses(candidate, -10_000, -20, 0, 1);
        twoClasses(candidate, 20, 10_000, 1, 1);
        twoClasses(candidate, 90, -40, 0, 1000);
        twoClasses(candidate, 10_000, 9_000, 1, 1000);
        twoClasses(candidate, 3, -5, 0, 0.01);
        rowsOnDifferentLevels(candidate);
        // All of the teacher's mass on one class, none of the student's there.
        double[][] student = {{0, -10_000, -10_000}};
        double[][] teacher = {{-10_000, -10_000, 10_000}};
        assertClose(new Parts(20_000, 10_000, 10_000),
                candidate.loss(student, teacher, new int[]{1}, 1, 1, 1));
    }

    @Test
    @Points(10)
    @About("properties")
    void never_negative_and_blind_to_a_constant_added_to_a_row(KdLoss candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(2, 5);
            int classes = draw.integer(2, 8);
            double[][] student = draw.matrix(rows, classes, -3, 3);
            double[][] teacher = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double temperature = draw.uniform(0.5, 5);
            Parts plain = candidate.loss(student, teacher, labels, temperature, 0.3, 0.7);
            assertFinite(plain);
            assertHolds(plain.kl() >= -1e-12, "KL is never negative, not %s", plain.kl());
            Parts moved = candidate.loss(
                    shifted(student, draw.vector(rows, -50, 50)),
                    shifted(teacher, draw.vector(rows, -50, 50)),
                    labels, temperature, 0.3, 0.7);
            assertClose(plain, moved);
            assertClose(plain, candidate.loss(student, teacher, labels, temperature, 0.3, 0.7));
            double[][] near = shifted(student, draw.vector(rows, -5, 5));
            double same = candidate.loss(student, near, labels, temperature, 1, 1).kl();
            assertHolds(same >= -1e-12, "KL is never negative, not %s", same);
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("batch")
    void means_are_over_rows(KdLoss candidate, Draw draw) {
        double[][] student = draw.matrix(2, 5, -2, 2);
        double[][] teacher = draw.matrix(2, 5, -2, 2);
        int[] labels = draw.integers(2, 0, 4);
        Parts both = candidate.loss(student, teacher, labels, 2, 0.6, 0.4);
        Parts first = alone(candidate, student, teacher, labels, 0);
        Parts second = alone(candidate, student, teacher, labels, 1);
        assertClose(
                new Parts((first.total() + second.total()) / 2,
                        (first.ce() + second.ce()) / 2,
                        (first.kl() + second.kl()) / 2),
                both);
        double ce = meanCrossEntropy(student, labels);
        double kl = meanDivergence(teacher, student, 2);
        assertClose(new Parts(0.6 * ce + 1.6 * kl, ce, kl), both);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_not_a_batch_of_logits(KdLoss candidate) {
        double[][] good = {{1, 2, 0.5}, {0.2, -0.3, 1}};
        assertRejects("student = null", () -> candidate.loss(null, good, LABELS, 4, 1, 1));
        assertRejects("teacher = null", () -> candidate.loss(good, null, LABELS, 4, 1, 1));
        assertRejects("labels = null", () -> candidate.loss(good, good, null, 4, 1, 1));
        assertRejects("an empty batch",
                () -> candidate.loss(new double[0][], new double[0][], new int[0], 4, 1, 1));
        assertRejects("rows without classes",
                () -> candidate.loss(new double[2][0], new double[2][0], LABELS, 4, 1, 1));
        double[][] narrow = {{1, 2}, {0.2, -0.3}};
        double[][][] broken = {{{1, 2, 0.5}, null}, {{1, 2, 0.5}, {0.2, -0.3}}, {{1, 2, 0.5}, {}},
                {{1, Double.NaN, 0.5}, {0.2, -0.3, 1}}, {{1, 2, 0.5}, {0.2, -0.3, Double.POSITIVE_INFINITY}},
                {{Double.NEGATIVE_INFINITY, 2, 0.5}, {0.2, -0.3, 1}}, {{1, 2, 0.5}}, narrow,
                {{1, 2, 0.5}, {0.2, -0.3, 1}, {0, 0, 0}}};
        String[] why = {"a null row", "a ragged matrix", "an empty row", "NaN", "Infinity", "-Infinity",
                "a row too few", "a class too few", "a row too many"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("student with " + why[i], () -> candidate.loss(bad, good, LABELS, 4, 1, 1));
            assertRejects("teacher with " + why[i], () -> candidate.loss(good, bad, LABELS, 4, 1, 1));
        }
        for (int[] bad : new int[][]{{}, {1}, {1, 2, 0}, {1, 3}, {-1, 2}}) {
            assertRejects("labels that do not fit", () -> candidate.loss(good, good, bad, 4, 1, 1));
        }
        refusesNumbers(candidate, good);
        // The smallest batch and both weights 0 are fine.
        assertClose(new Parts(0, 0, 0),
                candidate.loss(new double[][]{{7}}, new double[][]{{-3}}, new int[]{0}, 0.5, 0, 0));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_batch(KdLoss candidate, Draw draw) {
        candidate.loss(draw.matrix(40, 60, -3, 3), draw.matrix(40, 60, -3, 3), new int[40], 3, 0.5, 0.5);
        // 1000 rows of 500 classes, of which 20 differ: the expected value then costs little.
        double[][] student = draw.matrix(20, 500, -9, 9);
        double[][] teacher = draw.matrix(20, 500, -9, 9);
        int[] labels = draw.integers(20, 0, 499);
        var large = new double[2][1000][];
        var many = new int[1000];
        for (int i = 0; i < 1000; i++) {
            large[0][i] = student[i % 20].clone();
            large[1][i] = teacher[i % 20].clone();
            many[i] = labels[i % 20];
        }
        double ce = meanCrossEntropy(student, labels);
        double kl = meanDivergence(teacher, student, 3);
        assertClose(new Parts(0.5 * ce + 4.5 * kl, ce, kl),
                candidate.loss(large[0], large[1], many, 3, 0.5, 0.5));
    }

    private static void refusesNumbers(KdLoss candidate, double[][] good) {
        double[] never = {-0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("T = " + bad, () -> candidate.loss(good, good, LABELS, bad, 1, 1));
            assertRejects("alpha = " + bad, () -> candidate.loss(good, good, LABELS, 4, bad, 1));
            assertRejects("beta = " + bad, () -> candidate.loss(good, good, LABELS, 4, 1, bad));
        }
        assertRejects("T = 0", () -> candidate.loss(good, good, LABELS, 0, 1, 1));
    }

    /// Student `(0, student)`, teacher `(0, teacher)`, each also with the two classes
    /// exchanged and far away from 0.
    private static void twoClasses(KdLoss candidate, double student, double teacher, int label, double T) {
        double ce = softplus(label == 0 ? student : -student);
        double kl = sigmoid(-teacher / T) * (softplus(student / T) - softplus(teacher / T))
                + sigmoid(teacher / T) * (softplus(-student / T) - softplus(-teacher / T));
        var expected = new Parts(0.5 * ce + 0.25 * T * T * kl, ce, kl);
        assertClose(expected, candidate.loss(
                new double[][]{{0, student}}, new double[][]{{0, teacher}}, new int[]{label}, T, 0.5, 0.25));
        assertClose(expected, candidate.loss(
                new double[][]{{student, 0}}, new double[][]{{teacher, 0}}, new int[]{1 - label}, T, 0.5, 0.25));
    }

    /// One row near 10000, one near -10000: a shift by the largest logit of the whole
    /// batch would leave nothing of the second. Eighths are exact at either level.
    private static void rowsOnDifferentLevels(KdLoss candidate) {
        double[][] student = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] teacher = {{-0.25, 1, 3}, {2.5, 2, -1}};
        int[] labels = {0, 2};
        double ce = meanCrossEntropy(student, labels);
        double kl = meanDivergence(teacher, student, 1);
        double[] levels = {9_990, -9_990};
        assertClose(new Parts(ce + kl, ce, kl),
                candidate.loss(shifted(student, levels), shifted(teacher, levels), labels, 1, 1, 1));
    }

    private static Parts alone(KdLoss candidate, double[][] student, double[][] teacher, int[] labels, int i) {
        return candidate.loss(
                new double[][]{student[i]}, new double[][]{teacher[i]}, new int[]{labels[i]}, 2, 0.6, 0.4);
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
            moved[i] = logits[i].clone();
            for (int c = 0; c < moved[i].length; c++) {
                moved[i][c] += constants[i];
            }
        }
        return moved;
    }

    /// The definitions as they stand, without a guard: for moderate logits only.
    private static double[] softmax(double[] logits, double temperature) {
        var p = new double[logits.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(logits[c] / temperature);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static double meanCrossEntropy(double[][] student, int[] labels) {
        double sum = 0;
        for (int i = 0; i < student.length; i++) {
            sum -= Math.log(softmax(student[i], 1)[labels[i]]);
        }
        return sum / student.length;
    }

    private static double meanDivergence(double[][] from, double[][] to, double temperature) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            double[] p = softmax(from[i], temperature);
            double[] q = softmax(to[i], temperature);
            for (int c = 0; c < p.length; c++) {
                sum += p[c] * Math.log(p[c] / q[c]);
            }
        }
        return sum / from.length;
    }
}
