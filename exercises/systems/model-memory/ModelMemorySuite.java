package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ModelMemory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Bytes and GPUs are whole numbers and compared exactly. GB and GiB have the
/// default tolerance, 1e-9 absolute plus 1e-9 relative: dividing, multiplying by
/// 1e-9 or shifting the point in decimal all stay below a millionth of it, single
/// precision exceeds it 14 times in the worked example, and a GiB for a GB is 7 %
/// off.
///   Quotients of [ModelMemory#minGpus] either are whole in decimal notation, where
/// double is off by at most 1e-11 and the slack is 1e-9, or at least 1e-6 away from
/// a whole number.
class ModelMemorySuite {
    private static final long BILLION = 1_000_000_000;
    private static final long GIB = 1L << 30;

    @Test
    @Points(20)
    @About("example")
    @Sample
    void seventy_billion_parameters(ModelMemory candidate) {
        assertExact(280 * BILLION, candidate.weightBytes(70 * BILLION, 32, 0, 0, 0));
        assertClose(280.0, candidate.gb(280 * BILLION));
        assertClose(260.770320892333984, candidate.gib(280 * BILLION));
        assertExact(140 * BILLION, candidate.weightBytes(70 * BILLION, 16, 0, 0, 0));
        assertClose(140.0, candidate.gb(140 * BILLION));
        assertExact(2, candidate.minGpus(140 * BILLION, 80 * BILLION, 0.9));
    }

    @Test
    @Points(15)
    @About("weights")
    void groups_carry_scales_and_zero_points(ModelMemory candidate) {
        long seven = 7 * BILLION;
        assertExact(7_000_000_000L, candidate.weightBytes(seven, 8, 0, 0, 0));
        assertExact(3_500_000_000L, candidate.weightBytes(seven, 4, 0, 0, 0));
        assertExact(875_000_000L, candidate.weightBytes(seven, 1, 0, 0, 0));
        // 54 687 500 groups of 20 bits: 136 718 750 bytes more, 4.15625 bits for each weight
        assertExact(3_636_718_750L, candidate.weightBytes(seven, 4, 128, 16, 4));
        assertExact(3_609_375_000L, candidate.weightBytes(seven, 4, 128, 16, 0));
        assertExact(3_527_343_750L, candidate.weightBytes(seven, 4, 128, 0, 4));
        assertExact(3_773_437_500L, candidate.weightBytes(seven, 4, 64, 16, 4));
        assertExact(2_761_718_750L, candidate.weightBytes(seven, 3, 128, 16, 4));
        assertExact(7_164_062_500L, candidate.weightBytes(seven, 8, 128, 16, 8));
        assertExact(36_367_187_500L, candidate.weightBytes(70 * BILLION, 4, 128, 16, 4));
        // a group of one weight; one group for the whole tensor; a group larger than it
        assertExact(2_500L, candidate.weightBytes(1_000, 4, 1, 8, 8));
        assertExact(516L, candidate.weightBytes(1_024, 4, 1_024, 16, 16));
        assertExact(516L, candidate.weightBytes(1_024, 4, 4_096, 16, 16));
        assertExact(516L, candidate.weightBytes(1_024, 4, Integer.MAX_VALUE, 16, 16));
        // groups that store nothing; without groups the other two do not count
        assertExact(512L, candidate.weightBytes(1_024, 4, 128, 0, 0));
        assertExact(512L, candidate.weightBytes(1_024, 4, 0, 16, 4));
    }

