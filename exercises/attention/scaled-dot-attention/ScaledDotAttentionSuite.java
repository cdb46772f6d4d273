package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.ScaledDotAttention;
import exercise.ScaledDotAttention.Attn;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that scale the queries or the scores, sum in another
/// order or rescale block by block stay below 0.1 % of it, with scores of ±1000
/// too. Single precision exceeds it 7 times in the worked example, and every wrong
/// convention changes a weight in its first digits.
class ScaledDotAttentionSuite {
    private static final double[][] Q = {{1, 0}, {0, 2}, {1, 1}};
    private static final double[][] K = {{1, 1}, {0, 1}, {2, 0}};
    private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @Test
    @Points(20)
    @About("plain")
    @Sample
    void without_a_mask(ScaledDotAttention candidate) {
        double[][] weights = {{0.28399540974126001, 0.14002924504337801, 0.57597534521536197},
                {0.44580827410760322, 0.44580827410760322, 0.10838345178479355},
                {0.40111209267978591, 0.19777581464042818, 0.40111209267978591}};
        // the values are the identity, so that the output is the weights
        assertClose(new Attn(weights, weights), candidate.attend(Q, K, IDENTITY, null));
    }

    @Test
    @Points(20)
    @About("mask")
    void blocked_keys_weigh_exactly_nothing(ScaledDotAttention candidate, Draw draw) {
        int[][] example = {{1, 0, 1}, {1, 1, 1}, {0, 1, 0}};
        double[][] weights = {{0.33023845067334307, 0, 0.66976154932665693},
                {0.44580827410760322, 0.44580827410760322, 0.10838345178479355},
                {0, 1, 0}};
        assertClose(new Attn(weights, weights), candidate.attend(Q, K, IDENTITY, example));
        for (int round = 0; round < 4; round++) {
            int n = draw.integer(1, 6);
            int m = draw.integer(2, 7);
            var inputs = new Inputs(draw, n, m, draw.integer(1, 5), draw.integer(1, 5), 2);
            int[][] mask = mask(draw, n, m);
            Attn actual = candidate.attend(inputs.q, inputs.k, inputs.v, mask);
            assertClose(expected(inputs, mask), actual);
            assertBlocked(mask, actual.weights());
        }
        var inputs = new Inputs(draw, 3, 5, 4, 2, 2);
        var ones = new int[3][5];
        for (int[] row : ones) {
            Arrays.fill(row, 1);
        }
        assertClose(expected(inputs, null), candidate.attend(inputs.q, inputs.k, inputs.v, ones));
    }

    @Test
    @Points(10)
    @About("mask")
    void a_query_without_keys_gets_zeros(ScaledDotAttention candidate, Draw draw) {
        int n = draw.integer(3, 6);
        int m = draw.integer(2, 5);
        var inputs = new Inputs(draw, n, m, 3, 2, 2);
        int[][] mask = mask(draw, n, m);
        int lonely = draw.integer(0, n - 1);
        mask[lonely] = new int[m];
        Attn some = candidate.attend(inputs.q, inputs.k, inputs.v, mask);
        assertShape(n, m, some.weights());
        assertShape(n, 2, some.out());
        assertExact(new double[m], some.weights()[lonely]);
        assertExact(new double[2], some.out()[lonely]);
        for (int i = 0; i < n; i++) {
            double sum = Arrays.stream(some.weights()[i]).sum();
            assertHolds(i == lonely || Math.abs(sum - 1) <= 1e-6, "weights[%s] sum to %s", i, sum);
        }
        Attn none = candidate.attend(inputs.q, inputs.k, inputs.v, new int[n][m]);
        assertExact(new Attn(new double[n][2], new double[n][m]), none);
        // One key only, which is blocked.
        double[][] one = {{1}};
        assertExact(new Attn(new double[1][1], new double[1][1]),
                candidate.attend(one, one, one, new int[1][1]));
    }

    @Test
    @Points(15)
    @About("scale-factor")
    void scores_are_divided_by_the_root_of_the_key_dimension(ScaledDotAttention candidate, Draw draw) {
        // 16 dimensions of 1 · (ln 3)/4 make 4 ln 3; divided by √16 that is ln 3, so 3 : 1.
        var q = new double[1][16];
        var k = new double[2][16];
        Arrays.fill(q[0], 1);
        Arrays.fill(k[1], Math.log(3) / 4);
        double[][] v = {{4, 0, 8}, {0, -4, 16}};
        assertClose(new Attn(new double[][]{{1, -3, 14}}, new double[][]{{0.25, 0.75}}),
                candidate.attend(q, k, v, null));
        for (int round = 0; round < 2; round++) {
            var inputs = new Inputs(draw, draw.integer(2, 5), draw.integer(6, 9), 16, 3, 1);
            assertClose(expected(inputs, null), candidate.attend(inputs.q, inputs.k, inputs.v, null));
        }
    }

