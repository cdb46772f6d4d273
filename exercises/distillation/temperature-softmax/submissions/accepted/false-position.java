import exercise.TemperatureSoftmax;
import java.util.Arrays;

/// Log-probabilities throughout, and for the temperature the false position over
/// its logarithm, mixed with bisection.
public class Solution implements TemperatureSoftmax {
    @Override
    public double[] softmax(double[] z, double T) {
        checkLogits(z);
        checkTemperature(T);
        double logSum = logSum(z, T);
        var p = new double[z.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(z[i] / T - logSum);
        }
        return p;
    }

    /// The logarithm of the sum of `exp(z / T)`, which grows with every larger logit.
    private static double logSum(double[] z, double T) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double logit : z) {
            double larger = Math.max(max, logit);
            sum = sum * Math.exp((max - larger) / T) + Math.exp((logit - larger) / T);
            max = larger;
        }
        return max / T + Math.log(sum);
    }

    /// ln Σ exp minus the mean exponent, both relative to the largest logit.
    @Override
    public double entropy(double[] z, double T) {
        checkLogits(z);
        checkTemperature(T);
        double max = Arrays.stream(z).max().getAsDouble();
        double sum = 0;
        double weighted = 0;
        for (double logit : z) {
            double exponent = (logit - max) / T;
            sum += Math.exp(exponent);
            weighted += Math.exp(exponent) * exponent;
        }
        return Math.log(sum) - weighted / sum;
    }

    @Override
    public double solveTemperature(double[] z, double targetEntropy) {
        checkLogits(z);
        require(targetEntropy > 0 && targetEntropy < Math.log(z.length), "no entropy of soft labels");
        double[] at = {Math.log(1e-3), Math.log(1e3)};
        double[] excess = {entropy(z, 1e-3) - targetEntropy, entropy(z, 1e3) - targetEntropy};
        // The entropy of equal logits is ln K at every temperature, above any target.
        require(excess[0] <= 0 && excess[1] >= 0, "no such temperature");
        for (int step = 0; at[1] - at[0] > 1e-9; step++) {
            // Every third step halves the interval, lest one end stays where it is.
            double share = step % 3 == 2 ? 0.5 : excess[0] / (excess[0] - excess[1]);
            double next = at[0] + share * (at[1] - at[0]);
            double found = entropy(z, Math.exp(next)) - targetEntropy;
            int end = found < 0 ? 0 : 1;
            at[end] = next;
            excess[end] = found;
        }
        return Math.exp(at[0]);
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
