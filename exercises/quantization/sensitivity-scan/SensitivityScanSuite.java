package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.SensitivityScan;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Scores get as small as 1e-7, so the absolute part of the tolerance is 1e-12. Right
/// solutions that sum in another order or multiply by the reciprocal of the scale differ
/// by less than 1e-13 relative at 8 bits; single precision by 1e-7 in the worked example,
/// a hundred times too much. Random weights lie 1e-6 away from every half step at least,
/// so that no order of operations changes a code.
class SensitivityScanSuite {
    private static final Tolerance FINE = new Tolerance(1e-12, 1e-9);
    private static final double[][][] WEIGHTS = {{{1, -0.45}, {0.3, 0.8}, {-0.7, 0.2}},
            {{0.4, 1.5, -1}, {0.3, -0.6, 0.9}}, {{1, -0.9}}};
    private static final double[][] X = {{1, 2}, {0.5, -1}, {-1, 3}};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(SensitivityScan candidate) {
        assertClose(new double[]{0.7390729722222225, 0.018833666666666683, 0.00027074999999999945},
                candidate.scan(WEIGHTS, X, 3), FINE);
        assertClose(new double[]{0.00022055056626779266, 1.8953623907248256e-05, 1.5107880215761753e-07},
                candidate.scan(WEIGHTS, X, 8), FINE);
        assertExact(new int[]{0, 1, 2}, candidate.rank(new double[]{0.7, 0.02, 0.0003}));
    }

