// Lets worse variants than the reference count, with a negative height.
import exercise.ParetoFront;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements ParetoFront {
    @Override
    public int[] front(double[] size, double[] quality) {
        check(size, quality);
        var front = IntStream.builder();
        double best = Double.NEGATIVE_INFINITY;
        double bestSize = Double.NaN;
        for (int i : order(size, quality)) {
            if (quality[i] > best) {
                best = quality[i];
                bestSize = size[i];
                front.add(i);
            } else if (quality[i] == best && size[i] == bestSize) {
                front.add(i);
            }
        }
        return front.build().toArray();
    }

    @Override
    public int pick(double[] size, double[] quality, double minQuality) {
        check(size, quality);
        require(!Double.isNaN(minQuality), "minQuality is NaN");
        for (int i : order(size, quality)) {
            if (quality[i] >= minQuality) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public double hypervolume(double[] size, double[] quality, double refSize, double refQuality) {
        check(size, quality);
        require(Double.isFinite(refSize) && Double.isFinite(refQuality), "references must be finite");
        double area = 0;
        double level = refQuality;
        for (int i : order(size, quality)) {
            area += Math.max(0, refSize - size[i]) * (quality[i] - level);
            level = quality[i];
        }
        return area;
    }

    /// By size, for equal sizes from the best to the worst, and then by index, as sorting is stable.
    private static int[] order(double[] size, double[] quality) {
        Comparator<Integer> bySize = Comparator.comparingDouble(i -> size[i]);
        return IntStream.range(0, size.length)
                .boxed()
                .sorted(bySize.thenComparingDouble(i -> -quality[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static void check(double[] size, double[] quality) {
        checkNumbers(size);
        checkNumbers(quality);
        require(size.length == quality.length, "lengths differ");
    }

    private static void checkNumbers(double[] numbers) {
        require(numbers != null && numbers.length > 0, "no variants");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
