package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.BnFoldLinear;
import exercise.BnFoldLinear.Linear;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that divide first or sum in another order stay below
/// 0.01 % of it; single precision exceeds it 30 times in the worked example. There eps
/// is 1e-5 and outside the root 10 times as far off as in the fourth digit; elsewhere
/// it is larger, so that no wrong eps is close to right.
class BnFoldLinearSuite {
    /// What [BnFoldLinear#fold] takes.
    private record Norm(double[][] w, double[] b, double[] gamma, double[] beta, double[] mean, double[] var,
            double eps) {
        static final Norm EXAMPLE = new Norm(new double[][]{{1, -2}, {0.5, 4}}, new double[]{0.1, -0.2},
                new double[]{2, 0.5}, new double[]{1, 0}, new double[]{0.3, -1}, new double[]{0.25, 4}, 1e-5);

        static Norm of(Draw draw, int out, int in) {
            return new Norm(draw.matrix(out, in, -3, 3), draw.vector(out, -2, 2), draw.vector(out, -2, 2),
                    draw.vector(out, -2, 2), draw.vector(out, -2, 2), draw.vector(out, 0.1, 4),
                    draw.uniform(0.01, 0.5));
        }

        Linear fold(BnFoldLinear candidate) {
            return candidate.fold(w, b, gamma, beta, mean, var, eps);
        }

        /// The linear layer, then batch norm.
        double[] apply(double[] x) {
            var y = new double[w.length];
            for (int o = 0; o < y.length; o++) {
                double sum = b[o];
                for (int i = 0; i < x.length; i++) {
                    sum += w[o][i] * x[i];
                }
                y[o] = gamma[o] * ((sum - mean[o]) / Math.sqrt(var[o] + eps)) + beta[o];
            }
            return y;
        }
    }

    @Test
    @Points(25)
    @About("example")
    @Sample
    void two_outputs(BnFoldLinear candidate) {
        Linear folded = Norm.EXAMPLE.fold(candidate);
        assertClose(new Linear(
                new double[][]{{3.9999200023999197, -7.9998400047998395},
                        {0.12499984375029296, 0.9999987500023437}},
                new double[]{0.20001599952001602, 0.19999975000046876}), folded);
        assertClose(new double[]{-11.799744007679744, 2.324997093755449},
                candidate.forward(folded, new double[]{1, 2}, false));
        assertClose(new double[]{0, 2.324997093755449}, candidate.forward(folded, new double[]{1, 2}, true));
    }

    @Test
    @Points(25)
    @About("equivalence")
    void folded_is_the_layer_and_then_batch_norm(BnFoldLinear candidate, Draw draw) {
        for (int round = 0; round < 25; round++) {
            int out = draw.integer(1, 6);
            int in = round < 5 ? out : draw.integer(1, 6);
            var norm = Norm.of(draw, out, in);
            Linear folded = norm.fold(candidate);
            for (int k = 0; k < 3; k++) {
                double[] x = draw.vector(in, -5, 5);
                double[] y = norm.apply(x);
                assertClose(y, candidate.forward(folded, x, false));
                double[] positive = Arrays.stream(y).map(value -> value > 0 ? value : 0).toArray();
                assertClose(positive, candidate.forward(folded, x, true));
            }
            // for an input of 0 only the bias is left
            assertClose(folded.b(), candidate.forward(folded, new double[in], false));
            assertClose(norm.apply(new double[in]), folded.b());
        }
        // every number alone: factor 6 / √(3.75 + 0.25) = 3
        double[] one = {1};
        assertClose(new Linear(new double[][]{{15, -3}}, new double[]{3 * (2 - 7) + 11.0}),
                candidate.fold(new double[][]{{5, -1}}, new double[]{2}, new double[]{6}, new double[]{11},
                        new double[]{7}, new double[]{3.75}, 0.25));
        assertClose(new double[]{12},
                candidate.forward(new Linear(new double[][]{{5}}, new double[]{7}), one, false));
        var wide = Norm.of(draw, 300, 400);
        double[] x = draw.vector(400, -1, 1);
        assertClose(wide.apply(x), candidate.forward(wide.fold(candidate), x, false));
    }

    @Test
    @Points(15)
    @About("relu")
    void a_negative_scale_turns_signs_before_the_relu(BnFoldLinear candidate, Draw draw) {
        // factor -2 / √(0.75 + 0.25) = -2: what was negative is positive and the other way round
        Linear folded = candidate.fold(new double[][]{{1, 0}, {0, 1}}, new double[]{0, 0},
                new double[]{-2, -2}, new double[]{0, 1}, new double[]{0, 0}, new double[]{0.75, 0.75}, 0.25);
        assertClose(new Linear(new double[][]{{-2, 0}, {0, -2}}, new double[]{0, 1}), folded);
        assertClose(new double[]{6, 0}, candidate.forward(folded, new double[]{-3, 5}, true));
        assertClose(new double[]{6, -9}, candidate.forward(folded, new double[]{-3, 5}, false));
        assertClose(new double[]{0, 11}, candidate.forward(folded, new double[]{3, -5}, true));
        assertClose(new double[]{0, 0}, candidate.forward(folded, new double[]{0, 0.5}, true));
        // the bias counts before the ReLU, and large outputs are not cut
        var layer = new Linear(new double[][]{{1}, {1}, {100}}, new double[]{-3, 3, 0});
        assertClose(new double[]{0, 5, 200}, candidate.forward(layer, new double[]{2}, true));
        assertClose(new double[]{0, 1, 0}, candidate.forward(layer, new double[]{-2}, true));
        for (int round = 0; round < 10; round++) {
            var norm = Norm.of(draw, 4, 3);
            double[] opposite = Arrays.stream(norm.gamma).map(value -> -value).toArray();
            Linear plus = norm.fold(candidate);
            Linear minus = candidate.fold(norm.w, norm.b, opposite, norm.beta, norm.mean, norm.var, norm.eps);
            for (int o = 0; o < 4; o++) {
                assertClose(2 * norm.beta[o], plus.b()[o] + minus.b()[o]);
                for (int i = 0; i < 3; i++) {
                    assertClose(0.0, plus.w()[o][i] + minus.w()[o][i]);
                }
            }
        }
    }

