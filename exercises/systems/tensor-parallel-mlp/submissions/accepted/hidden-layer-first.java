import exercise.TensorParallelMlp;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The whole hidden layer first, for a neuron does not care where it lives; a partial is
/// then the product of two slices, and the output that of all of it.
public class Solution implements TensorParallelMlp {
    @Override
    public double[][] partials(double[][] w1, double[] b1, double[][] w2, double[] x, int ranks) {
        check(w1, b1, w2, x, ranks);
        double[] hidden = hidden(w1, b1, x);
        int share = hidden.length / ranks;
        return IntStream.range(0, ranks)
                .mapToObj(rank -> Arrays.stream(w2)
                        .mapToDouble(row -> product(row, hidden, rank * share, (rank + 1) * share))
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public double[] output(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] x, int ranks) {
        check(w1, b1, w2, x, ranks);
        checkVector(b2, w2.length);
        double[] hidden = hidden(w1, b1, x);
        return IntStream.range(0, b2.length)
                .mapToDouble(o -> b2[o] + product(w2[o], hidden, 0, hidden.length))
                .toArray();
    }

    @Override
    public double allReduceBytes(int out, int ranks, int elemBytes) {
        require(out >= 1 && ranks >= 1 && elemBytes >= 1, "at least one number, rank and byte");
        double all = (double) out * elemBytes;
        return 2 * (all - all / ranks);
    }

    private static double[] hidden(double[][] w1, double[] b1, double[] x) {
        return IntStream.range(0, b1.length)
                .mapToDouble(j -> Math.max(0, b1[j] + product(w1[j], x, 0, x.length)))
                .toArray();
    }

    private static double product(double[] a, double[] b, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static void check(double[][] w1, double[] b1, double[][] w2, double[] x, int ranks) {
        int in = width(w1);
        int hidden = width(w2);
        require(hidden == w1.length, "w1 and w2 differ in hidden neurons");
        checkVector(b1, hidden);
        checkVector(x, in);
        require(ranks >= 1 && hidden % ranks == 0, "ranks must divide the hidden neurons");
    }

    private static void checkVector(double[] vector, int length) {
        require(vector != null && vector.length == length, "a vector of the wrong length");
        require(Arrays.stream(vector).allMatch(Double::isFinite), "NaN or infinity in a vector");
    }

    /// The number of columns of a matrix that holds finite numbers only.
    private static int width(double[][] matrix) {
        require(matrix != null && matrix.length > 0, "a matrix without rows");
        require(matrix[0] != null && matrix[0].length > 0, "a matrix without columns");
        for (double[] row : matrix) {
            require(row != null && row.length == matrix[0].length, "rows of different lengths");
            require(Arrays.stream(row).allMatch(Double::isFinite), "NaN or infinity in a matrix");
        }
        return matrix[0].length;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
