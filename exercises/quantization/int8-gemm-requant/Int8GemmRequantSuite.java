package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Int8GemmRequant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is whole and compared exactly. Except in the test about rounding, scaled
/// sums keep 1e-6 away from halves.
class Int8GemmRequantSuite {
    private static final int MAX = Integer.MAX_VALUE;
    private static final int MIN = Integer.MIN_VALUE;

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_example_of_the_statement(Int8GemmRequant candidate) {
        int[][] a = {{-128, 0, 127}, {10, -20, 30}};
        int[][] b = {{1, -2}, {3, 4}, {-5, 127}};
        int[][] acc = {{-782, 16756}, {-261, 4039}};
        assertExact(acc, candidate.gemmInt32(a, -3, b, 2));
        assertExact(new int[][]{{-6, 127}, {2, 67}},
                candidate.requantize(acc, new int[]{100, -50}, 1 / 64.0, 5));
        // Each zero-point by itself, and their product alone: 4 - 3 = 1, 5 + 2 = 7.
        assertExact(new int[][]{{7}}, candidate.gemmInt32(new int[][]{{4}}, 3, new int[][]{{5}}, -2));
        assertExact(new int[][]{{5}}, candidate.gemmInt32(new int[][]{{4}}, 3, new int[][]{{5}}, 0));
        assertExact(new int[][]{{28}}, candidate.gemmInt32(new int[][]{{4}}, 0, new int[][]{{5}}, -2));
        assertExact(new int[][]{{-18}}, candidate.gemmInt32(new int[1][3], 3, new int[3][1], -2));
        // The largest of all products, 255², in every term.
        int[][] low = {{-128, -128, -128, -128}};
        int[][] high = {{127}, {127}, {127}, {127}};
        assertExact(new int[][]{{-4 * 255 * 255}}, candidate.gemmInt32(low, 127, high, -128));
        int[][] lowest = {{-128}, {-128}, {-128}, {-128}};
        assertExact(new int[][]{{4 * 255 * 255}}, candidate.gemmInt32(low, 127, lowest, 127));
        assertExact(new int[][]{{-4 * 255 * 255}},
                candidate.gemmInt32(new int[][]{{127, 127, 127, 127}}, -128, lowest, 127));
    }

    @Test
    @Points(10)
    @About("plain")
    void without_zero_points_it_is_a_matrix_product(Int8GemmRequant candidate, Draw draw) {
        int[][] row = {{1, 2, 3}};
        int[][] column = {{4}, {-5}, {6}};
        assertExact(new int[][]{{12}}, candidate.gemmInt32(row, 0, column, 0));
        assertExact(new int[][]{{4, 8, 12}, {-5, -10, -15}, {6, 12, 18}},
                candidate.gemmInt32(column, 0, row, 0));
        assertExact(new int[][]{{19, 22}, {43, 50}},
                candidate.gemmInt32(new int[][]{{1, 2}, {3, 4}}, 0, new int[][]{{5, 6}, {7, 8}}, 0));
        int[][] ends = {{-128, -128}, {127, 127}};
        assertExact(new int[][]{{128, 128}, {-127, -127}}, candidate.gemmInt32(ends, 0, ends, 0));
        for (int round = 0; round < 10; round++) {
            int[][] a = codes(draw, draw.integer(1, 6), draw.integer(1, 30));
            int[][] b = codes(draw, a[0].length, draw.integer(1, 6));
            assertExact(expected(a, 0, b, 0), candidate.gemmInt32(a, 0, b, 0));
        }
    }

