package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.CsrMatvec;
import exercise.CsrMatvec.Csr;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// What is stored, and bytes, are compared exactly. Products and densities have the
/// default tolerance, 1e-9 absolute plus 1e-9 relative; sums in another order differ by
/// 1e-14, single precision by 1e-7.
class CsrMatvecSuite {
    private static final double[][] W = {{0, 2, 0, -1}, {0, 0, 0, 0}, {3, 0, 0.5, 0}};
    private static final Csr CSR = new Csr(new double[]{2, -1, 3, 0.5}, new int[]{1, 3, 0, 2},
            new int[]{0, 2, 2, 4}, 4);

    @Test
    @Points(20)
    @About("build")
    @Sample
    void three_rows_of_which_one_is_empty(CsrMatvec candidate) {
        assertExact(CSR, candidate.build(W));
        double[][] signed = {{-0.0, 5, 0.0}, {-0.0, -0.0, -3}};
        assertExact(new Csr(new double[]{5, -3}, new int[]{1, 2}, new int[]{0, 1, 2}, 3),
                candidate.build(signed));
    }

    @Test
    @Points(20)
    @About("matvec")
    void every_row_with_its_own_entries(CsrMatvec candidate) {
        assertClose(new double[]{0, 0, 4.5}, candidate.matvec(CSR, new double[]{1, 2, 3, 4}));
        assertClose(new double[]{-2, 0, 0.5}, candidate.matvec(CSR, new double[]{0, -1, 1, 0}));
        double[] ten = {10};
        assertClose(new double[]{-30},
                candidate.matvec(new Csr(new double[]{-3}, new int[]{0}, new int[]{0, 1}, 1), ten));
        // 2 × 2 and not symmetric; then the first, the last and two neighbouring rows empty
        Csr square = new Csr(new double[]{1, 2, 3}, new int[]{0, 1, 0}, new int[]{0, 2, 3}, 2);
        assertClose(new double[]{21, 30}, candidate.matvec(square, new double[]{10, 5.5}));
        Csr gaps = new Csr(new double[]{1, 2}, new int[]{0, 1}, new int[]{0, 0, 1, 1, 1, 2, 2}, 2);
        assertClose(new double[]{0, 3, 0, 0, 10, 0}, candidate.matvec(gaps, new double[]{3, 5}));
        // columns of a row in any order, one of them twice, and a stored zero
        Csr mixed = new Csr(new double[]{1, 2, 4, 0, 8}, new int[]{2, 0, 2, 1, 1}, new int[]{0, 4, 5}, 3);
        assertClose(new double[]{5_002, 80}, candidate.matvec(mixed, new double[]{1, 10, 1000}));
        // sums have more than 7 digits
        Csr long7 = new Csr(new double[]{1e8, 1, -1e8}, new int[]{0, 1, 2}, new int[]{0, 3}, 3);
        assertClose(new double[]{1}, candidate.matvec(long7, new double[]{1, 1, 1}));
    }

