package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.WandaPrune;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Scores are compared with the default tolerance, 1e-9 absolute plus 1e-9 relative; other
/// orders of summation stay below 0.001 % of it, float exceeds it 10 times and more. Pruned
/// matrices are copied numbers and compared exactly. Scores that compete are 1e-6 apart or
/// equal, and where they are equal the norms are whole numbers that come out exactly.
class WandaPruneSuite {
    private static final double[][] W = {{1, 0.5, -0.2, 0.4}, {0.1, -3, 2, 0.3}};
    private static final double[][] X = {{0.1, 1, 8, 2}, {0.2, -1, 6, 2}};

    @Test
    @Points(15)
    @About("scores")
    @Sample
    void scores_are_magnitude_times_norm(WandaPrune candidate, Draw draw) {
        assertClose(new double[][]{{0.223606797749979, 0.7071067811865476, 2, 1.1313708498984762},
                {0.0223606797749979, 4.242640687119286, 20, 0.848528137423857}}, candidate.scores(W, X));
        // norms 5, 13 and 0; one sample; one column
        double[][] two = {{-2, 0.5, 7}, {0, -1, 1}};
        assertClose(new double[][]{{10, 6.5, 0}, {0, 13, 0}},
                candidate.scores(two, new double[][]{{3, -5, 0}, {-4, 12, 0}}));
        double[][] pair = {{-2, 4}};
        assertClose(new double[][]{{6, 20}}, candidate.scores(pair, new double[][]{{3, -5}}));
        double[][] one = {{-2}};
        assertClose(new double[][]{{10}}, candidate.scores(one, new double[][]{{3}, {0}, {4}}));
        for (int round = 0; round < 3; round++) {
            int inputs = draw.integer(1, 6);
            double[][] w = draw.matrix(draw.integer(1, 5), inputs, -2, 2);
            double[][] x = draw.matrix(draw.integer(1, 7), inputs, -3, 3);
            assertClose(scores(w, x), candidate.scores(w, x));
        }
    }

    @Test
    @Points(20)
    @About("inputs")
    void a_loud_input_saves_a_small_weight(WandaPrune candidate, Draw draw) {
        assertExact(new double[][]{{0, 0, -0.2, 0.4}, {0, -3, 2, 0}}, candidate.prune(W, X, 0.5));
        assertExact(new double[][]{{0, 0.5, -0.2, 0.4}, {0, -3, 2, 0.3}}, candidate.prune(W, X, 0.25));
        // The norms are √50 and 6; sums of magnitudes are 10 and 6, maxima 5 and 6.
        double[][] x = {{5, 6}, {5, 0}};
        assertExact(new double[][]{{1, 0}}, candidate.prune(new double[][]{{1, 1.1}}, x, 0.5));
        assertExact(new double[][]{{0, 1.2}}, candidate.prune(new double[][]{{1, 1.2}}, x, 0.5));
        // Squared norms would turn this one round: 1 · 4 against 3 · 2.
        double[][] four = {{4, -2}};
        assertExact(new double[][]{{0, 3}}, candidate.prune(new double[][]{{1, 3}}, four, 0.5));
        assertExact(new double[][]{{0, -3}}, candidate.prune(new double[][]{{1, -3}}, four, 0.5));
        for (int round = 0; round < 5; round++) {
            Layer layer = layer(draw, draw.integer(1, 5), draw.integer(2, 8), draw.integer(1, 5));
            check(candidate, layer, draw.integer(1, layer.w[0].length - 1));
        }
    }

