package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.MultiHeadAttention;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that fold the projections into each other or add the heads
/// instead of concatenating them stay below 0.1 % of it, with scores of ±1000 too.
/// Weights in single precision exceed it 13 times in the worked example, and every wrong
/// convention changes the first digits.
class MultiHeadAttentionSuite {
    private static final double[][] X = {{1, 0, 0.5, -1}, {0, 1, 1, 0.5}, {0.2, -0.3, 0.4, 1}};
    private static final double[][] WQ = {{0, 0.96, 0.52, -0.69}, {-0.88, 0.22, 1, 0.32},
            {-0.83, -0.76, 0.42, 0.99}, {0.11, -0.93, -0.6, 0.61}};
    private static final double[][] WK = {{0.84, 0.75, -0.44, -0.98}, {-0.08, 0.94, 0.58, -0.63},
            {-0.92, 0.13, 0.99, 0.4}, {-0.78, -0.81, 0.34, 1}};
    private static final double[][] WV = {{0.91, -0.16, -0.99, -0.37}, {0.79, 0.8, -0.37, -0.99},
            {-0.17, 0.91, 0.65, -0.56}, {-0.95, 0.05, 0.98, 0.47}};
    private static final double[][] WO = {{0.14, -0.92, -0.63, 0.58}, {0.94, -0.08, -0.98, -0.45},
            {0.74, 0.85, -0.29, -1}, {-0.25, 0.87, 0.71, -0.49}};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(MultiHeadAttention candidate) {
        double[][] expected = {{-2.34735, 0.3281, 2.6593, 2.15475},
                {-1.8189874650169375, -0.5069059486579832, 1.3474769612531747, 1.7638217847693816},
                {0.4515367635227027, -1.4137008321326223, -1.7762540623102006, -0.24847561697056603}};
        assertClose(expected, candidate.forward(X, WQ, WK, WV, WO, 2, 2, true));
    }

    @Test
    @Points(15)
    @About("heads")
    void one_head_is_attention_between_projections(MultiHeadAttention candidate, Draw draw) {
        // Scores ln 3 and 0, thus weights 3/4 and 1/4, for the first token; 0 and 0 for the second.
        double[][] x = {{1, 0}, {0, 1}};
        double[][] q = {{Math.sqrt(2) * Math.log(3), 0}, {0, 0}};
        double[][] v = {{4, 0}, {0, 8}};
        assertClose(new double[][]{{5, 30}, {6, 20}},
                candidate.forward(x, q, x, v, new double[][]{{1, 1}, {10, 0}}, 1, 1, false));
        // Four features of 1 · (ln 3)/2 make 2 ln 3; divided by √4 that is ln 3. Tokens have one feature.
        double[][] tokens = {{1}, {0}};
        double[][] ones = {{1}, {1}, {1}, {1}};
        double[][] keys = {{Math.log(3) / 2}, {Math.log(3) / 2}, {Math.log(3) / 2}, {Math.log(3) / 2}};
        double[][] first = {{1, 0, 0, 0}};
        assertClose(new double[][]{{0.75}, {0.5}},
                candidate.forward(tokens, ones, keys, ones, first, 1, 1, false));
        for (int round = 0; round < 3; round++) {
            var layer = new Layer(draw, draw.integer(1, 5), draw.integer(1, 6), 1, 1, draw.integer(2, 7));
            assertClose(layer.expected(round == 0), layer.forward(candidate, round == 0));
        }
        largeScores(candidate);
    }

    @Test
    @Points(15)
    @About("shared")
    void one_head_of_keys_and_values_for_all(MultiHeadAttention candidate, Draw draw) {
        double[][] expected = {
                {-0.9147406169605354, 1.1637775095983423, 2.008056249235022, 0.7145190792198008},
                {-1.0344631054757039, 0.6522426017168577, 1.650950036423133, 0.8872844255949331},
                {0.6479867797067779, -1.4748458700563565, -2.029441358963677, -0.42548820592756553}};
        double[][] keys = Arrays.copyOf(WK, 2);
        double[][] values = Arrays.copyOf(WV, 2);
        assertClose(expected, candidate.forward(X, WQ, keys, values, WO, 2, 1, false));
        for (int heads : new int[]{2, draw.integer(3, 5)}) {
            int dh = draw.integer(1, 4);
            var layer = new Layer(draw, draw.integer(2, 5), draw.integer(2, 6), heads, 1, dh);
            assertClose(layer.expected(false), layer.forward(candidate, false));
            assertClose(layer.expected(true), layer.forward(candidate, true));
        }
    }

