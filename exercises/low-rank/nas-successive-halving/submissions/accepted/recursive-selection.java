import exercise.NasSuccessiveHalving;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A round hands the survivors to the next one. A candidate survives if fewer than `keep`
/// others are better; nothing is sorted.
public class Solution implements NasSuccessiveHalving {
    @Override
    public Result search(double[][] loss, int eta, int r0) {
        check(loss, eta, r0);
        return round(loss, loss[0].length, IntStream.range(0, loss.length).toArray(), eta, r0);
    }

    private static Result round(double[][] loss, int epochs, int[] alive, int eta, int b) {
        double[] now = Arrays.stream(alive).mapToDouble(i -> loss[i][b - 1]).toArray();
        long spent = (long) alive.length * b;
        int keep = alive.length / eta;
        if (keep < 2 || b == epochs) {
            return new Result(alive[best(now, 1)[0]], spent);
        }
        int[] next = Arrays.stream(best(now, keep)).map(place -> alive[place]).toArray();
        int longer = b > epochs / eta ? epochs : b * eta;
        Result rest = round(loss, epochs, next, eta, longer);
        return new Result(rest.winner(), spent + rest.spent());
    }

    private static int[] best(double[] losses, int keep) {
        return IntStream.range(0, losses.length)
                .filter(place -> IntStream.range(0, losses.length)
                        .filter(other -> losses[other] < losses[place]
                                || losses[other] == losses[place] && other < place)
                        .count() < keep)
                .toArray();
    }

    private static void check(double[][] loss, int eta, int r0) {
        require(loss != null && loss.length > 0 && loss[0] != null, "no candidates");
        int epochs = loss[0].length;
        for (double[] row : loss) {
            require(row != null && row.length == epochs, "ragged matrix");
            for (double entry : row) {
                require(Double.isFinite(entry), "losses must be finite");
            }
        }
        require(eta >= 2, "eta must be at least 2");
        require(r0 >= 1 && r0 <= epochs, "r0 must be 1 … epochs");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
