package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.LrWarmupSchedule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that rearrange the formulas stay below 0.001 % of it.
/// Rates near 0.001 would forgive single precision, so the drawn ones are above 1,
/// where it exceeds the tolerance 10 times. The products that are rounded up lie at
/// least 1e-6 above a whole number, or within 5e-10 of it by intention.
class LrWarmupScheduleSuite {
    private static final String[] KINDS = {"linear", "cosine", "constant"};

    @Test
    @Points(20)
    @About("linear")
    @Sample
    void linear_decay(LrWarmupSchedule candidate) {
        double[] expected = {0, 0.00025, 0.0005, 0.00075, 0.001, 0.0008333333333333334,
                0.0006666666666666666, 0.0005, 0.0003333333333333333, 0.00016666666666666666};
        assertClose(expected, candidate.schedule(1e-3, 10, 4, "linear"));
        assertClose(new double[]{0, 1, 2, 3, 2, 1}, candidate.schedule(3, 6, 3, "linear"));
        // Thirds and sevenths, of which a whole-number division would leave nothing.
        assertClose(
                new double[]{0, 2, 4, 6, 36.0 / 7, 30.0 / 7, 24.0 / 7, 18.0 / 7, 12.0 / 7, 6.0 / 7},
                candidate.schedule(6, 10, 3, "linear"));
    }

    @Test
    @Points(15)
    @About("cosine")
    void cosine_decay(LrWarmupSchedule candidate) {
        double[] example = {0, 0.00025, 0.0005, 0.00075, 0.001, 0.0009330127018922193, 0.00075, 0.0005,
                0.00025, 6.698729810778065e-05};
        assertClose(example, candidate.schedule(1e-3, 10, 4, "cosine"));
        // Quarters of half a turn: cosines 1, √½, 0, -√½.
        double root = Math.sqrt(0.5);
        assertClose(new double[]{0, 4, 8, 4 + 4 * root, 4, 4 - 4 * root},
                candidate.schedule(8, 6, 2, "cosine"));
        assertClose(new double[]{0, 5, 2.5}, candidate.schedule(5, 3, 1, "cosine"));
    }

    @Test
    @Points(5)
    @About("cosine")
    void a_long_cosine(LrWarmupSchedule candidate, Draw draw) {
        int total = 100_000;
        int warmup = draw.integer(3000, 5000);
        double base = draw.uniform(2, 5);
        var expected = new double[total];
        for (int t = 0; t < total; t++) {
            double half = Math.PI * (t - warmup) / (total - warmup) / 2;
            expected[t] = t < warmup ? base * t / warmup : base * Math.cos(half) * Math.cos(half);
        }
        assertClose(expected, candidate.schedule(base, total, warmup, "cosine"));
    }

    @Test
    @Points(10)
    @About("constant")
    void no_decay(LrWarmupSchedule candidate, Draw draw) {
        assertClose(new double[]{0, 0.5, 1, 1.5, 2, 2, 2}, candidate.schedule(2, 7, 4, "constant"));
        int total = draw.integer(20, 60);
        int warmup = draw.integer(2, 15);
        double base = draw.uniform(1, 9);
        var expected = new double[total];
        Arrays.setAll(expected, t -> base * Math.min(1, (double) t / warmup));
        assertClose(expected, candidate.schedule(base, total, warmup, "constant"));
        assertClose(expected, candidate.schedule(base, total, warmup, "constant"));
    }

    @Test
    @Points(15)
    @About("edges")
    void no_warmup_and_nothing_but_warmup(LrWarmupSchedule candidate) {
        assertClose(new double[]{4, 3, 2, 1}, candidate.schedule(4, 4, 0, "linear"));
        assertClose(new double[]{4, 2}, candidate.schedule(4, 2, 0, "cosine"));
        assertClose(new double[]{4, 4, 4}, candidate.schedule(4, 3, 0, "constant"));
        for (String kind : KINDS) {
            assertClose(new double[]{7}, candidate.schedule(7, 1, 0, kind));
            assertClose(new double[]{0}, candidate.schedule(7, 1, 1, kind));
            assertClose(new double[]{0, 7}, candidate.schedule(7, 2, 1, kind));
            assertClose(new double[]{0, 1, 2, 3, 4}, candidate.schedule(5, 5, 5, kind));
        }
    }