    @Test
    @Points(15)
    @About("units")
    void a_gigabyte_is_not_a_gibibyte(ModelMemory candidate, Draw draw) {
        assertClose(1.0, candidate.gb(BILLION));
        assertClose(1.0, candidate.gib(GIB));
        assertClose(1.073741824, candidate.gb(GIB));
        assertClose(0.931322574615478516, candidate.gib(BILLION));
        assertClose(0.0, candidate.gb(0));
        assertClose(0.0, candidate.gib(0));
        assertClose(0.5, candidate.gib(GIB / 2));
        assertClose(0.001, candidate.gb(BILLION / 1_000));
        assertClose(9_223_372_036.854775807, candidate.gb(Long.MAX_VALUE));
        assertClose(8_589_934_592.0, candidate.gib(Long.MAX_VALUE));
        for (int round = 0; round < 50; round++) {
            long bytes = large(draw);
            var exact = BigDecimal.valueOf(bytes);
            assertClose(exact.movePointLeft(9).doubleValue(), candidate.gb(bytes));
            assertClose(exact.divide(BigDecimal.valueOf(GIB)).doubleValue(), candidate.gib(bytes));
        }
    }

    @Test
    @Points(15)
    @About("training")
    void training_keeps_more_than_the_weights(ModelMemory candidate, Draw draw) {
        long[] counts = {1, 3, 7 * BILLION, 70 * BILLION, draw.integer(1, 1_000_000), large(draw)};
        for (long params : counts) {
            assertExact(16 * params, candidate.trainBytes(params, "fp32-adam"));
            assertExact(16 * params, candidate.trainBytes(params, "mixed-adam"));
            assertExact(10 * params, candidate.trainBytes(params, "adam8bit"));
        }
    }

    @Test
    @Points(10)
    @About("gpus")
    void an_exact_fit_takes_no_further_gpu(ModelMemory candidate, Draw draw) {
        assertExact(2, candidate.minGpus(144 * BILLION, 80 * BILLION, 0.9));
        // 100 000 bytes more than 0, 1 and 2 GPUs hold: a millionth of a GPU is one more
        assertExact(1, candidate.minGpus(100_000, 80 * BILLION, 1));
        assertExact(2, candidate.minGpus(80 * BILLION + 100_000, 80 * BILLION, 1));
        assertExact(3, candidate.minGpus(144 * BILLION + 100_000, 80 * BILLION, 0.9));
        assertExact(2, candidate.minGpus(144 * BILLION - 100_000, 80 * BILLION, 0.9));
        assertExact(0, candidate.minGpus(0, 80 * BILLION, 0.9));
        assertExact(1, candidate.minGpus(80 * BILLION, 80 * BILLION, 1));
        assertExact(4, candidate.minGpus(2, 1, 0.5));
        assertExact(1_000, candidate.minGpus(80 * BILLION, 80 * BILLION, 0.001));
        // A little above the whole number in double, in whatever order one divides.
        assertExact(11, candidate.minGpus(184_800_000_000L, 24 * BILLION, 0.7));
        for (int round = 0; round < 60; round++) {
            int thousandths = draw.integer(1, 1_000);
            int millions = draw.integer(1_000, 200_000);
            int gpus = draw.integer(1, 3_000);
            long capacity = 1_000L * millions * thousandths;
            long gpuBytes = 1_000_000L * millions;
            assertExact(gpus, candidate.minGpus(gpus * capacity, gpuBytes, thousandths / 1_000.0));
            long less = gpus * capacity - (long) (capacity * draw.uniform(0.01, 0.99));
            assertExact(gpus, candidate.minGpus(less, gpuBytes, thousandths / 1_000.0));
        }
    }

