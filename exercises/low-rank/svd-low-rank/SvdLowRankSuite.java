package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.SvdLowRank;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Singular values and approximations may be off by 1e-7 of the largest singular value.
/// Matrices are made of known singular vectors, with values at least 0.05 apart, so that
/// nothing has to be decomposed here. Right solutions by rotation of columns or by
/// powers of a Gram matrix stay below 1 % of the bound; the root of an eigenvalue that is
/// 0 but for rounding, below 30 %. One sweep of rotations exceeds it 10⁴ times.
class SvdLowRankSuite {
    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(SvdLowRank candidate) {
        double[][] w = {{3, 1, 1}, {-1, 3, 1}};
        double[] values = {Math.sqrt(12), Math.sqrt(10)};
        assertNear(values, candidate.singularValues(w), 4);
        assertNear(new double[][]{{1, 2, 1}, {1, 2, 1}}, candidate.approximate(w, 1), 4);
        assertExact(1, candidate.rankForEnergy(values, 0.5));
        assertExact(2, candidate.rankForEnergy(values, 0.6));
    }

    @Test
    @Points(15)
    @About("values")
    void lengths_of_the_axes(SvdLowRank candidate, Draw draw) {
        double[][] diagonal = {{2, 0, 0}, {0, -5, 0}, {0, 0, 3}};
        assertNear(new double[]{5, 3, 2}, candidate.singularValues(diagonal), 5);
        assertNear(new double[]{7}, candidate.singularValues(new double[][]{{-7}}), 7);
        assertNear(new double[]{5}, candidate.singularValues(new double[][]{{3, 0, -4}}), 5);
        assertNear(new double[]{5}, candidate.singularValues(new double[][]{{3}, {4}}), 5);
        assertNear(new double[2], candidate.singularValues(new double[3][2]), 1);
        // Small numbers make small values, which must be as exact as any.
        double[][] small = {{2e-9, 1e-9}, {1e-9, 2e-9}};
        assertNear(new double[]{3e-9, 1e-9}, candidate.singularValues(small), 3e-9);
        // Orthogonal: all axes are equally long.
        double[][] turn = {{0.6, -0.8}, {0.8, 0.6}};
        assertNear(new double[]{1, 1}, candidate.singularValues(turn), 1);
        double[][] basis = basis(draw, 5, 5);
        assertNear(new double[]{1, 1, 1, 1, 1}, candidate.singularValues(basis), 1);
        // Rank 1, tall and wide: lengths 3 and 5 of the two vectors.
        double[][] tall = {{3, 4}, {6, 8}, {6, 8}};
        assertNear(new double[]{15, 0}, candidate.singularValues(tall), 15);
        assertNear(new double[]{15, 0}, candidate.singularValues(transposed(tall)), 15);
        int[][] sizes = {{6, 4}, {4, 6}, {5, 5}, {draw.integer(7, 10), draw.integer(2, 6)}};
        for (int[] size : sizes) {
            double[] values = spectrum(draw, Math.min(size[0], size[1]));
            values[values.length - 1] = 0;
            double[][] w = matrix(draw, size[0], size[1], values, values.length);
            assertNear(values, candidate.singularValues(w), values[0]);
        }
    }

