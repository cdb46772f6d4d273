// Tries both ways at every mismatch: exponential.
import exercise.RougeL;

public class Solution implements RougeL {
    @Override
    public int lcs(int[] a, int[] b) {
        checkText(a);
        checkText(b);
        return lcs(a, b, a.length, b.length);
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

    private static int lcs(int[] a, int[] b, int i, int j) {
        if (i == 0 || j == 0) {
            return 0;
        }
        if (a[i - 1] == b[j - 1]) {
            return 1 + lcs(a, b, i - 1, j - 1);
        }
        return Math.max(lcs(a, b, i - 1, j), lcs(a, b, i, j - 1));
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
