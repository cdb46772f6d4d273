package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FixedpointRequant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class FixedpointRequantSuite {
    private static final int HALF = 1 << 30;
    private static final int MAX = Integer.MAX_VALUE;
    private static final int MIN = Integer.MIN_VALUE;

    @Test
    @Points(20)
    @About("multiplier")
    @Sample
    void fraction_and_shift(FixedpointRequant candidate, Draw draw) {
        multiplier(candidate, 0.0072474273418460, 1992157658, 7);
        multiplier(candidate, 0.5, HALF, 0);
        multiplier(candidate, 0.25, HALF, 1);
        multiplier(candidate, 0.75, 3 << 29, 0);
        // 0.8 · 2^31 = 1717986918.4
        multiplier(candidate, 0.1, 1717986918, 3);
        multiplier(candidate, 0x1p-33, HALF, 32);
        // Halves of the last bit go to the even number.
        multiplier(candidate, (HALF + 0.5) * 0x1p-31, HALF, 0);
        multiplier(candidate, (HALF + 1.5) * 0x1p-34, HALF + 2, 3);
        for (int round = 0; round < 50; round++) {
            double f = draw.uniform(0.5, 0.999);
            int n = draw.integer(0, 60);
            int m0 = new BigDecimal(f).multiply(BigDecimal.valueOf(1L << 31))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .intValueExact();
            multiplier(candidate, Math.scalb(f, -n), m0, n);
        }
    }

    @Test
    @Points(10)
    @About("edges")
    void nothing_almost_nothing_and_almost_a_power_of_two(FixedpointRequant candidate) {
        multiplier(candidate, 0, 0, 0);
        multiplier(candidate, -0.0, 0, 0);
        multiplier(candidate, Double.MIN_NORMAL, HALF, 1021);
        multiplier(candidate, Double.MIN_VALUE, HALF, 1073);
        multiplier(candidate, 3 * Double.MIN_VALUE, 3 << 29, 1072);
        // What rounds up to 2^31 becomes 2^30, one power of two higher.
        multiplier(candidate, 0.5 - 0x1p-40, HALF, 0);
        multiplier(candidate, Math.nextDown(0.5), HALF, 0);
        multiplier(candidate, Math.nextDown(0.125), HALF, 2);
        multiplier(candidate, 0.25 - 0x1p-34, HALF, 1);
        multiplier(candidate, 0.25 - 0x1p-33, MAX, 2);
        multiplier(candidate, 1 - 0x1p-31, MAX, 0);
        multiplier(candidate, 1 - 3 * 0x1p-33, MAX, 0);
        multiplier(candidate, Math.nextDown(1 - 0x1p-32), MAX, 0);
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(FixedpointRequant candidate) {
        int[] acc = {1000, -1000, 12345, 69, -69};
        assertExact(new int[]{10, -4, 92, 4, 2}, candidate.requantize(acc, 1992157658, 7, 3));
        assertExact(new int[]{1, 0, 2, -1}, candidate.requantize(new int[]{1, -1, 3, -3}, HALF, 0, 0));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("ties")
    void the_product_goes_up_and_the_shift_away_from_zero(FixedpointRequant candidate) {
        int[] odd = {1, -1, 3, -3, 5, -5, 0};
        assertExact(new int[]{1, 0, 2, -1, 3, -2, 0}, candidate.requantize(odd, HALF, 0, 0));
        assertExact(new int[]{1, -1, 2, -2, 1, -1, 0},
                candidate.requantize(new int[]{2, -2, 6, -6, 4, -4, 0}, HALF, 1, 0));
        // Just beside the half.
        int[] one = {1, -1};
        assertExact(new int[]{1, -1}, candidate.requantize(one, HALF + 1, 0, 0));
        assertExact(new int[]{0, 0}, candidate.requantize(one, HALF - 1, 0, 0));
        // Both in a row: 1/4 becomes 1/2 and then 1; -1/4 becomes 0.
        assertExact(new int[]{1, 0, 1, -1, 2, -1, 0}, candidate.requantize(odd, HALF, 1, 0));
        // x = acc: n = 3 turns 4, 12 and 20 into halves.
        int[] fours = {4, -4, 12, -12, 20, -20, 3, -3, 5, -5, 7, -7};
        int[] doubled = Arrays.stream(fours).map(x -> 2 * x).toArray();
        assertExact(new int[]{1, -1, 2, -2, 3, -3, 0, 0, 1, -1, 1, -1},
                candidate.requantize(doubled, HALF, 3, 0));
        // A shift by 31: 2^30 is a half, one less is not.
        int[] acc = {MAX, MAX - 2, MIN, MIN + 2};
        assertExact(new int[]{1, 0, -1, 0}, candidate.requantize(acc, HALF, 31, 0));
    }

    @Test
    @Points(15)
    @About("agreement")
    void almost_always_what_real_numbers_give(FixedpointRequant candidate, Draw draw) {
        for (int n : new int[]{3, draw.integer(4, 9), 12}) {
            int m0 = draw.integer(HALF, MAX);
            double m = m0 * 0x1p-31 / (1 << n);
            int zy = draw.integer(-20, 20);
            int limit = (int) (150 / m);
            int[] acc = draw.integers(10_000, -limit, limit);
            int[] actual = candidate.requantize(acc, m0, n, zy);
            assertHolds(actual != null && actual.length == acc.length, "not one result for each accumulator");
            for (int i = 0; i < acc.length; i++) {
                double real = acc[i] * m;
                double ideal = Math.clamp(Math.rint(real) + zy, -128, 127);
                assertHolds(Math.abs(actual[i] - ideal) <= 1, "acc %s: %s instead of %s", acc[i], actual[i],
                        ideal);
                boolean close = Math.abs(Math.abs(real % 1) - 0.5) <= 1.0 / (1 << n);
                assertHolds(close || actual[i] == ideal, "acc %s: %s instead of %s", acc[i], actual[i],
                        ideal);
            }
            assertExact(expected(acc, m0, n, zy), actual);
        }
        for (int round = 0; round < 20; round++) {
            int[] acc = draw.integers(50, MIN, MAX);
            int m0 = draw.integer(0, MAX);
            int n = draw.integer(20, 31);
            assertExact(expected(acc, m0, n, -7), candidate.requantize(acc, m0, n, -7));
        }
    }

    @Test
    @Points(10)
    @About("overflow")
    void the_largest_numbers_do_not_wrap_around(FixedpointRequant candidate) {
        int[] ends = {MAX, MIN, MIN + 1, 0};
        for (int zy : new int[]{127, -128, 0, 1, -1}) {
            assertExact(new int[]{127, -128, -128, zy}, candidate.requantize(ends, MAX, 0, zy));
        }
        // 2^31 - 2 and 1 - 2^31, then 2^24 of them for one.
        assertExact(new int[]{123, -128, -128, -5}, candidate.requantize(ends, MAX, 24, -5));
        assertExact(new int[]{69, -59, -59, 5}, candidate.requantize(ends, MAX, 25, 5));
        assertExact(new int[]{1, -1, -1, 0}, candidate.requantize(ends, MAX, 31, 0));
        assertExact(new int[]{9, 9, 9, 9}, candidate.requantize(ends, 0, 0, 9));
        assertExact(new int[]{1, -1, 0, 0}, candidate.requantize(new int[]{MAX, MIN, HALF - 1, 0}, 1, 0, 0));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_out_of_range(FixedpointRequant candidate) {
        double[] multipliers = {-Double.MIN_VALUE, -0.5, 1, Math.nextUp(1.0), 1.5, 2, Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY, 1 - 0x1p-32, 1 - 0x1p-33, Math.nextDown(1.0)};
        for (double bad : multipliers) {
            assertRejects("m = " + bad, () -> candidate.quantizeMultiplier(bad));
        }
        int[] acc = {1, 2};
        assertRejects("acc = null", () -> candidate.requantize(null, HALF, 0, 0));
        assertRejects("no accumulators", () -> candidate.requantize(new int[0], HALF, 0, 0));
        for (int bad : new int[]{-1, MIN}) {
            assertRejects("m0 = " + bad, () -> candidate.requantize(acc, bad, 0, 0));
        }
        for (int bad : new int[]{-1, 32, 33, 64, MIN, MAX}) {
            assertRejects("rightShift = " + bad, () -> candidate.requantize(acc, HALF, bad, 0));
        }
        for (int bad : new int[]{-129, 128, 255, MIN, MAX}) {
            assertRejects("zy = " + bad, () -> candidate.requantize(acc, HALF, 0, bad));
        }
        assertExact(new int[]{127}, candidate.requantize(new int[]{0}, 0, 31, 127));
        assertExact(new int[]{-128}, candidate.requantize(new int[]{0}, 0, 0, -128));
    }

    private static void multiplier(FixedpointRequant candidate, double m, int m0, int n) {
        assertExact(new int[]{m0, n}, candidate.quantizeMultiplier(m));
    }

    /// The contract in exact decimals.
    private static int[] expected(int[] acc, int m0, int n, int zy) {
        var half = new BigDecimal("0.5");
        return Arrays.stream(acc).map(a -> {
            var product = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(m0)));
            var x = product.divide(BigDecimal.valueOf(1L << 31)).add(half).setScale(0, RoundingMode.FLOOR);
            var y = x.divide(BigDecimal.valueOf(1L << n)).setScale(0, RoundingMode.HALF_UP);
            return Math.clamp(y.longValueExact() + zy, -128, 127);
        }).toArray();
    }
}
