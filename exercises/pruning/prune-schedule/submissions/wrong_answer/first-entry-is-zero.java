// Entry 0 leaves out what the initial sparsity prunes.
import exercise.PruneSchedule;

public class Solution implements PruneSchedule {
    @Override
    public double sparsityAt(int step, double si, double sf, int t0, int n, int dt) {
        check(si, sf, n);
        require(step >= 0, "step must not be negative");
        require(t0 >= 0, "t0 must not be negative");
        require(dt >= 1, "dt must be at least 1");
        if (step < t0) {
            return si;
        }
        return sparsity(si, sf, Math.min(n, (step - t0) / dt), n);
    }

    @Override
    public int[] newlyPruned(int total, double si, double sf, int n) {
        check(si, sf, n);
        require(total >= 1, "total must be at least 1");
        var counts = new int[n + 1];
        int pruned = 0;
        for (int j = 0; j <= n; j++) {
            int due = (int) Math.rint(total * sparsity(si, sf, j, n));
            counts[j] = due - pruned;
            pruned = due;
        }
        counts[0] = 0;
        return counts;
    }

    @Override
    public double perRoundRate(double target, int rounds) {
        require(target >= 0 && target < 1, "target must lie in [0, 1)");
        require(rounds >= 1, "rounds must be at least 1");
        return 1 - Math.pow(1 - target, 1.0 / rounds);
    }

    private static double sparsity(double si, double sf, int j, int n) {
        double left = 1 - (double) j / n;
        return sf + (si - sf) * left * left * left;
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
