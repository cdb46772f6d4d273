// Mistake: divides by the multiplier.
import exercise.Int8GemmRequant;

public class Solution implements Int8GemmRequant {
    @Override
    public int[][] gemmInt32(int[][] a, int za, int[][] b, int zb) {
        checkFactors(a, za, b, zb);
        var sums = new int[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                int left = a[i][k] - za;
                for (int j = 0; j < b[k].length; j++) {
                    sums[i][j] += left * (b[k][j] - zb);
                }
            }
        }
        return sums;
    }

    @Override
    public int[][] requantize(int[][] acc, int[] bias, double multiplier, int zy) {
        checkSums(acc, bias, multiplier, zy);
        var codes = new int[acc.length][bias.length];
        for (int i = 0; i < acc.length; i++) {
            for (int j = 0; j < bias.length; j++) {
                long sum = (long) acc[i][j] + bias[j];
                codes[i][j] = (int) Math.clamp(Math.rint(sum / multiplier) + zy, -128, 127);
            }
        }
        return codes;
    }

    private static int columns(int[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (int[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
        }
        return columns;
    }

    private static void requireCodes(int[][] matrix) {
        for (int[] row : matrix) {
            for (int code : row) {
                requireCode(code);
            }
        }
    }

    private static void requireCode(int code) {
        require(code >= -128 && code <= 127, "codes are from -128 to 127");
    }

    private static void checkFactors(int[][] a, int za, int[][] b, int zb) {
        int inner = columns(a);
        columns(b);
        require(b.length == inner, "the inner dimensions differ");
        requireCodes(a);
        requireCodes(b);
        requireCode(za);
        requireCode(zb);
    }

    private static void checkSums(int[][] acc, int[] bias, double multiplier, int zy) {
        int columns = columns(acc);
        require(bias != null && bias.length == columns, "one bias for each column");
        require(multiplier > 0 && multiplier < Double.POSITIVE_INFINITY,
                "the multiplier is positive and finite");
        requireCode(zy);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
