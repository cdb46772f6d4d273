package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.KvCacheDecode;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or rescale on the way stay below
/// 0.1 % of it, with scores of ±1000 too. Keys in single precision exceed it 4 times,
/// and a token too many or too few changes the first digits.
class KvCacheDecodeSuite {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final double[][] Q = {{1, 0}, {0, 1}, {1, 1}, {2, 0}};
    private static final double[][] K = {{1, 1}, {0, 1}, {1, -1}, {0.5, 0}};
    private static final double[][] V = {{1, 0}, {0, 1}, {1, 1}, {2, -1}};

    @Test
    @Points(10)
    @About("example")
    @Sample
    void worked_example(KvCacheDecode candidate) {
        double[][] expected = {{1, 0}, {0.5, 0.5}, {0.71600459025874, 0.4240246547846381},
                {1.1977758146404283, 0.20333627803935772}};
        candidate.init(2, 1);
        for (int t = 0; t < 4; t++) {
            assertClose(expected[t], candidate.step(Q[t], K[t], V[t]));
        }
        assertExact(3, candidate.size());
    }

    @Test
    @Points(25)
    @About("unlimited")
    void without_a_limit_it_is_causal_attention(KvCacheDecode candidate, Draw draw) {
        candidate.init(UNLIMITED, 0);
        assertClose(new double[]{1, 0}, candidate.step(Q[0], K[0], V[0]));
        assertClose(new double[]{0.5, 0.5}, candidate.step(Q[1], K[1], V[1]));
        assertClose(new double[]{0.71600459025874, 0.4240246547846381}, candidate.step(Q[2], K[2], V[2]));
        assertClose(new double[]{1.0913505183535779, 0.2741217886618934}, candidate.step(Q[3], K[3], V[3]));
        for (int sinks : new int[]{0, 1, 3, UNLIMITED}) {
            int n = draw.integer(6, 12);
            var tokens = new Tokens(draw, n, draw.integer(3, 6), draw.integer(1, 4), 2);
            follows(candidate, tokens, UNLIMITED, sinks);
            follows(candidate, tokens, draw.integer(n, 2 * n), sinks);
        }
        // Weights 3 : 1, with scores near 1000 and near -1000.
        for (double side : new double[]{1, -1}) {
            candidate.init(UNLIMITED, 0);
            assertClose(new double[]{4}, candidate.step(one(100), one(side * 10), one(4)));
            double[] out = candidate.step(one(100), one(side * 10 - Math.log(3) / 100), one(8));
            assertFinite(out);
            assertClose(new double[]{5}, out);
        }
    }

    @Test
    @Points(25)
    @About("window")
    void first_and_last_tokens_stay(KvCacheDecode candidate, Draw draw) {
        // Equal keys: the output is the mean of the values that are left, 2^t for token t.
        candidate.init(2, 1);
        double[][] means = {{1}, {3 / 2.0}, {7 / 3.0}, {13 / 3.0}, {25 / 3.0}, {49 / 3.0}};
        for (int t = 0; t < means.length; t++) {
            assertClose(means[t], candidate.step(one(0), one(1), one(1 << t)));
        }
        candidate.init(1, 0);
        assertClose(one(7), candidate.step(one(1), one(1), one(7)));
        assertClose(one(9), candidate.step(one(1), one(1), one(9)));
        candidate.init(1, 2);
        for (int t = 0; t < 5; t++) {
            double[] expected = {t == 0 ? 1 : t == 1 ? 3 / 2.0 : (3.0 + (1 << t)) / 3};
            assertClose(expected, candidate.step(one(0), one(1), one(1 << t)));
        }
        for (int round = 0; round < 6; round++) {
            var tokens = new Tokens(draw, draw.integer(8, 16), draw.integer(1, 5), draw.integer(1, 4), 2);
            follows(candidate, tokens, draw.integer(1, 5), round < 2 ? 0 : draw.integer(1, 4));
        }
        // A new token with the largest score by far, after one that has just left with a larger one.
        candidate.init(1, 0);
        candidate.step(one(1), one(900), one(5));
        assertClose(one(6), candidate.step(one(1), one(-900), one(6)));
    }

    @Test
    @Points(10)
    @About("size")
    void the_cache_grows_until_it_is_full(KvCacheDecode candidate, Draw draw) {
        int[][] settings = {{1, 0}, {1, 1}, {3, 0}, {3, 2}, {2, 5}, {UNLIMITED, 0}, {UNLIMITED, UNLIMITED},
                {1, UNLIMITED}, {draw.integer(2, 6), draw.integer(1, 6)}};
        for (int[] setting : settings) {
            assertExact((long) setting[0] + setting[1], candidate.init(setting[0], setting[1]));
            assertExact(0, candidate.size());
            for (int t = 1; t <= 12; t++) {
                double value = draw.uniform(-1, 1);
                candidate.step(one(value), one(1), one(2));
                assertExact((int) Math.min(t, (long) setting[0] + setting[1]), candidate.size());
            }
        }
    }

