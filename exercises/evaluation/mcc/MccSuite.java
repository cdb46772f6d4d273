package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Mcc;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Counts are exact; right solutions that divide by N early, or take two
/// roots instead of one, are off by less than a thousandth of the bound. Single
/// precision exceeds it 10 times in the worked example, overflows give another number
/// or NaN.
class MccSuite {
    @Test
    @Points(20)
    @About("binary")
    @Sample
    void two_classes(Mcc candidate) {
        int[] y = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0};
        int[] yhat = {1, 1, 1, 1, 1, 0, 1, 0, 0, 0};
        assertClose(0.58333333333333333, candidate.mcc(y, yhat, 2));
        // TP 4, FN 1, FP 2, TN 1: (4·1 − 2·1) / √(6 · 5 · 3 · 2)
        int[] truth = {1, 1, 1, 1, 1, 0, 0, 0};
        int[] claims = {1, 0, 1, 1, 1, 1, 0, 1};
        assertClose(0.14907119849998598, candidate.mcc(truth, claims, 2));
    }

    @Test
    @Points(20)
    @About("multi")
    void several_classes(Mcc candidate, Draw draw) {
        int[] y = {0, 0, 0, 1, 1, 2, 2, 2, 2};
        int[] yhat = {0, 0, 1, 1, 2, 2, 2, 0, 2};
        assertClose(0.48076923076923077, candidate.mcc(y, yhat, 3));
        // 3 of 4 right, t = (1, 1, 2), p = (1, 2, 1): (12 − 5) / √(10 · 10)
        assertClose(0.7, candidate.mcc(new int[]{0, 1, 2, 2}, new int[]{0, 1, 2, 1}, 3));
        // 3 of 5 right, t = (3, 1, 1), p = (1, 2, 2): (15 − 7) / √(16 · 14)
        assertClose(8 / Math.sqrt(224), candidate.mcc(new int[]{0, 0, 0, 1, 2}, new int[]{1, 0, 2, 1, 2}, 3));
        for (int round = 0; round < 6; round++) {
            int classes = draw.integer(2, 6);
            int[] truth = labels(draw, draw.integer(6, 40), classes);
            int[] claims = noisy(draw, truth, classes);
            assertClose(correlation(truth, claims, classes), candidate.mcc(truth, claims, classes));
        }
    }

    @Test
    @Points(15)
    @About("limits")
    void all_right_is_one_and_all_wrong_is_less(Mcc candidate, Draw draw) {
        for (int classes = 2; classes <= 5; classes++) {
            int[] y = labels(draw, draw.integer(5, 30), classes);
            assertClose(1.0, candidate.mcc(y, y.clone(), classes));
        }
        int[] bits = labels(draw, draw.integer(2, 20), 2);
        int[] inverted = Arrays.stream(bits).map(bit -> 1 - bit).toArray();
        assertClose(-1.0, candidate.mcc(bits, inverted, 2));
        assertClose(-1.0, candidate.mcc(new int[]{0, 1}, new int[]{1, 0}, 2));
        assertClose(1.0, candidate.mcc(new int[]{0, 1}, new int[]{0, 1}, 2));
        // Three even classes, each taken for the next: −3 / 6.
        assertClose(-0.5, candidate.mcc(new int[]{0, 1, 2}, new int[]{1, 2, 0}, 3));
        // As often right as chance has it.
        assertClose(0.0, candidate.mcc(new int[]{0, 0, 1, 1}, new int[]{0, 1, 0, 1}, 2));
        int[] truth = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] claims = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        assertClose(0.0, candidate.mcc(truth, claims, 3));
    }

    @Test
    @Points(15)
    @About("constant")
    void one_class_only_gives_zero(Mcc candidate, Draw draw) {
        assertClose(0.0, candidate.mcc(new int[]{0, 1, 1}, new int[]{1, 1, 1}, 2));
        for (int classes = 2; classes <= 5; classes++) {
            int[] mixed = labels(draw, draw.integer(3, 20), classes);
            for (int only = 0; only < classes; only++) {
                var constant = new int[mixed.length];
                Arrays.fill(constant, only);
                assertClose(0.0, candidate.mcc(mixed, constant, classes));
                assertClose(0.0, candidate.mcc(constant, mixed, classes));
                assertClose(0.0, candidate.mcc(constant, constant.clone(), classes));
                var other = new int[mixed.length];
                Arrays.fill(other, (only + 1) % classes);
                assertClose(0.0, candidate.mcc(constant, other, classes));
            }
        }
        assertClose(0.0, candidate.mcc(new int[]{1}, new int[]{1}, 2));
        assertClose(0.0, candidate.mcc(new int[]{1}, new int[]{0}, 2));
    }

    @Test
    @Points(10)
    @About("properties")
    void truth_and_prediction_may_change_places(Mcc candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            int classes = draw.integer(2, 6);
            int[] y = labels(draw, draw.integer(6, 40), classes);
            int[] yhat = noisy(draw, y, classes);
            double plain = candidate.mcc(y, yhat, classes);
            assertHolds(plain >= -1 - 1e-9 && plain <= 1 + 1e-9, "a correlation is within ±1, not %s", plain);
            assertClose(plain, candidate.mcc(yhat, y, classes));
            assertClose(plain, candidate.mcc(y, yhat, classes + draw.integer(1, 5)));
            int[] names = draw.permutation(classes);
            int[] order = draw.permutation(y.length);
            int[] truth = Arrays.stream(order).map(i -> names[y[i]]).toArray();
            int[] claims = Arrays.stream(order).map(i -> names[yhat[i]]).toArray();
            assertClose(plain, candidate.mcc(truth, claims, classes));
            // Every sample three times
            int[] more = Arrays.copyOf(y, 3 * y.length);
            int[] also = Arrays.copyOf(yhat, 3 * y.length);
            System.arraycopy(y, 0, more, y.length, y.length);
            System.arraycopy(y, 0, more, 2 * y.length, y.length);
            System.arraycopy(yhat, 0, also, y.length, y.length);
            System.arraycopy(yhat, 0, also, 2 * y.length, y.length);
            assertClose(plain, candidate.mcc(more, also, classes));
            assertClose(plain, candidate.mcc(y, yhat, classes));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("large")
    void many_samples_and_many_classes(Mcc candidate, Draw draw) {
        candidate.mcc(new int[]{0, 1}, new int[]{0, 1}, 1000);
        int n = 200_000;
        // Blocks of 8 with TP 3, FN 1, FP 1, TN 3: (9 − 1) / 16
        var y = new int[n];
        var yhat = new int[n];
        int[] order = draw.permutation(n);
        for (int i = 0; i < n; i++) {
            y[order[i]] = i % 8 < 4 ? 1 : 0;
            yhat[order[i]] = i % 8 < 3 || i % 8 == 7 ? 1 : 0;
        }
        assertClose(0.5, candidate.mcc(y, yhat, 2));
        // Every sample has a class of its own, and half of them are swapped in pairs.
        for (int i = 0; i < n; i++) {
            y[i] = order[i];
            yhat[i] = order[i < n / 2 ? i : i ^ 1];
        }
        assertClose((n / 2 - 1.0) / (n - 1.0), candidate.mcc(y, yhat, n));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_are_no_labels(Mcc candidate) {
        int[] good = {0, 1, 1};
        assertRejects("y = null", () -> candidate.mcc(null, good, 2));
        assertRejects("yhat = null", () -> candidate.mcc(good, null, 2));
        assertRejects("no samples", () -> candidate.mcc(new int[0], new int[0], 2));
        assertRejects("no truth", () -> candidate.mcc(new int[0], good, 2));
        assertRejects("no predictions", () -> candidate.mcc(good, new int[0], 2));
        assertRejects("a prediction too few", () -> candidate.mcc(good, new int[]{0, 1}, 2));
        assertRejects("a prediction too many", () -> candidate.mcc(good, new int[]{0, 1, 1, 0}, 2));
        for (int classes = 2; classes <= 4; classes++) {
            int count = classes;
            for (int bad : new int[]{-1, classes, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertRejects("label " + bad, () -> candidate.mcc(new int[]{bad, 1, 0}, good, count));
                assertRejects("label " + bad, () -> candidate.mcc(good, new int[]{0, 1, bad}, count));
                assertRejects("label " + bad + " twice",
                        () -> candidate.mcc(new int[]{0, bad}, new int[]{1, bad}, count));
            }
        }
        int[] zeros = {0, 0};
        for (int classes : new int[]{1, 0, -1, Integer.MIN_VALUE}) {
            assertRejects("classes = " + classes, () -> candidate.mcc(zeros, zeros, classes));
        }
        assertClose(0.5, candidate.mcc(good, new int[]{0, 1, 0}, 2));
    }

    /// Every class up to `n` of them occurs, so that there are at least two.
    private static int[] labels(Draw draw, int n, int classes) {
        int[] labels = draw.integers(n, 0, classes - 1);
        int[] order = draw.permutation(n);
        for (int k = 0; k < Math.min(n, classes); k++) {
            labels[order[k]] = k;
        }
        return labels;
    }

    /// Mostly right.
    private static int[] noisy(Draw draw, int[] y, int classes) {
        return Arrays.stream(y)
                .map(label -> draw.integer(0, 2) > 0 ? label : draw.integer(0, classes - 1))
                .toArray();
    }

    /// Pearson's correlation of the one-hot matrices, as it is defined: deviations from
    /// the mean, column by column. 0 if there is no variance.
    private static double correlation(int[] y, int[] yhat, int classes) {
        double covariance = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < classes; k++) {
            int label = k;
            double[] truth = Arrays.stream(y).mapToDouble(each -> each == label ? 1 : 0).toArray();
            double[] claims = Arrays.stream(yhat).mapToDouble(each -> each == label ? 1 : 0).toArray();
            double truthMean = Arrays.stream(truth).average().getAsDouble();
            double claimsMean = Arrays.stream(claims).average().getAsDouble();
            for (int i = 0; i < y.length; i++) {
                covariance += (truth[i] - truthMean) * (claims[i] - claimsMean);
                first += (truth[i] - truthMean) * (truth[i] - truthMean);
                second += (claims[i] - claimsMean) * (claims[i] - claimsMean);
            }
        }
        return first * second == 0 ? 0 : covariance / Math.sqrt(first * second);
    }
}
