package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.NasSuccessiveHalving;
import exercise.NasSuccessiveHalving.Result;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is exact: losses are compared and never computed with. Random losses are
/// distinct, but for tests about ties.
class NasSuccessiveHalvingSuite {
    private static final double[][] LOSS = {{9, 5, 4, 3.5}, {8, 7, 6, 5.5}, {7, 6.5, 3, 2},
            {10, 4, 3.6, 3.4}};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(NasSuccessiveHalving candidate) {
        assertExact(new Result(2, 8), candidate.search(LOSS, 2, 1));
        assertExact(new Result(3, 16), candidate.search(LOSS, 2, 2));
        assertExact(new Result(2, 4), candidate.search(LOSS, 4, 1));
    }

    @Test
    @Points(20)
    @About("early")
    void who_starts_badly_is_out(NasSuccessiveHalving candidate, Draw draw) {
        // The last one ends best by far and is worst after one epoch.
        double[][] late = {{3, 3, 3, 3}, {2, 2.5, 2.5, 2.5}, {1, 2, 4, 4}, {9, 0.5, 0.1, 0}};
        assertExact(new Result(2, 8), candidate.search(late, 2, 1));
        assertExact(new Result(3, 16), candidate.search(late, 2, 2));
        assertExact(new Result(3, 16), candidate.search(late, 2, 4));
        assertExact(new Result(3, 20), candidate.search(late, 2, 3));
        for (int round = 0; round < 6; round++) {
            double[][] loss = distinct(draw, draw.integer(8, 30), draw.integer(3, 20));
            int r0 = draw.integer(1, 3);
            assertExact(search(loss, 2, r0), candidate.search(loss, 2, r0));
            assertExact(search(loss, 2, r0), candidate.search(loss, 2, r0));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("keep")
    void the_share_is_rounded_down(NasSuccessiveHalving candidate, Draw draw) {
        // 7, 3 and no more than 1 of them: 7 · 1 + 3 · 2.
        double[][] seven = ordered(7, 8);
        assertExact(new Result(0, 13), candidate.search(seven, 2, 1));
        // 17 and 4, then 1: 17 · 1 + 4 · 4; 15 and 3 of η = 4: 15 · 2 + 3 · 8.
        assertExact(new Result(0, 33), candidate.search(ordered(17, 20), 4, 1));
        assertExact(new Result(0, 54), candidate.search(ordered(15, 9), 4, 2));
        // A factor beyond the number of candidates keeps one: a single round.
        assertExact(new Result(0, 21), candidate.search(ordered(7, 8), 8, 3));
        assertExact(new Result(0, 21), candidate.search(ordered(7, 8), Integer.MAX_VALUE, 3));
        assertExact(new Result(0, 9), candidate.search(ordered(3, 8), 2, 3));
        for (int eta = 2; eta <= 6; eta++) {
            double[][] loss = distinct(draw, draw.integer(eta * eta, 60), draw.integer(2, 50));
            int r0 = draw.integer(1, 2);
            assertExact(search(loss, eta, r0), candidate.search(loss, eta, r0));
        }
    }

    @Test
    @Points(10)
    @About("ties")
    void of_equal_losses_the_lower_index_is_better(NasSuccessiveHalving candidate, Draw draw) {
        assertExact(new Result(0, 8), candidate.search(new double[4][2], 2, 1));
        // 3 and 1 go on; equal after two epochs, though 3 was better after one.
        double[][] swapped = {{5, 0}, {2, 1}, {6, 0}, {1, 1}};
        assertExact(new Result(1, 8), candidate.search(swapped, 2, 1));
        // 0 is out already, as 1 and 2 are better and equal.
        double[][] lower = {{3, 0, 0, 0}, {1, 1, 1, 1}, {1, 1, 1, 1}, {3, 0, 0, 0}};
        assertExact(new Result(1, 8), candidate.search(lower, 2, 1));
        double[][] edge = {{2, 9}, {2, 3}, {1, 4}, {2, 0}};
        assertExact(new Result(2, 8), candidate.search(edge, 2, 1));
        for (int round = 0; round < 5; round++) {
            double[][] loss = new double[draw.integer(8, 20)][6];
            for (double[] row : loss) {
                for (int t = 0; t < 6; t++) {
                    row[t] = draw.integer(-1, 1);
                }
            }
            assertExact(search(loss, 2, 1), candidate.search(loss, 2, 1));
        }
    }

    @Test
    @Points(10)
    @About("single")
    void a_single_candidate_is_trained_once(NasSuccessiveHalving candidate) {
        assertExact(new Result(0, 2), candidate.search(new double[][]{{4, 3, 2, 1}}, 2, 2));
        assertExact(new Result(0, 4), candidate.search(new double[][]{{4, 3, 2, 1}}, 3, 4));
        assertExact(new Result(0, 1), candidate.search(new double[][]{{-7}}, 2, 1));
    }

    @Test
    @Points(10)
    @About("budget")
    void the_full_budget_ends_the_search(NasSuccessiveHalving candidate, Draw draw) {
        // Eight candidates with one epoch each: one round, however many are left.
        assertExact(new Result(0, 8), candidate.search(ordered(8, 1), 2, 1));
        assertExact(new Result(0, 40), candidate.search(ordered(8, 5), 2, 5));
        // 16 · 2 + 8 · 4 + 4 · 5: the third budget is cut from 8 to 5.
        assertExact(new Result(0, 84), candidate.search(ordered(16, 5), 2, 2));
        // 16 · 2 + 8 · 4: the second budget is just the full one.
        assertExact(new Result(0, 64), candidate.search(ordered(16, 4), 2, 2));
        // At the full budget the best of the last column wins, whatever was before.
        double[][] loss = {{0, 0, 5}, {1, 1, 4}, {9, 9, 0}, {2, 2, 3}, {3, 3, 6}, {8, 8, 7}, {7, 7, 8},
                {6, 6, 9}};
        assertExact(new Result(1, 22), candidate.search(loss, 2, 1));
        for (int round = 0; round < 5; round++) {
            double[][] many = distinct(draw, draw.integer(16, 40), draw.integer(2, 6));
            assertExact(search(many, 2, 2), candidate.search(many, 2, 2));
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_table_of_losses(NasSuccessiveHalving candidate) {
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {}},
                {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            assertRejects("loss " + Arrays.deepToString(bad), () -> candidate.search(bad, 2, 1));
        }
        for (int eta : new int[]{1, 0, -2}) {
            assertRejects("eta = " + eta, () -> candidate.search(LOSS, eta, 1));
        }
        for (int r0 : new int[]{0, -1, 5}) {
            assertRejects("r0 = " + r0, () -> candidate.search(LOSS, 2, r0));
        }
    }

    @Test
    @Points(5)
    @About("scale")
    void many_candidates(NasSuccessiveHalving candidate, Draw draw) {
        double[][] loss = distinct(draw, 800, 60);
        assertExact(search(loss, 3, 1), candidate.search(loss, 3, 1));
    }

    /// Candidate 0 is best all the time, then 1, and so on.
    private static double[][] ordered(int candidates, int epochs) {
        var loss = new double[candidates][epochs];
        for (int i = 0; i < candidates; i++) {
            for (int t = 0; t < epochs; t++) {
                loss[i][t] = i - t;
            }
        }
        return loss;
    }

    /// In every column all losses differ, and the order has nothing to do with other columns.
    private static double[][] distinct(Draw draw, int candidates, int epochs) {
        var loss = new double[candidates][epochs];
        for (int t = 0; t < epochs; t++) {
            int[] order = draw.permutation(candidates);
            for (int i = 0; i < candidates; i++) {
                loss[i][t] = order[i] - 0.5 * t;
            }
        }
        return loss;
    }

    /// Strikes candidates out, always the worst one, until as many are left as may stay.
    private static Result search(double[][] loss, int eta, int r0) {
        int epochs = loss[0].length;
        var out = new boolean[loss.length];
        int alive = loss.length;
        long spent = 0;
        for (long b = r0; true; b = Math.min(epochs, b * eta)) {
            spent += alive * b;
            boolean end = alive == 1 || b == epochs;
            int keep = end ? 1 : Math.max(1, alive / eta);
            for (; alive > keep; alive--) {
                int worst = -1;
                for (int i = 0; i < loss.length; i++) {
                    boolean first = worst < 0;
                    boolean worse = first || loss[i][(int) b - 1] >= loss[worst][(int) b - 1];
                    worst = !out[i] && worse ? i : worst;
                }
                out[worst] = true;
            }
            if (end || keep == 1) {
                for (int i = 0; true; i++) {
                    if (!out[i]) {
                        return new Result(i, spent);
                    }
                }
            }
        }
    }
}
