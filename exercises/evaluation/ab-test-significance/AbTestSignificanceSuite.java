package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.AbTestSignificance;
import exercise.AbTestSignificance.Result;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// The tolerance is 1e-6 absolute plus 1e-6 relative, as erfc and quantiles may be
/// approximated; right solutions are off by 1e-12. The t distribution is off by 1e-4 in
/// the worked example, a quantile of 1.96 by 1e-5 where the samples are few.
///   Sample sizes are exact. Before they are rounded up they are at most 100 000 and at
/// least 1e-3 away from a whole number, which a relative error of 1e-9 cannot cross.
class AbTestSignificanceSuite {
    private static final Tolerance MILLIONTH = new Tolerance(1e-6, 1e-6);

    @Test
    @Points(20)
    @About("example")
    @Sample
    void from_82_to_79_per_cent(AbTestSignificance candidate) {
        Result result = candidate.test(820, 1000, 790, 1000, 0.95);
        assertClose(-1.6931327528792397, result.z(), MILLIONTH);
        assertClose(0.0904302010635, result.p(), MILLIONTH);
    }

    @Test
    @Points(15)
    @About("interval")
    void the_interval_is_not_pooled(AbTestSignificance candidate, Draw draw) {
        Result example = candidate.test(820, 1000, 790, 1000, 0.95);
        assertClose(-0.0647029875, example.lo(), MILLIONTH);
        assertClose(0.0047029875, example.hi(), MILLIONTH);
        // 1 of 2 in both: a standard error of 1/2, and ends beyond ±1
        double[] quantiles = {1.6448536269514722, 1.9599639845400545, 2.5758293035489004, 0.6744897501960817};
        double[] levels = {0.9, 0.95, 0.99, 0.5};
        for (int i = 0; i < 4; i++) {
            Result wide = candidate.test(1, 2, 1, 2, levels[i]);
            assertClose(-quantiles[i] / 2, wide.lo(), MILLIONTH);
            assertClose(quantiles[i] / 2, wide.hi(), MILLIONTH);
        }
        // 10 of 100 against 9 of 10: √(0.0009 + 0.009)
        Result uneven = candidate.test(10, 100, 9, 10, 0.95);
        assertClose(0.8 - 1.9599639845400545 * Math.sqrt(0.0099), uneven.lo(), MILLIONTH);
        assertClose(0.8 + 1.9599639845400545 * Math.sqrt(0.0099), uneven.hi(), MILLIONTH);
        random(candidate, draw, 5);
    }

    @Test
    @Points(15)
    @About("significance")
    void the_sign_tells_which_one_is_better(AbTestSignificance candidate, Draw draw) {
        // 40 and 60 of 100: 0.2 / √(0.25 · 0.02)
        Result better = candidate.test(40, 100, 60, 100, 0.95);
        assertClose(2.8284271247461903, better.z(), MILLIONTH);
        assertClose(0.0046777349810, better.p(), MILLIONTH);
        assertHolds(better.lo() > 0, "a significant gain has an interval above 0, not from %s", better.lo());
        Result worse = candidate.test(60, 100, 40, 100, 0.95);
        assertClose(-2.8284271247461903, worse.z(), MILLIONTH);
        assertHolds(worse.hi() < 0, "a significant loss has an interval below 0, not up to %s", worse.hi());
        // 3 of 8 against 7 of 9: few samples, far from every approximation
        Result few = candidate.test(3, 8, 7, 9, 0.8);
        double z = (7 / 9.0 - 3 / 8.0) / Math.sqrt(10 / 17.0 * (7 / 17.0) * (1 / 8.0 + 1 / 9.0));
        assertClose(z, few.z(), MILLIONTH);
        assertClose(2 * (1 - phi(z)), few.p(), MILLIONTH);
        Result same = candidate.test(30, 100, 60, 200, 0.95);
        assertClose(0.0, same.z(), MILLIONTH);
        assertClose(1.0, same.p(), MILLIONTH);
        // Far in the tail: nothing is left of p.
        Result sure = candidate.test(1000, 100_000, 99_000, 100_000, 0.95);
        assertClose(0.98 / Math.sqrt(0.25 * 2e-5), sure.z(), MILLIONTH);
        assertClose(0.0, sure.p(), MILLIONTH);
        // Four billion samples: more than an int can count
        Result huge = candidate.test(1_000_000_000, 2_000_000_000, 1_000_040_000, 2_000_000_000, 0.95);
        assertClose(2e-5 / Math.sqrt(0.25 * 1e-9), huge.z(), MILLIONTH);
        assertClose(0.20590321073206832, huge.p(), MILLIONTH);
        random(candidate, draw, 5);
    }

