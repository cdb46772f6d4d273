// Gives a vector of zeros the cosine 0.
import exercise.Bertscore;
import java.util.Arrays;

public class Solution implements Bertscore {
    @Override
    public Score score(double[][] cand, double[][] ref, double[] idfCand, double[] idfRef) {
        check(cand, ref, idfCand, idfRef);
        double precision = found(cand, ref, idfCand);
        double recall = found(ref, cand, idfRef);
        double sum = precision + recall;
        return new Score(precision, recall, sum > 0 ? 2 * precision * recall / sum : 0);
    }

    private static double found(double[][] tokens, double[][] others, double[] idf) {
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < tokens.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (double[] other : others) {
                best = Math.max(best, cosine(tokens[i], other));
            }
            double weight = idf == null ? 1 : idf[i];
            weighted += weight * best;
            weights += weight;
        }
        return weighted / weights;
    }

    private static double cosine(double[] a, double[] b) {
        double lengths = Math.sqrt(dot(a, a) * dot(b, b));
        return lengths == 0 ? 0 : dot(a, b) / lengths;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
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
            require(row.length > 0, "no columns");
        }
        return matrix[0].length;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
