import exercise.StableSoftmax;

/// One pass: the sum is rescaled whenever a larger entry comes. The others follow from
/// the logarithm of the sum.
public class Solution implements StableSoftmax {
    @Override
    public double[] softmax(double[] z) {
        double[] result = logSoftmax(z);
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.exp(result[i]);
        }
        return result;
    }

    @Override
    public double[] logSoftmax(double[] z) {
        double logSumExp = logSumExp(z);
        var result = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            result[i] = z[i] - logSumExp;
        }
        return result;
    }

    @Override
    public double logSumExp(double[] z) {
        check(z);
        // Finite, so that the first difference is not -Infinity minus -Infinity.
        double max = -Double.MAX_VALUE;
        double sum = 0;
        for (double each : z) {
            if (each > max) {
                sum *= Math.exp(max - each);
                max = each;
            }
            sum += Math.exp(each - max);
        }
        return max + Math.log(sum);
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
