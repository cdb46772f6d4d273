// expect: COMPILE_ERROR | ACCEPTED
// attack: a switch whose exhaustiveness has to be proved over 3^14 cases
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return right(w, ratio);
    }

    sealed interface Part permits One, Two, Three { }

    record One() implements Part { }

    record Two() implements Part { }

    record Three() implements Part { }

    record Whole(Part p0, Part p1, Part p2, Part p3, Part p4, Part p5, Part p6, Part p7, Part p8, Part p9, Part p10, Part p11, Part p12, Part p13) { }

    private static int cover(Whole whole) {
        return switch (whole) {
            case Whole(One a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 0;
            case Whole(Two a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 0;
            case Whole(Part a0, One a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 1;
            case Whole(Part a0, Two a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 1;
            case Whole(Part a0, Part a1, One a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 2;
            case Whole(Part a0, Part a1, Two a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 2;
            case Whole(Part a0, Part a1, Part a2, One a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 3;
            case Whole(Part a0, Part a1, Part a2, Two a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 3;
            case Whole(Part a0, Part a1, Part a2, Part a3, One a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 4;
            case Whole(Part a0, Part a1, Part a2, Part a3, Two a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 4;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, One a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 5;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Two a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 5;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, One a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 6;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Two a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 6;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, One a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 7;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Two a7, Part a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 7;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, One a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 8;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Two a8, Part a9, Part a10, Part a11, Part a12, Part a13) -> 8;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, One a9, Part a10, Part a11, Part a12, Part a13) -> 9;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Two a9, Part a10, Part a11, Part a12, Part a13) -> 9;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, One a10, Part a11, Part a12, Part a13) -> 10;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Two a10, Part a11, Part a12, Part a13) -> 10;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, One a11, Part a12, Part a13) -> 11;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Two a11, Part a12, Part a13) -> 11;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, One a12, Part a13) -> 12;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Two a12, Part a13) -> 12;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, One a13) -> 13;
            case Whole(Part a0, Part a1, Part a2, Part a3, Part a4, Part a5, Part a6, Part a7, Part a8, Part a9, Part a10, Part a11, Part a12, Two a13) -> 13;
            case Whole(Three a0, Three a1, Three a2, Three a3, Three a4, Three a5, Three a6, Three a7, Three a8, Three a9, Three a10, Three a11, Three a12, Three a13) -> -1;
        };
    }

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