    @Test
    @Points(15)
    @About("expanded")
    void zero_points_can_be_moved_out_of_the_sum(Int8GemmRequant candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            int inner = draw.integer(1, 40);
            int[][] a = codes(draw, draw.integer(1, 5), inner);
            int[][] b = codes(draw, inner, draw.integer(1, 5));
            int za = draw.integer(-128, 127);
            int zb = draw.integer(-128, 127);
            int[][] sums = candidate.gemmInt32(a, za, b, zb);
            assertExact(expected(a, za, b, zb), sums);
            // Adding a constant to codes and zero-point alike changes nothing.
            int[][] halved = Arrays.stream(a).map(row -> Arrays.stream(row).map(code -> code / 2).toArray())
                    .toArray(int[][]::new);
            int[][] moved = Arrays.stream(halved).map(row -> Arrays.stream(row).map(code -> code
                    + 9).toArray())
                    .toArray(int[][]::new);
            assertExact(candidate.gemmInt32(halved, 30, b, zb), candidate.gemmInt32(moved, 39, b, zb));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("requantize")
    void bias_first_and_clipping_last(Int8GemmRequant candidate, Draw draw) {
        int[][] acc = {{-1000, 300, 40}, {1000, -300, 0}};
        int[] bias = {200, -100, 7};
        // (-800, 200, 47), (1200, -400, 7) a tenth of it
        assertExact(new int[][]{{-80, 20, 5}, {120, -40, 1}}, candidate.requantize(acc, bias, 0.1, 0));
        assertExact(new int[][]{{-128, -40, -55}, {60, -100, -59}},
                candidate.requantize(acc, bias, 0.1, -60));
        assertExact(new int[][]{{-20, 80, 65}, {127, 20, 61}}, candidate.requantize(acc, bias, 0.1, 60));
        // One step to either side of each end; what is clipped before zy is added is lost.
        int[][] ends = {{126, 127, 128, -127, -128, -129}};
        assertExact(new int[][]{{126, 127, 127, -127, -128, -128}},
                candidate.requantize(ends, new int[6], 1, 0));
        int[][] far = {{200, 227, 228, -28, -229, -27}};
        assertExact(new int[][]{{100, 127, 127, -128, -128, -127}},
                candidate.requantize(far, new int[6], 1, -100));
        assertExact(new int[][]{{-100, -127, -128, -128, 127, 127}}, candidate.requantize(
                new int[][]{{-200, -227, -228, -229, 28, 27}}, new int[6], 1, 100));
        // The sum of accumulator and bias fits no int.
        assertExact(new int[][]{{127, -128}},
                candidate.requantize(new int[][]{{MAX, MIN}}, new int[]{1, -1}, 0.001, 0));
        assertExact(new int[][]{{64, -64}, {0, 0}}, candidate.requantize(new int[][]{{MAX, MIN}, {MIN, MAX}},
                new int[]{MAX, MIN}, 0x1p-26, 0));
        assertExact(new int[][]{{127, -128, 3}},
                candidate.requantize(new int[][]{{1, -1, 0}}, new int[3], 1e300, 3));
        assertExact(new int[][]{{127, -128}},
                candidate.requantize(new int[][]{{MAX, MIN}}, new int[2], 100, -128));
        for (int round = 0; round < 20; round++) {
            double multiplier = Math.pow(2, draw.uniform(-12, -4));
            int zy = draw.integer(-128, 127);
            int[] offsets = draw.integers(draw.integer(1, 6), -4_000, 4_000);
            int[][] sums = sums(draw, offsets, multiplier);
            assertExact(expected(sums, offsets, multiplier, zy),
                    candidate.requantize(sums, offsets, multiplier, zy));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("rounding")
    void halves_go_to_the_even_number(Int8GemmRequant candidate) {
        int[][] acc = {{1, 3, 5, -1, -3, -5, 253, -255, 255, -257}};
        assertExact(new int[][]{{0, 2, 2, 0, -2, -2, 126, -128, 127, -128}},
                candidate.requantize(acc, new int[10], 0.5, 0));
        // An odd zero-point tells whether the product was rounded or its sum with zy.
        assertExact(new int[][]{{7, 9, 9, 7, 5, 5, 127, -121, 127, -121}},
                candidate.requantize(acc, new int[10], 0.5, 7));
        assertExact(new int[][]{{-1, 1, 1, -1, -3, -3, 125, -128, 127, -128}},
                candidate.requantize(acc, new int[10], 0.5, -1));
        // 2, 6 and 10 quarters of an eighth: halves again, made by the bias.
        assertExact(new int[][]{{0, 2, 2}}, candidate.requantize(new int[][]{{15, 40, 9}},
                new int[]{-11, -28, 11}, 0.125, 0));
    }

    @Test
    @Points(10)
    @About("real")
    void half_a_step_away_from_the_product_of_real_numbers(Int8GemmRequant candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            int[][] a = codes(draw, 4, 24);
            int[][] b = codes(draw, 24, 5);
            int za = draw.integer(-20, 20);
            int zb = draw.integer(-20, 20);
            int zy = draw.integer(-60, 60);
            double sa = draw.uniform(0.001, 0.1);
            double sb = draw.uniform(0.001, 0.1);
            double sy = sa * sb * draw.uniform(300, 900);
            int[] bias = draw.integers(5, -9_000, 9_000);
            int[][] y = matrix(candidate.requantize(matrix(candidate.gemmInt32(a, za, b, zb), 4, 5), bias,
                    sa * sb / sy, zy), 4, 5);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 5; j++) {
                    double real = sa * sb * bias[j];
                    for (int k = 0; k < 24; k++) {
                        real += sa * (a[i][k] - za) * (sb * (b[k][j] - zb));
                    }
                    double lowest = sy * (-128 - zy);
                    double highest = sy * (127 - zy);
                    double nearest = Math.clamp(real, lowest, highest);
                    double error = Math.abs(nearest - sy * (y[i][j] - zy));
                    assertHolds(error <= sy / 2 * (1 + 1e-9), "%s became %s: half a step is %s", real,
                            sy * (y[i][j] - zy), sy / 2);
                }
            }
        }
    }

