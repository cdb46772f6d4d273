// Closes a part as soon as it reaches the mean.
import exercise.GradCheckpointPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements GradCheckpointPlan {
    @Override
    public int uniformPeak(int layers, int segments) {
        require(segments >= 1 && segments <= layers, "from 1 segment to as many as layers");
        return segments + Math.ceilDiv(layers, segments);
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
        long sum = Arrays.stream(sizes).asLongStream().sum();
        long largest = 0;
        long filled = 0;
        for (int size : sizes) {
            filled += size;
            largest = Math.max(largest, filled);
            filled = filled * segments >= sum ? 0 : filled;
        }
        return largest;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
