package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.KdGradient;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Unless a test says otherwise, numbers are compared with the default tolerance, 1e-9
/// absolute plus 1e-9 relative. Right solutions by the formula, by back-propagation, in
/// another order or in one pass stay below 0.3 % of it up to T = 1000, with logits of
/// ±10000 too. Single precision exceeds it 18 times in the worked example, and
/// a high temperature in place of the limit 100 times there or in the stability test; an
/// overflow gives NaN. Every wrong factor changes a first digit.
class KdGradientSuite {
    private static final double[][] STUDENT = {{1, 2, 0.5}, {0.2, -0.3, 1}};
    private static final double[][] TEACHER = {{2, 1, 0.1}, {-1, 0.5, 3}};
    private static final int[] LABELS = {1, 2};

    /// For [#differences]: large enough for the rounding of the loss, at most 1e-11 of the
    /// quotient, and small enough for its curvature, at most 1e-8.
    private static final double STEP = 1e-4;

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(KdGradient candidate) {
        double[][] gradient = {{-0.042937787819070981, -0.011774497049300262, 0.054712284868371244},
                {0.19411301342253909, 0.042636524327299229, -0.23674953774983832}};
        assertClose(gradient, candidate.grad(STUDENT, TEACHER, LABELS, 4, 0.5, 0.5));
        double[][] limit = {{-17.0 / 90, 13.0 / 90, 4.0 / 90}, {26.0 / 90, -4.0 / 90, -22.0 / 90}};
        assertClose(limit, candidate.highTempLimit(STUDENT, TEACHER));
    }

    @Test
    @Points(20)
    @About("derivative")
    void agrees_with_differences_of_the_loss(KdGradient candidate, Draw draw) {
        for (int round = 0; round < 50; round++) {
            int rows = draw.integer(1, 3);
            int classes = draw.integer(2, 5);
            double[][] student = draw.matrix(rows, classes, -3, 3);
            double[][] teacher = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double temperature = draw.uniform(0.5, 8);
            double alpha = draw.uniform(0, 2);
            double beta = draw.uniform(0, 2);
            assertClose(
                    differences(student, teacher, labels, temperature, alpha, beta),
                    candidate.grad(student, teacher, labels, temperature, alpha, beta),
                    new Tolerance(1e-6, 1e-6));
        }
    }

    @Test
    @Points(15)
    @About("properties")
    void rows_sum_to_zero_and_ignore_constants(KdGradient candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(2, 5);
            int classes = draw.integer(3, 8);
            double[][] student = draw.matrix(rows, classes, -3, 3);
            double[][] teacher = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double temperature = draw.uniform(0.5, 20);
            double[][] gradient = candidate.grad(student, teacher, labels, temperature, 0.3, 0.7);
            double[][] hard = candidate.grad(student, teacher, labels, temperature, 0.3, 0);
            double[][] soft = candidate.grad(student, teacher, labels, temperature, 0, 0.7);
            double[][] limit = candidate.highTempLimit(student, teacher);
            for (double[][] each : new double[][][]{gradient, hard, soft, limit}) {
                assertRowsSumToZero(rows, classes, each);
            }
            assertClose(sum(hard, soft), gradient);
            double[][] higher = shifted(student, draw.vector(rows, -50, 50));
            double[][] lower = shifted(teacher, draw.vector(rows, -50, 50));
            assertClose(gradient, candidate.grad(higher, lower, labels, temperature, 0.3, 0.7));
            assertClose(limit, candidate.highTempLimit(higher, lower));
            double[][] first = {Arrays.stream(gradient[0]).map(cell -> cell * rows).toArray()};
            assertClose(first, candidate.grad(new double[][]{student[0].clone()},
                    new double[][]{teacher[0].clone()}, new int[]{labels[0]}, temperature, 0.3, 0.7));
            assertClose(gradient, candidate.grad(student, teacher, labels, temperature, 0.3, 0.7));
            assertClose(limit, candidate.highTempLimit(student, teacher));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("limit")
    void high_temperature_leaves_the_centred_difference_of_the_logits(KdGradient candidate, Draw draw) {
        // differences (3, -3, 0) with mean 0 and (-1, 1, 3) with mean 1, over B·K = 6
        double[][] student = {{3, 0, 0}, {1, 1, 4}};
        double[][] teacher = {{0, 3, 0}, {2, 0, 1}};
        double[][] limit = {{0.5, -0.5, 0}, {-1.0 / 3, 0, 1.0 / 3}};
        assertClose(limit, candidate.highTempLimit(student, teacher));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(2, 5);
            int classes = draw.integer(3, 7);
            student = draw.matrix(rows, classes, -2, 2);
            teacher = draw.matrix(rows, classes, -2, 2);
            limit = pairwiseLimit(student, teacher);
            assertClose(limit, candidate.highTempLimit(student, teacher));
            // At 1e6 the gradient is within 3e-6 of the limit, and T turns the rounding of
            // the probabilities into 1e-10. Single precision is off by 7e-3.
            double[][] hot = candidate.grad(student, teacher, new int[rows], 1e6, 0, 1);
            assertClose(limit, hot, new Tolerance(1e-5, 0));
        }
    }

