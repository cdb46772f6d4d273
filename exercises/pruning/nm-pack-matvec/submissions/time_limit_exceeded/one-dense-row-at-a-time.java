// Right, but unpacks every row before it multiplies.
import exercise.NmPackMatvec;

public class Solution implements NmPackMatvec {
    @Override
    public Packed pack(double[][] w, int n, int m) {
        require(w != null && w.length > 0 && w[0] != null, "no rows");
        checkMatrix(w, w.length, w[0].length);
        checkPattern(w[0].length, n, m);
        int groups = w[0].length / m;
        var values = new double[w.length][groups * n];
        var index = new int[w.length][groups * n];
        for (int i = 0; i < w.length; i++) {
            int slot = 0;
            for (int from = 0; from < w[i].length; from += m) {
                int spare = n;
                for (int j = 0; j < m; j++) {
                    spare -= w[i][from + j] != 0 ? 1 : 0;
                }
                require(spare >= 0, "too many non-zeros");
                for (int j = 0; j < m; j++) {
                    if (w[i][from + j] != 0 || spare-- > 0) {
                        values[i][slot] = w[i][from + j];
                        index[i][slot++] = j;
                    }
                }
            }
        }
        return new Packed(values, index, w[0].length, n, m);
    }

    @Override
    public double[][] unpack(Packed p) {
        checkPacked(p);
        var w = new double[p.values().length][p.cols()];
        for (int i = 0; i < w.length; i++) {
            for (int s = 0; s < p.values()[i].length; s++) {
                w[i][s / p.n() * p.m() + p.index()[i][s]] = p.values()[i][s];
            }
        }
        return w;
    }

    @Override
    public double[] matvec(Packed p, double[] x) {
        checkPacked(p);
        checkVector(x, p.cols());
        var product = new double[p.values().length];
        for (int i = 0; i < product.length; i++) {
            var row = new double[x.length];
            for (int s = 0; s < p.values()[i].length; s++) {
                row[s / p.n() * p.m() + p.index()[i][s]] = p.values()[i][s];
            }
            for (int j = 0; j < row.length; j++) {
                product[i] += row[j] * x[j];
            }
        }
        return product;
    }

    @Override
    public long bits(int rows, int cols, int n, int m, int valueBits) {
        checkPattern(cols, n, m);
        require(rows >= 1, "rows must be at least 1");
        require(valueBits >= 1, "valueBits must be at least 1");
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(m - 1);
        return (long) rows * (cols / m) * n * (valueBits + indexBits);
    }

    private static void checkPattern(int cols, int n, int m) {
        require(n >= 1 && n <= m, "n must lie between 1 and m");
        require(cols >= 1 && cols % m == 0, "m must divide the number of columns");
    }

    private static void checkMatrix(double[][] matrix, int rows, int columns) {
        require(matrix != null && matrix.length == rows, "wrong number of rows");
        for (double[] row : matrix) {
            checkVector(row, columns);
        }
    }

    private static void checkVector(double[] vector, int length) {
        require(vector != null && vector.length == length, "wrong length");
        for (double cell : vector) {
            require(Double.isFinite(cell), "numbers must be finite");
        }
    }

    private static void checkPacked(Packed p) {
        require(p != null, "nothing to unpack");
        checkPattern(p.cols(), p.n(), p.m());
        int slots = p.cols() / p.m() * p.n();
        require(p.index() != null && p.index().length > 0, "no rows");
        checkMatrix(p.values(), p.index().length, slots);
        for (int[] row : p.index()) {
            require(row != null && row.length == slots, "one position for each value");
            for (int s = 0; s < slots; s++) {
                int least = s % p.n() == 0 ? 0 : row[s - 1] + 1;
                require(row[s] >= least && row[s] < p.m(), "positions must rise within the group");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