    @Test
    @Points(20)
    @About("rows")
    void every_output_loses_as_many(WandaPrune candidate, Draw draw) {
        // One output is ten times as strong as the other, and each loses half all the same.
        double[][] w = {{10, 20, 30, 40}, {4, 3, 2, 1}};
        double[][] ones = {{1, 1, 1, 1}};
        assertExact(new double[][]{{0, 0, 30, 40}, {4, 3, 0, 0}}, candidate.prune(w, ones, 0.5));
        // An input that is weak in both rows goes in both: nobody counts by column.
        assertExact(new double[][]{{0, 20, 30, 40}, {0, 3, 2, 1}},
                candidate.prune(w, new double[][]{{0.01, 1, 1, 1}}, 0.25));
        // 2.5 and 1.5 entries of a row, 28.999… entries
        assertCount(candidate, draw, 5, 0.5, 2);
        assertCount(candidate, draw, 6, 0.25, 2);
        assertCount(candidate, draw, 6, 0.75, 4);
        assertCount(candidate, draw, 100, 0.29, 29);
        assertCount(candidate, draw, 1, 0.5, 0);
        assertCount(candidate, draw, 1, 1, 1);
        assertCount(candidate, draw, 7, 0, 0);
        assertCount(candidate, draw, 7, 1, 7);
        for (int round = 0; round < 4; round++) {
            Layer layer = layer(draw, draw.integer(2, 6), draw.integer(3, 8), 4);
            int k = draw.integer(0, layer.w[0].length);
            check(candidate, layer, k);
        }
    }

    @Test
    @Points(15)
    @About("pattern")
    void the_largest_scores_of_each_group_stay(WandaPrune candidate, Draw draw) {
        assertExact(new double[][]{{0, 0, -0.2, 0}, {0, 0, 2, 0}}, candidate.pruneNm(W, X, 1, 4));
        assertExact(new double[][]{{0, 0.5, -0.2, 0}, {0, -3, 2, 0}}, candidate.pruneNm(W, X, 1, 2));
        assertExact(new double[][]{{0, 0.5, -0.2, 0.4}, {0, -3, 2, 0.3}}, candidate.pruneNm(W, X, 3, 4));
        assertExact(W, candidate.pruneNm(W, X, 4, 4));
        assertExact(W, candidate.pruneNm(W, X, 1, 1));
        // By magnitude alone the fours would stay.
        double[][] w = {{4, 3, 2, 1, 1, 2, 3, 4}};
        double[][] x = {{1, 1, 8, 16, 0.5, 8, 1, 0.5}};
        assertExact(new double[][]{{0, 0, 2, 1, 0, 2, 3, 0}}, candidate.pruneNm(w, x, 2, 4));
        // Equal scores: 4, 4, 4, 4
        assertExact(new double[][]{{0, 0, 2, 1}},
                candidate.pruneNm(new double[][]{{4, -4, 2, 1}}, new double[][]{{1, 1, -2, 4}}, 2, 4));
        for (int round = 0; round < 5; round++) {
            int m = draw.integer(2, 6);
            Layer layer = layer(draw, draw.integer(1, 4), m * draw.integer(1, 3), 3);
            for (int n = 1; n <= m; n++) {
                assertExact(plain(layer, m, m - n), candidate.pruneNm(layer.w, layer.x, n, m));
            }
        }
    }

    @Test
    @Points(10)
    @About("dead")
    void what_is_never_read_goes_first(WandaPrune candidate) {
        // Input 2 is always 0, however large its weights are.
        double[][] w = {{1, -2, 100, 3}, {4, 3, -100, 2}};
        double[][] x = {{3, 1, 0, 0}, {4, 0, 0, -1}};
        assertExact(new double[][]{{1, -2, 0, 3}, {4, 3, 0, 2}}, candidate.prune(w, x, 0.25));
        assertExact(new double[][]{{1, 0, 0, 3}, {4, 0, 0, 2}}, candidate.pruneNm(w, x, 1, 2));
        // Equal scores go by column: dead inputs, then equal products 5 · 1 and 1 · 5.
        double[][] dead = {{0, 5, 0, 5, 0}};
        double[][] five = {{7, 1, 8, 1, 9}};
        assertExact(new double[][]{{0, 1, 8, 1, 9}}, candidate.prune(five, dead, 0.25));
        assertExact(new double[][]{{0, 1, 0, 1, 9}}, candidate.prune(five, dead, 0.375));
        assertExact(new double[][]{{0, 0, 0, 1, 0}}, candidate.prune(five, dead, 0.75));
        double[][] equal = {{5, 1, -1, 5}};
        double[][] norms = {{1, 3, 3, 0}, {0, 4, 4, 1}};
        assertExact(new double[][]{{0, 1, -1, 5}}, candidate.prune(equal, norms, 0.25));
        assertExact(new double[][]{{0, 0, -1, 5}}, candidate.prune(equal, norms, 0.5));
        assertExact(new double[][]{{0, 0, 0, 5}}, candidate.prune(equal, norms, 0.75));
        // A weight that is 0 is as worthless as a dead input.
        assertExact(new double[][]{{0, 0, 3}}, candidate.prune(new double[][]{{8, 0, 3}},
                new double[][]{{0, 1, 1}}, 0.625));
    }

