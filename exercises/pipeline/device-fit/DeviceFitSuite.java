package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.DeviceFit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// All results are whole numbers and compared exactly. Wherever one byte counts, bits are
/// multiples of 1/64 and params so small that their product is exact in double, in whatever
/// order one multiplies. In the worked example 2.6 bits are not, but there the budgets are
/// 300 MB away from the total.
class DeviceFitSuite {
    private static final Model SEVEN = new Model(7_000_000_000L, 32, 32, 128, 2048, 2);
    private static final double[] BITS = {16, 8.5, 4.5, 3.5, 2.6};
    private static final double[] QUALITY = {0.7, 0.699, 0.688, 0.66, 0.58};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void a_7b_model_at_four_and_a_half_bits(DeviceFit candidate) {
        assertExact(5_011_241_824L, SEVEN.total(candidate, 4.5));
        assertExact(15_073_741_824L, SEVEN.total(candidate, 16));
        assertExact(8_511_241_824L, SEVEN.total(candidate, 8.5));
        assertExact(4_136_241_824L, SEVEN.total(candidate, 3.5));
    }

    @Test
    @Points(25)
    @About("choice")
    void the_best_option_that_fits(DeviceFit candidate, Draw draw) {
        assertExact(2, SEVEN.choose(candidate, 6_000_000_000L, BITS, QUALITY));
        assertExact(4, SEVEN.choose(candidate, 4_000_000_000L, BITS, QUALITY));
        assertExact(-1, SEVEN.choose(candidate, 3_000_000_000L, BITS, QUALITY));
        assertExact(0, SEVEN.choose(candidate, 20_000_000_000L, BITS, QUALITY));
        // More bits are not always better, and quality may be negative.
        double[] strange = {-5.5, -7, -6, -5.25, -9};
        assertExact(3, SEVEN.choose(candidate, 20_000_000_000L, BITS, strange));
        assertExact(4, SEVEN.choose(candidate, 4_000_000_000L, BITS, strange));
        double[] three = {4.5, 3.5, 4};
        assertExact(2, SEVEN.choose(candidate, 6_000_000_000L, three, new double[]{-2, -3, -1}));
        assertExact(0, SEVEN.choose(candidate, 6_000_000_000L, new double[]{4.5}, new double[]{0}));
        // The same weights with a longer context no longer fit.
        var longer = new Model(7_000_000_000L, 32, 32, 128, 4096, 2);
        assertExact(3, longer.choose(candidate, 6_000_000_000L, BITS, QUALITY));
        for (int round = 0; round < 40; round++) {
            var model = new Model(draw);
            double[] bits = bits(draw, draw.integer(1, 8));
            double[] quality = draw.vector(bits.length, -1, 1);
            long budget = model.expectedTotal(bits[0]) + draw.integer(-1, 1);
            assertExact(model.expectedChoice(budget, bits, quality),
                    model.choose(candidate, budget, bits, quality));
            long total = model.expectedTotal(bits[0]);
            assertExact(total, model.total(candidate, bits[0]));
            assertExact(total, model.total(candidate, bits[0]));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("limit")
    void a_budget_that_is_met_exactly_is_enough(DeviceFit candidate, Draw draw) {
        assertExact(2, SEVEN.choose(candidate, 5_011_241_824L, BITS, QUALITY));
        assertExact(3, SEVEN.choose(candidate, 5_011_241_823L, BITS, QUALITY));
        assertExact(2048, SEVEN.maxContext(candidate, 5_011_241_824L, 4.5));
        assertExact(2047, SEVEN.maxContext(candidate, 5_011_241_823L, 4.5));
        for (int round = 0; round < 20; round++) {
            var model = new Model(draw);
            double[] bits = bits(draw, 1);
            double[] quality = draw.vector(1, -1, 1);
            long total = model.expectedTotal(bits[0]);
            assertExact(0, model.choose(candidate, total, bits, quality));
            assertExact(0, model.choose(candidate, total + 1, bits, quality));
            assertExact(-1, model.choose(candidate, total - 1, bits, quality));
            assertExact(model.context, model.maxContext(candidate, total, bits[0]));
            assertExact(model.context - 1, model.maxContext(candidate, total - 1, bits[0]));
        }
    }

    @Test
    @Points(15)
    @About("ties")
    void equal_quality_is_decided_by_bytes_and_then_by_index(DeviceFit candidate, Draw draw) {
        long plenty = 20_000_000_000L;
        double[] equal = {0.5, 0.5, 0.5};
        assertExact(1, SEVEN.choose(candidate, plenty, new double[]{8, 4, 6}, equal));
        assertExact(2, SEVEN.choose(candidate, plenty, new double[]{8, 6, 4}, equal));
        assertExact(0, SEVEN.choose(candidate, plenty, new double[]{4, 6, 8}, equal));
        assertExact(0, SEVEN.choose(candidate, plenty, new double[]{4, 4, 4}, equal));
        assertExact(1, SEVEN.choose(candidate, plenty, new double[]{8, 4, 4}, equal));
        assertExact(1, SEVEN.choose(candidate, plenty, new double[]{3, 8, 8}, new double[]{0.4, 0.5, 0.5}));
        // Three weights of 5 or of 4 bits: two bytes either way.
        var tiny = new Model(3, 1, 1, 1, 1, 1);
        assertExact(0, tiny.choose(candidate, 4, new double[]{5, 4, 4.5}, equal));
        assertExact(-1, tiny.choose(candidate, 3, new double[]{5, 4, 4.5}, equal));
        // Almost equal is not equal.
        double[] close = {0.5 + 1e-8, 0.5, 0.5 - 1e-8};
        assertExact(0, SEVEN.choose(candidate, plenty, new double[]{8, 6, 4}, close));
        double[] ascending = {0.5 - 1e-8, 0.5, 0.5 + 1e-8};
        assertExact(2, SEVEN.choose(candidate, plenty, new double[]{4, 6, 8}, ascending));
        for (int round = 0; round < 40; round++) {
            var model = new Model(draw);
            double[] bits = bits(draw, draw.integer(2, 9));
            int twin = draw.integer(1, bits.length - 1);
            bits[twin] = bits[0];
            double[] quality = Arrays.stream(draw.integers(bits.length, -1, 1)).asDoubleStream().toArray();
            long budget = model.expectedTotal(bits[draw.integer(0, bits.length - 1)]);
            assertExact(model.expectedChoice(budget, bits, quality),
                    model.choose(candidate, budget, bits, quality));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("context")
    void the_longest_context(DeviceFit candidate, Draw draw) {
        assertExact(3933, SEVEN.maxContext(candidate, 6_000_000_000L, 4.5));
        assertExact(0, SEVEN.maxContext(candidate, 3_000_000_000L, 4.5));
        assertExact(0, SEVEN.maxContext(candidate, 0, 4.5));
        assertExact(0, SEVEN.maxContext(candidate, 3_937_500_000L, 4.5));
        assertExact(0, SEVEN.maxContext(candidate, 3_938_024_287L, 4.5));
        assertExact(1, SEVEN.maxContext(candidate, 3_938_024_288L, 4.5));
        // Three weights of 5 bits take two bytes, a token takes two more.
        var tiny = new Model(3, 1, 1, 1, 1, 1);
        for (int budget = 0; budget <= 9; budget++) {
            assertExact(budget < 2 ? 0 : (budget - 2) / 2, tiny.maxContext(candidate, budget, 5));
        }
        for (int round = 0; round < 30; round++) {
            var model = new Model(draw);
            double bits = bits(draw, 1)[0];
            long weights = model.weights(bits);
            long budget = weights + draw.integer(0, 2_000_000_000);
            int most = model.maxContext(candidate, budget, bits);
            assertExact(Math.toIntExact((budget - weights) / model.perToken()), most);
            long next = model.withContext(most + 1).total(candidate, bits);
            assertHolds(budget < next, "%s bytes, context %s, one more takes %s", budget, most, next);
            assertExact(0, model.maxContext(candidate, weights - 1, bits));
            assertExact(0, model.maxContext(candidate, draw.integer(0, 9), 1024));
        }
    }

    @Test
    @Points(5)
    @About("large")
    void nothing_overflows_or_loses_digits(DeviceFit candidate, Draw draw) {
        // 2 · 1 999 · 1 999 · 1 999 · 9 999 999 · 57 has 63 bits
        var large = new Model(1, 1_999, 1_999, 1_999, 9_999_999, 57);
        assertExact(9_106_325_928_227_316_115L, large.total(candidate, 8));
        assertExact(9_999_999, large.maxContext(candidate, 9_106_325_928_227_316_115L, 8));
        assertExact(9_999_998, large.maxContext(candidate, 9_106_325_928_227_316_114L, 8));
        assertExact(2_000_000_001, new Model(8, 1, 1, 1, 1, 1).maxContext(candidate, 4_000_000_003L, 1));
        assertExact(1 << 30, new Model(8, 1, 1, 1, 1, 1).maxContext(candidate, (1L << 31) + 1, 1));
        var trillion = new Model(1_000_000_000_001L, 1, 1, 1, 1, 1);
        assertExact(562_500_000_003L, trillion.total(candidate, 4.5));
        for (int round = 0; round < 20; round++) {
            int context = draw.integer(100_000, 1_000_000);
            var model = new Model(draw.integer(1, Integer.MAX_VALUE) * 400L + 1, draw.integer(1_500, 2_000),
                    draw.integer(1_500, 2_000), draw.integer(500, 1_000), context, draw.integer(1, 4));
            double[] bits = bits(draw, 1);
            long total = model.expectedTotal(bits[0]);
            assertExact(total, model.total(candidate, bits[0]));
            assertExact(0, model.choose(candidate, total, bits, new double[1]));
            assertExact(-1, model.choose(candidate, total - 1, bits, new double[1]));
            assertExact(context, model.maxContext(candidate, total, bits[0]));
            assertExact(context - 1, model.maxContext(candidate, total - 1, bits[0]));
        }
        double[] many = bits(draw, 20_000);
        double[] quality = draw.vector(many.length, 0, 1);
        long budget = SEVEN.expectedTotal(8);
        assertExact(SEVEN.expectedChoice(budget, many, quality),
                SEVEN.choose(candidate, budget, many, quality));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_model_or_no_option(DeviceFit candidate) {
        refusesSizes(candidate);
        double[] two = {4, 8};
        var tiny = new Model(1, 1, 1, 1, 1, 1);
        for (double bad : new double[]{0, -0.0, -4, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY}) {
            assertRejects(bad + " bits", () -> tiny.total(candidate, bad));
            for (long budget : new long[]{0, 100}) {
                assertRejects(bad + " bits", () -> tiny.maxContext(candidate, budget, bad));
                assertRejects("options of 4 and " + bad + " bits",
                        () -> tiny.choose(candidate, budget, new double[]{4, bad}, two));
                assertRejects("options of " + bad + " and 4 bits",
                        () -> tiny.choose(candidate, budget, new double[]{bad, 4}, two));
            }
        }
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejects("qualities 1 and " + bad,
                    () -> tiny.choose(candidate, 0, two, new double[]{1, bad}));
            assertRejects("qualities " + bad + " and 1",
                    () -> tiny.choose(candidate, 100, two, new double[]{bad, 1}));
        }
        for (double[] bad : new double[][]{null, {}, {4}, {4, 8, 16}}) {
            assertRejects("bits " + Arrays.toString(bad), () -> tiny.choose(candidate, 100, bad, two));
            assertRejects("qualities " + Arrays.toString(bad), () -> tiny.choose(candidate, 100, two, bad));
        }
        assertRejects("no options", () -> tiny.choose(candidate, 100, new double[0], new double[0]));
        for (long bad : new long[]{-1, Long.MIN_VALUE}) {
            assertRejects("budget = " + bad, () -> tiny.choose(candidate, bad, two, two));
            assertRejects("budget = " + bad, () -> tiny.maxContext(candidate, bad, 4));
        }
        assertExact(3L, tiny.total(candidate, 0.015625));
        assertExact(-1, tiny.choose(candidate, 0, two, two));
        assertExact(1, tiny.choose(candidate, 3, two, two));
        assertExact(0, tiny.maxContext(candidate, 0, 8));
    }

    /// One bad size, and two of which the product is good.
    private static void refusesSizes(DeviceFit candidate) {
        double[] two = {4, 8};
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j <= i; j++) {
                    Model broken = broken(i, j, bad);
                    assertRejects("totalBytes of " + broken, () -> broken.total(candidate, 4));
                    for (long budget : new long[]{0, 1_000_000}) {
                        assertRejects("choose for " + broken,
                                () -> broken.choose(candidate, budget, two, two));
                        // maxContext does not see the context
                        if (i != 4 || j != 4) {
                            assertRejects("maxContext of " + broken,
                                    () -> broken.maxContext(candidate, budget, 4));
                        }
                    }
                }
            }
        }
    }

    private static Model broken(int i, int j, int bad) {
        int[] sizes = {7, 2, 2, 2, 2, 2};
        sizes[i] = bad;
        sizes[j] = bad;
        return new Model(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
    }

    /// Multiples of 1/64 up to 16.
    private static double[] bits(Draw draw, int options) {
        return Arrays.stream(draw.integers(options, 1, 1_024)).mapToDouble(i -> i / 64.0).toArray();
    }

    private record Model(long params, int layers, int kvHeads, int headDim, int context, int kvBytes) {
        Model(Draw draw) {
            this(draw.integer(1, 9) * 1_000_000L + draw.integer(1, 999), draw.integer(1, 40),
                    draw.integer(1, 40), draw.integer(1, 128), draw.integer(1, 5_000), draw.integer(1, 4));
        }

        Model withContext(int tokens) {
            return new Model(params, layers, kvHeads, headDim, tokens, kvBytes);
        }

        long total(DeviceFit candidate, double bits) {
            return candidate.totalBytes(params, bits, layers, kvHeads, headDim, context, kvBytes);
        }

        int choose(DeviceFit candidate, long budget, double[] bits, double[] quality) {
            return candidate.choose(budget, params, bits, quality, layers, kvHeads, headDim, context,
                    kvBytes);
        }

        int maxContext(DeviceFit candidate, long budget, double bits) {
            return candidate.maxContext(budget, params, bits, layers, kvHeads, headDim, kvBytes);
        }

        long weights(double bits) {
            return new BigDecimal(bits).multiply(BigDecimal.valueOf(params))
                    .divide(BigDecimal.valueOf(8), 0, RoundingMode.CEILING)
                    .longValueExact();
        }

        long perToken() {
            var product = BigInteger.TWO;
            for (int size : new int[]{layers, kvHeads, headDim, kvBytes}) {
                product = product.multiply(BigInteger.valueOf(size));
            }
            return product.longValueExact();
        }

        long expectedTotal(double bits) {
            return Math.addExact(weights(bits), Math.multiplyExact(perToken(), context));
        }

        /// The option that no other one beats.
        int expectedChoice(long budget, double[] bits, double[] quality) {
            long[] totals = Arrays.stream(bits).mapToLong(this::expectedTotal).toArray();
            double best = Double.NEGATIVE_INFINITY;
            long fewest = Long.MAX_VALUE;
            for (int i = 0; i < bits.length; i++) {
                if (totals[i] <= budget) {
                    best = Math.max(best, quality[i]);
                }
            }
            for (int i = 0; i < bits.length; i++) {
                if (totals[i] <= budget && quality[i] == best) {
                    fewest = Math.min(fewest, totals[i]);
                }
            }
            for (int i = 0; i < bits.length; i++) {
                if (totals[i] <= budget && quality[i] == best && totals[i] == fewest) {
                    return i;
                }
            }
            return -1;
        }
    }
}
