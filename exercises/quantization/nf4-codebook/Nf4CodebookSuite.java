package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Nf4Codebook;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Indices and largest magnitudes are exact. Codes may be off by 1e-6: the published ones, which
/// are rounded to single precision from a coarser inverse, are off by 1.1e-7, another offset by
/// 1e-3. Dequantized numbers may be off by a relative 1e-9. Where nothing is said of ties,
/// numbers keep 1e-6 of their block's magnitude away from them.
class Nf4CodebookSuite {
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);
    private static final Tolerance CODES = new Tolerance(1e-6, 0);

    /// By the definition, with an inverse that is good to 1e-15.
    private static final double[] NF4 = {
            -1, -0.69619289060372, -0.5250730386952291, -0.3949174906993099,
            -0.2844413576181077, -0.18477343519288886, -0.09104999214427931, 0,
            0.07958032909416937, 0.16093017270493618, 0.2461122939299359, 0.33791519352165506,
            0.44070980241319013, 0.562616970075237, 0.7229567278928821, 1};

    @Test
    @Points(25)
    @About("codebook")
    void sixteen_quantiles_of_the_normal_distribution(Nf4Codebook candidate) {
        double[] code = candidate.codebook();
        assertClose(NF4, code, CODES);
        assertExact(0.0, code[7]);
        for (int i = 1; i < 16; i++) {
            assertHolds(code[i - 1] < code[i], "code %d is %s, code %d is %s", i - 1, code[i - 1], i,
                    code[i]);
        }
        // The same again, and no array that earlier callers have in their hands.
        assertExact(code, candidate.codebook());
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_example_of_the_statement(Nf4Codebook candidate) {
        double[] x = {0.02, -0.5, 0.31, 1.2, -0.9, 0, 0.07, 0.4};
        assertExact(new int[]{7, 3, 10, 15, 0, 7, 8, 12}, candidate.quantize(x, 4, NF4));
        assertExact(new double[]{1.2, 0.9}, candidate.absmax(x, 4));
    }

    @Test
    @Points(15)
    @About("dequantize")
    void the_largest_magnitude_of_a_block_comes_back(Nf4Codebook candidate, Draw draw) {
        double[] code = {-1, -0.25, 0, 0.5, 1};
        assertClose(new double[]{-3, 1.5, 0, 0.05, 0.1, -0.025, 0, 0},
                candidate.dequantize(new int[]{0, 3, 2, 3, 4, 1, 0, 4}, new double[]{3, 0.1, 0}, 3, code),
                RELATIVE);
        assertClose(new double[]{7e50}, candidate.dequantize(new int[]{1}, new double[]{1e50}, 9,
                new double[]{2, 7}),
                RELATIVE);
        for (int round = 0; round < 20; round++) {
            int block = draw.integer(1, 9);
            double[] x = numbers(draw, draw.integer(1, 30), block, NF4);
            double[] largest = largest(x, block);
            int[] q = nearest(x, block, NF4);
            assertExact(largest, candidate.absmax(x, block));
            assertExact(q, candidate.quantize(x, block, NF4));
            double[] back = candidate.dequantize(q, largest, block, NF4);
            assertClose(dequantized(q, largest, block, NF4), back, RELATIVE);
            double[] other = Arrays.stream(largest).map(most -> 3 * most).toArray();
            assertClose(dequantized(q, other, block, NF4), candidate.dequantize(q, other, block, NF4),
                    RELATIVE);
            for (int i = 0; i < x.length; i++) {
                double most = largest[i / block];
                assertHolds(Math.abs(x[i]) < most || Math.abs(x[i] - back[i]) <= most * 1e-9,
                        "the largest of a block, %s, comes back as %s", x[i], back[i]);
                // Half of the widest gap, between -1 and its neighbour.
                assertHolds(Math.abs(x[i] - back[i]) <= most * 0.152, "%s of %s comes back as %s", x[i],
                        most, back[i]);
            }
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("asymmetry")
    void seven_codes_below_zero_and_eight_above(Nf4Codebook candidate) {
        double[] code = candidate.codebook();
        assertHolds(code != null && code.length == 16, "16 codes");
        assertExact(7L, Arrays.stream(code).filter(value -> value < 0).count());
        assertExact(8L, Arrays.stream(code).filter(value -> value > 0).count());
        // Opposite numbers have other codes: the positive ones lie closer together.
        double[] x = {1, 0.6, -0.6, 0.2, -0.2, 0.1, -0.1, 0.04, -0.04, 0.85, -0.84};
        assertExact(new int[]{15, 13, 2, 9, 5, 8, 6, 8, 7, 14, 1}, candidate.quantize(x, 11, NF4));
        double[] y = {-2, 1.2, -1.2, 0.4, -0.4};
        assertExact(new int[]{0, 13, 2, 9, 5}, candidate.quantize(y, 5, NF4));
    }

    @Test
    @Points(10)
    @About("zeros")
    void a_block_of_zeros_has_the_code_of_zero(Nf4Codebook candidate) {
        double[] x = {0, -0.0, 0, 3, -0.2, 0, 0};
        assertExact(new int[]{7, 7, 7, 15, 6, 7, 7}, candidate.quantize(x, 3, NF4));
        assertExact(new double[]{0, 3, 0}, candidate.absmax(x, 3));
        assertExact(new double[3], candidate.dequantize(new int[]{7, 0, 15}, new double[]{0}, 3, NF4));
        // Codebooks without 0: the nearest code to it, of two the lower.
        assertExact(new int[]{1, 1}, candidate.quantize(new double[2], 2, new double[]{-1, 0.25, 0.5}));
        assertExact(new int[]{0, 0}, candidate.quantize(new double[2], 1, new double[]{-1, 1}));
        assertExact(new int[]{2}, candidate.quantize(new double[1], 1, new double[]{-9, -4, -3}));
        // Small is not the same as zero.
        assertExact(new int[]{15, 0, 7}, candidate.quantize(new double[]{1e-90, -1e-90, 1e-93}, 3, NF4));
        assertExact(new double[]{1e-90}, candidate.absmax(new double[]{1e-93, -1e-90}, 3));
    }

    @Test
    @Points(10)
    @About("ties")
    void of_two_equally_near_codes_the_lower(Nf4Codebook candidate, Draw draw) {
        double[] three = {-1, 0, 1};
        assertExact(new int[]{1, 2, 0, 0, 1, 2, 1, 0},
                candidate.quantize(new double[]{0.5, 1, -0.5, -1, 0.49, 0.51, -0.49, -0.51}, 8, three));
        assertExact(new int[]{1, 2, 0}, candidate.quantize(new double[]{2, 4, -2}, 3, three));
        // Ties of the last two and of the first two of four codes.
        assertExact(new int[]{2, 0, 3}, candidate.quantize(new double[]{6, -7, 8}, 3,
                new double[]{-1, -0.75, 0.5, 1}));
        // Codes that end before 1, begin after -1 or go on beyond.
        assertExact(new int[]{0, 1, 1, 0},
                candidate.quantize(new double[]{-8, 8, 1.1, 0.9}, 4, new double[]{0, 0.25}));
        assertExact(new int[]{1, 3, 1, 2}, candidate.quantize(new double[]{-8, 8, -2.1, 1}, 4,
                new double[]{-5, -0.5, 0, 0.75, 6}));
        for (int round = 0; round < 20; round++) {
            var code = new double[draw.integer(2, 20)];
            code[0] = draw.uniform(-1.5, 0.5);
            for (int i = 1; i < code.length; i++) {
                code[i] = code[i - 1] + draw.uniform(0.01, 0.3);
            }
            int block = draw.integer(1, 9);
            double[] x = numbers(draw, draw.integer(1, 30), block, code);
            assertExact(nearest(x, block, code), candidate.quantize(x, block, code));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void refuses_what_is_no_code(Nf4Codebook candidate, Draw draw) {
        double[] good = {1, -2, 0.5};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        for (double[] bad : new double[][]{null, {}, {nan, 1}, {1, infinity}, {-infinity, 0}}) {
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.quantize(bad, 2, NF4));
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.absmax(bad, 2));
        }
        double[][] codes = {null, {}, {0}, {0, 0}, {-1, 0, 0, 1}, {1, 0}, {-1, 1, 0}, {0, 2, 1, 3},
                {-1, nan, 1},
                {nan, 1}, {0, nan}, {0, infinity}, {-infinity, 0}};
        for (double[] bad : codes) {
            String what = "code = " + Arrays.toString(bad);
            assertRejects(what, () -> candidate.quantize(good, 2, bad));
            assertRejects(what, () -> candidate.dequantize(new int[]{0, 0, 0}, new double[]{1, 1}, 2, bad));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("block = " + bad, () -> candidate.quantize(good, bad, NF4));
            assertRejects("block = " + bad, () -> candidate.absmax(good, bad));
            assertRejects("block = " + bad, () -> candidate.dequantize(new int[]{1}, new double[]{1}, bad,
                    NF4));
        }
        for (int[] bad : new int[][]{null, {}, {0, 16, 0}, {0, 0, -1}, {Integer.MAX_VALUE, 0, 0}}) {
            assertRejects("q = " + Arrays.toString(bad),
                    () -> candidate.dequantize(bad, new double[]{1, 1}, 2, NF4));
        }
        assertRejects("no codes", () -> candidate.dequantize(new int[0], new double[0], 2, NF4));
        double[][] magnitudes = {null, {}, {1}, {1, 1, 1}, {1, -1}, {-1e-100, 1}, {nan, 1}, {1, infinity},
                {-infinity, 1}};
        for (double[] bad : magnitudes) {
            assertRejects("absmax = " + Arrays.toString(bad),
                    () -> candidate.dequantize(new int[]{0, 7, 15}, bad, 2, NF4));
        }
        acceptsWhatIsValid(candidate, draw);
    }

    private static void acceptsWhatIsValid(Nf4Codebook candidate, Draw draw) {
        assertClose(new double[]{-1, 0, 2},
                candidate.dequantize(new int[]{0, 7, 15}, new double[]{1, 2}, 2, NF4),
                RELATIVE);
        assertExact(new int[]{0, 1}, candidate.quantize(new double[]{-1, 1}, Integer.MAX_VALUE,
                new double[]{0, 1}));
        assertExact(new double[]{2}, candidate.absmax(new double[]{1, -2, 0.5}, Integer.MAX_VALUE));

        double[] many = numbers(draw, 1_000_000, 16_384, NF4);
        int[] q = nearest(many, 16_384, NF4);
        double[] largest = largest(many, 16_384);
        assertExact(q, candidate.quantize(many, 16_384, NF4));
        assertExact(largest, candidate.absmax(many, 16_384));
        assertClose(dequantized(q, largest, 16_384, NF4), candidate.dequantize(q, largest, 16_384, NF4),
                RELATIVE);
    }

    /// Uniform numbers, each block at a magnitude of its own with its largest anywhere and of either
    /// sign, which keep away from the middle between two codes.
    private static double[] numbers(Draw draw, int length, int block, double[] code) {
        var x = new double[length];
        for (int from = 0; from < length; from += block) {
            int to = Math.min(length, from + block);
            double largest = Math.pow(10, draw.uniform(-3, 3));
            int extreme = draw.integer(from, to - 1);
            double sign = draw.coin() ? 1 : -1;
            if (middle(sign, code)) {
                sign = -sign;
            }
            for (int i = from; i < to; i++) {
                double t;
                do {
                    t = i == extreme ? sign : draw.uniform(-1, 1);
                } while (i != extreme && middle(t, code));
                x[i] = t * largest;
            }
        }
        return x;
    }

    private static boolean middle(double t, double[] code) {
        for (int c = 1; c < code.length; c++) {
            if (Math.abs(t - (code[c - 1] + code[c]) / 2) < 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static double[] largest(double[] x, int block) {
        var largest = new double[(int) Math.ceil((double) x.length / block)];
        for (int i = 0; i < x.length; i++) {
            largest[i / block] = Math.max(largest[i / block], Math.abs(x[i]));
        }
        return largest;
    }

    /// How many middles between two codes lie below.
    private static int[] nearest(double[] x, int block, double[] code) {
        double[] largest = largest(x, block);
        var q = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int c = 1; c < code.length; c++) {
                q[i] += x[i] > (code[c - 1] + code[c]) / 2 * largest[i / block] ? 1 : 0;
            }
        }
        return q;
    }

    private static double[] dequantized(int[] q, double[] largest, int block, double[] code) {
        var x = new double[q.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = largest[i / block] * code[q[i]];
        }
        return x;
    }
}
