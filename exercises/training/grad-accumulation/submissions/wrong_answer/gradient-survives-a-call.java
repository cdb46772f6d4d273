// The accumulated gradient is a field that is never cleared.
import exercise.GradAccumulation;
import java.util.Arrays;

public class Solution implements GradAccumulation {
    private double[] g;

    @Override
    public double[] step(double[] w, double[][] micro, int[] sizes, double lr, double clipNorm) {
        check(w, micro, sizes, lr, clipNorm);
        long samples = Arrays.stream(sizes).asLongStream().sum();
        g = g == null || g.length != w.length ? new double[w.length] : g;
        for (int b = 0; b < micro.length; b++) {
            for (int j = 0; j < g.length; j++) {
                g[j] += sizes[b] * micro[b][j];
            }
        }
        double squares = 0;
        for (int j = 0; j < g.length; j++) {
            g[j] /= samples;
            squares += g[j] * g[j];
        }
        double scale = Math.min(1, clipNorm / Math.sqrt(squares));
        var next = new double[w.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = w[j] - lr * (scale * g[j]);
        }
        return next;
    }

    private static void check(double[] w, double[][] micro, int[] sizes, double lr, double clipNorm) {
        require(w != null && w.length > 0 && finite(w), "w must hold finite numbers");
        require(micro != null && micro.length > 0, "no micro-batch");
        for (double[] gradient : micro) {
            require(gradient != null && gradient.length == w.length, "one number for each parameter");
            require(finite(gradient), "gradients must be finite");
        }
        require(sizes != null && sizes.length == micro.length, "one size for each micro-batch");
        require(Arrays.stream(sizes).allMatch(size -> size >= 1), "an empty micro-batch");
        require(lr >= 0 && lr < Double.POSITIVE_INFINITY, "lr must be finite and not negative");
        require(clipNorm > 0, "clipNorm must be positive");
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