    @Test
    @Points(10)
    @About("terms")
    void a_student_that_agrees_with_its_teacher_gets_no_soft_gradient(KdGradient candidate, Draw draw) {
        double[][] student = draw.matrix(4, 6, -2, 2);
        double[][] teacher = shifted(student, draw.vector(4, -5, 5));
        int[] labels = draw.integers(4, 0, 5);
        for (double temperature : new double[]{4, 1, 0.25, 12}) {
            assertClose(new double[4][6], candidate.grad(student, teacher, labels, temperature, 0, 2));
            double[][] hard = hardGradient(student, labels, 0.75);
            assertClose(hard, candidate.grad(student, teacher, labels, temperature, 0.75, 2));
        }
        assertClose(new double[4][6], candidate.highTempLimit(student, teacher));
    }

    @Test
    @Points(10)
    @About("terms")
    void the_hard_term_alone_ignores_teacher_and_temperature(KdGradient candidate, Draw draw) {
        // probabilities (1/4, 3/4) and (4/5, 1/5)
        double[][] two = {{0, Math.log(3)}, {Math.log(4), 0}};
        double[][] expected = {{0.125, -0.125}, {-0.1, 0.1}};
        assertClose(expected, candidate.grad(two, draw.matrix(2, 2, -3, 3), new int[]{1, 0}, 8, 1, 0));
        double[][] student = draw.matrix(3, 5, -3, 3);
        int[] labels = {4, 0, draw.integer(1, 3)};
        for (double temperature : new double[]{0.5, 1, 3, 20}) {
            double alpha = draw.uniform(0.5, 4);
            double[][] teacher = draw.matrix(3, 5, -3, 3);
            assertClose(hardGradient(student, labels, alpha),
                    candidate.grad(student, teacher, labels, temperature, alpha, 0));
        }
    }

