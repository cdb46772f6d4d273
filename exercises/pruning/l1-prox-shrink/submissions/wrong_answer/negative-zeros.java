// sign(w) · max(...) leaves -0.0 inside the band.
import exercise.L1ProxShrink;
import java.util.Arrays;

public class Solution implements L1ProxShrink {
    @Override
    public double[] l1(double[] w, double lr, double lambda) {
        check(new double[][]{w}, lr, lambda);
        double tau = lr * lambda;
        return Arrays.stream(w).map(x -> Math.signum(x) * Math.max(Math.abs(x) - tau, 0)).toArray();
    }

    @Override
    public double[] l2(double[] w, double lr, double lambda) {
        check(new double[][]{w}, lr, lambda);
        double keep = 1 - lr * lambda;
        require(keep > 0, "the step would turn weights round");
        return Arrays.stream(w).map(x -> x * keep).toArray();
    }

    @Override
    public double[][] groupL2(double[][] w, double lr, double lambda) {
        require(w != null && w.length > 0, "no rows");
        check(w, lr, lambda);
        double tau = lr * lambda;
        return Arrays.stream(w).map(row -> {
            double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
            double keep = norm > tau ? 1 - tau / norm : 0;
            return Arrays.stream(row).map(x -> x * keep).toArray();
        }).toArray(double[][]::new);
    }

    private static void check(double[][] rows, double lr, double lambda) {
        for (double[] row : rows) {
            require(row != null && row.length > 0 && row.length == rows[0].length,
                    "no weights, or a ragged matrix");
            for (double x : row) {
                require(Double.isFinite(x), "weights must be finite");
            }
        }
        require(lr >= 0 && lr < Double.POSITIVE_INFINITY, "lr must be finite and not negative");
        require(lambda >= 0 && lambda < Double.POSITIVE_INFINITY, "lambda must be finite and not negative");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
