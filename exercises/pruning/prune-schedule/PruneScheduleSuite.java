package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.PruneSchedule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Sparsities and rates are compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative; other ways to write the cubic or the root stay below 0.0001 % of it, float
/// exceeds it 5 times and more. Counts are exact: what is rounded lies at least 1e-6 from
/// every half, but for halves that come from powers of two.
class PruneScheduleSuite {
    @Test
    @Points(20)
    @About("values")
    @Sample
    void sparsity_rises_fast_and_then_slowly(PruneSchedule candidate) {
        int[] steps = {0, 100, 149, 150, 225, 300, 999};
        double[] expected = {0, 0, 0, 0.5203125, 0.7875, 0.9, 0.9};
        for (int i = 0; i < steps.length; i++) {
            assertClose(expected[i], candidate.sparsityAt(steps[i], 0, 0.9, 100, 4, 50));
        }
        // All updates over long ago, and a step that is the largest int.
        int last = Integer.MAX_VALUE;
        assertClose(0.9, candidate.sparsityAt(last, 0, 0.9, 0, 4, 50));
        assertClose(0.9, candidate.sparsityAt(last, 0, 0.9, 7, 1, 1));
        assertClose(0.0, candidate.sparsityAt(last, 0, 0.9, last, 4, 50));
        // The last update would be at 10¹²; the 2147th has just been.
        double left = 1 - 2147 / 1e6;
        assertClose(0.9 * (1 - left * left * left),
                candidate.sparsityAt(last, 0, 0.9, 0, 1_000_000, 1_000_000));
        assertClose(1 - 1.0 / 64, candidate.sparsityAt(last, 0, 1 - 1.0 / 64, 2_000_000_000, 3, 40_000_000));
        assertClose(0.9 * 19 / 27, candidate.sparsityAt(last, 0, 0.9, 2_000_000_000, 3, 147_483_647));
    }

