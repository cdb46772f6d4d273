import exercise.BinaryTernaryWeights;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Compares with half of the mean instead of rounding, and looks at every bit by itself.
public class Solution implements BinaryTernaryWeights {
    @Override
    public Binary binary(double[][] w) {
        checkMatrix(w);
        double[] alpha = Arrays.stream(w).mapToDouble(Solution::mean).toArray();
        int[][] sign = Arrays.stream(w)
                .map(row -> Arrays.stream(row).mapToInt(weight -> weight < 0 ? -1 : 1).toArray())
                .toArray(int[][]::new);
        return new Binary(alpha, sign);
    }

    @Override
    public Ternary ternary(double[][] w) {
        checkMatrix(w);
        double gamma = Arrays.stream(w).mapToDouble(Solution::mean).average().getAsDouble();
        int[][] q = Arrays.stream(w)
                .map(row -> Arrays.stream(row).mapToInt(weight -> code(2 * weight, gamma)).toArray())
                .toArray(int[][]::new);
        return new Ternary(gamma, q);
    }

    @Override
    public int[] packSigns(double[] w) {
        checkVector(w);
        return IntStream.rangeClosed(0, (w.length - 1) / 32)
                .map(word -> IntStream.range(32 * word, Math.min(32 * word + 32, w.length))
                        .filter(i -> w[i] >= 0)
                        .map(i -> 1 << i)
                        .sum())
                .toArray();
    }

    @Override
    public int xnorDot(int[] a, int[] b, int n) {
        checkWords(a, b, n);
        return IntStream.range(0, n).map(i -> sign(a, i) * sign(b, i)).sum();
    }

    private static double mean(double[] row) {
        return Arrays.stream(row).map(Math::abs).average().getAsDouble();
    }

    private static int code(double twice, double gamma) {
        if (twice > gamma) {
            return 1;
        }
        return twice < -gamma ? -1 : 0;
    }

    private static int sign(int[] words, int i) {
        return 2 * (words[i / 32] >>> i & 1) - 1;
    }

    private static void checkMatrix(double[][] w) {
        require(w != null && w.length > 0, "no rows");
        for (double[] row : w) {
            checkVector(row);
            require(row.length == w[0].length, "ragged matrix");
        }
    }

    private static void checkVector(double[] w) {
        require(w != null && w.length > 0, "no weights");
        for (double weight : w) {
            require(Double.isFinite(weight), "weights must be finite");
        }
    }

    private static void checkWords(int[] a, int[] b, int n) {
        require(a != null && b != null && a.length == b.length, "the vectors differ in words");
        require(n > 0 && n <= 32L * a.length, "more or fewer signs than words hold");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
