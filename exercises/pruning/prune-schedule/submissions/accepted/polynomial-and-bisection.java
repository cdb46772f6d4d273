import exercise.PruneSchedule;

/// The cubic multiplied out, x · (3 − x · (3 − x)) with x = j/n, and the rate by bisection.
public class Solution implements PruneSchedule {
    @Override
    public double sparsityAt(int step, double si, double sf, int t0, int n, int dt) {
        check(si, sf, n);
        require(step >= 0, "step must not be negative");
        require(t0 >= 0, "t0 must not be negative");
        require(dt >= 1, "dt must be at least 1");
        double updates = Math.floor(((double) step - t0) / dt);
        return sparsity(si, sf, Math.clamp(updates / n, 0.0, 1.0));
    }

    @Override
    public int[] newlyPruned(int total, double si, double sf, int n) {
        check(si, sf, n);
        require(total >= 1, "total must be at least 1");
        var counts = new int[n + 1];
        for (int j = n; j >= 0; j--) {
            counts[j] = (int) Math.rint(total * sparsity(si, sf, (double) j / n));
            if (j < n) {
                counts[j + 1] -= counts[j];
            }
        }
        return counts;
    }

    @Override
    public double perRoundRate(double target, int rounds) {
        require(target >= 0 && target < 1, "target must lie in [0, 1)");
        require(rounds >= 1, "rounds must be at least 1");
        double low = 0;
        double high = 1;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (1 - Math.pow(1 - middle, rounds) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double sparsity(double si, double sf, double x) {
        return si + (sf - si) * x * (3 - x * (3 - x));
    }

    private static void check(double si, double sf, int n) {
        require(si >= 0 && si <= sf && sf < 1, "0 <= si <= sf < 1");
        require(n >= 1, "n must be at least 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
