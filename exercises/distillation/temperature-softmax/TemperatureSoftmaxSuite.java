package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TemperatureSoftmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Probabilities and entropies have the default tolerance, 1e-9 absolute plus 1e-9
/// relative, of which right solutions use a thousandth, and single precision more than
/// ten times as much. Temperatures may be off by a relative 1e-6; targets are 1e-3 away
/// from the ends, where rounding of the entropy moves the temperature by 1e-12.
class TemperatureSoftmaxSuite {
    private static final double[] Z = {5, 2, 1, -1};
    private static final Tolerance STRICT = new Tolerance(1e-12, 0);
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-6);

    @Test
    @Points(20)
    @About("example")
    @Sample
    void probabilities_at_two_temperatures(TemperatureSoftmax candidate) {
        assertClose(new double[]{0.9340718459007985, 0.04650469885235993, 0.017108122625652384,
                0.0023153326211893675}, candidate.softmax(Z, 1));
        assertClose(new double[]{0.4846426077145077, 0.22892895791751788, 0.17829005169388362,
                0.10813838267409075}, candidate.softmax(Z, 4));
    }

    @Test
    @Points(20)
    @About("entropy")
    void entropy_in_nats(TemperatureSoftmax candidate, Draw draw) {
        assertClose(0.2900405036925332, candidate.entropy(Z, 1));
        assertClose(1.2365378951359602, candidate.entropy(Z, 4));
        assertClose(1.3860589222692967, candidate.entropy(Z, 100));
        // 3 : 1, also at other temperatures
        double quarter = Math.log(4) - 0.75 * Math.log(3);
        for (double temperature : new double[]{0.5, 1, 8}) {
            double[] odds = {temperature * Math.log(3), 0};
            assertClose(quarter, candidate.entropy(odds, temperature));
            assertClose(new double[]{0.75, 0.25}, candidate.softmax(odds, temperature));
        }
        assertClose(0.0, candidate.entropy(new double[]{42}, 3));
        assertClose(new double[]{1}, candidate.softmax(new double[]{42}, 3));
        for (int round = 0; round < 4; round++) {
            double[] z = draw.vector(draw.integer(2, 12), -4, 4);
            double temperature = draw.uniform(0.4, 6);
            assertClose(softmax(z, temperature), candidate.softmax(z, temperature));
            assertClose(entropy(z, temperature), candidate.entropy(z, temperature));
            // All the same when it is hot enough
            assertClose(Math.log(z.length), candidate.entropy(z, 1e6));
        }
        double[] large = draw.vector(100_000, -1, 1);
        assertClose(entropy(large, 0.7), candidate.entropy(large, 0.7));
        assertClose(softmax(large, 0.7), candidate.softmax(large, 0.7));
    }

    @Test
    @Points(10)
    @About("stability")
    void extreme_logits_stay_exact(TemperatureSoftmax candidate) {
        double[] high = {10_000, 10_000 - Math.log(3), -10_000};
        assertClose(new double[]{0.75, 0.25, 0}, candidate.softmax(high, 1));
        double quarter = Math.log(4) - 0.75 * Math.log(3);
        assertClose(quarter, candidate.entropy(high, 1));
        double[] low = {-10_000, -10_000, -10_000, -10_000};
        assertClose(new double[]{0.25, 0.25, 0.25, 0.25}, candidate.softmax(low, 1));
        assertClose(Math.log(4), candidate.entropy(low, 0.001));
        double[] apart = {10_000, -10_000};
        assertClose(new double[]{1, 0}, candidate.softmax(apart, 1));
        assertClose(0.0, candidate.entropy(apart, 1));
        assertClose(0.0, candidate.entropy(apart, 0.001));
        // 20 / ln 3 is the temperature of the odds 3 : 1 at a distance of 20.
        double[] far = {9_980, 10_000};
        assertClose(new double[]{0.25, 0.75}, candidate.softmax(far, 20 / Math.log(3)));
        assertClose(20 / Math.log(3), candidate.solveTemperature(far, quarter), RELATIVE);
        assertClose(20 / Math.log(3), candidate.solveTemperature(new double[]{-10_000, -9_980}, quarter),
                RELATIVE);
        // −ln p beyond the smallest double: p is 0, and 0 · ln 0 as well.
        assertFinite(candidate.entropy(new double[]{0, -744, -746, -800}, 1));
        assertClose(0.0, candidate.entropy(new double[]{0, -744, -746, -800}, 1));
    }

    @Test
    @Points(10)
    @About("cold")
    void a_low_temperature_leaves_one_class(TemperatureSoftmax candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            double[] z = draw.vector(draw.integer(2, 9), -10_000, 9_000);
            int best = draw.integer(0, z.length - 1);
            z[best] = Arrays.stream(z).max().getAsDouble() + draw.uniform(0.1, 900);
            var oneHot = new double[z.length];
            oneHot[best] = 1;
            assertClose(oneHot, candidate.softmax(z, 1e-3), STRICT);
            assertClose(0.0, candidate.entropy(z, 1e-3), STRICT);
        }
        assertClose(new double[]{0, 0, 1}, candidate.softmax(new double[]{0.1, -5, 0.2}, 1e-3), STRICT);
        // Two largest logits share it.
        assertClose(new double[]{0.5, 0, 0.5}, candidate.softmax(new double[]{4, 3, 4}, 1e-3), STRICT);
        assertClose(Math.log(2), candidate.entropy(new double[]{4, 3, 4}, 1e-3), STRICT);
    }

    @Test
    @Points(20)
    @About("solve")
    void the_temperature_of_a_given_entropy(TemperatureSoftmax candidate, Draw draw) {
        assertClose(2.3743248559533, candidate.solveTemperature(Z, 1), RELATIVE);
        assertClose(4.0, candidate.solveTemperature(Z, 1.2365378951359602), RELATIVE);
        // Two classes at a distance of d have the odds 3 : 1 at T = d / ln 3.
        double quarter = Math.log(4) - 0.75 * Math.log(3);
        for (double temperature : new double[]{0.0011, 0.03, 1, 17, 300, 990}) {
            double[] odds = {0, temperature * Math.log(3)};
            assertClose(temperature, candidate.solveTemperature(odds, quarter), RELATIVE);
            // Three logits, the last one much smaller where it is cold
            double[] third = {0, temperature * Math.log(3), -7};
            double target = entropy(third, temperature);
            assertClose(temperature, candidate.solveTemperature(third, target), RELATIVE);
        }
        // Two largest logits: no temperature has less than ln 2.
        double[] twins = {3, 1, 3};
        assertClose(2.0, candidate.solveTemperature(twins, entropy(twins, 2)), RELATIVE);
        for (int round = 0; round < 6; round++) {
            double[] z = draw.vector(draw.integer(2, 10), -4, 4);
            double target = draw.uniform(0.1, 0.9) * Math.log(z.length);
            double low = entropyShifted(z, 1e-3);
            if (target > low + 1e-3) {
                double temperature = candidate.solveTemperature(z, target);
                assertHolds(temperature >= 1e-3 && temperature <= 1e3, "temperature %s", temperature);
                double below = entropyShifted(z, temperature * (1 - 1e-6));
                double above = entropyShifted(z, temperature * (1 + 1e-6));
                assertHolds(below <= target + 1e-14 && above >= target - 1e-14,
                        "around T = %s the entropy is %s to %s, not %s", temperature, below, above, target);
            }
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void entropy_never_falls_when_it_gets_hotter(TemperatureSoftmax candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            double[] z = draw.vector(draw.integer(2, 10), -5, 5);
            double previous = 0;
            for (double temperature = 0.01; temperature < 2000; temperature *= draw.uniform(1.5, 4)) {
                double entropy = candidate.entropy(z, temperature);
                assertHolds(entropy >= previous - 1e-12, "%s at T = %s, %s when it was colder", entropy,
                        temperature, previous);
                assertHolds(entropy <= Math.log(z.length) + 1e-12, "%s is above ln %d", entropy, z.length);
                previous = entropy;
            }
            double temperature = draw.uniform(0.5, 5);
            double[] plain = candidate.softmax(z, temperature);
            assertClose(1.0, Arrays.stream(plain).sum());
            // A constant added to all logits, and another order
            double constant = draw.uniform(-50, 50);
            int[] order = draw.permutation(z.length);
            double[] moved = Arrays.stream(order).mapToDouble(i -> z[i] + constant).toArray();
            double[] expected = Arrays.stream(order).mapToDouble(i -> plain[i]).toArray();
            assertClose(expected, candidate.softmax(moved, temperature));
            assertClose(plain, candidate.softmax(z, temperature));
            double target = entropy(z, temperature);
            double solved = candidate.solveTemperature(z, target);
            assertClose(temperature, solved, RELATIVE);
            assertClose(solved, candidate.solveTemperature(z, target), RELATIVE);
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_temperature(TemperatureSoftmax candidate) {
        double infinity = Double.POSITIVE_INFINITY;
        double[][] broken = {null, {}, {Double.NaN, 1}, {1, Double.NaN}, {1, infinity}, {-infinity, 1}};
        for (double[] bad : broken) {
            String what = "z = " + Arrays.toString(bad);
            assertRejects(what, () -> candidate.softmax(bad, 1));
            assertRejects(what, () -> candidate.entropy(bad, 1));
            assertRejects(what, () -> candidate.solveTemperature(bad, 0.5));
        }
        for (double bad : new double[]{0, -0.5, Double.NaN, infinity, -infinity}) {
            assertRejects("T = " + bad, () -> candidate.softmax(Z, bad));
            assertRejects("T = " + bad, () -> candidate.entropy(Z, bad));
        }
        for (double bad : new double[]{0, -1, Math.log(4), 1.4, Double.NaN, infinity, -infinity}) {
            assertRejects("target = " + bad, () -> candidate.solveTemperature(Z, bad));
        }
        refusesEqualLogits(candidate);
        assertRejects("one logit", () -> candidate.solveTemperature(new double[]{2}, 0.5));
        // Possible, but not between 0.001 and 1000: the odds 3 : 1 at 0.0009 and at 1100.
        double quarter = Math.log(4) - 0.75 * Math.log(3);
        assertRejects("too cold",
                () -> candidate.solveTemperature(new double[]{0, 0.0009 * Math.log(3)}, quarter));
        assertRejects("too hot",
                () -> candidate.solveTemperature(new double[]{0, 1100 * Math.log(3)}, quarter));
        assertRejects("less than two largest logits have",
                () -> candidate.solveTemperature(new double[]{3, 3, 1}, 0.6));
        // A target that is only just above 0 is too cold as well.
        assertRejects("target = 1e-300", () -> candidate.solveTemperature(new double[]{0, 0.01}, 1e-300));
        assertClose(new double[]{1}, candidate.softmax(new double[]{-3}, 0.001));
    }

    private static void refusesEqualLogits(TemperatureSoftmax candidate) {
        assertRejects("equal logits", () -> candidate.solveTemperature(new double[]{2, 2, 2}, 1));
        assertRejects("equal logits, target ln 2",
                () -> candidate.solveTemperature(new double[]{2, 2}, Math.log(2)));
        // Rounding may leave the entropy of equal logits below ln K.
        for (int classes = 2; classes <= 12; classes++) {
            var equal = new double[classes];
            double own = candidate.entropy(equal, 1);
            assertRejects("equal logits and their entropy", () -> candidate.solveTemperature(equal, own));
        }
        assertRejects("all but equal logits", () -> candidate.solveTemperature(new double[]{0, 1e-300}, 0.5));
        // At 1000 their entropy rounds to ln 2, which is no target.
        assertRejects("close logits, target ln 2",
                () -> candidate.solveTemperature(new double[]{0, 1e-6}, Math.log(2)));
    }

    /// The definitions as they stand, without a guard: for moderate logits only.
    private static double[] softmax(double[] z, double temperature) {
        double sum = Arrays.stream(z).map(x -> Math.exp(x / temperature)).sum();
        return Arrays.stream(z).map(x -> Math.exp(x / temperature) / sum).toArray();
    }

    private static double entropy(double[] z, double temperature) {
        return -Arrays.stream(softmax(z, temperature)).map(p -> p == 0 ? 0 : p * Math.log(p)).sum();
    }

    /// The same for low temperatures: relative to the largest logit.
    private static double entropyShifted(double[] z, double temperature) {
        double max = Arrays.stream(z).max().getAsDouble();
        return entropy(Arrays.stream(z).map(x -> x - max).toArray(), temperature);
    }
}
