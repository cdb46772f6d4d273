package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.UldLoss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or measure the area between
/// two staircases stay below 1e-4 of it; probabilities in single precision exceed it
/// three times in the worked example. The loss is continuous, so that it does not matter how a
/// solution breaks ties.
class UldLossSuite {
    private static final double[][] STUDENT = {{2, 0, 1}, {0, 0, 0}};
    private static final double[][] TEACHER = {{1, 3, 0, -1}, {5, 0, 0, 0}};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(UldLoss candidate) {
        assertClose(0.8343889087356129, candidate.loss(STUDENT, TEACHER));
    }

    @Test
    @Points(15)
    @About("formula")
    void sums_differences_place_by_place_and_averages_positions(UldLoss candidate, Draw draw) {
        // (3/4, 1/4) and (1/2, 1/4, 1/4): 1/4 + 0 + 1/4, whichever is the student.
        double[][] two = {{0, Math.log(3)}};
        double[][] three = {{0, Math.log(2), 0}};
        assertClose(0.5, candidate.loss(two, three));
        assertClose(0.5, candidate.loss(three, two));
        for (int round = 0; round < 5; round++) {
            int positions = draw.integer(2, 5);
            double[][] student = draw.matrix(positions, draw.integer(2, 9), -3, 3);
            double[][] teacher = draw.matrix(positions, draw.integer(2, 9), -3, 3);
            double plain = candidate.loss(student, teacher);
            assertClose(loss(student, teacher), plain);
            assertHolds(plain >= 0 && plain <= 2, "a sum of differences of probabilities is %s", plain);
            double sum = 0;
            for (int i = 0; i < positions; i++) {
                sum += candidate.loss(new double[][]{student[i]}, new double[][]{teacher[i]});
            }
            assertClose(sum / positions, plain);
            assertClose(plain, candidate.loss(student, teacher));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("permutation")
    void words_may_be_renumbered(UldLoss candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            double[][] student = draw.matrix(3, draw.integer(3, 6), -3, 3);
            double[][] teacher = draw.matrix(3, draw.integer(3, 8), -3, 3);
            double expected = loss(student, teacher);
            assertClose(expected, candidate.loss(student, teacher));
            assertClose(expected, candidate.loss(renumbered(student, draw), teacher));
            assertClose(expected, candidate.loss(student, renumbered(teacher, draw)));
            assertClose(expected, candidate.loss(renumbered(student, draw), renumbered(teacher, draw)));
        }
    }

    @Test
    @Points(10)
    @About("identical")
    void the_same_shape_costs_nothing(UldLoss candidate, Draw draw) {
        double[][] student = draw.matrix(4, 6, -3, 3);
        double[][] copy = Arrays.stream(student).map(double[]::clone).toArray(double[][]::new);
        assertClose(0.0, candidate.loss(student, copy));
        double[][] teacher = renumbered(student, draw);
        var wider = new double[4][9];
        for (int i = 0; i < 4; i++) {
            double constant = draw.uniform(-20, 20);
            teacher[i] = Arrays.stream(teacher[i]).map(logit -> logit + constant).toArray();
            Arrays.fill(wider[i], -9_000);
            System.arraycopy(teacher[i], 0, wider[i], 2, 6);
        }
        assertClose(0.0, candidate.loss(student, teacher));
        // Words of no probability add nothing.
        assertClose(0.0, candidate.loss(student, wider));
        assertClose(0.0, candidate.loss(wider, student));
    }

    @Test
    @Points(15)
    @About("padding")
    void places_that_only_one_has_count(UldLoss candidate, Draw draw) {
        // One certain word against four equal ones: 3/4 + 3 · 1/4.
        assertClose(1.5, candidate.loss(new double[][]{{7}}, new double[][]{{2, 2, 2, 2}}));
        assertClose(1.5, candidate.loss(new double[][]{{-1, -1, -1, -1}}, new double[][]{{0}}));
        for (int words = 1; words <= 6; words++) {
            for (int others = 1; others <= 6; others++) {
                // Equal probabilities: 1/V each, and all that the shorter one lacks.
                double less = Math.min(words, others);
                double more = Math.max(words, others);
                assertClose(2 - 2 * less / more, candidate.loss(new double[1][words], new double[1][others]));
            }
        }
        double[][] few = draw.matrix(2, 2, -2, 2);
        double[][] many = draw.matrix(2, 30, -2, 2);
        assertClose(loss(few, many), candidate.loss(few, many));
        assertClose(loss(few, many), candidate.loss(many, few));
    }

    @Test
    @Points(5)
    @About("stability")
    void extreme_logits_stay_finite(UldLoss candidate) {
        double[][] sharp = {{1e4, -1e4, 0}};
        double[][] even = {{-1e4, -1e4}};
        assertClose(1.0, candidate.loss(sharp, even));
        assertClose(0.0, candidate.loss(sharp, new double[][]{{0, 9_000, -1e4, 1e4}}));
        // Rows on different levels.
        double[][] levels = {{1e4, 1e4}, {-1e4, -1e4}, {0, 0}};
        double[][] others = {{-9_000, -9_000, -9_000}, {1e4, 1e4, 1e4}, {9_000, 1, 2}};
        assertClose((2.0 / 3 + 2.0 / 3 + 1) / 3, candidate.loss(levels, others));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_are_no_logits(UldLoss candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {}},
                {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1, 2}},
                {{1, 2}, {3, 4}, {5, 6}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("student " + what, () -> candidate.loss(bad, good));
            assertRejects("teacher " + what, () -> candidate.loss(good, bad));
        }
        assertClose(0.0, candidate.loss(new double[][]{{7}}, new double[][]{{-3}}));
    }

    @Test
    @Points(5)
    @About("scale")
    void large_vocabularies(UldLoss candidate, Draw draw) {
        double[][] student = draw.matrix(4, 8_000, -3, 3);
        double[][] teacher = draw.matrix(4, 12_000, -4, 4);
        assertClose(loss(student, teacher), candidate.loss(student, teacher));
    }

    private static double[][] renumbered(double[][] logits, Draw draw) {
        return Arrays.stream(logits)
                .map(row -> Arrays.stream(draw.permutation(row.length))
                        .mapToDouble(word -> row[word])
                        .toArray())
                .toArray(double[][]::new);
    }

    /// For moderate logits only. Sorting negative probabilities upwards puts the largest
    /// ones first, and zeros at the end are where they belong.
    private static double loss(double[][] student, double[][] teacher) {
        double sum = 0;
        for (int i = 0; i < student.length; i++) {
            int places = Math.max(student[i].length, teacher[i].length);
            double[] a = negative(student[i], places);
            double[] b = negative(teacher[i], places);
            for (int v = 0; v < places; v++) {
                sum += Math.abs(a[v] - b[v]);
            }
        }
        return sum / student.length;
    }

    private static double[] negative(double[] logits, int places) {
        double mass = Arrays.stream(logits).map(Math::exp).sum();
        double[] negative = Arrays.copyOf(
                Arrays.stream(logits).map(logit -> -Math.exp(logit) / mass).toArray(), places);
        Arrays.sort(negative);
        return negative;
    }
}