    @Test
    @Points(15)
    @About("steps")
    void nothing_changes_between_updates(PruneSchedule candidate, Draw draw) {
        // n = 2: 0, 7/8 and all of the final sparsity
        double[] levels = {0, 0.7, 0.8};
        int[] steps = {10, 11, 19, 20, 21, 29, 30, 31, 39, 40, 50};
        int[] updates = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2};
        for (int i = 0; i < steps.length; i++) {
            assertClose(levels[updates[i]], candidate.sparsityAt(steps[i], 0, 0.8, 10, 2, 10));
        }
        assertClose(0.0, candidate.sparsityAt(5, 0, 0.8, 5, 1, 1));
        assertClose(0.8, candidate.sparsityAt(6, 0, 0.8, 5, 1, 1));
        for (int round = 0; round < 5; round++) {
            int n = draw.integer(2, 9);
            int dt = draw.integer(2, 30);
            int t0 = draw.integer(0, 40);
            double sf = draw.uniform(0.3, 0.99);
            double previous = 0;
            for (int j = 0; j <= n; j++) {
                double expected = sparsity(0, sf, j, n);
                assertClose(expected, candidate.sparsityAt(t0 + j * dt, 0, sf, t0, n, dt));
                assertClose(expected, candidate.sparsityAt(t0 + j * dt + dt - 1, 0, sf, t0, n, dt));
                double actual = candidate.sparsityAt(t0 + j * dt + dt / 2, 0, sf, t0, n, dt);
                assertClose(expected, actual);
                assertHolds(actual >= previous && actual <= sf + 1e-9, "%s after %s", actual, previous);
                previous = actual;
            }
        }
    }

    @Test
    @Points(15)
    @About("before")
    void before_the_start_the_initial_sparsity_holds(PruneSchedule candidate, Draw draw) {
        for (double si : new double[]{0, 0.25, draw.uniform(0.1, 0.6)}) {
            for (int step : new int[]{0, 1, 50, 98, 99, 100, 109}) {
                assertClose(si, candidate.sparsityAt(step, si, 0.9, 100, 3, 10));
            }
            // Before the start although the count of updates would come out negative.
            assertClose(si, candidate.sparsityAt(0, si, 0.9, Integer.MAX_VALUE, 3, 1));
            assertClose(si, candidate.sparsityAt(0, si, 0.9, 0, 3, 10));
            assertClose(si, candidate.sparsityAt(0, si, 0.9, 1, 3, 1));
        }
    }

    @Test
    @Points(15)
    @About("counts")
    void counts_add_up_to_the_final_sparsity(PruneSchedule candidate, Draw draw) {
        assertExact(new int[]{0, 520, 268, 98, 14}, candidate.newlyPruned(1000, 0, 0.9, 4));
        // The rounded differences would add up to 899.
        assertExact(new int[]{0, 439, 267, 136, 51, 7}, candidate.newlyPruned(1000, 0, 0.9, 5));
        assertExact(new int[]{0, 1_040_625_000, 534_375_000, 196_875_000, 28_125_000},
                candidate.newlyPruned(2_000_000_000, 0, 0.9, 4));
        assertExact(new int[]{0, 90}, candidate.newlyPruned(100, 0, 0.9, 1));
        // Halves: 7/16 and 1/2 of 8, 24, 5 and 3 weights, and half a weight.
        assertExact(new int[]{0, 4, 0}, candidate.newlyPruned(8, 0, 0.5, 2));
        assertExact(new int[]{0, 10, 2}, candidate.newlyPruned(24, 0, 0.5, 2));
        assertExact(new int[]{0, 2}, candidate.newlyPruned(5, 0, 0.5, 1));
        assertExact(new int[]{0, 2}, candidate.newlyPruned(3, 0, 0.5, 1));
        assertExact(new int[]{0, 0}, candidate.newlyPruned(1, 0, 0.5, 1));
        for (int round = 0; round < 8; round++) {
            int n = draw.integer(1, 12);
            int total = draw.integer(1, 50_000);
            double sf = fair(draw, total, 0, n);
            assertExact(counts(total, 0, sf, n), candidate.newlyPruned(total, 0, sf, n));
        }
        int n = draw.integer(3, 8);
        int[] many = candidate.newlyPruned(1_000_000, 0, fair(draw, 1_000_000, 0, n), n);
        assertHolds(many.length == n + 1, "%s entries for %s updates after the first", many.length, n);
        for (int j = 2; j <= n; j++) {
            assertHolds(many[j] < many[j - 1], "update %s prunes %s after %s", j, many[j], many[j - 1]);
        }
    }

    @Test
    @Points(15)
    @About("rounds")
    void equal_rounds_compound_to_the_target(PruneSchedule candidate, Draw draw) {
        assertClose(0.36904265551980675, candidate.perRoundRate(0.9, 5));
        assertClose(0.5, candidate.perRoundRate(0.75, 2));
        assertClose(0.5, candidate.perRoundRate(0.875, 3));
        assertClose(0.9, candidate.perRoundRate(0.9, 1));
        assertClose(0.0, candidate.perRoundRate(0, 1));
        assertClose(0.0, candidate.perRoundRate(0, 7));
        assertClose(-Math.expm1(Math.log(0.01) / 1_000_000), candidate.perRoundRate(0.99, 1_000_000));
        for (int round = 0; round < 6; round++) {
            double target = draw.uniform(0.2, 0.99);
            int rounds = draw.integer(2, 20);
            double rate = candidate.perRoundRate(target, rounds);
            double remaining = 1;
            for (int i = 0; i < rounds; i++) {
                remaining -= remaining * rate;
            }
            assertClose(target, 1 - remaining);
            assertClose(rate, candidate.perRoundRate(target, rounds));
        }
    }

    @Test
    @Points(10)
    @About("start")
    void a_start_that_is_not_dense(PruneSchedule candidate, Draw draw) {
        // 0.8 - 0.6 · (1 - j/2)³
        assertClose(0.2, candidate.sparsityAt(4, 0.2, 0.8, 4, 2, 3));
        assertClose(0.725, candidate.sparsityAt(7, 0.2, 0.8, 4, 2, 3));
        assertClose(0.8, candidate.sparsityAt(10, 0.2, 0.8, 4, 2, 3));
        assertExact(new int[]{200, 525, 75}, candidate.newlyPruned(1000, 0.2, 0.8, 2));
        // Start and end may be equal.
        for (int step : new int[]{0, 5, 8, 500}) {
            assertClose(0.5, candidate.sparsityAt(step, 0.5, 0.5, 5, 2, 2));
        }
        assertExact(new int[]{50, 0, 0, 0}, candidate.newlyPruned(100, 0.5, 0.5, 3));
        assertExact(new int[]{0, 0}, candidate.newlyPruned(10, 0, 0, 1));
        for (int round = 0; round < 6; round++) {
            int n = draw.integer(1, 9);
            int total = draw.integer(10, 20_000);
            double si = 0.25;
            double sf = fair(draw, total, si, n);
            assertExact(counts(total, si, sf, n), candidate.newlyPruned(total, si, sf, n));
            for (int j = 0; j <= n; j++) {
                assertClose(sparsity(si, sf, j, n), candidate.sparsityAt(30 + 7 * j, si, sf, 30, n, 7));
            }
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_schedule(PruneSchedule candidate) {
        double infinity = Double.POSITIVE_INFINITY;
        double[][] sparsities = {{-0.01, 0.9}, {-1e-300, 0.9}, {Double.NaN, 0.9}, {-infinity, 0.9},
                {0.5, 0.4}, {0.5, Math.nextDown(0.5)}, {0, 1}, {1, 1}, {0, 1.5}, {0, Double.NaN},
                {0, infinity}, {infinity, infinity}, {0, -0.1}, {-0.2, -0.1}, {Double.NaN, Double.NaN},
                {0.5, -infinity}};
        for (double[] bad : sparsities) {
            String what = "si = " + bad[0] + ", sf = " + bad[1];
            assertRejects(what, () -> candidate.sparsityAt(50, bad[0], bad[1], 10, 3, 10));
            assertRejects(what + " before t0", () -> candidate.sparsityAt(0, bad[0], bad[1], 10, 3, 10));
            assertRejects(what + " as counts", () -> candidate.newlyPruned(100, bad[0], bad[1], 3));
        }
        for (int bad : new int[]{-1, Integer.MIN_VALUE}) {
            assertRejects("step = " + bad, () -> candidate.sparsityAt(bad, 0, 0.9, 10, 3, 10));
            assertRejects("t0 = " + bad, () -> candidate.sparsityAt(50, 0, 0.9, bad, 3, 10));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("n = " + bad, () -> candidate.sparsityAt(0, 0, 0.9, 10, bad, 10));
            assertRejects("dt = " + bad, () -> candidate.sparsityAt(0, 0, 0.9, 10, 3, bad));
            assertRejects("n = " + bad + " as counts", () -> candidate.newlyPruned(100, 0, 0.9, bad));
            assertRejects("total = " + bad, () -> candidate.newlyPruned(bad, 0, 0.9, 3));
            assertRejects("rounds = " + bad, () -> candidate.perRoundRate(0.9, bad));
        }
        for (double bad : new double[]{-0.1, -1e-300, 1, 1.1, Double.NaN, infinity, -infinity}) {
            assertRejects("target = " + bad, () -> candidate.perRoundRate(bad, 3));
        }
        double most = Math.nextDown(1.0);
        assertClose(most, candidate.sparsityAt(9, most, most, 0, 1, 1));
        assertClose(0.9, candidate.perRoundRate(0.9, 1));
    }

    private static double sparsity(double si, double sf, int j, int n) {
        return sf + (si - sf) * Math.pow(1 - (double) j / n, 3);
    }

    private static int[] counts(int total, double si, double sf, int n) {
        var counts = new int[n + 1];
        for (int j = 0; j <= n; j++) {
            counts[j] = (int) Math.rint(total * sparsity(si, sf, j, n)) - Arrays.stream(counts, 0, j).sum();
        }
        return counts;
    }

    /// A final sparsity with which nothing that is rounded comes near a half.
    private static double fair(Draw draw, int total, double si, int n) {
        while (true) {
            double sf = draw.uniform(0.3, 0.99);
            boolean fair = true;
            for (int j = 1; j <= n; j++) {
                double count = total * sparsity(si, sf, j, n);
                fair &= Math.abs(count - Math.floor(count) - 0.5) > 1e-6;
            }
            if (fair) {
                return sf;
            }
        }
    }
}
