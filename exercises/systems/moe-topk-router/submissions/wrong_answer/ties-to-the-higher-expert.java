// Prefers the higher number among equals.
import exercise.MoeTopkRouter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements MoeTopkRouter {
    @Override
    public Route route(double[][] logits, int k) {
        int experts = width(logits);
        require(k >= 1 && k <= experts, "k must be from 1 to the number of experts");
        var expert = new int[logits.length][];
        var weight = new double[logits.length][];
        for (int t = 0; t < logits.length; t++) {
            double[] row = logits[t];
            expert[t] = IntStream.range(0, experts)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(e -> row[e]).thenComparing(e -> e).reversed())
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
            weight[t] = softmax(Arrays.stream(expert[t]).mapToDouble(e -> row[e]).toArray());
        }
        return new Route(expert, weight);
    }

    @Override
    public int[][] dispatch(int[][] expert, int experts, double capacityFactor) {
        checkDispatch(expert, experts, capacityFactor);
        int tokens = expert.length;
        int k = expert[0].length;
        double capacity = Math.ceil(capacityFactor * k * tokens / experts - 1e-9);
        var load = new int[experts];
        var keep = new int[tokens][k];
        for (int slot = 0; slot < k; slot++) {
            for (int t = 0; t < tokens; t++) {
                int e = expert[t][slot];
                if (load[e] < capacity) {
                    load[e]++;
                    keep[t][slot] = 1;
                }
            }
        }
        return keep;
    }

    @Override
    public double balanceLoss(double[][] logits) {
        Route first = route(logits, 1);
        int experts = logits[0].length;
        var fraction = new double[experts];
        var mean = new double[experts];
        for (int t = 0; t < logits.length; t++) {
            fraction[first.expert()[t][0]] += 1.0 / logits.length;
            double[] p = softmax(logits[t]);
            for (int e = 0; e < experts; e++) {
                mean[e] += p[e] / logits.length;
            }
        }
        double sum = 0;
        for (int e = 0; e < experts; e++) {
            sum += fraction[e] * mean[e];
        }
        return experts * sum;
    }

    @Override
    public double activeParams(int experts, int k, double expertParams, double sharedParams) {
        checkParams(experts, k, expertParams, sharedParams);
        return k * expertParams + sharedParams;
    }

    private static double[] softmax(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double sum = Arrays.stream(logits).map(logit -> Math.exp(logit - max)).sum();
        return Arrays.stream(logits).map(logit -> Math.exp(logit - max) / sum).toArray();
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