    @Test
    @Points(5)
    @About("errors")
    void refuses_what_is_no_code(Int8GemmRequant candidate) {
        int[][] good = {{1, 2}, {3, 4}};
        int[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}};
        int[] bias = {5, 6};
        for (int[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("a = " + what, () -> candidate.gemmInt32(bad, 0, good, 0));
            assertRejects("b = " + what, () -> candidate.gemmInt32(good, 0, bad, 0));
            assertRejects("acc = " + what, () -> candidate.requantize(bad, bias, 1, 0));
        }
        assertRejects("acc without columns", () -> candidate.requantize(new int[2][0], new int[0], 1, 0));
        for (int bad : new int[]{128, 200, -129, MAX, MIN}) {
            assertRejects("a with " + bad, () -> candidate.gemmInt32(new int[][]{{1, 2}, {3, bad}}, 0, good,
                    0));
            assertRejects("b with " + bad, () -> candidate.gemmInt32(good, 0, new int[][]{{bad, 2}, {3, 4}},
                    0));
            assertRejects("za = " + bad, () -> candidate.gemmInt32(good, bad, good, 0));
            assertRejects("zb = " + bad, () -> candidate.gemmInt32(good, 0, good, bad));
            assertRejects("zy = " + bad, () -> candidate.requantize(good, bias, 1, bad));
        }
        int[][] wide = {{1, 2, 3}, {4, 5, 6}};
        assertRejects("2 × 3 times 2 × 3", () -> candidate.gemmInt32(wide, 0, wide, 0));
        assertRejects("2 × 2 times 3 × 2",
                () -> candidate.gemmInt32(good, 0, new int[][]{{1, 2}, {3, 4}, {5, 6}}, 0));
        assertRejects("2 × 2 times 1 × 2", () -> candidate.gemmInt32(good, 0, new int[][]{{1, 2}}, 0));
        for (int[] bad : new int[][]{null, {}, {1}, {1, 2, 3}}) {
            assertRejects("bias = " + Arrays.toString(bad), () -> candidate.requantize(good, bad, 1, 0));
        }
        for (double bad : new double[]{0, -0.0, -1, -1e-100, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY}) {
            assertRejects("multiplier = " + bad, () -> candidate.requantize(good, bias, bad, 0));
        }
        atTheBounds(candidate);
    }

