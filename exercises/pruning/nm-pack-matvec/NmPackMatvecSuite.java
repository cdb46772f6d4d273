package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.NmPackMatvec;
import exercise.NmPackMatvec.Packed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Packing copies numbers and is compared exactly. Products are compared with the default
/// tolerance, 1e-9 absolute plus 1e-9 relative; other orders of summation stay below
/// 0.001 % of it, float exceeds it 10 times and more.
class NmPackMatvecSuite {
    private static final double[][] W = {{0, -0.9, 0.3, 0, 0, 0, -1, 1}, {-4, 3, 0, 0, 0, 0, 0.5, 0}};
    private static final double[] ONE_TO_EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    @Points(20)
    @About("pack")
    @Sample
    void positions_are_counted_within_the_group(NmPackMatvec candidate, Draw draw) {
        assertExact(new Packed(new double[][]{{-0.9, 0.3, -1, 1}, {-4, 3, 0, 0.5}},
                new int[][]{{1, 2, 2, 3}, {0, 1, 0, 2}}, 8, 2, 4), candidate.pack(W, 2, 4));
        // Full groups, and not the largest first.
        double[][] full = {{1, 0, 0, 9, 0, -2, 0.5, 0}};
        assertExact(new Packed(new double[][]{{1, 9, -2, 0.5}}, new int[][]{{0, 3, 1, 2}}, 8, 2, 4),
                candidate.pack(full, 2, 4));
        assertExact(new Packed(new double[][]{{7, -3}}, new int[][]{{0, 1}}, 2, 2, 2),
                candidate.pack(new double[][]{{7, -3}}, 2, 2));
        assertExact(new Packed(new double[][]{{7}, {0}}, new int[][]{{0}, {0}}, 1, 1, 1),
                candidate.pack(new double[][]{{7}, {0}}, 1, 1));
        for (int round = 0; round < 6; round++) {
            int m = draw.integer(2, 8);
            int n = draw.integer(1, m);
            double[][] w = sparse(draw, draw.integer(1, 5), draw.integer(1, 4), n, n, m);
            assertExact(packed(w, n, m), candidate.pack(w, n, m));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("padding")
    void the_lowest_zeros_fill_up_a_group(NmPackMatvec candidate, Draw draw) {
        double[][] w = {{0, 0, 0, 0}, {0, 0, 0, 5}, {6, 0, 0, 0}, {0, 7, 0, 0}, {0, 0, 8, 0}};
        assertExact(new Packed(new double[][]{{0, 0}, {0, 5}, {6, 0}, {0, 7}, {0, 8}},
                new int[][]{{0, 1}, {0, 3}, {0, 1}, {0, 1}, {0, 2}}, 4, 2, 4), candidate.pack(w, 2, 4));
        // Three slots of five, two of them zeros between and before.
        assertExact(new Packed(new double[][]{{0, 3, 0}, {2, 0, 4}, {0, 0, 9}},
                new int[][]{{0, 1, 2}, {0, 1, 4}, {0, 1, 4}}, 5, 3, 5),
                candidate.pack(new double[][]{{0, 3, 0, 0, 0}, {2, 0, 0, 0, 4}, {0, 0, 0, 0, 9}}, 3, 5));
        // A negative zero is a zero.
        assertExact(new Packed(new double[][]{{0, 5}}, new int[][]{{0, 2}}, 4, 2, 4),
                candidate.pack(new double[][]{{0, -0.0, 5, 0}}, 2, 4));
        assertExact(new Packed(new double[][]{{1, 2}}, new int[][]{{1, 3}}, 4, 2, 4),
                candidate.pack(new double[][]{{-0.0, 1, -0.0, 2}}, 2, 4));
        for (int round = 0; round < 10; round++) {
            int m = draw.integer(2, 8);
            int n = draw.integer(1, m);
            double[][] drawn = sparse(draw, draw.integer(1, 5), draw.integer(1, 4), 0, n, m);
            assertExact(packed(drawn, n, m), candidate.pack(drawn, n, m));
        }
    }

    @Test
    @Points(15)
    @About("unpack")
    void unpacking_gives_the_matrix_back(NmPackMatvec candidate, Draw draw) {
        assertExact(W, candidate.unpack(packed(W, 2, 4)));
        assertExact(new double[][]{{-3}}, candidate.unpack(packed(new double[][]{{-3}}, 1, 1)));
        for (int round = 0; round < 10; round++) {
            int m = draw.integer(1, 8);
            int n = draw.integer(1, m);
            double[][] w = sparse(draw, draw.integer(1, 5), draw.integer(1, 4), 0, n, m);
            Packed packed = packed(w, n, m);
            assertExact(packed, candidate.pack(w, n, m));
            assertExact(w, candidate.unpack(packed));
            assertExact(w, candidate.unpack(packed));
        }
        // Other zeros than the lowest ones may be stored.
        assertExact(new double[][]{{0, 0, 0, 5}},
                candidate.unpack(new Packed(new double[][]{{0, 5}}, new int[][]{{2, 3}}, 4, 2, 4)));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("matvec")
    void the_product_is_that_of_the_dense_matrix(NmPackMatvec candidate, Draw draw) {
        assertClose(new double[]{0.1, 5.5}, candidate.matvec(packed(W, 2, 4), ONE_TO_EIGHT));
        assertClose(new double[]{-6}, candidate.matvec(packed(new double[][]{{-3}}, 1, 1), new double[]{2}));
        for (int round = 0; round < 10; round++) {
            int m = draw.integer(1, 8);
            int n = draw.integer(1, m);
            double[][] w = sparse(draw, draw.integer(1, 5), draw.integer(1, 4), 0, n, m);
            double[] x = draw.vector(w[0].length, -3, 3);
            Packed packed = packed(w, n, m);
            assertClose(product(w, x), candidate.matvec(packed, x));
            assertClose(product(w, x), candidate.matvec(packed, x));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("bits")
    void values_and_positions_take_bits(NmPackMatvec candidate) {
        assertExact(150_994_944L, candidate.bits(4096, 4096, 2, 4, 16));
        assertExact(38_654_705_664L, candidate.bits(65_536, 65_536, 2, 4, 16));
        assertExact(18L, candidate.bits(1, 4, 1, 4, 16));
        // 3 bits for 8 positions, 2 for 3, 1 for 2, none for 1; 4 for 9 and for 16
        assertExact(2L * 3 * 3 * 11, candidate.bits(2, 24, 3, 8, 8));
        assertExact(5L * 2 * 2 * 6, candidate.bits(5, 6, 2, 3, 4));
        assertExact(7L * 5 * 33, candidate.bits(7, 10, 1, 2, 32));
        assertExact(6L, candidate.bits(2, 3, 1, 1, 1));
        assertExact(20L, candidate.bits(1, 9, 4, 9, 1));
        assertExact(20L, candidate.bits(1, 16, 4, 16, 1));
        assertExact(6L, candidate.bits(1, 17, 1, 17, 1));
        assertExact(45L, candidate.bits(1, 1 << 29, 1, 1 << 29, 16));
        assertExact(47L, candidate.bits(1, Integer.MAX_VALUE, 1, Integer.MAX_VALUE, 16));
        assertExact(4L * Integer.MAX_VALUE, candidate.bits(Integer.MAX_VALUE, 2, 2, 2, 1));
    }

    @Test
    @Points(10)
    @About("dense")
    void too_many_non_zeros_are_refused(NmPackMatvec candidate) {
        double[][][] dense = {{{1, 2, 3, 0}}, {{0, 0, 1, 2, 0, 3, 4, 5}}, {{1, 2, 0, 0}, {0, 3, 4, 5}},
                {{1, 2, 3, 4}}, {{1, 0, 1e-300, 2}}, {{0, -1, -2, -3}}};
        for (double[][] w : dense) {
            assertRejects("2:4 of " + Arrays.deepToString(w), () -> candidate.pack(w, 2, 4));
        }
        assertRejects("1:2", () -> candidate.pack(new double[][]{{0, 1, 2, 3}}, 1, 2));
        assertRejects("1:3", () -> candidate.pack(new double[][]{{0, 0, 1, 2, 0, 2}}, 1, 3));
        // As a whole the row is sparse enough in all of these.
        double[][] middle = {{0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0}};
        assertRejects("2:4 of a crowded middle", () -> candidate.pack(middle, 2, 4));
        double[][] ones = {{1, 1, 1, 0}};
        assertExact(new Packed(new double[][]{{1, 1, 1}}, new int[][]{{0, 1, 2}}, 4, 3, 4),
                candidate.pack(ones, 3, 4));
        assertExact(new Packed(new double[][]{{1, 1, 1, 0}}, new int[][]{{0, 1, 2, 3}}, 4, 4, 4),
                candidate.pack(ones, 4, 4));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_packed_matrix(NmPackMatvec candidate) {
        assertRejects("w = null", () -> candidate.pack(null, 1, 1));
        double[][][] broken = {{}, {null}, {{0, 2}, null}, {null, {0, 2}}, {{}}, {{}, {}},
                {{0, 2}, {0, 2, 0, 2}}, {{0, 2, 0, 2}, {0, 2}}, {{0, Double.NaN}},
                {{0, Double.POSITIVE_INFINITY}}, {{Double.NEGATIVE_INFINITY, 0}}};
        for (double[][] bad : broken) {
            assertRejects("w = " + Arrays.deepToString(bad), () -> candidate.pack(bad, 1, 2));
        }
        int[][] patterns = {{0, 4}, {5, 4}, {-1, 4}, {1, 0}, {0, 0}, {-1, -1}, {-2, -1}, {1, 3}, {3, 8},
                {1, Integer.MIN_VALUE}, {Integer.MIN_VALUE, 4}};
        for (int[] bad : patterns) {
            String what = bad[0] + ":" + bad[1];
            assertRejects("zeros as " + what, () -> candidate.pack(new double[2][4], bad[0], bad[1]));
            assertRejects("bits of " + what, () -> candidate.bits(1, 4, bad[0], bad[1], 8));
            refuses(candidate, what, new Packed(new double[1][2], new int[][]{{0, 1}}, 4, bad[0], bad[1]));
        }
        for (int bad : new int[]{0, -1, -4, Integer.MIN_VALUE}) {
            assertRejects("rows = " + bad, () -> candidate.bits(bad, 4, 2, 4, 8));
            assertRejects("cols = " + bad, () -> candidate.bits(1, bad, 2, 4, 8));
            assertRejects("valueBits = " + bad, () -> candidate.bits(1, 4, 2, 4, bad));
            refuses(candidate, "cols = " + bad, new Packed(new double[1][2], new int[][]{{0, 1}}, bad, 2, 4));
        }
        refuses(candidate, "p = null", null);
        refusesParts(candidate);
        Packed good = new Packed(new double[][]{{1, 2}}, new int[][]{{0, 3}}, 4, 2, 4);
        double[][] vectors = {null, {}, {1, 2, 3}, {1, 2, 3, 4, 5}, {1, Double.NaN, 3, 4},
                {Double.POSITIVE_INFINITY, 2, 3, 4}, {1, 2, 3, Double.NEGATIVE_INFINITY}};
        for (double[] bad : vectors) {
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.matvec(good, bad));
        }
        assertClose(new double[]{9}, candidate.matvec(good, new double[]{1, 2, 3, 4}));
    }

    @Test
    @Points(10)
    @About("scale")
    void the_dense_matrix_would_not_fit(NmPackMatvec candidate, Draw draw) {
        double[][] warm = sparse(draw, 50, 20, 0, 2, 8);
        candidate.matvec(packed(warm, 2, 8), new double[160]);
        // 4000 × 1 000 000, with one non-zero in 8000
        int m = 8000;
        int groups = 125;
        double[] x = draw.vector(groups * m, -1, 1);
        var values = new double[4000][];
        var index = new int[4000][];
        var expected = new double[4000];
        for (int i = 0; i < 4000; i++) {
            values[i] = draw.vector(groups, -1, 1);
            index[i] = draw.integers(groups, 0, m - 1);
            for (int g = 0; g < groups; g++) {
                expected[i] += values[i][g] * x[g * m + index[i][g]];
            }
        }
        assertClose(expected, candidate.matvec(new Packed(values, index, groups * m, 1, m), x));
    }

    private static void refuses(NmPackMatvec candidate, String what, Packed p) {
        assertRejects(what + " to unpack", () -> candidate.unpack(p));
        assertRejects(what + " to multiply", () -> candidate.matvec(p, ONE_TO_EIGHT));
        assertRejects(what + " to multiply by four", () -> candidate.matvec(p, new double[4]));
    }

    /// Eight columns, two of four: four slots.
    private static void refusesParts(NmPackMatvec candidate) {
        double[][] values = {{1, 2, 3, 4}, {5, 6, 7, 8}};
        int[][] index = {{0, 1, 2, 3}, {1, 3, 0, 2}};
        double[][][] numbers = {null, {}, {null, {1, 2, 3, 4}}, {{1, 2, 3, 4}, null}, {{1, 2, 3, 4}, {}},
                {{1, 2, 3, 4}}, {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}}, {{1, 2, 3, 4}, {1, 2, 3}},
                {{1, 2, 3, 4}, {1, 2, 3, 4, 5}}, {{1, 2}, {3, 4}}, {{1, Double.NaN, 3, 4}, {1, 2, 3, 4}},
                {{1, 2, 3, 4}, {1, 2, 3, Double.POSITIVE_INFINITY}}};
        for (double[][] bad : numbers) {
            refuses(candidate, "values = " + Arrays.deepToString(bad), new Packed(bad, index, 8, 2, 4));
        }
        int[][][] positions = {null, {}, {null, {0, 1, 2, 3}}, {{0, 1, 2, 3}, null}, {{0, 1, 2, 3}, {}},
                {{0, 1, 2, 3}}, {{0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}}, {{0, 1, 2, 3}, {0, 1, 2}},
                {{0, 1, 2, 3}, {0, 1, 2, 3, 3}}, {{0, 1}, {2, 3}}, {{0, 1, 2, 4}, {0, 1, 2, 3}},
                {{0, 1, 2, 3}, {-1, 1, 2, 3}}, {{1, 0, 2, 3}, {0, 1, 2, 3}}, {{0, 1, 2, 3}, {0, 1, 3, 2}},
                {{1, 1, 2, 3}, {0, 1, 2, 3}}, {{0, 1, 2, 3}, {0, 1, 3, 3}}, {{0, 4, 2, 3}, {0, 1, 2, 3}}};
        for (int[][] bad : positions) {
            refuses(candidate, "index = " + Arrays.deepToString(bad), new Packed(values, bad, 8, 2, 4));
        }
        refuses(candidate, "no rows", new Packed(new double[0][], new int[0][], 8, 2, 4));
        refuses(candidate, "too many columns", new Packed(values, index, 12, 2, 4));
        refuses(candidate, "too few columns", new Packed(values, index, 4, 2, 4));
        refuses(candidate, "another n", new Packed(values, index, 8, 1, 4));
        assertExact(new double[][]{{1, 2, 0, 0, 0, 0, 3, 4}, {0, 5, 0, 6, 7, 0, 8, 0}},
                candidate.unpack(new Packed(values, index, 8, 2, 4)));
    }

    /// For every slot the first position that is behind the one before and either not zero
    /// or a zero that the non-zeros to come leave room for.
    private static Packed packed(double[][] w, int n, int m) {
        int groups = w[0].length / m;
        var values = new double[w.length][groups * n];
        var index = new int[w.length][groups * n];
        for (int i = 0; i < w.length; i++) {
            for (int g = 0; g < groups; g++) {
                double[] group = Arrays.copyOfRange(w[i], g * m, g * m + m);
                int position = 0;
                for (int slot = 0; slot < n; slot++) {
                    int from = position;
                    long ahead = Arrays.stream(group, from, m).filter(cell -> cell != 0).count();
                    while (group[position] == 0 && ahead >= n - slot) {
                        position++;
                    }
                    values[i][g * n + slot] = group[position];
                    index[i][g * n + slot] = position++;
                }
            }
        }
        return new Packed(values, index, w[0].length, n, m);
    }

    private static double[] product(double[][] w, double[] x) {
        var product = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += w[i][j] * x[j];
            }
        }
        return product;
    }

    /// Each group has from `least` to `most` non-zeros.
    private static double[][] sparse(Draw draw, int rows, int groups, int least, int most, int m) {
        var w = new double[rows][groups * m];
        for (double[] row : w) {
            for (int from = 0; from < row.length; from += m) {
                int[] order = draw.permutation(m);
                int count = draw.integer(least, most);
                for (int s = 0; s < count; s++) {
                    row[from + order[s]] = draw.uniform(0.1, 3) * (draw.coin() ? 1 : -1);
                }
            }
        }
        return w;
    }
}