    @Test
    @Points(20)
    @About("one-layer")
    void all_other_layers_stay_as_they_are(SensitivityScan candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            int bits = draw.integer(2, 5);
            double[][][] weights = network(draw, bits, draw.integer(2, 5), draw.integer(2, 6), 4, 3);
            double[][] x = draw.matrix(draw.integer(1, 7), weights[0][0].length, -2, 2);
            double[] scores = candidate.scan(weights, x, bits);
            assertClose(expected(weights, x, bits), scores, FINE);
            assertClose(scores, candidate.scan(weights, x, bits), FINE);
            // A layer that is on the grid already cannot suffer.
            double[][][] rounded = weights.clone();
            rounded[1] = quantized(weights[1], bits);
            double[] others = candidate.scan(rounded, x, bits);
            assertClose(0.0, others[1], FINE);
            assertClose(expected(rounded, x, bits), others, FINE);
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("grid")
    void weights_on_the_grid_score_zero(SensitivityScan candidate, Draw draw) {
        double[][] x = draw.matrix(5, 3, -2, 2);
        // 3 bits have the codes -3 … 3: the scales are 1/4, 2 and 1.
        double[][][] onGrid = {{{0.75, -0.25, 0}, {0.5, -0.75, 0.25}}, {{-6, 2}, {4, 0}}, {{1, -3}}};
        assertClose(new double[3], candidate.scan(onGrid, x, 3), FINE);
        double[][][] zeros = {new double[2][3], {{0, 0}}, {{0}}};
        assertClose(new double[3], candidate.scan(zeros, x, 4), FINE);
        // Zeros behind or before another layer hide its error, and are no NaN.
        double[][][] blocked = {{{1, 0.3, -0.4}}, {{0}}};
        assertClose(new double[2], candidate.scan(blocked, x, 2), FINE);
        // Scale 1, halves to even: 0.5 becomes 0, 1.5 and 2.5 become 2, and so below zero.
        double[][] one = {{1}};
        double[][][] halves = {{{3}, {0.5}, {1.5}, {2.5}, {-0.5}, {-1.5}, {-2.5}, {-3}}};
        assertClose(new double[]{6 * 0.25 / 8}, candidate.scan(halves, one, 3), FINE);
        double[][][] sums = {{{3, 0.5, 2.5, -3}, {0.5, 1.5, -0.5, 2.5}}};
        double[][] ones = {{1, 1, 1, 1}};
        assertClose(new double[]{0.5}, candidate.scan(sums, ones, 3), FINE);
        // The largest magnitude is a negative weight: scale 1 again.
        assertClose(new double[]{0.04 / 2}, candidate.scan(new double[][][]{{{1.2}, {-3}}}, one, 3), FINE);
        // 2 bits: -1, 0 and 1 times the largest.
        assertClose(new double[]{(0.09 + 0.16) / 3},
                candidate.scan(new double[][][]{{{1}, {0.7}, {-0.4}}}, one, 2), FINE);
    }

    @Test
    @Points(10)
    @About("relu")
    void between_layers_and_not_after_the_last(SensitivityScan candidate) {
        // 3 bits, scale 1: 0.4 becomes 0, but the ReLU leaves nothing of what it weighs.
        double[][][] between = {{{1}, {-1}}, {{3, 0.4}}};
        assertClose(new double[]{0, 0}, candidate.scan(between, new double[][]{{2}}, 3), FINE);
        assertClose(new double[]{0, 0.64}, candidate.scan(between, new double[][]{{-2}}, 3), FINE);
        // -3.4 and -3 differ, though a ReLU would make both 0; the input is negative too.
        double[][][] single = {{{3, 0.4}}};
        assertClose(new double[]{0.16}, candidate.scan(single, new double[][]{{-1, -1}}, 3), FINE);
        // Scale 1: -1.6 becomes -2, times a hidden 3 an error of 1.2 in one of two outputs.
        double[][][] negative = {{{-1}}, {{-3}, {-1.6}}};
        assertClose(new double[]{0, 0.72}, candidate.scan(negative, new double[][]{{-3}}, 3), FINE);
    }

    @Test
    @Points(10)
    @About("rank")
    void the_largest_first_and_of_equal_ones_the_lower(SensitivityScan candidate, Draw draw) {
        assertExact(new int[]{0}, candidate.rank(new double[]{0.5}));
        assertExact(new int[]{1, 3, 2, 0}, candidate.rank(new double[]{1, 3, 2, 3}));
        assertExact(new int[]{0, 1, 2, 3, 4}, candidate.rank(new double[]{7, 7, 7, 7, 7}));
        assertExact(new int[]{3, 1, 2, 0}, candidate.rank(new double[]{-3, -1, -2, 1e-300}));
        assertExact(new int[]{2, 0, 1}, candidate.rank(new double[]{0.1, 0.1, Math.nextUp(0.1)}));
        var scores = new double[40];
        for (int l = 0; l < 40; l++) {
            scores[l] = draw.integer(0, 9) / 4.0;
        }
        int[] order = candidate.rank(scores);
        assertExact(40, order.length);
        for (int place = 1; place < 40; place++) {
            int before = order[place - 1];
            int after = order[place];
            assertHolds(before >= 0 && before < 40 && after >= 0 && after < 40, "no layer %d", after);
            assertHolds(scores[before] > scores[after] || scores[before] == scores[after] && before < after,
                    "layer %d (%s) before layer %d (%s)", before, scores[before], after, scores[after]);
        }
        assertPure(candidate);
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejects("a score of " + bad, () -> candidate.rank(new double[]{1, bad}));
        }
        assertRejects("scores = null", () -> candidate.rank(null));
        assertRejects("no scores", () -> candidate.rank(new double[0]));
    }

