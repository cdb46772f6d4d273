import exercise.RougeL;

/// A single row, from the last token to the first; one number remembers what was
/// overwritten.
public class Solution implements RougeL {
    @Override
    public int lcs(int[] a, int[] b) {
        checkText(a);
        checkText(b);
        var row = new int[b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            int corner = 0;
            for (int j = b.length - 1; j >= 0; j--) {
                int below = row[j];
                row[j] = a[i] == b[j] ? corner + 1 : Math.max(below, row[j + 1]);
                corner = below;
            }
        }
        return row[0];
    }

    @Override
    public double rougeL(int[] candidate, int[] reference, double beta) {
        checkBeta(beta);
        double lcs = lcs(candidate, reference);
        double share = 1 / (1 + beta * beta);
        // With nothing in common the reciprocals are infinite and their mean as well.
        return 1 / (share * (candidate.length / lcs) + (1 - share) * (reference.length / lcs));
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
