import exercise.SharedLayerBackprop;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Every use calls the next one and gets the derivative of the loss with respect to its
/// output back; the states lie on the stack.
public class Solution implements SharedLayerBackprop {
    @Override
    public double loss(double[][] w, double[] x, double[] target, int depth) {
        check(w, x, target, depth);
        double[] h = x;
        for (int l = 0; l < depth; l++) {
            h = layer(w, h);
        }
        double[] error = difference(h, target);
        return 0.5 * dot(error, error);
    }

    @Override
    public double[][] grad(double[][] w, double[] x, double[] target, int depth) {
        check(w, x, target, depth);
        var gradient = new double[w.length][w.length];
        back(w, x, target, depth, gradient);
        return gradient;
    }

    private static double[] back(double[][] w, double[] in, double[] target, int uses, double[][] gradient) {
        if (uses == 0) {
            return difference(in, target);
        }
        double[] out = layer(w, in);
        double[] error = back(w, out, target, uses - 1, gradient);
        double[] delta = IntStream.range(0, in.length)
                .mapToDouble(i -> error[i] - error[i] * out[i] * out[i])
                .toArray();
        for (int i = 0; i < in.length; i++) {
            for (int j = 0; j < in.length; j++) {
                gradient[i][j] += delta[i] * in[j];
            }
        }
        return IntStream.range(0, in.length)
                .mapToDouble(j -> dot(Arrays.stream(w).mapToDouble(row -> row[j]).toArray(), delta))
                .toArray();
    }

    private static double[] layer(double[][] w, double[] in) {
        return Arrays.stream(w).mapToDouble(row -> Math.tanh(dot(row, in))).toArray();
    }

    private static double[] difference(double[] left, double[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] - right[i]).toArray();
    }

    private static double dot(double[] left, double[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
    }

    private static void check(double[][] w, double[] x, double[] target, int depth) {
        require(w != null && w.length > 0, "no weights");
        for (double[] row : w) {
            check(row, w.length);
        }
        check(x, w.length);
        check(target, w.length);
        require(depth >= 1, "depth must be at least 1");
    }

    private static void check(double[] vector, int length) {
        require(vector != null && vector.length == length, "sizes differ");
        for (double entry : vector) {
            require(Double.isFinite(entry), "entries must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
