import exercise.NmPackMatvec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Positions with the non-zeros first, n of them taken and put back into order; products
/// group by group; the width of a position by doubling.
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
            for (int g = 0; g < groups; g++) {
                int[] positions = positions(w[i], g * m, n, m);
                for (int s = 0; s < n; s++) {
                    values[i][g * n + s] = w[i][g * m + positions[s]];
                    index[i][g * n + s] = positions[s];
                }
            }
        }
        return new Packed(values, index, w[0].length, n, m);
    }

    private static int[] positions(double[] row, int from, int n, int m) {
        List<Integer> positions = new ArrayList<>(IntStream.range(0, m).boxed().toList());
        require(positions.stream().filter(j -> row[from + j] != 0).count() <= n, "too many non-zeros");
        positions.sort(Comparator.comparing(j -> row[from + j] == 0));
        return positions.stream().limit(n).mapToInt(j -> j).sorted().toArray();
    }

    @Override
    public double[][] unpack(Packed p) {
        checkPacked(p);
        var w = new double[p.values().length][p.cols()];
        for (int i = 0; i < w.length; i++) {
            int slot = 0;
            for (int from = 0; from < p.cols(); from += p.m()) {
                for (int s = 0; s < p.n(); s++) {
                    w[i][from + p.index()[i][slot]] = p.values()[i][slot++];
                }
            }
        }
        return w;
    }

    @Override
    public double[] matvec(Packed p, double[] x) {
        checkPacked(p);
        checkVector(x, p.cols());
        return IntStream.range(0, p.values().length).mapToDouble(i -> {
            double sum = 0;
            int slot = 0;
            for (int from = 0; from < x.length; from += p.m()) {
                for (int s = 0; s < p.n(); s++) {
                    sum += x[from + p.index()[i][slot]] * p.values()[i][slot++];
                }
            }
            return sum;
        }).toArray();
    }

    @Override
    public long bits(int rows, int cols, int n, int m, int valueBits) {
        checkPattern(cols, n, m);
        require(rows >= 1, "rows must be at least 1");
        require(valueBits >= 1, "valueBits must be at least 1");
        long bits = valueBits;
        for (long positions = 1; positions < m; positions *= 2) {
            bits++;
        }
        return bits * n * (cols / m) * rows;
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
