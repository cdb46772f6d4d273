package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.F1Score;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. From counts, or as a harmonic mean of precision and recall, a right
/// solution is off by a millionth of it; single precision exceeds it 10 times for
/// 2/3. Wrong averages differ in the first digits of the hand-made cases.
class F1ScoreSuite {
    private static final int[] Y = {0, 0, 0, 1, 1, 2, 2, 2, 2};
    private static final int[] YHAT = {0, 0, 1, 1, 2, 2, 2, 0, 2};
    private static final String[] MODES = {"macro", "micro", "weighted"};

    @Test
    @Points(10)
    @About("example")
    @Sample
    void two_classes_and_four(F1Score candidate) {
        assertClose(0.66666666666666667, candidate.binary(new int[]{1, 0, 1, 1}, new int[]{1, 1, 0, 1}));
        assertClose(new double[]{0.66666666666666667, 0.5, 0.75, 0}, candidate.perClass(Y, YHAT, 4));
    }

    @Test
    @Points(15)
    @About("binary")
    void class_one_is_the_positive_one(F1Score candidate, Draw draw) {
        // One of each kind; 1 found of 1 with 3 false alarms; 3 found of 4; all found.
        assertClose(0.5, candidate.binary(new int[]{1, 0, 1, 0}, new int[]{1, 1, 0, 0}));
        assertClose(0.4, candidate.binary(new int[]{0, 1, 0, 0}, new int[]{1, 1, 1, 1}));
        assertClose(6.0 / 7, candidate.binary(new int[]{1, 1, 1, 1, 0}, new int[]{1, 1, 0, 1, 0}));
        assertClose(1.0, candidate.binary(new int[]{1, 0}, new int[]{1, 0}));
        assertClose(1.0, candidate.binary(new int[]{1}, new int[]{1}));
        // Samples that are rightly negative change nothing.
        assertClose(0.8, candidate.binary(new int[]{1, 1, 0}, new int[]{1, 1, 1}));
        assertClose(0.8, candidate.binary(new int[]{1, 1, 0, 0, 0, 0, 0}, new int[]{1, 1, 1, 0, 0, 0, 0}));
        for (int round = 0; round < 4; round++) {
            int[] y = draw.integers(draw.integer(3, 30), 0, 1);
            int[] yhat = draw.integers(y.length, 0, 1);
            assertClose(harmonic(y, yhat, 1), candidate.binary(y, yhat));
        }
    }

    @Test
    @Points(15)
    @About("per-class")
    void every_class_in_turn_is_the_positive_one(F1Score candidate, Draw draw) {
        assertClose(new double[]{2.0 / 3, 0.5, 0.75}, candidate.perClass(Y, YHAT, 3));
        assertClose(new double[]{2.0 / 3, 0.8},
                candidate.perClass(new int[]{0, 1, 1, 0}, new int[]{0, 1, 1, 1}, 2));
        for (int round = 0; round < 4; round++) {
            int classes = draw.integer(2, 6);
            int[] y = draw.integers(draw.integer(5, 40), 0, classes - 1);
            int[] yhat = noisy(draw, y, classes);
            // Beyond the labels that can occur there may be classes that do not.
            int more = classes + draw.integer(0, 2);
            assertClose(expected(y, yhat, more), candidate.perClass(y, yhat, more));
        }
    }

    @Test
    @Points(15)
    @About("macro")
    void macro_counts_classes_that_occur_nowhere(F1Score candidate, Draw draw) {
        assertClose(0.47916666666666667, candidate.average(Y, YHAT, 4, "macro"));
        assertClose(0.63888888888888889, candidate.average(Y, YHAT, 3, "macro"));
        int[] perfect = {0, 2, 2};
        assertClose(0.5, candidate.average(perfect, perfect, 4, "macro"));
        assertClose(1.0 / 3, candidate.average(new int[]{1}, new int[]{1}, 3, "macro"));
        // Class 0: 2/3, class 1 only predicted, class 2 only true.
        assertClose(2.0 / 9, candidate.average(new int[]{0, 0, 2}, new int[]{0, 1, 1}, 3, "macro"));
        for (int round = 0; round < 4; round++) {
            int classes = draw.integer(2, 6);
            int[] y = draw.integers(draw.integer(5, 40), 0, classes - 1);
            int[] yhat = noisy(draw, y, classes);
            int more = classes + draw.integer(1, 3);
            double sum = Arrays.stream(expected(y, yhat, more)).sum();
            assertClose(sum / more, candidate.average(y, yhat, more, "macro"));
        }
    }

