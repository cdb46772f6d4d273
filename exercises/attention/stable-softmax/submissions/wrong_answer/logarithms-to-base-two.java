// Logarithms to base 2.
import exercise.StableSoftmax;
import java.util.Arrays;

public class Solution implements StableSoftmax {
    @Override
    public double[] softmax(double[] z) {
        check(z);
        double max = Arrays.stream(z).max().getAsDouble();
        double[] exps = Arrays.stream(z).map(each -> Math.exp(each - max)).toArray();
        double sum = Arrays.stream(exps).sum();
        return Arrays.stream(exps).map(each -> each / sum).toArray();
    }

    @Override
    public double[] logSoftmax(double[] z) {
        check(z);
        double max = Arrays.stream(z).max().getAsDouble();
        double log = Math.log(sum(z, max));
        return Arrays.stream(z).map(each -> each - max - log).toArray();
    }

    @Override
    public double logSumExp(double[] z) {
        check(z);
        double max = Arrays.stream(z).max().getAsDouble();
        return max + Math.log(sum(z, max)) / Math.log(2);
    }

    private static double sum(double[] z, double max) {
        double sum = 0;
        for (double each : z) {
            sum += Math.exp(each - max);
        }
        return sum;
    }

    private static void check(double[] z) {
        require(z != null, "no array");
        boolean some = false;
        for (double each : z) {
            require(each < Double.POSITIVE_INFINITY, "NaN or +Infinity");
            some |= each > Double.NEGATIVE_INFINITY;
        }
        require(some, "nothing finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
