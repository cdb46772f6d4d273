package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.MixedPrecisionAlloc;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Allocations are compared exactly. Losses are multiples of 1/1024, so their sums are exact
/// in double whatever the order, and two allocations are either equally good or differ by
/// 1/1024 at least; in float, losses above 16384 lose that last bit.
class MixedPrecisionAllocSuite {
    private static final int[][] COST = {{2, 4, 8}, {2, 4, 8}, {4, 8, 16}};
    private static final double[][] LOSS = {{8, 1, 0}, {6, 2, 0.5}, {9, 1.5, 0.25}};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(MixedPrecisionAlloc candidate) {
        assertExact(new int[]{1, 1, 1}, candidate.allocate(COST, LOSS, 16));
        assertExact(new int[]{1, 1, 0}, candidate.allocate(COST, LOSS, 13));
    }

    @Test
    @Points(25)
    @About("optimum")
    void better_than_any_greedy_order(MixedPrecisionAlloc candidate, Draw draw) {
        // Layer 0 gains most, 12 for 5 units, but 1 and 2 together gain 18 for the 8 there are.
        int[][] cost = {{1, 6}, {1, 5}, {1, 5}};
        double[][] loss = {{12, 0}, {9, 0}, {9, 0}};
        assertExact(new int[]{0, 1, 1}, candidate.allocate(cost, loss, 11));
        // The last bit decides, and large losses must not hide it.
        double[][] large = {{20_000.0009765625, 20_000}, {30_000, 30_000.001953125}};
        assertExact(new int[]{1, 0}, candidate.allocate(new int[][]{{1, 2}, {1, 2}}, large, 4));
        double[][] fine = {{2, 1.9990234375}, {-3, -3.001953125}};
        assertExact(new int[]{0, 1}, candidate.allocate(new int[][]{{1, 2}, {1, 2}}, fine, 3));
        for (int round = 0; round < 40; round++) {
            var model = new Model(draw, draw.integer(1, 5), 4, 4096);
            int budget = draw.integer(model.least(), model.most() + 2);
            check(candidate, model, budget);
            check(candidate, model, budget);
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("budget")
    void the_budget_may_be_met_and_need_not_be_spent(MixedPrecisionAlloc candidate, Draw draw) {
        // All the cheapest choices cost 8, all the best ones 32.
        assertExact(new int[]{0, 0, 0}, candidate.allocate(COST, LOSS, 8));
        assertExact(new int[]{0, 0, 0}, candidate.allocate(COST, LOSS, 9));
        assertExact(new int[]{1, 0, 0}, candidate.allocate(COST, LOSS, 10));
        assertExact(new int[]{1, 2, 2}, candidate.allocate(COST, LOSS, 31));
        for (int budget : new int[]{32, 33, 1_000_000_000}) {
            assertExact(new int[]{2, 2, 2}, candidate.allocate(COST, LOSS, budget));
        }
        assertExact(new int[]{0}, candidate.allocate(new int[][]{{7}}, new double[][]{{3}}, 7));
        // More bits need not be better: here the cheaper choice loses less.
        double[][] odd = {{1, 0}, {-2, 4}};
        assertExact(new int[]{1, 0}, candidate.allocate(new int[][]{{5, 2}, {1, 3}}, odd, 1_000_000_000));
        for (int round = 0; round < 10; round++) {
            var model = new Model(draw, 3, 4, 4096);
            check(candidate, model, model.least());
            check(candidate, model, model.least() + 1);
            check(candidate, model, model.most() - 1);
            check(candidate, model, model.most());
            check(candidate, model, 1_000_000_000 - round);
        }
    }

    @Test
    @Points(10)
    @About("ties")
    void the_lexicographically_smallest_of_the_best(MixedPrecisionAlloc candidate, Draw draw) {
        int[][] equal = {{3, 2, 1}, {3, 2, 1}};
        assertExact(new int[]{0, 0}, candidate.allocate(equal, new double[2][3], 6));
        assertExact(new int[]{0, 1}, candidate.allocate(equal, new double[2][3], 5));
        assertExact(new int[]{0, 2}, candidate.allocate(equal, new double[2][3], 4));
        assertExact(new int[]{1, 2}, candidate.allocate(equal, new double[2][3], 3));
        // (0, 1) costs 6 and (1, 0) costs 5: equally good, and the dearer one is smaller.
        assertExact(new int[]{0, 1},
                candidate.allocate(new int[][]{{1, 4}, {1, 5}}, new double[][]{{2, 0}, {2, 0}}, 6));
        for (int round = 0; round < 30; round++) {
            var model = new Model(draw, draw.integer(2, 5), 4, 2);
            check(candidate, model, draw.integer(model.least(), model.most()));
        }
    }

    @Test
    @Points(10)
    @About("choices")
    void layers_need_not_have_equally_many_choices(MixedPrecisionAlloc candidate, Draw draw) {
        int[][] cost = {{1, 3, 5, 9}, {4, 2}, {2}};
        double[][] loss = {{8, 5, 2, 0}, {0, 4}, {1}};
        assertExact(new int[]{1, 0, 0}, candidate.allocate(cost, loss, 10));
        assertExact(new int[]{2, 0, 0}, candidate.allocate(cost, loss, 11));
        assertExact(new int[]{0, 0, 0}, candidate.allocate(cost, loss, 7));
        for (int round = 0; round < 20; round++) {
            var model = new Model(draw, 4, 4, 64);
            for (int l = 0; l < 4; l++) {
                int choices = draw.integer(1, 4);
                model.cost[l] = draw.integers(choices, 1, 9);
                model.loss[l] = losses(draw, choices, 64);
            }
            check(candidate, model, draw.integer(model.least(), model.most()));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_choice(MixedPrecisionAlloc candidate) {
        int[][] cost = {{1, 2}, {2, 3}};
        double[][] loss = {{1, 0}, {1, 0}};
        assertRejects("cost = null", () -> candidate.allocate(null, loss, 9));
        assertRejects("loss = null", () -> candidate.allocate(cost, null, 9));
        assertRejects("no layers", () -> candidate.allocate(new int[0][], new double[0][], 9));
        assertRejects("layers without choices", () -> candidate.allocate(new int[2][0], new double[2][0], 9));
        int[][][] costs = {{{1, 2}}, {{1, 2}, {2, 3}, {1, 1}}, {{1, 2}, null}, {null, {2, 3}}, {{1, 2}, {}},
                {{1}, {2, 3}}, {{1, 2}, {2, 3, 4}}, {{0, 2}, {2, 3}}, {{1, 2}, {2, -1}}, {{1, 0}, {2, 3}}};
        for (int[][] bad : costs) {
            assertRejects("cost " + Arrays.deepToString(bad), () -> candidate.allocate(bad, loss, 9));
        }
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][][] losses = {{{1, 0}}, {{1, 0}, {1, 0}, {1, 0}}, {{1, 0}, null}, {null, {1, 0}},
                {{1, 0}, {}}, {{1, 0}, {1}}, {{1, 0, 0}, {1, 0}}, {{nan, 0}, {1, 0}}, {{1, 0}, {1, nan}},
                {{1, infinity}, {1, 0}}, {{1, 0}, {-infinity, 0}}};
        for (double[][] bad : losses) {
            assertRejects("loss " + Arrays.deepToString(bad), () -> candidate.allocate(cost, bad, 9));
        }
        for (int bad : new int[]{2, 0, -1, Integer.MIN_VALUE}) {
            assertRejects("budget " + bad, () -> candidate.allocate(cost, loss, bad));
        }
        // Added up in 32 bits these two cost -2.
        int[][] huge = {{Integer.MAX_VALUE}, {Integer.MAX_VALUE}};
        assertRejects("costs beyond 32 bits", () -> candidate.allocate(huge, new double[2][1], 1000));
        assertExact(new int[]{0, 0}, candidate.allocate(cost, loss, 3));
    }

    @Test
    @Points(10)
    @About("scale")
    void sixty_layers(MixedPrecisionAlloc candidate, Draw draw) {
        check(candidate, new Model(draw, 4, 3, 4096), 36);
        var model = new Model(draw, 60, 4, 4096);
        int[] widths = {2, 3, 4, 8};
        for (int[] row : model.cost) {
            int unit = draw.integer(20, 120);
            for (int c = 0; c < 4; c++) {
                row[c] = unit * widths[c];
            }
        }
        int[] choice = candidate.allocate(model.cost, model.loss, 20_000);
        assertExact(60, choice.length);
        long spent = 0;
        double total = 0;
        for (int l = 0; l < 60; l++) {
            assertHolds(choice[l] >= 0 && choice[l] < 4, "layer %d has no choice %d", l, choice[l]);
            spent += model.cost[l][choice[l]];
            total += model.loss[l][choice[l]];
        }
        assertHolds(spent <= 20_000, "the choices cost %d of 20000", spent);
        assertExact(leastLoss(model, 20_000), total);
    }

    private record Model(int[][] cost, double[][] loss) {
        /// @param size
        ///            losses are less than this many 1024ths away from 0
        Model(Draw draw, int layers, int choices, int size) {
            this(new int[layers][], new double[layers][]);
            for (int l = 0; l < layers; l++) {
                cost[l] = draw.integers(choices, 1, 9);
                loss[l] = losses(draw, choices, size);
            }
        }

        int least() {
            return Arrays.stream(cost).mapToInt(c -> Arrays.stream(c).min().getAsInt()).sum();
        }

        int most() {
            return Arrays.stream(cost).mapToInt(c -> Arrays.stream(c).max().getAsInt()).sum();
        }
    }

    private static double[] losses(Draw draw, int choices, int size) {
        var losses = new double[choices];
        for (int c = 0; c < choices; c++) {
            losses[c] = draw.integer(-size / 4, size) / 1024.0;
        }
        return losses;
    }

    private static void check(MixedPrecisionAlloc candidate, Model model, int budget) {
        var best = new int[model.cost.length];
        search(model, budget, new int[best.length], 0, 0, new double[]{Double.POSITIVE_INFINITY}, best);
        assertExact(best, candidate.allocate(model.cost, model.loss, budget));
    }

    /// Every allocation in lexicographic order; the first of the best stays.
    private static void search(Model model, int left, int[] choice, int l, double loss,
            double[] least, int[] best) {
        if (l == choice.length) {
            if (loss < least[0]) {
                least[0] = loss;
                System.arraycopy(choice, 0, best, 0, l);
            }
            return;
        }
        for (int c = 0; c < model.cost[l].length; c++) {
            if (model.cost[l][c] <= left) {
                choice[l] = c;
                search(model, left - model.cost[l][c], choice, l + 1, loss + model.loss[l][c], least, best);
            }
        }
    }

    /// Layer after layer, for every sum of costs that the layers so far can have exactly.
    private static double leastLoss(Model model, int budget) {
        var least = new double[budget + 1];
        Arrays.fill(least, 1, budget + 1, Double.POSITIVE_INFINITY);
        for (int l = 0; l < model.cost.length; l++) {
            var next = new double[budget + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int c = 0; c < model.cost[l].length; c++) {
                int cost = model.cost[l][c];
                for (int spent = cost; spent <= budget; spent++) {
                    next[spent] = Math.min(next[spent], least[spent - cost] + model.loss[l][c]);
                }
            }
            least = next;
        }
        return Arrays.stream(least).min().getAsDouble();
    }
}
