import exercise.SlidingWindowMask;
import java.util.Arrays;

/// Every row is a run of global keys and a run of neighbours, which may overlap.
public class Solution implements SlidingWindowMask {
    @Override
    public int[][] mask(int n, int window, int globals, boolean causal) {
        check(n, window, globals);
        var mask = new int[n][n];
        for (int i = 0; i < n; i++) {
            int end = end(i, n, window, globals, causal);
            Arrays.fill(mask[i], 0, Math.min(globals, end), 1);
            Arrays.fill(mask[i], Math.max(0, i - window + 1), end, 1);
        }
        return mask;
    }

    @Override
    public long pairs(int n, int window, int globals, boolean causal) {
        check(n, window, globals);
        long pairs = 0;
        for (int i = 0; i < n; i++) {
            int start = Math.max(0, i - window + 1);
            pairs += end(i, n, window, globals, causal) - start + Math.min(globals, start);
        }
        return pairs;
    }

    /// The key behind the last one of the run of neighbours, which for a global query are all.
    private static int end(int query, int n, int window, int globals, boolean causal) {
        if (causal) {
            return query + 1;
        }
        return query < globals ? n : (int) Math.min(n, (long) query + window);
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
