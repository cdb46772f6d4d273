package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.SimilarityDistill;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order, or take the norms from the
/// covariance, stay below 1e-5 of it. Single precision exceeds it about 20 times in the
/// random cases, and a denominator of norm + 1e-8 by far wherever features are small.
class SimilarityDistillSuite {
    private static final double[][] STUDENT = {{1, 0}, {0.5, 0.5}, {0, -1}};
    private static final double[][] TEACHER = {{1, 0, 1}, {0, 1, 1}, {0, 0, 0}};

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(SimilarityDistill candidate) {
        double a = 1 / Math.sqrt(5);
        double b = 1 / Math.sqrt(3);
        assertClose(new double[][]{{2 * a, a, 0}, {b, b, -b}, {0, -a, 2 * a}}, candidate.similarity(STUDENT));
        assertClose(new double[][]{{2 * a, a, 0}, {a, 2 * a, 0}, {0, 0, 0}}, candidate.similarity(TEACHER));
        double second = (b - a) * (b - a) + (b - 2 * a) * (b - 2 * a) + 1.0 / 3;
        assertClose((second + 1) / 9, candidate.loss(STUDENT, TEACHER));
    }

    @Test
    @Points(15)
    @About("similarity")
    void rows_of_dot_products_have_norm_one(SimilarityDistill candidate, Draw draw) {
        // Products 1, 2 and 2, 4: as many features as samples, and neither of norm 1.
        double[][] line = {{0.6, 0.8}, {1.2, 1.6}};
        double a = 1 / Math.sqrt(5);
        assertClose(new double[][]{{a, 2 * a}, {a, 2 * a}}, candidate.similarity(line));
        // Products 9, -12 and -12, 16 + 144: opposite, and not symmetric once divided.
        double[][] bent = {{3, 0}, {-4, 12}};
        double[][] expected = {{0.6, -0.8}, {-12 / Math.sqrt(25_744), 160 / Math.sqrt(25_744)}};
        assertClose(expected, candidate.similarity(bent));
        for (int round = 0; round < 5; round++) {
            int samples = draw.integer(2, 7);
            int width = draw.integer(1, 6);
            double[][] q = draw.matrix(samples, width, -2, 2);
            double[][] actual = candidate.similarity(q);
            assertShape(samples, samples, actual);
            for (double[] row : actual) {
                double square = Arrays.stream(row).map(entry -> entry * entry).sum();
                assertHolds(Math.abs(square - 1) <= 1e-9, "a row has the squared norm %s", square);
            }
            assertClose(similarity(q), actual);
            assertClose(similarity(q), candidate.similarity(q));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("loss")
    void widths_may_differ(SimilarityDistill candidate, Draw draw) {
        // Opposite samples for the student, like ones for the teacher: two entries off by √2.
        double[][] opposite = {{1}, {-1}};
        double[][] alike = {{3, 3}, {3, 3}};
        assertClose(1.0, candidate.loss(opposite, alike));
        // Orthogonal ones: entries (1, 0) and (√½, √½).
        double[][] orthogonal = {{0, 2, 0}, {0, 0, 5}};
        assertClose(1 - Math.sqrt(0.5), candidate.loss(orthogonal, alike));
        for (int round = 0; round < 5; round++) {
            int samples = draw.integer(2, 6);
            double[][] student = draw.matrix(samples, draw.integer(1, 4), -2, 2);
            double[][] teacher = draw.matrix(samples, draw.integer(2, 7), -2, 2);
            double expected = loss(student, teacher);
            assertClose(expected, candidate.loss(student, teacher));
            assertClose(expected, candidate.loss(teacher, student));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("invariance")
    void rotations_and_global_factors_change_nothing(SimilarityDistill candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int samples = draw.integer(2, 5);
            int width = draw.integer(2, 5);
            double[][] student = draw.matrix(samples, width, -2, 2);
            double[][] teacher = draw.matrix(samples, width + 1, -2, 2);
            double[][] plain = similarity(student);
            double[][] turned = turned(student, draw);
            assertClose(plain, candidate.similarity(turned));
            assertClose(0.0, candidate.loss(student, turned));
            for (double factor : new double[]{1e6, 1e-4, -3}) {
                assertClose(plain, candidate.similarity(scaled(student, factor)));
                assertClose(loss(student, teacher), candidate.loss(scaled(turned, factor), teacher));
            }
            assertClose(plain, candidate.similarity(student));
            // A factor for a single sample does change the rows of all the others.
            double[][] longer = scaled(student, 1);
            longer[0] = scaled(longer, 10)[0];
            assertClose(similarity(longer), candidate.similarity(longer));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("zero")
    void a_zero_sample_is_like_nobody(SimilarityDistill candidate, Draw draw) {
        double[][] q = draw.matrix(5, 3, -2, 2);
        q[2] = new double[3];
        q[4] = new double[3];
        double[][] expected = similarity(q);
        assertClose(expected, candidate.similarity(q));
        double[][] teacher = draw.matrix(5, 4, -2, 2);
        assertClose(loss(q, teacher), candidate.loss(q, teacher));
        teacher[4] = new double[4];
        assertClose(loss(q, teacher), candidate.loss(q, teacher));
        assertClose(new double[2][2], candidate.similarity(new double[2][3]));
        assertClose(0.0, candidate.loss(new double[2][3], new double[2][1]));
    }

    @Test
    @Points(10)
    @About("single")
    void a_single_sample_is_like_itself(SimilarityDistill candidate, Draw draw) {
        double[][] one = draw.matrix(1, 3, 0.5, 2);
        double[][] other = {{-7}};
        assertClose(new double[][]{{1}}, candidate.similarity(one));
        assertClose(new double[][]{{1}}, candidate.similarity(other));
        assertClose(0.0, candidate.loss(one, other));
        assertClose(new double[][]{{0}}, candidate.similarity(new double[][]{{0, 0}}));
        assertClose(1.0, candidate.loss(one, new double[][]{{0, 0}}));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_batch_of_features(SimilarityDistill candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {}},
                {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("features " + what, () -> candidate.similarity(bad));
            assertRejects("student " + what, () -> candidate.loss(bad, good));
            assertRejects("teacher " + what, () -> candidate.loss(good, bad));
        }
        double[][] fewer = {{1, 2}};
        double[][] more = {{1, 2}, {3, 4}, {5, 6}};
        assertRejects("fewer teacher samples", () -> candidate.loss(good, fewer));
        assertRejects("more teacher samples", () -> candidate.loss(good, more));
        assertClose(0.0, candidate.loss(good, new double[][]{{1, 2}, {3, 4}}));
    }

    @Test
    @Points(10)
    @About("scale")
    void a_large_batch(SimilarityDistill candidate, Draw draw) {
        // 16 copies of 32 samples: entries shrink to 1/4, each 256 times as frequent.
        double[][] student = draw.matrix(32, 48, -2, 2);
        double[][] teacher = draw.matrix(32, 64, -2, 2);
        var students = new double[512][];
        var teachers = new double[512][];
        for (int i = 0; i < 512; i++) {
            students[i] = student[i % 32].clone();
            teachers[i] = teacher[i % 32].clone();
        }
        assertClose(loss(student, teacher) / 16, candidate.loss(students, teachers));
    }

    private static double[][] scaled(double[][] q, double factor) {
        return Arrays.stream(q)
                .map(sample -> Arrays.stream(sample).map(feature -> factor * feature).toArray())
                .toArray(double[][]::new);
    }

    /// Turned in the planes of neighbouring features, by an angle for each.
    private static double[][] turned(double[][] q, Draw draw) {
        double[][] result = scaled(q, 1);
        for (int c = 1; c < q[0].length; c++) {
            double angle = draw.uniform(0.3, 3);
            for (double[] sample : result) {
                double x = sample[c - 1];
                double y = sample[c];
                sample[c - 1] = Math.cos(angle) * x - Math.sin(angle) * y;
                sample[c] = Math.sin(angle) * x + Math.cos(angle) * y;
            }
        }
        return result;
    }

    private static double product(double[][] q, int i, int j) {
        double sum = 0;
        for (int c = 0; c < q[i].length; c++) {
            sum += q[i][c] * q[j][c];
        }
        return sum;
    }

    private static double[][] similarity(double[][] q) {
        var result = new double[q.length][q.length];
        for (int i = 0; i < q.length; i++) {
            double norm = 0;
            for (int j = 0; j < q.length; j++) {
                norm = Math.hypot(norm, product(q, i, j));
            }
            for (int j = 0; norm > 0 && j < q.length; j++) {
                result[i][j] = product(q, i, j) / norm;
            }
        }
        return result;
    }

    private static double loss(double[][] student, double[][] teacher) {
        double[][] s = similarity(student);
        double[][] t = similarity(teacher);
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                sum += Math.pow(s[i][j] - t[i][j], 2);
            }
        }
        return sum / Math.pow(s.length, 2);
    }
}
