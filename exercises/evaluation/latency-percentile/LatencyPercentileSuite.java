package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.LatencyPercentile;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Nearest ranks and alerts are exact; interpolation has the default tolerance, 1e-9
/// absolute plus 1e-9 relative, of which right solutions use a millionth and single
/// precision ten times as much.
///   `p · n` is a whole number or at least 1e-6 away from one. Powers are whole numbers
/// and their means equal to the limit only in windows of 1 and 4, where every way to
/// average is exact, or at least 1e-3 away from it.
class LatencyPercentileSuite {
    private static final double[] X = {12, 15, 11, 100, 14, 13, 18, 16, 17, 19};
    private static final double[] LATENCY = {10, 12, 11, 50, 12, 11, 10, 60, 61, 10};
    private static final double[] POWER = {300, 310, 300, 340, 360, 300, 300, 355, 360, 300};
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(20)
    @About("rank")
    @Sample
    void the_nearest_rank_is_one_of_the_values(LatencyPercentile candidate) {
        assertExact(15.0, candidate.nearestRank(X, 0.5));
        assertExact(19.0, candidate.nearestRank(X, 0.9));
        assertExact(100.0, candidate.nearestRank(X, 0.99));
        assertExact(100.0, candidate.nearestRank(X, 1));
        assertExact(11.0, candidate.nearestRank(X, 0.05));
        assertExact(14.0, candidate.nearestRank(X, 0.375));
    }

