// expect: COMPILE_ERROR | ACCEPTED
// attack: sixty lambdas inside each other
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return right(w, ratio);
    }

    private static final Runnable DEEP = () -> { Runnable r0 = () -> { Runnable r1 = () -> { Runnable r2 = () -> { Runnable r3 = () -> { Runnable r4 = () -> { Runnable r5 = () -> { Runnable r6 = () -> { Runnable r7 = () -> { Runnable r8 = () -> { Runnable r9 = () -> { Runnable r10 = () -> { Runnable r11 = () -> { Runnable r12 = () -> { Runnable r13 = () -> { Runnable r14 = () -> { Runnable r15 = () -> { Runnable r16 = () -> { Runnable r17 = () -> { Runnable r18 = () -> { Runnable r19 = () -> { Runnable r20 = () -> { Runnable r21 = () -> { Runnable r22 = () -> { Runnable r23 = () -> { Runnable r24 = () -> { Runnable r25 = () -> { Runnable r26 = () -> { Runnable r27 = () -> { Runnable r28 = () -> { Runnable r29 = () -> { Runnable r30 = () -> { Runnable r31 = () -> { Runnable r32 = () -> { Runnable r33 = () -> { Runnable r34 = () -> { Runnable r35 = () -> { Runnable r36 = () -> { Runnable r37 = () -> { Runnable r38 = () -> { Runnable r39 = () -> { Runnable r40 = () -> { Runnable r41 = () -> { Runnable r42 = () -> { Runnable r43 = () -> { Runnable r44 = () -> { Runnable r45 = () -> { Runnable r46 = () -> { Runnable r47 = () -> { Runnable r48 = () -> { Runnable r49 = () -> { Runnable r50 = () -> { Runnable r51 = () -> { Runnable r52 = () -> { Runnable r53 = () -> { Runnable r54 = () -> { Runnable r55 = () -> { Runnable r56 = () -> { Runnable r57 = () -> { Runnable r58 = () -> { Runnable r59 = () -> { }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; }; };

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
