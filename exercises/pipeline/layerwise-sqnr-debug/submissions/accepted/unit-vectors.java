// Flattens the layers; the cosine comes from the distance of unit vectors, |u - v|² = 2 - 2·cos.
import exercise.LayerwiseSqnrDebug;
import java.util.Arrays;
import java.util.stream.IntStream;

public class Solution implements LayerwiseSqnrDebug {
    @Override
    public double[] sqnr(double[][][] ref, double[][][] quant) {
        double[][] r = flatten(ref);
        double[][] q = flatten(quant);
        requireSameShape(ref, quant);
        return IntStream.range(0, r.length).mapToDouble(l -> {
            double noise = norm(difference(r[l], q[l]));
            return noise == 0
                    ? Double.POSITIVE_INFINITY
                    : 20 * (Math.log10(norm(r[l])) - Math.log10(noise));
        }).toArray();
    }

    @Override
    public double[] cosine(double[][][] ref, double[][][] quant) {
        double[][] r = flatten(ref);
        double[][] q = flatten(quant);
        requireSameShape(ref, quant);
        return IntStream.range(0, r.length).mapToDouble(l -> {
            double distance = norm(difference(unit(r[l]), unit(q[l])));
            return 1 - distance * distance / 2;
        }).toArray();
    }

    @Override
    public int firstBelow(double[] sqnr, double thresholdDb) {
        check(sqnr, thresholdDb);
        return IntStream.range(0, sqnr.length).filter(l -> sqnr[l] < thresholdDb).findFirst().orElse(-1);
    }

    @Override
    public int firstDrop(double[] sqnr, double dropDb) {
        check(sqnr, dropDb);
        return IntStream.range(1, sqnr.length)
                .filter(l -> sqnr[l - 1] - sqnr[l] >= dropDb)
                .findFirst()
                .orElse(-1);
    }

    private static double[] difference(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    private static double[] unit(double[] vector) {
        double norm = norm(vector);
        require(norm > 0, "a layer of zeros has no direction");
        return Arrays.stream(vector).map(x -> x / norm).toArray();
    }

    /// One vector for each layer, once the layers are known to be rectangles of finite numbers.
    private static double[][] flatten(double[][][] layers) {
        require(layers != null && layers.length > 0, "no layers");
        return Arrays.stream(layers).map(Solution::flatten).toArray(double[][]::new);
    }

    private static double[] flatten(double[][] layer) {
        require(layer != null && layer.length > 0, "no tokens");
        for (double[] row : layer) {
            require(row != null && row.length > 0, "no features");
            require(row.length == layer[0].length, "rows of one length");
        }
        double[] flat = Arrays.stream(layer).flatMapToDouble(Arrays::stream).toArray();
        require(Arrays.stream(flat).allMatch(Double::isFinite), "numbers must be finite");
        return flat;
    }

    private static void requireSameShape(double[][][] ref, double[][][] quant) {
        require(ref.length == quant.length, "as many layers in both");
        for (int l = 0; l < ref.length; l++) {
            require(ref[l].length == quant[l].length, "as many tokens in both");
            require(ref[l][0].length == quant[l][0].length, "as many features in both");
        }
    }

    private static void check(double[] sqnr, double threshold) {
        require(sqnr != null && sqnr.length > 0, "no layers");
        require(!Double.isNaN(threshold), "a threshold must be a number");
        require(Arrays.stream(sqnr).noneMatch(Double::isNaN), "levels must be numbers");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
