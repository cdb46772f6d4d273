// Mistake: no scale is smaller than 1e-8.
import exercise.PerChannelQuant;

public class Solution implements PerChannelQuant {
    @Override
    public Quant perTensor(double[][] w, int bits) {
        return quantize(w, bits, -1);
    }

    @Override
    public Quant perChannel(double[][] w, int bits, int axis) {
        require(axis == 0 || axis == 1, "the axis is 0 or 1");
        return quantize(w, bits, axis);
    }

    @Override
    public double mse(double[][] w, Quant z, int axis) {
        checkWeights(w);
        require(axis >= -1 && axis <= 1, "the axis is -1, 0 or 1");
        checkCodes(w, z, channels(w, axis));
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                double error = w[i][j] - z.q()[i][j] * z.scale()[channel(i, j, axis)];
                sum += error * error;
            }
        }
        return sum / (w.length * w[0].length);
    }

    private static Quant quantize(double[][] w, int bits, int axis) {
        checkWeights(w);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        int qmax = (1 << (bits - 1)) - 1;
        var scale = new double[channels(w, axis)];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                int c = channel(i, j, axis);
                scale[c] = Math.max(scale[c], Math.abs(w[i][j]));
            }
        }
        for (int c = 0; c < scale.length; c++) {
            scale[c] = scale[c] == 0 ? 1 : Math.max(scale[c] / qmax, 1e-8);
        }
        var q = new int[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[0].length; j++) {
                q[i][j] = (int) Math.clamp(Math.rint(w[i][j] / scale[channel(i, j, axis)]), -qmax, qmax);
            }
        }
        return new Quant(q, scale);
    }

    private static int channels(double[][] w, int axis) {
        return switch (axis) {
            case 0 -> w.length;
            case 1 -> w[0].length;
            default -> 1;
        };
    }

    private static int channel(int i, int j, int axis) {
        return switch (axis) {
            case 0 -> i;
            case 1 -> j;
            default -> 0;
        };
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
