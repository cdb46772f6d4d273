package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.EinsumAttention4d;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or work in the logarithmic domain
/// stay below 0.1 % of it, with scores of ±1000 too. Weights in single precision just
/// exceed it in the worked example and several times with random tensors, and every wrong
/// stride changes the first digits.
class EinsumAttention4dSuite {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(EinsumAttention4d candidate) {
        double[] q = IntStream.range(0, 8).mapToDouble(i -> i / 4.0).toArray();
        double[] k = IntStream.range(0, 12).mapToDouble(Math::sin).toArray();
        double[] v = {0, 1, 2, 3, 4, 5};
        double[] mask = {0, NEVER, 0, 0, 0, -1};
        double[] expected = {0.8421958517944717, 0.567086509275406, 3.321764356673131, 3.7510150607603934};
        assertClose(expected, candidate.attend(q, k, v, mask, 1, 2, 2, 3, 2, 1));
    }

    @Test
    @Points(20)
    @About("strides")
    void every_head_of_every_entry_is_its_own(EinsumAttention4d candidate, Draw draw) {
        // One key each: the output is the value of that head, and nothing else.
        double[] values = {1, 2, 3, 4, 5, 6};
        assertClose(values, candidate.attend(new double[6], new double[6], values, null, 3, 2, 1, 1, 1, 1));
        // Queries of 0 take means: heads 0 and 1 of entry 0, then those of entry 1.
        double[] eight = {1, 3, 10, 30, 100, 300, 1000, 3000};
        assertClose(new double[]{2, 20, 200, 2000},
                candidate.attend(new double[4], new double[8], eight, null, 2, 2, 1, 2, 1, 1));
        int[][] sizes = {{2, 2, 2, 3, 2, 2}, {2, 3, 3, 2, 2, 3}, {3, 2, 1, 4, 3, 1}, {1, 4, 2, 2, 1, 2}};
        for (int[] size : sizes) {
            var tensors = new Tensors(draw, size[0], size[1], size[2], size[3], size[4], size[5]);
            assertClose(tensors.expected(null), tensors.attend(candidate, null));
        }
    }

    @Test
    @Points(20)
    @About("mask")
    void masks_are_shared_as_their_length_says(EinsumAttention4d candidate, Draw draw) {
        // Values 0 and 1, scores equal: the entry ln 3 in favour of key 1 gives 3/4 where it counts.
        double[] values = {0, 1, 0, 1, 0, 1, 0, 1};
        double[] ln = {0, Math.log(3)};
        double[] one = {0.75, 0.75, 0.75, 0.75};
        assertClose(one, candidate.attend(new double[4], new double[8], values, ln, 2, 2, 1, 2, 1, 1));
        double[] entry = {0.5, 0.5, 0.75, 0.75};
        double[] second = {0, 0, 0, Math.log(3)};
        assertClose(entry, candidate.attend(new double[4], new double[8], values, second, 2, 2, 1, 2, 1, 1));
        double[] third = {0, 0, 0, 0, 0, Math.log(3), 0, 0};
        double[] alone = {0.5, 0.5, 0.75, 0.5};
        assertClose(alone, candidate.attend(new double[4], new double[8], values, third, 2, 2, 1, 2, 1, 1));
        int[][] sizes = {{2, 3, 2, 3, 2, 1}, {3, 2, 3, 2, 2, 2}, {2, 2, 4, 4, 1, 2}, {1, 3, 2, 4, 2, 2},
                {4, 1, 2, 3, 2, 1}};
        for (int[] size : sizes) {
            var tensors = new Tensors(draw, size[0], size[1], size[2], size[3], size[4], size[5]);
            int cells = size[2] * size[3];
            for (int length : new int[]{cells, size[0] * cells, size[0] * size[1] * cells}) {
                double[] mask = mask(draw, length, size[3]);
                assertClose(tensors.expected(mask), tensors.attend(candidate, mask));
            }
        }
    }

