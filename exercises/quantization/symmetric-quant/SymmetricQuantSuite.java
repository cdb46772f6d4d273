package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.SymmetricQuant;
import exercise.SymmetricQuant.Quantized;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes are compared exactly, scales and numbers within a relative error of 1e-9:
/// right solutions are off by 1e-15, single precision by 1e-8, and a wrong divisor
/// by 3e-5 at 16 bits, where it is hardest to see. Outside the test about rounding no
/// quotient comes nearer to a half than 1e-6.
class SymmetricQuantSuite {
    /// Scales are as small as 1e-90: an absolute tolerance would accept anything.
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_examples_of_the_statement(SymmetricQuant candidate) {
        double[] x = {-1, 0.51, 0.26, 0, 0.7};
        int[] eight = {-127, 65, 33, 0, 89};
        check(candidate, x, 8, 1.0 / 127, eight);
        assertClose(new double[]{-1, 65 / 127.0, 33 / 127.0, 0, 89 / 127.0},
                candidate.dequantize(new Quantized(eight, 1.0 / 127)), RELATIVE);
        int[] four = {-7, 4, 2, 0, 5};
        check(candidate, x, 4, 1.0 / 7, four);
        assertClose(new double[]{-1, 4 / 7.0, 2 / 7.0, 0, 5 / 7.0},
                candidate.dequantize(new Quantized(four, 1.0 / 7)), RELATIVE);
    }

    @Test
    @Points(15)
    @About("scale")
    void the_largest_magnitude_sets_the_scale(SymmetricQuant candidate, Draw draw) {
        check(candidate, new double[]{-2.54, 1, 0.56}, 8, 0.02, -127, 50, 28);
        check(candidate, new double[]{1, 0.56, 2.54}, 8, 0.02, 50, 28, 127);
        check(candidate, new double[]{0.56, -2.54, 2.5}, 8, 0.02, 28, -127, 125);
        check(candidate, new double[]{-5, 5}, 4, 5.0 / 7, -7, 7);
        check(candidate, new double[]{-0.25, -1.4, -0.06}, 4, 0.2, -1, -7, 0);
        check(candidate, new double[]{0.25, 1.4, 0.06}, 4, 0.2, 1, 7, 0);
        check(candidate, new double[]{-3}, 4, 3.0 / 7, -7);
        check(candidate, new double[]{3}, 4, 3.0 / 7, 7);
        for (int round = 0; round < 40; round++) {
            int bits = draw.integer(2, 16);
            double[] x = numbers(draw, draw.integer(1, 12), bits);
            assertClose(exactly(x, bits), candidate.quantize(x, bits), RELATIVE);
        }
    }

    @Test
    @Points(10)
    @About("zeros")
    void nothing_but_zeros_has_scale_one(SymmetricQuant candidate) {
        for (int bits : new int[]{2, 4, 8, 16}) {
            check(candidate, new double[5], bits, 1, new int[5]);
            check(candidate, new double[]{0}, bits, 1, 0);
            check(candidate, new double[]{-0.0, 0}, bits, 1, 0, 0);
        }
        assertExact(new double[3], candidate.dequantize(new Quantized(new int[3], 1)));
        assertExact(new double[2], candidate.dequantize(new Quantized(new int[2], 0.25)));
        // Small is not the same as zero.
        check(candidate, new double[]{0, 1.27e-88, -1e-90}, 8, 1e-90, 0, 127, -1);
        check(candidate, new double[]{-7e-13, 0}, 4, 1e-13, -7, 0);
    }

