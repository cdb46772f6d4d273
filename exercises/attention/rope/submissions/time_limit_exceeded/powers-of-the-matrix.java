// The d × d matrix of one step, raised to the power p for each row: O(n·d³·log p).
import exercise.Rope;

public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        check(x, pos, base, layout);
        int d = x[0].length;
        double[][] step = step(d, base, layout.equals("interleaved"));
        var out = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            double[][] column = new double[d][1];
            for (int c = 0; c < d; c++) {
                column[c][0] = x[t][c];
            }
            double[][] turned = times(power(step, pos[t]), column);
            out[t] = new double[d];
            for (int c = 0; c < d; c++) {
                out[t][c] = turned[c][0];
            }
        }
        return out;
    }

    private static double[][] step(int d, double base, boolean neighbours) {
        var matrix = new double[d][d];
        for (int i = 0; i < d / 2; i++) {
            int a = neighbours ? 2 * i : i;
            int b = neighbours ? a + 1 : i + d / 2;
            double angle = Math.pow(base, -2.0 * i / d);
            matrix[a][a] = Math.cos(angle);
            matrix[a][b] = -Math.sin(angle);
            matrix[b][a] = Math.sin(angle);
            matrix[b][b] = Math.cos(angle);
        }
        return matrix;
    }

    private static double[][] power(double[][] matrix, int exponent) {
        if (exponent == 0) {
            var identity = new double[matrix.length][matrix.length];
            for (int c = 0; c < identity.length; c++) {
                identity[c][c] = 1;
            }
            return identity;
        }
        double[][] root = power(matrix, exponent / 2);
        double[][] square = times(root, root);
        return exponent % 2 == 0 ? square : times(square, matrix);
    }

    private static double[][] times(double[][] left, double[][] right) {
        var product = new double[left.length][right[0].length];
        for (int r = 0; r < left.length; r++) {
            for (int i = 0; i < right.length; i++) {
                for (int c = 0; c < right[i].length; c++) {
                    product[r][c] += left[r][i] * right[i][c];
                }
            }
        }
        return product;
    }

    private static void check(double[][] x, int[] pos, double base, String layout) {
        require(x != null && x.length > 0 && x[0] != null, "no rows");
        int d = x[0].length;
        require(d > 0 && d % 2 == 0, "columns come in pairs");
        for (double[] row : x) {
            require(row != null && row.length == d, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        require(pos != null && pos.length == x.length, "one position for each row");
        for (int p : pos) {
            require(p >= 0, "positions start at 0");
        }
        require(base > 1 && base < Double.POSITIVE_INFINITY, "base must be finite and above 1");
        require("interleaved".equals(layout) || "half".equals(layout), "unknown layout");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
