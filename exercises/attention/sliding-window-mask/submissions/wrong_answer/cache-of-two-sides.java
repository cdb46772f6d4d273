// Keeps a window before and one after the token.
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
        long side = Math.max(0, n - globals - window);
        long blocked = side * (side + 1);
        return causal ? (n * (n + 1L) - blocked) / 2 : (long) n * n - blocked;
    }

    @Override
    public long cacheTokens(int n, int window, int globals) {
        check(n, window, globals);
        return Math.min(n, 2L * window - 1 + globals);
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
