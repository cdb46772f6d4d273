// Adds all channels up, as if they shared one factor.
import exercise.LayerscaleResidual;
import java.util.Arrays;

public class Solution implements LayerscaleResidual {
    @Override
    public double initValue(int depth) {
        require(depth >= 1, "at least one layer");
        if (depth <= 18) {
            return 0.1;
        }
        return depth <= 24 ? 1e-5 : 1e-6;
    }

    @Override
    public double[] forward(double[] x, double[] f, double[] gamma) {
        checkVectors(x, f, gamma);
        var out = new double[x.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j] + gamma[j] * f[j];
        }
        return out;
    }

    @Override
    public double[] gradGamma(double[][] f, double[][] upstream) {
        checkMatrices(f, upstream);
        var grad = new double[f[0].length];
        for (int t = 0; t < f.length; t++) {
            for (int j = 0; j < grad.length; j++) {
                grad[j] += upstream[t][j] * f[t][j];
            }
        }
        double sum = Arrays.stream(grad).sum();
        Arrays.fill(grad, sum);
        return grad;
    }

    private static void checkVectors(double[] x, double[] f, double[] gamma) {
        require(finite(x) && finite(f) && finite(gamma), "an array must hold finite numbers");
        require(f.length == x.length && gamma.length == x.length, "arrays of different lengths");
    }

    private static void checkMatrices(double[][] f, double[][] upstream) {
        require(f != null && f.length > 0, "no tokens");
        require(upstream != null && upstream.length == f.length, "matrices of different lengths");
        for (int t = 0; t < f.length; t++) {
            require(finite(f[t]) && finite(upstream[t]), "a row must hold finite numbers");
            require(f[t].length == f[0].length, "rows of different lengths");
            require(upstream[t].length == f[0].length, "matrices of different widths");
        }
    }

    private static boolean finite(double[] numbers) {
        return numbers != null && numbers.length > 0 && Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
