package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Fp16RoundW8a16;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Halves are exact. The layer has the default tolerance, 1e-9 absolute plus 1e-9
/// relative; another order of summation stays below 1e-4 of it, and sums in single
/// precision exceed it 50 times. Random weights keep every quotient that is rounded
/// 1e-6 away from a half.
class Fp16RoundW8a16Suite {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(15)
    @About("range")
    @Sample
    void worked_example_and_overflow(Fp16RoundW8a16 candidate) {
        rounds(candidate, 0.1, 0.0999755859375);
        rounds(candidate, 0.3333, 0.333251953125);
        rounds(candidate, 1000.3, 1000.5);
        rounds(candidate, 65504, 65504);
        rounds(candidate, 65519.99, 65504);
        rounds(candidate, Math.nextDown(65520.0), 65504);
        for (double large : new double[]{65520, 65536, 1e6, 1e300, Double.MAX_VALUE, INFINITY}) {
            rounds(candidate, large, INFINITY);
        }
        rounds(candidate, 0, 0);
        for (double sure : new double[]{1, 1.5, 2, 2047, 2048, 4096, 32768, 0x1p-14}) {
            rounds(candidate, sure, sure);
        }
    }

    @Test
    @Points(15)
    @About("subnormal")
    void below_two_to_the_minus_14_in_steps_of_two_to_the_minus_24(Fp16RoundW8a16 candidate) {
        double step = 0x1p-24;
        rounds(candidate, step, step);
        rounds(candidate, 0x1p-25, 0);
        rounds(candidate, Math.nextUp(0x1p-25), step);
        rounds(candidate, Math.nextDown(0x1p-25), 0);
        rounds(candidate, 1.5 * step, 2 * step);
        rounds(candidate, 2.5 * step, 2 * step);
        rounds(candidate, 3.5 * step, 4 * step);
        rounds(candidate, 2.5000001 * step, 3 * step);
        rounds(candidate, 511.4 * step, 511 * step);
        rounds(candidate, 1022.5 * step, 1022 * step);
        rounds(candidate, 1023.5 * step, 0x1p-14);
        rounds(candidate, 1024.5 * step, 0x1p-14);
        rounds(candidate, 2047.5 * step, 0x1p-13);
        rounds(candidate, 1e-300, 0);
        rounds(candidate, Double.MIN_VALUE, 0);
        rounds(candidate, Double.MIN_NORMAL, 0);
        rounds(candidate, 1e-40, 0);
    }

    @Test
    @Points(15)
    @About("ties")
    void halves_go_to_the_even_significand(Fp16RoundW8a16 candidate) {
        rounds(candidate, 2049, 2048);
        rounds(candidate, 2051, 2052);
        rounds(candidate, 2053, 2052);
        rounds(candidate, 4098, 4096);
        rounds(candidate, 4102, 4104);
        rounds(candidate, 65488, 65472);
        rounds(candidate, 1 + 0x1p-11, 1);
        rounds(candidate, 1 + 3 * 0x1p-11, 1 + 0x1p-9);
        rounds(candidate, 2 - 0x1p-11, 2);
        rounds(candidate, 0.25 - 0x1p-14, 0.25);
        rounds(candidate, Math.nextDown(2049.0), 2048);
        rounds(candidate, Math.nextUp(2049.0), 2050);
        rounds(candidate, Math.nextDown(2051.0), 2050);
        rounds(candidate, Math.nextUp(2051.0), 2052);
    }

    @Test
    @Points(15)
    @About("single-rounding")
    void nothing_is_rounded_on_the_way(Fp16RoundW8a16 candidate, Draw draw) {
        rounds(candidate, 1 + 0x1p-11 + 0x1p-40, 1 + 0x1p-10);
        rounds(candidate, 1 + 3 * 0x1p-11 - 0x1p-40, 1 + 0x1p-10);
        rounds(candidate, 0x1p-25 + 0x1p-70, 0x1p-24);
        rounds(candidate, 65520 - 0x1p-20, 65504);
        for (int round = 0; round < 50; round++) {
            // An even half and, with a little more than half a step, its neighbour.
            double step = Math.scalb(1.0, draw.integer(-24, 4));
            double even = step * 2 * draw.integer(512, 1023);
            double little = step * Math.scalb(1.0, -draw.integer(30, 40));
            rounds(candidate, even + step / 2, even);
            rounds(candidate, even + step / 2 + little, even + step);
            rounds(candidate, even + step + step / 2 - little, even + step);
        }
    }

    @Test
    @Points(15)
    @About("patterns")
    void agrees_with_a_table_of_all_halves(Fp16RoundW8a16 candidate, Draw draw) {
        for (int round = 0; round < 1000; round++) {
            int bits = draw.integer(0, 0x7BFE);
            double below = half(bits);
            double above = half(bits + 1);
            double place = draw.uniform(0.001, 0.999);
            double near = place < 0.5 ? below : above;
            boolean exact = round % 4 == 0;
            double v = exact ? below : below + (above - below) * place;
            double sign = draw.coin() ? 1 : -1;
            assertExact(sign * (exact ? below : near), candidate.fp16Round(sign * v));
        }
    }

