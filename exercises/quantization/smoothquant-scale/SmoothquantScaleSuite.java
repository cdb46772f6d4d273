package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.SmoothquantScale;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Powers by logarithms, reciprocals of scales and other orders of
/// summation stay below 1e-3 of it, because random data keeps every quotient that is
/// rounded 1e-6 away from a half; a scale in single precision exceeds it 50 times.
class SmoothquantScaleSuite {
    private static final double[][] X = {{0.5, 40, -1}, {0.8, -64, 0.2}};
    private static final double[][] W = {{1.1, 0.25, -0.5}, {-0.5, 0.1, 2}};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(SmoothquantScale candidate) {
        double[] s = {Math.sqrt(0.8 / 1.1), 16, Math.sqrt(0.5)};
        assertClose(s, candidate.scales(X, W, 0.5));
        assertClose(
                new double[][]{{0.58630196997792869, 2.5, -1.4142135623730951},
                        {0.93808315196468595, -4, 0.28284271247461906}},
                candidate.smoothX(X, s));
        assertClose(
                new double[][]{{0.93808315196468595, 4, -0.35355339059327379},
                        {-0.42640143271122088, 1.6, 1.4142135623730951}},
                candidate.smoothW(W, s));
        assertClose(0.0010378767223961356, candidate.quantError(X, W, s));
        assertClose(0.0336709275027886, candidate.quantError(X, W, new double[]{1, 1, 1}));
    }

    @Test
    @Points(15)
    @About("strength")
    void alpha_zero_looks_at_weights_only_and_alpha_one_at_activations_only(
            SmoothquantScale candidate, Draw draw) {
        assertClose(new double[]{1 / 1.1, 4, 0.5}, candidate.scales(X, W, 0));
        assertClose(new double[]{0.8, 64, 1}, candidate.scales(X, W, 1));
        // 64^0.75 · 4^0.25 = 32, and 16^0.25 / 81^0.75 = 2 / 27.
        assertClose(new double[]{32}, candidate.scales(new double[][]{{-64}}, new double[][]{{0.25}}, 0.75));
        assertClose(new double[]{2.0 / 27},
                candidate.scales(new double[][]{{16}, {-3}}, new double[][]{{7}, {-81}}, 0.25));
        for (int round = 0; round < 5; round++) {
            int channels = draw.integer(1, 6);
            double[][] x = draw.matrix(draw.integer(1, 5), channels, -3, 3);
            double[][] w = draw.matrix(draw.integer(1, 5), channels, -2, 2);
            double alpha = draw.uniform(0.1, 0.9);
            double[] s = candidate.scales(x, w, alpha);
            assertClose(expectedScales(x, w, alpha), s);
            // The strength interpolates geometrically between its two ends.
            double[] weights = candidate.scales(x, w, 0);
            double[] activations = candidate.scales(x, w, 1);
            var between = new double[channels];
            Arrays.setAll(between,
                    j -> Math.pow(activations[j], alpha) * Math.pow(weights[j], 1 - alpha));
            assertClose(between, s);
        }
    }

