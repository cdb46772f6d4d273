import exercise.AttentionMapDistill;
import java.util.Arrays;
import java.util.stream.IntStream;

/// KL as the teacher's expectation of the difference of the scores, plus the difference of
/// the logarithms of the partition functions; all sums as streams.
public class Solution implements AttentionMapDistill {
    @Override
    public double mseScores(double[][][] s, double[][][] t) {
        check(s, t);
        return IntStream.range(0, s.length)
                .mapToDouble(h -> IntStream.range(0, s[h].length)
                        .mapToDouble(i -> meanSquare(s[h][i], t[h][i]))
                        .average()
                        .getAsDouble())
                .average()
                .getAsDouble();
    }

    @Override
    public double klMaps(double[][][] s, double[][][] t, int[] mask) {
        check(s, t);
        int[] valid = valid(mask, s[0].length);
        return IntStream.range(0, s.length)
                .mapToDouble(h -> Arrays.stream(valid)
                        .mapToDouble(i -> divergence(t[h][i], s[h][i], valid))
                        .average()
                        .getAsDouble())
                .average()
                .getAsDouble();
    }

    private static double meanSquare(double[] s, double[] t) {
        return IntStream.range(0, s.length)
                .mapToDouble(j -> Math.pow(s[j] - t[j], 2))
                .average()
                .getAsDouble();
    }

    private static double divergence(double[] t, double[] s, int[] keys) {
        double highest = Arrays.stream(keys).mapToDouble(j -> t[j]).max().getAsDouble();
        double expected = Arrays.stream(keys)
                .mapToDouble(j -> Math.exp(t[j] - highest) * (t[j] - s[j]))
                .sum();
        double mass = Arrays.stream(keys).mapToDouble(j -> Math.exp(t[j] - highest)).sum();
        return expected / mass + logPartition(s, keys) - logPartition(t, keys);
    }

    private static double logPartition(double[] row, int[] keys) {
        double highest = Arrays.stream(keys).mapToDouble(j -> row[j]).max().getAsDouble();
        return highest + Math.log(Arrays.stream(keys).mapToDouble(j -> Math.exp(row[j] - highest)).sum());
    }

    private static void check(double[][][] s, double[][][] t) {
        int n = size(s);
        require(n == size(t), "sizes differ");
        require(s.length == t.length, "numbers of heads differ");
    }

    private static int size(double[][][] heads) {
        require(heads != null && heads.length > 0 && heads[0] != null, "no heads");
        int n = heads[0].length;
        require(n > 0, "no rows");
        for (double[][] head : heads) {
            require(head != null && head.length == n, "heads differ in size");
            for (double[] row : head) {
                require(row != null && row.length == n, "a head is not square");
                for (double score : row) {
                    require(Double.isFinite(score), "scores must be finite");
                }
            }
        }
        return n;
    }

    private static int[] valid(int[] mask, int n) {
        require(mask != null && mask.length == n, "one mask entry for each token");
        for (int entry : mask) {
            require(entry == 0 || entry == 1, "the mask holds 0 and 1");
        }
        int[] valid = IntStream.range(0, n).filter(i -> mask[i] == 1).toArray();
        require(valid.length > 0, "no valid token");
        return valid;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
