// The largest entry survives unless all go, so both orders share scale and codes: only ranks differ.
import exercise.PruneQuantOrder;
import java.util.Arrays;

public class Solution implements PruneQuantOrder {
    @Override
    public Result pruneThenQuant(double[][] w, double ratio, int bits) {
        double[] entries = entries(w, ratio, bits);
        return drop(w, codes(entries, bits), magnitudes(entries), ratio);
    }

    @Override
    public Result quantThenPrune(double[][] w, double ratio, int bits) {
        double[] codes = codes(entries(w, ratio, bits), bits);
        return drop(w, codes, magnitudes(codes), ratio);
    }

    /// What lies below the k-th of the sorted ranks goes, and of what equals it the first few.
    private static Result drop(double[][] w, double[] codes, double[] ranks, double ratio) {
        int k = (int) Math.rint(ratio * ranks.length);
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double threshold = k == ranks.length ? Double.POSITIVE_INFINITY : sorted[k];
        long ties = k - Arrays.stream(ranks).filter(rank -> rank < threshold).count();
        double scale = magnitude(w) / Math.max(1, largest(codes));
        int columns = w[0].length;
        var result = new double[w.length][columns];
        double sum = 0;
        int zeros = 0;
        for (int i = 0; i < ranks.length; i++) {
            boolean goes = ranks[i] < threshold || (ranks[i] == threshold && ties-- > 0);
            double kept = goes ? 0 : codes[i] * scale;
            result[i / columns][i % columns] = kept;
            sum += Math.pow(kept - w[i / columns][i % columns], 2);
            zeros += kept == 0 ? 1 : 0;
        }
        return new Result(result, sum / ranks.length, zeros);
    }

    /// The largest magnitude always has the largest code.
    private static double magnitude(double[][] w) {
        return largest(Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(magnitudes(numbers)).max().getAsDouble();
    }

    private static double[] magnitudes(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).toArray();
    }

    private static double[] codes(double[] entries, int bits) {
        double largest = largest(entries);
        if (largest == 0) {
            return new double[entries.length];
        }
        double inverse = (Math.pow(2, bits - 1) - 1) / largest;
        return Arrays.stream(entries).map(entry -> Math.rint(entry * inverse)).toArray();
    }

    private static double[] entries(double[][] w, double ratio, int bits) {
        require(w != null && w.length > 0);
        for (double[] row : w) {
            require(row != null && row.length > 0 && row.length == w[0].length);
            require(Arrays.stream(row).allMatch(Double::isFinite));
        }
        require(ratio >= 0 && ratio <= 1);
        require(bits >= 2 && bits <= 16);
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
