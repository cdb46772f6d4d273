// Gives the result as many elements as x has.
import exercise.CsrMatvec;

public class Solution implements CsrMatvec {
    @Override
    public Csr build(double[][] w) {
        checkMatrix(w);
        int cols = w[0].length;
        var ptr = new int[w.length + 1];
        for (int i = 0; i < w.length; i++) {
            ptr[i + 1] = ptr[i];
            for (double entry : w[i]) {
                if (entry != 0) {
                    ptr[i + 1]++;
                }
            }
        }
        var val = new double[ptr[w.length]];
        var col = new int[val.length];
        int next = 0;
        for (double[] row : w) {
            for (int j = 0; j < cols; j++) {
                if (row[j] != 0) {
                    val[next] = row[j];
                    col[next] = j;
                    next++;
                }
            }
        }
        return new Csr(val, col, ptr, cols);
    }

    @Override
    public double[] matvec(Csr a, double[] x) {
        checkCsr(a);
        checkNumbers(x);
        require(x.length > 0 && x.length == a.cols(), "x must be as long as a row");
        var y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int t = a.ptr()[i]; t < a.ptr()[i + 1]; t++) {
                y[i] += a.val()[t] * x[a.col()[t]];
            }
        }
        return y;
    }

    @Override
    public long bytes(long nnz, int rows, int valueBytes, int indexBytes) {
        require(nnz >= 0 && rows >= 1 && valueBytes >= 1 && indexBytes >= 1, "sizes out of range");
        return nnz * ((long) valueBytes + indexBytes) + (rows + 1L) * indexBytes;
    }

    @Override
    public double breakEvenDensity(int rows, int cols, int valueBytes, int indexBytes) {
        require(rows >= 1 && cols >= 1 && valueBytes >= 1 && indexBytes >= 1, "sizes out of range");
        double cells = (double) rows * cols;
        return (cells * valueBytes - (rows + 1.0) * indexBytes)
                / (cells * ((double) valueBytes + indexBytes));
    }

    private static void checkMatrix(double[][] w) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no rows or no columns");
        for (double[] row : w) {
            checkNumbers(row);
            require(row.length == w[0].length, "ragged matrix");
        }
    }

    private static void checkCsr(Csr a) {
        require(a != null && a.col() != null && a.ptr() != null, "no matrix");
        checkNumbers(a.val());
        require(a.val().length == a.col().length, "one column for each entry");
        int[] ptr = a.ptr();
        require(ptr.length >= 2 && ptr[0] == 0 && ptr[ptr.length - 1] == a.val().length,
                "not the rows' bounds");
        for (int i = 1; i < ptr.length; i++) {
            require(ptr[i - 1] <= ptr[i], "a row ends before it begins");
        }
        for (int column : a.col()) {
            require(column >= 0 && column < a.cols(), "column out of range");
        }
    }

    private static void checkNumbers(double[] numbers) {
        require(numbers != null, "no numbers");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
