// Dynamic programming over ends and numbers of parts: the square of the layers for each part.
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
        var best = new long[sizes.length + 1];
        Arrays.fill(best, 1, best.length, Long.MAX_VALUE);
        for (int part = 0; part < segments; part++) {
            for (int to = sizes.length; to >= 1; to--) {
                long sum = 0;
                for (int from = to - 1; from >= 0; from--) {
                    sum += sizes[from];
                    best[to] = Math.min(best[to], Math.max(sum, best[from]));
                }
            }
        }
        return best[sizes.length];
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
