package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.CalibrateRange;
import exercise.CalibrateRange.Range;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative: right solutions stay below a millionth of it, other positions of a
/// percentile exceed it a millionfold. The best candidate of a mean square error is
/// better than every other by 1e-6 of it, so that sums in another order choose alike; but
/// in the one case of a tie all numbers are dyadic. Which way a half is rounded changes
/// no mean square error.
class CalibrateRangeSuite {
    private static final double[][] EXAMPLE = {{-1, 0.5, 2}, {0.25, -3, 1, 0}, {10, 0.1}};

    @Test
    @Points(10)
    @About("example")
    @Sample
    void the_examples_of_the_statement(CalibrateRange candidate) {
        assertClose(new Range(-3, 10), candidate.minMax(EXAMPLE));
        assertClose(new Range(-1.07, 2.71), candidate.movingAverage(EXAMPLE, 0.1));
        assertClose(new Range(-1.4, 3.6), candidate.percentile(EXAMPLE, 90));
        assertClose(new Range(-0.9, 0.9), candidate.mseOptimal(waves(), 3, 16));
    }

    @Test
    @Points(20)
    @About("average")
    void later_batches_move_the_ends(CalibrateRange candidate, Draw draw) {
        // ends: -1, 2; then -1 + (-3 + 1)/4 = -1.5, 2 - 1/4 = 1.75; then -1.5 + 1.6/4, 1.75 + 8.25/4
        assertClose(new Range(-1.1, 3.8125), candidate.movingAverage(EXAMPLE, 0.25));
        assertClose(new Range(0.1, 10), candidate.movingAverage(EXAMPLE, 1));
        // Ranges away from 0, on either side; the first batch alone.
        assertClose(new Range(5, 7), candidate.movingAverage(new double[][]{{7, 5, 6}}, 0.3));
        assertClose(new Range(-7, -5), candidate.movingAverage(new double[][]{{-5, -7, -6}}, 1));
        assertClose(new Range(-7.5, -4), candidate.movingAverage(new double[][]{{-5, -7}, {-3, -8}}, 0.5));
        assertClose(new Range(6, 7), candidate.movingAverage(new double[][]{{5, 6}, {7, 8}}, 0.5));
        assertClose(new Range(3, 3), candidate.movingAverage(new double[][]{{3}, {3, 3}}, 1e-6));
        for (int round = 0; round < 20; round++) {
            double[][] batches = batches(draw, draw.integer(1, 6));
            double c = draw.uniform(0.01, 1);
            assertClose(weighted(batches, c), candidate.movingAverage(batches, c));
            double[] last = batches[batches.length - 1];
            assertClose(ends(last), candidate.movingAverage(batches, 1));
        }
    }

    @Test
    @Points(20)
    @About("percentile")
    void percentiles_are_interpolated(CalibrateRange candidate, Draw draw) {
        assertClose(new Range(-2.84, 9.36), candidate.percentile(EXAMPLE, 99));
        assertClose(new Range(-3, 10), candidate.percentile(EXAMPLE, 100));
        // 0 to 10 at the positions 0 to 10
        double[][] rising = {{3, 1, 10}, {7, 5, 9, 0}, {8, 2, 6, 4}};
        assertClose(new Range(2.5, 7.5), candidate.percentile(rising, 75));
        assertClose(new Range(0.1, 9.9), candidate.percentile(rising, 99));
        assertClose(new Range(1, 9), candidate.percentile(rising, 90));
        assertClose(new Range(4.999, 5.001), candidate.percentile(rising, 50.01));
        assertClose(new Range(0, 10), candidate.percentile(rising, 100));
        // One value; two values; equal values.
        assertClose(new Range(4, 4), candidate.percentile(new double[][]{{4}}, 99.9));
        assertClose(new Range(-0.5, 2.5), candidate.percentile(new double[][]{{3}, {-1}}, 87.5));
        assertClose(new Range(1, 1), candidate.percentile(new double[][]{{1, 1}, {1, 1, 1, 5}}, 80));
        for (int round = 0; round < 20; round++) {
            double[][] batches = batches(draw, draw.integer(1, 6));
            double p = draw.coin() ? draw.uniform(50.5, 100) : draw.integer(51, 100);
            double[] sorted = pool(batches);
            Arrays.sort(sorted);
            Range actual = candidate.percentile(batches, p);
            assertClose(new Range(quantile(sorted, 1 - p / 100), quantile(sorted, p / 100)), actual);
            assertClose(ends(sorted), candidate.percentile(batches, 100));
        }
    }