    @Test
    @Points(10)
    @About("round-trip")
    void stored_and_multiplied_like_the_dense_matrix(CsrMatvec candidate, Draw draw) {
        for (int round = 0; round < 30; round++) {
            double[][] w = sparse(draw, draw.integer(1, 9), draw.integer(1, 9), draw.integer(0, 10) / 10.0);
            double[] x = draw.vector(w[0].length, -5, 5);
            Csr stored = candidate.build(w);
            assertExact(expected(w), stored);
            double[] y = candidate.matvec(stored, x);
            assertClose(dense(w, x), y);
            assertClose(y, candidate.matvec(stored, x));
        }
        // whatever is not 0 is stored, however small
        double[][] tiny = {{Double.MIN_VALUE, 0, -1e-300}};
        assertExact(new Csr(new double[]{Double.MIN_VALUE, -1e-300}, new int[]{0, 2}, new int[]{0, 2}, 3),
                candidate.build(tiny));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("bytes")
    void entries_columns_and_bounds(CsrMatvec candidate, Draw draw) {
        assertExact(48L, candidate.bytes(4, 3, 4, 4));
        assertExact(8L, candidate.bytes(0, 1, 2, 4));
        assertExact(1L * 3 + 2 * 1, candidate.bytes(1, 1, 2, 1));
        assertExact(117_456_900L, candidate.bytes(16_777_216, 4096, 3, 4));
        assertExact(12_000_000_000L * 6 + 400_004, candidate.bytes(12_000_000_000L, 100_000, 2, 4));
        int most = Integer.MAX_VALUE;
        assertExact((1L << 31) * 8, candidate.bytes(0, most, 4, 8));
        assertExact(3 * 2L * most + 2L * most, candidate.bytes(3, 1, most, most));
        for (int round = 0; round < 20; round++) {
            int nnz = draw.integer(0, most);
            int rows = draw.integer(1, 100_000);
            int valueBytes = draw.integer(1, 8);
            int indexBytes = draw.integer(1, 8);
            long values = (long) nnz * valueBytes;
            long indices = ((long) nnz + rows + 1) * indexBytes;
            assertExact(values + indices, candidate.bytes(nnz, rows, valueBytes, indexBytes));
        }
    }

    @Test
    @Points(15)
    @About("break-even")
    void half_the_weights_gone_saves_nothing(CsrMatvec candidate, Draw draw) {
        double fp16 = candidate.breakEvenDensity(4096, 4096, 2, 4);
        assertClose(0.3331705331802368, fp16);
        assertClose(0.0, candidate.breakEvenDensity(1, 4, 1, 2));
        assertClose(-0.68, candidate.breakEvenDensity(10, 1, 1, 4));
        assertClose(-0.5, candidate.breakEvenDensity(1, 1, 1, 1));
        assertClose(0.5 - 100_001.0 / 2e10, candidate.breakEvenDensity(100_000, 100_000, 4, 4));
        assertClose(2 / 3.0 - 1 / 6e9, candidate.breakEvenDensity(2_000_000_000, 2_000_000_000, 8, 4));
        for (int round = 0; round < 20; round++) {
            int rows = draw.integer(50, 500);
            int cols = draw.integer(50, 500);
            int valueBytes = draw.integer(1, 8);
            int indexBytes = draw.integer(1, 8);
            double share = candidate.breakEvenDensity(rows, cols, valueBytes, indexBytes);
            // At that density both take the same; a little more or less tips the balance.
            double nnz = share * rows * cols;
            double stored = nnz * (valueBytes + indexBytes) + (rows + 1.0) * indexBytes;
            long dense = (long) rows * cols * valueBytes;
            assertClose((double) dense, stored);
            long below = candidate.bytes((long) Math.floor(nnz - 1e-6), rows, valueBytes, indexBytes);
            long above = candidate.bytes((long) Math.ceil(nnz + 1e-6), rows, valueBytes, indexBytes);
            assertHolds(below < dense && dense < above, "%s below and %s above the break-even, dense %s",
                    below, above, dense);
        }
    }

    @Test
    @Points(10)
    @About("zeros")
    void nothing_to_store(CsrMatvec candidate, Draw draw) {
        int rows = draw.integer(2, 5);
        int cols = draw.integer(2, 5);
        Csr none = new Csr(new double[0], new int[0], new int[rows + 1], cols);
        assertExact(none, candidate.build(new double[rows][cols]));
        double[] x = draw.vector(cols, -1, 1);
        assertExact(new double[rows], candidate.matvec(none, x));
        assertExact(new Csr(new double[0], new int[0], new int[2], 1),
                candidate.build(new double[][]{{-0.0}}));
        // empty rows at both ends, and empty columns
        double[][] w = new double[4][3];
        w[2][1] = 7;
        assertExact(new Csr(new double[]{7}, new int[]{1}, new int[]{0, 0, 0, 1, 1}, 3), candidate.build(w));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_matrix(CsrMatvec candidate) {
        double[] notNumbers = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[][][] broken = {null, {}, {null}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {3}}, {{1}, {2, 3}},
                {{1, 2}, {}}};
        for (double[][] w : broken) {
            assertRejects("w = " + Arrays.deepToString(w), () -> candidate.build(w));
        }
        double[] x = {1, 2, 3};
        for (double bad : notNumbers) {
            assertRejects("w with " + bad, () -> candidate.build(new double[][]{{1, bad}, {3, 4}}));
            assertRejects("w with " + bad, () -> candidate.build(new double[][]{{1, 2}, {bad, 4}}));
            assertRejects("x with " + bad,
                    () -> candidate.matvec(csr("0 2 1", "0 2 3"), new double[]{1, 2, bad}));
            Csr a = new Csr(new double[]{1, bad, 3}, new int[]{0, 2, 1}, new int[]{0, 2, 3}, 3);
            assertRejects("val with " + bad, () -> candidate.matvec(a, x));
        }
        assertClose(new double[]{7, 6}, candidate.matvec(csr("0 2 1", "0 2 3"), x));
        assertRejects("a = null", () -> candidate.matvec(null, x));
        refusesBrokenStorage(candidate);
        assertRejects("x = null", () -> candidate.matvec(csr("0 2 1", "0 2 3"), null));
        assertRejects("a column too few", () -> candidate.matvec(csr("0 0 1", "0 2 3"), new double[]{1, 2}));
        assertRejects("no columns", () -> candidate
                .matvec(new Csr(new double[0], new int[0], new int[]{0, 0}, 0), new double[0]));
        refusesSizes(candidate);
    }

    private static void refusesBrokenStorage(CsrMatvec candidate) {
        refuses(candidate, new Csr(null, new int[]{0, 2, 1}, new int[]{0, 2, 3}, 3));
        refuses(candidate, new Csr(new double[]{1, 2, 3}, null, new int[]{0, 2, 3}, 3));
        refuses(candidate, new Csr(new double[]{1, 2, 3}, new int[]{0, 2, 1}, null, 3));
        refuses(candidate, new Csr(new double[]{1, 2}, new int[]{0, 2, 1}, new int[]{0, 2, 3}, 3));
        refuses(candidate, new Csr(new double[]{1, 2}, new int[]{0, 2, 1}, new int[]{0, 1, 2}, 3));
        refuses(candidate, new Csr(new double[]{1, 2, 3}, new int[]{0, 2}, new int[]{0, 2, 3}, 3));
        refuses(candidate, new Csr(new double[]{1, 2, 3}, new int[]{0, 2, 1}, new int[]{0, 2, 3}, 4));
        refuses(candidate, new Csr(new double[]{1, 2, 3}, new int[]{0, 1, 1}, new int[]{0, 2, 3}, 2));
        refuses(candidate, new Csr(new double[0], new int[0], new int[]{0}, 3));
        refuses(candidate, new Csr(new double[0], new int[0], new int[0], 3));
        for (String ptr : new String[]{"1 2 3", "-1 2 3", "0 2 2", "0 2 4", "0 3 2 3", "0 -1 3", "0 4 3",
                "0 0 0"}) {
            refuses(candidate, csr("0 2 1", ptr));
        }
        for (String col : new String[]{"3 0 1", "0 3 1", "0 2 -1"}) {
            refuses(candidate, csr(col, "0 2 3"));
        }
    }

    private static void refuses(CsrMatvec candidate, Csr a) {
        assertRejects("col, ptr, cols = %s, %s, %d".formatted(Arrays.toString(a.col()),
                Arrays.toString(a.ptr()), a.cols()), () -> candidate.matvec(a, new double[]{1, 2, 3}));
    }

    private static void refusesSizes(CsrMatvec candidate) {
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("rows = " + bad, () -> candidate.bytes(4, bad, 4, 4));
            assertRejects("valueBytes = " + bad, () -> candidate.bytes(4, 3, bad, 4));
            assertRejects("indexBytes = " + bad, () -> candidate.bytes(4, 3, 4, bad));
            assertRejects("rows = " + bad, () -> candidate.breakEvenDensity(bad, 4, 2, 4));
            assertRejects("cols = " + bad, () -> candidate.breakEvenDensity(3, bad, 2, 4));
            assertRejects("valueBytes = " + bad, () -> candidate.breakEvenDensity(3, 4, bad, 4));
            assertRejects("indexBytes = " + bad, () -> candidate.breakEvenDensity(3, 4, 2, bad));
        }
        assertRejects("nnz = -1", () -> candidate.bytes(-1, 3, 4, 4));
        assertRejects("nnz = Long.MIN_VALUE", () -> candidate.bytes(Long.MIN_VALUE, 3, 4, 4));
    }

