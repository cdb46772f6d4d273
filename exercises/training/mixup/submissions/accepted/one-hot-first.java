import exercise.Mixup;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Inputs and one-hot labels are two matrices that are interpolated in the same way.
public class Solution implements Mixup {
    @Override
    public Mixed mix(double[][] x, int[] labels, double lambda, int[] perm, int classes) {
        checkMix(x, labels, lambda, perm, classes);
        var hot = new double[labels.length][classes];
        for (int i = 0; i < hot.length; i++) {
            hot[i][labels[i]] = 1;
        }
        return new Mixed(interpolated(x, lambda, perm), interpolated(hot, lambda, perm));
    }

    private static double[][] interpolated(double[][] rows, double lambda, int[] perm) {
        var result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] own = rows[i];
            double[] other = rows[perm[i]];
            result[i] = IntStream.range(0, own.length)
                    .mapToDouble(j -> other[j] + lambda * (own[j] - other[j]))
                    .toArray();
        }
        return result;
    }

    @Override
    public double loss(double[][] logits, double[][] y) {
        checkLoss(logits, y);
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            double partition = logPartition(logits[i]);
            for (int c = 0; c < y[i].length; c++) {
                mean += y[i][c] * (partition - logits[i][c]) / y.length;
            }
        }
        return mean;
    }

    private static double logPartition(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }

    private static void checkMix(double[][] x, int[] labels, double lambda, int[] perm, int classes) {
        width(x);
        require(labels != null && labels.length == x.length, "not one label for each sample");
        require(Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes), "no such class");
        require(lambda >= 0 && lambda <= 1, "lambda must be from 0 to 1");
        require(perm != null, "no partners");
        int[] sorted = Arrays.stream(perm).sorted().toArray();
        require(Arrays.equals(sorted, IntStream.range(0, x.length).toArray()), "not a permutation");
    }

    private static void checkLoss(double[][] logits, double[][] y) {
        require(width(logits) == width(y) && logits.length == y.length, "shapes differ");
        for (double[] row : y) {
            require(Arrays.stream(row).allMatch(share -> share >= 0), "a negative share");
            require(Math.abs(Arrays.stream(row).sum() - 1) <= 1e-9, "shares that do not sum to 1");
        }
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
