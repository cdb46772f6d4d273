package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.GroupQuantInt4;
import exercise.GroupQuantInt4.Quant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes and zero-points are exact. Scales and weights may be off by a relative 1e-9:
/// right solutions are off by 1e-15, single precision by 1e-8, and a divisor of 16 for
/// 15 by 6 %. But in the tests about rounding no quotient comes nearer to a half than
/// 1e-6, neither of a weight nor of the lower end.
class GroupQuantInt4Suite {
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);

    @Test
    @Points(15)
    @About("example")
    @Sample
    void the_example_of_the_statement(GroupQuantInt4 candidate) {
        double[][] w = {{-1, 0.55, 2, 0.13, 0.3, 0.4}, {10, 0, 5, -5, -0.01, 0.02}};
        var z = new Quant(new int[][]{{0, 8, 15, 6, 11, 15}, {15, 5, 10, 0, 0, 15}},
                new double[][]{{0.2, 0.4 / 15}, {1, 0.002}}, new int[][]{{5, 0}, {5, 5}});
        assertClose(z, candidate.quantize(w, 4), RELATIVE);
        double[][] back = {{-1, 0.6, 2, 0.2, 4.4 / 15, 0.4}, {10, 0, 5, -5, -0.01, 0.02}};
        assertClose(back, candidate.dequantize(z, 4), RELATIVE);
        assertClose(4.15625, candidate.bitsPerWeight(4096, 4096, 128, 16, 4), RELATIVE);
    }

    @Test
    @Points(5)
    @About("rounding")
    void halves_go_to_the_even_number(GroupQuantInt4 candidate) {
        // All scales are powers of two. Weights between 5 steps below 0 and 10 above:
        double[][] weights = {{-5, 10, 0.5, 1.5, -0.5, -1.5, 2.5, -2.5},
                {10, -5, 9.5, -4.5, 8.5, -3.5, 0, 3.5}};
        assertClose(new Quant(new int[][]{{0, 15, 5, 7, 5, 3, 7, 3}, {15, 0, 15, 1, 13, 1, 5, 9}},
                new double[][]{{1}, {1}}, new int[][]{{5}, {5}}), candidate.quantize(weights, 8), RELATIVE);
        // The lower end itself is a half; in the last group that leaves 16 steps for 15.
        double[][] ends = {{-0.125, 3.625}, {-0.375, 3.375}, {-0.625, 3.125}, {-1.875, 1.875}};
        assertClose(new Quant(new int[][]{{0, 14}, {0, 15}, {0, 14}, {0, 15}},
                new double[][]{{0.25}, {0.25}, {0.25}, {0.25}}, new int[][]{{0}, {2}, {2}, {8}}),
                candidate.quantize(ends, 2), RELATIVE);
    }

    @Test
    @Points(20)
    @About("groups")
    void the_last_group_of_a_row_may_be_short(GroupQuantInt4 candidate, Draw draw) {
        // Steps of 0.1 to 0.4; whoever lets groups run on into the next row mixes them.
        double[][] w = {{1.5, 0.33, 0.3, -0.64, 2.36, 3}, {0.93, 4.5, 0, 6, -6, 0.8}};
        var z = new Quant(new int[][]{{15, 3, 15, 0, 12, 15}, {3, 15, 0, 15, 0, 15}},
                new double[][]{{0.1, 0.94 / 15, 0.2}, {0.3, 0.4, 6.8 / 15}},
                new int[][]{{0, 10, 0}, {0, 0, 13}});
        assertClose(z, candidate.quantize(w, 2), RELATIVE);
        int[][] shapes = {{2, 6, 4}, {3, 7, 3}, {1, 5, 2}, {4, 9, 8}, {2, 5, 5}, {3, 4, 7}, {3, 3, 1},
                {1, 1, 1}, {2, 1, 4}, {5, 8, 2}};
        for (int[] shape : shapes) {
            int group = shape[2];
            double[][] m = matrix(draw, shape[0], shape[1], group, 1);
            Quant expected = expected(m, group);
            assertClose(expected, candidate.quantize(m, group), RELATIVE);
            assertClose(dequantized(expected, group), candidate.dequantize(expected, group), RELATIVE);
        }
        double[][] wide = matrix(draw, 2, 3, 3, 1);
        assertClose(expected(wide, 3), candidate.quantize(wide, Integer.MAX_VALUE), RELATIVE);
        // Codes, scales and zero-points that belong to no weights.
        var other = new Quant(new int[][]{{0, 15, 3}, {7, 7, 9}}, new double[][]{{0.5, 2}, {4, 1e-50}},
                new int[][]{{15, 1}, {7, 0}});
        assertClose(new double[][]{{-7.5, 0, 4}, {0, 0, 9e-50}}, candidate.dequantize(other, 2), RELATIVE);
    }

    @Test
    @Points(10)
    @About("constant")
    void one_value_is_an_end_of_its_grid(GroupQuantInt4 candidate) {
        for (double c : new double[]{0.3, 7, 1e-90, 1e80}) {
            double[][] above = {{c, c, c, c / 2.1}, {c, c, c, c}};
            var z = new Quant(new int[][]{{15, 15, 15, 15}, {15, 15, 15, 15}},
                    new double[][]{{c / 15, c / 2.1 / 15}, {c / 15, c / 15}}, new int[2][2]);
            assertClose(z, candidate.quantize(above, 3), RELATIVE);
            assertClose(above, candidate.dequantize(z, 3), RELATIVE);
            double[][] below = {{-c, -c, -c, -c / 2.1}};
            z = new Quant(new int[1][4], new double[][]{{c / 15, c / 2.1 / 15}}, new int[][]{{15, 15}});
            assertClose(z, candidate.quantize(below, 3), RELATIVE);
            assertClose(below, candidate.dequantize(z, 3), RELATIVE);
        }
        // Not constant, but all on one side: the range reaches down or up to 0.
        assertClose(new Quant(new int[][]{{10, 15}, {5, 0}}, new double[][]{{0.1}, {0.1}},
                new int[][]{{0}, {15}}),
                candidate.quantize(new double[][]{{1.02, 1.5}, {-1.02, -1.5}}, 2), RELATIVE);
    }

    @Test
    @Points(10)
    @About("zeros")
    void a_group_of_zeros_has_scale_one(GroupQuantInt4 candidate) {
        double[][] w = {{0, -0.0, 3, 1.05, 0}, {0.4, 1.5, 0, 0, -0.3}};
        var z = new Quant(new int[][]{{0, 0, 15, 5, 0}, {4, 15, 0, 0, 0}},
                new double[][]{{1, 0.2, 1}, {0.1, 1, 0.02}}, new int[][]{{0, 0, 0}, {0, 0, 15}});
        assertClose(z, candidate.quantize(w, 2), RELATIVE);
        assertExact(new double[]{0, 0}, Arrays.copyOf(rows(candidate.dequantize(z, 2), 2, 5)[0], 2));
        Quant nothing = candidate.quantize(new double[3][4], 4);
        assertClose(new Quant(new int[3][4], new double[][]{{1}, {1}, {1}}, new int[3][1]), nothing,
                RELATIVE);
    }

    @Test
    @Points(10)
    @About("properties")
    void half_a_step_is_the_largest_error(GroupQuantInt4 candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            int columns = draw.integer(2, 20);
            int half = draw.integer(1, 6);
            double[][] w = matrix(draw, draw.integer(1, 4), columns, 2 * half,
                    Math.pow(10, draw.uniform(-60, 60)));
            Quant coarse = candidate.quantize(w, 2 * half);
            assertClose(expected(w, 2 * half), coarse, RELATIVE);
            double[][] back = rows(candidate.dequantize(coarse, 2 * half), w.length, columns);
            double[][] finer = rows(candidate.quantize(w, half).scale(), w.length,
                    (columns + half - 1) / half);
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < columns; j++) {
                    double scale = coarse.scale()[i][j / (2 * half)];
                    double error = Math.abs(w[i][j] - back[i][j]);
                    assertHolds(error <= scale / 2 * (1 + 1e-9), "%s comes back as %s, half a step is %s",
                            w[i][j],
                            back[i][j], scale / 2);
                    assertHolds(w[i][j] * back[i][j] >= 0, "%s comes back as %s", w[i][j], back[i][j]);
                    assertHolds(finer[i][j / half] <= scale * (1 + 1e-9),
                            "half the group, and the scale %s of %s",
                            finer[i][j / half], scale);
                }
            }
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("storage")
    void scales_and_zero_points_cost_bits(GroupQuantInt4 candidate) {
        assertClose(4.25, candidate.bitsPerWeight(4096, 4096, 128, 16, 16), RELATIVE);
        assertClose(4.125, candidate.bitsPerWeight(1, 4096, 128, 16, 0), RELATIVE);
        assertClose(4.3125, candidate.bitsPerWeight(7, 64, 64, 16, 4), RELATIVE);
        assertClose(4.0, candidate.bitsPerWeight(3, 10, 3, 0, 0), RELATIVE);
        assertClose(4.0625, candidate.bitsPerWeight(3, 128, 64, 0, 4), RELATIVE);
        assertClose(24.0, candidate.bitsPerWeight(9, 5, 1, 16, 4), RELATIVE);
        // A short group costs as much as a long one: 2·20/6, 34·20/4100 and 1·20/3 bits.
        assertClose(4 + 40 / 6.0, candidate.bitsPerWeight(1, 6, 4, 16, 4), RELATIVE);
        assertClose(4 + 40 / 6.0, candidate.bitsPerWeight(512, 6, 4, 16, 4), RELATIVE);
        assertClose(4 + 660 / 4100.0, candidate.bitsPerWeight(2, 4100, 128, 16, 4), RELATIVE);
        assertClose(4 + 20 / 3.0, candidate.bitsPerWeight(2, 3, 1000, 16, 4), RELATIVE);
        assertClose(24.0, candidate.bitsPerWeight(1, 1, 1, 16, 4), RELATIVE);
        // Nothing of this fits an int.
        int max = Integer.MAX_VALUE;
        assertClose(24.0, candidate.bitsPerWeight(max, max, 1, 16, 4), RELATIVE);
        assertClose(4 + 20.0 / max, candidate.bitsPerWeight(max, max, max, 16, 4), RELATIVE);
        assertClose(4 + 40.0 / max, candidate.bitsPerWeight(1, max, max - 1, 16, 4), RELATIVE);
        assertClose(4 + 2.0 * max, candidate.bitsPerWeight(1, 100, 1, max, max), RELATIVE);
    }

    @Test
    @Points(10)
    @About("outlier")
    void an_outlier_damages_its_own_group_only(GroupQuantInt4 candidate, Draw draw) {
        int group = draw.integer(3, 6);
        int columns = 4 * group - draw.integer(0, 2);
        double[][] w = matrix(draw, 3, columns, group, 1);
        Quant before = expected(w, group);
        assertClose(before, candidate.quantize(w, group), RELATIVE);
        for (int round = 0; round < 6; round++) {
            int i = draw.integer(0, 2);
            int j = draw.integer(0, columns - 1);
            double[][] spoilt = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
            spoilt[i][j] = draw.coin() ? 1000 : -1000;
            Quant after = candidate.quantize(spoilt, group);
            assertHolds(after != null, "no result");
            assertShape(3, 4, after.scale());
            for (int row = 0; row < 3; row++) {
                for (int g = 0; g < 4; g++) {
                    boolean hit = row == i && g == j / group;
                    double scale = after.scale()[row][g];
                    assertHolds(hit == scale > 60, "outlier in [%d][%d], and [%d][%d] has scale %s",
                            i, j / group, row, g, scale);
                }
            }
            assertClose(expected(spoilt, group), after, RELATIVE);
        }
    }

    @Test
    @Points(10)
    @About("errors")
    void refuses_what_is_not_a_matrix_of_groups(GroupQuantInt4 candidate, Draw draw) {
        double[][] good = {{1, 2, 3}, {-4, 5, 6}};
        for (int group : new int[]{0, -1, -4, Integer.MIN_VALUE}) {
            assertRejects("group = " + group, () -> candidate.quantize(good, group));
            assertRejects("group = " + group, () -> candidate.dequantize(quant(), group));
            assertRejects("group = " + group, () -> candidate.bitsPerWeight(4, 4, group, 16, 4));
        }
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            assertRejects("w = " + Arrays.deepToString(bad), () -> candidate.quantize(bad, 2));
        }
        refusesQuants(candidate);
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("rows = " + bad, () -> candidate.bitsPerWeight(bad, 4, 2, 16, 4));
            assertRejects("cols = " + bad, () -> candidate.bitsPerWeight(4, bad, 2, 16, 4));
        }
        for (int bad : new int[]{-1, -16, Integer.MIN_VALUE}) {
            assertRejects("scaleBits = " + bad, () -> candidate.bitsPerWeight(4, 4, 2, bad, 64));
            assertRejects("zeroBits = " + bad, () -> candidate.bitsPerWeight(4, 4, 2, 64, bad));
        }
        double[][] large = matrix(draw, 1024, 1024, 128, 1);
        Quant z = expected(large, 128);
        assertClose(z, candidate.quantize(large, 128), RELATIVE);
        assertClose(dequantized(z, 128), candidate.dequantize(z, 128), RELATIVE);
    }

    /// Two rows of three, in groups of two.
    private static Quant quant() {
        return new Quant(new int[][]{{0, 15, 3}, {7, 8, 9}}, new double[][]{{0.5, 2}, {4, 1}},
                new int[][]{{15, 0}, {7, 1}});
    }

    private static void refusesQuants(GroupQuantInt4 candidate) {
        // Whoever refuses everything has validated nothing.
        assertClose(new double[][]{{-7.5, 0, 6}, {0, 4, 8}}, candidate.dequantize(quant(), 2), RELATIVE);
        Quant z = quant();
        refuses(candidate, "z = null", null);
        refuses(candidate, "q = null", new Quant(null, z.scale(), z.zero()));
        refuses(candidate, "scale = null", new Quant(z.q(), null, z.zero()));
        refuses(candidate, "zero = null", new Quant(z.q(), z.scale(), null));
        refuses(candidate, "nothing", new Quant(new int[0][], new double[0][], new int[0][]));
        refuses(candidate, "rows without codes", new Quant(new int[2][0], new double[2][0], new int[2][0]));
        refuses(candidate, "rows without codes",
                new Quant(new int[2][0], new double[][]{{1}, {1}}, new int[2][1]));
        int[][][] codes = {{{0, 15, 3}, null}, {null, {7, 8, 9}}, {{0, 15, 3}}, {{0, 15, 3}, {7, 8}},
                {{0, 15}, {7, 8}}, {{0, 15, 3, 1, 1}, {7, 8, 9, 1, 1}}, {{0, 15, 3}, {7, 8, 9}, {1, 1, 1}},
                {{0, 15, 3}, {7, 8, 9, 1}}, {{16, 15, 3}, {7, 8, 9}}, {{0, 15, 3}, {7, 8, -1}}};
        for (int[][] bad : codes) {
            refuses(candidate, "q = " + Arrays.deepToString(bad), new Quant(bad, z.scale(), z.zero()));
        }
        double[][][] scales = {{{0.5, 2}, null}, {null, {4, 1}}, {{0.5, 2}}, {{0.5, 2}, {4, 1}, {1, 1}},
                {{0.5, 2}, {4}}, {{0.5, 2}, {4, 1, 1}}, {{0.5, 2, 1}, {4, 1, 1}}, {{0.5}, {4}},
                {{0, 2}, {4, 1}},
                {{0.5, 2}, {4, -1}}, {{0.5, Double.NaN}, {4, 1}}, {{0.5, 2}, {Double.POSITIVE_INFINITY, 1}}};
        for (double[][] bad : scales) {
            refuses(candidate, "scale = " + Arrays.deepToString(bad), new Quant(z.q(), bad, z.zero()));
        }
        int[][][] zeros = {{{15, 0}, null}, {null, {7, 1}}, {{15, 0}}, {{15, 0}, {7, 1}, {1, 1}},
                {{15, 0}, {7}},
                {{15, 0}, {7, 1, 1}}, {{15, 0, 1}, {7, 1, 1}}, {{15}, {7}}, {{16, 0}, {7, 1}},
                {{15, 0}, {7, -1}}};
        for (int[][] bad : zeros) {
            refuses(candidate, "zero = " + Arrays.deepToString(bad), new Quant(z.q(), z.scale(), bad));
        }
        for (int group : new int[]{1, 3, 4}) {
            assertRejects("two groups of a row of 3 and group = " + group,
                    () -> candidate.dequantize(quant(), group));
        }
    }

    private static void refuses(GroupQuantInt4 candidate, String what, Quant z) {
        assertRejects(what, () -> candidate.dequantize(z, 2));
    }

    private static double[][] rows(double[][] actual, int rows, int columns) {
        assertShape(rows, columns, actual);
        return actual;
    }

    /// The definition without rounding to even: no quotient is a half.
    private static Quant expected(double[][] w, int group) {
        int columns = w[0].length;
        int groups = (int) Math.ceil((double) columns / group);
        var q = new int[w.length][columns];
        var scale = new double[w.length][groups];
        var zero = new int[w.length][groups];
        for (int i = 0; i < w.length; i++) {
            for (int g = 0; g < groups; g++) {
                double[] grid = grid(w[i], g * group, Math.min(columns, g * group + group));
                scale[i][g] = (grid[1] - grid[0]) / 15;
                zero[i][g] = (int) Math.floor(-grid[0] / scale[i][g] + 0.5);
            }
            for (int j = 0; j < columns; j++) {
                int g = j / group;
                q[i][j] = (int) Math.floor(w[i][j] / scale[i][g] + 0.5) + zero[i][g];
            }
        }
        return new Quant(q, scale, zero);
    }

    private static double[] grid(double[] row, int from, int to) {
        double[] part = Arrays.copyOfRange(row, from, to);
        return new double[]{Math.min(0, Arrays.stream(part).min().getAsDouble()),
                Math.max(0, Arrays.stream(part).max().getAsDouble())};
    }

    private static double[][] dequantized(Quant z, int group) {
        var w = new double[z.q().length][z.q()[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                w[i][j] = z.scale()[i][j / group] * (z.q()[i][j] - z.zero()[i][j / group]);
            }
        }
        return w;
    }

    /// Numbers in ±unit and a little above it, group by group, until no quotient of a group
    /// comes near to a half; for the groups of this size only.
    private static double[][] matrix(Draw draw, int rows, int columns, int group, double unit) {
        var w = new double[rows][columns];
        for (double[] row : w) {
            for (int from = 0; from < columns; from += group) {
                int to = Math.min(columns, from + group);
                double tilt = draw.uniform(-1, 1);
                do {
                    for (int j = from; j < to; j++) {
                        row[j] = (draw.uniform(-1, 1) + tilt) * unit;
                    }
                } while (!fair(row, from, to));
            }
        }
        return w;
    }

    private static boolean fair(double[] row, int from, int to) {
        double[] grid = grid(row, from, to);
        double scale = (grid[1] - grid[0]) / 15;
        for (int j = from; j < to; j++) {
            if (half(row[j] / scale)) {
                return false;
            }
        }
        return !half(grid[0] / scale);
    }

    private static boolean half(double quotient) {
        return Math.abs(Math.abs(quotient - Math.rint(quotient)) - 0.5) < 1e-6;
    }
}
