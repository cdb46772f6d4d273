package exercise.hidden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.HiddenStateMse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that expand the square or sum in another order stay
/// below 1e-5 of it; a sum in single precision exceeds it about 30 times in the random
/// cases. The loss is quadratic in a projection, so that central differences
/// give its gradient exactly, with a step as wide as one likes.
class HiddenStateMseSuite {
    private static final double[][][] STUDENT = {{{1, 0.5}, {0, -1}, {2, 2}}, {{0.3, 0.1}, {1, 1}, {0, 0}}};
    private static final double[][][] TEACHER = {{{1, 0, 2}, {1, 0, 2}, {1, 0, 2}},
            {{1, 1, 1}, {0, -2, 0.5}, {9, 9, 9}}, {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}},
            {{0.2, 0.4, 0}, {1, 0, 1}, {7, 7, 7}}};
    private static final double[][][] PROJECTIONS = {{{1, 0, 0.5}, {0, 1, 0}}, {{0.2, 0.3, 0}, {1, 0, 1}}};
    private static final int[] MAP = {1, 3};
    private static final int[] MASK = {1, 1, 0};

    @Test
    @Points(15)
    @About("map")
    void the_last_layer_imitates_the_last(HiddenStateMse candidate) {
        assertArrayEquals(new int[]{1, 3}, candidate.uniformMap(2, 4));
        assertArrayEquals(new int[]{2, 5, 8, 11}, candidate.uniformMap(4, 12));
        assertArrayEquals(new int[]{1, 3, 6}, candidate.uniformMap(3, 7));
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, candidate.uniformMap(12, 12));
        assertArrayEquals(new int[]{0}, candidate.uniformMap(1, 1));
        for (int student : new int[]{1, 2, 5, 10, 49, 50, 53}) {
            for (int teacher = student; teacher <= 60; teacher++) {
                assertArrayEquals(map(student, teacher), candidate.uniformMap(student, teacher));
            }
        }
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(HiddenStateMse candidate) {
        // (1.75 / 6 + 0.2377 / 6) / 2
        assertClose(1.9877 / 12, candidate.loss(STUDENT, TEACHER, MAP, PROJECTIONS, MASK));
        double[][] gradient = {{0, -0.5 / 3, -0.5 / 3}, {0, -1.25 / 3, 0.25 / 3}};
        assertClose(gradient, candidate.gradProj(STUDENT[0], TEACHER[1], PROJECTIONS[0], MASK));
    }

    @Test
    @Points(10)
    @About("projection")
    void no_projection_is_the_identity(HiddenStateMse candidate, Draw draw) {
        double[][][] close = {{{1, 2}, {3, 4}}};
        double[][][] far = {{{0, 0}, {0, 0}}, {{1, 1}, {4, 6}}};
        // 0, 1, -1, -2 squared: 6 over 4 entries
        assertClose(1.5, candidate.loss(close, far, new int[]{1}, null, new int[]{1, 1}));
        double[][][] student = draw(draw, 3, 4, 5);
        double[][][] teacher = draw(draw, 4, 4, 5);
        int[] map = {3, 0, 3};
        int[] mask = {1, 0, 1, 1};
        var identities = new double[3][5][5];
        for (double[][] identity : identities) {
            for (int c = 0; c < 5; c++) {
                identity[c][c] = 1;
            }
        }
        double plain = candidate.loss(student, teacher, map, null, mask);
        assertClose(loss(student, teacher, map, identities, mask), plain);
        assertClose(plain, candidate.loss(student, teacher, map, identities, mask));
        // A square projection is none the less applied.
        double[][][] square = draw(draw, 3, 5, 5);
        assertClose(loss(student, teacher, map, square, mask),
                candidate.loss(student, teacher, map, square, mask));
        double[][][] same = {teacher[3].clone(), teacher[0].clone(), teacher[3].clone()};
        assertClose(0.0, candidate.loss(same, teacher, map, null, mask));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("mask")
    void padded_tokens_have_no_effect(HiddenStateMse candidate, Draw draw) {
        double[][][] student = draw(draw, 2, 5, 3);
        double[][][] teacher = draw(draw, 3, 5, 4);
        double[][][] projections = draw(draw, 2, 3, 4);
        int[] map = {2, 1};
        int[] mask = {0, 1, 1, 0, 1};
        double expected = loss(student, teacher, map, projections, mask);
        double[][] gradient = gradient(student[0], teacher[1], projections[0], mask);
        for (double garbage : new double[]{0, 1e100, -1e100, 1e300}) {
            for (double[][][] states : new double[][][][]{student, teacher}) {
                for (double[][] layer : states) {
                    Arrays.fill(layer[0], garbage);
                    Arrays.fill(layer[3], -garbage);
                }
            }
            assertClose(expected, candidate.loss(student, teacher, map, projections, mask));
            assertClose(gradient, candidate.gradProj(student[0], teacher[1], projections[0], mask));
        }
    }

    @Test
    @Points(20)
    @About("gradient")
    void agrees_with_differences_of_one_term(HiddenStateMse candidate, Draw draw) {
        for (int round = 0; round < 6; round++) {
            int tokens = draw.integer(2, 6);
            int narrow = draw.integer(1, 4);
            int wide = draw.integer(1, 5);
            double[][] student = draw.matrix(tokens, narrow, -2, 2);
            double[][] teacher = draw.matrix(tokens, wide, -2, 2);
            double[][] projection = draw.matrix(narrow, wide, -1, 1);
            int[] mask = mask(draw, tokens);
            double[][] expected = gradient(student, teacher, projection, mask);
            assertClose(expected, candidate.gradProj(student, teacher, projection, mask));
            assertClose(expected, candidate.gradProj(student, teacher, projection, mask));
        }
        // A projection that meets the teacher exactly has nothing to learn.
        double[][] one = {{2}, {-1}};
        double[][] two = {{6, 1}, {-3, -0.5}};
        double[][] exact = {{3, 0.5}};
        assertClose(new double[1][2], candidate.gradProj(one, two, exact, new int[]{1, 1}));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("mean")
    void means_are_over_valid_tokens_teacher_columns_and_student_layers(HiddenStateMse candidate, Draw draw) {
        // One valid token of three, 1 student column, 2 teacher columns: (3² + 1²) / 2.
        double[][][] lone = {{{1}, {2}, {3}}};
        double[][][] pair = {{{9, 9}, {1, 1}, {9, 9}}};
        double[][][] spread = {{{2, 1}}};
        assertClose(5.0, candidate.loss(lone, pair, new int[]{0}, spread, new int[]{0, 1, 0}));
        for (int round = 0; round < 4; round++) {
            int layers = draw.integer(2, 4);
            int deep = draw.integer(1, 6);
            int tokens = draw.integer(2, 7);
            int narrow = draw.integer(1, 4);
            int wide = draw.integer(2, 6);
            double[][][] student = draw(draw, layers, tokens, narrow);
            double[][][] teacher = draw(draw, deep, tokens, wide);
            double[][][] projections = draw(draw, layers, narrow, wide);
            int[] map = draw.integers(layers, 0, deep - 1);
            int[] mask = mask(draw, tokens);
            double all = candidate.loss(student, teacher, map, projections, mask);
            assertClose(loss(student, teacher, map, projections, mask), all);
            assertHolds(all > 1e-3, "random states are not imitated perfectly, as a loss of %s says", all);
            double sum = 0;
            for (int l = 0; l < layers; l++) {
                sum += candidate.loss(new double[][][]{student[l]}, teacher, new int[]{map[l]},
                        new double[][][]{projections[l]}, mask);
            }
            assertClose(sum / layers, all);
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(HiddenStateMse candidate) {
        int[][] layers = {{0, 1}, {0, 0}, {-1, 4}, {2, 1}, {13, 12}};
        for (int[] pair : layers) {
            assertRejects("layers " + Arrays.toString(pair), () -> candidate.uniformMap(pair[0], pair[1]));
        }
        assertRejects("hs = null", () -> candidate.loss(null, TEACHER, MAP, PROJECTIONS, MASK));
        assertRejects("ht = null", () -> candidate.loss(STUDENT, null, MAP, PROJECTIONS, MASK));
        double[][][] none = {};
        assertRejects("no student layers", () -> candidate.loss(none, TEACHER, new int[0], none, MASK));
        assertRejects("no teacher layers", () -> candidate.loss(STUDENT, none, MAP, PROJECTIONS, MASK));
        assertRejects("no projections", () -> candidate.loss(STUDENT, TEACHER, MAP, none, MASK));
        assertRejects("no projection for 2 to 3", () -> candidate.loss(STUDENT, TEACHER, MAP, null, MASK));
        double[][][] third = {PROJECTIONS[0], PROJECTIONS[1], PROJECTIONS[0]};
        assertRejects("3 projections", () -> candidate.loss(STUDENT, TEACHER, MAP, third, MASK));
        double[][][] first = {PROJECTIONS[0]};
        assertRejects("1 projection", () -> candidate.loss(STUDENT, TEACHER, MAP, first, MASK));
        for (int[] map : new int[][]{null, {}, {1}, {1, 3, 3}, {1, 4}, {-1, 3}}) {
            assertRejects("map " + Arrays.toString(map),
                    () -> candidate.loss(STUDENT, TEACHER, map, PROJECTIONS, MASK));
        }
        for (int[] mask : new int[][]{null, {}, {1, 1}, {1, 1, 0, 1}, {0, 0, 0}, {1, 2, 0}, {1, 1, -1}}) {
            assertRejects("loss with mask " + Arrays.toString(mask),
                    () -> candidate.loss(STUDENT, TEACHER, MAP, PROJECTIONS, mask));
            assertRejects("gradProj with mask " + Arrays.toString(mask),
                    () -> candidate.gradProj(STUDENT[0], TEACHER[1], PROJECTIONS[0], mask));
        }
        brokenMatrices(candidate);
        // The smallest states are fine, and so is one teacher layer for two student layers.
        double[][][] tiny = {{{3}}, {{1}}};
        double[][][] target = {{{1}}};
        assertClose(2.0, candidate.loss(tiny, target, new int[]{0, 0}, null, new int[]{1}));
        assertRejects("map [0, 1] to one layer",
                () -> candidate.loss(tiny, target, new int[]{0, 1}, null, new int[]{1}));
    }

    @Test
    @Points(5)
    @About("scale")
    void large_states(HiddenStateMse candidate, Draw draw) {
        double[][][] student = draw(draw, 4, 96, 48);
        double[][][] teacher = draw(draw, 8, 96, 64);
        double[][][] projections = draw(draw, 4, 48, 64);
        int[] map = {1, 3, 5, 7};
        int[] mask = mask(draw, 96);
        assertClose(loss(student, teacher, map, projections, mask),
                candidate.loss(student, teacher, map, projections, mask));
        // With a projection of zeros half the gradient is the mean of -hs ⊗ ht.
        var expected = new double[48][64];
        int valid = Arrays.stream(mask).sum();
        for (int i = 0; i < 96; i++) {
            for (int a = 0; a < 48; a++) {
                for (int c = 0; c < 64; c++) {
                    expected[a][c] -= mask[i] * student[3][i][a] * teacher[7][i][c] / (32.0 * valid);
                }
            }
        }
        assertClose(expected, candidate.gradProj(student[3], teacher[7], new double[48][64], mask));
    }

    private static void brokenMatrices(HiddenStateMse candidate) {
        double[][] narrow = {{1, 2}, {3, 4}};
        double[][][] good = {narrow};
        int[] zero = {0};
        int[] both = {1, 1};
        double[][] hollow = {{}, {}};
        double[][][] empty = {hollow};
        assertRejects("states without columns", () -> candidate.loss(empty, empty, zero, null, both));
        assertRejects("no columns to project to", () -> candidate.gradProj(narrow, hollow, hollow, both));
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1}, {3}},
                {{1, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            double[][][] alone = {bad};
            assertRejects("hs " + what, () -> candidate.loss(alone, good, zero, good, both));
            assertRejects("ht " + what, () -> candidate.loss(good, alone, zero, good, both));
            assertRejects("proj " + what, () -> candidate.loss(good, good, zero, alone, both));
            assertRejects("gradProj of hs " + what, () -> candidate.gradProj(bad, narrow, narrow, both));
            assertRejects("gradProj of ht " + what, () -> candidate.gradProj(narrow, bad, narrow, both));
            assertRejects("gradProj of proj " + what, () -> candidate.gradProj(narrow, narrow, bad, both));
            double[][][] second = {narrow, bad};
            double[][][] twice = {narrow, narrow};
            assertRejects("second hs " + what, () -> candidate.loss(second, twice, both, twice, both));
            assertRejects("second ht " + what, () -> candidate.loss(twice, second, both, twice, both));
            assertRejects("second proj " + what, () -> candidate.loss(twice, twice, both, second, both));
        }
    }

    private static double[][][] draw(Draw draw, int layers, int rows, int columns) {
        var states = new double[layers][][];
        for (int l = 0; l < layers; l++) {
            states[l] = draw.matrix(rows, columns, -2, 2);
        }
        return states;
    }

    /// At least one token is valid and at least one is not.
    private static int[] mask(Draw draw, int tokens) {
        int[] order = draw.permutation(tokens);
        int valid = draw.integer(1, tokens - 1);
        var mask = new int[tokens];
        for (int i = 0; i < valid; i++) {
            mask[order[i]] = 1;
        }
        return mask;
    }

    /// The layer that student layer m takes is the largest k with k · N_s ≤ m · N_t.
    private static int[] map(int student, int teacher) {
        var map = new int[student];
        for (int m = 1; m <= student; m++) {
            int k = 0;
            while ((k + 1) * student <= m * teacher) {
                k++;
            }
            map[m - 1] = k - 1;
        }
        return map;
    }

    private static double loss(
            double[][][] student, double[][][] teacher, int[] map, double[][][] projections, int[] mask) {
        double sum = 0;
        for (int l = 0; l < student.length; l++) {
            sum += term(student[l], teacher[map[l]], projections[l], mask);
        }
        return sum / student.length;
    }

    private static double term(double[][] student, double[][] teacher, double[][] projection, int[] mask) {
        double sum = 0;
        int entries = 0;
        for (int i = 0; i < mask.length; i++) {
            for (int c = 0; mask[i] == 1 && c < teacher[i].length; c++) {
                double difference = -teacher[i][c];
                for (int a = 0; a < projection.length; a++) {
                    difference += student[i][a] * projection[a][c];
                }
                sum += difference * difference;
                entries++;
            }
        }
        return sum / entries;
    }

    /// Central differences with a step of 1.
    private static double[][] gradient(
            double[][] student, double[][] teacher, double[][] projection, int[] mask) {
        var gradient = new double[projection.length][projection[0].length];
        for (int a = 0; a < gradient.length; a++) {
            for (int c = 0; c < gradient[a].length; c++) {
                double[][] moved = Arrays.stream(projection).map(double[]::clone).toArray(double[][]::new);
                moved[a][c] += 1;
                double above = term(student, teacher, moved, mask);
                moved[a][c] -= 2;
                gradient[a][c] = (above - term(student, teacher, moved, mask)) / 2;
            }
        }
        return gradient;
    }
}
