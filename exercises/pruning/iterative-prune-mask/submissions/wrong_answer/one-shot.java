// Prunes to the last ratio in the first round.
import exercise.IterativePruneMask;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements IterativePruneMask {
    @Override
    public double[][] run(double[][] w, double[] ratios, double[][][] updates) {
        check(w, ratios, updates);
        double[] flat = flat(w);
        var dead = new boolean[flat.length];
        int pruned = 0;
        for (int r = 0; r < ratios.length; r++) {
            int due = (int) Math.rint(ratios[ratios.length - 1] * flat.length);
            for (int i : smallest(flat, dead, due - pruned)) {
                dead[i] = true;
                flat[i] = 0;
            }
            pruned = due;
            double[] update = flat(updates[r]);
            for (int i = 0; i < flat.length; i++) {
                if (!dead[i]) {
                    flat[i] += update[i];
                }
            }
        }
        var result = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            result[i] = Arrays.copyOfRange(flat, i * w[i].length, (i + 1) * w[i].length);
        }
        return result;
    }

    private static int[] smallest(double[] flat, boolean[] dead, int count) {
        return IntStream.range(0, flat.length)
                .filter(i -> !dead[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(flat[i])))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void check(double[][] w, double[] ratios, double[][][] updates) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        checkMatrix(w, w.length, w[0].length);
        require(ratios != null && ratios.length > 0, "no rounds");
        double previous = 0;
        for (double ratio : ratios) {
            require(ratio >= previous && ratio <= 1, "ratios must rise from 0 to 1");
            previous = ratio;
        }
        require(updates != null && updates.length == ratios.length, "one update for each ratio");
        for (double[][] update : updates) {
            checkMatrix(update, w.length, w[0].length);
        }
    }

    private static void checkMatrix(double[][] matrix, int rows, int columns) {
        require(matrix != null && matrix.length == rows, "rows missing");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "columns missing");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