    @Test
    @Points(15)
    @About("linear")
    @Sample
    void the_layer_of_the_statement(Fp16RoundW8a16 candidate, Draw draw) {
        assertClose(new double[][]{{-1000.5288643423966, 1.2004942405880905}},
                candidate.linear(new double[][]{{0.1, 1000.3, -0.3333}},
                        new double[][]{{0.55, -1, 0.25}, {2, 0.01, -3}}));
        // Scale 1, so weights are their own quotients; halves go to even: 0, 2, -2.
        double[][] ties = {{127, 0.5, 1.5, -2.5}, {-127, -0.5, -1.5, 2.5}};
        assertClose(new double[][]{{127 + 40 - 200, -127 - 40 + 200}, {0, 0}},
                candidate.linear(new double[][]{{1, 4, 20, 100}, {0, 0, 0, 0}}, ties));
        // A row of zeros; an activation that becomes 0, and one that is a half already.
        assertClose(new double[][]{{0, 6}},
                candidate.linear(new double[][]{{3, 1e-9}}, new double[][]{{0, -0.0}, {2, 2}}));
        for (int round = 0; round < 5; round++) {
            int in = draw.integer(1, 7);
            double[][] x = draw.matrix(draw.integer(1, 5), in, -3, 3);
            double[][] w = fair(draw, draw.integer(1, 5), in);
            assertClose(expected(x, w), candidate.linear(x, w));
            assertClose(expected(x, w), candidate.linear(x, w));
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_number_and_no_layer(Fp16RoundW8a16 candidate) {
        assertRejects("NaN", () -> candidate.fp16Round(Double.NaN));
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, INFINITY}},
                        {{1, -INFINITY}, {3, 4}},
                {{1}, {2}}, {{1, 2, 3}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("x = " + what, () -> candidate.linear(bad, good));
            assertRejects("w = " + what, () -> candidate.linear(good, bad));
        }
        double[][] empty = {{}};
        assertRejects("no columns", () -> candidate.linear(empty, empty));
        for (double bad : new double[]{65520, -65520, 1e300}) {
            assertRejects("activation " + bad,
                    () -> candidate.linear(new double[][]{{1, 2}, {3, bad}}, good));
            assertRejects("activation " + bad, () -> candidate.linear(new double[][]{{bad, 2}}, good));
        }
        // 65519 becomes 65504, and weights may be as large as they like.
        assertClose(new double[][]{{65504e9}},
                candidate.linear(new double[][]{{-65519}}, new double[][]{{-1e9}}));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_layer(Fp16RoundW8a16 candidate, Draw draw) {
        candidate.linear(draw.matrix(16, 64, -3, 3), fair(draw, 16, 64));
        // 256 rows of either matrix, of which 8 differ: the expected value then costs little.
        double[][] x = draw.matrix(8, 256, -3, 3);
        double[][] w = fair(draw, 8, 256);
        double[][] few = expected(x, w);
        var manyX = new double[256][];
        var manyW = new double[256][];
        var y = new double[256][256];
        for (int i = 0; i < 256; i++) {
            manyX[i] = x[i % 8].clone();
            manyW[i] = w[i % 8].clone();
            double[] row = few[i % 8];
            Arrays.setAll(y[i], o -> row[o % 8]);
        }
        assertClose(y, candidate.linear(manyX, manyW));
    }

    /// The same for the negative number, signs of zeros included.
    private static void rounds(Fp16RoundW8a16 candidate, double v, double half) {
        for (double sign : new double[]{1, -1}) {
            double actual = candidate.fp16Round(sign * v);
            assertExact(sign * half, actual);
            assertHolds(Math.copySign(1, actual) == sign, "%s becomes %s", sign * v, actual);
        }
    }

    /// What 16 bits without a sign stand for.
    private static double half(int bits) {
        int exponent = bits >> 10;
        int fraction = bits & 0x3FF;
        return exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.scalb(1.0, exponent - 25);
    }

    /// Weights of which none comes close to a half when quantized.
    private static double[][] fair(Draw draw, int rows, int columns) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, -2, 2);
            if (Arrays.stream(w).allMatch(Fp16RoundW8a16Suite::fair)) {
                return w;
            }
        }
    }

    private static boolean fair(double[] row) {
        double step = reach(row) / 127;
        return Arrays.stream(row).noneMatch(weight -> Math.abs(Math.abs(weight / step) % 1 - 0.5) < 1e-6);
    }

    private static double reach(double[] row) {
        return Arrays.stream(row).map(Math::abs).max().getAsDouble();
    }

    private static double[][] expected(double[][] x, double[][] w) {
        var y = new double[x.length][w.length];
        for (int o = 0; o < w.length; o++) {
            double reach = reach(w[o]);
            for (int n = 0; n < x.length; n++) {
                double sum = 0;
                for (int i = 0; i < w[o].length; i++) {
                    sum += nearest(x[n][i]) * Math.rint(w[o][i] / (reach / 127));
                }
                y[n][o] = sum * reach / 127;
            }
        }
        return y;
    }

    /// The half nearest to a number that lies between two of them, by bisection.
    private static double nearest(double v) {
        int low = 0;
        int high = 0x7BFF;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (half(middle) <= Math.abs(v)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double near = Math.abs(v) - half(low) <= half(high) - Math.abs(v) ? half(low) : half(high);
        return Math.copySign(near, v);
    }
}
