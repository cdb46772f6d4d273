// Lets a weight live under a mask of 0.
import exercise.RiglStep;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

public class Solution implements RiglStep {
    @Override
    public Result step(double[] w, int[] mask, double[] grad, double fraction) {
        check(w, mask, grad, fraction);
        int[] after = mask.clone();
        int k = (int) Math.rint(fraction * Arrays.stream(mask).sum());
        int[] dropped = least(after, 1, i -> Math.abs(w[i]), k);
        for (int i : dropped) {
            after[i] = 0;
        }
        int[] grown = least(after, 0, i -> -Math.abs(grad[i]), k);
        double[] weights = w.clone();
        for (int i : dropped) {
            weights[i] = 0;
        }
        for (int i : grown) {
            after[i] = 1;
        }
        return new Result(weights, after, dropped, grown);
    }

    private static int[] least(int[] mask, int state, IntToDoubleFunction key, int k) {
        return IntStream.range(0, mask.length).filter(i -> mask[i] == state).boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble)).limit(k)
                .mapToInt(i -> i).sorted().toArray();
    }

    private static void check(double[] w, int[] mask, double[] grad, double fraction) {
        require(w != null && mask != null && grad != null, "no arrays");
        require(w.length > 0 && mask.length == w.length && grad.length == w.length, "lengths differ");
        for (int i = 0; i < w.length; i++) {
            require(Double.isFinite(w[i]) && Double.isFinite(grad[i]), "numbers must be finite");
            require(mask[i] == 0 || mask[i] == 1, "the mask holds 0 and 1");
        }
        require(fraction >= 0 && fraction <= 1, "the fraction lies between 0 and 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
