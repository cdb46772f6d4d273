// Cuts the sequence into parts of equally many layers.
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
        int length = Math.ceilDiv(sizes.length, segments);
        long largest = 0;
        for (int from = 0; from < sizes.length; from += length) {
            int to = Math.min(sizes.length, from + length);
            largest = Math.max(largest, Arrays.stream(sizes, from, to).asLongStream().sum());
        }
        return largest;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
