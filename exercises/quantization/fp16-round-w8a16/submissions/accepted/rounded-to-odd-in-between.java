// By way of float, which is safe if that step rounds to odd; sums of codes are scaled at the end.
import exercise.Fp16RoundW8a16;
import java.util.Arrays;

public class Solution implements Fp16RoundW8a16 {
    @Override
    public double fp16Round(double v) {
        if (v != v) {
            throw new IllegalArgumentException("not a number");
        }
        float f = (float) v;
        int bits = Float.floatToRawIntBits(f);
        if (f != v) {
            // Towards zero, with the last bit set: no half is that near, so the second
            // rounding goes where a single one would have gone.
            bits = (Math.abs((double) f) > Math.abs(v) ? bits - 1 : bits) | 1;
        }
        return Float.float16ToFloat(Float.floatToFloat16(Float.intBitsToFloat(bits)));
    }

    @Override
    public double[][] linear(double[][] x, double[][] w) {
        if (x == null || x.length == 0 || x[0] == null || x[0].length == 0) {
            throw new IllegalArgumentException("no activations");
        }
        int[][] codes = new int[rows(w, x[0].length)][];
        var reach = new double[codes.length];
        for (int o = 0; o < codes.length; o++) {
            double max = Arrays.stream(w[o]).map(Math::abs).max().getAsDouble();
            reach[o] = max;
            // For a row of zeros the quotients are NaN, and their casts are 0.
            codes[o] = Arrays.stream(w[o]).mapToInt(weight -> (int) Math.rint(weight / (max / 127)))
                    .toArray();
        }
        var y = new double[rows(x, x[0].length)][codes.length];
        for (int n = 0; n < y.length; n++) {
            double[] halves = Arrays.stream(x[n]).map(this::fp16Round).toArray();
            if (Arrays.stream(halves).anyMatch(Double::isInfinite)) {
                throw new IllegalArgumentException("activation too large for half precision");
            }
            for (int o = 0; o < codes.length; o++) {
                double sum = 0;
                for (int i = 0; i < halves.length; i++) {
                    sum += halves[i] * codes[o][i];
                }
                y[n][o] = sum * (reach[o] / 127);
            }
        }
        return y;
    }

    private static int rows(double[][] matrix, int columns) {
        if (matrix == null || matrix.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        for (double[] row : matrix) {
            if (row == null || row.length != columns || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("not a matrix of finite numbers");
            }
        }
        return matrix.length;
    }
}
