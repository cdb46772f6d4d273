// Adds window and global keys without asking whether they overlap.
import exercise.SlidingWindowMask;

public class Solution implements SlidingWindowMask {
    @Override
    public int[][] mask(int n, int window, int globals, boolean causal) {
        check(n, window, globals);
        var mask = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean near = Math.abs(i - j) < window || j < globals || i < globals;
                mask[i][j] = near && !(causal && j > i) ? 1 : 0;
            }
        }
        return mask;
    }

    @Override
    public long pairs(int n, int window, int globals, boolean causal) {
        check(n, window, globals);
        long pairs = 0;
        for (int i = 0; i < n; i++) {
            pairs += i < globals ? causal ? i + 1 : n : Math.min(i + 1, window) + globals;
            pairs += causal || i < globals ? 0 : Math.min(n - 1 - i, window - 1);
        }
        return Math.min(pairs, (long) n * n);
    }

    @Override
    public long cacheTokens(int n, int window, int globals) {
        check(n, window, globals);
        return Math.min(n, (long) window + globals);
    }

    private static void check(int n, int window, int globals) {
        require(n >= 1, "n must be at least 1");
        require(window >= 1, "window must be at least 1");
        require(globals >= 0 && globals <= n, "globals must be 0 to n");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
