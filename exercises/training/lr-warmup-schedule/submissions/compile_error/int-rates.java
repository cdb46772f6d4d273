// Collects the rates in an array of int.
import exercise.LrWarmupSchedule;
import java.util.Arrays;

public class Solution implements LrWarmupSchedule {
    @Override
    public int warmupSteps(int total, double ratio) {
        require(total >= 1, "at least one step");
        require(ratio >= 0 && ratio <= 1, "a ratio from 0 to 1");
        return (int) Math.ceil(ratio * total - 1e-9);
    }

    @Override
    public double[] schedule(double base, int total, int warmup, String kind) {
        require(base > 0 && base < Double.POSITIVE_INFINITY, "the peak must be positive and finite");
        require(total >= 1, "at least one step");
        require(warmup >= 0 && warmup <= total, "no more warm-up than steps");
        require(Arrays.asList("linear", "cosine", "constant").contains(kind), "unknown kind of decay");
        var rates = new int[total];
        for (int t = 0; t < total; t++) {
            double share = t < warmup ? (double) t / warmup : decay(kind, t - warmup, total - warmup);
            rates[t] = base * share;
        }
        return rates;
    }

    private static double decay(String kind, double done, double all) {
        if (kind.equals("linear")) {
            return 1 - done / all;
        }
        return kind.equals("cosine") ? (1 + Math.cos(Math.PI * done / all)) / 2 : 1;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
