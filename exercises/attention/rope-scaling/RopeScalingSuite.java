package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RopeScaling;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Numbers are compared with a relative tolerance of 1e-9, because the last
/// frequencies are small. Right solutions by power, logarithm or geometric sequence
/// stay below 0.01 % of it. Frequencies in single precision exceed it about 20 times,
/// and every wrong formula changes the first digits.
class RopeScalingSuite {
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);

    @Test
    @Points(10)
    @About("linear")
    @Sample
    void worked_example(RopeScaling candidate) {
        assertNear(new double[]{250, 25, 2.5, 0.25}, candidate.linearAngles(1000, 8, 10_000, 4));
    }

    @Test
    @Points(10)
    @About("frequencies")
    void frequencies_fall_geometrically(RopeScaling candidate, Draw draw) {
        assertNear(new double[]{1, 0.1, 0.01, 0.001}, candidate.invFreq(8, 10_000));
        assertNear(new double[]{1, 1 / 3.0, 1 / 9.0, 1 / 27.0}, candidate.invFreq(8, 81));
        assertNear(new double[]{1, 0.5, 0.25}, candidate.invFreq(6, 8));
        assertNear(new double[]{1, 0.25}, candidate.invFreq(4, 16));
        for (int round = 0; round < 3; round++) {
            int d = 2 * draw.integer(2, 64);
            double base = draw.uniform(1.5, 1_000_000);
            assertNear(frequencies(d, base), candidate.invFreq(d, base));
        }
    }

    @Test
    @Points(15)
    @About("linear")
    void no_angle_exceeds_what_was_trained(RopeScaling candidate, Draw draw) {
        assertNear(new double[]{4, 2, 1}, candidate.linearAngles(10, 6, 8, 2.5));
        // The second half of position 3.5 exists for the angles.
        assertNear(new double[]{3.5, 0.875}, candidate.linearAngles(7, 4, 16, 2));
        assertNear(new double[]{0, 0}, candidate.linearAngles(0, 4, 16, 8));
        for (int round = 0; round < 4; round++) {
            int d = 2 * draw.integer(2, 40);
            double base = draw.uniform(100, 50_000);
            int trained = draw.integer(512, 8192);
            int scale = draw.integer(2, 16);
            double[] last = candidate.linearAngles(trained * scale, d, base, scale);
            assertNear(times(trained, frequencies(d, base)), last);
            assertNear(candidate.linearAngles(trained, d, base, 1), last);
            double any = draw.uniform(1, 20);
            int pos = draw.integer(1, 100_000);
            assertNear(times(pos / any, frequencies(d, base)), candidate.linearAngles(pos, d, base, any));
        }
    }

    @Test
    @Points(20)
    @About("ntk")
    void the_last_frequency_shrinks_by_the_scale(RopeScaling candidate, Draw draw) {
        assertNear(63496.04207872797, candidate.ntkBase(10_000, 8, 4));
        // Exponents 2, 3/2 and 5/4.
        assertNear(900, candidate.ntkBase(100, 4, 3));
        assertNear(80, candidate.ntkBase(10, 6, 4));
        assertNear(224, candidate.ntkBase(7, 10, 16));
        for (int round = 0; round < 4; round++) {
            int d = 2 * draw.integer(2, 64);
            double base = draw.uniform(2, 500_000);
            double scale = draw.uniform(1, 32);
            double raised = candidate.ntkBase(base, d, scale);
            double last = -(d - 2.0) / d;
            // Whatever the exponent is, this is what it is for.
            assertNear(Math.pow(base, last) / scale, Math.pow(raised, last));
            double[] before = candidate.invFreq(d, base);
            double[] after = candidate.invFreq(d, raised);
            assertNear(frequencies(d, base), before);
            assertNear(frequencies(d, raised), after);
            assertNear(before[0], after[0]);
            assertNear(before[d / 2 - 1] / scale, after[d / 2 - 1]);
        }
    }

    @Test
    @Points(15)
    @About("dynamic")
    void the_base_grows_with_the_sequence(RopeScaling candidate, Draw draw) {
        assertNear(85498.79733383484, candidate.dynamicNtkBase(10_000, 8, 4, 8192, 16_384));
        // d = 4 squares: 2 · 1.5 - 1 = 2, 2 · 2 - 1 = 3, 1.5 · 2 - 0.5 = 2.5; d = 6 has the exponent 3/2.
        assertNear(400, candidate.dynamicNtkBase(100, 4, 2, 1000, 1500));
        assertNear(900, candidate.dynamicNtkBase(100, 4, 2, 1000, 2000));
        assertNear(625, candidate.dynamicNtkBase(100, 4, 1.5, 1000, 2000));
        assertNear(800, candidate.dynamicNtkBase(100, 6, 3, 10, 20));
        assertNear(100, candidate.dynamicNtkBase(100, 4, 2, 1000, 1000));
        assertNear(100, candidate.dynamicNtkBase(100, 4, 2, 1000, 999));
        assertNear(100, candidate.dynamicNtkBase(100, 4, 2, 1000, 1));
        assertNear(100 * 1.002 * 1.002, candidate.dynamicNtkBase(100, 4, 2, 1000, 1001));
        // Twice two billion are no int.
        assertNear(100 * 3_999_999.0 * 3_999_999.0,
                candidate.dynamicNtkBase(100, 4, 2, 1000, 2_000_000_000));
        for (int round = 0; round < 4; round++) {
            int d = 2 * draw.integer(2, 64);
            double base = draw.uniform(2, 500_000);
            double factor = draw.uniform(1, 8);
            int trained = draw.integer(100, 8192);
            int longer = trained + draw.integer(1, 30_000);
            double scale = factor * longer / trained - factor + 1;
            double raised = candidate.dynamicNtkBase(base, d, factor, trained, longer);
            double last = -(d - 2.0) / d;
            assertNear(Math.pow(base, last) / scale, Math.pow(raised, last));
            assertNear(base, candidate.dynamicNtkBase(base, d, factor, trained, draw.integer(1, trained)));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void a_scale_of_one_changes_nothing(RopeScaling candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int d = 2 * draw.integer(2, 40);
            double base = draw.uniform(2, 50_000);
            int pos = draw.integer(1, 40_000);
            double[] plain = candidate.invFreq(d, base);
            assertNear(frequencies(d, base), plain);
            assertNear(times(pos, plain), candidate.linearAngles(pos, d, base, 1));
            assertNear(base, candidate.ntkBase(base, d, 1));
            assertNear(base, candidate.dynamicNtkBase(base, d, 1, pos, pos));
            // Dynamic scaling by the factor 1 is NTK-aware scaling by the ratio of the lengths.
            assertNear(candidate.ntkBase(base, d, 3), candidate.dynamicNtkBase(base, d, 1, pos, 3 * pos));
            assertNear(plain, candidate.invFreq(d, base));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void frequencies_between_shrink_by_less(RopeScaling candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int d = 2 * draw.integer(3, 40);
            double base = draw.uniform(100, 50_000);
            double scale = draw.uniform(1.5, 16);
            double[] before = candidate.invFreq(d, base);
            double[] after = candidate.invFreq(d, candidate.ntkBase(base, d, scale));
            assertNear(frequencies(d, base), before);
            assertHolds(after != null && after.length == d / 2, "%s frequencies for d = %s", d / 2, d);
            for (int i = 1; i < d / 2 - 1; i++) {
                double ratio = after[i] / before[i];
                assertHolds(ratio < 1 && ratio > 1 / scale, "frequency %s shrinks to %s of itself", i, ratio);
                assertNear(Math.pow(scale, -2.0 * i / (d - 2)), ratio);
            }
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_scaled(RopeScaling candidate) {
        for (int bad : new int[]{5, 7, 3, 2, 1, 0, -4, -3}) {
            assertRejects("d = " + bad, () -> candidate.invFreq(bad, 10_000));
            assertRejects("d = " + bad, () -> candidate.linearAngles(3, bad, 10_000, 2));
            assertRejects("d = " + bad, () -> candidate.ntkBase(10_000, bad, 2));
            assertRejects("d = " + bad, () -> candidate.dynamicNtkBase(10_000, bad, 2, 100, 200));
        }
        double[] never = {0.999, 0, -2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            refusesBase(candidate, bad);
            assertRejects("scale = " + bad, () -> candidate.linearAngles(3, 8, 10_000, bad));
            assertRejects("scale = " + bad, () -> candidate.ntkBase(10_000, 8, bad));
            assertRejects("factor = " + bad, () -> candidate.dynamicNtkBase(10_000, 8, bad, 100, 200));
        }
        refusesBase(candidate, 1);
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("trainLen = " + bad, () -> candidate.dynamicNtkBase(10_000, 8, 2, bad, 200));
            assertRejects("seqLen = " + bad, () -> candidate.dynamicNtkBase(10_000, 8, 2, 100, bad));
        }
        assertRejects("pos = -1", () -> candidate.linearAngles(-1, 8, 10_000, 2));
        // The smallest of everything.
        assertNear(1.21, candidate.dynamicNtkBase(1.21, 4, 1, 1, 1));
        assertNear(new double[]{0, 0}, candidate.linearAngles(0, 4, 1.21, 1));
        assertNear(new double[]{1, 1 / 1.1}, candidate.invFreq(4, 1.21));
    }

    private static void refusesBase(RopeScaling candidate, double bad) {
        assertRejects("base = " + bad, () -> candidate.invFreq(8, bad));
        assertRejects("base = " + bad, () -> candidate.linearAngles(3, 8, bad, 2));
        assertRejects("base = " + bad, () -> candidate.ntkBase(bad, 8, 2));
        assertRejects("base = " + bad, () -> candidate.dynamicNtkBase(bad, 8, 2, 100, 200));
    }

    private static void assertNear(double[] expected, double[] actual) {
        assertClose(expected, actual, RELATIVE);
    }

    private static void assertNear(double expected, double actual) {
        assertClose(expected, actual, RELATIVE);
    }

    private static double[] frequencies(int d, double base) {
        var frequencies = new double[d / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1 / Math.exp(2 * i * Math.log(base) / d);
        }
        return frequencies;
    }

    private static double[] times(double factor, double[] vector) {
        var product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = factor * vector[i];
        }
        return product;
    }
}
