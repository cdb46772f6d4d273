// Divides in single precision.
import exercise.GradCheckpointPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements GradCheckpointPlan {
    @Override
    public int uniformPeak(int layers, int segments) {
        require(segments >= 1 && segments <= layers, "from 1 segment to as many as layers");
        return segments + (int) Math.ceil((float) layers / segments);
    }

    @Override
    public int bestSegments(int layers) {
        require(layers >= 1, "at least one layer");
        // Of equals, min returns the first.
        return IntStream.rangeClosed(1, layers)
                .boxed()
                .min(Comparator.comparingInt(segments -> uniformPeak(layers, segments)))
                .get();
    }

    @Override
    public long maxSegment(int[] sizes, int segments) {
        require(sizes != null, "no sizes");
        require(segments >= 1 && segments <= sizes.length, "from 1 segment to as many as sizes");
        require(Arrays.stream(sizes).allMatch(size -> size >= 1), "a layer without activations");
        long low = Arrays.stream(sizes).max().getAsInt();
        long high = Arrays.stream(sizes).asLongStream().sum();
        while (low < high) {
            long middle = (low + high) / 2;
            if (parts(sizes, middle) <= segments) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int parts(int[] sizes, long limit) {
        int parts = 1;
        long filled = 0;
        for (int size : sizes) {
            if (filled + size > limit) {
                parts++;
                filled = 0;
            }
            filled += size;
        }
        return parts;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
