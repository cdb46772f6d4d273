import exercise.PerChannelQuant;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Knows rows only: columns are the rows of the transpose, a tensor is one long row.
/// Multiplies by the reciprocal of the scale.
public class Solution implements PerChannelQuant {
    @Override
    public Quant perTensor(double[][] w, int bits) {
        checkWeights(w);
        double[][] flat = {Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray()};
        Quant z = perRow(flat, bits);
        int width = w[0].length;
        int[][] q = IntStream.range(0, w.length)
                .mapToObj(i -> Arrays.copyOfRange(z.q()[0], i * width, i * width + width))
                .toArray(int[][]::new);
        return new Quant(q, z.scale());
    }

    @Override
    public Quant perChannel(double[][] w, int bits, int axis) {
        checkWeights(w);
        if (axis == 0) {
            return perRow(w, bits);
        }
        require(axis == 1, "the axis is 0 or 1");
        Quant z = perRow(columns(w), bits);
        int[][] q = IntStream.range(0, w.length)
                .mapToObj(i -> Arrays.stream(z.q()).mapToInt(column -> column[i]).toArray())
                .toArray(int[][]::new);
        return new Quant(q, z.scale());
    }

    @Override
    public double mse(double[][] w, Quant z, int axis) {
        checkWeights(w);
        int scales = switch (axis) {
            case -1 -> 1;
            case 0 -> w.length;
            case 1 -> w[0].length;
            default -> throw new IllegalArgumentException("the axis is -1, 0 or 1");
        };
        checkCodes(w, z, scales);
        double[][] spread = IntStream.range(0, w.length)
                .mapToObj(i -> axis == 1 ? z.scale() : filled(w[0].length, z.scale()[axis == 0 ? i : 0]))
                .toArray(double[][]::new);
        return IntStream.range(0, w.length)
                .mapToDouble(i -> mean(w[i], z.q()[i], spread[i]))
                .average()
                .getAsDouble();
    }

    private static double[] filled(int length, double value) {
        return DoubleStream.generate(() -> value).limit(length).toArray();
    }

    private static double mean(double[] weights, int[] codes, double[] scales) {
        return IntStream.range(0, weights.length)
                .mapToDouble(j -> weights[j] - codes[j] * scales[j])
                .map(error -> error * error)
                .average()
                .getAsDouble();
    }

    private static Quant perRow(double[][] w, int bits) {
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        double qmax = Math.pow(2, bits - 1) - 1;
        double[] largest = Arrays.stream(w)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).max().getAsDouble())
                .toArray();
        int[][] q = IntStream.range(0, w.length)
                .mapToObj(i -> codes(w[i], largest[i] == 0 ? 0 : qmax / largest[i]))
                .toArray(int[][]::new);
        return new Quant(q, Arrays.stream(largest).map(max -> max == 0 ? 1 : max / qmax).toArray());
    }

    private static int[] codes(double[] row, double perUnit) {
        return Arrays.stream(row).mapToInt(weight -> (int) Math.rint(weight * perUnit)).toArray();
    }

    private static double[][] columns(double[][] w) {
        return IntStream.range(0, w[0].length)
                .mapToObj(j -> Arrays.stream(w).mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    private static void checkCodes(double[][] w, Quant z, int scales) {
        require(z != null && z.q() != null && z.scale() != null, "nothing to compare with");
        require(z.q().length == w.length, "one row of codes for each row of weights");
        for (int[] row : z.q()) {
            require(row != null && row.length == w[0].length, "one code for each weight");
        }
        require(z.scale().length == scales, "one scale for each channel");
        for (double scale : z.scale()) {
            require(scale > 0 && scale < Double.POSITIVE_INFINITY, "scales are positive and finite");
        }
    }

    private static void checkWeights(double[][] w) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        for (double[] row : w) {
            require(row != null && row.length == w[0].length, "ragged matrix");
            for (double weight : row) {
                require(Double.isFinite(weight), "weights must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
