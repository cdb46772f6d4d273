package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FlashOnlineSoftmax;
import exercise.FlashOnlineSoftmax.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Compared with 1e-9 absolute plus 1e-9 relative, and with a tenth of that where order
/// or cut of the blocks must not matter. Right solutions that rescale, merge or sum in
/// another order stay below 0.01 % of either bound, with scores of ±10000 too. Weights
/// in single precision exceed it twice in the worked example and hundreds of times
/// with random keys; every wrong convention changes the first digits or gives NaN.
class FlashOnlineSoftmaxSuite {
    private static final double BLOCKED = Double.NEGATIVE_INFINITY;
    private static final Tolerance STRICT = new Tolerance(1e-10, 1e-10);
    private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    @Test
    @Points(10)
    @About("example")
    @Sample
    void worked_example(FlashOnlineSoftmax candidate) {
        State state = candidate.init(2);
        assertClose(new State(BLOCKED, 0, new double[]{0, 0}), state);
        state = candidate.update(state, new double[]{1, -1}, new double[][]{{1, 0}, {0, 1}});
        assertClose(new State(1, 1.1353352832366127, new double[]{1, 0.1353352832366127}), state);
        state = candidate.update(state, new double[]{3}, new double[][]{{2, 2}});
        assertClose(new State(3, 1.1536509221253469, new double[]{2.1353352832366127, 2.0183156388887342}),
                state);
        state = candidate.update(state, new double[]{BLOCKED, 0}, new double[][]{{9, 9}, {1, -1}});
        assertClose(new State(3, 1.2034379904932108, new double[]{2.1851223516044767, 1.9685285705208702}),
                state);
        assertClose(new double[]{1.8157332316797696, 1.6357540530310986}, candidate.finish(state));
        assertClose(3.1851824526038125, candidate.logSumExp(state));
        double[][] x = {{1, 0}, {0, 2}};
        double[][] v = {{1, 0}, {0, 1}};
        double[] last = {0.055807219207069728, 0.94419278079283027};
        assertClose(new double[][]{{0.66976154932665693, 0.33023845067334307}, last},
                candidate.attention(x, x, v, 1, 1, false));
        assertClose(new double[][]{{1, 0}, last}, candidate.attention(x, x, v, 1, 1, true));
    }

