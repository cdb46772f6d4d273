package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.PerChannelQuant;
import exercise.PerChannelQuant.Quant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes are exact. Scales and mean squares may be off by a relative 1e-9, of which
/// sums in another order use less than a ten-thousandth; single precision is off by
/// 1e-8, and a divisor of 128 for 127 by 8e-3. Quotients keep 1e-6 away from halves but
/// where the scale is a power of two.
class PerChannelQuantSuite {
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);
    private static final int TENSOR = -1;
    private static final int ROWS = 0;
    private static final int COLUMNS = 1;

    private static final double[][] EXAMPLE = {{100, -51, 25, 3}, {0.5, -0.1, 0.02, 0.3}};

    @Test
    @Points(20)
    @About("tensor")
    @Sample
    void one_scale_for_the_tensor(PerChannelQuant candidate, Draw draw) {
        int[][] rounded = {{127, -65, 32, 4}, {1, 0, 0, 0}};
        var example = new Quant(rounded, new double[]{100.0 / 127});
        assertClose(example, candidate.perTensor(EXAMPLE, 8), RELATIVE);
        assertClose(0.03461623163246341, candidate.mse(EXAMPLE, example, TENSOR), RELATIVE);
        // The extreme is negative; halves go to the even code.
        double[][] w = {{-7, 2.5, 3.5}, {0.5, -1.5, 6.5}};
        var codes = new Quant(new int[][]{{-7, 2, 4}, {0, -2, 6}}, new double[]{1});
        assertClose(codes, candidate.perTensor(w, 4), RELATIVE);
        // five errors of a half
        assertClose(1.25 / 6, candidate.mse(w, codes, TENSOR), RELATIVE);
        // Codes that nobody would have chosen: errors 1 - 3, -2 + 100, 0.5
        double[][] row = {{1, -2, 0.5}};
        var odd = new Quant(new int[][]{{6, -200, 0}}, new double[]{0.5});
        assertClose((4 + 9604 + 0.25) / 3, candidate.mse(row, odd, TENSOR), RELATIVE);
        checkRandom(candidate, draw, TENSOR);
    }

    @Test
    @Points(20)
    @About("rows")
    void a_scale_for_each_row(PerChannelQuant candidate, Draw draw) {
        var example = new Quant(new int[][]{{127, -65, 32, 4}, {127, -25, 5, 76}},
                new double[]{100.0 / 127, 0.5 / 127});
        assertClose(example, candidate.perChannel(EXAMPLE, 8, ROWS), RELATIVE);
        assertClose(0.011741673383346909, candidate.mse(EXAMPLE, example, ROWS), RELATIVE);
        double[][] square = {{-3, 1.5}, {0.25, 0.75}};
        var codes = new Quant(new int[][]{{-3, 2}, {1, 3}}, new double[]{1, 0.25});
        assertClose(codes, candidate.perChannel(square, 3, ROWS), RELATIVE);
        assertClose(0.0625, candidate.mse(square, codes, ROWS), RELATIVE);
        checkRandom(candidate, draw, ROWS);
    }

    @Test
    @Points(15)
    @About("columns")
    void a_scale_for_each_column(PerChannelQuant candidate, Draw draw) {
        var example = new Quant(new int[][]{{127, -127, 127, 127}, {1, 0, 0, 13}},
                new double[]{100.0 / 127, 51.0 / 127, 25.0 / 127, 3.0 / 127});
        assertClose(example, candidate.perChannel(EXAMPLE, 8, COLUMNS), RELATIVE);
        assertClose(0.01163123566247133, candidate.mse(EXAMPLE, example, COLUMNS), RELATIVE);
        double[][] square = {{-3, 0.25}, {1.5, 0.75}};
        var codes = new Quant(new int[][]{{-3, 1}, {2, 3}}, new double[]{1, 0.25});
        assertClose(codes, candidate.perChannel(square, 3, COLUMNS), RELATIVE);
        assertClose(0.0625, candidate.mse(square, codes, COLUMNS), RELATIVE);
        checkRandom(candidate, draw, COLUMNS);
    }

    @Test
    @Points(15)
    @About("granularity")
    void a_wide_row_spoils_one_scale_for_all(PerChannelQuant candidate, Draw draw) {
        double[][] w = matrix(draw, 32, 48, 8);
        int wide = draw.integer(0, 31);
        for (int j = 0; j < 48; j++) {
            w[wide][j] = draw.integer(-100, 100);
        }
        w[wide][draw.integer(0, 47)] = 100;
        Quant coarse = candidate.perTensor(w, 8);
        Quant fine = candidate.perChannel(w, 8, ROWS);
        double spoilt = candidate.mse(w, coarse, TENSOR);
        double kept = candidate.mse(w, fine, ROWS);
        assertClose(mean(w, coarse, TENSOR), spoilt, RELATIVE);
        assertClose(mean(w, fine, ROWS), kept, RELATIVE);
        assertHolds(kept < spoilt / 10, "per row %s, per tensor %s", kept, spoilt);
        // What belongs to the columns of a matrix belongs to the rows of its transpose.
        double[][] m = matrix(draw, 5, 9, 6);
        Quant columns = candidate.perChannel(m, 6, COLUMNS);
        Quant rows = candidate.perChannel(transposed(m), 6, ROWS);
        assertClose(columns.scale(), rows.scale(), RELATIVE);
        assertClose(candidate.mse(m, columns, COLUMNS), candidate.mse(transposed(m), rows, ROWS), RELATIVE);

        double[][] large = large(draw, 600, 700, 8);
        Quant codes = expected(large, 8, TENSOR);
        assertClose(codes, candidate.perTensor(large, 8), RELATIVE);
        assertClose(mean(large, codes, TENSOR), candidate.mse(large, codes, TENSOR), RELATIVE);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("zeros")
    void a_channel_of_zeros_has_scale_one(PerChannelQuant candidate) {
        double[][] w = {{0, 0, -0.0}, {1.5, -3, 0}};
        assertClose(new Quant(new int[][]{{0, 0, 0}, {2, -3, 0}}, new double[]{1, 1}),
                candidate.perChannel(w, 3, ROWS), RELATIVE);
        assertClose(new Quant(new int[][]{{0, 0, 0}, {3, -3, 0}}, new double[]{0.5, 1, 1}),
                candidate.perChannel(w, 3, COLUMNS), RELATIVE);
        assertClose(new Quant(new int[][]{{0, 0, 0}, {2, -3, 0}}, new double[]{1}),
                candidate.perTensor(w, 3), RELATIVE);
        double[][] nothing = new double[2][3];
        var zeros = new int[2][3];
        assertClose(new Quant(zeros, new double[]{1}), candidate.perTensor(nothing, 8), RELATIVE);
        assertClose(new Quant(zeros, new double[]{1, 1}), candidate.perChannel(nothing, 8, ROWS), RELATIVE);
        assertClose(new Quant(zeros, new double[]{1, 1, 1}), candidate.perChannel(nothing, 8, COLUMNS),
                RELATIVE);
        assertClose(0.0, candidate.mse(nothing, new Quant(zeros, new double[]{7}), TENSOR), RELATIVE);
        // Behind a channel that has another scale.
        double[][] between = {{14, -2.5}, {0, 0}, {7, 1.25}};
        assertClose(new Quant(new int[][]{{7, -1}, {0, 0}, {7, 1}}, new double[]{2, 1, 1}),
                candidate.perChannel(between, 4, ROWS), RELATIVE);
        assertClose(new Quant(new int[][]{{7, 0, 7}, {-1, 0, 1}}, new double[]{2, 1, 1}),
                candidate.perChannel(new double[][]{{14, 0, 7}, {-2.5, 0, 1.25}}, 4, COLUMNS), RELATIVE);
        // Small is not the same as zero.
        double[][] small = {{7e-90, 1e-90}, {0, -7}};
        assertClose(new Quant(new int[][]{{7, 1}, {0, -7}}, new double[]{1e-90, 1}),
                candidate.perChannel(small, 4, ROWS), RELATIVE);
    }

    @Test
    @Points(10)
    @About("single")
    void with_one_channel_the_axis_does_not_matter(PerChannelQuant candidate, Draw draw) {
        for (int bits : new int[]{2, 8, 16}) {
            double[][] row = matrix(draw, 1, 6, bits);
            Quant whole = candidate.perTensor(row, bits);
            assertClose(expected(row, bits, TENSOR), whole, RELATIVE);
            assertClose(whole, candidate.perChannel(row, bits, ROWS), RELATIVE);
            double[][] column = matrix(draw, 6, 1, bits);
            whole = candidate.perTensor(column, bits);
            assertClose(expected(column, bits, TENSOR), whole, RELATIVE);
            assertClose(whole, candidate.perChannel(column, bits, COLUMNS), RELATIVE);
            double error = mean(column, whole, TENSOR);
            assertClose(error, candidate.mse(column, whole, TENSOR), RELATIVE);
            assertClose(error, candidate.mse(column, whole, COLUMNS), RELATIVE);
        }
        double[][] one = {{-0.3}};
        int last = 32767;
        var code = new Quant(new int[][]{{-last}}, new double[]{0.3 / last});
        assertClose(code, candidate.perTensor(one, 16), RELATIVE);
        assertClose(code, candidate.perChannel(one, 16, ROWS), RELATIVE);
        assertClose(code, candidate.perChannel(one, 16, COLUMNS), RELATIVE);
        assertClose(0.09, candidate.mse(one, new Quant(new int[][]{{-1}}, new double[]{0.6}), ROWS),
                RELATIVE);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(PerChannelQuant candidate) {
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        var codes = new int[][]{{1, 2}, {3, 4}};
        for (double[][] bad : broken) {
            String what = "w = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.perTensor(bad, 8));
            assertRejects(what, () -> candidate.perChannel(bad, 8, ROWS));
            assertRejects(what, () -> candidate.perChannel(bad, 8, COLUMNS));
            assertRejects(what, () -> candidate.mse(bad, new Quant(codes, new double[]{1}), TENSOR));
        }
        double[][] good = {{1, 2}, {3, 4}};
        for (int bits : new int[]{1, 0, -8, 17, 32, 40}) {
            assertRejects("bits = " + bits, () -> candidate.perTensor(good, bits));
            assertRejects("bits = " + bits, () -> candidate.perChannel(good, bits, ROWS));
            assertRejects("bits = " + bits, () -> candidate.perChannel(new double[2][2], bits, COLUMNS));
        }
        for (int axis : new int[]{-1, -2, 2, 3}) {
            assertRejects("axis = " + axis, () -> candidate.perChannel(good, 8, axis));
        }
        for (int axis : new int[]{-2, 2, 3, Integer.MIN_VALUE}) {
            for (double[] scales : new double[][]{{1}, {1, 1}}) {
                assertRejects("axis = " + axis, () -> candidate.mse(good, new Quant(codes, scales), axis));
            }
        }
        refusesQuants(candidate, good, codes);
    }

    private static void refusesQuants(PerChannelQuant candidate, double[][] good, int[][] codes) {
        for (int axis : new int[]{TENSOR, ROWS, COLUMNS}) {
            double[] scales = axis == TENSOR ? new double[]{1} : new double[]{1, 1};
            assertRejects("z = null", () -> candidate.mse(good, null, axis));
            assertRejects("q = null", () -> candidate.mse(good, new Quant(null, scales), axis));
            assertRejects("scale = null", () -> candidate.mse(good, new Quant(codes, null), axis));
            int[][][] shapes = {{}, {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1, 2}, null}, {null, {1, 2}},
                    {{1, 2}, {3}}, {{1}, {3, 4}}, {{1, 2}, {3, 4, 5}}, {{1, 2, 3}, {4, 5, 6}}};
            for (int[][] bad : shapes) {
                assertRejects("q = " + Arrays.deepToString(bad),
                        () -> candidate.mse(good, new Quant(bad, scales), axis));
            }
            for (double bad : new double[]{0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
                double[] last = scales.clone();
                last[last.length - 1] = bad;
                assertRejects("scale = " + bad, () -> candidate.mse(good, new Quant(codes, last), axis));
                double[] first = scales.clone();
                first[0] = bad;
                assertRejects("scale = " + bad, () -> candidate.mse(good, new Quant(codes, first), axis));
            }
        }
        double[][] w = {{1, 2, 3}, {4, 5, 6}};
        int[] due = {1, 2, 3};
        for (int axis = TENSOR; axis <= COLUMNS; axis++) {
            for (int length = 0; length <= 4; length++) {
                var scales = new double[length];
                Arrays.fill(scales, 1);
                var z = new Quant(new int[][]{{1, 2, 3}, {4, 5, 7}}, scales);
                int channels = axis;
                if (length == due[axis + 1]) {
                    assertClose(1.0 / 6, candidate.mse(w, z, axis), RELATIVE);
                } else {
                    assertRejects(length + " scales for axis " + axis, () -> candidate.mse(w, z, channels));
                }
            }
        }
    }

    private static void checkRandom(PerChannelQuant candidate, Draw draw, int axis) {
        for (int round = 0; round < 25; round++) {
            int bits = draw.integer(2, 16);
            int rows = draw.integer(1, 6);
            double[][] w = matrix(draw, rows, draw.coin() ? rows : draw.integer(1, 6), bits);
            Quant z = expected(w, bits, axis);
            Quant actual = axis == TENSOR ? candidate.perTensor(w, bits)
                    : candidate.perChannel(w, bits, axis);
            assertClose(z, actual, RELATIVE);
            // Other scales and codes than the best: they must be used, not computed anew.
            for (int[] row : z.q()) {
                row[draw.integer(0, row.length - 1)] += draw.integer(-3, 3);
            }
            for (int c = 0; c < z.scale().length; c++) {
                z.scale()[c] *= draw.uniform(0.7, 1.4);
            }
            assertClose(mean(w, z, axis), candidate.mse(w, z, axis), RELATIVE);
        }
    }

    /// The definition, channel by channel, without rounding to even: no quotient is a half.
    private static Quant expected(double[][] w, int bits, int axis) {
        int qmax = (1 << (bits - 1)) - 1;
        double[] scales = scales(w, qmax, axis);
        var codes = new int[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                codes[i][j] = (int) Math.floor(w[i][j] / scales[channel(i, j, axis)] + 0.5);
            }
        }
        return new Quant(codes, scales);
    }

    private static double[] scales(double[][] w, int qmax, int axis) {
        var scales = new double[axis == TENSOR ? 1 : axis == ROWS ? w.length : w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                int channel = channel(i, j, axis);
                scales[channel] = Math.max(scales[channel], Math.abs(w[i][j]) / qmax);
            }
        }
        return scales;
    }

    private static double mean(double[][] w, Quant z, int axis) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                sum += Math.pow(w[i][j] - z.q()[i][j] * z.scale()[channel(i, j, axis)], 2);
            }
        }
        return sum / w.length / w[0].length;
    }

    private static int channel(int i, int j, int axis) {
        return axis == TENSOR ? 0 : axis == ROWS ? i : j;
    }

    private static double[][] transposed(double[][] w) {
        var result = new double[w[0].length][w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                result[j][i] = w[i][j];
            }
        }
        return result;
    }

    /// Numbers in ±1 without quotients near a half, whatever shares a scale.
    private static double[][] matrix(Draw draw, int rows, int columns, int bits) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, -1, 1);
            if (fair(w, bits, TENSOR) && fair(w, bits, ROWS) && fair(w, bits, COLUMNS)) {
                return w;
            }
        }
    }

    private static boolean fair(double[][] w, int bits, int axis) {
        double[] scales = scales(w, (1 << (bits - 1)) - 1, axis);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                if (half(w[i][j] / scales[channel(i, j, axis)])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean half(double quotient) {
        return Math.abs(Math.abs(quotient - Math.rint(quotient)) - 0.5) < 1e-6;
    }

    /// So many that one among them would come too near to a half: drawn one by one.
    private static double[][] large(Draw draw, int rows, int columns, int bits) {
        int qmax = (1 << (bits - 1)) - 1;
        var w = new double[rows][columns];
        for (double[] row : w) {
            for (int j = 0; j < columns; j++) {
                double quotient;
                do {
                    quotient = draw.uniform(-qmax, qmax);
                } while (half(quotient));
                row[j] = quotient / qmax;
            }
        }
        w[draw.integer(0, rows - 1)][draw.integer(0, columns - 1)] = -1;
        return w;
    }
}
