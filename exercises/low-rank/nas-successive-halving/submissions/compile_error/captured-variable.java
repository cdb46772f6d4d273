// Uses a variable in a lambda that changes.
import exercise.NasSuccessiveHalving;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

public class Solution implements NasSuccessiveHalving {
    @Override
    public Result search(double[][] loss, int eta, int r0) {
        check(loss, eta, r0);
        int epochs = loss[0].length;
        List<Integer> alive = IntStream.range(0, loss.length).boxed().toList();
        int b = r0;
        long spent = 0;
        while (true) {
            spent += (long) alive.size() * b;
            alive = alive.stream()
                    .sorted(Comparator.comparingDouble((Integer i) -> loss[i][b - 1])
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            int keep = alive.size() / eta;
            if (keep <= 1 || b == epochs) {
                return new Result(alive.getFirst(), spent);
            }
            alive = alive.subList(0, keep);
            b = (int) Math.min(epochs, (long) b * eta);
        }
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