    private static void atTheBounds(Int8GemmRequant candidate) {
        assertExact(new int[][]{{-128}}, candidate.requantize(new int[][]{{-1}}, new int[]{1}, 1e-100, -128));
        assertExact(new int[][]{{127}}, candidate.requantize(new int[][]{{0}}, new int[]{0}, 1, 127));
        assertExact(new int[][]{{-255}},
                candidate.gemmInt32(new int[][]{{-128}}, 127, new int[][]{{-127}}, -128));
    }

    @Test
    @Points(10)
    @About("scale")
    void large_matrices(Int8GemmRequant candidate, Draw draw) {
        candidate.gemmInt32(codes(draw, 40, 50), 1, codes(draw, 50, 40), -1);
        int[][] a = codes(draw, 256, 512);
        int[][] b = codes(draw, 512, 256);
        int[][] sums = expected(a, 11, b, -7);
        assertExact(sums, candidate.gemmInt32(a, 11, b, -7));
        // 401 times 255²: an odd sum that single precision does not hold.
        var left = new int[1][401];
        Arrays.fill(left[0], -128);
        var right = new int[401][1];
        Arrays.fill(right, new int[]{-128});
        assertExact(new int[][]{{401 * 255 * 255}}, candidate.gemmInt32(left, 127, right, 127));
        int[] bias = draw.integers(256, -50_000, 50_000);
        assertExact(expected(sums, bias, 0x1.1p-12, 3), candidate.requantize(sums, bias, 0x1.1p-12, 3));
    }

    private static int[][] codes(Draw draw, int rows, int columns) {
        var codes = new int[rows][];
        for (int i = 0; i < rows; i++) {
            codes[i] = draw.integers(columns, -128, 127);
        }
        return codes;
    }

    /// Scaled sums from -200 to 200, which keep away from halves.
    private static int[][] sums(Draw draw, int[] bias, double multiplier) {
        var sums = new int[draw.integer(1, 5)][bias.length];
        for (int[] row : sums) {
            for (int j = 0; j < bias.length; j++) {
                double scaled;
                do {
                    row[j] = (int) (draw.uniform(-200, 200) / multiplier) - bias[j];
                    scaled = (row[j] + bias[j]) * multiplier;
                } while (Math.abs(Math.abs(scaled - Math.rint(scaled)) - 0.5) < 1e-6);
            }
        }
        return sums;
    }

    private static int[][] matrix(int[][] actual, int rows, int columns) {
        assertHolds(actual != null && actual.length == rows, "not %d rows", rows);
        for (int[] row : actual) {
            assertHolds(row != null && row.length == columns, "not %d columns", columns);
        }
        return actual;
    }

    /// The expanded form: Σ ab − za Σ b − zb Σ a + K za zb, in 64 bits.
    private static int[][] expected(int[][] a, int za, int[][] b, int zb) {
        int inner = b.length;
        var sums = new int[a.length][b[0].length];
        var columns = new long[b[0].length];
        for (int[] row : b) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
            }
        }
        for (int i = 0; i < a.length; i++) {
            long ofRow = Arrays.stream(a[i]).asLongStream().sum();
            for (int j = 0; j < columns.length; j++) {
                long products = 0;
                for (int k = 0; k < inner; k++) {
                    products += (long) a[i][k] * b[k][j];
                }
                sums[i][j] = Math.toIntExact(products - za * columns[j] - zb * ofRow
                        + (long) inner * za * zb);
            }
        }
        return sums;
    }

    /// The definition in exact arithmetic.
    private static int[][] expected(int[][] acc, int[] bias, double multiplier, int zy) {
        var codes = new int[acc.length][bias.length];
        var factor = new BigDecimal(multiplier);
        for (int i = 0; i < acc.length; i++) {
            for (int j = 0; j < bias.length; j++) {
                var sum = BigDecimal.valueOf((long) acc[i][j] + bias[j]);
                int steps = sum.multiply(factor).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
                codes[i][j] = Math.clamp((long) steps + zy, -128, 127);
            }
        }
        return codes;
    }
}