    @Test
    @Points(15)
    @About("rounding")
    void halves_go_to_the_even_number(SymmetricQuant candidate) {
        double[] halves = {127, 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, -3.5, 126.5, -126.5, 125.5, -125.5};
        int[] codes = {127, 0, 2, 2, 4, 0, -2, -2, -4, 126, -126, 126, -126};
        // All scales are powers of two, so that no operation loses a bit.
        for (double step : new double[]{1, 0.125, 32, 0x1p-40}) {
            check(candidate, times(halves, step), 8, step, codes);
        }
        check(candidate, new double[]{-7, 3.5, 4.5, -5.5, 6.5, 0.5}, 4, 1, -7, 4, 4, -6, 6, 0);
        check(candidate, new double[]{0.5, 0.25, -0.25}, 2, 0.5, 1, 0, 0);
        check(candidate, new double[]{-32767, 0.5, 16383.5, 32766.5}, 16, 1, -32767, 0, 16384, 32766);
        // A little to either side of a half.
        check(candidate, new double[]{127, 2.499, 2.501, -2.499, -2.501}, 8, 1, 127, 2, 3, -2, -3);
    }

    @Test
    @Points(15)
    @About("properties")
    void half_a_step_is_the_largest_error(SymmetricQuant candidate, Draw draw) {
        for (int round = 0; round < 40; round++) {
            int bits = draw.integer(2, 16);
            checkProperties(candidate, numbers(draw, draw.integer(1, 40), bits), bits);
        }
        checkProperties(candidate, numbers(draw, 1_000, 8), 8);
        checkProperties(candidate, numbers(draw, 200_000, 8), 8);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("symmetry")
    void the_codes_of_opposite_numbers_are_opposite(SymmetricQuant candidate, Draw draw) {
        for (int round = 0; round < 30; round++) {
            int bits = draw.integer(2, 16);
            double[] x = numbers(draw, draw.integer(1, 20), bits);
            Quantized plain = candidate.quantize(x, bits);
            assertClose(exactly(x, bits), plain, RELATIVE);
            int[] opposite = Arrays.stream(plain.q()).map(code -> -code).toArray();
            assertClose(new Quantized(opposite, plain.scale()), candidate.quantize(times(x, -1), bits),
                    RELATIVE);
            // A power of two moves the scale and nothing else.
            assertClose(new Quantized(plain.q(), plain.scale() * 0.25),
                    candidate.quantize(times(x, 0.25), bits), RELATIVE);
        }
    }

    @Test
    @Points(5)
    @About("bits")
    void from_two_bits_to_sixteen(SymmetricQuant candidate, Draw draw) {
        check(candidate, new double[]{1, 0.4, 0.6, -0.6, -0.4, -1, 0}, 2, 1, 1, 0, 1, -1, 0, -1, 0);
        check(candidate, new double[]{-3, 1.2, 2.7, 0.4}, 3, 1, -3, 1, 3, 0);
        check(candidate, new double[]{32767, -20000.3, 128, -1}, 16, 1, 32767, -20000, 128, -1);
        check(candidate, new double[]{-163.835, 100}, 16, 0.005, -32767, 20000);
        for (int code : candidate.quantize(numbers(draw, 200, 2), 2).q()) {
            assertHolds(-1 <= code && code <= 1, "2 bits have no code %d", code);
        }
        double[] back = candidate.dequantize(new Quantized(new int[]{300, -32767, 1, -40_000}, 0.5));
        assertClose(new double[]{150, -16383.5, 0.5, -20_000}, back, RELATIVE);
        assertClose(new double[]{-2e50},
                candidate.dequantize(new Quantized(new int[]{-2}, 1e50)), RELATIVE);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(SymmetricQuant candidate) {
        // Whoever refuses everything has validated nothing.
        check(candidate, new double[]{1}, 2, 1, 1);
        check(candidate, new double[]{-32767}, 16, 1, -32767);
        assertClose(new double[]{3e-100}, candidate.dequantize(new Quantized(new int[]{3}, 1e-100)),
                RELATIVE);

        assertRejects("x = null", () -> candidate.quantize(null, 8));
        assertRejects("no numbers", () -> candidate.quantize(new double[0], 8));
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejects("x with " + bad, () -> candidate.quantize(new double[]{1, 2, bad}, 8));
            assertRejects("x with " + bad, () -> candidate.quantize(new double[]{bad, 2, 1}, 8));
            assertRejects("x of nothing but " + bad, () -> candidate.quantize(new double[]{bad}, 8));
            assertRejects("scale = " + bad, () -> candidate.dequantize(new Quantized(new int[]{1}, bad)));
        }
        for (int bits : new int[]{1, 0, -1, 17, 32, 33, 40, Integer.MIN_VALUE}) {
            assertRejects("bits = " + bits, () -> candidate.quantize(new double[]{1, -0.5}, bits));
            assertRejects("only zeros, bits = " + bits, () -> candidate.quantize(new double[2], bits));
        }
        assertRejects("z = null", () -> candidate.dequantize(null));
        assertRejects("q = null", () -> candidate.dequantize(new Quantized(null, 1)));
        assertRejects("no codes", () -> candidate.dequantize(new Quantized(new int[0], 1)));
        for (double bad : new double[]{0, -0.0, -0.25, -1e-100}) {
            assertRejects("scale = " + bad, () -> candidate.dequantize(new Quantized(new int[]{0, 1}, bad)));
        }
    }

    private static void check(SymmetricQuant candidate, double[] x, int bits, double scale, int... codes) {
        assertClose(new Quantized(codes, scale), candidate.quantize(x, bits), RELATIVE);
    }

    private static void checkProperties(SymmetricQuant candidate, double[] x, int bits) {
        Quantized z = candidate.quantize(x, bits);
        assertHolds(z != null && z.q() != null && z.q().length == x.length, "one code for each number");
        double[] back = candidate.dequantize(z);
        assertHolds(back != null && back.length == x.length, "one number for each code");
        int qmax = (1 << (bits - 1)) - 1;
        boolean full = false;
        for (int i = 0; i < x.length; i++) {
            int code = z.q()[i];
            assertHolds(Math.abs(code) <= qmax, "code %d with %d bits", code, bits);
            assertHolds(code * Math.signum(x[i]) >= 0, "%s has the code %d", x[i], code);
            double error = Math.abs(x[i] - back[i]);
            assertHolds(error <= z.scale() / 2 * (1 + 1e-9),
                    "%s comes back as %s, more than half a step of %s", x[i], back[i], z.scale());
            full |= Math.abs(code) == qmax;
        }
        assertHolds(full, "no number has the last code, %d", qmax);
        // The numbers on the grid have their own codes again.
        assertClose(z, candidate.quantize(back, bits), RELATIVE);
    }

    /// The definition in exact arithmetic: x / scale = x * qmax / max|x|.
    private static Quantized exactly(double[] x, int bits) {
        int qmax = (1 << (bits - 1)) - 1;
        double largest = Arrays.stream(x).map(Math::abs).max().getAsDouble();
        var codes = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            codes[i] = new BigDecimal(x[i]).multiply(BigDecimal.valueOf(qmax))
                    .divide(new BigDecimal(largest), 0, RoundingMode.HALF_EVEN)
                    .intValueExact();
        }
        return new Quantized(codes, largest / qmax);
    }

    private static double[] times(double[] x, double factor) {
        return Arrays.stream(x).map(value -> value * factor).toArray();
    }

    /// Every second time at a magnitude of its own, the extreme anywhere and of either
    /// sign. Never so close to a half that the order of the operations could matter.
    private static double[] numbers(Draw draw, int length, int bits) {
        double unit = draw.coin() ? 1 : Math.pow(10, draw.uniform(-80, 80));
        int qmax = (1 << (bits - 1)) - 1;
        double largest = draw.uniform(0.5, 4);
        var x = new double[length];
        for (int i = 0; i < length; i++) {
            double steps;
            do {
                steps = draw.uniform(-1, 1) * qmax;
            } while (Math.abs(Math.abs(steps - Math.rint(steps)) - 0.5) < 1e-6);
            x[i] = steps / qmax * largest * unit;
        }
        x[draw.integer(0, length - 1)] = (draw.coin() ? largest : -largest) * unit;
        return x;
    }
}