    @Test
    @Points(5)
    @About("scale")
    void three_entries_in_each_of_100_000_rows(CsrMatvec candidate, Draw draw) {
        candidate.matvec(CSR, new double[]{1, 2, 3, 4});
        int n = 100_000;
        double[] val = draw.vector(3 * n, -1, 1);
        int[] col = draw.integers(3 * n, 0, n - 1);
        var ptr = new int[n + 1];
        double[] x = draw.vector(n, -1, 1);
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            ptr[i + 1] = 3 * (i + 1);
            for (int t = 3 * i; t < 3 * i + 3; t++) {
                y[i] += val[t] * x[col[t]];
            }
        }
        assertClose(y, candidate.matvec(new Csr(val, col, ptr, n), x));
    }

    /// Three entries 1, 2, 3 in three columns.
    private static Csr csr(String col, String ptr) {
        return new Csr(new double[]{1, 2, 3}, numbers(col), numbers(ptr), 3);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static double[][] sparse(Draw draw, int rows, int cols, double density) {
        double[][] w = draw.matrix(rows, cols, -2, 2);
        for (double[] row : w) {
            for (int j = 0; j < cols; j++) {
                if (draw.uniform(0, 1) >= density) {
                    row[j] = draw.coin() ? 0.0 : -0.0;
                }
            }
        }
        return w;
    }

    /// Row by row: how many entries lie before it, and which are its own.
    private static Csr expected(double[][] w) {
        double[] val = Arrays.stream(w).flatMapToDouble(Arrays::stream).filter(entry -> entry != 0).toArray();
        var col = new int[val.length];
        var ptr = new int[w.length + 1];
        for (int i = 0; i < w.length; i++) {
            int end = ptr[i];
            for (int j = 0; j < w[i].length; j++) {
                if (w[i][j] != 0) {
                    col[end] = j;
                    end++;
                }
            }
            ptr[i + 1] = end;
        }
        return new Csr(val, col, ptr, w[0].length);
    }

    private static double[] dense(double[][] w, double[] x) {
        var y = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += w[i][j] * x[j];
            }
        }
        return y;
    }
}
