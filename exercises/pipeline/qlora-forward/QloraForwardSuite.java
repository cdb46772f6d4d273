package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.QloraForward;
import exercise.QloraForward.Grads;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9 relative. Right
/// solutions that multiply in another order agree to 1e-13 with the largest matrices here;
/// products in float are wrong by 1e-7 in the worked example.
class QloraForwardSuite {
    private static final double[] NF4 = {-1, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453,
            -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0, 0.07958029955625534,
            0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434,
                    0.5626170039176941,
            0.7229568362236023, 1};
    private static final double[][] A = {{0.1, 0.2, 0, -0.1}};
    private static final double[][] B = {{0.5}, {-1}};
    private static final double[][] X = {{1, 2, -1, 0.5}};

    @Test
    @Points(25)
    @About("forward")
    @Sample
    void worked_example(QloraForward candidate) {
        double[][] w = {{0.44070982933044434 * 1.2, -1.2, 0.24611230194568634 * 1.2,
                0.7229568362236023 * 1.2},
                {0.44070982933044434 * 0.2, 0.24611230194568634 * 0.2, -0.2, 0.7229568362236023 * 0.2}};
        int[] q = {12, 0, 10, 14, 12, 10, 0, 14};
        assertClose(w, candidate.dequantize(q, new double[]{1.2, 0.2}, 4, NF4, 2, 4));
        assertClose(new double[][]{{1.8672911345958712, -6.7411174297332765}}, candidate.forward(X, w, A, B,
                16));
    }

    @Test
    @Points(20)
    @About("dequantize")
    void blocks_run_over_the_ends_of_rows(QloraForward candidate, Draw draw) {
        int[] q = {0, 1, 2, 2, 1, 0};
        double[] code = {-1, 0.5, 2};
        assertClose(new double[][]{{-10, 5, 20}, {20, 50, -100}},
                candidate.dequantize(q, new double[]{10, 100}, 4, code, 2, 3));
        double[] three = {3};
        assertClose(new double[][]{{-3, 1.5}, {6, 6}, {1.5, -3}}, candidate.dequantize(q, three, 6, code, 3,
                2));
        assertClose(new double[][]{{-3, 1.5, 6, 6, 1.5, -3}}, candidate.dequantize(q, three, 99, code, 1, 6));
        assertClose(new double[][]{{-1}, {1}, {6}, {8}, {2.5}, {-6}},
                candidate.dequantize(q, new double[]{1, 2, 3, 4, 5, 6}, 1, code, 6, 1));
        double[] minus = {-1};
        assertClose(new double[][]{{7}}, candidate.dequantize(new int[1], new double[]{-7}, 1, minus, 1, 1));
        for (int round = 0; round < 8; round++) {
            int out = draw.integer(1, 6);
            int in = draw.integer(1, 7);
            int block = draw.integer(1, 9);
            int[] random = draw.integers(out * in, 0, 15);
            double[] absmax = draw.vector((out * in + block - 1) / block, 0.1, 3);
            var expected = new double[out][in];
            for (int i = 0; i < out; i++) {
                for (int j = 0; j < in; j++) {
                    int at = i * in + j;
                    expected[i][j] = NF4[random[at]] * absmax[(at - at % block) / block];
                }
            }
            assertClose(expected, candidate.dequantize(random, absmax, block, NF4, out, in));
        }
        assertPure(candidate);
    }

    @Test
    @Points(25)
    @About("gradients")
    void gradients_say_how_the_loss_changes(QloraForward candidate, Draw draw) {
        assertClose(new Grads(new double[][]{{24, 48, -24, 12}}, new double[][]{{7.2}, {-7.2}}),
                candidate.grads(X, new double[][]{{1, -1}}, A, B, 16));
        for (int round = 0; round < 4; round++) {
            var layer = new Layer(draw, 3, 4, 5, 2);
            double[][] upstream = draw.matrix(3, 5, -2, 2);
            Grads grads = candidate.grads(layer.x, upstream, layer.a, layer.b, 3);
            assertClose(differences(layer, upstream, 3), grads);
            assertClose(grads, candidate.grads(layer.x, upstream, layer.a, layer.b, 3));
        }
        var wide = new Layer(draw, 1, 1, 3, 4);
        double[][] upstream = draw.matrix(1, 3, -2, 2);
        assertClose(differences(wide, upstream, -2.5), candidate.grads(wide.x, upstream, wide.a, wide.b,
                -2.5));
    }

