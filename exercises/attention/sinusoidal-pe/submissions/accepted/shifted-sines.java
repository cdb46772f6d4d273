import exercise.SinusoidalPe;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Frequencies by logarithms; a cosine is a sine a quarter of a turn later.
public class Solution implements SinusoidalPe {
    @Override
    public double[][] encode(int[] pos, int d) {
        check(pos, d);
        double step = Math.log(10_000) / d;
        double[] frequency = IntStream.range(0, d).mapToDouble(c -> Math.exp(-step * (c - c % 2))).toArray();
        return Arrays.stream(pos)
                .mapToObj(p -> IntStream.range(0, d)
                        .mapToDouble(c -> Math.sin(p * frequency[c] + c % 2 * Math.PI / 2))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void check(int[] pos, int d) {
        require(pos != null && pos.length > 0, "no positions");
        for (int p : pos) {
            require(p >= 0, "positions start at 0");
        }
        require(d >= 2 && d % 2 == 0, "d must be even and at least 2");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
