// Upgrades the layer whose loss falls most, whatever the upgrade costs.
import exercise.MixedPrecisionAlloc;
import java.util.Arrays;

public class Solution implements MixedPrecisionAlloc {
    @Override
    public int[] allocate(int[][] cost, double[][] loss, int budget) {
        check(cost, loss, budget);
        var choice = new int[cost.length];
        long spent = 0;
        for (int l = 0; l < cost.length; l++) {
            for (int c = 0; c < cost[l].length; c++) {
                choice[l] = cost[l][c] < cost[l][choice[l]] ? c : choice[l];
            }
            spent += cost[l][choice[l]];
        }
        while (true) {
            int layer = -1;
            int upgrade = -1;
            double gain = 0;
            for (int l = 0; l < cost.length; l++) {
                for (int c = 0; c < cost[l].length; c++) {
                    int more = cost[l][c] - cost[l][choice[l]];
                    double rate = (loss[l][choice[l]] - loss[l][c]);
                    if (spent + more <= budget && rate > gain) {
                        layer = l;
                        upgrade = c;
                        gain = rate;
                    }
                }
            }
            if (layer < 0) {
                return choice;
            }
            spent += cost[layer][upgrade] - cost[layer][choice[layer]];
            choice[layer] = upgrade;
        }
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