    @Test
    @Points(15)
    @About("scores")
    void entries_are_added_to_scaled_scores(EinsumAttention4d candidate, Draw draw) {
        // d = 4: scores 2 · 2/√4 = 2 and 0, and the mask makes up for the difference.
        double[] q = {2, 0, 0, 0};
        double[] k = {2, 0, 0, 0, 0, 0, 0, 0};
        double[] v = {0, 1};
        assertClose(new double[]{0.75},
                candidate.attend(q, k, v, new double[]{-2, Math.log(3)}, 1, 1, 1, 2, 4, 1));
        // Nothing but blocked keys, for the second query.
        double[] two = {2, 0, 0, 0, 2, 0, 0, 0};
        double[] blocked = {0, NEVER, NEVER, NEVER};
        assertExact(new double[]{0, 0}, candidate.attend(two, k, v, blocked, 1, 1, 2, 2, 4, 1));
        double[] first = Arrays.copyOf(k, 4);
        double[] value = {5, 6, 7};
        assertExact(new double[3], candidate.attend(q, first, value, one(NEVER), 1, 1, 1, 1, 4, 3));
        // Scores near 1000 or near -1000, by products or by the mask.
        double[] far = {1000, 1000 - Math.log(3)};
        double[] quarter = {0.25};
        for (double side : new double[]{1, -1}) {
            double[] low = {-1000, -1000 + Math.log(3)};
            double[] out = candidate.attend(one(side), far, v, null, 1, 1, 1, 2, 1, 1);
            assertFinite(out);
            assertClose(side > 0 ? quarter : one(0.75), out);
            double[] entries = side > 0 ? far : low;
            double[] masked = candidate.attend(one(0), new double[2], v, entries, 1, 1, 1, 2, 1, 1);
            assertFinite(masked);
            assertClose(side > 0 ? quarter : one(0.75), masked);
        }
        int n = draw.integer(4, 7);
        var tensors = new Tensors(draw, 2, 2, n, n, 9, 2);
        assertClose(tensors.expected(distances(n)), tensors.attend(candidate, distances(n)));
    }

