// Gives the largest layer to the emptiest part, as if the order did not matter.
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
        var parts = new long[segments];
        int[] ascending = sizes.clone();
        Arrays.sort(ascending);
        for (int i = ascending.length - 1; i >= 0; i--) {
            Arrays.sort(parts);
            parts[0] += ascending[i];
        }
        return Arrays.stream(parts).max().getAsLong();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
