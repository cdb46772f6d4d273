import exercise.CsrMatvec;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Appends entry by entry; the product goes through the entries and moves on to the next row
/// whenever one is used up.
public class Solution implements CsrMatvec {
    @Override
    public Csr build(double[][] w) {
        if (w == null || w.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        var val = DoubleStream.builder();
        var col = IntStream.builder();
        var ptr = IntStream.builder().add(0);
        int count = 0;
        for (double[] row : w) {
            if (isBroken(row) || row.length == 0 || row.length != w[0].length) {
                throw new IllegalArgumentException("no matrix of finite numbers");
            }
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    val.add(row[j]);
                    col.add(j);
                    count++;
                }
            }
            ptr.add(count);
        }
        return new Csr(val.build().toArray(), col.build().toArray(), ptr.build().toArray(), w[0].length);
    }

    @Override
    public double[] matvec(Csr a, double[] x) {
        if (a == null || isBroken(a.val()) || isBroken(x) || a.col() == null || a.ptr() == null) {
            throw new IllegalArgumentException("no matrix or no vector of finite numbers");
        }
        if (x.length == 0 || x.length != a.cols() || a.col().length != a.val().length) {
            throw new IllegalArgumentException("lengths do not fit together");
        }
        int rows = a.ptr().length - 1;
        if (rows < 1 || a.ptr()[0] != 0 || a.ptr()[rows] != a.val().length) {
            throw new IllegalArgumentException("not the rows' bounds");
        }
        int[] ascending = a.ptr().clone();
        Arrays.sort(ascending);
        if (!Arrays.equals(ascending, a.ptr())
                || Arrays.stream(a.col()).anyMatch(column -> column < 0 || column >= x.length)) {
            throw new IllegalArgumentException("a row or a column out of range");
        }
        var y = new double[rows];
        int row = 0;
        for (int t = 0; t < a.val().length; t++) {
            while (t == a.ptr()[row + 1]) {
                row++;
            }
            y[row] += x[a.col()[t]] * a.val()[t];
        }
        return y;
    }

    @Override
    public long bytes(long nnz, int rows, int valueBytes, int indexBytes) {
        if (nnz < 0 || rows < 1 || valueBytes < 1 || indexBytes < 1) {
            throw new IllegalArgumentException("sizes out of range");
        }
        long indices = nnz + rows + 1;
        return nnz * valueBytes + indices * indexBytes;
    }

    @Override
    public double breakEvenDensity(int rows, int cols, int valueBytes, int indexBytes) {
        if (rows < 1 || cols < 1 || valueBytes < 1 || indexBytes < 1) {
            throw new IllegalArgumentException("sizes out of range");
        }
        double ratio = (double) indexBytes / valueBytes;
        double bounds = (1 + 1.0 / rows) / cols * ratio;
        return (1 - bounds) / (1 + ratio);
    }

    private static boolean isBroken(double[] numbers) {
        return numbers == null || !Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