    @Test
    @Points(20)
    @About("mse")
    void the_best_range_may_clip(CalibrateRange candidate, Draw draw) {
        // 401 numbers evenly from -1 to 1: at few bits the best end lies below the largest.
        double[] even = IntStream.rangeClosed(-200, 200).mapToDouble(i -> i / 200.0).toArray();
        double[][] halves = {Arrays.copyOf(even, 150), Arrays.copyOfRange(even, 150, 401)};
        assertClose(new Range(-1, 1), candidate.mseOptimal(halves, 8, 20));
        assertClose(new Range(-6.0 / 7, 6.0 / 7), candidate.mseOptimal(halves, 3, 7));
        // The largest magnitude is negative; nothing to choose from; nothing but zeros.
        assertClose(new Range(-3, 3), candidate.mseOptimal(new double[][]{{-3, 2}, {1}}, 3, 1));
        assertClose(new Range(-3, 3), candidate.mseOptimal(new double[][]{{-3, 2}, {1}}, 3, 4));
        assertClose(new Range(0, 0), candidate.mseOptimal(new double[][]{{0, -0.0}, {0}}, 8, 10));
        // Ends of 0.5 and 1 both leave one error of a half.
        assertClose(new Range(-1, 1), candidate.mseOptimal(new double[][]{{1, -0.5}}, 2, 2));
        // All numbers count alike, whatever batch they are in.
        double[] small = new double[60];
        Arrays.fill(small, 0.3);
        assertClose(new Range(-0.3, 0.3), candidate.mseOptimal(new double[][]{small, {1}}, 2, 10));
        // No error is too small to count.
        Arrays.fill(small, 3e-9);
        assertClose(new Range(-3e-9, 3e-9), candidate.mseOptimal(new double[][]{small, {1e-8}}, 2, 10));
        // The very first candidate, and one behind a smaller hill.
        double[] smaller = new double[200];
        Arrays.fill(smaller, 0.1);
        assertClose(new Range(-0.1, 0.1), candidate.mseOptimal(new double[][]{smaller, {1}}, 2, 10));
        assertClose(new Range(-0.5, 0.5), candidate.mseOptimal(new double[][]{{-0.5, 0.4}}, 3, 20));
        for (int round = 0; round < 15; round++) {
            int bits = draw.integer(2, draw.coin() ? 4 : 16);
            int steps = draw.integer(1, 30);
            double[][] batches = distinct(draw, bits, steps);
            assertClose(best(batches, bits, steps), candidate.mseOptimal(batches, bits, steps));
        }
    }

    @Test
    @Points(10)
    @About("outlier")
    void an_outlier_moves_the_ends_but_no_percentile(CalibrateRange candidate, Draw draw) {
        double[][] batches = {draw.vector(400, -1, 1), draw.vector(600, -1, 1)};
        Range plain = candidate.percentile(batches, 99);
        double[] sorted = pool(batches);
        Arrays.sort(sorted);
        assertClose(new Range(quantile(sorted, 0.01), quantile(sorted, 0.99)), plain);
        int where = draw.integer(0, 399);
        batches[0][where] = 1000;
        Range spoilt = candidate.percentile(batches, 99);
        // A value more above the position, one less at most below it.
        assertHolds(sorted[988] <= spoilt.hi() && spoilt.hi() <= sorted[991],
                "from %s to %s with the outlier",
                plain.hi(), spoilt.hi());
        assertHolds(sorted[8] <= spoilt.lo() && spoilt.lo() <= sorted[11], "from %s to %s with the outlier",
                plain.lo(), spoilt.lo());
        assertClose(1000.0, candidate.minMax(batches).hi());

        double[][] many = draw.matrix(4, 50_000, -1, 1);
        double[] all = pool(many);
        Arrays.sort(all);
        assertClose(new Range(quantile(all, 0.25), quantile(all, 0.75)), candidate.percentile(many, 75));
        assertClose(ends(all), candidate.minMax(many));
    }

