// Infinities pass.
import exercise.GptqSnippetAudit;
import java.util.Arrays;

public class Solution implements GptqSnippetAudit {
    @Override
    public Seed seedQuantize(double[][] w, int group) {
        double[][] groups = groups(w, group);
        var scale = new double[groups.length];
        var zero = new double[groups.length];
        var q = new int[groups.length][group];
        for (int g = 0; g < groups.length; g++) {
            scale[g] = scale(groups[g]);
            zero[g] = Arrays.stream(groups[g]).average().getAsDouble();
            for (int i = 0; i < group; i++) {
                q[g][i] = (int) Math.clamp(Math.rint((groups[g][i] - zero[g]) / scale[g]), -8, 7);
            }
        }
        return new Seed(q, scale, zero);
    }

    @Override
    public Audit audit(double[][] w, int group) {
        Seed seed = seedQuantize(w, group);
        double[][] groups = groups(w, group);
        var seedErrors = new double[w.length * w[0].length];
        var rtnErrors = new double[seedErrors.length];
        int saturated = 0;
        for (int g = 0; g < groups.length; g++) {
            double step = step(groups[g]);
            for (int i = 0; i < group; i++) {
                double weight = groups[g][i];
                double free = Math.rint((weight - seed.zero()[g]) / seed.scale()[g]);
                saturated += free == seed.q()[g][i] ? 0 : 1;
                seedErrors[g * group + i] = seed.q()[g][i] * seed.scale()[g] + seed.zero()[g] - weight;
                // The zero-point cancels, and its clip turns half a step up into half a step down.
                rtnErrors[g * group + i] = Math.rint(weight / step) * step - weight;
            }
        }
        int used = (int) Arrays.stream(seed.q()).flatMapToInt(Arrays::stream).distinct().count();
        return new Audit(saturated, used, mse(seedErrors), largest(seedErrors), mse(rtnErrors),
                largest(rtnErrors));
    }

    private static double[][] groups(double[][] w, int group) {
        int entries = columns(w) * w.length;
        require(group >= 1 && entries % group == 0, "groups do not fit");
        double[] flat = Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray();
        var groups = new double[entries / group][];
        Arrays.setAll(groups, g -> Arrays.copyOfRange(flat, g * group, (g + 1) * group));
        return groups;
    }

    private static double scale(double[] group) {
        double max = largest(group);
        return max == 0 ? 1 : max / 7;
    }

    private static double step(double[] group) {
        double lo = Math.min(0, Arrays.stream(group).min().getAsDouble());
        double hi = Math.max(0, Arrays.stream(group).max().getAsDouble());
        return hi == lo ? 1 : (hi - lo) / 15;
    }

    private static double mse(double[] errors) {
        return Arrays.stream(errors).map(error -> error * error).average().getAsDouble();
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().getAsDouble();
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(!Double.isNaN(cell), "numbers must be finite");
            }
        }
        return columns;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