    @Test
    @Points(10)
    @About("start")
    void an_adapter_with_b_zero_changes_nothing_yet(QloraForward candidate, Draw draw) {
        var layer = new Layer(draw, 3, 4, 2, 2);
        var zero = new double[2][2];
        var base = new double[3][2];
        for (int i = 0; i < 3; i++) {
            for (int o = 0; o < 2; o++) {
                for (int c = 0; c < 4; c++) {
                    base[i][o] += layer.x[i][c] * layer.w[o][c];
                }
            }
        }
        assertClose(base, candidate.forward(layer.x, layer.w, layer.a, zero, 8));
        assertClose(base, candidate.forward(layer.x, layer.w, layer.a, layer.b, 0));
        double[][] upstream = draw.matrix(3, 2, 0.5, 2);
        Grads grads = candidate.grads(layer.x, upstream, layer.a, zero, 8);
        assertClose(new double[2][4], grads.dA());
        assertHolds(Arrays.stream(grads.dB()).flatMapToDouble(Arrays::stream).allMatch(g -> g != 0),
                "B must be able to leave 0, but a gradient is 0: %s", Arrays.deepToString(grads.dB()));
    }

    @Test
    @Points(10)
    @About("scaling")
    void alpha_is_divided_by_the_rank(QloraForward candidate, Draw draw) {
        var layer = new Layer(draw, 3, 4, 5, 2);
        double[][] y = candidate.forward(layer.x, layer.w, layer.a, layer.b, 3);
        assertClose(layer.output(layer.a, layer.b, 3), y);
        // Twice the rank, half of it zeros, and twice alpha: the same layer.
        double[][] a = {layer.a[0], layer.a[1], new double[4], new double[4]};
        double[][] b = Arrays.stream(layer.b).map(row -> Arrays.copyOf(row, 4)).toArray(double[][]::new);
        assertClose(y, candidate.forward(layer.x, layer.w, a, b, 6));
        // Another weight of the same shape, and ranks from 1 to 3.
        for (int r = 1; r <= 3; r++) {
            var other = new Layer(draw, 2, 4, 5, r);
            assertClose(other.output(other.a, other.b, 1.7),
                    candidate.forward(other.x, other.w, other.a, other.b, 1.7));
        }
        double[][] upstream = draw.matrix(3, 5, -2, 2);
        candidate.grads(layer.x, upstream, layer.a, layer.b, 3);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(QloraForward candidate, Draw draw) {
        refusesCodes(candidate);
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        // All matrices are 2 × 2, so that one broken matrix fits each place.
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, infinity}}, {{1, -infinity}, {3, 4}},
                        {{1, 2, 3}, {4, 5, 6}},
                {{1}, {2}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("x = " + what, () -> candidate.forward(bad, good, good, good, 1));
            assertRejects("wDeq = " + what, () -> candidate.forward(good, bad, good, good, 1));
            assertRejects("a = " + what, () -> candidate.forward(good, good, bad, good, 1));
            assertRejects("b = " + what, () -> candidate.forward(good, good, good, bad, 1));
            assertRejects("gradients, x = " + what, () -> candidate.grads(bad, good, good, good, 1));
            assertRejects("gradients, upstream = " + what, () -> candidate.grads(good, bad, good, good, 1));
            assertRejects("gradients, a = " + what, () -> candidate.grads(good, good, bad, good, 1));
            assertRejects("gradients, b = " + what, () -> candidate.grads(good, good, good, bad, 1));
        }
        refusesOtherNumbersOfRows(candidate, good);
        double[][] empty = {{}};
        double[][] one = {{1}};
        assertRejects("no columns", () -> candidate.forward(empty, empty, empty, one, 1));
        assertRejects("gradients, no columns", () -> candidate.grads(empty, one, empty, one, 1));
        for (double bad : new double[]{nan, infinity, -infinity}) {
            assertRejects("alpha = " + bad, () -> candidate.forward(good, good, good, good, bad));
            assertRejects("gradients, alpha = " + bad, () -> candidate.grads(good, good, good, good, bad));
        }
        var large = new Layer(draw, 64, 128, 96, 8);
        assertClose(large.output(large.a, large.b, 16), candidate.forward(large.x, large.w, large.a, large.b,
                16));
    }

    private static void refusesOtherNumbersOfRows(QloraForward candidate, double[][] good) {
        for (double[][] bad : new double[][][]{{{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}}) {
            assertRejects("rows of wDeq", () -> candidate.forward(good, bad, good, good, 1));
            assertRejects("rows of a", () -> candidate.forward(good, good, bad, good, 1));
            assertRejects("rows of b", () -> candidate.forward(good, good, good, bad, 1));
            assertRejects("gradients, rows of x", () -> candidate.grads(bad, good, good, good, 1));
            assertRejects("gradients, rows of a", () -> candidate.grads(good, good, bad, good, 1));
            assertRejects("gradients, rows of b", () -> candidate.grads(good, good, good, bad, 1));
        }
    }

    private static void refusesCodes(QloraForward candidate) {
        int[] q = {0, 1, 1, 0, 1, 0};
        double[] absmax = {1, 2};
        double[] code = {-1, 1};
        for (double[] bad : new double[][]{null, {}, {Double.NaN, 1}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 1}}) {
            assertRejects("absmax = " + Arrays.toString(bad), () -> candidate.dequantize(q, bad, 4, code, 2,
                    3));
            assertRejects("code = " + Arrays.toString(bad), () -> candidate.dequantize(q, absmax, 4, bad, 2,
                    3));
        }
        for (double[] bad : new double[][]{{1}, {1, 2, 3}}) {
            assertRejects(bad.length + " absmax", () -> candidate.dequantize(q, bad, 4, code, 2, 3));
        }
        for (int[] bad : new int[][]{null, {}, {0, 1, 1, 0, 1}, {0, 1, 1, 0, 1, 0, 0}, {2, 0, 0, 0, 0, 0},
                {0, 0, 0, 0, 0, -1}}) {
            assertRejects("q = " + Arrays.toString(bad), () -> candidate.dequantize(bad, absmax, 4, code, 2,
                    3));
        }
        double[] single = {1};
        assertRejects("block = 0", () -> candidate.dequantize(q, absmax, 0, code, 2, 3));
        assertRejects("block = -4", () -> candidate.dequantize(q, absmax, -4, code, 2, 3));
        assertRejects("no rows", () -> candidate.dequantize(new int[0], single, 4, code, 0, 3));
        assertRejects("no columns", () -> candidate.dequantize(new int[0], single, 4, code, 2, 0));
        assertRejects("negative sizes", () -> candidate.dequantize(q, absmax, 4, code, -2, -3));
    }

    private record Layer(double[][] x, double[][] w, double[][] a, double[][] b) {
        Layer(Draw draw, int n, int in, int out, int r) {
            this(draw.matrix(n, in, -2, 2), draw.matrix(out, in, -1, 1), draw.matrix(r, in, -1, 1),
                    draw.matrix(out, r, -1, 1));
        }

        /// By the merged weight `W + (alpha / r) · B · A`.
        double[][] output(double[][] a, double[][] b, double alpha) {
            var y = new double[x.length][w.length];
            for (int o = 0; o < w.length; o++) {
                double[] merged = w[o].clone();
                for (int c = 0; c < merged.length; c++) {
                    for (int k = 0; k < a.length; k++) {
                        merged[c] += alpha * b[o][k] * a[k][c] / a.length;
                    }
                }
                for (int i = 0; i < x.length; i++) {
                    for (int c = 0; c < merged.length; c++) {
                        y[i][o] += x[i][c] * merged[c];
                    }
                }
            }
            return y;
        }
    }

    /// The loss `Σ upstream · y` is linear in each entry of A and of B, so a difference over a
    /// step of any size is the gradient.
    private static Grads differences(Layer layer, double[][] upstream, double alpha) {
        var grads = new Grads(new double[layer.a.length][layer.a[0].length],
                new double[layer.b.length][layer.b[0].length]);
        fill(grads.dA(), layer.a, () -> loss(layer, upstream, alpha));
        fill(grads.dB(), layer.b, () -> loss(layer, upstream, alpha));
        return grads;
    }

    private static void fill(double[][] grad, double[][] parameter, DoubleSupplier loss) {
        double before = loss.getAsDouble();
        for (int i = 0; i < grad.length; i++) {
            for (int j = 0; j < grad[i].length; j++) {
                double kept = parameter[i][j];
                parameter[i][j] = kept + 1;
                grad[i][j] = loss.getAsDouble() - before;
                parameter[i][j] = kept;
            }
        }
    }

    private static double loss(Layer layer, double[][] upstream, double alpha) {
        double[][] y = layer.output(layer.a, layer.b, alpha);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int o = 0; o < y[i].length; o++) {
                sum += upstream[i][o] * y[i][o];
            }
        }
        return sum;
    }
}