    @Test
    @Points(10)
    @About("rounding")
    void a_part_of_a_byte_is_a_byte(ModelMemory candidate) {
        assertExact(1L, candidate.weightBytes(1, 1, 0, 0, 0));
        assertExact(1L, candidate.weightBytes(8, 1, 0, 0, 0));
        assertExact(2L, candidate.weightBytes(9, 1, 0, 0, 0));
        assertExact(2L, candidate.weightBytes(3, 4, 0, 0, 0));
        assertExact(3L, candidate.weightBytes(7, 3, 0, 0, 0));
        assertExact(26L, candidate.weightBytes(17, 12, 0, 0, 0));
        // weights + groups: 64.5 + 2·2.5, 63.5 + 2.5, 128.5 + 3·2.5
        assertExact(70L, candidate.weightBytes(129, 4, 128, 16, 4));
        assertExact(67L, candidate.weightBytes(127, 4, 128, 16, 4));
        assertExact(137L, candidate.weightBytes(257, 4, 128, 16, 4));
        // 0.5 + 2.5: each of the two sums is rounded up by itself
        assertExact(4L, candidate.weightBytes(1, 4, 128, 16, 4));
        // The groups' 20 bits are packed: 2·2.5 bytes, 3·0.5, 2·0.25 and 3·0.875.
        assertExact(133L, candidate.weightBytes(256, 4, 128, 16, 4));
        assertExact(194L, candidate.weightBytes(384, 4, 128, 4, 0));
        assertExact(3L, candidate.weightBytes(4, 4, 2, 1, 1));
        assertExact(7L, candidate.weightBytes(10, 3, 4, 5, 2));
    }

    @Test
    @Points(5)
    @About("large")
    void counts_beyond_int_and_beyond_53_bits(ModelMemory candidate, Draw draw) {
        assertExact(1_620_000_000_000L, candidate.weightBytes(405 * BILLION, 32, 0, 0, 0));
        assertExact(234_140_625_000L, candidate.weightBytes(405 * BILLION, 4, 32, 16, 4));
        // 30 999 999 999 999 969 bits: the last digits do not fit into a double
        assertExact(3_874_999_999_999_997L, candidate.weightBytes(999_999_999_999_999L, 31, 0, 0, 0));
        assertExact(4_874_999_999_999_996L, candidate.weightBytes(999_999_999_999_999L, 8, 1, 15, 16));
        assertExact(8_000_000_000_000_000L, candidate.weightBytes(1_000_000_000_000_000L, 64, 0, 0, 0));
        assertExact(24_000_000_000_000_000L, candidate.weightBytes(1_000_000_000_000_000L, 64, 1, 64, 64));
        for (int round = 0; round < 100; round++) {
            long params = draw.coin() ? large(draw) : draw.integer(1, 5_000);
            int bits = draw.integer(1, 64);
            int group = draw.coin() ? draw.integer(1, 300) : draw.integer(1, Integer.MAX_VALUE);
            int scaleBits = draw.integer(0, 64);
            int zeroBits = draw.integer(0, 64);
            assertExact(packed(params, bits), candidate.weightBytes(params, bits, 0, scaleBits, zeroBits));
            long groups = ceiling(BigDecimal.valueOf(params), group);
            assertExact(packed(params, bits) + packed(groups, scaleBits + zeroBits),
                    candidate.weightBytes(params, bits, group, scaleBits, zeroBits));
        }
    }