    @Test
    @Points(20)
    @About("equivalence")
    void the_smoothed_layer_computes_the_same(SmoothquantScale candidate, Draw draw) {
        for (int round = 0; round < 5; round++) {
            int n = draw.integer(1, 5);
            int out = draw.integer(1, 5);
            int channels = draw.integer(1, 7);
            double[][] x = draw.matrix(n, channels, -3, 3);
            double[][] w = draw.matrix(out, channels, -2, 2);
            double[] s = draw.vector(channels, 0.1, 9);
            double[][] smoothX = candidate.smoothX(x, s);
            double[][] smoothW = candidate.smoothW(w, s);
            assertShape(n, channels, smoothX);
            assertShape(out, channels, smoothW);
            assertClose(product(x, w), product(smoothX, smoothW));
            assertClose(scaled(x, s, -1), smoothX);
            assertClose(scaled(w, s, 1), smoothW);
            // alpha = 0.5 leaves both sides with equal maxima in every channel.
            double[] even = candidate.scales(x, w, 0.5);
            assertClose(maxima(candidate.smoothX(x, even)), maxima(candidate.smoothW(w, even)));
        }
        // Scales of 1: the same numbers in arrays of their own.
        assertExact(X, candidate.smoothX(X, new double[]{1, 1, 1}));
        assertExact(W, candidate.smoothW(W, new double[]{1, 1, 1}));
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("error")
    void error_of_w8a8(SmoothquantScale candidate, Draw draw) {
        byHand(candidate);
        // One channel of x is 50 times as large as the others.
        double[][] x = {{0.3, -41, 0.9, 0.2}, {-0.7, 50, 0.1, -1}, {1, 23, -0.4, 0.6}};
        double[][] w = {{0.9, 0.03, -0.2, 1}, {-0.5, 0.02, 0.7, 0.1}};
        double plain = candidate.quantError(x, w, new double[]{1, 1, 1, 1});
        double smooth = candidate.quantError(x, w, expectedScales(x, w, 0.5));
        assertHolds(plain > 5 * smooth, "smoothing takes the error from %s to %s only", plain, smooth);
        for (int round = 0; round < 5; round++) {
            var layer = fairLayer(draw, draw.integer(1, 5), draw.integer(1, 5), draw.integer(1, 7));
            double expected = expectedError(layer.x, layer.w, layer.s);
            assertClose(expected, candidate.quantError(layer.x, layer.w, layer.s));
            // A power of two in all scales changes neither codes nor product.
            double[] twice = Arrays.stream(layer.s).map(scale -> 2 * scale).toArray();
            assertClose(expected, candidate.quantError(layer.x, layer.w, twice));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("zeros")
    void channels_of_zeros_keep_the_scale_one(SmoothquantScale candidate) {
        double[][] x = {{0, 3, 0, -0.0}, {0, -4, -0.0, 1e-200}};
        double[][] w = {{2, 0, -0.0, 1e-200}};
        for (double alpha : new double[]{0, 0.5, 1}) {
            double tiny = alpha == 0 ? 1e200 : alpha == 1 ? 1e-200 : 1;
            assertClose(new double[]{1, 1, 1, tiny}, candidate.scales(x, w, alpha));
        }
        double[] s = {2, 3};
        double[][] zeros = {{0, -0.0}};
        double[][] some = {{4, -5}, {0.5, 7}};
        assertClose(0.0, candidate.quantError(zeros, some, s));
        assertClose(0.0, candidate.quantError(some, zeros, s));
        assertClose(0.0, candidate.quantError(zeros, zeros, s));
        assertExact(zeros, candidate.smoothX(zeros, s));
        assertExact(zeros, candidate.smoothW(zeros, s));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(SmoothquantScale candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[] s = {1, 2};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1}, {2}}, {{1, 2, 3}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("scales, x = " + what, () -> candidate.scales(bad, good, 0.5));
            assertRejects("scales, w = " + what, () -> candidate.scales(good, bad, 0.5));
            assertRejects("smoothX, x = " + what, () -> candidate.smoothX(bad, s));
            assertRejects("smoothW, w = " + what, () -> candidate.smoothW(bad, s));
            assertRejects("quantError, x = " + what, () -> candidate.quantError(bad, good, s));
            assertRejects("quantError, w = " + what, () -> candidate.quantError(good, bad, s));
        }
        double[][] empty = {{}};
        assertRejects("scales without channels", () -> candidate.scales(empty, empty, 1));
        double[][] scales = {null, {}, {1}, {1, 2, 3}, {0, 1}, {1, 0}, {-1, 1}, {1, Double.NaN},
                {Double.POSITIVE_INFINITY, 1}, {1, Double.NEGATIVE_INFINITY}};
        for (double[] bad : scales) {
            String what = Arrays.toString(bad);
            assertRejects("smoothX, s = " + what, () -> candidate.smoothX(good, bad));
            assertRejects("smoothW, s = " + what, () -> candidate.smoothW(good, bad));
            assertRejects("quantError, s = " + what, () -> candidate.quantError(good, good, bad));
        }
        double infinity = Double.POSITIVE_INFINITY;
        double[] strengths = {-1, -Double.MIN_VALUE, Math.nextUp(1.0), 2, Double.NaN, infinity, -infinity};
        for (double bad : strengths) {
            assertRejects("alpha = " + bad, () -> candidate.scales(good, good, bad));
        }
        // One sample, one channel, one output: the only code on either side is 127.
        double[][] one = {{-3}};
        assertClose(new double[]{3}, candidate.scales(one, one, 1));
        assertClose(0.0, candidate.quantError(one, one, new double[]{0.1}));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_layer(SmoothquantScale candidate, Draw draw) {
        var warm = fairLayer(draw, 8, 8, 32);
        candidate.quantError(warm.x, warm.w, warm.s);
        // 256 rows of either matrix, of which 8 differ: the expected value then costs little.
        var layer = fairLayer(draw, 8, 8, 256);
        var x = new double[256][];
        var w = new double[256][];
        for (int i = 0; i < 256; i++) {
            x[i] = layer.x[i % 8].clone();
            w[i] = layer.w[i % 8].clone();
        }
        assertClose(expectedScales(layer.x, layer.w, 0.5), candidate.scales(x, w, 0.5));
        assertClose(expectedError(layer.x, layer.w, layer.s), candidate.quantError(x, w, layer.s));
    }

    private record Layer(double[][] x, double[][] w, double[] s) {}

    /// Both scales are 1 (the largest number is 127), so the numbers are their own
    /// quotients. Halves go to the even code: 0.5, 1.5, 2.5 to 0, 2, 2.
    private static void byHand(SmoothquantScale candidate) {
        double[] ones = {1, 1, 1};
        double[][] w = {{0, 127, 127}, {127, 0, 0}};
        assertClose(0.0, candidate.quantError(new double[][]{{127, 0.5, 1.5}}, w, ones));
        assertClose(0.0, candidate.quantError(new double[][]{{-127, -0.5, -1.5}}, w, ones));
        // 2 + 0 for 2.5 + 0.25: off by 0.75 · 127 in one of two outputs.
        double square = 95.25 * 95.25;
        assertClose(square / 2, candidate.quantError(new double[][]{{127, 2.5, 0.25}}, w, ones));
        assertClose(square / 4, candidate.quantError(new double[][]{{127, 2.5, 0.25}, {0, 3, 4}}, w, ones));
        // The same after smoothing: x is 127, 2.5, 0.25 and w as above.
        assertClose(square / 2, candidate.quantError(new double[][]{{254, 1.25, 1}},
                new double[][]{{0, 254, 31.75}, {63.5, 0, 0}}, new double[]{2, 0.5, 4}));
    }

    private static Layer fairLayer(Draw draw, int n, int out, int channels) {
        while (true) {
            double[][] x = draw.matrix(n, channels, -3, 3);
            double[][] w = draw.matrix(out, channels, -2, 2);
            double[] s = draw.vector(channels, 0.25, 4);
            if (fair(scaled(x, s, -1)) && fair(scaled(w, s, 1))) {
                return new Layer(x, w, s);
            }
        }
    }

    /// No quotient so close to a half that a reciprocal could flip its code.
    private static boolean fair(double[][] matrix) {
        double scale = Arrays.stream(maxima(matrix)).max().getAsDouble() / 127;
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(cell -> Math.abs(cell / scale) % 1)
                .noneMatch(fraction -> Math.abs(fraction - 0.5) < 2e-6);
    }

    private static double[] expectedScales(double[][] x, double[][] w, double alpha) {
        double[] activations = maxima(x);
        double[] weights = maxima(w);
        var s = new double[weights.length];
        Arrays.setAll(s, j -> Math.pow(activations[j], alpha) * Math.pow(weights[j], alpha - 1));
        return s;
    }

    private static double expectedError(double[][] x, double[][] w, double[] s) {
        double[][] exact = product(x, w);
        double[][] coarse = product(fake(scaled(x, s, -1)), fake(scaled(w, s, 1)));
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            for (int o = 0; o < exact[i].length; o++) {
                sum += Math.pow(exact[i][o] - coarse[i][o], 2);
            }
        }
        return sum / exact.length / exact[0].length;
    }

    /// To codes and back.
    private static double[][] fake(double[][] matrix) {
        double scale = Arrays.stream(maxima(matrix)).max().getAsDouble() / 127;
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(cell -> Math.rint(cell / scale) * scale).toArray())
                .toArray(double[][]::new);
    }

    private static double[] maxima(double[][] matrix) {
        var maxima = new double[matrix[0].length];
        for (double[] row : matrix) {
            Arrays.setAll(maxima, j -> Math.max(maxima[j], Math.abs(row[j])));
        }
        return maxima;
    }

    private static double[][] scaled(double[][] matrix, double[] s, int power) {
        var result = new double[matrix.length][s.length];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            Arrays.setAll(result[i], j -> power > 0 ? row[j] * s[j] : row[j] / s[j]);
        }
        return result;
    }

    private static double[][] product(double[][] x, double[][] w) {
        var y = new double[x.length][w.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < w.length; o++) {
                for (int j = 0; j < x[i].length; j++) {
                    y[i][o] += x[i][j] * w[o][j];
                }
            }
        }
        return y;
    }
}