    @Test
    @Points(5)
    @About("stability")
    void extreme_logits_stay_exact(KdGradient candidate) {
        // With two classes softmax(0, z) = (σ(-z), σ(z)): nothing can overflow.
        twoClasses(candidate, 10_000, -10_000, 0, 1);
        twoClasses(candidate, -10_000, 10_000, 0, 4);
        twoClasses(candidate, 10_000, 9_990, 1, 8);
        twoClasses(candidate, 10_000, -9_000, 1, 1000);
        twoClasses(candidate, 30, -700, 0, 100);
        twoClasses(candidate, 0.03, -0.01, 1, 0.01);
        twoClasses(candidate, 10_000, 3, 0, 0.01);
        rowsOnDifferentLevels(candidate);
        // All of the teacher's mass on one class, none of the student's there.
        double[][] student = {{0, -10_000, -10_000}};
        double[][] teacher = {{-10_000, -10_000, 10_000}};
        assertClose(new double[][]{{2, -1, -1}}, candidate.grad(student, teacher, new int[]{1}, 1, 1, 1));
        // No temperature does for the limit here: below 1e12 it is too low, above it the
        // softmax has too few digits.
        assertClose(new double[][]{{40_000 / 9.0, 10_000 / 9.0, -50_000 / 9.0}},
                candidate.highTempLimit(student, teacher));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_not_a_batch_of_logits(KdGradient candidate) {
        double[][] good = {{1, 2, 0.5}, {0.2, -0.3, 1}};
        refusesPair(candidate, "student = null", null, good);
        refusesPair(candidate, "teacher = null", good, null);
        refusesPair(candidate, "an empty batch", new double[0][], new double[0][]);
        refusesPair(candidate, "rows without classes", new double[2][0], new double[2][0]);
        double[][][] broken = {{{1, 2, 0.5}, null}, {null, {1, 2, 0.5}}, {{1, 2, 0.5}, {0.2, -0.3}},
                {{1, 2, 0.5}, {1, 2, 3, 4}}, {{1, 2, 0.5}, {}}, {{1, Double.NaN, 0.5}, {0.2, -0.3, 1}},
                {{1, 2, 0.5}, {0.2, -0.3, Double.POSITIVE_INFINITY}},
                {{Double.NEGATIVE_INFINITY, 2, 0.5}, {0.2, -0.3, 1}}, {{1, 2, 0.5}}, {{1, 2}, {0.2, -0.3}},
                {{1, 2, 0.5}, {0.2, -0.3, 1}, {0, 0, 0}}};
        String[] why = {"a null row", "a null first row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity", "a row too few", "a class too few", "a row too many"};
        for (int i = 0; i < broken.length; i++) {
            refusesPair(candidate, "student with " + why[i], broken[i], good);
            refusesPair(candidate, "teacher with " + why[i], good, broken[i]);
        }
        refusesLabelsAndNumbers(candidate, good);
        // One row, one class and both weights 0 are fine.
        double[][] seven = {{7}};
        double[][] minusThree = {{-3}};
        assertClose(new double[1][1], candidate.grad(seven, minusThree, new int[]{0}, 0.5, 1, 1));
        assertClose(new double[1][1], candidate.highTempLimit(seven, minusThree));
        assertClose(new double[2][3], candidate.grad(good, TEACHER, LABELS, 4, 0, 0));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_batch(KdGradient candidate, Draw draw) {
        candidate.grad(draw.matrix(40, 60, -3, 3), draw.matrix(40, 60, -3, 3), new int[40], 3, 0.5, 0.5);
        // 1000 rows of 500 classes, of which 20 differ: the expected value then costs little.
        double[][] student = draw.matrix(20, 500, -6, 6);
        double[][] teacher = draw.matrix(20, 500, -6, 6);
        int[] labels = draw.integers(20, 0, 499);
        double[][] gradient = sum(hardGradient(student, labels, 1), softGradient(student, teacher, 3, 1));
        var manyLabels = new int[1000];
        Arrays.setAll(manyLabels, i -> labels[i % 20]);
        // Weights of 50 over 1000 rows are weights of 1 over 20.
        assertClose(repeated(gradient, 1),
                candidate.grad(repeated(student, 1), repeated(teacher, 1), manyLabels, 3, 50, 50));
        assertClose(repeated(pairwiseLimit(student, teacher), 0.02),
                candidate.highTempLimit(repeated(student, 1), repeated(teacher, 1)));
    }

    private static void refusesLabelsAndNumbers(KdGradient candidate, double[][] good) {
        assertRejects("labels = null", () -> candidate.grad(good, good, null, 4, 1, 1));
        for (int[] bad : new int[][]{{}, {1}, {1, 2, 0}, {1, 3}, {-1, 2}}) {
            assertRejects("labels " + Arrays.toString(bad), () -> candidate.grad(good, good, bad, 4, 1, 1));
            assertRejects("labels do not fit, alpha = 0", () -> candidate.grad(good, good, bad, 4, 0, 1));
        }
        double[] never = {-0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("T = " + bad, () -> candidate.grad(good, good, LABELS, bad, 1, 1));
            assertRejects("alpha = " + bad, () -> candidate.grad(good, good, LABELS, 4, bad, 1));
            assertRejects("beta = " + bad, () -> candidate.grad(good, good, LABELS, 4, 1, bad));
        }
        assertRejects("T = 0", () -> candidate.grad(good, good, LABELS, 0, 1, 1));
        // A weight of 0 excuses nothing.
        assertRejects("T = 0, beta = 0", () -> candidate.grad(good, good, LABELS, 0, 1, 0));
        assertRejects("teacher = null, beta = 0", () -> candidate.grad(good, null, LABELS, 4, 1, 0));
    }

    private static void refusesPair(
            KdGradient candidate, String what, double[][] student, double[][] teacher) {
        assertRejects(what, () -> candidate.grad(student, teacher, LABELS, 4, 1, 1));
        assertRejects(what + " in the limit", () -> candidate.highTempLimit(student, teacher));
    }

    private static void assertRowsSumToZero(int rows, int classes, double[][] gradient) {
        assertShape(rows, classes, gradient);
        assertFinite(gradient);
        for (int i = 0; i < rows; i++) {
            double sum = Arrays.stream(gradient[i]).sum();
            assertHolds(Math.abs(sum) <= 1e-9, "row %s sums to %s", i, sum);
            double size = Arrays.stream(gradient[i]).map(Math::abs).sum();
            assertHolds(size > 1e-6, "row %s is all 0, though the distributions differ", i);
        }
    }

    /// Student `(0, student)`, teacher `(0, teacher)`, also with the two classes exchanged.
    private static void twoClasses(
            KdGradient candidate, double student, double teacher, int label, double T) {
        double hard = label == 1 ? -sigmoid(-student) : sigmoid(student);
        double slope = 0.5 * hard + 0.25 * T * (sigmoid(student / T) - sigmoid(teacher / T));
        assertClose(new double[][]{{-slope, slope}}, candidate.grad(
                new double[][]{{0, student}}, new double[][]{{0, teacher}}, new int[]{label}, T, 0.5, 0.25));
        assertClose(new double[][]{{slope, -slope}}, candidate.grad(new double[][]{{student, 0}},
                new double[][]{{teacher, 0}}, new int[]{1 - label}, T, 0.5, 0.25));
        double limit = (student - teacher) / 4;
        assertClose(new double[][]{{-limit, limit}},
                candidate.highTempLimit(new double[][]{{0, student}}, new double[][]{{0, teacher}}));
    }

    /// One row near 10000, one near -10000: a shift by the largest logit of the whole
    /// batch would leave nothing of the second. Eighths are exact at either level.
    private static void rowsOnDifferentLevels(KdGradient candidate) {
        double[][] student = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] teacher = {{-0.25, 1, 3}, {2.5, 2, -1}};
        int[] labels = {0, 2};
        double[] levels = {9_990, -9_990};
        assertClose(sum(hardGradient(student, labels, 1), softGradient(student, teacher, 2, 1)),
                candidate.grad(shifted(student, levels), shifted(teacher, levels), labels, 2, 1, 1));
    }

    private static double sigmoid(double x) {
        double small = Math.exp(-Math.abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    private static double[][] shifted(double[][] logits, double[] constants) {
        var moved = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            double constant = constants[i];
            moved[i] = Arrays.stream(logits[i]).map(logit -> logit + constant).toArray();
        }
        return moved;
    }

    private static double[][] repeated(double[][] rows, double factor) {
        var many = new double[1000][];
        Arrays.setAll(many, i -> Arrays.stream(rows[i % rows.length]).map(cell -> cell * factor).toArray());
        return many;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        var sum = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].clone();
            for (int c = 0; c < sum[i].length; c++) {
                sum[i][c] += b[i][c];
            }
        }
        return sum;
    }

