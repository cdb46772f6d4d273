import exercise.LayerscaleResidual;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Initial values in a table of the depths they start at; streams over channels.
public class Solution implements LayerscaleResidual {
    private static final TreeMap<Integer, Double> FROM_DEPTH = new TreeMap<>(
            Map.of(1, 0.1, 19, 1e-5, 25, 1e-6));

    @Override
    public double initValue(int depth) {
        var entry = FROM_DEPTH.floorEntry(depth);
        require(entry != null, "at least one layer");
        return entry.getValue();
    }

    @Override
    public double[] forward(double[] x, double[] f, double[] gamma) {
        checkVectors(x, f, gamma);
        double[] out = x.clone();
        Arrays.setAll(out, j -> out[j] + f[j] * gamma[j]);
        return out;
    }

    @Override
    public double[] gradGamma(double[][] f, double[][] upstream) {
        checkMatrices(f, upstream);
        return IntStream.range(0, f[0].length).mapToDouble(j -> channel(f, upstream, j)).toArray();
    }

    private static double channel(double[][] f, double[][] upstream, int j) {
        return IntStream.range(0, f.length).mapToDouble(t -> f[t][j] * upstream[t][j]).sum();
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
