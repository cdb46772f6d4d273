package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.StableSoftmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// The tolerance is 1e-12 absolute plus 1e-12 relative. Near 2000 a double has steps of
/// 2e-13, so that right solutions use up to a quarter of it there and a thousandth near
/// 0; single precision exceeds it 10 000 times, an overflow gives NaN.
class StableSoftmaxSuite {
    private static final Tolerance TOLERANCE = new Tolerance(1e-12, 1e-12);
    private static final double MINUS_INFINITY = Double.NEGATIVE_INFINITY;

    @Test
    @Points(15)
    @About("example")
    @Sample
    void three_entries_near_a_thousand(StableSoftmax candidate) {
        double[] z = {1000, 1001, 999};
        assertClose(new double[]{0.24472847105479764, 0.66524095577482183, 0.09003057317038046},
                candidate.softmax(z), TOLERANCE);
        assertClose(new double[]{-1.4076059644443804, -0.4076059644443804, -2.4076059644443804},
                candidate.logSoftmax(z), TOLERANCE);
        assertClose(1001.4076059644444, candidate.logSumExp(z), TOLERANCE);
    }

    @Test
    @Points(20)
    @About("large")
    void large_and_small_entries_stay_finite(StableSoftmax candidate, Draw draw) {
        // e : 1
        double[] small = {-1000, -1001};
        double second = 1 / (1 + Math.E);
        check(candidate, small, new double[]{1 - second, second}, -1000 + Math.log1p(Math.exp(-1)));
        double[] even = {2000, 2000, 2000, 2000};
        check(candidate, even, new double[]{0.25, 0.25, 0.25, 0.25}, 2000 + Math.log(4));
        double[] low = {-2000, -2000};
        check(candidate, low, new double[]{0.5, 0.5}, -2000 + Math.log(2));
        double[] apart = {2000, -2000};
        assertClose(new double[]{1, 0}, candidate.softmax(apart), TOLERANCE);
        assertClose(new double[]{0, -4000}, candidate.logSoftmax(apart), TOLERANCE);
        assertClose(2000.0, candidate.logSumExp(apart), TOLERANCE);
        // Only the last is large.
        double[] last = {-900, 3, 900};
        assertClose(new double[]{0, 0, 1}, candidate.softmax(last), TOLERANCE);
        assertClose(new double[]{-1800, -897, 0}, candidate.logSoftmax(last), TOLERANCE);
        assertClose(900.0, candidate.logSumExp(last), TOLERANCE);
        // Eighths are exact at either level.
        for (int round = 0; round < 4; round++) {
            int[] eighths = draw.integers(draw.integer(2, 9), -20, 20);
            double[] near = Arrays.stream(eighths).mapToDouble(each -> each / 8.0).toArray();
            int level = draw.integer(800, 1990) * (draw.coin() ? 1 : -1);
            double[] far = Arrays.stream(near).map(each -> each + level).toArray();
            double sum = Arrays.stream(near).map(Math::exp).sum();
            double[] expected = Arrays.stream(near).map(each -> Math.exp(each) / sum).toArray();
            check(candidate, far, expected, level + Math.log(sum));
        }
    }

    @Test
    @Points(15)
    @About("infinite")
    void minus_infinity_has_no_share(StableSoftmax candidate) {
        double[] z = {MINUS_INFINITY, 0.5, 2};
        assertClose(new double[]{0, 0.18242552380635635, 0.81757447619364365}, candidate.softmax(z),
                TOLERANCE);
        assertClose(new double[]{MINUS_INFINITY, -1.7014132779827524, -0.2014132779827524},
                candidate.logSoftmax(z), TOLERANCE);
        assertClose(2.2014132779827524, candidate.logSumExp(z), TOLERANCE);
        // Alone among masked entries, in any place, on any level
        for (double level : new double[]{0, 1500, -1500}) {
            for (int place = 0; place < 3; place++) {
                double[] masked = {MINUS_INFINITY, MINUS_INFINITY, MINUS_INFINITY};
                double[] zeros = {0, 0, 0};
                double[] logs = masked.clone();
                masked[place] = level;
                zeros[place] = 1;
                logs[place] = 0;
                assertClose(zeros, candidate.softmax(masked), TOLERANCE);
                assertClose(logs, candidate.logSoftmax(masked), TOLERANCE);
                assertClose(level, candidate.logSumExp(masked), TOLERANCE);
            }
        }
        double[] between = {-1800, MINUS_INFINITY, -1800, MINUS_INFINITY};
        assertClose(new double[]{0.5, 0, 0.5, 0}, candidate.softmax(between), TOLERANCE);
        assertClose(-1800 + Math.log(2), candidate.logSumExp(between), TOLERANCE);
    }

    @Test
    @Points(15)
    @About("properties")
    void a_constant_added_to_all_does_not_matter(StableSoftmax candidate, Draw draw) {
        for (int round = 0; round < 5; round++) {
            double[] z = draw.vector(draw.integer(2, 12), -5, 5);
            double sum = 0;
            for (double each : z) {
                sum += Math.exp(each);
            }
            double total = sum;
            double[] expected = Arrays.stream(z).map(each -> Math.exp(each) / total).toArray();
            double[] plain = candidate.softmax(z);
            check(candidate, z, expected, Math.log(sum));
            assertClose(1.0, Arrays.stream(plain).sum(), TOLERANCE);
            for (double p : plain) {
                assertHolds(p > 0 && p < 1, "a share is between 0 and 1, not %s", p);
            }
            // Whole constants below 64 cost the entries 1e-14 at most.
            int constant = draw.integer(-60, 60);
            int[] order = draw.permutation(z.length);
            double[] moved = Arrays.stream(order).mapToDouble(i -> z[i] + constant).toArray();
            double[] permuted = Arrays.stream(order).mapToDouble(i -> plain[i]).toArray();
            check(candidate, moved, permuted, constant + Math.log(sum));
        }
    }

