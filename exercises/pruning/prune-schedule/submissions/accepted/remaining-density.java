import exercise.PruneSchedule;
import java.util.stream.IntStream;

/// Keeps books of what remains rather than of what is gone: density, and logarithms of it.
public class Solution implements PruneSchedule {
    @Override
    public double sparsityAt(int step, double si, double sf, int t0, int n, int dt) {
        check(si, sf, n);
        require(step >= 0, "step must not be negative");
        require(t0 >= 0, "t0 must not be negative");
        require(dt >= 1, "dt must be at least 1");
        int passed = Math.max(0, step - t0) / dt;
        return 1 - density(si, sf, Math.max(0, n - passed), n);
    }

    @Override
    public int[] newlyPruned(int total, double si, double sf, int n) {
        check(si, sf, n);
        require(total >= 1, "total must be at least 1");
        return IntStream.rangeClosed(0, n)
                .map(j -> pruned(total, si, sf, j, n) - (j == 0 ? 0 : pruned(total, si, sf, j - 1, n)))
                .toArray();
    }

    @Override
    public double perRoundRate(double target, int rounds) {
        require(target >= 0 && target < 1, "target must lie in [0, 1)");
        require(rounds >= 1, "rounds must be at least 1");
        return -Math.expm1(Math.log1p(-target) / rounds);
    }

    private static int pruned(int total, double si, double sf, int j, int n) {
        return (int) Math.rint(total * (1 - density(si, sf, n - j, n)));
    }

    private static double density(double si, double sf, int ahead, int n) {
        return (1 - sf) + (sf - si) * Math.pow((double) ahead / n, 3);
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
