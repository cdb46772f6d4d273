import exercise.Int8GemmRequant;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Plain products of codes, corrected by sums of rows and columns, as fast kernels do it;
/// halves are sent to the even number by hand.
public class Solution implements Int8GemmRequant {
    @Override
    public int[][] gemmInt32(int[][] a, int za, int[][] b, int zb) {
        checkFactors(a, za, b, zb);
        int[][] columns = IntStream.range(0, b[0].length)
                .mapToObj(j -> Arrays.stream(b).mapToInt(row -> row[j]).toArray())
                .toArray(int[][]::new);
        int[] ofColumns = Arrays.stream(columns).mapToInt(column -> Arrays.stream(column).sum()).toArray();
        int[] ofRows = Arrays.stream(a).mapToInt(row -> Arrays.stream(row).sum()).toArray();
        int both = b.length * za * zb;
        var sums = new int[ofRows.length][ofColumns.length];
        for (int i = 0; i < ofRows.length; i++) {
            for (int j = 0; j < ofColumns.length; j++) {
                sums[i][j] = dot(a[i], columns[j]) - za * ofColumns[j] - zb * ofRows[i] + both;
            }
        }
        return sums;
    }

    @Override
    public int[][] requantize(int[][] acc, int[] bias, double multiplier, int zy) {
        checkSums(acc, bias, multiplier, zy);
        return Arrays.stream(acc)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(j -> even(((double) row[j] + bias[j]) * multiplier) + zy)
                        .mapToInt(code -> (int) Math.min(Math.max(code, -128), 127))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static double even(double value) {
        double below = Math.floor(value);
        double rest = value - below;
        boolean up = rest == 0.5 ? below % 2 != 0 : rest > 0.5;
        return up ? below + 1 : below;
    }

    private static int dot(int[] left, int[] right) {
        int sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum;
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
