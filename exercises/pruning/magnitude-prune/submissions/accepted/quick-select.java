// Finds the k-th smallest magnitude by quick-select, then spends what is left of k on ties, in index order.
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        if (Double.isNaN(ratio) || ratio < 0 || ratio > 1) {
            throw new IllegalArgumentException("ratio: " + ratio);
        }
        double[] magnitudes = magnitudes(w);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * magnitudes.length);
        double[][] result = new double[w.length][columns];
        if (k == magnitudes.length) {
            return result;
        }
        double threshold = select(magnitudes.clone(), k);
        int ties = k;
        for (double magnitude : magnitudes) {
            if (magnitude < threshold) {
                ties--;
            }
        }
        for (int i = 0; i < magnitudes.length; i++) {
            boolean goes = magnitudes[i] < threshold || (magnitudes[i] == threshold && ties-- > 0);
            if (!goes) {
                result[i / columns][i % columns] = w[i / columns][i % columns];
            }
        }
        return result;
    }

    private static double[] magnitudes(double[][] w) {
        if (w == null || w.length == 0 || w[0] == null || w[0].length == 0) {
            throw new IllegalArgumentException("empty matrix");
        }
        int columns = w[0].length;
        double[] magnitudes = new double[w.length * columns];
        for (int i = 0; i < w.length; i++) {
            if (w[i] == null || w[i].length != columns) {
                throw new IllegalArgumentException("row " + i);
            }
            for (int j = 0; j < columns; j++) {
                if (Double.isNaN(w[i][j]) || Double.isInfinite(w[i][j])) {
                    throw new IllegalArgumentException("entry " + i + ", " + j);
                }
                magnitudes[i * columns + j] = Math.abs(w[i][j]);
            }
        }
        return magnitudes;
    }

    /** The value that would stand at index k if a were sorted (Hoare). */
    private static double select(double[] a, int k) {
        int low = 0;
        int high = a.length - 1;
        while (low < high) {
            double pivot = a[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return a[k];
    }
}
