package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.GgufQ40Block;
import exercise.GgufQ40Block.Block;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes and scales are exact: half precision leaves nothing to tolerate. Random values
/// keep `x / delta` 1e-6 away from every half, so it does not matter whether one divides
/// by delta or multiplies by its inverse.
class GgufQ40BlockSuite {
    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(GgufQ40Block candidate) {
        var x = new double[32];
        Arrays.setAll(x, i -> Math.sin(1.7 * i) * (i + 1) / 8);
        int[] qs = {56, 183, 200, 57, 87, 231, 169, 26, 134, 247, 107, 9, 196, 248, 44, 38};
        assertExact(new Block(-0.411376953125, qs), candidate.quantize(x));
        assertExact(4.5, candidate.bitsPerWeight());
    }

    @Test
    @Points(15)
    @About("extreme")
    void the_extreme_value_gets_code_zero_whatever_its_sign(GgufQ40Block candidate) {
        // Steps of 1: x = -8 … 7 in both halves, and the same with the signs turned.
        var x = new double[32];
        Arrays.setAll(x, i -> i % 16 - 8);
        var rising = new int[16];
        Arrays.setAll(rising, j -> j * 17);
        assertExact(new Block(1, rising), candidate.quantize(x));
        assertExact(new Block(-1, rising), candidate.quantize(scaled(x, -1)));
        assertExact(new Block(-0.25, rising), candidate.quantize(scaled(x, -0.25)));
        // Alone among zeros, first and last.
        assertExact(new Block(-2, bytes(128, 136)), candidate.quantize(single(0, 16)));
        assertExact(new Block(2, bytes(128, 136)), candidate.quantize(single(0, -16)));
        var last = bytes(136, 136);
        last[15] = 8;
        assertExact(new Block(-2, last), candidate.quantize(single(31, 16)));
        assertExact(new Block(2, last), candidate.quantize(single(31, -16)));
        // Of two equal magnitudes the first determines the sign; the other saturates.
        double[] both = single(3, 8);
        both[5] = -8;
        int[] qs = bytes(136, 136);
        qs[3] = 128;
        qs[5] = 143;
        assertExact(new Block(-1, qs), candidate.quantize(both));
        assertExact(new Block(1, qs), candidate.quantize(scaled(both, -1)));
    }