    @Test
    @Points(10)
    @About("micro")
    void micro_equals_accuracy(F1Score candidate, Draw draw) {
        assertClose(2.0 / 3, candidate.average(Y, YHAT, 4, "micro"));
        assertClose(0.0, candidate.average(new int[]{0, 1}, new int[]{1, 0}, 2, "micro"));
        assertClose(1.0, candidate.average(new int[]{3, 1}, new int[]{3, 1}, 5, "micro"));
        for (int round = 0; round < 4; round++) {
            int classes = draw.integer(2, 6);
            int[] y = draw.integers(draw.integer(5, 40), 0, classes - 1);
            int[] yhat = noisy(draw, y, classes);
            double hits = 0;
            for (int i = 0; i < y.length; i++) {
                hits += y[i] == yhat[i] ? 1 : 0;
            }
            assertClose(hits / y.length, candidate.average(y, yhat, classes, "micro"));
        }
    }

    @Test
    @Points(10)
    @About("weighted")
    void weights_come_from_the_truth(F1Score candidate, Draw draw) {
        assertClose(2.0 / 3, candidate.average(Y, YHAT, 4, "weighted"));
        // Classes 0 and 1 have 4/5 and 2/3 and occur 3 times and once; accuracy is 3/4.
        assertClose(23.0 / 30,
                candidate.average(new int[]{0, 0, 0, 1}, new int[]{0, 0, 1, 1}, 2, "weighted"));
        assertClose(1.0, candidate.average(new int[]{3, 1, 1}, new int[]{3, 1, 1}, 5, "weighted"));
        for (int round = 0; round < 4; round++) {
            int classes = draw.integer(2, 6);
            int[] y = draw.integers(draw.integer(5, 40), 0, classes - 1);
            int[] yhat = noisy(draw, y, classes);
            // The sum over samples of the F1 of their class.
            double[] scores = expected(y, yhat, classes);
            double sum = Arrays.stream(y).mapToDouble(label -> scores[label]).sum();
            assertClose(sum / y.length, candidate.average(y, yhat, classes, "weighted"));
        }
    }

    @Test
    @Points(10)
    @About("empty")
    void nothing_positive_gives_zero(F1Score candidate) {
        int[] none = {0, 0, 0};
        int[] all = {1, 1, 1};
        assertClose(0.0, candidate.binary(none, none));
        assertClose(0.0, candidate.binary(none, all));
        assertClose(0.0, candidate.binary(all, none));
        assertClose(0.0, candidate.binary(new int[]{0}, new int[]{0}));
        assertClose(0.0, candidate.binary(new int[]{0, 1}, new int[]{1, 0}));
        assertClose(new double[]{1, 0, 0}, candidate.perClass(none, none, 3));
        assertClose(new double[]{0, 0, 0}, candidate.perClass(none, all, 3));
        for (String mode : MODES) {
            assertClose(0.0, candidate.average(none, all, 2, mode));
            assertClose(0.0, candidate.average(new int[]{2}, new int[]{0}, 4, mode));
        }
        assertClose(0.5, candidate.average(none, none, 2, "macro"));
        assertClose(1.0, candidate.average(none, none, 2, "micro"));
        assertClose(1.0, candidate.average(none, none, 2, "weighted"));
    }

