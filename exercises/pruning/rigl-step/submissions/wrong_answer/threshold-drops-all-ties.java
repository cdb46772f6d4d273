// Drops everything up to the k-th weight, all its equals included.
import exercise.RiglStep;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

public class Solution implements RiglStep {
    @Override
    public Result step(double[] w, int[] mask, double[] grad, double fraction) {
        check(w, mask, grad, fraction);
        double[] weights = w.clone();
        int[] after = mask.clone();
        Comparator<Integer> small = Comparator.comparingDouble(i -> Math.abs(w[i]));
        Comparator<Integer> steep = Comparator.comparingDouble(i -> -Math.abs(grad[i]));
        var active = new PriorityQueue<Integer>(small.thenComparing(Comparator.naturalOrder()));
        var inactive = new PriorityQueue<Integer>(steep.thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < w.length; i++) {
            (mask[i] == 1 ? active : inactive).add(i);
        }
        int k = (int) Math.rint(fraction * active.size());
        double[] sizes = active.stream().mapToDouble(i -> Math.abs(w[i])).sorted().toArray();
        long ties = k == 0 ? 0 : Arrays.stream(sizes).filter(size -> size <= sizes[k - 1]).count();
        var dropped = new int[(int) ties];
        var grown = new int[dropped.length];
        for (int n = 0; n < dropped.length; n++) {
            dropped[n] = active.remove();
            inactive.add(dropped[n]);
            weights[dropped[n]] = 0;
            after[dropped[n]] = 0;
        }
        for (int n = 0; n < grown.length; n++) {
            grown[n] = inactive.remove();
            after[grown[n]] = 1;
        }
        Arrays.sort(dropped);
        Arrays.sort(grown);
        return new Result(weights, after, dropped, grown);
    }

    private static void check(double[] w, int[] mask, double[] grad, double fraction) {
        require(w != null && mask != null && grad != null, "no arrays");
        require(w.length > 0 && mask.length == w.length && grad.length == w.length, "lengths differ");
        for (int i = 0; i < w.length; i++) {
            require(Double.isFinite(w[i]) && Double.isFinite(grad[i]), "numbers must be finite");
            require(mask[i] == 0 || mask[i] == 1, "the mask holds 0 and 1");
            require(mask[i] == 1 || w[i] == 0, "inactive weights are 0");
        }
        require(fraction >= 0 && fraction <= 1, "the fraction lies between 0 and 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