    @Test
    @Points(10)
    @About("shared")
    void neighbouring_heads_share(MultiHeadAttention candidate, Draw draw) {
        int[][] sizes = {{4, 2}, {6, 2}, {6, 3}, {4, 4}};
        for (int[] size : sizes) {
            int dh = draw.integer(1, 4);
            var layer = new Layer(draw, draw.integer(2, 5), draw.integer(2, 6), size[0], size[1], dh);
            double[][] out = layer.forward(candidate, false);
            assertClose(layer.expected(false), out);
            // The same with a copy of its keys and values for each head.
            double[][] keys = layer.repeated(layer.wk);
            double[][] values = layer.repeated(layer.wv);
            assertClose(out,
                    candidate.forward(layer.x, layer.wq, keys, values, layer.wo, size[0], size[0], false));
        }
    }

    @Test
    @Points(15)
    @About("causal")
    void later_tokens_cannot_be_seen(MultiHeadAttention candidate, Draw draw) {
        // Equal keys: token i gets the mean of the values up to its own, 6 then (6 + 2)/2 then (6 + 2 + 1)/3.
        double[][] x = {{6}, {2}, {1}};
        double[][] one = {{1}};
        double[][] zero = {{0}};
        assertClose(new double[][]{{6}, {4}, {3}}, candidate.forward(x, one, zero, one, one, 1, 1, true));
        assertClose(new double[][]{{3}, {3}, {3}}, candidate.forward(x, one, zero, one, one, 1, 1, false));
        var layer = new Layer(draw, 6, 4, 4, 2, 3);
        double[][] before = layer.forward(candidate, true);
        assertClose(layer.expected(true), before);
        double[][] open = layer.forward(candidate, false);
        assertClose(layer.expected(false), open);
        assertClose(open[5], before[5]);
        int changed = draw.integer(1, 5);
        layer.x[changed] = draw.vector(4, 3, 4);
        double[][] after = layer.forward(candidate, true);
        assertShape(6, layer.wo.length, after);
        assertClose(Arrays.copyOf(before, changed), Arrays.copyOf(after, changed));
        for (int i = changed; i < 6; i++) {
            assertHolds(distance(before[i], after[i]) > 1e-6, "token %s does not see token %s", i, changed);
        }
        assertClose(layer.expected(true), after);
    }