    @Test
    @Points(15)
    @About("layout")
    void low_nibbles_hold_the_first_half_and_high_ones_the_second(GgufQ40Block candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            // Codes are drawn, one of them 0, and turned into values.
            int[] codes = draw.integers(32, 1, 15);
            codes[draw.integer(0, 31)] = 0;
            double d = Math.scalb(draw.integer(1024, 2047) * (draw.coin() ? 1.0 : -1.0),
                    draw.integer(-24, 4));
            double[] x = Arrays.stream(codes).mapToDouble(code -> (code - 8) * d).toArray();
            var qs = new int[16];
            Arrays.setAll(qs, j -> codes[j] + 16 * codes[j + 16]);
            assertExact(new Block(d, qs), candidate.quantize(x));
        }
        for (int round = 0; round < 20; round++) {
            double[] x = fair(draw, Math.pow(2, draw.uniform(-13, 15)));
            assertExact(expected(x), candidate.quantize(x));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("rounding")
    void halves_go_up_and_the_opposite_extreme_saturates(GgufQ40Block candidate) {
        double[] x = single(0, -8);
        double[] halves = {0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 6.5, 7.49, 7.5, 8, -7.5, -7.51, 0.49, -0.49};
        int[] codes = {9, 8, 10, 7, 11, 6, 15, 15, 15, 15, 1, 0, 8, 8};
        System.arraycopy(halves, 0, x, 1, halves.length);
        int[] qs = bytes(128, 136);
        for (int i = 0; i < codes.length; i++) {
            qs[i + 1] = 128 + codes[i];
        }
        assertExact(new Block(1, qs), candidate.quantize(x));
        // Turned round, halves go the other way: the quotients are what they were.
        assertExact(new Block(-4, qs), candidate.quantize(scaled(x, -4)));
        var low = new double[32];
        Arrays.setAll(low, i -> x[(i + 16) % 32]);
        int[] high = Arrays.stream(qs).map(pair -> pair / 16 + pair % 16 * 16).toArray();
        assertExact(new Block(1, high), candidate.quantize(low));
    }

    @Test
    @Points(10)
    @About("zeros")
    void zeros_have_code_eight_and_scale_zero(GgufQ40Block candidate) {
        assertExact(new Block(0, bytes(136, 136)), candidate.quantize(new double[32]));
        var negative = new double[32];
        Arrays.fill(negative, -0.0);
        assertExact(new Block(0, bytes(136, 136)), candidate.quantize(negative));
        assertExact(new double[32], candidate.dequantize(new Block(0, bytes(0, 255))));
        // The scale is too small for half precision, and yet the codes know it.
        assertExact(new Block(0, bytes(128, 136)), candidate.quantize(single(0, 0x1p-30)));
        assertExact(new Block(0, bytes(128, 136)), candidate.quantize(single(0, -0x1p-200)));
        // Subnormal scales are whole numbers of 2^-24; halves go to even.
        assertExact(new Block(0, bytes(128, 136)), candidate.quantize(single(0, -0x1p-22)));
        assertExact(new Block(0x1p-24, bytes(128, 136)), candidate.quantize(single(0, -0x1.0001p-22)));
        assertExact(new Block(-0x1p-23, bytes(128, 136)), candidate.quantize(single(0, 0x1.8p-21)));
        assertExact(new Block(0x1p-23, bytes(128, 136)), candidate.quantize(single(0, -0x1.4p-20)));
    }

    @Test
    @Points(15)
    @About("dequantize")
    void back_to_within_a_step(GgufQ40Block candidate, Draw draw) {
        var qs = new int[16];
        Arrays.setAll(qs, j -> 16 * j + 15 - j);
        var x = new double[32];
        Arrays.setAll(x, i -> i < 16 ? (7 - i) * 0.5 : (i - 24) * 0.5);
        assertExact(x, candidate.dequantize(new Block(0.5, qs)));
        assertExact(scaled(x, -0.2), candidate.dequantize(new Block(-0.1, qs)));
        for (int round = 0; round < 20; round++) {
            double[] values = fair(draw, Math.pow(2, draw.uniform(-9, 15)));
            Block block = candidate.quantize(values);
            assertExact(expected(values), block);
            double[] back = candidate.dequantize(block);
            assertHolds(back != null && back.length == 32, "not 32 values");
            double delta = Math.abs(extreme(values)) / 8;
            for (int i = 0; i < 32; i++) {
                double error = Math.abs(back[i] - values[i]);
                assertHolds(error <= delta * (1 + 0x1p-8), "[%s] is off by %s, delta is %s", i, error, delta);
            }
        }
        // delta = 1 + 2^-11 and d = 1: 5.5015 / delta is below 5.5, and 5.5015 / d is not.
        double[] near = single(0, -8 * (1 + 0x1p-11));
        near[1] = 5.5015;
        int[] codes = bytes(128, 136);
        codes[1] = 128 + 13;
        assertExact(new Block(1, codes), candidate.quantize(near));
        // One rounding: by way of single precision the scale would be 1.
        assertExact(new Block(1 + 0x1p-10, bytes(128, 136)),
                candidate.quantize(single(0, -8 * (1 + 0x1p-11 + 0x1p-40))));
        assertClose(4.5, candidate.bitsPerWeight());
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_block(GgufQ40Block candidate) {
        assertRejects("x = null", () -> candidate.quantize(null));
        for (int length : new int[]{0, 1, 16, 31, 33, 64}) {
            assertRejects(length + " values", () -> candidate.quantize(new double[length]));
        }
        double limit = 8 * 65520.0;
        double infinity = Double.POSITIVE_INFINITY;
        for (double bad : new double[]{Double.NaN, infinity, -infinity, limit, -limit, 1e300}) {
            assertRejects("first is " + bad, () -> candidate.quantize(single(0, bad)));
            assertRejects("last is " + bad, () -> candidate.quantize(single(31, bad)));
        }
        assertExact(new Block(-65504, bytes(128, 136)), candidate.quantize(single(0, Math.nextDown(limit))));
        assertExact(new Block(65504, bytes(128, 136)), candidate.quantize(single(0, 1 - limit)));
        assertRejects("b = null", () -> candidate.dequantize(null));
        assertRejects("qs = null", () -> candidate.dequantize(new Block(1, null)));
        for (double bad : new double[]{Double.NaN, infinity, -infinity}) {
            assertRejects("d = " + bad, () -> candidate.dequantize(new Block(bad, new int[16])));
        }
        for (int length : new int[]{0, 15, 17, 32}) {
            assertRejects(length + " bytes", () -> candidate.dequantize(new Block(1, new int[length])));
        }
        for (int bad : new int[]{-1, 256, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("first byte " + bad, () -> candidate.dequantize(new Block(1, bytes(bad, 0))));
            assertRejects("other bytes " + bad, () -> candidate.dequantize(new Block(1, bytes(0, bad))));
        }
        // d need not be a half, nor does it end at 65504.
        assertExact(single(0, 7e5), candidate.dequantize(new Block(1e5, bytes(143, 136))));
    }

    private static double[] single(int index, double value) {
        var x = new double[32];
        x[index] = value;
        return x;
    }

    private static int[] bytes(int first, int others) {
        var qs = new int[16];
        Arrays.fill(qs, others);
        qs[0] = first;
        return qs;
    }

    private static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(value -> value * factor).toArray();
    }

    private static double extreme(double[] x) {
        double extreme = 0;
        for (double value : x) {
            if (Math.abs(value) > Math.abs(extreme)) {
                extreme = value;
            }
        }
        return extreme;
    }

    private static double[] fair(Draw draw, double size) {
        while (true) {
            double[] x = draw.vector(32, -size, size);
            double delta = extreme(x) / 8;
            if (Arrays.stream(x).noneMatch(value -> Math.abs(Math.abs(value / delta) % 1 - 0.5) < 1e-6)) {
                return x;
            }
        }
    }

    /// Codes by nearest levels, the scale by a walk along the numbers of half precision.
    private static Block expected(double[] x) {
        double delta = extreme(x) / -8;
        var qs = new int[16];
        for (int i = 0; i < 32; i++) {
            int best = 0;
            for (int code = 1; code < 16; code++) {
                if (Math.abs((code - 8) * delta - x[i]) < Math.abs((best - 8) * delta - x[i])) {
                    best = code;
                }
            }
            qs[i % 16] += best * (i < 16 ? 1 : 16);
        }
        double step = 0x1p-24;
        while (Math.abs(delta) >= 2048 * step) {
            step *= 2;
        }
        return new Block(Math.rint(delta / step) * step, qs);
    }
}