    @Test
    @Points(10)
    @About("reset")
    void init_forgets_everything(KvCacheDecode candidate, Draw draw) {
        candidate.init(3, 1);
        var first = new Tokens(draw, 7, 4, 2, 2);
        follows(candidate, first, 3, 1);
        candidate.init(2, 2);
        assertExact(0, candidate.size());
        // Other dimensions are welcome after init, and the first token is a sink again.
        var second = new Tokens(draw, 8, 2, 3, 2);
        follows(candidate, second, 2, 2);
        follows(candidate, second, 2, 0);
        follows(candidate, first, 3, 1);
        // What is refused changes nothing.
        candidate.init(2, 1);
        candidate.step(one(0), one(1), one(1));
        assertRejects("window = 0", () -> candidate.init(0, 0));
        assertRejects("sinks = -1", () -> candidate.init(5, -1));
        assertRejects("a key of two numbers", () -> candidate.step(one(0), new double[2], one(1)));
        assertRejects("a value of two numbers", () -> candidate.step(one(0), one(1), new double[2]));
        assertRejects("a value that is NaN", () -> candidate.step(one(0), one(1), one(Double.NaN)));
        assertExact(1, candidate.size());
        assertClose(one(3), candidate.step(one(0), one(1), one(5)));
        assertClose(one(15 / 3.0), candidate.step(one(0), one(1), one(9)));
        assertClose(one(15 / 3.0), candidate.step(one(0), one(1), one(5)));
    }

    @Test
    @Points(10)
    @About("arrays")
    void arrays_remain_the_callers(KvCacheDecode candidate, Draw draw) {
        candidate.init(4, 1);
        double[] alone = draw.vector(3, -2, 2);
        assertClose(alone, candidate.step(alone, alone, alone));
        var tokens = new Tokens(draw, 10, 3, 3, 2);
        candidate.init(4, 1);
        // One array for everything, filled anew for each token.
        var array = new double[3];
        var same = new Tokens(tokens.q, tokens.q, tokens.q);
        for (int t = 0; t < 10; t++) {
            System.arraycopy(tokens.q[t], 0, array, 0, 3);
            assertClose(same.expected(t, 4, 1), candidate.step(array, array, array));
        }
        follows(candidate, tokens, 4, 1);
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_token(KvCacheDecode candidate) {
        double[] good = {1, 2};
        assertRejects("step before init", () -> candidate.step(good, good, good));
        assertRejects("size before init", candidate::size);
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("window = " + bad, () -> candidate.init(bad, 1));
        }
        for (int bad : new int[]{-1, Integer.MIN_VALUE}) {
            assertRejects("sinks = " + bad, () -> candidate.init(3, bad));
        }
        assertRejects("step after a refused init", () -> candidate.step(good, good, good));
        candidate.init(3, 1);
        double[][] broken = {null, {}, {Double.NaN, 1}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 1}};
        double[][] misfits = {{1}, {1, 2, 3}};
        for (int round = 0; round < 2; round++) {
            for (double[] bad : broken) {
                assertRejects("a bad query", () -> candidate.step(bad, good, good));
                assertRejects("a bad key", () -> candidate.step(good, bad, good));
                assertRejects("a bad value", () -> candidate.step(good, good, bad));
            }
            for (double[] bad : misfits) {
                assertRejects("a query that does not fit", () -> candidate.step(bad, good, good));
                assertRejects("a key that does not fit", () -> candidate.step(good, bad, good));
            }
            assertExact(round, candidate.size());
            assertClose(good, candidate.step(good, good, good));
        }
        for (double[] bad : misfits) {
            assertRejects("another d than before", () -> candidate.step(bad, bad, good));
            assertRejects("another dv than before", () -> candidate.step(good, good, bad));
        }
        assertExact(2, candidate.size());
    }

    @Test
    @Points(5)
    @About("scale")
    void a_long_conversation(KvCacheDecode candidate, Draw draw) {
        var tokens = new Tokens(draw, 101, 16, 16, 1);
        candidate.init(64, 4);
        for (int t = 0; t < 6_000; t++) {
            int i = t % 101;
            double[] out = candidate.step(tokens.q[i], tokens.k[i], tokens.v[i]);
            if (t == 100) {
                assertClose(tokens.expected(t, 64, 4), out);
            }
        }
        assertExact(68, candidate.size());
    }

    private static double[] one(double number) {
        return new double[]{number};
    }

    private static void follows(KvCacheDecode candidate, Tokens tokens, int window, int sinks) {
        candidate.init(window, sinks);
        for (int t = 0; t < tokens.q.length; t++) {
            double[] out = candidate.step(tokens.q[t], tokens.k[t], tokens.v[t]);
            assertClose(tokens.expected(t, window, sinks), out);
        }
    }

    private record Tokens(double[][] q, double[][] k, double[][] v) {
        Tokens(Draw draw, int n, int d, int dv, double size) {
            this(draw.matrix(n, d, -size, size), draw.matrix(n, d, -size, size), draw.matrix(n, dv, -3, 3));
        }

        /// Weight j is 1 / Σ exp(s_l − s_j) over the tokens l that are left when token t is new.
        double[] expected(int t, int window, int sinks) {
            var out = new double[v[t].length];
            for (int j = 0; j <= t; j++) {
                double inverse = 0;
                for (int l = 0; l <= t; l++) {
                    inverse += isKept(l, t, window, sinks) ? Math.exp(score(t, l) - score(t, j)) : 0;
                }
                for (int c = 0; c < out.length && isKept(j, t, window, sinks); c++) {
                    out[c] += v[j][c] / inverse;
                }
            }
            return out;
        }

        private static boolean isKept(int token, int newest, int window, int sinks) {
            return token < sinks || newest - token < window;
        }

        private double score(int query, int key) {
            double sum = 0;
            for (int c = 0; c < q[query].length; c++) {
                sum += q[query][c] * k[key][c];
            }
            return sum / Math.sqrt(q[query].length);
        }
    }
}