    @Test
    @Points(10)
    @About("state")
    void the_state_is_that_of_all_keys_so_far(FlashOnlineSoftmax candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int width = draw.integer(1, 4);
            State state = candidate.init(width);
            assertClose(new State(BLOCKED, 0, new double[width]), state);
            var seen = new Keys(new double[0], new double[0][]);
            // up, down, up again: the maximum of a block is not that of all blocks
            for (double level : new double[]{0, 4, -3, 8, 1}) {
                Keys other = Keys.of(draw, draw.integer(1, 4), width, level - 2, level + 2);
                assertClose(seen.and(other).state(), candidate.update(state, other.scores, other.values));
                // the same old state takes a second block as if there had been no first
                Keys block = Keys.of(draw, draw.integer(1, 5), width, level - 2, level + 2);
                seen = seen.and(block);
                state = candidate.update(state, block.scores, block.values);
                assertClose(seen.state(), state);
            }
        }
        State twice = candidate.update(candidate.init(1), new double[]{2, 2}, new double[][]{{1}, {3}});
        assertClose(new State(2, 2, new double[]{4}), twice);
        assertClose(new State(2, 3, new double[]{9}),
                candidate.update(twice, new double[]{2}, new double[][]{{5}}));
        // weights of about 1e-10 are below the tolerance, but 200 of them are not
        Keys low = Keys.of(draw, 200, 1, -21, -20);
        assertClose(new Keys(new double[]{2, 2}, new double[][]{{1}, {3}}).and(low).state(),
                candidate.update(twice, low.scores, low.values));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("result")
    void finish_and_log_sum_exp_are_those_of_the_whole_row(FlashOnlineSoftmax candidate, Draw draw) {
        // states written down by hand, so that update plays no part
        var state = new State(0.5, 4, new double[]{2, -6, 0});
        assertClose(new double[]{0.5, -1.5, 0}, candidate.finish(state));
        assertClose(0.5 + Math.log(4), candidate.logSumExp(state));
        var single = new State(-7, 1, new double[]{3, 4});
        assertClose(new double[]{3, 4}, candidate.finish(single));
        assertClose(-7.0, candidate.logSumExp(single));
        State none = candidate.init(3);
        assertExact(new double[3], candidate.finish(none));
        assertExact(BLOCKED, candidate.logSumExp(none));
        // scores 0 and ln 3 weigh 1 : 3
        var known = new Keys(new double[]{0, Math.log(3)}, new double[][]{{4, 0}, {0, -4}});
        State both = run(candidate, known, 1);
        assertClose(new double[]{1, -3}, candidate.finish(both));
        assertClose(Math.log(4), candidate.logSumExp(both));
        for (int round = 0; round < 3; round++) {
            Keys keys = Keys.of(draw, draw.integer(6, 15), draw.integer(1, 5), -8, 8);
            State all = run(candidate, keys, draw.integer(1, 6));
            assertClose(keys.mean(), candidate.finish(all));
            assertClose(keys.logSumExp(), candidate.logSumExp(all));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("order")
    void neither_order_nor_cut_of_the_blocks_matters(FlashOnlineSoftmax candidate, Draw draw) {
        for (int round = 0; round < 2; round++) {
            int count = draw.integer(9, 14);
            Keys keys = Keys.of(draw, count, 3, -6, 6);
            State due = keys.state();
            for (int size : new int[]{1, 2, 5, count}) {
                Keys shuffled = keys.in(draw.permutation(count));
                State state = run(candidate, shuffled, size);
                assertClose(due, state, STRICT);
                assertClose(keys.mean(), candidate.finish(state), STRICT);
                assertClose(keys.logSumExp(), candidate.logSumExp(state), STRICT);
            }
            // a constant added to all scores moves the maximum and nothing else
            double constant = draw.uniform(-300, 300);
            var moved = new Keys(Arrays.stream(keys.scores).map(s -> s + constant).toArray(), keys.values);
            assertClose(new State(due.m() + constant, due.l(), due.acc()), run(candidate, moved, 4));
        }
    }

    @Test
    @Points(10)
    @About("blocked")
    void a_block_without_visible_keys_changes_nothing(FlashOnlineSoftmax candidate, Draw draw) {
        double[][] values = draw.matrix(3, 2, -1e6, 1e6);
        double[] none = {BLOCKED, BLOCKED, BLOCKED};
        State fresh = candidate.update(candidate.init(2), none, values);
        assertExact(new State(BLOCKED, 0, new double[2]), fresh);
        assertExact(fresh, candidate.update(fresh, new double[]{BLOCKED}, new double[][]{{7, -7}}));
        // the first visible key comes after blocked ones, and scores below 0
        State first = candidate.update(fresh, new double[]{BLOCKED, -40, BLOCKED}, values);
        assertClose(new State(-40, 1, values[1].clone()), first);
        assertClose(first, candidate.update(first, none, values));
        Keys visible = Keys.of(draw, 4, 2, -44, -36);
        State all = candidate.update(first, visible.scores, visible.values);
        State due = new Keys(new double[]{-40}, new double[][]{values[1]}).and(visible).state();
        assertClose(due, all);
        assertClose(due, candidate.update(all, none, values));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("attention")
    void attention_is_the_same_for_all_block_sizes(FlashOnlineSoftmax candidate, Draw draw) {
        int n = draw.integer(8, 10);
        int m = draw.integer(11, 13);
        var in = new Inputs(draw, n, m, 3, 5, 2);
        double[][] due = in.attention(false);
        for (int blockQ : new int[]{1, 3, 7, n, 40}) {
            for (int blockK : new int[]{1, 3, 7, m, 40}) {
                assertClose(due, candidate.attention(in.q, in.k, in.v, blockQ, blockK, false), STRICT);
            }
        }
        // more queries than keys, and keys wider than values
        var tall = new Inputs(draw, m, 4, 6, 1, 2);
        assertClose(tall.attention(false), candidate.attention(tall.q, tall.k, tall.v, 4, 3, false), STRICT);
        double[][] one = {{-2}};
        assertClose(one, candidate.attention(one, one, one, 1, 1, false), STRICT);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("stability")
    void large_scores_stay_exact(FlashOnlineSoftmax candidate, Draw draw) {
        double e = Math.exp(-1);
        double[][] values = {{1, 0}, {0, 1}};
        State state = candidate.update(candidate.init(2), new double[]{-10_000, -9_999}, values);
        assertClose(new State(-9_999, 1 + e, new double[]{e, 1}), state);
        assertClose(-9_999 + Math.log1p(e), candidate.logSumExp(state));
        assertClose(new double[]{e / (1 + e), 1 / (1 + e)}, candidate.finish(state));
        state = candidate.update(state, new double[]{10_000}, new double[][]{{5, 7}});
        assertClose(new State(10_000, 1, new double[]{5, 7}), state);
        state = candidate.update(state, new double[]{-10_000, 9_999}, values);
        assertClose(new State(10_000, 1 + e, new double[]{5, 7 + e}), state);
        assertClose(10_000 + Math.log1p(e), candidate.logSumExp(state));
        // d = 4: the scores are half of the product of the first coordinates; they differ by ln 3
        double[][] q = {{200, 0, 0, 0}, {-200, 0, 0, 0}};
        double[][] k = {{100, 0, 0, 0}, {100 - Math.log(3) / 100, 0, 0, 0}};
        assertClose(new double[][]{{0.75, 0.25}, {0.25, 0.75}},
                candidate.attention(q, k, values, 2, 1, false));
        for (int round = 0; round < 3; round++) {
            var in = new Inputs(draw, draw.integer(2, 4), draw.integer(5, 9), 4, 3, 70);
            assertClose(in.attention(false),
                    candidate.attention(in.q, in.k, in.v, 2, draw.integer(1, 4), false));
        }
    }

    @Test
    @Points(10)
    @About("causal")
    void queries_see_no_later_key(FlashOnlineSoftmax candidate, Draw draw) {
        int n = draw.integer(8, 11);
        var in = new Inputs(draw, n, n, 4, 3, 2);
        double[][] due = in.attention(true);
        for (int[] blocks : new int[][]{{1, 1}, {1, 3}, {3, 1}, {2, 5}, {5, 2}, {4, 4}, {n, 3}, {3, n},
                {n, n}, {40, 50}}) {
            assertClose(due, candidate.attention(in.q, in.k, in.v, blocks[0], blocks[1], true), STRICT);
        }
        // The visible keys score -10000, the last one +10000; two visible ones weigh 1 : 3.
        double[][] q = {{100}, {100}, {100}};
        double[][] k = {{-100}, {-100 + Math.log(3) / 100}, {100}};
        double[][] weights = {{1, 0, 0}, {0.25, 0.75, 0}, {0, 0, 1}};
        for (int block = 1; block <= 3; block++) {
            assertClose(weights, candidate.attention(q, k, IDENTITY, 4 - block, block, true));
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_does_not_fit_together(FlashOnlineSoftmax candidate) {
        assertRejects("dv = 0", () -> candidate.init(0));
        assertRejects("dv = -1", () -> candidate.init(-1));
        refusesStates(candidate);
        refusesBlocks(candidate);
        refusesAttention(candidate);
        // the smallest of everything, in blocks larger than that
        double[][] one = {{2}};
        assertClose(one, candidate.attention(one, one, one, 9, 9, true));
    }

    @Test
    @Points(5)
    @About("scale")
    void many_queries_and_keys(FlashOnlineSoftmax candidate, Draw draw) {
        var small = new Inputs(draw, 64, 64, 64, 64, 1);
        candidate.attention(small.q, small.k, small.v, 32, 16, false);
        // 1024 queries of which 4 differ: the expected value then costs little.
        var in = new Inputs(draw, 4, 1024, 64, 64, 1);
        double[][] few = in.attention(false);
        var queries = new double[1024][];
        var due = new double[1024][];
        for (int i = 0; i < 1024; i++) {
            queries[i] = in.q[i % 4].clone();
            due[i] = few[i % 4];
        }
        assertClose(due, candidate.attention(queries, in.k, in.v, 32, 16, false));
    }

    private static void refusesStates(FlashOnlineSoftmax candidate) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[] acc = {1, 2};
        State[] states = {null, new State(0, 1, null), new State(0, 1, new double[0]), new State(nan, 1, acc),
                new State(infinity, 1, acc), new State(0, nan, acc), new State(0, infinity, acc),
                new State(0, -1, acc), new State(0, 1, new double[]{1, nan}),
                new State(0, 1, new double[]{infinity, 2}), new State(0, 1, new double[]{1, BLOCKED})};
        for (State bad : states) {
            assertRejects("update of " + bad,
                    () -> candidate.update(bad, new double[]{1}, new double[][]{{1, 2}}));
            assertRejects("finish of " + bad, () -> candidate.finish(bad));
            assertRejects("logSumExp of " + bad, () -> candidate.logSumExp(bad));
        }
    }

    private static void refusesBlocks(FlashOnlineSoftmax candidate) {
        var state = new State(0, 1, new double[]{1, 2});
        // the second key is blocked, and yet its value has to be a good one
        double[] scores = {1, BLOCKED};
        double[][] v = {{1, 2}, {3, 4}};
        double[][] rows = {null, {}, {1}, {1, 2, 3}, {1, Double.NaN}, {Double.POSITIVE_INFINITY, 1}};
        for (double[] bad : rows) {
            assertRejects("scores = " + Arrays.toString(bad), () -> candidate.update(state, bad, v));
        }
        List<double[][]> misfits = List.of(new double[][]{{1, 2}}, new double[][]{{1, 2}, {3, 4}, {5, 6}},
                new double[][]{{1}, {3}}, new double[][]{{1, 2, 0}, {3, 4, 0}});
        Stream.concat(broken().stream(), misfits.stream()).forEach(bad -> assertRejects(
                "v = " + Arrays.deepToString(bad), () -> candidate.update(state, scores, bad)));
        assertRejects("no keys", () -> candidate.update(state, new double[0], new double[0][]));
    }

    private static void refusesAttention(FlashOnlineSoftmax candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        for (double[][] bad : broken()) {
            var is = " = " + Arrays.deepToString(bad);
            assertRejects("q" + is, () -> candidate.attention(bad, good, good, 1, 1, false));
            assertRejects("k" + is, () -> candidate.attention(good, bad, good, 1, 1, false));
            assertRejects("v" + is, () -> candidate.attention(good, good, bad, 1, 1, false));
        }
        double[][] empty = {{}, {}};
        assertRejects("no columns", () -> candidate.attention(empty, empty, good, 1, 1, false));
        double[][] wide = {{1, 2, 3}, {4, 5, 6}};
        double[][] tall = {{1, 2}, {3, 4}, {5, 6}};
        assertRejects("keys wider than queries", () -> candidate.attention(good, wide, good, 1, 1, false));
        assertRejects("queries wider than keys", () -> candidate.attention(wide, good, good, 1, 1, false));
        assertRejects("more keys than values", () -> candidate.attention(good, tall, good, 1, 1, false));
        assertRejects("more values than keys", () -> candidate.attention(good, good, tall, 1, 1, false));
        assertRejects("causal, n > m", () -> candidate.attention(tall, good, good, 1, 1, true));
        assertRejects("causal, n < m", () -> candidate.attention(good, tall, tall, 1, 1, true));
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("blockQ = " + bad, () -> candidate.attention(good, good, good, bad, 1, false));
            assertRejects("blockK = " + bad, () -> candidate.attention(good, good, good, 1, bad, false));
        }
    }

    /// No matrices at all, whatever shape is wanted.
    private static List<double[][]> broken() {
        return Arrays.asList(null, new double[][]{}, new double[][]{{1, 2}, null},
                new double[][]{null, {1, 2}}, new double[][]{{}, {}}, new double[][]{{1, 2}, {3}},
                new double[][]{{1, 2}, {3, 4, 5}}, new double[][]{{1, 2}, {3, Double.NaN}},
                new double[][]{{Double.POSITIVE_INFINITY, 2}, {3, 4}}, new double[][]{{1, 2}, {BLOCKED, 4}});
    }

    /// The state after all blocks of `size` keys; the last may be shorter.
    private static State run(FlashOnlineSoftmax candidate, Keys keys, int size) {
        State state = candidate.init(keys.values[0].length);
        for (int from = 0; from < keys.scores.length; from += size) {
            int to = Math.min(from + size, keys.scores.length);
            state = candidate.update(state, Arrays.copyOfRange(keys.scores, from, to),
                    Arrays.copyOfRange(keys.values, from, to));
        }
        return state;
    }

    private record Inputs(double[][] q, double[][] k, double[][] v) {
        Inputs(Draw draw, int n, int m, int d, int dv, double size) {
            this(draw.matrix(n, d, -size, size), draw.matrix(m, d, -size, size), draw.matrix(m, dv, -3, 3));
        }

        /// Row by row; a causal query gets only the keys that it may see.
        double[][] attention(boolean causal) {
            var out = new double[q.length][];
            for (int i = 0; i < q.length; i++) {
                double[] query = q[i];
                double[][] visible = Arrays.copyOf(k, causal ? i + 1 : k.length);
                double[] scores = Arrays.stream(visible).mapToDouble(key -> score(query, key)).toArray();
                out[i] = new Keys(scores, Arrays.copyOf(v, visible.length)).mean();
            }
            return out;
        }

        private static double score(double[] query, double[] key) {
            return IntStream.range(0, key.length).mapToDouble(c -> query[c] * key[c]).sum()
                    / Math.sqrt(key.length);
        }
    }

    /// Keys as one query meets them, with everything computed from all of them at once.
    private record Keys(double[] scores, double[][] values) {
        static Keys of(Draw draw, int count, int width, double low, double high) {
            return new Keys(draw.vector(count, low, high), draw.matrix(count, width, -3, 3));
        }

        Keys and(Keys more) {
            var all = DoubleStream.concat(Arrays.stream(scores), Arrays.stream(more.scores));
            var rows = Stream.concat(Arrays.stream(values), Arrays.stream(more.values));
            return new Keys(all.toArray(), rows.toArray(double[][]::new));
        }

        Keys in(int[] order) {
            return new Keys(Arrays.stream(order).mapToDouble(j -> scores[j]).toArray(),
                    Arrays.stream(order).mapToObj(j -> values[j]).toArray(double[][]::new));
        }

        /// The definition of m, l and acc.
        State state() {
            double max = Arrays.stream(scores).max().getAsDouble();
            double[] terms = Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
            return new State(max, Arrays.stream(terms).sum(), weighted(terms));
        }

        /// The weight of key j is 1 / Σ exp(s_l − s_j): no maximum, and what overflows weighs 0.
        double[] mean() {
            return weighted(Arrays.stream(scores).map(own ->
                    1 / Arrays.stream(scores).map(other -> Math.exp(other - own)).sum()).toArray());
        }

        private double[] weighted(double[] weights) {
            var sum = new double[values[0].length];
            Arrays.setAll(sum, c -> IntStream.range(0, weights.length)
                    .mapToDouble(j -> weights[j] * values[j][c]).sum());
            return sum;
        }

        /// As it is written, for moderate scores only.
        double logSumExp() {
            return Math.log(Arrays.stream(scores).map(Math::exp).sum());
        }
    }
}
