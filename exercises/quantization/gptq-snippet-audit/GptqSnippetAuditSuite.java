package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.GptqSnippetAudit;
import exercise.GptqSnippetAudit.Audit;
import exercise.GptqSnippetAudit.Seed;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes and counts are exact, all else has the default tolerance, 1e-9 absolute plus
/// 1e-9 relative; other orders of summation and errors from remainders stay below 1e-4
/// of it. Random data keeps every quotient that is rounded 1e-6 away from a half.
class GptqSnippetAuditSuite {
    private static final double[][] POSITIVE = {{8, 9, 10, 11, 12, 13, 14, 15}};
    private static final double[][] OUTLIER = {{-6.5, 7, 7, 7, 7, 7, 7, 6}};
    private static final double[][] BALANCED = {{-7, -5, -3, -1, 1, 3, 5, 6}};

    @Test
    @Points(25)
    @About("codes")
    @Sample
    void what_the_snippet_stores(GptqSnippetAudit candidate) {
        assertClose(seed(15.0 / 7, 11.5, -2, -1, -1, 0, 0, 1, 1, 2), candidate.seedQuantize(POSITIVE, 8));
        assertClose(seed(1, 5.1875, -8, 2, 2, 2, 2, 2, 2, 1), candidate.seedQuantize(OUTLIER, 8));
        assertClose(seed(1, -0.125, -7, -5, -3, -1, 1, 3, 5, 6), candidate.seedQuantize(BALANCED, 8));
        // Scale 1 and mean 0; halves go to even.
        double[][] halves = {{7, -7, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5}};
        assertClose(seed(1, 0, 7, -7, 0, 0, 2, -2, 2, -2), candidate.seedQuantize(halves, 8));
        // Both ends of the clip: -12 to -8 above, 8 to 7 here.
        assertClose(seed(1, -1, 7, -6, -2, 0), candidate.seedQuantize(new double[][]{{7, -7, -3, -1}}, 4));
        assertClose(seed(3.0 / 7, 3, 0), candidate.seedQuantize(new double[][]{{3}}, 1));
    }

    @Test
    @Points(20)
    @About("positive")
    @Sample
    void a_group_above_zero_uses_few_codes(GptqSnippetAudit candidate) {
        assertClose(new Audit(0, 5, 0.35204081632653061, 0.7857142857142857, 0, 0),
                candidate.audit(POSITIVE, 8));
        double[][] negative = {{-8, -9, -10, -11}, {-12, -13, -14, -15}};
        assertClose(new Audit(0, 5, 0.35204081632653061, 0.7857142857142857, 0, 0),
                candidate.audit(negative, 8));
        // Different codes over both groups: -2 … 2 and 0.
        double[][] two = {{8, 9, 10, 11, 12, 13, 14, 15}, {3, 3, 3, 3, 3, 3, 3, 3}};
        assertClose(new Audit(0, 5, 0.17602040816326531, 0.7857142857142857, 0, 0), candidate.audit(two, 8));
    }

