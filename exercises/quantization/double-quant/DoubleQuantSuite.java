package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.DoubleQuant;
import exercise.DoubleQuant.Quant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes are exact, all else has the default tolerance, 1e-9 absolute plus 1e-9
/// relative: a mean in another order of summation stays below 1e-4 of it.
/// Random data keeps every quotient that is rounded 1e-6 away from a half.
class DoubleQuantSuite {
    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(DoubleQuant candidate) {
        double[] absmax = {1.2, 0.9, 1.05, 3, 0.7};
        int[] q = {-46, -127, -86, 127, -52};
        double[] scale = {0.47 / 127, 1.63 / 127};
        assertClose(new Quant(q, scale, 1.37), candidate.quantize(absmax, 3));
        assertClose(new double[]{1.19976377952755906, 0.9, 1.05173228346456693, 3, 0.70259842519685039},
                candidate.dequantize(new Quant(q, scale, 1.37), 3));
        assertClose(4.126953125, candidate.bitsPerParam(4, 64, 8, 256, 32));
    }

    @Test
    @Points(15)
    @About("constant")
    void equal_values_need_no_codes(DoubleQuant candidate, Draw draw) {
        for (int n : new int[]{1, 2, 7, draw.integer(20, 90)}) {
            // A dyadic number, so that its mean is exact in any order of summation.
            var absmax = new double[n];
            Arrays.fill(absmax, draw.integer(0, 64) * 0.0625);
            int block2 = draw.integer(1, 9);
            var ones = new double[Math.ceilDiv(n, block2)];
            Arrays.fill(ones, 1);
            var expected = new Quant(new int[n], ones, absmax[0]);
            assertExact(expected, candidate.quantize(absmax, block2));
            assertExact(absmax, candidate.dequantize(expected, block2));
        }
        // Mean 0.75; only the first block deviates from it.
        double[] absmax = {0.5, 1, 0.75, 0.75, 0.75};
        assertClose(new Quant(new int[]{-127, 127, 0, 0, 0}, new double[]{0.25 / 127, 1, 1}, 0.75),
                candidate.quantize(absmax, 2));
        // One value is its own mean.
        assertExact(new Quant(new int[]{0}, new double[]{1}, 3.7), candidate.quantize(new double[]{3.7}, 1));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("blocks")
    void every_block_has_its_scale_and_the_last_may_be_short(DoubleQuant candidate, Draw draw) {
        // Mean 128 and scale 1, so deviations are their own quotients; halves go to even.
        double[] halves = {255, 1, 128.5, 127.5, 129.5, 126.5, 130.5, 125.5};
        assertClose(new Quant(new int[]{127, -127, 0, 0, 2, -2, 2, -2}, new double[]{1}, 128),
                candidate.quantize(halves, 8));
        for (int length : new int[]{9, 1000, Integer.MAX_VALUE}) {
            assertClose(new Quant(new int[]{127, -127, 0, 0, 2, -2, 2, -2}, new double[]{1}, 128),
                    candidate.quantize(halves, length));
        }
        assertClose(
                new Quant(new int[]{127, -127, 127, -127, 127, -127, 127, -127},
                        new double[]{1, 0.5 / 127, 1.5 / 127, 2.5 / 127}, 128),
                candidate.quantize(halves, 2));
        for (int block2 : new int[]{1, 2, 3, 5, 6, 7, 23, 24}) {
            double[] absmax = fair(draw, 24 - block2 % 2, block2);
            assertClose(expected(absmax, block2), candidate.quantize(absmax, block2));
        }
        // A code in a short block takes that block's scale.
        var z = new Quant(new int[]{1, 2, -3, 127, -127}, new double[]{2, 0.5, 4}, -1);
        assertExact(new double[]{1, 3, -2.5, 62.5, -509}, candidate.dequantize(z, 2));
        assertExact(new double[]{9, 17, -23, 1017, -1015},
                candidate.dequantize(new Quant(z.q(), new double[]{8}, 1), Integer.MAX_VALUE));
    }

    @Test
    @Points(15)
    @About("round-trip")
    void comes_back_within_half_a_step(DoubleQuant candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            int block2 = draw.integer(1, 20);
            double[] absmax = fair(draw, draw.integer(2, 60), block2);
            Quant z = candidate.quantize(absmax, block2);
            Quant expected = expected(absmax, block2);
            assertClose(expected, z);
            double[] back = candidate.dequantize(z, block2);
            assertHolds(back != null && back.length == absmax.length, "not one value for each code");
            for (int i = 0; i < back.length; i++) {
                double step = expected.scale()[i / block2];
                double error = Math.abs(back[i] - absmax[i]);
                assertHolds(error <= step / 2 + 1e-12, "[%s] is off by %s with a step of %s", i, error, step);
                double due = expected.q()[i] * step + expected.mean();
                assertClose(due, back[i]);
            }
            assertClose(z, candidate.quantize(absmax, block2));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("bits")
    void weights_codes_and_scales_share_the_bits(DoubleQuant candidate) {
        assertClose(4.126953125, candidate.bitsPerParam(4, 64, 8, 256, 32));
        assertClose(4.1259765625, candidate.bitsPerParam(4, 64, 8, 256, 16));
        assertClose(2.75, candidate.bitsPerParam(2, 8, 4, 4, 8));
        assertClose(3 + 5.0 / 7 + 11.0 / 21, candidate.bitsPerParam(3, 7, 5, 3, 11));
        assertClose(8 + 8.0 / 128 + 32.0 / 128, candidate.bitsPerParam(8, 128, 8, 1, 32));
        assertClose(44.0, candidate.bitsPerParam(4, 1, 8, 1, 32));
        assertClose(3.0, candidate.bitsPerParam(1, 1, 1, 1, 1));
        // 2^32 weights, more than an int holds.
        assertClose(4 + 0x1p-13 + 0x1p-27, candidate.bitsPerParam(4, 65536, 8, 65536, 32));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_absmax_and_no_quantization(DoubleQuant candidate) {
        double[][] broken = {null, {}, {-1e-300}, {1, -2}, {1, Double.NaN}, {Double.POSITIVE_INFINITY, 1},
                {Double.NEGATIVE_INFINITY}};
        for (double[] bad : broken) {
            assertRejects("absmax = " + Arrays.toString(bad), () -> candidate.quantize(bad, 2));
        }
        int[] q = {1, -2, 3};
        double[] scale = {1, 2};
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("quantize, block2 = " + bad, () -> candidate.quantize(new double[]{1, 2}, bad));
            assertRejects("dequantize, block2 = " + bad,
                    () -> candidate.dequantize(new Quant(q, scale, 0), bad));
            assertRejects("bits = " + bad, () -> candidate.bitsPerParam(bad, 64, 8, 256, 32));
            assertRejects("block = " + bad, () -> candidate.bitsPerParam(4, bad, 8, 256, 32));
            assertRejects("qBits = " + bad, () -> candidate.bitsPerParam(4, 64, bad, 256, 32));
            assertRejects("block2 = " + bad, () -> candidate.bitsPerParam(4, 64, 8, bad, 32));
            assertRejects("scaleBits = " + bad, () -> candidate.bitsPerParam(4, 64, 8, 256, bad));
        }
        refusesQuant(candidate, q, scale);
        assertExact(new Quant(new int[]{0}, new double[]{1}, 0), candidate.quantize(new double[]{0}, 1));
        assertExact(new double[]{-127},
                candidate.dequantize(new Quant(new int[]{-127}, new double[]{1}, 0), 1));
    }

    @Test
    @Points(5)
    @About("scale")
    void the_scales_of_a_large_model(DoubleQuant candidate, Draw draw) {
        candidate.quantize(draw.vector(4000, 0.1, 2), 256);
        // 400 000 values of which 1000 differ, so that none is close to a half.
        double[] some = fair(draw, 1000, 1000);
        var absmax = new double[400_000];
        Arrays.setAll(absmax, i -> some[i % 1000]);
        Quant part = expected(some, 1000);
        var q = new int[absmax.length];
        Arrays.setAll(q, i -> part.q()[i % 1000]);
        var scale = new double[400];
        Arrays.fill(scale, part.scale()[0]);
        assertClose(new Quant(q, scale, part.mean()), candidate.quantize(absmax, 1000));
    }

    private static void refusesQuant(DoubleQuant candidate, int[] q, double[] scale) {
        assertRejects("z = null", () -> candidate.dequantize(null, 2));
        for (int[] bad : new int[][]{null, {}, {1, 2}, {1, 2, 3, 4, 5}, {-128, 2, 3}, {1, -128, 3},
                {1, 2, 128}}) {
            assertRejects("q = " + Arrays.toString(bad),
                    () -> candidate.dequantize(new Quant(bad, scale, 0), 2));
        }
        assertRejects("nothing", () -> candidate.dequantize(new Quant(new int[0], new double[0], 0), 2));
        double[][] scales = {null, {}, {1}, {1, 2, 3}, {1, 0}, {-1, 2}, {Double.NaN, 2},
                {1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 2}};
        for (double[] bad : scales) {
            assertRejects("scale = " + Arrays.toString(bad),
                    () -> candidate.dequantize(new Quant(q, bad, 0), 2));
        }
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejects("mean = " + bad, () -> candidate.dequantize(new Quant(q, scale, bad), 2));
        }
    }

    /// Values of which none comes close to a half when quantized.
    private static double[] fair(Draw draw, int n, int block2) {
        while (true) {
            double[] absmax = draw.vector(n, 0.1, 2);
            Quant z = expected(absmax, block2);
            boolean fair = true;
            for (int i = 0; i < n; i++) {
                double quotient = Math.abs(absmax[i] - z.mean()) / z.scale()[i / block2];
                fair &= Math.abs(quotient % 1 - 0.5) > 1e-6;
            }
            if (fair) {
                return absmax;
            }
        }
    }

    /// Block by block, for values that are not all equal within a block.
    private static Quant expected(double[] absmax, int block2) {
        double mean = Arrays.stream(absmax).sum() / absmax.length;
        double[] off = Arrays.stream(absmax).map(value -> value - mean).toArray();
        var q = new int[off.length];
        var scale = new double[Math.ceilDiv(off.length, block2)];
        for (int b = 0; b < scale.length; b++) {
            int end = Math.min((b + 1) * block2, off.length);
            scale[b] = Arrays.stream(off, b * block2, end).map(Math::abs).max().getAsDouble() / 127;
            for (int i = b * block2; i < end; i++) {
                q[i] = (int) Math.rint(off[i] / scale[b]);
            }
        }
        return new Quant(q, scale, mean);
    }
}
