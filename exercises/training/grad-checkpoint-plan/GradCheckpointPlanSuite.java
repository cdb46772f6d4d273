package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.GradCheckpointPlan;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Whole numbers throughout, so everything is compared exactly.
class GradCheckpointPlanSuite {
    private static final int[] SIZES = {3, 1, 4, 1, 5, 9, 2, 6};

    @Test
    @Points(20)
    @About("peak")
    void a_peak_has_checkpoints_and_one_segment(GradCheckpointPlan candidate) {
        int[] peaks = {25, 14, 11, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
                25, 25};
        for (int segments = 1; segments <= 24; segments++) {
            assertExact(peaks[segments - 1], candidate.uniformPeak(24, segments));
        }
        assertExact(2, candidate.uniformPeak(1, 1));
        assertExact(6, candidate.uniformPeak(7, 2));
        assertExact(6, candidate.uniformPeak(7, 3));
        assertExact(20, candidate.uniformPeak(100, 10));
        // Sums of these two do not fit into an int.
        assertExact(1_000_000_002, candidate.uniformPeak(2_000_000_000, 1_000_000_000));
        assertExact(2_000_000_001, candidate.uniformPeak(2_000_000_000, 2_000_000_000));
        assertExact(666_666_670, candidate.uniformPeak(2_000_000_000, 3));
        // A float or a quotient that is rounded would lose the last layer.
        assertExact(16_777_217 + 2, candidate.uniformPeak(33_554_433, 2));
    }