    @Test
    @Points(5)
    @About("properties")
    void names_and_order_do_not_matter(F1Score candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int classes = draw.integer(3, 6);
            int[] y = draw.integers(draw.integer(8, 30), 0, classes - 1);
            int[] yhat = noisy(draw, y, classes);
            double[] plain = candidate.perClass(y, yhat, classes);
            // FP and FN change places; nothing else does.
            assertClose(plain, candidate.perClass(yhat, y, classes));
            int[] names = draw.permutation(classes);
            int[] order = draw.permutation(y.length);
            int[] renamed = Arrays.stream(order).map(i -> names[y[i]]).toArray();
            int[] predicted = Arrays.stream(order).map(i -> names[yhat[i]]).toArray();
            var moved = new double[classes];
            for (int c = 0; c < classes; c++) {
                moved[names[c]] = plain[c];
                assertHolds(plain[c] >= 0 && plain[c] <= 1, "F1 of class %d is %s", c, plain[c]);
            }
            assertClose(moved, candidate.perClass(renamed, predicted, classes));
            for (String mode : MODES) {
                double once = candidate.average(y, yhat, classes, mode);
                assertClose(once, candidate.average(renamed, predicted, classes, mode));
                assertClose(once, candidate.average(y, yhat, classes, mode));
            }
            assertClose(plain, candidate.perClass(y, yhat, classes));
        }
        int[] y = {1, 0, 1};
        int[] yhat = {0, 1, 1};
        assertClose(0.5, candidate.binary(y, yhat));
        assertClose(0.5, candidate.binary(y, yhat));
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_are_no_labels(F1Score candidate) {
        int[] good = {0, 1, 1};
        refusesPair(candidate, "y = null", null, good);
        refusesPair(candidate, "yhat = null", good, null);
        refusesPair(candidate, "no samples", new int[0], new int[0]);
        refusesPair(candidate, "a prediction too few", good, new int[]{0, 1});
        refusesPair(candidate, "a prediction too many", good, new int[]{0, 1, 1, 0});
        refusesPair(candidate, "no predictions", good, new int[0]);
        for (int bad : new int[]{-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            refusesPair(candidate, "label " + bad, new int[]{0, 1, bad}, good);
            refusesPair(candidate, "label " + bad, good, new int[]{bad, 1, 0});
            refusesPair(candidate, "label " + bad + " twice", new int[]{bad, 1}, new int[]{bad, 1});
        }
        int[] zeros = {0, 0};
        for (int classes : new int[]{1, 0, -1, Integer.MIN_VALUE}) {
            assertRejects("classes = " + classes, () -> candidate.perClass(zeros, zeros, classes));
            for (String mode : MODES) {
                assertRejects("classes = " + classes, () -> candidate.average(zeros, zeros, classes, mode));
            }
        }
        String[] modes = {null, "", "Macro", "MICRO", "weighted ", "binary", "macr", "samples"};
        for (String mode : modes) {
            assertRejects("mode = " + mode, () -> candidate.average(good, good, 2, mode));
        }
        assertClose(new double[]{1, 1}, candidate.perClass(good, good, 2));
    }

    @Test
    @Points(5)
    @About("scale")
    void many_samples_and_classes(F1Score candidate, Draw draw) {
        int classes = 200_000;
        candidate.perClass(Y, YHAT, 1000);
        // Pairs of classes: of the even one 2 samples of 3 are found, its neighbour is
        // predicted once and never true.
        var y = new int[classes / 2 * 3];
        var yhat = new int[y.length];
        var scores = new double[classes];
        int[] order = draw.permutation(y.length);
        for (int i = 0; i < y.length; i++) {
            int pair = i / 3;
            y[order[i]] = 2 * pair;
            yhat[order[i]] = 2 * pair + (i % 3 == 2 ? 1 : 0);
            scores[2 * pair] = 0.8;
        }
        assertClose(scores, candidate.perClass(y, yhat, classes));
        assertClose(0.4, candidate.average(y, yhat, classes, "macro"));
        assertClose(2.0 / 3, candidate.average(y, yhat, classes, "micro"));
        assertClose(0.8, candidate.average(y, yhat, classes, "weighted"));
    }

    private static void refusesPair(F1Score candidate, String what, int[] y, int[] yhat) {
        assertRejects("binary, " + what, () -> candidate.binary(y, yhat));
        assertRejects("perClass, " + what, () -> candidate.perClass(y, yhat, 2));
        for (String mode : MODES) {
            assertRejects(mode + ", " + what, () -> candidate.average(y, yhat, 2, mode));
        }
    }

    /// Mostly right, so that scores are neither all 0 nor all 1.
    private static int[] noisy(Draw draw, int[] y, int classes) {
        return Arrays.stream(y)
                .map(label -> draw.integer(0, 2) > 0 ? label : draw.integer(0, classes - 1))
                .toArray();
    }

    private static double[] expected(int[] y, int[] yhat, int classes) {
        var scores = new double[classes];
        Arrays.setAll(scores, c -> harmonic(y, yhat, c));
        return scores;
    }

    /// The harmonic mean of precision and recall, 0 if nothing was found.
    private static double harmonic(int[] y, int[] yhat, int positive) {
        double found = 0;
        double claimed = 0;
        double there = 0;
        for (int i = 0; i < y.length; i++) {
            claimed += yhat[i] == positive ? 1 : 0;
            there += y[i] == positive ? 1 : 0;
            found += yhat[i] == positive && y[i] == positive ? 1 : 0;
        }
        return found == 0 ? 0 : 2 / (claimed / found + there / found);
    }
}