    @Test
    @Points(15)
    @About("steps")
    void warmup_steps_are_rounded_up(LrWarmupSchedule candidate, Draw draw) {
        // The double product 0.07 · 100 is 7.000000000000001, and yet 7 steps are meant.
        assertExact(7, candidate.warmupSteps(100, 0.07));
        assertExact(3, candidate.warmupSteps(10, 0.25));
        assertExact(400, candidate.warmupSteps(10_000, 0.04));
        assertExact(29, candidate.warmupSteps(100, 0.29));
        assertExact(1, candidate.warmupSteps(3, 0.01));
        assertExact(0, candidate.warmupSteps(1000, 0));
        assertExact(0, candidate.warmupSteps(1, 0));
        assertExact(1, candidate.warmupSteps(1, 1));
        assertExact(1, candidate.warmupSteps(1, 0.5));
        assertExact(0, candidate.warmupSteps(1, 1e-9));
        assertExact(Integer.MAX_VALUE, candidate.warmupSteps(Integer.MAX_VALUE, 1));
        assertExact(1_500_000_001, candidate.warmupSteps(2_000_000_000, 0.75 + 0x1p-32));
        // A millionth more is a step more, half of the slack is not.
        assertExact(6, candidate.warmupSteps(1000, 0.005 + 1e-9));
        assertExact(5, candidate.warmupSteps(1000, 0.005 + 5e-13));
        for (int percent = 1; percent <= 99; percent++) {
            int hundreds = draw.integer(1, 90);
            assertExact(percent * hundreds, candidate.warmupSteps(100 * hundreds, percent / 100.0));
        }
        for (int round = 0; round < 20; round++) {
            int total = draw.integer(50, 4000);
            int whole = draw.integer(0, total - 1);
            double ratio = (whole + draw.uniform(0.01, 0.99)) / total;
            assertExact(whole + 1, candidate.warmupSteps(total, ratio));
        }
    }

    @Test
    @Points(10)
    @About("peak")
    void the_rate_rises_to_its_peak_and_falls(LrWarmupSchedule candidate, Draw draw) {
        for (String kind : KINDS) {
            int total = draw.integer(20, 200);
            int warmup = draw.integer(1, total - 2);
            double base = draw.uniform(1, 5);
            double[] rates = candidate.schedule(base, total, warmup, kind);
            assertExact(total, rates.length);
            assertClose(0.0, rates[0]);
            assertClose(base, rates[warmup]);
            assertHolds(rates[total - 1] > 0, "the last rate is %s", rates[total - 1]);
            for (int t = 1; t < total; t++) {
                double change = rates[t] - rates[t - 1];
                boolean falls = kind.equals("constant") ? Math.abs(change) <= 1e-9 : change < 0;
                assertHolds(t <= warmup ? change > 0 : falls,
                        "%s, warm-up %s: rate %s is %s after %s", kind, warmup, t, rates[t], rates[t - 1]);
            }
            // Twice the peak is twice every rate, and twice as many steps meet every old one.
            double[] doubled = candidate.schedule(2 * base, 2 * total, 2 * warmup, kind);
            double[] expected = Arrays.stream(rates).map(rate -> 2 * rate).toArray();
            var met = new double[total];
            Arrays.setAll(met, t -> doubled[2 * t]);
            assertClose(expected, met);
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_schedule(LrWarmupSchedule candidate) {
        double[] never = {0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (String kind : KINDS) {
            for (double bad : never) {
                assertRejects("base = " + bad, () -> candidate.schedule(bad, 10, 4, kind));
            }
            assertRejects("total = 0", () -> candidate.schedule(1, 0, 0, kind));
            assertRejects("total = -1", () -> candidate.schedule(1, -1, 0, kind));
            assertRejects("total = -1, warmup = -1", () -> candidate.schedule(1, -1, -1, kind));
            assertRejects("warmup = -1", () -> candidate.schedule(1, 10, -1, kind));
            assertRejects("warmup = total + 1", () -> candidate.schedule(1, 10, 11, kind));
        }
        for (String bad : new String[]{null, "", "Linear", "COSINE", " constant", "polynomial", "lin"}) {
            assertRejects("kind = " + bad, () -> candidate.schedule(1, 10, 4, bad));
            // Also where every step belongs to the warm-up.
            assertRejects("kind = " + bad + " that is not used", () -> candidate.schedule(1, 4, 4, bad));
        }
        assertClose(new double[]{Double.MIN_NORMAL}, candidate.schedule(Double.MIN_NORMAL, 1, 0, "linear"));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_share(LrWarmupSchedule candidate) {
        assertRejects("total = 0", () -> candidate.warmupSteps(0, 0.5));
        assertRejects("total = -100", () -> candidate.warmupSteps(-100, 0.5));
        double[] never = {-1e-12, -0.5, Math.nextUp(1.0), 7, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("ratio = " + bad, () -> candidate.warmupSteps(100, bad));
        }
        assertExact(100, candidate.warmupSteps(100, 1));
        assertExact(0, candidate.warmupSteps(100, 0));
    }
}