    @Test
    @Points(20)
    @About("outlier")
    void an_outlier_of_the_opposite_sign_saturates(GptqSnippetAudit candidate, Draw draw) {
        Audit down = new Audit(1, 3, 1.73046875, 3.6875, 0.04625, 0.3);
        assertClose(down, candidate.audit(OUTLIER, 8));
        double[][] up = {{6.5, -7, -7, -7}, {-7, -7, -7, -6}};
        // The same with the signs turned, but the limit is 7 here and not 8.
        assertClose(new Audit(1, 3, 2.77734375, 4.6875, 0.04625, 0.3),
                candidate.audit(up, 8));
        // Two of them: 11.2 steps below the mean, and all others 2.8 above it.
        assertClose(new Audit(2, 2, 2.08, 3.2, 49 / 225.0, 7.0 / 15),
                candidate.audit(new double[][]{{-7, 7, 7, 7, 7}, {7, 7, 7, 7, -7}}, 10));
        // -8 is reached, but not by the clip.
        assertClose(new Audit(0, 4, 0, 0, 0.12, 7.0 / 15),
                candidate.audit(new double[][]{{-7, 7, 3, 1}}, 4));
        for (int round = 0; round < 10; round++) {
            int rows = draw.integer(1, 5);
            int columns = draw.integer(1, 6);
            int group = draw.coin() ? columns : rows;
            double[][] w = fair(draw, rows, columns, group);
            assertClose(expectedSeed(w, group), candidate.seedQuantize(w, group));
            Audit audit = candidate.audit(w, group);
            assertClose(expectedAudit(w, group), audit);
            assertClose(audit, candidate.audit(w, group));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("balanced")
    void without_a_mean_nothing_saturates(GptqSnippetAudit candidate, Draw draw) {
        assertClose(new Audit(0, 8, 0.015625, 0.125, 1 / 18.0, 0.4), candidate.audit(BALANCED, 8));
        for (int round = 0; round < 5; round++) {
            double[] half = draw.vector(draw.integer(1, 8), 0.1, 5);
            var w = new double[1][2 * half.length];
            for (int i = 0; i < half.length; i++) {
                w[0][2 * i] = half[i];
                w[0][2 * i + 1] = -half[i];
            }
            double scale = Arrays.stream(half).max().getAsDouble() / 7;
            Audit audit = candidate.audit(w, 2 * half.length);
            assertHolds(audit.saturated() == 0, "%s codes saturate", audit.saturated());
            assertHolds(audit.seedMaxErr() <= scale / 2 + 1e-12, "off by %s, scale %s", audit.seedMaxErr(),
                    scale);
        }
    }

    @Test
    @Points(10)
    @About("zeros")
    void zeros_and_constants_are_exact(GptqSnippetAudit candidate) {
        assertClose(seed(1, 0, 0, 0, 0), candidate.seedQuantize(new double[][]{{0, -0.0, 0}}, 3));
        assertClose(new Audit(0, 1, 0, 0, 0, 0), candidate.audit(new double[][]{{0, -0.0, 0}}, 3));
        // A group of zeros beside one that is not.
        double[][] w = {{0, 0, 7, -7}};
        assertClose(new Seed(new int[][]{{0, 0}, {7, -7}}, new double[]{1, 1}, new double[2]),
                candidate.seedQuantize(w, 2));
        assertClose(new Audit(0, 3, 0, 0, 0.10888888888888889, 7.0 / 15), candidate.audit(w, 2));
        assertClose(new Audit(0, 1, 0, 0, 0, 0),
                candidate.audit(new double[][]{{-2.5, -2.5}, {-2.5, -2.5}}, 4));
        assertClose(new Audit(0, 1, 0, 0, 0, 0), candidate.audit(new double[][]{{1e-300}}, 1));
    }

    @Test
    @Points(10)
    @About("validation")
    void groups_reach_across_rows_and_must_fit(GptqSnippetAudit candidate) {
        // Groups 14, 7 | 0, 0 | -7, 7.
        double[][] w = {{14, 7, 0}, {0, -7, 7}};
        assertClose(new Seed(new int[][]{{2, -2}, {0, 0}, {-7, 7}}, new double[]{2, 1, 1},
                new double[]{10.5, 0, 0}),
                candidate.seedQuantize(w, 2));
        assertClose(new Seed(new int[][]{{4, 0, -4}, {0, -7, 7}}, new double[]{2, 1}, new double[]{7, 0}),
                candidate.seedQuantize(w, 3));
        assertClose(new Audit(0, 5, 1 / 12.0, 0.5, 0.10888888888888889, 7.0 / 15), candidate.audit(w, 2));
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{}}, {{1, 2}, {3}},
                {{1}, {2, 3}},
                {{1, 2, 3}, {4}}, {{Double.NaN, 2}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{Double.NEGATIVE_INFINITY, 2}}};
        for (double[][] bad : broken) {
            String what = "w = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.seedQuantize(bad, 1));
            assertRejects(what, () -> candidate.audit(bad, 1));
        }
        for (int bad : new int[]{0, -1, -2, -6, 4, 5, 7, 12, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("group = " + bad, () -> candidate.seedQuantize(w, bad));
            assertRejects("group = " + bad, () -> candidate.audit(w, bad));
        }
    }

    @Test
    @Points(5)
    @About("scale")
    void one_group_of_many_weights(GptqSnippetAudit candidate, Draw draw) {
        candidate.audit(draw.matrix(8, 64, -1, 1), 128);
        // 400 rows of which 4 differ, in one group: the expected value then costs little.
        double[][] few = fair(draw, 4, 1000, 4000);
        var w = new double[400][];
        Arrays.setAll(w, i -> few[i % 4].clone());
        Audit part = expectedAudit(few, 4000);
        assertClose(
                new Audit(100 * part.saturated(), part.usedCodes(), part.seedMse(), part.seedMaxErr(),
                        part.rtnMse(),
                        part.rtnMaxErr()),
                candidate.audit(w, 400_000));
    }

    /// Of one group.
    private static Seed seed(double scale, double zero, int... codes) {
        return new Seed(new int[][]{codes}, new double[]{scale}, new double[]{zero});
    }

    private static double[] group(double[][] w, int group, int g) {
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).skip((long) g * group).limit(group).toArray();
    }

