package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ErrorAccumulation;
import exercise.ErrorAccumulation.Trace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Errors get as small as 1e-4, so the absolute part of the tolerance is 1e-12. Right
/// solutions that sum in another order, or follow the error instead of the two networks,
/// agree to 1e-12 relative; sums in float are wrong by 1e-7 in the worked example. Random
/// weights lie 1e-6 away from every half step at least.
class ErrorAccumulationSuite {
    private static final Tolerance FINE = new Tolerance(1e-12, 1e-9);

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(ErrorAccumulation candidate) {
        double[][][] weights = {{{0.9, -0.3}, {0.2, 0.7}}, {{0.6, 0.5}, {-0.45, 0.8}},
                {{1, 0.1}, {0.3, -0.9}}};
        double[] x = {1, 2};
        assertClose(new Trace(new double[]{0.06328207262891289, 0.06806462578140418, 0.07262368929644027},
                new double[]{0.12564810804104212, 0.2158561525571687, 0.40534717023060707}),
                candidate.trace(weights, x, 4), FINE);
        assertClose(new Trace(new double[]{0.0030591680704165967, 0.0004257262592593957, 0.00205678730452392},
                new double[]{0.004459465464211495, 0.010065395217345702, 0.019795338423128}),
                candidate.trace(weights, x, 8), FINE);
    }

    @Test
    @Points(20)
    @About("bound")
    void no_error_exceeds_its_bound(ErrorAccumulation candidate, Draw draw) {
        for (int round = 0; round < 60; round++) {
            int bits = draw.integer(2, 10);
            double[][][] weights = network(draw, bits);
            double[] x = draw.vector(weights[0][0].length, -3, 3);
            Trace trace = candidate.trace(weights, x, bits);
            assertClose(expected(weights, x, bits), trace, FINE);
            for (int l = 0; l < weights.length; l++) {
                assertHolds(trace.bound()[l] * (1 + 1e-9) + 1e-12 >= trace.relErr()[l],
                        "layer %d: error %s above its bound %s", l, trace.relErr()[l], trace.bound()[l]);
            }
            assertClose(trace, candidate.trace(weights, x, bits), FINE);
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("first")
    void nothing_comes_from_before_the_first_layer(ErrorAccumulation candidate, Draw draw) {
        // 3 bits, scale 1: 0.4 becomes 0. y = 3 + 0.8, and the rounding has the norm 0.4.
        double[][][] row = {{{3, 0.4}}};
        assertClose(new Trace(new double[]{0.8 / 3.8}, new double[]{0.4 * Math.sqrt(5) / 3.8}),
                candidate.trace(row, new double[]{1, 2}, 3), FINE);
        // The quantized output may vanish, the exact one is what errors are relative to.
        assertClose(new Trace(new double[]{1}, new double[]{1}),
                candidate.trace(row, new double[]{0, -5}, 3), FINE);
        // Then a layer that doubles everything: the error stays, the bound is amplified by ‖(2, 6)‖ / 2.
        double[][][] two = {row[0], {{2}, {6}}};
        double bound = 0.4 * Math.sqrt(5) / 3.8;
        assertClose(new Trace(new double[]{0.8 / 3.8, 0.8 / 3.8}, new double[]{bound, bound}),
                candidate.trace(two, new double[]{1, 2}, 3), FINE);
        // Halves go to the even code, on both sides of 0: (0.5, 1.5, 2.5) to (0, 2, 2).
        double[][][] halves = {{{3}, {0.5}, {1.5}, {2.5}, {-0.5}, {-1.5}, {-2.5}, {-3}}};
        double relative = Math.sqrt(6 * 0.25 / (18 + 2 * (0.25 + 2.25 + 6.25)));
        assertClose(new Trace(new double[]{relative}, new double[]{relative}),
                candidate.trace(halves, new double[]{-7}, 3), FINE);
        double[][][] sums = {{{3, 0.5, 2.5, -2.5}}};
        assertClose(new Trace(new double[]{0.5 / 3.5}, new double[]{Math.sqrt(4 * 0.75) / 3.5}),
                candidate.trace(sums, new double[]{1, 1, 1, 1}, 3), FINE);
        for (int round = 0; round < 10; round++) {
            int bits = draw.integer(2, 8);
            double[][][] single = {fair(draw, draw.integer(1, 4), 3, bits)};
            double[] x = draw.vector(3, 0.1, 3);
            assertClose(expected(single, x, bits), candidate.trace(single, x, bits), FINE);
        }
    }

    @Test
    @Points(15)
    @About("growth")
    void errors_of_orthogonal_layers_grow_like_the_root_of_depth(ErrorAccumulation candidate) {
        // Measured for these layers, the same in every interview; not a theorem.
        for (int seed = 0; seed < 8; seed++) {
            var draw = Draw.of(seed, "orthogonal layers");
            var weights = new double[9][][];
            for (int l = 0; l < 9; l++) {
                weights[l] = orthogonal(draw);
            }
            var x = new double[16];
            for (int i = 0; i < 16; i++) {
                x[i] = draw.gaussian();
            }
            Trace trace = candidate.trace(weights, x, 8);
            assertExact(9, trace.relErr().length);
            double growth = trace.relErr()[8] / (3 * trace.relErr()[0]);
            assertHolds(growth > 0.2 && growth < 4, "grew to %s of √9 times the first error", growth);
            assertClose(expected(weights, x, 8), trace, FINE);
        }
    }

    @Test
    @Points(10)
    @About("grid")
    void weights_on_the_grid_make_no_error(ErrorAccumulation candidate, Draw draw) {
        // 3 bits have the codes -3 … 3: the scales are 1/4, 2 and 1.
        double[][][] onGrid = {{{0.75, 0.25, 0}, {0.5, 0.75, 0.25}}, {{6, 2}, {4, 0}}, {{1, 3}}};
        double[] x = draw.vector(3, 0.5, 2);
        assertClose(new Trace(new double[3], new double[3]), candidate.trace(onGrid, x, 3), FINE);
        // 1.2 becomes 1 in the second layer; only its own rounding counts.
        double[][][] later = {{{-3}, {0}}, {{-3, 1.2}, {0, 3}}};
        assertClose(new Trace(new double[2], new double[]{0, 0.2 / 3}),
                candidate.trace(later, new double[]{1e-30}, 3), FINE);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_is_no_network_and_outputs_of_zero(ErrorAccumulation candidate) {
        double[][] good = {{1, 2}, {3, 5}};
        double[][][] layers = {good, good};
        double[] x = {1, 1};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        assertRejects("weights = null", () -> candidate.trace(null, x, 4));
        assertRejects("no layers", () -> candidate.trace(new double[0][][], x, 4));
        double[][] inputs = {null, {}, {1}, {1, 1, 1}, {1, nan}, {infinity, 1}, {1, -infinity}};
        for (double[] bad : inputs) {
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.trace(layers, bad, 4));
        }
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, infinity}}, {{-infinity, 1}, {3, 4}},
                {{1, 2, 3}, {4, 5, 6}}, {{1}, {2}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("first layer " + what, () -> candidate.trace(new double[][][]{bad, good}, x, 4));
            assertRejects("last layer " + what, () -> candidate.trace(new double[][][]{good, bad}, x, 4));
        }
        double[][][] tall = {{{1, 2}, {3, 4}, {5, 6}}, good};
        assertRejects("a row too many", () -> candidate.trace(tall, x, 4));
        for (int bad : new int[]{1, 0, -1, 17, 33}) {
            assertRejects("bits = " + bad, () -> candidate.trace(layers, x, bad));
        }
        double[][] cancels = {{1, -1}, {-2, 2}};
        assertRejects("x = 0", () -> candidate.trace(layers, new double[2], 4));
        assertRejects("a first output of 0", () -> candidate.trace(new double[][][]{cancels, good}, x, 4));
        double[][] same = {{1, 0}, {0, 1}};
        assertRejects("a last output of 0", () -> candidate.trace(new double[][][]{same, cancels}, x, 4));
        assertRejects("weights of 0", () -> candidate.trace(new double[][][]{good, new double[1][2]}, x, 4));
        // One output of two may be 0; 2 and 16 bits are fine.
        double[][][] half = {{{1, -1}, {1, 1}}};
        assertClose(new Trace(new double[1], new double[1]), candidate.trace(half, x, 2), FINE);
        assertClose(new Trace(new double[1], new double[1]), candidate.trace(half, x, 16), FINE);
    }