    @Test
    @Points(20)
    @About("linear")
    void interpolation_between_the_two_neighbours(LatencyPercentile candidate, Draw draw) {
        assertClose(15.5, candidate.linear(X, 0.5));
        assertClose(27.1, candidate.linear(X, 0.9));
        assertClose(92.71, candidate.linear(X, 0.99));
        assertClose(100.0, candidate.linear(X, 1));
        assertClose(2.5, candidate.linear(new double[]{3, 1, 4, 2}, 0.5));
        assertClose(-1.5, candidate.linear(new double[]{-1, -3}, 0.75));
        // Positions that are whole numbers
        assertClose(20.0, candidate.linear(new double[]{50, 20, 10, 40, 30}, 0.25));
        assertClose(40.0, candidate.linear(new double[]{50, 20, 10, 40, 30}, 0.75));
        for (int round = 0; round < 6; round++) {
            double[] x = draw.vector(draw.integer(2, 30), -100, 100);
            double p = draw.uniform(0.001, 1);
            assertClose(onTheLines(x, p), candidate.linear(x, p));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void the_order_of_the_values_neither_matters_nor_changes(LatencyPercentile candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            double[] x = draw.vector(draw.integer(5, 30), -50, 50);
            int[] order = draw.permutation(x.length);
            double[] moved = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
            double previous = Double.NEGATIVE_INFINITY;
            for (double p : new double[]{0.003, 0.2517, 0.5031, 0.7513, 1}) {
                double rank = candidate.nearestRank(x, p);
                assertExact(smallestThatCovers(x, p), rank);
                assertExact(rank, candidate.nearestRank(moved, p));
                double line = candidate.linear(x, p);
                assertClose(line, candidate.linear(moved, p));
                assertClose(line, candidate.linear(x, p));
                assertHolds(line >= previous - 1e-9, "p = %s has %s, a smaller p %s", p, line, previous);
                previous = line;
            }
        }
        int[] expected = {4, 5, 8, 9};
        assertExact(expected, candidate.alerts(LATENCY, POWER, 3, 40, 330));
        assertExact(expected, candidate.alerts(LATENCY, POWER, 3, 40, 330));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("edges")
    void whole_ranks_and_small_samples(LatencyPercentile candidate) {
        for (double p : new double[]{1e-12, 0.01, 0.5, 0.99, 1}) {
            assertExact(-7.0, candidate.nearestRank(new double[]{-7}, p));
            assertClose(-7.0, candidate.linear(new double[]{-7}, p));
        }
        double[] two = {9, -9};
        assertExact(-9.0, candidate.nearestRank(two, 0.5));
        assertExact(9.0, candidate.nearestRank(two, 0.5001));
        assertClose(0.0, candidate.linear(two, 0.5));
        assertExact(-9.0, candidate.nearestRank(two, 1e-12));
        assertClose(-9.0, candidate.linear(two, 1e-12));
        // In double, 7, 14, 28, 29, 55, 56 and 57 hundredths of 100 are not whole numbers.
        var hundred = new double[100];
        Arrays.setAll(hundred, i -> 100 - i);
        for (int percent = 1; percent <= 100; percent++) {
            assertExact((double) percent, candidate.nearestRank(hundred, percent / 100.0));
            assertClose(1 + 0.99 * percent, candidate.linear(hundred, percent / 100.0));
        }
        assertExact(8.0, candidate.nearestRank(hundred, 0.07001));
        // Equal values have a rank each.
        double[] equal = {5, 1, 5, 5, 2};
        assertExact(2.0, candidate.nearestRank(equal, 0.4));
        assertExact(5.0, candidate.nearestRank(equal, 0.6));
        assertClose(5.0, candidate.linear(equal, 0.5));
    }

    @Test
    @Points(20)
    @About("alerts")
    void latency_and_power_over_a_window(LatencyPercentile candidate, Draw draw) {
        assertExact(new int[]{4, 5, 8, 9}, candidate.alerts(LATENCY, POWER, 3, 40, 330));
        assertExact(new int[]{3, 7, 8}, candidate.alerts(LATENCY, POWER, 1, 40, 330));
        assertExact(new int[]{9}, candidate.alerts(LATENCY, POWER, 10, 60.5, 322));
        assertExact(new int[0], candidate.alerts(LATENCY, POWER, 10, 60.5, 323));
        // Of 100 latencies the P99 is the 99th: one slow request is none too many, two are.
        var latency = new double[250];
        var power = new double[250];
        Arrays.fill(latency, 10);
        Arrays.fill(power, 300);
        latency[120] = 90;
        latency[190] = 80;
        assertExact(range(190, 219), candidate.alerts(latency, power, 100, 50, 250));
        // Of 99 it is the largest: one is enough.
        assertExact(range(120, 249), candidate.alerts(latency, power, 99, 50, 250));
        assertExact(new int[0], candidate.alerts(latency, power, 200, 50, 250));
        latency[191] = 70;
        assertExact(range(199, 249), candidate.alerts(latency, power, 200, 50, 250));
        for (int round = 0; round < 5; round++) {
            int n = draw.integer(130, 300);
            int window = draw.integer(0, 1) == 0 ? draw.integer(2, 20) : draw.integer(90, 120);
            double[] times = draw.vector(n, 5, 30);
            for (int i = 0; i < n / 40; i++) {
                times[draw.integer(0, n - 1)] = draw.uniform(50, 90);
            }
            double[] watts = Arrays.stream(draw.integers(n, 200, 400)).asDoubleStream().toArray();
            double limit = 300.0123;
            assertExact(expected(times, watts, window, 29, limit),
                    candidate.alerts(times, watts, window, 29, limit));
        }
    }

    @Test
    @Points(10)
    @About("both")
    void one_condition_is_not_enough(LatencyPercentile candidate) {
        double[] slow = {90, 90, 90, 90, 90, 90};
        double[] busy = {400, 400, 400, 400, 400, 400};
        assertExact(new int[0], candidate.alerts(slow, busy, 2, 100, 300));
        assertExact(new int[0], candidate.alerts(slow, busy, 2, 50, 500));
        assertExact(range(1, 5), candidate.alerts(slow, busy, 2, 50, 300));
        // Both limits are exceeded only by what is above them.
        assertExact(new int[0], candidate.alerts(slow, busy, 4, 90, 300));
        assertExact(new int[0], candidate.alerts(slow, busy, 4, 50, 400));
        assertExact(range(3, 5), candidate.alerts(slow, busy, 4, Math.nextDown(90.0), Math.nextDown(400.0)));
        // A latency at the limit is not slow, neither when it comes nor when it leaves the window.
        double[] among = {50, 90, 10, 50};
        assertExact(range(1, 2), candidate.alerts(among, new double[]{4, 4, 4, 4}, 2, 50, 3));
        // Negative numbers, and limits that everything or nothing exceeds
        double[] cold = {-5, -3, -4};
        assertExact(range(0, 2), candidate.alerts(cold, cold, 1, -6, -6));
        assertExact(new int[]{1}, candidate.alerts(cold, cold, 1, -4, -4));
        assertExact(range(1, 2), candidate.alerts(cold, cold, 2, -INFINITY, -INFINITY));
        assertExact(new int[0], candidate.alerts(cold, cold, 2, INFINITY, -INFINITY));
        assertExact(new int[0], candidate.alerts(cold, cold, 2, -INFINITY, INFINITY));
        // High latency in one window, high power in the next
        double[] first = {90, 10, 10, 10};
        double[] then = {300, 300, 300, 900};
        assertExact(new int[0], candidate.alerts(first, then, 3, 50, 400));
        assertExact(new int[]{3}, candidate.alerts(first, then, 4, 50, 400));
        assertExact(range(0, 0), candidate.alerts(new double[]{2}, new double[]{3}, 1, 1, 2));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_measured(LatencyPercentile candidate) {
        double[] good = {3, 1, 2};
        double[][] never = {null, {}, {Double.NaN, 1, 2}, {3, 1, Double.NaN}, {3, INFINITY, 2},
                {-INFINITY, 1, 2}};
        for (double[] bad : never) {
            String what = Arrays.toString(bad);
            assertRejects("x = " + what, () -> candidate.nearestRank(bad, 0.5));
            assertRejects("x = " + what, () -> candidate.linear(bad, 0.5));
            assertRejects("latency = " + what, () -> candidate.alerts(bad, good, 2, 1, 1));
            assertRejects("power = " + what, () -> candidate.alerts(good, bad, 2, 1, 1));
        }
        double[] none = {};
        assertRejects("no samples", () -> candidate.alerts(none, none, 1, 1, 1));
        for (double p : new double[]{0, -0.5, 1.0000001, 99, Double.NaN, INFINITY, -INFINITY}) {
            assertRejects("p = " + p, () -> candidate.nearestRank(good, p));
            assertRejects("p = " + p, () -> candidate.linear(good, p));
        }
        double[] four = {3, 1, 2, 4};
        assertRejects("a power too many", () -> candidate.alerts(good, four, 2, 1, 1));
        assertRejects("a power too few", () -> candidate.alerts(four, good, 2, 1, 1));
        for (int window : new int[]{0, -1, 4, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("window = " + window, () -> candidate.alerts(good, good, window, 1, 1));
        }
        assertRejects("p99Limit = NaN", () -> candidate.alerts(good, good, 2, Double.NaN, 1));
        assertRejects("powerLimit = NaN", () -> candidate.alerts(good, good, 2, 1, Double.NaN));
        assertExact(new int[]{2}, candidate.alerts(good, good, 3, 2.5, 1.5));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_long_series(LatencyPercentile candidate, Draw draw) {
        candidate.alerts(LATENCY, POWER, 3, 40, 330);
        int n = 200_000;
        int window = 2000;
        // Slow requests come in 20s or in 21s; the P99 of 2000 takes 21 of them.
        double[] latency = draw.vector(n, 5, 40);
        double[] power = draw.vector(n, 310, 320);
        var expected = new boolean[n];
        for (int burst = 0; burst < 40; burst++) {
            int start = 4000 + 4800 * burst + draw.integer(0, 500);
            int slow = 20 + burst % 2;
            for (int i = 0; i < slow; i++) {
                latency[start + 3 * i] = draw.uniform(60, 90);
            }
            if (burst % 2 == 1) {
                Arrays.fill(expected, start + 60, start + window, true);
            }
        }
        int[] alerts = IntStream.range(0, n).filter(i -> expected[i]).toArray();
        assertExact(alerts, candidate.alerts(latency, power, window, 50, 300));
    }

    /// All whole numbers from the first to the last.
    private static int[] range(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }

    /// The nearest rank by counting: the smallest value that enough values do not exceed.
    private static double smallestThatCovers(double[] x, double p) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : x) {
            long covered = Arrays.stream(x).filter(other -> other <= value).count();
            if (covered >= p * x.length - 1e-9) {
                smallest = Math.min(smallest, value);
            }
        }
        return smallest;
    }

    /// The straight lines as a sum of hats, one of which stands on each value.
    private static double onTheLines(double[] x, double p) {
        double[] sorted = Arrays.stream(x).sorted().toArray();
        double sum = 0;
        for (int k = 0; k < sorted.length; k++) {
            sum += sorted[k] * Math.max(0, 1 - Math.abs(p * (sorted.length - 1) - k));
        }
        return sum;
    }

    private static int[] expected(double[] latency, double[] power, int window, double p99, double watts) {
        return IntStream.rangeClosed(window - 1, latency.length - 1)
                .filter(i -> {
                    double[] times = Arrays.copyOfRange(latency, i + 1 - window, i + 1);
                    double mean = Arrays.stream(power, i + 1 - window, i + 1).average().getAsDouble();
                    return smallestThatCovers(times, 0.99) > p99 && mean > watts;
                })
                .toArray();
    }
}