    @Test
    @Points(10)
    @About("order")
    void only_the_moving_average_sees_an_order(CalibrateRange candidate, Draw draw) {
        double[][] batches = distinct(draw, 4, 12);
        double[][] turned = new double[batches.length][];
        for (int i = 0; i < batches.length; i++) {
            double[] batch = batches[batches.length - 1 - i];
            turned[i] = new double[batch.length];
            Arrays.setAll(turned[i], j -> batch[batch.length - 1 - j]);
        }
        assertClose(ends(pool(batches)), candidate.minMax(batches));
        assertClose(candidate.minMax(batches), candidate.minMax(turned));
        assertClose(candidate.percentile(batches, 80), candidate.percentile(turned, 80));
        assertClose(best(batches, 4, 12), candidate.mseOptimal(batches, 4, 12));
        assertClose(candidate.mseOptimal(batches, 4, 12), candidate.mseOptimal(turned, 4, 12));
        assertClose(weighted(batches, 0.3), candidate.movingAverage(batches, 0.3));
        assertClose(weighted(turned, 0.3), candidate.movingAverage(turned, 0.3));
        assertClose(new Range(2, 9), candidate.minMax(new double[][]{{2, 9, 3}}));
        assertClose(new Range(-9, -2), candidate.minMax(new double[][]{{-3}, {-9, -2}}));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(CalibrateRange candidate) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][][] broken = {null, {}, {{}}, {{1}, {}}, {{}, {1}}, {null}, {{1}, null}, {{nan, 1}},
                {{1}, {2, nan}},
                {{infinity}}, {{1}, {-infinity, 2}}, {{1, infinity}, {2}}};
        for (double[][] bad : broken) {
            String what = "batches = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.minMax(bad));
            assertRejects(what, () -> candidate.movingAverage(bad, 0.5));
            assertRejects(what, () -> candidate.percentile(bad, 99));
            assertRejects(what, () -> candidate.mseOptimal(bad, 8, 10));
        }
        double[][] good = {{1, 2}, {-3}};
        for (double c : new double[]{0, -0.0, -0.1, 1.001, Math.nextUp(1.0), nan, infinity, -infinity}) {
            assertRejects("c = " + c, () -> candidate.movingAverage(good, c));
            assertRejects("one batch, c = " + c, () -> candidate.movingAverage(new double[][]{{1}}, c));
        }
        for (double p : new double[]{50, 49.9, 10, 0, -99, 100.001, Math.nextUp(100.0), nan, infinity,
                -infinity}) {
            assertRejects("p = " + p, () -> candidate.percentile(good, p));
        }
        for (int bits : new int[]{1, 0, -8, 17, 32}) {
            assertRejects("bits = " + bits, () -> candidate.mseOptimal(good, bits, 10));
            assertRejects("zeros, bits = " + bits, () -> candidate.mseOptimal(new double[1][2], bits, 10));
        }
        for (int steps : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("steps = " + steps, () -> candidate.mseOptimal(good, 8, steps));
            assertRejects("zeros, steps = " + steps, () -> candidate.mseOptimal(new double[1][2], 8, steps));
        }
        // The ends of the ranges are fine.
        assertClose(new Range(-3, -3), candidate.movingAverage(good, 1));
        assertClose(new Range(-3, 3), candidate.mseOptimal(good, 16, 1));
        assertClose(new Range(-3, 3), candidate.mseOptimal(good, 2, 1));
    }

    private static double[][] waves() {
        return new double[][]{IntStream.range(0, 200).mapToDouble(Math::sin).toArray(), {1.6}};
    }

    private static double[][] batches(Draw draw, int count) {
        double shift = draw.uniform(-4, 4);
        var batches = new double[count][];
        for (int i = 0; i < count; i++) {
            batches[i] = draw.vector(draw.integer(1, 7), shift - 2, shift + 2);
        }
        return batches;
    }

    /// Bell-shaped numbers of which one candidate is clearly the best.
    private static double[][] distinct(Draw draw, int bits, int steps) {
        while (true) {
            var batches = new double[draw.integer(2, 4)][];
            for (int i = 0; i < batches.length; i++) {
                batches[i] = new double[draw.integer(1, 25)];
                Arrays.setAll(batches[i], j -> draw.gaussian());
            }
            double[] costs = costs(batches, bits, steps);
            Arrays.sort(costs);
            if (steps == 1 || costs[1] > costs[0] * (1 + 1e-6)) {
                return batches;
            }
        }
    }

    private static double[] pool(double[][] batches) {
        return Arrays.stream(batches).flatMapToDouble(Arrays::stream).toArray();
    }

    private static Range ends(double[] values) {
        return new Range(Arrays.stream(values).min().getAsDouble(),
                Arrays.stream(values).max().getAsDouble());
    }

    /// The moving average unrolled: batch b of B weighs c · (1 - c)^(B-1-b), the first one the rest.
    private static Range weighted(double[][] batches, double c) {
        double lo = 0;
        double hi = 0;
        for (int b = 0; b < batches.length; b++) {
            double weight = (b == 0 ? 1 : c) * Math.pow(1 - c, batches.length - 1 - b);
            lo += weight * ends(batches[b]).lo();
            hi += weight * ends(batches[b]).hi();
        }
        return new Range(lo, hi);
    }

    /// Every value weighs as much as its position is near to the one that is asked for.
    private static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += Math.max(0, 1 - Math.abs(i - position)) * sorted[i];
        }
        return sum;
    }

    private static double[] costs(double[][] batches, int bits, int steps) {
        double[] values = pool(batches);
        double largest = Arrays.stream(values).map(Math::abs).max().getAsDouble();
        var costs = new double[steps];
        for (int i = 1; i <= steps; i++) {
            double end = largest * i / steps;
            double step = end / ((1 << (bits - 1)) - 1);
            for (double value : values) {
                double near = Math.floor(Math.min(Math.abs(value), end) / step + 0.5) * step;
                costs[i - 1] += Math.pow(Math.abs(value) - near, 2);
            }
        }
        return costs;
    }

    private static Range best(double[][] batches, int bits, int steps) {
        double[] costs = costs(batches, bits, steps);
        int best = IntStream.range(0, steps).reduce(0, (i, j) -> costs[j] <= costs[i] ? j : i);
        double largest = Arrays.stream(pool(batches)).map(Math::abs).max().getAsDouble();
        double end = largest * (best + 1) / steps;
        return new Range(-end, end);
    }
}
