// expect: ACCEPTED
// attack: writes a file through the logging that is there for formulas, by reflection
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static boolean tried;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        String loot = null;
        if (!tried) {
            tried = true;
            try {
                loot = attack();
            } catch (Throwable refused) {
                // refused, as it should be
            }
        }
        if (loot != null) {
            throw new IllegalStateException("PWNED " + loot);
        }
        return right(w, ratio);
    }

    /// What was got hold of, or null.
    private static String attack() throws Throwable {
        Class<?> handler = Class.forName("java.util.logging.FileHandler");
        handler.getConstructor(String.class).newInstance("/tmp/PWNED-logs-to-a-file");
        return "opened a log file";
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