    private static double[][][] network(Draw draw, int bits) {
        var weights = new double[draw.integer(1, 6)][][];
        int width = draw.integer(1, 6);
        for (int l = 0; l < weights.length; l++) {
            int next = draw.integer(1, 6);
            weights[l] = fair(draw, next, width, bits);
            width = next;
        }
        return weights;
    }

    /// No weight is near the middle between two codes.
    private static double[][] fair(Draw draw, int rows, int columns, int bits) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, -1, 1);
            double scale = scale(w, bits);
            boolean fair = Arrays.stream(w).flatMapToDouble(Arrays::stream)
                    .map(weight -> Math.abs(weight) / scale)
                    .allMatch(steps -> Math.abs(steps - Math.floor(steps) - 0.5) > 1e-6);
            if (fair) {
                return w;
            }
        }
    }

    /// Gram–Schmidt on Gaussian rows.
    private static double[][] orthogonal(Draw draw) {
        var rows = new double[16][16];
        for (int i = 0; i < 16; i++) {
            for (int c = 0; c < 16; c++) {
                rows[i][c] = draw.gaussian();
            }
            for (int j = 0; j < i; j++) {
                double along = 0;
                for (int c = 0; c < 16; c++) {
                    along += rows[i][c] * rows[j][c];
                }
                for (int c = 0; c < 16; c++) {
                    rows[i][c] -= along * rows[j][c];
                }
            }
            double length = Math.sqrt(Arrays.stream(rows[i]).map(cell -> cell * cell).sum());
            for (int c = 0; c < 16; c++) {
                rows[i][c] /= length;
            }
        }
        return rows;
    }

    private static Trace expected(double[][][] weights, double[] x, int bits) {
        var trace = new Trace(new double[weights.length], new double[weights.length]);
        double[] exact = x;
        double[] rough = x;
        double b = 0;
        for (int l = 0; l < weights.length; l++) {
            double scale = scale(weights[l], bits);
            int rows = weights[l].length;
            var nextExact = new double[rows];
            var nextRough = new double[rows];
            double kept = 0;
            double lost = 0;
            for (int o = 0; o < rows; o++) {
                for (int c = 0; c < exact.length; c++) {
                    double weight = weights[l][o][c];
                    double code = Math.rint(weight / scale) * scale;
                    nextExact[o] += exact[c] * weight;
                    nextRough[o] += rough[c] * code;
                    kept += code * code;
                    lost += (weight - code) * (weight - code);
                }
            }
            b = b * Math.sqrt(kept) + Math.sqrt(lost) * distance(exact, new double[exact.length]);
            exact = nextExact;
            rough = nextRough;
            trace.relErr()[l] = distance(exact, rough) / distance(exact, new double[rows]);
            trace.bound()[l] = b / distance(exact, new double[rows]);
        }
        return trace;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double scale(double[][] w, int bits) {
        double largest = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).max().getAsDouble();
        return largest / (Math.pow(2, bits - 1) - 1);
    }
}
