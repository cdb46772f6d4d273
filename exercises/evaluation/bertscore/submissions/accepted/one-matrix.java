import exercise.Bertscore;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Unit vectors first, then every product once, for the best of its row and of its column.
public class Solution implements Bertscore {
    @Override
    public Score score(double[][] cand, double[][] ref, double[] idfCand, double[] idfRef) {
        check(cand, ref, idfCand, idfRef);
        double[][] units = Arrays.stream(cand).map(Solution::unit).toArray(double[][]::new);
        double[][] targets = Arrays.stream(ref).map(Solution::unit).toArray(double[][]::new);
        var ofRow = new double[cand.length];
        var ofColumn = new double[ref.length];
        Arrays.fill(ofRow, Double.NEGATIVE_INFINITY);
        Arrays.fill(ofColumn, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < cand.length; i++) {
            for (int j = 0; j < ref.length; j++) {
                double cosine = dot(units[i], targets[j]);
                ofRow[i] = Math.max(ofRow[i], cosine);
                ofColumn[j] = Math.max(ofColumn[j], cosine);
            }
        }
        double precision = mean(ofRow, idfCand);
        double recall = mean(ofColumn, idfRef);
        double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return new Score(precision, recall, f1);
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return Arrays.stream(vector).map(number -> number / length).toArray();
    }

    private static double mean(double[] numbers, double[] weights) {
        return weights == null
                ? Arrays.stream(numbers).average().getAsDouble()
                : dot(numbers, weights) / Arrays.stream(weights).sum();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> a[c] * b[c]).sum();
    }

    private static void check(double[][] cand, double[][] ref, double[] idfCand, double[] idfRef) {
        require(columns(cand) == columns(ref), "vectors differ in width");
        checkWeights(idfCand, cand.length);
        checkWeights(idfRef, ref.length);
    }

    private static void checkWeights(double[] weights, int tokens) {
        if (weights == null) {
            return;
        }
        require(weights.length == tokens, "one weight for each token");
        for (double weight : weights) {
            require(weight >= 0 && weight < Double.POSITIVE_INFINITY, "weights are finite and not negative");
        }
        require(Arrays.stream(weights).sum() > 0, "weights are all 0");
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no tokens");
        for (double[] row : matrix) {
            require(row != null && row.length == matrix[0].length, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
            require(Arrays.stream(row).anyMatch(cell -> cell != 0), "a vector of zeros has no direction");
        }
        return matrix[0].length;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