    /// `d_j - mean(d)` as the mean of `d_j - d_l` over l, so without computing a mean of logits.
    private static double[][] pairwiseLimit(double[][] student, double[][] teacher) {
        int classes = student[0].length;
        var limit = new double[student.length][classes];
        for (int i = 0; i < student.length; i++) {
            for (int j = 0; j < classes; j++) {
                for (int l = 0; l < classes; l++) {
                    limit[i][j] += student[i][j] - student[i][l] - teacher[i][j] + teacher[i][l];
                }
                limit[i][j] /= (double) student.length * classes * classes;
            }
        }
        return limit;
    }

    /// Central differences of the loss as it is defined.
    private static double[][] differences(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        var quotients = new double[student.length][student[0].length];
        for (int i = 0; i < student.length; i++) {
            for (int j = 0; j < student[i].length; j++) {
                double[][] moved = shifted(student, new double[student.length]);
                moved[i][j] = student[i][j] + STEP;
                double above = loss(moved, teacher, labels, T, alpha, beta);
                moved[i][j] = student[i][j] - STEP;
                double below = loss(moved, teacher, labels, T, alpha, beta);
                quotients[i][j] = (above - below) / (2 * STEP);
            }
        }
        return quotients;
    }

    private static double loss(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        double ce = 0;
        double kl = 0;
        for (int i = 0; i < student.length; i++) {
            ce -= Math.log(softmax(student[i], 1)[labels[i]]);
            double[] p = softmax(teacher[i], T);
            double[] q = softmax(student[i], T);
            for (int c = 0; c < p.length; c++) {
                kl += p[c] * Math.log(p[c] / q[c]);
            }
        }
        return (alpha * ce + beta * T * T * kl) / student.length;
    }

    private static double[][] hardGradient(double[][] student, int[] labels, double alpha) {
        var gradient = new double[student.length][];
        for (int i = 0; i < student.length; i++) {
            double[] p = softmax(student[i], 1);
            p[labels[i]] -= 1;
            gradient[i] = Arrays.stream(p).map(cell -> alpha * cell / student.length).toArray();
        }
        return gradient;
    }

    private static double[][] softGradient(double[][] student, double[][] teacher, double T, double beta) {
        var gradient = new double[student.length][];
        for (int i = 0; i < student.length; i++) {
            double[] p = softmax(teacher[i], T);
            gradient[i] = softmax(student[i], T);
            for (int c = 0; c < p.length; c++) {
                gradient[i][c] = beta * T * (gradient[i][c] - p[c]) / student.length;
            }
        }
        return gradient;
    }

    /// The definition as it stands, without a guard: for moderate logits only.
    private static double[] softmax(double[] logits, double temperature) {
        double[] mass = Arrays.stream(logits).map(logit -> Math.exp(logit / temperature)).toArray();
        double sum = Arrays.stream(mass).sum();
        return Arrays.stream(mass).map(cell -> cell / sum).toArray();
    }
}