    private static Seed expectedSeed(double[][] w, int group) {
        int groups = w.length * w[0].length / group;
        var seed = new Seed(new int[groups][], new double[groups], new double[groups]);
        for (int g = 0; g < groups; g++) {
            double[] weights = group(w, group, g);
            double scale = Arrays.stream(weights).map(Math::abs).max().getAsDouble() / 7;
            double mean = Arrays.stream(weights).sum() / group;
            seed.scale()[g] = scale;
            seed.zero()[g] = mean;
            seed.q()[g] = Arrays.stream(weights)
                    .mapToInt(weight -> (int) Math.clamp(Math.rint((weight - mean) / scale), -8, 7))
                            .toArray();
        }
        return seed;
    }

    /// For groups that are not all 0.
    private static Audit expectedAudit(double[][] w, int group) {
        Seed seed = expectedSeed(w, group);
        int saturated = 0;
        var used = new TreeSet<Integer>();
        double[] seedErrors = {0, 0};
        double[] rtnErrors = {0, 0};
        for (int g = 0; g < seed.q().length; g++) {
            double[] weights = group(w, group, g);
            double lo = Math.min(0, Arrays.stream(weights).min().getAsDouble());
            double step = (Math.max(0, Arrays.stream(weights).max().getAsDouble()) - lo) / 15;
            double zero = -Math.rint(lo / step);
            for (int i = 0; i < group; i++) {
                double shift = weights[i] - seed.zero()[g];
                used.add(seed.q()[g][i]);
                saturated += Math.abs(shift / seed.scale()[g] + 0.5) > 8 ? 1 : 0;
                add(seedErrors, shift - seed.q()[g][i] * seed.scale()[g]);
                double code = Math.clamp(Math.rint(weights[i] / step) + zero, 0, 15);
                add(rtnErrors, weights[i] - (code - zero) * step);
            }
        }
        int entries = w.length * w[0].length;
        return new Audit(saturated, used.size(), seedErrors[0] / entries, seedErrors[1],
                rtnErrors[0] / entries,
                rtnErrors[1]);
    }

    private static void add(double[] sumAndMax, double error) {
        sumAndMax[0] += error * error;
        sumAndMax[1] = Math.max(sumAndMax[1], Math.abs(error));
    }

    /// With an outlier below, and often all else above 0, so that some codes saturate.
    private static double[][] fair(Draw draw, int rows, int columns, int group) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, draw.coin() ? 0.3 : -1, 1);
            w[0][0] = draw.uniform(-1, -0.8);
            Seed seed = expectedSeed(w, group);
            boolean fair = true;
            for (int g = 0; g < seed.q().length; g++) {
                double[] weights = group(w, group, g);
                double lo = Math.min(0, Arrays.stream(weights).min().getAsDouble());
                double step = (Math.max(0, Arrays.stream(weights).max().getAsDouble()) - lo) / 15;
                fair &= clear(lo / step);
                for (double weight : weights) {
                    fair &= clear((weight - seed.zero()[g]) / seed.scale()[g]) && clear(weight / step);
                }
            }
            if (fair) {
                return w;
            }
        }
    }

    private static boolean clear(double quotient) {
        return Math.abs(Math.abs(quotient) % 1 - 0.5) > 1e-6;
    }
}