    @Test
    @Points(10)
    @About("tiny")
    void the_logarithm_of_a_tiny_share_is_finite(StableSoftmax candidate) {
        double[] z = {0, -800};
        assertClose(new double[]{0, -800}, candidate.logSoftmax(z), TOLERANCE);
        assertClose(new double[]{1, 0}, candidate.softmax(z), TOLERANCE);
        assertClose(0.0, candidate.logSumExp(z), TOLERANCE);
        // e⁻³⁰, e⁻⁴⁰ and e⁻⁷⁴⁰, the last a subnormal number
        double[] steps = {-740, 0, -40, -30};
        double log = Math.log1p(Math.exp(-30) + Math.exp(-40));
        double[] logs = candidate.logSoftmax(steps);
        assertFinite(logs);
        assertClose(new double[]{-740 - log, -log, -40 - log, -30 - log}, logs, TOLERANCE);
        assertClose(new double[]{-4000, 0, -2000.5}, candidate.logSoftmax(new double[]{-2000, 2000, -0.5}),
                TOLERANCE);
        // A hundred entries, of which each has e⁻¹⁵⁰⁰ of the largest
        var many = new double[101];
        Arrays.fill(many, -1000);
        many[50] = 500;
        var expected = new double[101];
        Arrays.fill(expected, -1500);
        expected[50] = 0;
        assertClose(expected, candidate.logSoftmax(many), TOLERANCE);
    }

    @Test
    @Points(10)
    @About("purity")
    void one_entry_is_certain(StableSoftmax candidate, Draw draw) {
        for (double only : new double[]{0, 1, -3.5, 2000, -2000}) {
            double[] z = {only};
            assertClose(new double[]{1}, candidate.softmax(z), TOLERANCE);
            assertClose(new double[]{0}, candidate.logSoftmax(z), TOLERANCE);
            assertClose(only, candidate.logSumExp(z), TOLERANCE);
        }
        double[] z = draw.vector(6, -900, 900);
        double[] shares = candidate.softmax(z);
        double[] logs = candidate.logSoftmax(z);
        double log = candidate.logSumExp(z);
        candidate.softmax(new double[]{1, 2, 3, 4, 5, 6});
        candidate.logSoftmax(new double[]{1, 2, 3, 4, 5, 6});
        assertClose(shares, candidate.softmax(z), TOLERANCE);
        assertClose(logs, candidate.logSoftmax(z), TOLERANCE);
        assertClose(log, candidate.logSumExp(z), TOLERANCE);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_softmax(StableSoftmax candidate) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][] never = {null, {}, {nan}, {1, nan}, {nan, 1}, {infinity}, {1, infinity}, {infinity, 1},
                {infinity, infinity}, {MINUS_INFINITY}, {MINUS_INFINITY, MINUS_INFINITY},
                {MINUS_INFINITY, nan}, {nan, MINUS_INFINITY}, {MINUS_INFINITY, infinity}};
        for (double[] bad : never) {
            String what = Arrays.toString(bad);
            assertRejects("softmax of " + what, () -> candidate.softmax(bad));
            assertRejects("logSoftmax of " + what, () -> candidate.logSoftmax(bad));
            assertRejects("logSumExp of " + what, () -> candidate.logSumExp(bad));
        }
        assertClose(new double[]{0, 1}, candidate.softmax(new double[]{MINUS_INFINITY, -4}), TOLERANCE);
    }

    @Test
    @Points(5)
    @About("scale")
    void a_million_entries(StableSoftmax candidate, Draw draw) {
        candidate.softmax(new double[1000]);
        candidate.logSoftmax(new double[1000]);
        candidate.logSumExp(new double[1000]);
        // Half of them 1/4, a quarter 1/2, a quarter 1: half a million together, exactly
        int n = 1_000_000;
        double[] levels = {Math.log(0.25), Math.log(0.25), Math.log(0.5), 0};
        double[] weights = {0.25, 0.25, 0.5, 1};
        int[] order = draw.permutation(n);
        var z = new double[n];
        var shares = new double[n];
        var logs = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = levels[order[i] % 4];
            shares[i] = weights[order[i] % 4] / (n / 2);
            logs[i] = levels[order[i] % 4] - Math.log(n / 2);
        }
        assertClose(shares, candidate.softmax(z), TOLERANCE);
        assertClose(logs, candidate.logSoftmax(z), TOLERANCE);
        assertClose(Math.log(n / 2), candidate.logSumExp(z), TOLERANCE);
    }

    /// All three methods, for shares that are not too small for a double.
    private static void check(StableSoftmax candidate, double[] z, double[] shares, double logSum) {
        assertClose(shares, candidate.softmax(z), TOLERANCE);
        double[] logs = Arrays.stream(z).map(each -> each - logSum).toArray();
        assertClose(logs, candidate.logSoftmax(z), TOLERANCE);
        assertClose(logSum, candidate.logSumExp(z), TOLERANCE);
    }
}
