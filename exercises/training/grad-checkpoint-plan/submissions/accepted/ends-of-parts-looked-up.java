import exercise.GradCheckpointPlan;
import java.util.Arrays;

/// No more than √layers segments are ever needed, and the end of a part is looked up in
/// the running sums.
public class Solution implements GradCheckpointPlan {
    @Override
    public int uniformPeak(int layers, int segments) {
        if (segments < 1 || layers < segments) {
            throw new IllegalArgumentException("from 1 segment to as many as layers");
        }
        return segments + (layers - 1) / segments + 1;
    }

    @Override
    public int bestSegments(int layers) {
        int best = 1;
        int peak = uniformPeak(layers, 1);
        // Beyond the root, segments and their length change places.
        for (int segments = 2; (long) segments * segments <= layers; segments++) {
            int other = uniformPeak(layers, segments);
            if (other < peak) {
                best = segments;
                peak = other;
            }
        }
        return best;
    }

    @Override
    public long maxSegment(int[] sizes, int segments) {
        if (sizes == null || segments < 1 || segments > sizes.length) {
            throw new IllegalArgumentException("from 1 segment to as many as sizes");
        }
        if (Arrays.stream(sizes).min().getAsInt() < 1) {
            throw new IllegalArgumentException("a layer without activations");
        }
        long[] sums = Arrays.stream(sizes).asLongStream().toArray();
        Arrays.parallelPrefix(sums, Long::sum);
        long tooSmall = Arrays.stream(sizes).max().getAsInt() - 1;
        long enough = sums[sums.length - 1];
        while (enough - tooSmall > 1) {
            long middle = (tooSmall + enough) / 2;
            if (covered(sums, segments, middle) == sums[sums.length - 1]) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough;
    }

    /// How much of the sequence so many parts cover, none of them above the limit.
    private static long covered(long[] sums, int segments, long limit) {
        long covered = 0;
        for (int part = 0; part < segments; part++) {
            int at = Arrays.binarySearch(sums, covered + limit);
            covered = sums[at >= 0 ? at : -at - 2];
        }
        return covered;
    }
}