    @Test
    @Points(20)
    @About("samples")
    void samples_for_each_arm(AbTestSignificance candidate, Draw draw) {
        assertExact(6039, candidate.samplesPerArm(0.82, 0.80, 0.05, 0.8));
        assertExact(6039, candidate.samplesPerArm(0.80, 0.82, 0.05, 0.8));
        // Power 1/2 has the quantile 0: 1.96² · 2 · 0.5 · 0.5 / 0.04² = 1200.4
        assertExact(1201, candidate.samplesPerArm(0.48, 0.52, 0.05, 0.5));
        // 2.5758² · 0.455 / 0.3² = 33.5 and 1.6449² · 0.455 / 0.3² = 13.7
        assertExact(34, candidate.samplesPerArm(0.5, 0.8, 0.01, 0.5));
        assertExact(14, candidate.samplesPerArm(0.5, 0.8, 0.1, 0.5));
        assertExact(3, candidate.samplesPerArm(0.001, 0.999, 0.05, 0.8));
        for (int round = 0; round < 12; round++) {
            double p1;
            double p2;
            double alpha;
            double power;
            double exact;
            do {
                p1 = draw.integer(5, 95) / 100.0;
                p2 = draw.integer(5, 95) / 100.0;
                alpha = draw.integer(1, 30) / 100.0;
                power = draw.integer(50, 99) / 100.0;
                exact = samples(p1, p2, alpha, power);
            } while (p1 == p2 || exact > 1e5 || Math.abs(exact - Math.rint(exact)) < 1e-3);
            assertExact((int) Math.ceil(exact), candidate.samplesPerArm(p1, p2, alpha, power));
        }
        // Close to what an int can hold: 2.0e9, where exactness would be asking too much
        double large = samples(0.5, 0.500044, 0.05, 0.8);
        double actual = candidate.samplesPerArm(0.5, 0.500044, 0.05, 0.8);
        assertHolds(Math.abs(actual - large) <= 1e-6 * large, "about %s samples, not %s", large, actual);
    }

    @Test
    @Points(10)
    @About("extremes")
    void no_success_or_nothing_but(AbTestSignificance candidate) {
        var nothing = new Result(0, 1, 0, 0);
        assertClose(nothing, candidate.test(0, 10, 0, 30, 0.95), MILLIONTH);
        assertClose(nothing, candidate.test(10, 10, 30, 30, 0.95), MILLIONTH);
        assertClose(nothing, candidate.test(0, 1, 0, 1, 0.5), MILLIONTH);
        assertClose(nothing, candidate.test(1, 1, 1, 1, 0.5), MILLIONTH);
        assertClose(nothing, candidate.test(2_000_000_000, 2_000_000_000, 2_000_000_000, 2_000_000_000, 0.9),
                MILLIONTH);
        // Nobody in one arm and everybody in the other: 1 / √(0.25 · 0.2)
        Result all = candidate.test(0, 10, 10, 10, 0.95);
        assertClose(new Result(4.47213595499958, 7.744216431e-6, 1, 1), all, new Tolerance(1e-9, 1e-6));
        Result none = candidate.test(1, 1, 0, 1, 0.95);
        assertClose(new Result(-1.4142135623730951, 0.15729920705028513, -1, -1), none, MILLIONTH);
        // A single success leaves one rate without variance.
        Result single = candidate.test(0, 4, 1, 4, 0.95);
        assertClose(1.0690449676496976, single.z(), MILLIONTH);
        assertClose(0.25 - 1.9599639845400545 * Math.sqrt(0.1875 / 4), single.lo(), MILLIONTH);
        Result missing = candidate.test(4, 4, 3, 4, 0.95);
        assertClose(-1.0690449676496976, missing.z(), MILLIONTH);
        assertClose(-0.25 + 1.9599639845400545 * Math.sqrt(0.1875 / 4), missing.hi(), MILLIONTH);
    }

