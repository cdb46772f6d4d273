package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.SlidingWindowMask;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Masks and counts are whole numbers and compared exactly.
class SlidingWindowMaskSuite {
    @Test
    @Points(20)
    @About("causal")
    @Sample
    void worked_example(SlidingWindowMask candidate) {
        int[][] expected = {{1, 0, 0, 0, 0, 0}, {1, 1, 0, 0, 0, 0}, {1, 1, 1, 0, 0, 0},
                {1, 0, 1, 1, 0, 0}, {1, 0, 0, 1, 1, 0}, {1, 0, 0, 0, 1, 1}};
        assertExact(expected, candidate.mask(6, 2, 1, true));
        assertExact(15L, candidate.pairs(6, 2, 1, true));
    }

    @Test
    @Points(15)
    @About("both")
    void without_causality_the_mask_is_symmetric(SlidingWindowMask candidate, Draw draw) {
        int[][] example = {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 1, 1, 1, 0}, {1, 0, 1, 1, 1},
                {1, 0, 0, 1, 1}};
        assertExact(example, candidate.mask(5, 2, 1, false));
        assertExact(19L, candidate.pairs(5, 2, 1, false));
        int[][] wide = {{1, 1, 1, 0, 0}, {1, 1, 1, 1, 0}, {1, 1, 1, 1, 1}, {0, 1, 1, 1, 1},
                {0, 0, 1, 1, 1}};
        assertExact(wide, candidate.mask(5, 3, 0, false));
        for (int round = 0; round < 4; round++) {
            int n = draw.integer(6, 20);
            int window = draw.integer(1, n - 1);
            int globals = draw.integer(0, n / 2);
            int[][] mask = candidate.mask(n, window, globals, false);
            assertExact(expected(n, window, globals, false), mask);
            assertExact(transposed(expected(n, window, globals, false)), mask);
        }
    }

    @Test
    @Points(15)
    @About("wide")
    void a_window_over_everything_blocks_nothing(SlidingWindowMask candidate, Draw draw) {
        int some = draw.integer(3, 9);
        for (int n : new int[]{1, 2, some}) {
            for (int window : new int[]{n, n + 1, 1_000_000, Integer.MAX_VALUE}) {
                var full = new int[n][n];
                var causal = new int[n][n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        full[i][j] = 1;
                        causal[i][j] = j <= i ? 1 : 0;
                    }
                }
                assertExact(full, candidate.mask(n, window, 0, false));
                assertExact(causal, candidate.mask(n, window, 0, true));
                assertExact((long) n * n, candidate.pairs(n, window, 0, false));
                assertExact(n * (n + 1L) / 2, candidate.pairs(n, window, 0, true));
                assertExact((long) n * n, candidate.pairs(n, window, n, false));
            }
        }
        // So do global tokens alone.
        assertExact(new int[][]{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, candidate.mask(3, 1, 3, false));
        assertExact(new int[][]{{1, 0, 0}, {1, 1, 0}, {1, 1, 1}}, candidate.mask(3, 1, 3, true));
        assertExact(new int[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, candidate.mask(3, 1, 0, false));
    }

    @Test
    @Points(20)
    @About("pairs")
    void mask_and_pairs_agree_with_the_definition(SlidingWindowMask candidate, Draw draw) {
        for (int n = 1; n <= 6; n++) {
            for (int window = 1; window <= n + 1; window++) {
                for (int globals = 0; globals <= n; globals++) {
                    agrees(candidate, n, window, globals, true);
                    agrees(candidate, n, window, globals, false);
                }
            }
        }
        for (int round = 0; round < 30; round++) {
            int n = draw.integer(7, 12);
            agrees(candidate, n, draw.integer(1, n + 1), draw.integer(0, n), draw.coin());
        }
        for (int round = 0; round < 4; round++) {
            int n = draw.integer(40, 90);
            agrees(candidate, n, draw.integer(2, 20), draw.integer(1, 10), round % 2 == 0);
        }
    }

    @Test
    @Points(10)
    @About("cache")
    void the_cache_keeps_window_and_globals(SlidingWindowMask candidate, Draw draw) {
        assertExact(5120L, candidate.cacheTokens(32_768, 4096, 1024));
        assertExact(4096L, candidate.cacheTokens(32_768, 4096, 0));
        assertExact(9L, candidate.cacheTokens(10, 5, 4));
        assertExact(10L, candidate.cacheTokens(10, 5, 5));
        assertExact(10L, candidate.cacheTokens(10, 5, 6));
        assertExact(10L, candidate.cacheTokens(10, 12, 0));
        assertExact(1L, candidate.cacheTokens(1, 1, 0));
        assertExact(7L, candidate.cacheTokens(7, Integer.MAX_VALUE, 3));
        assertExact((long) Integer.MAX_VALUE,
                candidate.cacheTokens(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
        int window = draw.integer(1, 1000);
        int globals = draw.integer(0, 1000);
        assertExact((long) window + globals, candidate.cacheTokens(window + globals + 1, window, globals));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_window(SlidingWindowMask candidate) {
        int[][] never = {{0, 1, 0}, {-1, 1, 0}, {Integer.MIN_VALUE, 1, 0}, {5, 0, 1}, {5, -1, 1},
                {5, Integer.MIN_VALUE, 1}, {5, 2, -1}, {5, 2, Integer.MIN_VALUE}, {5, 2, 6}, {1, 1, 2},
                {5, 2, Integer.MAX_VALUE}, {0, 0, 0}};
        for (int[] bad : never) {
            String what = "n = %s, window = %s, globals = %s".formatted(bad[0], bad[1], bad[2]);
            assertRejects(what, () -> candidate.mask(bad[0], bad[1], bad[2], true));
            assertRejects(what, () -> candidate.mask(bad[0], bad[1], bad[2], false));
            assertRejects(what, () -> candidate.pairs(bad[0], bad[1], bad[2], true));
            assertRejects(what, () -> candidate.pairs(bad[0], bad[1], bad[2], false));
            assertRejects(what, () -> candidate.cacheTokens(bad[0], bad[1], bad[2]));
        }
        assertExact(new int[][]{{1}}, candidate.mask(1, 1, 1, true));
    }

    @Test
    @Points(10)
    @About("scale")
    void ten_million_tokens(SlidingWindowMask candidate, Draw draw) {
        assertExact(154_667_520L, candidate.pairs(32_768, 4096, 1024, true));
        // Without globals every token but the first few sees exactly its window.
        assertExact(4096L * 10_000_000 - 4095 * 4096 / 2, candidate.pairs(10_000_000, 4096, 0, true));
        // Every global token adds one key to each token that is a window or more behind it, and the
        // tokens that are fewer than a window behind the globals see some of these already.
        long window = draw.integer(1000, 8000);
        long globals = draw.integer(1, 2000);
        long behind = 10_000_000 - window;
        long causal = window * 10_000_000 - (window - 1) * window / 2
                + globals * behind - globals * (globals - 1) / 2;
        assertExact(causal, candidate.pairs(10_000_000, (int) window, (int) globals, true));
        // Both directions are twice the causal pairs, with the diagonal counted once.
        assertExact(2 * causal - 10_000_000,
                candidate.pairs(10_000_000, (int) window, (int) globals, false));
    }

    private static void agrees(SlidingWindowMask candidate, int n, int window, int globals, boolean causal) {
        int[][] expected = expected(n, window, globals, causal);
        long ones = 0;
        for (int[] row : expected) {
            for (int cell : row) {
                ones += cell;
            }
        }
        assertExact(expected, candidate.mask(n, window, globals, causal));
        assertExact(ones, candidate.pairs(n, window, globals, causal));
    }

    /// By painting: the band, the global columns, the global rows, and nothing above the diagonal.
    private static int[][] expected(int n, int window, int globals, boolean causal) {
        var mask = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int distance = 0; distance < Math.min(window, n); distance++) {
                if (i + distance < n) {
                    mask[i][i + distance] = 1;
                    mask[i + distance][i] = 1;
                }
            }
            for (int g = 0; g < globals; g++) {
                mask[i][g] = 1;
                mask[g][i] = 1;
            }
        }
        for (int i = 0; causal && i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                mask[i][j] = 0;
            }
        }
        return mask;
    }

    private static int[][] transposed(int[][] square) {
        var result = new int[square.length][square.length];
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                result[j][i] = square[i][j];
            }
        }
        return result;
    }
}
