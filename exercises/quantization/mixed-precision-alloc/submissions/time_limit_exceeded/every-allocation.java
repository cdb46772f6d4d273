// Tries every combination: 4^60 of them.
import exercise.MixedPrecisionAlloc;
import java.util.Arrays;

public class Solution implements MixedPrecisionAlloc {
    @Override
    public int[] allocate(int[][] cost, double[][] loss, int budget) {
        check(cost, loss, budget);
        var current = new int[cost.length];
        int[] best = null;
        double least = Double.POSITIVE_INFINITY;
        while (current != null) {
            long spent = 0;
            double total = 0;
            for (int l = 0; l < cost.length; l++) {
                spent += cost[l][current[l]];
                total += loss[l][current[l]];
            }
            if (spent <= budget && total < least) {
                least = total;
                best = current.clone();
            }
            current = next(current, cost);
        }
        return best;
    }

    private static int[] next(int[] choice, int[][] cost) {
        for (int l = choice.length - 1; l >= 0; l--) {
            if (++choice[l] < cost[l].length) {
                return choice;
            }
            choice[l] = 0;
        }
        return null;
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
