import exercise.RougeL;

/// The table of the dynamic programme, two rows at a time.
public class Solution implements RougeL {
    @Override
    public int lcs(int[] a, int[] b) {
        checkText(a);
        checkText(b);
        var above = new int[b.length + 1];
        for (int token : a) {
            var row = new int[b.length + 1];
            for (int j = 1; j <= b.length; j++) {
                row[j] = token == b[j - 1] ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            }
            above = row;
        }
        return above[b.length];
    }

    @Override
    public double rougeL(int[] candidate, int[] reference, double beta) {
        checkBeta(beta);
        double lcs = lcs(candidate, reference);
        double precision = lcs / candidate.length;
        double recall = lcs / reference.length;
        double weighted = recall + beta * beta * precision;
        return lcs == 0 ? 0 : (1 + beta * beta) * precision * recall / weighted;
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