    @Test
    @Points(5)
    @About("properties")
    void more_weights_never_take_less(ModelMemory candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            long params = large(draw);
            int bits = draw.integer(1, 63);
            int group = draw.integer(1, 300);
            long bytes = candidate.weightBytes(params, bits, group, 16, 4);
            long next = candidate.weightBytes(params + 1, bits, group, 16, 4);
            assertHolds(bytes <= next, "one weight more takes %d bytes instead of %d", next, bytes);
            long wider = candidate.weightBytes(params, bits + 1, group, 16, 4);
            assertHolds(bytes < wider, "one bit more takes %d bytes instead of %d", wider, bytes);
            assertClose(candidate.gb(bytes), candidate.gib(bytes) * 1.073741824);
            long training = candidate.trainBytes(params, "adam8bit");
            long more = candidate.trainBytes(params + 1, "adam8bit");
            assertHolds(training < more, "to train one weight more takes %d bytes, not above %d", more,
                    training);
            // The same again, after other calls.
            assertExact(bytes, candidate.weightBytes(params, bits, group, 16, 4));
            assertExact(training, candidate.trainBytes(params, "adam8bit"));
        }
    }

    @Test
    @Points(5)
    @About("errors")
    void refuses_what_is_out_of_range(ModelMemory candidate) {
        for (long params : new long[]{0, -1, -8 * BILLION, Long.MIN_VALUE}) {
            assertRejects("params = " + params, () -> candidate.weightBytes(params, 4, 128, 16, 4));
            for (String mode : new String[]{"fp32-adam", "mixed-adam", "adam8bit"}) {
                assertRejects("params = " + params, () -> candidate.trainBytes(params, mode));
            }
        }
        for (int bits : new int[]{0, -1, -4, 65, 128, Integer.MIN_VALUE}) {
            assertRejects("bits = " + bits, () -> candidate.weightBytes(1_024, bits, 0, 0, 0));
        }
        for (int negative : new int[]{-1, -16, Integer.MIN_VALUE}) {
            assertRejects("group = " + negative, () -> candidate.weightBytes(1_024, 4, negative, 16, 4));
            for (int group : new int[]{0, 128}) {
                assertRejects("scaleBits = " + negative,
                        () -> candidate.weightBytes(1_024, 4, group, negative, 32));
                assertRejects("zeroBits = " + negative,
                        () -> candidate.weightBytes(1_024, 4, group, 32, negative));
            }
        }
        String[] unknown = {null, "", "adam", "fp32", "sgd", "adam-fp32", "fp16-adam", "fp32-adamw",
                "mixed-adamw", "FP32-Adam", "Mixed-Adam", "adam8bit ", "adam8Bit", "8bit-adam"};
        for (String mode : unknown) {
            assertRejects("mode = " + mode, () -> candidate.trainBytes(7, mode));
        }
        refusesGpus(candidate);
        // Both ends of the ranges are fine.
        assertExact(1L, candidate.weightBytes(1, 1, 1, 0, 0));
        assertExact(8L, candidate.weightBytes(1, 64, 0, 0, 0));
        assertExact(1, candidate.minGpus(1, 1, 1));
    }

    private static void refusesGpus(ModelMemory candidate) {
        for (long bytes : new long[]{-1, -8 * BILLION, Long.MIN_VALUE}) {
            assertRejects("gb of " + bytes, () -> candidate.gb(bytes));
            assertRejects("gib of " + bytes, () -> candidate.gib(bytes));
            assertRejects("bytes = " + bytes, () -> candidate.minGpus(bytes, 80 * BILLION, 0.9));
        }
        for (long gpuBytes : new long[]{0, -1, -80 * BILLION}) {
            assertRejects("gpuBytes = " + gpuBytes, () -> candidate.minGpus(140 * BILLION, gpuBytes, 0.9));
            assertRejects("bytes = 0, gpuBytes = " + gpuBytes,
                    () -> candidate.minGpus(0, gpuBytes, 0.9));
        }
        double[] never = {0, -0.0, -0.9, 1.0001, Math.nextUp(1.0), 2, 90, Double.NaN,
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double usable : never) {
            assertRejects("usable = " + usable, () -> candidate.minGpus(140 * BILLION, 80 * BILLION, usable));
            assertRejects("bytes = 0, usable = " + usable,
                    () -> candidate.minGpus(0, 80 * BILLION, usable));
        }
    }

    /// Up to 10¹⁵; the last digits are as random as the first.
    private static long large(Draw draw) {
        return draw.integer(1, 999_999) * BILLION + draw.integer(0, 999_999_999);
    }

    /// Bytes of so many entries, packed without gaps.
    private static long packed(long entries, int bits) {
        return ceiling(BigDecimal.valueOf(entries).multiply(BigDecimal.valueOf(bits)), 8);
    }

    private static long ceiling(BigDecimal dividend, int divisor) {
        return dividend.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.CEILING).longValueExact();
    }
}