    @Test
    @Points(10)
    @About("properties")
    void the_mask_of_a_row_does_not_depend_on_its_size(WandaPrune candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            Layer layer = layer(draw, 4, 6, 3);
            double[][] plain = candidate.prune(layer.w, layer.x, 0.5);
            assertExact(plain(layer, 6, 3), plain);
            assertExact(plain, candidate.prune(layer.w, layer.x, 0.5));
            double[] factors = draw.vector(4, 0.5, 3);
            var scaled = new double[4][6];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 6; j++) {
                    scaled[i][j] = factors[i] * layer.w[i][j];
                }
            }
            double[][] other = candidate.prune(scaled, layer.x, 0.5);
            assertShape(4, 6, other);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 6; j++) {
                    double due = plain[i][j] == 0 ? 0 : scaled[i][j];
                    assertHolds(other[i][j] == due, "w[%s][%s] = %s, scaled %s, becomes %s", i, j,
                            layer.w[i][j], scaled[i][j], other[i][j]);
                }
            }
            // Neither sign nor order of the samples matters.
            double[][] turned = {layer.x[2].clone(), Arrays.stream(layer.x[0]).map(value -> -value).toArray(),
                    layer.x[1].clone()};
            assertExact(plain, candidate.prune(layer.w, turned, 0.5));
            assertClose(scores(layer.w, layer.x), candidate.scores(layer.w, turned));
            assertExact(layer.w, candidate.prune(layer.w, layer.x, 0));
            assertExact(plain(layer, 2, 1), candidate.pruneNm(layer.w, layer.x, 1, 2));
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_does_not_fit_together(WandaPrune candidate) {
        double[][] good = {{1, 2, 3, 4}, {5, 6, 7, 8}};
        refuses(candidate, "w = null", null, good);
        refuses(candidate, "x = null", good, null);
        double[][][] broken = {{}, {null}, {{1, 2, 3, 4}, null}, {null, {1, 2, 3, 4}}, {{}, {}},
                {{1, 2, 3, 4}, {1, 2}}, {{1, 2, 3, 4}, {1, 2, 3, 4, 5}}, {{1, 2, 3, Double.NaN}},
                {{1, 2, 3, 4}, {1, Double.POSITIVE_INFINITY, 3, 4}}, {{Double.NEGATIVE_INFINITY, 2, 3, 4}},
                {{1, 2, 3}}, {{1, 2, 3, 4, 5}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            refuses(candidate, "w = " + what, bad, good);
            refuses(candidate, "x = " + what, good, bad);
        }
        refuses(candidate, "no columns anywhere", new double[2][0], new double[2][0]);
        double[] ratios = {-0.1, -1e-12, 1 + 1e-12, 1.1, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : ratios) {
            assertRejects("ratio = " + bad, () -> candidate.prune(good, good, bad));
        }
        int[][] patterns = {{0, 4}, {5, 4}, {-1, 4}, {2, 1}, {1, 0}, {0, 0}, {-1, -1}, {-2, -1}, {1, 3},
                {2, 8}, {1, Integer.MIN_VALUE}, {Integer.MIN_VALUE, 2}};
        for (int[] bad : patterns) {
            assertRejects(bad[0] + ":" + bad[1], () -> candidate.pruneNm(good, good, bad[0], bad[1]));
        }
        assertExact(new double[][]{{5}}, candidate.pruneNm(new double[][]{{5}}, new double[][]{{0}}, 1, 1));
    }

    @Test
    @Points(5)
    @About("scale")
    void wide_matrices(WandaPrune candidate, Draw draw) {
        candidate.prune(draw.matrix(16, 64, -1, 1), draw.matrix(16, 64, -1, 1), 0.5);
        // One sample is not 0 in each column, and is a power of two: any score comes out exactly.
        int outputs = 8;
        int inputs = 32_768;
        var x = new double[8][inputs];
        var w = new double[outputs][inputs];
        var expected = new double[outputs][inputs];
        double[] norms = new double[inputs];
        for (int j = 0; j < inputs; j++) {
            norms[j] = 1 << draw.integer(0, 6);
            x[draw.integer(0, 7)][j] = draw.coin() ? norms[j] : -norms[j];
        }
        for (int i = 0; i < outputs; i++) {
            int[] ranks = draw.permutation(inputs);
            for (int j = 0; j < inputs; j++) {
                w[i][j] = (draw.coin() ? 1 : -1) * (ranks[j] + 1) / norms[j];
                expected[i][j] = ranks[j] < inputs / 2 ? 0 : w[i][j];
            }
        }
        assertExact(expected, candidate.prune(w, x, 0.5));
        assertExact(expected, candidate.pruneNm(w, x, inputs / 2, inputs));
    }

    private record Layer(double[][] w, double[][] x) {}

    /// No two scores of a row are closer than 1e-6.
    private static Layer layer(Draw draw, int outputs, int inputs, int samples) {
        while (true) {
            var layer = new Layer(draw.matrix(outputs, inputs, -2, 2),
                    draw.matrix(samples, inputs, -3, 3));
            boolean clear = true;
            for (double[] row : scores(layer.w, layer.x)) {
                Arrays.sort(row);
                for (int j = 1; j < inputs; j++) {
                    clear &= row[j] - row[j - 1] > 1e-6;
                }
            }
            if (clear) {
                return layer;
            }
        }
    }

    private static void check(WandaPrune candidate, Layer layer, int k) {
        int inputs = layer.w[0].length;
        // (k + 1/8) / inputs: rounds to k for every way to round.
        double ratio = Math.min(1, (k + 0.125) / inputs);
        assertExact(plain(layer, inputs, k), candidate.prune(layer.w, layer.x, ratio));
    }

    private static void assertCount(WandaPrune candidate, Draw draw, int inputs, double ratio, int count) {
        Layer layer = layer(draw, 3, inputs, 2);
        assertExact(plain(layer, inputs, count), candidate.prune(layer.w, layer.x, ratio));
    }

    private static void refuses(WandaPrune candidate, String what, double[][] w, double[][] x) {
        assertRejects(what + " for scores", () -> candidate.scores(w, x));
        assertRejects(what, () -> candidate.prune(w, x, 0));
        assertRejects(what + " for N:M", () -> candidate.pruneNm(w, x, 1, 1));
    }

    private static double[][] scores(double[][] w, double[][] x) {
        var scores = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                double squares = 0;
                for (double[] sample : x) {
                    squares += w[i][j] * w[i][j] * sample[j] * sample[j];
                }
                scores[i][j] = Math.sqrt(squares);
            }
        }
        return scores;
    }

    /// In each group of `width` columns an entry goes if fewer than `count` come before it.
    private static double[][] plain(Layer layer, int width, int count) {
        double[][] scores = scores(layer.w, layer.x);
        var pruned = new double[scores.length][scores[0].length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores[i].length; j++) {
                int from = j - j % width;
                int before = 0;
                for (int o = from; o < from + width; o++) {
                    boolean tie = scores[i][o] == scores[i][j];
                    before += scores[i][o] < scores[i][j] || (tie && o < j) ? 1 : 0;
                }
                pruned[i][j] = before < count ? 0 : layer.w[i][j];
            }
        }
        return pruned;
    }
}