    @Test
    @Points(20)
    @About("best")
    void the_fewest_segments_with_the_lowest_peak(GradCheckpointPlan candidate, Draw draw) {
        int[] layers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 16, 20, 24, 100, 101, 1_000_000};
        int[] best = {1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 10, 8, 1000};
        for (int i = 0; i < layers.length; i++) {
            assertExact(best[i], candidate.bestSegments(layers[i]));
        }
        for (int round = 0; round < 30; round++) {
            int some = draw.integer(2, 3000);
            int found = candidate.bestSegments(some);
            int expected = 1;
            for (int segments = 2; segments <= some; segments++) {
                expected = peak(some, segments) < peak(some, expected) ? segments : expected;
            }
            assertExact(expected, found);
        }
    }

    @Test
    @Points(25)
    @About("cut")
    @Sample
    void the_largest_part_is_as_small_as_can_be(GradCheckpointPlan candidate) {
        long[] expected = {31, 17, 14, 9, 9, 9, 9, 9};
        for (int segments = 1; segments <= 8; segments++) {
            assertExact(expected[segments - 1], candidate.maxSegment(SIZES, segments));
        }
        assertExact(7L, candidate.maxSegment(new int[]{7}, 1));
        assertExact(9L, candidate.maxSegment(new int[]{9, 1}, 2));
        // Cuts by count, (1 1 1)(1 1 9), and cuts near the mean would both be worse.
        assertExact(9L, candidate.maxSegment(new int[]{1, 1, 1, 1, 1, 9}, 2));
        assertExact(6L, candidate.maxSegment(new int[]{5, 5, 1, 1, 5}, 3));
        // The order is given: sorted, these three parts would have 9 at most.
        assertExact(10L, candidate.maxSegment(new int[]{8, 2, 7, 1, 6, 3}, 3));
        assertExact(1L, candidate.maxSegment(new int[]{1, 1, 1}, 3));
        assertExact(2L, candidate.maxSegment(new int[]{1, 1, 1}, 2));
    }

    @Test
    @Points(15)
    @About("optimal")
    void no_other_cut_is_better(GradCheckpointPlan candidate, Draw draw) {
        for (int round = 0; round < 15; round++) {
            int[] sizes = draw.integers(draw.integer(1, 10), 1, draw.coin() ? 4 : 1000);
            long before = Long.MAX_VALUE;
            for (int segments = 1; segments <= sizes.length; segments++) {
                long least = least(sizes, 0, segments);
                long found = candidate.maxSegment(sizes, segments);
                assertExact(least, found);
                assertHolds(found <= before, "%s segments are worse than fewer: %s", segments, found);
                before = found;
            }
        }
        int[] huge = {2_000_000_000, 2_000_000_000, 2_000_000_000, 1, 2_000_000_000, 2_147_483_647};
        assertExact(10_147_483_648L, candidate.maxSegment(huge, 1));
        assertExact(6_000_000_000L, candidate.maxSegment(huge, 2));
        assertExact(4_000_000_001L, candidate.maxSegment(huge, 3));
        assertExact(2_147_483_647L, candidate.maxSegment(huge, 6));
        assertExact(14L, candidate.maxSegment(SIZES, 3));
        assertExact(14L, candidate.maxSegment(SIZES, 3));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_planned(GradCheckpointPlan candidate) {
        assertRejects("layers = 0", () -> candidate.uniformPeak(0, 1));
        assertRejects("no layers, no segments", () -> candidate.uniformPeak(0, 0));
        assertRejects("layers = -1", () -> candidate.uniformPeak(-1, -1));
        assertRejects("layers = -3", () -> candidate.uniformPeak(-3, 1));
        assertRejects("segments = 0", () -> candidate.uniformPeak(24, 0));
        assertRejects("segments = -4", () -> candidate.uniformPeak(24, -4));
        assertRejects("segments = layers + 1", () -> candidate.uniformPeak(24, 25));
        assertRejects("best of 0 layers", () -> candidate.bestSegments(0));
        assertRejects("best of -24 layers", () -> candidate.bestSegments(-24));
        assertRejects("sizes = null", () -> candidate.maxSegment(null, 1));
        assertRejects("no sizes", () -> candidate.maxSegment(new int[0], 1));
        assertRejects("no sizes, no segments", () -> candidate.maxSegment(new int[0], 0));
        for (int[] bad : new int[][]{{0}, {3, 0, 4}, {3, 1, -4}, {-1, 2, 2}, {0, 2, 2}, {2, 2, 0}}) {
            assertRejects("sizes " + Arrays.toString(bad), () -> candidate.maxSegment(bad, 1));
        }
        assertRejects("segments = 0", () -> candidate.maxSegment(SIZES, 0));
        assertRejects("segments = -1", () -> candidate.maxSegment(SIZES, -1));
        assertRejects("segments = sizes + 1", () -> candidate.maxSegment(SIZES, 9));
    }

    @Test
    @Points(10)
    @About("scale")
    void a_hundred_thousand_layers(GradCheckpointPlan candidate, Draw draw) {
        candidate.maxSegment(draw.integers(1000, 1, 1_000_000_000), 30);
        // 200 parts of 500 layers with the same sum in all but their order: the mean is
        // reached, and nothing can be below the mean.
        int[] part = draw.integers(500, 1, 1_000_000_000);
        var sizes = new int[100_000];
        for (int p = 0; p < 200; p++) {
            int[] order = draw.permutation(500);
            for (int i = 0; i < 500; i++) {
                sizes[500 * p + i] = part[order[i]];
            }
        }
        long sum = Arrays.stream(part).asLongStream().sum();
        assertExact(sum, candidate.maxSegment(sizes, 200));
        assertExact(200 * sum, candidate.maxSegment(sizes, 1));
        assertExact((long) Arrays.stream(part).max().getAsInt(), candidate.maxSegment(sizes, 100_000));
    }

    private static int peak(int layers, int segments) {
        return segments + Math.ceilDiv(layers, segments);
    }

    /// Tries every end of the first part.
    private static long least(int[] sizes, int from, int segments) {
        long sum = 0;
        long least = Long.MAX_VALUE;
        for (int to = from; to < sizes.length; to++) {
            sum += sizes[to];
            boolean last = to == sizes.length - 1;
            if (last || segments > 1) {
                least = Math.min(least, last ? sum : Math.max(sum, least(sizes, to + 1, segments - 1)));
            }
        }
        return least;
    }
}
