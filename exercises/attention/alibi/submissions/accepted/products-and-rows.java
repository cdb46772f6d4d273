import exercise.Alibi;
import java.util.Arrays;

/// Each slope from the one before it; the second sequence starts at the root of the first slope
/// and goes on by the same ratio. The bias goes back from the diagonal.
public class Solution implements Alibi {
    @Override
    public double[] slopes(int heads) {
        require(heads >= 1, "heads must be at least 1");
        int power = Integer.highestOneBit(heads);
        double ratio = Math.exp(-8 * Math.log(2) / power);
        var slopes = new double[heads];
        for (int h = 0; h < heads; h++) {
            slopes[h] = h == 0 ? ratio : h == power ? Math.sqrt(ratio) : slopes[h - 1] * ratio;
        }
        return slopes;
    }

    @Override
    public double[][][] bias(int heads, int n) {
        require(n >= 1, "n must be at least 1");
        return Arrays.stream(slopes(heads)).mapToObj(slope -> ofHead(slope, n)).toArray(double[][][]::new);
    }

    private static double[][] ofHead(double slope, int n) {
        var bias = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(bias[i], Double.NEGATIVE_INFINITY);
            for (int distance = 0; distance <= i; distance++) {
                bias[i][i - distance] = -distance * slope;
            }
        }
        return bias;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
