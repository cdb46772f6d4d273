import exercise.MoeTopkRouter;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Takes the largest logit out k times, and counts down the room that experts have left.
public class Solution implements MoeTopkRouter {
    @Override
    public Route route(double[][] logits, int k) {
        int experts = width(logits);
        require(k >= 1 && k <= experts, "k must be from 1 to the number of experts");
        var expert = new int[logits.length][k];
        var weight = new double[logits.length][k];
        for (int t = 0; t < logits.length; t++) {
            double[] left = logits[t].clone();
            double sum = 0;
            for (int slot = 0; slot < k; slot++) {
                int best = largest(left);
                left[best] = Double.NEGATIVE_INFINITY;
                expert[t][slot] = best;
                weight[t][slot] = Math.exp(logits[t][best] - logits[t][expert[t][0]]);
                sum += weight[t][slot];
            }
            for (int slot = 0; slot < k; slot++) {
                weight[t][slot] /= sum;
            }
        }
        return new Route(expert, weight);
    }

    @Override
    public int[][] dispatch(int[][] expert, int experts, double capacityFactor) {
        checkDispatch(expert, experts, capacityFactor);
        int k = expert[0].length;
        var room = new double[experts];
        Arrays.fill(room, Math.ceil((double) k * expert.length / experts * capacityFactor - 1e-9));
        var keep = new int[expert.length][k];
        for (int slot = 0; slot < k; slot++) {
            for (int t = 0; t < expert.length; t++) {
                keep[t][slot] = room[expert[t][slot]]-- > 0 ? 1 : 0;
            }
        }
        return keep;
    }

    @Override
    public double balanceLoss(double[][] logits) {
        int experts = width(logits);
        var tokens = new int[experts];
        var mass = new double[experts];
        for (double[] row : logits) {
            int best = largest(row);
            tokens[best]++;
            double[] p = Arrays.stream(row).map(logit -> Math.exp(logit - row[best])).toArray();
            double sum = Arrays.stream(p).sum();
            for (int e = 0; e < experts; e++) {
                mass[e] += p[e] / sum;
            }
        }
        double loss = 0;
        for (int e = 0; e < experts; e++) {
            loss += tokens[e] * mass[e];
        }
        return loss * experts / logits.length / logits.length;
    }

    @Override
    public double activeParams(int experts, int k, double expertParams, double sharedParams) {
        checkParams(experts, k, expertParams, sharedParams);
        return sharedParams + expertParams * k;
    }

    private static int largest(double[] row) {
        return IntStream.range(0, row.length).reduce((best, e) -> row[e] > row[best] ? e : best).getAsInt();
    }

    private static void checkDispatch(int[][] expert, int experts, double capacityFactor) {
        require(expert != null && expert.length > 0, "no tokens");
        require(expert[0] != null && expert[0].length > 0, "no choices");
        for (int[] choices : expert) {
            require(choices != null && choices.length == expert[0].length, "not k choices for each token");
            require(Arrays.stream(choices).allMatch(e -> e >= 0 && e < experts), "no such expert");
        }
        require(capacityFactor > 0 && capacityFactor < Double.POSITIVE_INFINITY, "a bad capacity factor");
    }

    private static void checkParams(int experts, int k, double expertParams, double sharedParams) {
        require(k >= 1 && k <= experts, "from one expert to all of them");
        require(expertParams >= 0 && expertParams < Double.POSITIVE_INFINITY, "a bad size of experts");
        require(sharedParams >= 0 && sharedParams < Double.POSITIVE_INFINITY, "a bad size of the rest");
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
