import exercise.StableSoftmax;
import java.util.stream.DoubleStream;

/// Adds in pairs, as a tree of `ln(e^a + e^b) = max + ln(1 + e^-|a-b|)`.
public class Solution implements StableSoftmax {
    @Override
    public double[] softmax(double[] z) {
        double logSumExp = logSumExp(z);
        return DoubleStream.of(z).map(each -> Math.exp(each - logSumExp)).toArray();
    }

    @Override
    public double[] logSoftmax(double[] z) {
        double logSumExp = logSumExp(z);
        return DoubleStream.of(z).map(each -> each - logSumExp).toArray();
    }

    @Override
    public double logSumExp(double[] z) {
        check(z);
        return logSumExp(z, 0, z.length);
    }

    private static double logSumExp(double[] z, int from, int to) {
        if (to - from == 1) {
            return z[from];
        }
        int middle = (from + to) / 2;
        double a = logSumExp(z, from, middle);
        double b = logSumExp(z, middle, to);
        double larger = Math.max(a, b);
        double smaller = Math.min(a, b);
        return smaller == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(smaller - larger));
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