    @Test
    @Points(10)
    @About("properties")
    void without_a_mask_tokens_have_no_order(MultiHeadAttention candidate, Draw draw) {
        int n = draw.integer(4, 7);
        var layer = new Layer(draw, n, 5, 4, 2, 5);
        double[][] out = layer.forward(candidate, false);
        assertShape(n, 5, out);
        assertClose(layer.expected(false), out);
        int[] order = draw.permutation(n);
        double[][] tokens = IntStream.of(order).mapToObj(t -> layer.x[t].clone()).toArray(double[][]::new);
        double[][] permuted = IntStream.of(order).mapToObj(t -> out[t]).toArray(double[][]::new);
        assertClose(permuted, candidate.forward(tokens, layer.wq, layer.wk, layer.wv, layer.wo, 4, 2, false));
        assertClose(out, layer.forward(candidate, false));
        // Heads in another order, with the columns of wo in that order too, give the same.
        double[][] columns = new double[5][];
        for (int o = 0; o < 5; o++) {
            columns[o] = rotated(layer.wo[o], layer.wo[o].length / 2);
        }
        double[][] queries = rotatedRows(layer.wq);
        double[][] keys = rotatedRows(layer.wk);
        double[][] values = rotatedRows(layer.wv);
        assertClose(out, candidate.forward(layer.x, queries, keys, values, columns, 4, 2, false));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(MultiHeadAttention candidate) {
        double[][] x = {{1, 2, 3}, {4, 5, 6}};
        double[][] q = {{1, 0, 1}, {2, 1, 0}, {0, 1, 1}, {1, 1, 1}};
        double[][] kv = {{1, 2, 0}, {0, 1, 2}};
        double[][] o = {{1, 2, 3, 4}, {0, 1, 0, 1}, {1, 1, 1, 1}, {2, 0, 0, 1}, {0, 0, 1, 0}};
        for (double[][] bad : broken(x)) {
            rejects("x", () -> candidate.forward(bad, q, kv, kv, o, 2, 1, false));
        }
        for (double[][] bad : broken(q)) {
            rejects("wq", () -> candidate.forward(x, bad, kv, kv, o, 2, 1, false));
        }
        for (double[][] bad : broken(kv)) {
            rejects("wk", () -> candidate.forward(x, q, bad, kv, o, 2, 1, false));
            rejects("wv", () -> candidate.forward(x, q, kv, bad, o, 2, 1, true));
        }
        for (double[][] bad : broken(o)) {
            rejects("wo", () -> candidate.forward(x, q, kv, kv, bad, 2, 1, true));
        }
        rejects("x without features",
                () -> candidate.forward(
                        new double[2][0], new double[4][0], new double[2][0], new double[2][0], o, 2, 1,
                        false));
        double[][][] misfits = {{{1, 2, 0}}, {{1, 2, 0}, {0, 1, 2}, {1, 1, 1}}, {{1, 2}, {0, 1}},
                {{1, 2, 0, 1}, {0, 1, 2, 1}}};
        for (double[][] bad : misfits) {
            rejects("wk", () -> candidate.forward(x, q, bad, kv, o, 2, 1, false));
            rejects("wv", () -> candidate.forward(x, q, kv, bad, o, 2, 1, false));
        }
        double[][] four = Arrays.copyOf(o, 4);
        rejects("wq for wider tokens", () -> candidate.forward(x, four, kv, kv, o, 2, 1, false));
        double[][] two = {{1, 0}, {2, 1}, {0, 1}, {1, 1}};
        rejects("wq for narrower tokens", () -> candidate.forward(x, two, kv, kv, o, 2, 1, false));
        rejects("wo for fewer features", () -> candidate.forward(x, q, kv, kv, q, 2, 1, false));
        rejects("wo for more features", () -> candidate.forward(x, kv, kv, kv, o, 1, 1, false));
        refusesHeads(candidate, x, q, kv, o);
    }

    @Test
    @Points(5)
    @About("scale")
    void eight_heads_of_a_larger_model(MultiHeadAttention candidate, Draw draw) {
        // 128 tokens of which 4 differ: all appear equally often, so that no weight ratio changes.
        var layer = new Layer(draw, 4, 64, 8, 8, 8, 64);
        double[][] few = layer.expected(false);
        var tokens = new double[128][];
        var out = new double[128][];
        for (int i = 0; i < 128; i++) {
            tokens[i] = layer.x[i % 4].clone();
            out[i] = few[i % 4];
        }
        assertClose(out, candidate.forward(tokens, layer.wq, layer.wk, layer.wv, layer.wo, 8, 8, false));
    }

    private static void largeScores(MultiHeadAttention candidate) {
        // Two heads of one feature: scores 1000 and 1000 - ln 3 for the first token, their negatives
        // for the second.
        double[][] x = {{1, 100}, {-1, 100 - Math.log(3) / 10}};
        double[][] q = {{10, 0}, {10, 0}};
        double[][] k = {{0, 1}, {0, 1}};
        double[][] v = {{1, 0}, {10, 0}};
        double[][] out = candidate.forward(x, q, k, v, new double[][]{{1, 0}, {0, 1}}, 2, 2, false);
        assertFinite(out);
        assertClose(new double[][]{{0.5, 5}, {-0.5, -5}}, out);
    }

    private static void refusesHeads(
            MultiHeadAttention candidate, double[][] x, double[][] q, double[][] kv, double[][] o) {
        double[][] one = {{1, 2, 0}};
        double[][] three = {{1, 2, 0}, {0, 1, 2}, {1, 1, 1}};
        rejects("4 features for 3 heads", () -> candidate.forward(x, q, one, one, o, 3, 1, false));
        rejects("4 heads in 3 groups", () -> candidate.forward(x, q, three, three, o, 4, 3, false));
        double[][] narrow = {{1, 1}};
        rejects("1 head in 2 groups", () -> candidate.forward(x, kv, q, q, narrow, 1, 2, false));
        int[][] never = {{0, 1}, {-1, 1}, {-2, -1}, {-2, 1}, {2, 0}, {2, -1}, {2, -2}, {Integer.MIN_VALUE, 1},
                {0, 0}};
        for (int[] bad : never) {
            rejects("heads = " + bad[0] + ", kvHeads = " + bad[1],
                    () -> candidate.forward(x, q, kv, kv, o, bad[0], bad[1], false));
        }
        // The smallest of everything.
        double[][] two = {{2}};
        assertClose(new double[][]{{8}}, candidate.forward(two, two, two, two, two, 1, 1, true));
    }

    private static void rejects(String what, Executable call) {
        assertRejects(what, call);
    }

    /// What no matrix may be, made of a good one with at least two rows and two columns.
    private static List<double[][]> broken(double[][] good) {
        int last = good.length - 1;
        int columns = good[0].length;
        double[][] rows = {null, {}, Arrays.copyOf(good[0], columns - 1), Arrays.copyOf(good[0], columns + 1),
                with(good[0], 0, Double.NaN), with(good[0], columns - 1, Double.POSITIVE_INFINITY),
                with(good[0], 1, Double.NEGATIVE_INFINITY)};
        Stream<double[][]> first = Arrays.stream(rows).map(row -> with(good, 0, row));
        Stream<double[][]> end = Arrays.stream(rows).map(row -> with(good, last, row));
        var empty = Stream.of(null, new double[0][], new double[good.length][0]);
        return Stream.concat(empty, Stream.concat(first, end)).toList();
    }

    private static double[][] with(double[][] good, int index, double[] row) {
        double[][] copy = good.clone();
        copy[index] = row;
        return copy;
    }

    private static double[] with(double[] good, int index, double number) {
        double[] copy = good.clone();
        copy[index] = number;
        return copy;
    }

    private static double[] rotated(double[] row, int by) {
        return IntStream.range(0, row.length).mapToDouble(c -> row[(c + by) % row.length]).toArray();
    }

    private static double[][] rotatedRows(double[][] rows) {
        return IntStream.range(0, rows.length)
                .mapToObj(i -> rows[(i + rows.length / 2) % rows.length].clone())
                .toArray(double[][]::new);
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> Math.abs(a[c] - b[c])).sum();
    }