    @Test
    @Points(20)
    @About("approximation")
    void no_matrix_of_that_rank_is_closer(SvdLowRank candidate, Draw draw) {
        int[][] sizes = {{12, 8}, {5, 9}, {2, 2}, {draw.integer(3, 6), draw.integer(3, 6)}};
        for (int[] size : sizes) {
            double[] values = spectrum(draw, Math.min(size[0], size[1]));
            double[][] left = basis(draw, values.length, size[0]);
            double[][] right = basis(draw, values.length, size[1]);
            double[][] w = sum(left, right, values, values.length);
            for (int rank : new int[]{1, 2, draw.integer(1, values.length)}) {
                double[][] near = candidate.approximate(w, rank);
                assertNear(sum(left, right, values, rank), near, values[0]);
                // What is missing are the values that have been left out.
                double missing = 0;
                for (int k = rank; k < values.length; k++) {
                    missing += values[k] * values[k];
                }
                assertClose(missing, squaredDistance(w, near), new Tolerance(1e-6, 1e-6));
            }
            assertNear(values, candidate.singularValues(w), values[0]);
        }
        double[][] symmetric = {{2, 1}, {1, 2}};
        assertNear(new double[][]{{1.5, 1.5}, {1.5, 1.5}}, candidate.approximate(symmetric, 1), 3);
        assertNear(new double[]{3, 1}, candidate.singularValues(symmetric), 3);
        // Another one of the same shape.
        double[][] signs = {{2, -1}, {-1, 2}};
        assertNear(new double[][]{{1.5, -1.5}, {-1.5, 1.5}}, candidate.approximate(signs, 1), 3);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("full")
    void full_rank_gives_the_matrix_back(SvdLowRank candidate, Draw draw) {
        for (int[] size : new int[][]{{1, 1}, {1, 4}, {4, 1}, {3, 3}, {7, 4}, {4, 7}}) {
            double[][] w = draw.matrix(size[0], size[1], -1, 1);
            assertNear(w, candidate.approximate(w, Math.min(size[0], size[1])), 1);
        }
        // So does any rank that a matrix has not.
        double[][] flat = {{1, 2}, {2, 4}, {-1, -2}};
        assertNear(flat, candidate.approximate(flat, 1), 5);
        assertNear(flat, candidate.approximate(flat, 2), 5);
        assertNear(new double[2][3], candidate.approximate(new double[2][3], 2), 1);
    }

    @Test
    @Points(10)
    @About("energy")
    void as_few_as_hold_the_share(SvdLowRank candidate, Draw draw) {
        double[] s = {4, 2, 2, 1};
        // Squares 16, 4, 4, 1 of 25 in all.
        double[] shares = {1e-9, 0.63, 0.65, 0.79, 0.81, 0.95, 0.97, 1};
        int[] ranks = {1, 1, 2, 2, 3, 3, 4, 4};
        for (int i = 0; i < shares.length; i++) {
            assertExact(ranks[i], candidate.rankForEnergy(s, shares[i]));
        }
        assertExact(1, candidate.rankForEnergy(s, 0.64));
        assertExact(2, candidate.rankForEnergy(s, 0.8));
        // The square of the root of 3 is less than 3 by one bit.
        assertExact(1, candidate.rankForEnergy(new double[]{Math.sqrt(3), Math.sqrt(2)}, 0.6));
        assertExact(2, candidate.rankForEnergy(new double[]{Math.sqrt(3), Math.sqrt(2)}, 0.6 + 1e-9));
        assertExact(1, candidate.rankForEnergy(new double[]{5, 0, 0}, 1));
        assertExact(1, candidate.rankForEnergy(new double[]{0, 0}, 1));
        // The slack is a share of the energy too: one square is 1e-12, and not enough.
        assertExact(2, candidate.rankForEnergy(new double[]{1e-6, 1e-6}, 0.9));
        assertExact(3, candidate.rankForEnergy(new double[]{1, 1, 1, 1}, 0.75));
        int count = draw.integer(4, 40);
        var equal = new double[count];
        Arrays.fill(equal, draw.uniform(0.5, 3));
        int rank = draw.integer(2, count);
        assertExact(rank, candidate.rankForEnergy(equal, (rank - 0.5) / count));
    }

    @Test
    @Points(10)
    @About("counts")
    void two_factors_against_one_matrix(SvdLowRank candidate, Draw draw) {
        assertExact(3_866_624L, candidate.params(4096, 11_008, 256));
        assertExact(2L, candidate.params(1, 1, 1));
        assertExact(7_200_000_000L, candidate.params(60_000, 60_000, 60_000));
        assertExact(4_294_967_294L, candidate.params(Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
        assertExact(2985, candidate.breakEvenRank(4096, 11_008));
        // 4 · 4 = 2 · (4 + 4): rank 2 saves nothing.
        assertExact(1, candidate.breakEvenRank(4, 4));
        assertExact(0, candidate.breakEvenRank(1, 1));
        assertExact(0, candidate.breakEvenRank(1, 1000));
        assertExact(0, candidate.breakEvenRank(2, 2));
        assertExact(1, candidate.breakEvenRank(2, 3));
        assertExact(29_999, candidate.breakEvenRank(60_000, 60_000));
        int m = draw.integer(100, 5000);
        int n = draw.integer(100, 5000);
        int largest = 0;
        while ((largest + 1L) * (m + n) < (long) m * n) {
            largest++;
        }
        assertExact(largest, candidate.breakEvenRank(m, n));
        assertExact((long) largest * m + (long) largest * n, candidate.params(m, n, largest));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_decomposition(SvdLowRank candidate) {
        double[][] good = {{1, 2, 3}, {4, 5, 6}};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            assertRejects("a bad matrix", () -> candidate.singularValues(bad));
            assertRejects("a bad matrix", () -> candidate.approximate(bad, 1));
        }
        for (int bad : new int[]{0, -1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("rank = " + bad, () -> candidate.approximate(good, bad));
            assertRejects("rank = " + bad, () -> candidate.approximate(transposed(good), bad));
            assertRejects("rank = " + bad, () -> candidate.params(2, 3, bad));
            assertRejects("rank = " + bad, () -> candidate.params(3, 2, bad));
        }
        double[][] values = {null, {}, {1, 2}, {3, 1, 2}, {-1}, {1, -0.5}, {Double.NaN}, {1, Double.NaN},
                {Double.POSITIVE_INFINITY, 1}, {1, Double.NEGATIVE_INFINITY}};
        for (double[] bad : values) {
            assertRejects("s = " + Arrays.toString(bad), () -> candidate.rankForEnergy(bad, 0.5));
        }
        double[] never = {0, -0.1, 1.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("energy = " + bad, () -> candidate.rankForEnergy(new double[]{2, 1}, bad));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("m = " + bad, () -> candidate.params(bad, 4, 1));
            assertRejects("n = " + bad, () -> candidate.params(4, bad, 1));
            assertRejects("m = " + bad, () -> candidate.breakEvenRank(bad, 4));
            assertRejects("n = " + bad, () -> candidate.breakEvenRank(4, bad));
        }
    }

    @Test
    @Points(10)
    @About("scale")
    void a_larger_matrix(SvdLowRank candidate, Draw draw) {
        double[] values = spectrum(draw, 30);
        double[][] w = matrix(draw, 40, 30, values, 30);
        assertNear(values, candidate.singularValues(w), values[0]);
    }

    private static void assertNear(Object expected, Object actual, double largest) {
        assertClose(expected, actual, new Tolerance(1e-7 * largest, 0));
    }

    /// Descending, neighbours at least 0.05 apart.
    private static double[] spectrum(Draw draw, int count) {
        var values = new double[count];
        double value = 0;
        for (int k = count - 1; k >= 0; k--) {
            value += draw.uniform(0.05, 0.5);
            values[k] = value;
        }
        return values;
    }

    private static double[][] matrix(Draw draw, int m, int n, double[] values, int rank) {
        return sum(basis(draw, values.length, m), basis(draw, values.length, n), values, rank);
    }

    /// Orthonormal vectors by Gram and Schmidt, each made orthogonal twice.
    private static double[][] basis(Draw draw, int count, int length) {
        var basis = new double[count][];
        for (int k = 0; k < count; k++) {
            basis[k] = draw.vector(length, -1, 1);
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < k; other++) {
                    add(basis[k], -dot(basis[k], basis[other]), basis[other]);
                }
                double size = Math.sqrt(dot(basis[k], basis[k]));
                add(basis[k], 1 / size - 1, basis[k].clone());
            }
        }
        return basis;
    }

    private static double[][] sum(double[][] left, double[][] right, double[] values, int rank) {
        var sum = new double[left[0].length][right[0].length];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < sum.length; i++) {
                add(sum[i], values[k] * left[k][i], right[k]);
            }
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * vector[j];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double squaredDistance(double[][] a, double[][] b) {
        assertShape(a.length, a[0].length, b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
            }
        }
        return sum;
    }

    private static double[][] transposed(double[][] matrix) {
        var result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }
}
