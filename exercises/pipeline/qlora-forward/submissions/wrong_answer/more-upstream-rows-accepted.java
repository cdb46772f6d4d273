// Ignores gradients without a sample.
import exercise.QloraForward;

public class Solution implements QloraForward {
    @Override
    public double[][] dequantize(int[] q, double[] absmax, int block, double[] code, int out, int in) {
        checkNumbers(absmax);
        checkNumbers(code);
        require(block >= 1 && out >= 1 && in >= 1, "sizes are at least 1");
        require(q != null && q.length == (long) out * in, "one index for each weight");
        require(absmax.length == (q.length - 1) / block + 1, "one absmax for each block");
        for (int index : q) {
            require(index >= 0 && index < code.length, "no such code");
        }
        var w = new double[out][in];
        int i = 0;
        for (double[] row : w) {
            for (int c = 0; c < in; c++) {
                row[c] = absmax[i / block] * code[q[i]];
                i++;
            }
        }
        return w;
    }

    @Override
    public double[][] forward(double[][] x, double[][] wDeq, double[][] a, double[][] b, double alpha) {
        checkAdapter(x, a, b, alpha);
        require(columns(wDeq) == x[0].length && wDeq.length == b.length, "shapes differ");
        var y = new double[x.length][b.length];
        for (int i = 0; i < x.length; i++) {
            double[] between = between(x[i], a, alpha);
            for (int o = 0; o < b.length; o++) {
                y[i][o] = dot(wDeq[o], x[i]) + dot(b[o], between);
            }
        }
        return y;
    }

    @Override
    public Grads grads(double[][] x, double[][] upstream, double[][] a, double[][] b, double alpha) {
        checkAdapter(x, a, b, alpha);
        require(columns(upstream) == b.length && upstream.length >= x.length, "shapes differ");
        var dA = new double[a.length][x[0].length];
        var dB = new double[b.length][a.length];
        for (int i = 0; i < x.length; i++) {
            double[] between = between(x[i], a, alpha);
            for (int k = 0; k < a.length; k++) {
                double back = 0;
                for (int o = 0; o < b.length; o++) {
                    back += b[o][k] * upstream[i][o];
                    dB[o][k] += upstream[i][o] * between[k];
                }
                for (int c = 0; c < x[i].length; c++) {
                    dA[k][c] += alpha * back * x[i][c] / a.length;
                }
            }
        }
        return new Grads(dA, dB);
    }

    private static double[] between(double[] input, double[][] a, double alpha) {
        var result = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            result[k] = alpha * dot(a[k], input) / a.length;
        }
        return result;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int c = 0; c < u.length; c++) {
            sum += u[c] * v[c];
        }
        return sum;
    }

    private static void checkAdapter(double[][] x, double[][] a, double[][] b, double alpha) {
        require(columns(x) == columns(a), "a takes what x has");
        require(columns(b) == a.length, "b takes what a gives");
        require(Double.isFinite(alpha), "alpha must be finite");
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            checkNumbers(row);
        }
        return columns;
    }

    private static void checkNumbers(double[] numbers) {
        require(numbers != null && numbers.length > 0, "no numbers");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
