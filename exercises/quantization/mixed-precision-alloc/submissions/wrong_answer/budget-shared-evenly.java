// Gives every layer the same share of the budget.
import exercise.MixedPrecisionAlloc;
import java.util.Arrays;

public class Solution implements MixedPrecisionAlloc {
    @Override
    public int[] allocate(int[][] cost, double[][] loss, int budget) {
        check(cost, loss, budget);
        var choice = new int[cost.length];
        for (int l = 0; l < cost.length; l++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < cost[l].length; c++) {
                if (cost[l][c] <= budget / cost.length && loss[l][c] < least) {
                    least = loss[l][c];
                    choice[l] = c;
                }
            }
        }
        return choice;
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