    /// A bias that grows with the distance, as ALiBi adds it, and the future blocked.
    private static double[] distances(int n) {
        var bias = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                bias[i * n + j] = j > i ? NEVER : -0.25 * (i - j);
            }
        }
        return bias;
    }

    @Test
    @Points(10)
    @About("shapes")
    void sizes_need_not_agree(EinsumAttention4d candidate, Draw draw) {
        int[][] sizes = {{1, 1, 1, 1, 1, 1}, {1, 1, 5, 2, 1, 3}, {1, 1, 2, 5, 3, 1}, {2, 1, 4, 1, 2, 5},
                {draw.integer(1, 3), draw.integer(1, 3), draw.integer(1, 6), draw.integer(1, 6),
                        draw.integer(1, 6), draw.integer(1, 6)}};
        for (int[] size : sizes) {
            var tensors = new Tensors(draw, size[0], size[1], size[2], size[3], size[4], size[5]);
            double[] mask = mask(draw, size[2] * size[3], size[3]);
            double[] plain = tensors.attend(candidate, null);
            assertClose(tensors.expected(null), plain);
            assertClose(tensors.expected(mask), tensors.attend(candidate, mask));
            assertClose(plain, tensors.attend(candidate, null));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_does_not_fit_together(EinsumAttention4d candidate) {
        double[] four = {1, 2, 3, 4};
        double[][] broken = {null, {}, {1, 2, 3}, {1, 2, 3, 4, 5}, {Double.NaN, 2, 3, 4},
                {1, 2, 3, Double.POSITIVE_INFINITY}, {1, Double.NEGATIVE_INFINITY, 3, 4}};
        for (double[] bad : broken) {
            assertRejects("a bad q", () -> candidate.attend(bad, four, four, null, 1, 2, 2, 2, 1, 1));
            assertRejects("a bad k", () -> candidate.attend(four, bad, four, null, 1, 2, 2, 2, 1, 1));
            assertRejects("a bad v", () -> candidate.attend(four, four, bad, null, 1, 2, 2, 2, 1, 1));
        }
        for (int i = 0; i < 6; i++) {
            for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
                int[] s = {1, 1, 1, 1, 1, 1};
                s[i] = bad;
                assertRejects("size " + i + " = " + bad, () -> candidate.attend(
                        one(1), one(1), one(1), null, s[0], s[1], s[2], s[3], s[4], s[5]));
                // No numbers are not the right number of numbers.
                double[] q = i == 3 || i == 5 ? one(1) : new double[0];
                double[] k = i == 2 || i == 5 ? one(1) : new double[0];
                double[] v = i == 2 || i == 4 ? one(1) : new double[0];
                assertRejects("size " + i + " = " + bad + " without numbers",
                        () -> candidate.attend(q, k, v, null, s[0], s[1], s[2], s[3], s[4], s[5]));
            }
        }
        assertRejects("two negative sizes",
                () -> candidate.attend(four, four, four, null, -1, -2, 2, 2, 1, 1));
        refusesMasks(candidate, four);
        // 65537 · 65537 is 131073 in ints.
        var wrapped = new double[131_073];
        assertRejects("65537 · 65537 heads",
                () -> candidate.attend(wrapped, wrapped, wrapped, null, 65_537, 65_537, 1, 1, 1, 1));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_larger_batch(EinsumAttention4d candidate, Draw draw) {
        // 96 queries in each head, of which 2 differ: the expected value then costs little.
        var few = new Tensors(draw, 2, 4, 2, 96, 48, 48);
        double[] some = few.expected(null);
        var q = new double[8 * 96 * 48];
        var out = new double[8 * 96 * 48];
        for (int row = 0; row < 8 * 96; row++) {
            int source = row / 96 * 2 + row % 2;
            System.arraycopy(few.q, source * 48, q, row * 48, 48);
            System.arraycopy(some, source * 48, out, row * 48, 48);
        }
        assertClose(out, candidate.attend(q, few.k, few.v, null, 2, 4, 96, 96, 48, 48));
    }

    private static void refusesMasks(EinsumAttention4d candidate, double[] four) {
        // b = 2, h = 3, n = 1, m = 2: lengths 2, 4 and 12 are masks, and 6 is one for the heads alone.
        var six = new double[6];
        var twelve = new double[12];
        for (int length : new int[]{0, 1, 3, 5, 6, 8, 11, 13, 24}) {
            assertRejects("a mask of " + length,
                    () -> candidate.attend(six, twelve, twelve, new double[length], 2, 3, 1, 2, 1, 1));
        }
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY}) {
            for (int at = 0; at < 4; at++) {
                var mask = new double[4];
                mask[at] = bad;
                assertRejects("a mask with " + bad,
                        () -> candidate.attend(four, four, four, mask, 1, 1, 2, 2, 2, 2));
            }
        }
    }

    private static double[] one(double number) {
        return new double[]{number};
    }

    /// Every query may attend to at least one key.
    private static double[] mask(Draw draw, int length, int m) {
        double[] mask = draw.vector(length, -2, 2);
        for (int row = 0; row < length; row += m) {
            int open = draw.integer(0, m - 1);
            for (int j = 0; j < m; j++) {
                mask[row + j] = j != open && draw.coin() ? NEVER : mask[row + j];
            }
        }
        return mask;
    }

    private record Tensors(
            double[] q, double[] k, double[] v, int b, int h, int n, int m, int d, int dv) {
        Tensors(Draw draw, int b, int h, int n, int m, int d, int dv) {
            this(draw.vector(b * h * n * d, -2, 2), draw.vector(b * h * m * d, -2, 2),
                    draw.vector(b * h * m * dv, -3, 3), b, h, n, m, d, dv);
        }

        double[] attend(EinsumAttention4d candidate, double[] mask) {
            return candidate.attend(q, k, v, mask, b, h, n, m, d, dv);
        }

        /// Number by number, with indices as the einsum writes them; weight j is 1 / Σ exp(s_l − s_j).
        double[] expected(double[] mask) {
            var out = new double[b * h * n * dv];
            for (int t = 0; t < b * h * n; t++) {
                int entry = t / (h * n);
                int head = t / n % h;
                double[] scores = scores(entry, head, t % n, mask);
                for (int j = 0; j < m; j++) {
                    double inverse = 0;
                    for (double score : scores) {
                        inverse += score == NEVER ? 0 : Math.exp(score - scores[j]);
                    }
                    for (int c = 0; c < dv; c++) {
                        out[t * dv + c] += v[entry * h * m * dv + head * m * dv + j * dv + c] / inverse;
                    }
                }
            }
            return out;
        }

        private double[] scores(int entry, int head, int i, double[] mask) {
            var scores = new double[m];
            for (int j = 0; j < m; j++) {
                for (int c = 0; c < d; c++) {
                    scores[j] += q[entry * h * n * d + head * n * d + i * d + c] / Math.sqrt(d)
                            * k[entry * h * m * d + head * m * d + j * d + c];
                }
                if (mask != null) {
                    int masks = mask.length / (n * m);
                    int which = masks == b * h ? entry * h + head : masks == b ? entry : 0;
                    scores[j] += mask[which * n * m + i * m + j];
                }
            }
            return scores;
        }
    }
}