    @Test
    @Points(10)
    @About("epsilon")
    void a_variance_of_zero_leaves_eps(BnFoldLinear candidate) {
        // √0.25 = 0.5, so factors 4 and 6; a gamma of 0 leaves beta alone
        Linear folded = candidate.fold(new double[][]{{1, 2}, {-1, 3}, {5, 5}}, new double[]{1, 2, 3},
                new double[]{2, 3, 0}, new double[]{0.5, -1, 7}, new double[]{2, -1, 9}, new double[3], 0.25);
        assertClose(new Linear(new double[][]{{4, 8}, {-6, 18}, {0, 0}}, new double[]{-3.5, 17, 7}), folded);
        assertHolds(folded.w()[0][0] == 4, "a factor of %s instead of 4", folded.w()[0][0]);
        Linear tiny = candidate.fold(new double[][]{{1}}, new double[]{0}, new double[]{1}, new double[]{0},
                new double[]{0}, new double[]{0}, 1e-12);
        assertClose(1e6, tiny.w()[0][0]);
        // 3 / √(7 + 9): an eps may be large too
        Linear large = candidate.fold(new double[][]{{4}}, new double[]{1}, new double[]{3}, new double[]{2},
                new double[]{5}, new double[]{7}, 9);
        assertClose(new Linear(new double[][]{{3}}, new double[]{-1}), large);
    }

    @Test
    @Points(10)
    @About("purity")
    void arguments_stay_as_they_are(BnFoldLinear candidate, Draw draw) {
        var norm = Norm.of(draw, 5, 4);
        double[] x = draw.vector(4, -2, 2);
        double[] y = norm.apply(x);
        Linear first = norm.fold(candidate);
        assertClose(y, candidate.forward(first, x, false));
        Linear again = norm.fold(candidate);
        assertClose(first, again);
        assertClose(y, candidate.forward(again, x, false));
        // batch norm that changes nothing
        double[][] w = {{1, 2}, {3, 4}};
        double[] b = {5, 6};
        double[] ones = {1, 1};
        Linear same = candidate.fold(w, b, ones, new double[2], new double[2], new double[]{0.75, 0.75},
                0.25);
        assertClose(new Linear(w, b), same);
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_does_not_fit_together(BnFoldLinear candidate) {
        double[] good = {1, 2};
        double[][] w = {{1, 2, 3}, {4, 5, 6}};
        double[] x = {1, 2, 3};
        double[][][] broken = {null, {}, {null, {1, 2, 3}}, {{1, 2, 3}, null}, {{}, {}}, {{1, 2, 3}, {4, 5}},
                {{1, 2}, {3, 4, 5}}, {{1, 2, 3}, {4, 5, Double.NaN}},
                {{Double.POSITIVE_INFINITY, 2, 3}, {4, 5, 6}}, {{1, 2, 3}, {Double.NEGATIVE_INFINITY, 5, 6}},
                {{1, 2, 3}}, {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}};
        for (double[][] bad : broken) {
            String what = "w = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.fold(bad, good, good, good, good, good, 1));
            assertRejects(what, () -> candidate.forward(new Linear(bad, good), x, false));
        }
        refusesVectors(candidate, w, good);
        for (double[] bad : new double[][]{null, {}, {1, 2}, {1, 2, 3, 4}, {Double.NaN, 2, 3},
                {1, 2, Double.POSITIVE_INFINITY}, {1, Double.NEGATIVE_INFINITY, 3}}) {
            assertRejects("x = " + Arrays.toString(bad),
                    () -> candidate.forward(new Linear(w, good), bad, false));
        }
        assertRejects("l = null", () -> candidate.forward(null, x, false));
        double[] never = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double eps : never) {
            assertRejects("eps = " + eps, () -> candidate.fold(w, good, good, good, good, good, eps));
        }
        assertClose(new double[]{15, 34}, candidate.forward(new Linear(w, good), x, false));
    }

    private static void refusesVectors(BnFoldLinear candidate, double[][] w, double[] good) {
        double[][] vectors = {null, {}, {1}, {1, 2, 3}, {Double.NaN, 2}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 2}};
        for (double[] bad : vectors) {
            String what = Arrays.toString(bad);
            assertRejects("b = " + what, () -> candidate.fold(w, bad, good, good, good, good, 1));
            assertRejects("gamma = " + what, () -> candidate.fold(w, good, bad, good, good, good, 1));
            assertRejects("beta = " + what, () -> candidate.fold(w, good, good, bad, good, good, 1));
            assertRejects("mean = " + what, () -> candidate.fold(w, good, good, good, bad, good, 1));
            assertRejects("var = " + what, () -> candidate.fold(w, good, good, good, good, bad, 1));
            assertRejects("b = " + what,
                    () -> candidate.forward(new Linear(w, bad), new double[]{1, 2, 3}, true));
        }
        for (double[] bad : new double[][]{{-1, 2}, {1, -Double.MIN_VALUE}}) {
            assertRejects("var = " + Arrays.toString(bad),
                    () -> candidate.fold(w, good, good, good, good, bad, 1));
        }
    }
}
