package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.LayerscaleResidual;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything but the initial values, which are exact but for the tolerance of a decimal
/// fraction, is compared with the default tolerance, 1e-9 absolute plus 1e-9 relative.
/// Right solutions that sum in another order stay below 0.01 % of it; single precision
/// exceeds it 10 times with drawn numbers.
class LayerscaleResidualSuite {
    private static final Tolerance FRACTION = new Tolerance(0, 1e-12);

    @Test
    @Points(25)
    @About("forward")
    @Sample
    void a_branch_is_scaled_channel_by_channel(LayerscaleResidual candidate, Draw draw) {
        assertClose(new double[]{2, 1.98},
                candidate.forward(new double[]{1, 2}, new double[]{10, -20}, new double[]{0.1, 0.001}));
        assertClose(new double[]{-5}, candidate.forward(new double[]{1}, new double[]{3}, new double[]{-2}));
        for (int round = 0; round < 4; round++) {
            int d = draw.integer(2, 8);
            double[] x = draw.vector(d, -3, 3);
            double[] f = draw.vector(d, -3, 3);
            double[] gamma = draw.vector(d, -1, 1);
            double[] out = candidate.forward(x, f, gamma);
            var expected = new double[d];
            for (int j = 0; j < d; j++) {
                expected[j] = x[j] + gamma[j] * f[j];
            }
            assertClose(expected, out);
        }
    }

    @Test
    @Points(25)
    @About("gradient")
    void the_gradient_adds_up_over_tokens(LayerscaleResidual candidate, Draw draw) {
        assertClose(new double[]{10.5, -41},
                candidate.gradGamma(new double[][]{{10, -20}, {1, 1}}, new double[][]{{1, 2}, {0.5, -1}}));
        assertClose(new double[]{6}, candidate.gradGamma(new double[][]{{-2}}, new double[][]{{-3}}));
        for (int round = 0; round < 3; round++) {
            int tokens = draw.integer(2, 6);
            int d = draw.integer(1, 6);
            double[][] f = draw.matrix(tokens, d, -2, 2);
            double[][] upstream = draw.matrix(tokens, d, -2, 2);
            assertClose(sums(f, upstream), candidate.gradGamma(f, upstream));
        }
        // The loss upstream · output is linear in gamma: a step of 1 shows its slope.
        double[][] f = draw.matrix(3, 4, -2, 2);
        double[][] upstream = draw.matrix(3, 4, -2, 2);
        double[] x = draw.vector(4, -2, 2);
        double[] gamma = draw.vector(4, -1, 1);
        var slopes = new double[4];
        for (int j = 0; j < 4; j++) {
            double[] more = gamma.clone();
            more[j] += 1;
            for (int t = 0; t < 3; t++) {
                double rise = candidate.forward(x, f[t], more)[j] - candidate.forward(x, f[t], gamma)[j];
                slopes[j] += upstream[t][j] * rise;
            }
        }
        assertClose(slopes, candidate.gradGamma(f, upstream));
    }

    @Test
    @Points(20)
    @About("initial")
    void deeper_networks_start_from_less(LayerscaleResidual candidate) {
        int[] depths = {1, 12, 17, 18, 19, 20, 23, 24, 25, 36, 48, Integer.MAX_VALUE};
        double[] values = {0.1, 0.1, 0.1, 0.1, 1e-5, 1e-5, 1e-5, 1e-5, 1e-6, 1e-6, 1e-6, 1e-6};
        for (int i = 0; i < depths.length; i++) {
            assertClose(values[i], candidate.initValue(depths[i]), FRACTION);
        }
    }

    @Test
    @Points(10)
    @About("identity")
    void a_gamma_of_zero_is_the_identity(LayerscaleResidual candidate, Draw draw) {
        double[] x = draw.vector(6, -3, 3);
        double[] f = draw.vector(6, -1e6, 1e6);
        assertExact(x, candidate.forward(x, f, new double[6]));
        // So is a branch of zeros, and a gamma of ones is the plain residual.
        assertExact(x, candidate.forward(x, new double[6], f));
        var ones = new double[6];
        Arrays.fill(ones, 1);
        var sums = new double[6];
        Arrays.setAll(sums, j -> x[j] + f[j]);
        assertClose(sums, candidate.forward(x, f, ones));
        // With gamma 0 the branch learns nothing, but gamma itself does.
        assertClose(f, candidate.gradGamma(new double[][]{f}, new double[][]{ones}));
        // One channel open, the others closed.
        double[] open = {0, 0, 2, 0, 0, 0};
        double[] expected = x.clone();
        expected[2] += 2 * f[2];
        assertClose(expected, candidate.forward(x, f, open));
    }

    @Test
    @Points(10)
    @About("purity")
    void large_input_is_left_alone(LayerscaleResidual candidate, Draw draw) {
        double[][] f = draw.matrix(300, 512, -1, 1);
        double[][] upstream = draw.matrix(300, 512, -1, 1);
        double[] expected = sums(f, upstream);
        assertClose(expected, candidate.gradGamma(f, upstream));
        assertClose(expected, candidate.gradGamma(f, upstream));
        double[] first = candidate.forward(f[0], f[1], f[2]);
        assertClose(first, candidate.forward(f[0], f[1], f[2]));
        double[][] one = {{1, -2}};
        assertClose(new double[]{1, 4}, candidate.gradGamma(one, one));
        candidate.forward(one[0], new double[2], new double[2]);
        candidate.gradGamma(one, new double[][]{{1, 1}});
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(LayerscaleResidual candidate) {
        assertRejects("depth = 0", () -> candidate.initValue(0));
        assertRejects("depth = -18", () -> candidate.initValue(-18));
        double[] good = {1, 2};
        double[][] vectors = {null, {}, {1}, {1, 2, 3}, {Double.NaN, 2}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 2}};
        for (double[] bad : vectors) {
            String what = Arrays.toString(bad);
            assertRejects("x " + what, () -> candidate.forward(bad, good, good));
            assertRejects("f " + what, () -> candidate.forward(good, bad, good));
            assertRejects("gamma " + what, () -> candidate.forward(good, good, bad));
        }
        assertRejects("no channels", () -> candidate.forward(new double[0], new double[0], new double[0]));
        double[][] fine = {{1, 2}, {3, 4}};
        double[][][] matrices = {null, {}, {{}, {}}, {{1, 2}, null}, {null, {3, 4}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, 2}, {}}, {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1}, {3}},
                {{1, 2, 0}, {3, 4, 0}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, 2}, {Double.NEGATIVE_INFINITY, 4}}};
        for (double[][] bad : matrices) {
            String what = Arrays.deepToString(bad);
            assertRejects("f " + what, () -> candidate.gradGamma(bad, fine));
            assertRejects("upstream " + what, () -> candidate.gradGamma(fine, bad));
        }
        double[][] none = {};
        assertRejects("no tokens", () -> candidate.gradGamma(none, new double[0][]));
        assertRejects("no channels", () -> candidate.gradGamma(new double[2][0], new double[2][0]));
    }

    private static double[] sums(double[][] f, double[][] upstream) {
        var sums = new double[f[0].length];
        for (int t = 0; t < f.length; t++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += upstream[t][j] * f[t][j];
            }
        }
        return sums;
    }
}