    @Test
    @Points(10)
    @About("bits")
    void more_bits_hurt_less(SensitivityScan candidate, Draw secret) {
        // Not a theorem for every matrix: these Gaussian layers are the same in every interview.
        var draw = Draw.of(20, "Gaussian layers");
        var weights = new double[3][12][12];
        for (double[][] layer : weights) {
            for (double[] row : layer) {
                for (int c = 0; c < 12; c++) {
                    row[c] = draw.gaussian() / 3;
                }
            }
        }
        double[][] x = secret.matrix(20, 12, -2, 2);
        double[][] scores = {candidate.scan(weights, x, 4), candidate.scan(weights, x, 8),
                candidate.scan(weights, x, 12)};
        for (int i = 1; i < 3; i++) {
            assertExact(3, scores[i].length);
            for (int l = 0; l < 3; l++) {
                assertHolds(scores[i][l] > 0 && scores[i][l] < scores[i - 1][l] / 10,
                        "layer %d: %s with 4 bits more than %s", l, scores[i][l], scores[i - 1][l]);
            }
        }
        double[][][] sixteen = {fair(secret, 3, 2, 16, 10), fair(secret, 2, 3, 16, 10)};
        double[][] few = secret.matrix(3, 2, -20, 20);
        assertClose(expected(sixteen, few, 16), candidate.scan(sixteen, few, 16), new Tolerance(1e-15, 1e-9));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_network_and_scans_a_large_one(SensitivityScan candidate, Draw draw) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] layers = {good, good};
        assertRejects("weights = null", () -> candidate.scan(null, good, 4));
        assertRejects("x = null", () -> candidate.scan(layers, null, 4));
        assertRejects("no layers", () -> candidate.scan(new double[0][][], good, 4));
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, infinity}}, {{1, -infinity}, {3, 4}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("x = " + what, () -> candidate.scan(layers, bad, 4));
            assertRejects("first layer " + what, () -> candidate.scan(new double[][][]{bad, good}, good, 4));
            assertRejects("last layer " + what, () -> candidate.scan(new double[][][]{good, bad}, good, 4));
        }
        double[][] wide = {{1, 2, 3}, {4, 5, 6}};
        double[][] narrow = {{1}, {2}};
        for (double[][] other : new double[][][]{wide, narrow}) {
            assertRejects("x of another width", () -> candidate.scan(layers, other, 4));
            assertRejects("a layer of another width",
                    () -> candidate.scan(new double[][][]{good, other}, good, 4));
        }
        double[][][] tall = {{{1, 2}, {3, 4}, {5, 6}}, good};
        assertRejects("a row too many", () -> candidate.scan(tall, good, 4));
        for (int bad : new int[]{1, 0, -1, 17, 33}) {
            assertRejects("bits = " + bad, () -> candidate.scan(layers, good, bad));
        }
        double[][][] weights = network(draw, 6, 6, 96, 96, 96);
        double[][] x = draw.matrix(32, weights[0][0].length, -2, 2);
        assertClose(expected(weights, x, 6), candidate.scan(weights, x, 6), FINE);
    }

    /// Layers of different widths, from `hidden` to three less, with fair weights.
    private static double[][][] network(Draw draw, int bits, int layers, int in, int hidden, int out) {
        var weights = new double[layers][][];
        int width = in;
        for (int l = 0; l < layers; l++) {
            int next = l == layers - 1 ? out : hidden - l % 3;
            weights[l] = fair(draw, next, width, bits, 3 / Math.sqrt(width));
            width = next;
        }
        return weights;
    }

    /// No weight is near the middle between two codes.
    private static double[][] fair(Draw draw, int rows, int columns, int bits, double size) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, -size, size);
            double scale = scale(w, bits);
            boolean fair = true;
            for (double[] row : w) {
                for (double weight : row) {
                    double steps = Math.abs(weight) / scale;
                    fair &= Math.abs(steps - Math.floor(steps) - 0.5) > 1e-6;
                }
            }
            if (fair) {
                return w;
            }
        }
    }

    private static double[] expected(double[][][] weights, double[][] x, int bits) {
        var scores = new double[weights.length];
        for (int l = 0; l < weights.length; l++) {
            double[][][] changed = weights.clone();
            changed[l] = quantized(weights[l], bits);
            for (double[] sample : x) {
                double[] exact = output(weights, sample);
                double[] rough = output(changed, sample);
                for (int o = 0; o < exact.length; o++) {
                    double error = exact[o] - rough[o];
                    scores[l] += error * error / (x.length * exact.length);
                }
            }
        }
        return scores;
    }

    private static double[] output(double[][][] weights, double[] sample) {
        double[] a = sample;
        for (int l = 0; l < weights.length; l++) {
            var next = new double[weights[l].length];
            for (int o = 0; o < next.length; o++) {
                for (int c = 0; c < a.length; c++) {
                    next[o] += a[c] * weights[l][o][c];
                }
                boolean cut = l < weights.length - 1 && next[o] < 0;
                next[o] = cut ? 0 : next[o];
            }
            a = next;
        }
        return a;
    }

    private static double[][] quantized(double[][] w, int bits) {
        double scale = scale(w, bits);
        var result = new double[w.length][w[0].length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < w[o].length; c++) {
                result[o][c] = Math.rint(w[o][c] / scale) * scale;
            }
        }
        return result;
    }

    private static double scale(double[][] w, int bits) {
        double largest = 0;
        for (double[] row : w) {
            for (double weight : row) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest / (Math.pow(2, bits - 1) - 1);
    }
}