    @Test
    @Points(10)
    @About("stability")
    void large_scores_stay_exact(ScaledDotAttention candidate, Draw draw) {
        // d = 4: the scores are half of the product of the first coordinates. One query
        // sees scores near 1000, the other near -1000.
        double step = Math.log(3);
        double[][] q = {{100, 0, 0, 0}, {-100, 0, 0, 0}};
        double[][] k = {{20, 0, 0, 0}, {20 - step / 50, 0, 0, 0}};
        assertClose(new Attn(new double[][]{{0.75, 0.25}, {0.25, 0.75}},
                new double[][]{{0.75, 0.25}, {0.25, 0.75}}),
                candidate.attend(q, k, new double[][]{{1, 0}, {0, 1}}, null));
        // Scores of 1000 and -1000 for the same query, the larger one first or last.
        assertClose(new Attn(new double[][]{{1, 2}, {3, 4}}, new double[][]{{1, 0}, {0, 1}}),
                candidate.attend(q, new double[][]{{20, 0, 0, 0}, {-20, 0, 0, 0}},
                        new double[][]{{1, 2}, {3, 4}}, null));
        // The blocked key has by far the largest score.
        double[][] three = {{-20, 0, 0, 0}, {20, 0, 0, 0}, {-20 - step / 50, 0, 0, 0}};
        double[][] weights = {{0.75, 0, 0.25}, {0.25, 0, 0.75}};
        int[][] mask = {{1, 0, 1}, {1, 0, 1}};
        assertClose(new Attn(weights, weights), candidate.attend(q, three, IDENTITY, mask));
        for (int round = 0; round < 3; round++) {
            int n = draw.integer(2, 4);
            int m = draw.integer(3, 6);
            var inputs = new Inputs(draw, n, m, 4, 3, 22);
            int[][] some = mask(draw, n, m);
            Attn actual = candidate.attend(inputs.q, inputs.k, inputs.v, some);
            assertFinite(actual);
            assertClose(expected(inputs, some), actual);
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void the_order_of_the_keys_does_not_matter(ScaledDotAttention candidate, Draw draw) {
        int n = draw.integer(2, 4);
        int m = draw.integer(5, 8);
        var inputs = new Inputs(draw, n, m, 3, 4, 2);
        int[][] mask = mask(draw, n, m);
        int[] order = draw.permutation(m);
        var keys = new double[m][];
        var values = new double[m][];
        var columns = new int[n][m];
        for (int j = 0; j < m; j++) {
            keys[j] = inputs.k[order[j]].clone();
            values[j] = inputs.v[order[j]].clone();
            for (int i = 0; i < n; i++) {
                columns[i][j] = mask[i][order[j]];
            }
        }
        Attn plain = candidate.attend(inputs.q, inputs.k, inputs.v, mask);
        assertShape(n, 4, plain.out());
        assertShape(n, m, plain.weights());
        assertBlocked(mask, plain.weights());
        var weights = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                weights[i][j] = plain.weights()[i][order[j]];
            }
        }
        assertClose(new Attn(plain.out(), weights), candidate.attend(inputs.q, keys, values, columns));
        assertClose(plain, candidate.attend(inputs.q, inputs.k, inputs.v, mask));
        // One key: the output equals its value, in an array of its own.
        double[][] value = {{3, -2}};
        Attn single = candidate.attend(new double[][]{{1, 2}}, new double[][]{{0, 1}}, value, null);
        assertClose(new Attn(value, new double[][]{{1}}), single);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(ScaledDotAttention candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        int[][] open = {{1, 1}, {1, 1}};
        assertRejects("q = null", () -> candidate.attend(null, good, good, null));
        assertRejects("k = null", () -> candidate.attend(good, null, good, null));
        assertRejects("v = null", () -> candidate.attend(good, good, null, null));
        double[][][] broken = {{}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}},
                {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        String[] why = {"no rows", "a null row", "a null first row", "rows without columns", "a short row",
                "a long row", "NaN", "Infinity", "-Infinity"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("q with " + why[i], () -> candidate.attend(bad, good, good, null));
            assertRejects("k with " + why[i], () -> candidate.attend(good, bad, good, open));
            assertRejects("v with " + why[i], () -> candidate.attend(good, good, bad, null));
        }
        double[][] wide = {{1, 2, 3}, {4, 5, 6}};
        double[][] tall = {{1, 2}, {3, 4}, {5, 6}};
        assertRejects("keys wider than queries", () -> candidate.attend(good, wide, good, null));
        assertRejects("queries wider than keys", () -> candidate.attend(wide, good, good, null));
        assertRejects("more keys than values", () -> candidate.attend(good, tall, good, null));
        assertRejects("more values than keys", () -> candidate.attend(good, good, tall, null));
        int[][][] masks = {{}, {{1, 1}}, {{1, 1}, {1, 1}, {1, 1}}, {{1}, {1}}, {{1, 1, 1}, {1, 1, 1}},
                {{1, 1}, {1}}, {{1, 1}, null}, {{}, {}}, {{1, 2}, {1, 1}}, {{1, 1}, {-1, 1}}};
        for (int[][] bad : masks) {
            assertRejects("mask " + Arrays.deepToString(bad), () -> candidate.attend(good, good, good, bad));
        }
        assertClose(new Attn(new double[][]{{5, 6, 7}}, new double[][]{{1}}),
                candidate.attend(new double[][]{{0}}, new double[][]{{-2}}, new double[][]{{5, 6, 7}}, null));
    }

    @Test
    @Points(5)
    @About("scale")
    void many_queries_and_keys(ScaledDotAttention candidate, Draw draw) {
        var small = new Inputs(draw, 64, 64, 64, 64, 1);
        candidate.attend(small.q, small.k, small.v, null);
        // 512 queries of which 4 differ: the expected value then costs little.
        var inputs = new Inputs(draw, 4, 512, 64, 64, 1);
        Attn few = expected(inputs, null);
        var queries = new double[512][];
        var out = new double[512][];
        var weights = new double[512][];
        for (int i = 0; i < 512; i++) {
            queries[i] = inputs.q[i % 4].clone();
            out[i] = few.out()[i % 4];
            weights[i] = few.weights()[i % 4];
        }
        assertClose(new Attn(out, weights), candidate.attend(queries, inputs.k, inputs.v, null));
    }

    private record Inputs(double[][] q, double[][] k, double[][] v) {
        Inputs(Draw draw, int n, int m, int d, int dv, double size) {
            this(draw.matrix(n, d, -size, size), draw.matrix(m, d, -size, size), draw.matrix(m, dv, -3, 3));
        }
    }

    /// Every query may attend to at least one key, and where there are several to not
    /// all of them.
    private static int[][] mask(Draw draw, int n, int m) {
        var mask = new int[n][m];
        for (int[] row : mask) {
            int[] order = draw.permutation(m);
            int allowed = draw.integer(1, m - 1);
            for (int j = 0; j < allowed; j++) {
                row[order[j]] = 1;
            }
        }
        return mask;
    }

    private static void assertBlocked(int[][] mask, double[][] weights) {
        for (int i = 0; i < mask.length; i++) {
            double sum = 0;
            for (int j = 0; j < mask[i].length; j++) {
                double weight = weights[i][j];
                assertHolds(mask[i][j] == 1 || weight == 0, "weights[%s][%s] of a blocked key is %s", i, j, weight);
                assertHolds(weight >= 0 && weight <= 1 + 1e-9, "weights[%s][%s] is %s", i, j, weight);
                sum += weight;
            }
            assertHolds(Math.abs(sum - 1) <= 1e-9, "weights[%s] sum to %s", i, sum);
        }
    }

    /// Weight j is 1 / Σ exp(s_l − s_j) over the allowed keys l, as the definition says
    /// after division by its numerator; what overflows here has weight 0.
    private static Attn expected(Inputs inputs, int[][] mask) {
        int n = inputs.q.length;
        int m = inputs.k.length;
        int width = inputs.v[0].length;
        var weights = new double[n][m];
        var out = new double[n][width];
        for (int i = 0; i < n; i++) {
            double[] scores = scores(inputs.q[i], inputs.k, mask == null ? null : mask[i]);
            weights[i] = softmax(scores);
            for (int c = 0; c < width; c++) {
                for (int j = 0; j < m; j++) {
                    out[i][c] += weights[i][j] * inputs.v[j][c];
                }
            }
        }
        return new Attn(out, weights);
    }

    private static double[] scores(double[] query, double[][] keys, int[] allowed) {
        var scores = new double[keys.length];
        for (int j = 0; j < scores.length; j++) {
            double sum = 0;
            for (int c = 0; c < query.length; c++) {
                sum += query[c] * keys[j][c];
            }
            boolean blocked = allowed != null && allowed[j] == 0;
            scores[j] = blocked ? Double.NEGATIVE_INFINITY : sum / Math.sqrt(query.length);
        }
        return scores;
    }

    private static double[] softmax(double[] scores) {
        var weights = new double[scores.length];
        for (int j = 0; j < weights.length; j++) {
            if (scores[j] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            double inverse = 0;
            for (double other : scores) {
                inverse += Math.exp(other - scores[j]);
            }
            weights[j] = 1 / inverse;
        }
        return weights;
    }
}
