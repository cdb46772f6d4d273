// A double does not fit an int.
import exercise.MixedPrecisionAlloc;
import java.util.Arrays;

public class Solution implements MixedPrecisionAlloc {
    private record Plan(double loss, int choice, Plan rest) {}

    @Override
    public int[] allocate(int[][] cost, double[][] loss, int budget) {
        check(cost, loss, budget);
        int units = Math.min(budget, most(cost));
        Plan plan = plan(0, units, cost, loss, new Plan[cost.length][units + 1]);
        var choice = new int[cost.length];
        for (int l = 0; l < choice.length; l++) {
            choice[l] = plan.choice;
            plan = plan.rest;
        }
        return choice;
    }

    private static Plan plan(int l, int left, int[][] cost, double[][] loss, Plan[][] known) {
        if (l == cost.length) {
            return new Plan(0, 0, null);
        }
        if (known[l][left] == null) {
            var best = new Plan(Double.POSITIVE_INFINITY, 0, null);
            for (int c = 0; c < cost[l].length; c++) {
                if (cost[l][c] <= left) {
                    Plan rest = plan(l + 1, left - cost[l][c], cost, loss, known);
                    int total = loss[l][c] + rest.loss;
                    best = total < best.loss ? new Plan(total, c, rest) : best;
                }
            }
            known[l][left] = best;
        }
        return known[l][left];
    }

    /// Whoever has this much can afford every choice.
    private static int most(int[][] cost) {
        return Arrays.stream(cost).mapToInt(choices -> Arrays.stream(choices).max().getAsInt()).sum();
    }
    private static void check(int[][] cost, double[][] loss, int budget) {
        require(cost != null && loss != null, "no layers");
        require(cost.length > 0 && cost.length == loss.length, "one row of losses for each row of costs");
        long least = 0;
        for (int l = 0; l < cost.length; l++) {
            require(cost[l] != null && loss[l] != null, "a layer is missing");
            require(cost[l].length > 0 && cost[l].length == loss[l].length, "one loss for each cost");
            for (int c = 0; c < cost[l].length; c++) {
                require(cost[l][c] >= 1, "costs are at least 1");
                require(Double.isFinite(loss[l][c]), "losses must be finite");
            }
            least += Arrays.stream(cost[l]).min().getAsInt();
        }
        require(least <= budget, "no allocation fits the budget");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