    private record Layer(
            double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads,
            int kvHeads) {
        Layer(Draw draw, int n, int dm, int heads, int kvHeads, int dh) {
            this(draw, n, dm, heads, kvHeads, dh, dh == 5 ? 5 : draw.integer(1, 6));
        }

        /// Projected numbers do not grow with dm.
        Layer(Draw draw, int n, int dm, int heads, int kvHeads, int dh, int width) {
            double size = 2 / Math.sqrt(dm);
            this(draw.matrix(n, dm, -1, 1), draw.matrix(heads * dh, dm, -size, size),
                    draw.matrix(kvHeads * dh, dm, -size, size), draw.matrix(kvHeads * dh, dm, -size, size),
                    draw.matrix(width, heads * dh, -1, 1), heads, kvHeads);
        }

        double[][] forward(MultiHeadAttention candidate, boolean causal) {
            return candidate.forward(x, wq, wk, wv, wo, heads, kvHeads, causal);
        }

        /// Rows of wk or wv, each head's as often as heads of queries use it.
        double[][] repeated(double[][] rows) {
            int dh = wq.length / heads;
            int group = heads / kvHeads;
            return IntStream.range(0, wq.length)
                    .mapToObj(r -> rows[r / (dh * group) * dh + r % dh].clone())
                    .toArray(double[][]::new);
        }

        /// Feature by feature of the concatenation: which head it belongs to tells everything else.
        double[][] expected(boolean causal) {
            double[][] keys = project(repeated(wk), x);
            double[][] values = project(repeated(wv), x);
            double[][] queries = project(wq, x);
            int dh = wq.length / heads;
            var features = new double[x.length][wq.length];
            for (int i = 0; i < x.length; i++) {
                int visible = causal ? i + 1 : x.length;
                for (int f = 0; f < wq.length; f++) {
                    var products = new double[visible];
                    for (int c = f / dh * dh; c < (f / dh + 1) * dh; c++) {
                        for (int j = 0; j < visible; j++) {
                            products[j] += queries[i][c] * keys[j][c];
                        }
                    }
                    for (int j = 0; j < visible; j++) {
                        double inverse = 0;
                        for (double other : products) {
                            inverse += Math.exp((other - products[j]) / Math.sqrt(dh));
                        }
                        features[i][f] += values[j][f] / inverse;
                    }
                }
            }
            return project(wo, features);
        }

        private static double[][] project(double[][] w, double[][] tokens) {
            var out = new double[tokens.length][w.length];
            for (int i = 0; i < tokens.length; i++) {
                for (int c = 0; c < tokens[i].length; c++) {
                    for (int o = 0; o < w.length; o++) {
                        out[i][o] += w[o][c] * tokens[i][c];
                    }
                }
            }
            return out;
        }
    }
}
