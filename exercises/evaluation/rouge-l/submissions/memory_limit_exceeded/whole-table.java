// Keeps the table, which takes 400 MB for ten thousand tokens.
import exercise.RougeL;

public class Solution implements RougeL {
    @Override
    public int lcs(int[] a, int[] b) {
        checkText(a);
        checkText(b);
        var table = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                table[i][j] = a[i - 1] == b[j - 1]
                        ? table[i - 1][j - 1] + 1
                        : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        return table[a.length][b.length];
    }

    @Override
    public double rougeL(int[] candidate, int[] reference, double beta) {
        checkBeta(beta);
        double lcs = lcs(candidate, reference);
        if (lcs == 0) {
            return 0;
        }
        double precision = lcs / candidate.length;
        double recall = lcs / reference.length;
        return (1 + beta * beta) * precision * recall / (recall + beta * beta * precision);
    }

    @Override
    public double best(int[] candidate, int[][] references, double beta) {
        require(references != null && references.length > 0, "no references");
        double best = 0;
        for (int[] reference : references) {
            best = Math.max(best, rougeL(candidate, reference, beta));
        }
        return best;
    }

    private static void checkText(int[] text) {
        require(text != null && text.length > 0, "no tokens");
    }

    private static void checkBeta(double beta) {
        require(beta > 0 && beta < Double.POSITIVE_INFINITY, "beta must be positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
