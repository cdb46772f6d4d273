// Survivors that are rounded to 0 are forgotten.
import exercise.PruneQuantOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements PruneQuantOrder {
    @Override
    public Result pruneThenQuant(double[][] w, double ratio, int bits) {
        check(w, ratio, bits);
        return compare(w, quantize(prune(w, ratio), bits), ratio);
    }

    @Override
    public Result quantThenPrune(double[][] w, double ratio, int bits) {
        check(w, ratio, bits);
        return compare(w, prune(quantize(w, bits), ratio), ratio);
    }

    private static double[][] prune(double[][] w, double ratio) {
        int columns = w[0].length;
        double[] magnitudes = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
        int k = (int) Math.rint(ratio * magnitudes.length);
        double[][] pruned = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        IntStream.range(0, magnitudes.length).boxed()
                .sorted(Comparator.comparingDouble(i -> magnitudes[i]))
                .limit(k)
                .forEach(i -> pruned[i / columns][i % columns] = 0);
        return pruned;
    }

    private static double[][] quantize(double[][] w, int bits) {
        double max = 0;
        for (double[] row : w) {
            for (double entry : row) {
                max = Math.max(max, Math.abs(entry));
            }
        }
        double scale = max == 0 ? 1 : max / ((1 << bits - 1) - 1);
        var quantized = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                quantized[i][j] = Math.rint(w[i][j] / scale) * scale;
            }
        }
        return quantized;
    }

    private static Result compare(double[][] w, double[][] result, double ratio) {
        double sum = 0;
        int zeros = (int) Math.rint(ratio * w.length * w[0].length);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                double error = result[i][j] - w[i][j];
                sum += error * error;
            }
        }
        return new Result(result, sum / (w.length * w[0].length), zeros);
    }

    private static void check(double[][] w, double ratio, int bits) {
        require(w != null && w.length > 0, "no rows");
        for (double[] row : w) {
            require(row != null && row.length > 0 && row.length == w[0].length, "null, empty or ragged row");
            for (double entry : row) {
                require(Double.isFinite(entry), "entries must be finite");
            }
        }
        require(ratio >= 0 && ratio <= 1, "the ratio must lie in [0, 1]");
        require(bits >= 2 && bits <= 16, "2 to 16 bits");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
