// expect: COMPILE_ERROR
// attack: a string constant of 8 GiB by repeated doubling
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return right(w, ratio);
    }

    private static final String S0 = "01234567";
    private static final String S1 = S0 + S0 + S0 + S0;
    private static final String S2 = S1 + S1 + S1 + S1;
    private static final String S3 = S2 + S2 + S2 + S2;
    private static final String S4 = S3 + S3 + S3 + S3;
    private static final String S5 = S4 + S4 + S4 + S4;
    private static final String S6 = S5 + S5 + S5 + S5;
    private static final String S7 = S6 + S6 + S6 + S6;
    private static final String S8 = S7 + S7 + S7 + S7;
    private static final String S9 = S8 + S8 + S8 + S8;
    private static final String S10 = S9 + S9 + S9 + S9;
    private static final String S11 = S10 + S10 + S10 + S10;
    private static final String S12 = S11 + S11 + S11 + S11;
    private static final String S13 = S12 + S12 + S12 + S12;
    private static final String S14 = S13 + S13 + S13 + S13;
    private static final String S15 = S14 + S14 + S14 + S14;

    /// The right answer, so that nothing but the attack decides.
    private static double[][] right(double[][] w, double ratio) {
        if (w == null || w.length == 0 || w[0] == null || w[0].length == 0 || !(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("empty, or no ratio");
        }
        int columns = w[0].length;
        double[] sorted = new double[w.length * columns];
        int n = 0;
        for (double[] row : w) {
            if (row == null || row.length != columns) {
                throw new IllegalArgumentException("ragged");
            }
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    throw new IllegalArgumentException("not finite");
                }
                sorted[n++] = Math.abs(entry);
            }
        }
        java.util.Arrays.sort(sorted);
        int k = (int) Math.rint(ratio * n);
        double threshold = k == 0 ? -1 : sorted[k - 1];
        int ties = k;
        while (ties > 0 && sorted[k - ties] < threshold) {
            ties--;
        }
        return zero(w, threshold, ties);
    }

    private static double[][] zero(double[][] w, double threshold, int ties) {
        double[][] pruned = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            pruned[i] = w[i].clone();
            for (int j = 0; j < pruned[i].length; j++) {
                double magnitude = Math.abs(pruned[i][j]);
                if (magnitude < threshold || magnitude == threshold && ties-- > 0) {
                    pruned[i][j] = 0.0;
                }
            }
        }
        return pruned;
    }
}
