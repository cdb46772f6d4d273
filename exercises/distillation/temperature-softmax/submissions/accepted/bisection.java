import exercise.TemperatureSoftmax;
import java.util.Arrays;

/// A shifted softmax, its entropy from the probabilities, and bisection of the
/// temperature's logarithm.
public class Solution implements TemperatureSoftmax {
    @Override
    public double[] softmax(double[] z, double T) {
        checkLogits(z);
        checkTemperature(T);
        double max = Arrays.stream(z).max().getAsDouble();
        double[] p = Arrays.stream(z).map(logit -> Math.exp((logit - max) / T)).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(each -> each / sum).toArray();
    }

    @Override
    public double entropy(double[] z, double T) {
        double sum = 0;
        for (double p : softmax(z, T)) {
            if (p > 0) {
                sum -= p * Math.log(p);
            }
        }
        return sum;
    }

    @Override
    public double solveTemperature(double[] z, double targetEntropy) {
        checkLogits(z);
        require(targetEntropy > 0 && targetEntropy < Math.log(z.length), "no entropy of soft labels");
        require(Arrays.stream(z).distinct().count() > 1, "all logits are equal");
        double cold = 1e-3;
        double hot = 1e3;
        require(targetEntropy >= entropy(z, cold) && targetEntropy <= entropy(z, hot), "no such temperature");
        while (hot - cold > 1e-9 * cold) {
            double middle = Math.sqrt(cold * hot);
            if (entropy(z, middle) < targetEntropy) {
                cold = middle;
            } else {
                hot = middle;
            }
        }
        return cold;
    }

    private static void checkLogits(double[] z) {
        require(z != null && z.length > 0, "no logits");
        for (double logit : z) {
            require(Double.isFinite(logit), "logits must be finite");
        }
    }

    private static void checkTemperature(double T) {
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