    @Test
    @Points(10)
    @About("symmetry")
    void swapping_the_arms_turns_the_signs(AbTestSignificance candidate, Draw draw) {
        for (int round = 0; round < 5; round++) {
            int n1 = draw.integer(5, 400);
            int n2 = draw.integer(5, 400);
            int x1 = draw.integer(1, n1 - 1);
            int x2 = draw.integer(1, n2 - 1);
            double confidence = draw.uniform(0.5, 0.995);
            Result plain = candidate.test(x1, n1, x2, n2, confidence);
            assertClose(expected(x1, n1, x2, n2, confidence), plain, MILLIONTH);
            Result swapped = candidate.test(x2, n2, x1, n1, confidence);
            assertClose(new Result(-plain.z(), plain.p(), -plain.hi(), -plain.lo()), swapped, MILLIONTH);
            // Failures instead of successes
            Result failures = candidate.test(n1 - x1, n1, n2 - x2, n2, confidence);
            assertClose(new Result(-plain.z(), plain.p(), -plain.hi(), -plain.lo()), failures, MILLIONTH);
            Result wider = candidate.test(x1, n1, x2, n2, 0.999);
            assertHolds(wider.lo() < plain.lo() && wider.hi() > plain.hi(), "0.999 has no wider interval");
            assertClose(plain, candidate.test(x1, n1, x2, n2, confidence), MILLIONTH);
            double p1 = draw.integer(10, 45) / 100.0;
            double p2 = draw.integer(55, 90) / 100.0;
            int samples = candidate.samplesPerArm(p1, p2, 0.05, 0.9);
            assertExact(samples, candidate.samplesPerArm(p2, p1, 0.05, 0.9));
            assertExact(samples, candidate.samplesPerArm(p1, p2, 0.05, 0.9));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_rate(AbTestSignificance candidate) {
        for (int bad : new int[]{-1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("x1 = " + bad + " of 10", () -> candidate.test(bad, 10, 5, 20, 0.95));
            assertRejects("x2 = " + bad + " of 10", () -> candidate.test(5, 20, bad, 10, 0.95));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("n1 = " + bad, () -> candidate.test(0, bad, 5, 10, 0.95));
            assertRejects("n2 = " + bad, () -> candidate.test(5, 10, 0, bad, 0.95));
            assertRejects("n1 = x1 = " + bad, () -> candidate.test(bad, bad, 5, 10, 0.95));
            assertRejects("n2 = x2 = " + bad, () -> candidate.test(5, 10, bad, bad, 0.95));
        }
        double[] never = {0, 1, -0.5, 1.5, 95, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("confidence = " + bad, () -> candidate.test(5, 10, 6, 10, bad));
            assertRejects("confidence = " + bad, () -> candidate.test(0, 10, 0, 10, bad));
            assertRejects("p1 = " + bad, () -> candidate.samplesPerArm(bad, 0.8, 0.05, 0.8));
            assertRejects("p2 = " + bad, () -> candidate.samplesPerArm(0.8, bad, 0.05, 0.8));
            assertRejects("alpha = " + bad, () -> candidate.samplesPerArm(0.5, 0.8, bad, 0.8));
            assertRejects("power = " + bad, () -> candidate.samplesPerArm(0.5, 0.8, 0.05, bad));
        }
        for (double p : new double[]{0.5, 0.82, 1e-6}) {
            assertRejects("p1 = p2 = " + p, () -> candidate.samplesPerArm(p, p, 0.05, 0.8));
        }
        // 2.2e9 and 3.9e14 samples do not fit an int.
        assertRejects("p2 − p1 = 0.000042", () -> candidate.samplesPerArm(0.5, 0.500042, 0.05, 0.8));
        assertRejects("p2 − p1 = 1e-7", () -> candidate.samplesPerArm(0.5, 0.5000001, 0.05, 0.8));
        assertClose(new Result(0, 1, 0, 0), candidate.test(1, 1, 1, 1, 0.01), MILLIONTH);
    }

    private static void random(AbTestSignificance candidate, Draw draw, int rounds) {
        for (int round = 0; round < rounds; round++) {
            int n1 = draw.integer(2, 500);
            int n2 = draw.integer(2, 500);
            int x1 = draw.integer(1, n1);
            int x2 = draw.integer(0, n2 - 1);
            double confidence = draw.uniform(0.05, 0.999);
            assertClose(expected(x1, n1, x2, n2, confidence), candidate.test(x1, n1, x2, n2, confidence),
                    MILLIONTH);
        }
    }

    /// The definition, for a pooled rate that is neither 0 nor 1.
    private static Result expected(int x1, int n1, int x2, int n2, double confidence) {
        double first = (double) x1 / n1;
        double second = (double) x2 / n2;
        double pooled = (double) (x1 + x2) / (n1 + n2);
        double z = (second - first) / Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2));
        double half = quantile((1 + confidence) / 2)
                * Math.sqrt(first * (1 - first) / n1 + second * (1 - second) / n2);
        return new Result(z, 2 * (1 - phi(Math.abs(z))), second - first - half, second - first + half);
    }

    private static double samples(double p1, double p2, double alpha, double power) {
        double mean = (p1 + p2) / 2;
        double root = quantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
                + quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        return root * root / ((p1 - p2) * (p1 - p2));
    }

    /// The power series of the integral of the density, `φ(z) · (z + z³/3 + z⁵/15 + …)`;
    /// from 9 on the distribution function is 1 in double.
    private static double phi(double z) {
        if (Math.abs(z) > 9) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int k = 3; k < 400; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double quantile(double q) {
        double low = -9;
        double high = 9;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (phi(middle) < q) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
