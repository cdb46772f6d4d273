import exercise.ParetoFront;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One sweep from the best variant to the worst: it is on the front if it is smaller than all
/// better ones. The area is cut into horizontal strips.
public class Solution implements ParetoFront {
    private record Variant(int index, double size, double quality) {}

    private static final Comparator<Variant> BY_SIZE = Comparator.comparingDouble(Variant::size);
    private static final Comparator<Variant> BY_QUALITY = Comparator.comparingDouble(Variant::quality)
            .reversed();

    @Override
    public int[] front(double[] size, double[] quality) {
        List<Variant> bestFirst = sorted(size, quality, BY_QUALITY.thenComparing(BY_SIZE));
        var onFront = new boolean[bestFirst.size()];
        Variant last = bestFirst.getFirst();
        for (Variant next : bestFirst) {
            boolean same = next.size == last.size && next.quality == last.quality;
            onFront[next.index] = same || next.size < last.size;
            if (onFront[next.index]) {
                last = next;
            }
        }
        return sorted(size, quality, BY_SIZE).stream()
                .mapToInt(Variant::index)
                .filter(i -> onFront[i])
                .toArray();
    }

    @Override
    public int pick(double[] size, double[] quality, double minQuality) {
        List<Variant> variants = variants(size, quality);
        require(!Double.isNaN(minQuality), "minQuality is NaN");
        return variants.stream()
                .filter(variant -> variant.quality >= minQuality)
                .min(BY_SIZE.thenComparing(BY_QUALITY).thenComparingInt(Variant::index))
                .map(Variant::index)
                .orElse(-1);
    }

    @Override
    public double hypervolume(double[] size, double[] quality, double refSize, double refQuality) {
        require(Double.isFinite(refSize) && Double.isFinite(refQuality), "references must be finite");
        double area = 0;
        double smallest = refSize;
        double top = refQuality;
        for (Variant next : sorted(size, quality, BY_QUALITY)) {
            double bottom = Math.max(next.quality, refQuality);
            area += (refSize - smallest) * (top - bottom);
            top = bottom;
            smallest = Math.min(smallest, next.size);
        }
        return area + (refSize - smallest) * (top - refQuality);
    }

    private static List<Variant> sorted(double[] size, double[] quality, Comparator<Variant> order) {
        return variants(size, quality).stream().sorted(order).toList();
    }

    private static List<Variant> variants(double[] size, double[] quality) {
        require(size != null && quality != null, "no variants");
        require(size.length > 0 && size.length == quality.length, "no variants, or lengths differ");
        List<Variant> variants = IntStream.range(0, size.length)
                .mapToObj(i -> new Variant(i, size[i], quality[i]))
                .toList();
        for (Variant variant : variants) {
            require(Double.isFinite(variant.size) && Double.isFinite(variant.quality),
                    "numbers must be finite");
        }
        return variants;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
