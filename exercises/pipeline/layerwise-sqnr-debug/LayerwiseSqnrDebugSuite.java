package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.LayerwiseSqnrDebug;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything has the default tolerance, 1e-9 absolute plus 1e-9 relative. Right solutions that
/// sum in another order, or go through norms and unit vectors, agree to 1e-12. Single precision
/// is wrong by 1e-5 dB in the worked example, and noise taken as the difference of large sums by
/// whole decibels where the errors are small. Levels in tests of the searches are eighths, so
/// that differences are exact and rearranging a comparison cannot tip it.
class LayerwiseSqnrDebugSuite {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(LayerwiseSqnrDebug candidate) {
        double[][][] ref = {{{1, 2, 3}}, {{2, -1, 0.5}}, {{4, 4, 4}}};
        double[][][] quant = {{{1.01, 1.99, 3}}, {{1.9, -1.2, 0.5}}, {{3, 5, 4}}};
        double[] levels = {48.45098040014256, 20.211892990699383, 13.80211241711606};
        assertClose(levels, candidate.sqnr(ref, quant));
        assertClose(new double[]{0.99999310246606, 0.9952718411247496, 0.9797958971132713},
                candidate.cosine(ref, quant));
        assertExact(1, candidate.firstDrop(levels, 15));
        assertExact(2, candidate.firstBelow(levels, 15));
        assertExact(-1, candidate.firstBelow(levels, 12));
    }

    @Test
    @Points(10)
    @About("layer")
    void a_layer_is_one_vector_of_all_its_tokens(LayerwiseSqnrDebug candidate, Draw draw) {
        // Signal 10, noise 1: 10 dB. The second token alone is perfect, the first one lost.
        double[][][] ref = {{{1, 0}, {0, 3}}};
        double[][][] quant = {{{0, 0}, {0, 3}}};
        assertClose(new double[]{10}, candidate.sqnr(ref, quant));
        assertClose(new double[]{9 / Math.sqrt(90)}, candidate.cosine(ref, quant));
        // The other way round the signal is 9.
        assertClose(new double[]{10 * Math.log10(9)}, candidate.sqnr(quant, ref));
        double[][][] still = {{{0, 0}}, {{0, 0}}, {{2, 5}}, {{1, 1}}, {{1, 2}}};
        double[][][] moved = {{{0, -0.0}}, {{0, 0.5}}, {{2, 5}}, {{0, 0}}, {{-2, 1}}};
        assertClose(new double[]{INFINITY, -INFINITY, INFINITY, 0, 10 * Math.log10(0.5)},
                candidate.sqnr(still, moved));
        // No mean is taken off: (1, 2) and (-2, 1) are at right angles, (1, -1) is not zero.
        assertClose(new double[]{0, 0.8, -1}, candidate.cosine(new double[][][]{{{1, 2}}, {{1, -1}}, {{3}}},
                new double[][][]{{{-2, 1}}, {{7, -1}}, {{-0.5}}}));
        for (int round = 0; round < 4; round++) {
            double[][][] r = {draw.matrix(draw.integer(1, 6), draw.integer(1, 7), -3, 3)};
            double[][][] q = noisy(draw, r, 0.2);
            assertClose(levels(r, q), candidate.sqnr(r, q));
            assertClose(cosines(r, q), candidate.cosine(r, q));
        }
        tinyErrors(candidate, draw);
        assertPure(candidate);
    }

    /// Errors of about 2⁻²⁶ of the signal, exact in double: 150 dB and more.
    private static void tinyErrors(LayerwiseSqnrDebug candidate, Draw draw) {
        var ref = new double[1][4][8];
        var quant = new double[1][4][8];
        double signal = 0;
        double noise = 0;
        for (int t = 0; t < 4; t++) {
            for (int f = 0; f < 8; f++) {
                int error = draw.integer(1, 3);
                ref[0][t][f] = draw.integer(8, 32) / 8.0;
                quant[0][t][f] = ref[0][t][f] + error * 0x1p-26;
                signal += ref[0][t][f] * ref[0][t][f];
                noise += error * error;
            }
        }
        double expected = 10 * Math.log10(signal / noise) + 520 * Math.log10(2);
        assertClose(new double[]{expected}, candidate.sqnr(ref, quant));
    }

    @Test
    @Points(20)
    @About("drop")
    void the_first_fall_from_one_layer_to_the_next(LayerwiseSqnrDebug candidate, Draw draw) {
        drop(candidate, 1, 20, 50, 30, 10);
        drop(candidate, 2, 20, 50, 30.125, 10);
        drop(candidate, 3, 10, 40, 45, 36, 26, 0);
        // Rises, slow falls and the distance to 0 or to the first layer are no drops.
        drop(candidate, -1, 20, 30, 50, 45);
        drop(candidate, -1, 15, 50, 40, 30, 20);
        drop(candidate, -1, 5, -100, -100);
        drop(candidate, -1, 0, 5);
        drop(candidate, 1, 0, 5, 5);
        drop(candidate, 1, -1, 5, 6);
        drop(candidate, -1, -1, 5, 6.125);
        drop(candidate, 1, 1000, INFINITY, 40);
        drop(candidate, 2, 5, INFINITY, INFINITY, 7, 7);
        drop(candidate, 1, INFINITY, INFINITY, 3);
        drop(candidate, -1, INFINITY, 400, 3);
        drop(candidate, 1, 1000, 40, -INFINITY);
        drop(candidate, 1, 1000, INFINITY, -INFINITY);
        drop(candidate, -1, 0, -INFINITY, INFINITY);
        drop(candidate, -1, 0, -INFINITY, 5, INFINITY);
        drop(candidate, 1, -INFINITY, 1, 9);
        for (double size : new double[]{0, 3, -5, -INFINITY, INFINITY}) {
            drop(candidate, -1, size, INFINITY, INFINITY, INFINITY);
            drop(candidate, -1, size, -INFINITY, -INFINITY);
        }
        for (int round = 0; round < 12; round++) {
            double[] levels = eighths(draw);
            double size = draw.integer(0, 80) / 8.0;
            drop(candidate, firstDrop(levels, size), size, levels);
            drop(candidate, firstDrop(levels, size), size, levels);
        }
        assertPure(candidate);
    }

    private static int firstDrop(double[] levels, double size) {
        int first = -1;
        for (int l = levels.length - 1; l > 0; l--) {
            boolean same = levels[l - 1] == levels[l] && Double.isInfinite(levels[l]);
            first = !same && levels[l - 1] - levels[l] >= size ? l : first;
        }
        return first;
    }

    private static void drop(LayerwiseSqnrDebug candidate, int expected, double size, double... levels) {
        assertExact(expected, candidate.firstDrop(levels, size));
    }

    @Test
    @Points(15)
    @About("below")
    void the_first_layer_under_the_threshold(LayerwiseSqnrDebug candidate, Draw draw) {
        below(candidate, 2, 15, 20, 15, 12, 3);
        below(candidate, 1, 20, 20, 15, 12);
        below(candidate, 0, 20.125, 20, 15, 12);
        below(candidate, 2, 12.125, 20, 15, 12);
        below(candidate, -1, 12, 20, 15, 12);
        below(candidate, 1, 0, 3, -3);
        below(candidate, -1, 7, 7);
        below(candidate, 0, 7, 6);
        below(candidate, -1, 1000, INFINITY);
        below(candidate, 1, INFINITY, INFINITY, 80);
        below(candidate, -1, INFINITY, INFINITY, INFINITY);
        below(candidate, 1, -1000, 5, -INFINITY);
        below(candidate, -1, -INFINITY, 5, -INFINITY);
        for (int round = 0; round < 12; round++) {
            double[] levels = eighths(draw);
            double threshold = draw.integer(0, 120) / 8.0;
            int expected = -1;
            for (int l = levels.length - 1; l >= 0; l--) {
                expected = levels[l] < threshold ? l : expected;
            }
            below(candidate, expected, threshold, levels);
            below(candidate, expected, threshold, levels);
        }
        assertPure(candidate);
    }

    private static void below(LayerwiseSqnrDebug candidate, int expected, double threshold,
            double... levels) {
        assertExact(expected, candidate.firstBelow(levels, threshold));
    }

    /// Levels of 0 to 20 dB, some of them infinite.
    private static double[] eighths(Draw draw) {
        double[] levels = Arrays.stream(draw.integers(draw.integer(2, 9), 0, 160)).mapToDouble(n -> n / 8.0)
                .toArray();
        levels[draw.integer(0, levels.length - 1)] = draw.coin() ? INFINITY : -INFINITY;
        return levels;
    }

    @Test
    @Points(15)
    @About("gain")
    void a_wrong_scale_leaves_the_direction_alone(LayerwiseSqnrDebug candidate, Draw draw) {
        double[] gains = {0.5, 0.75, 1.25, 2, 3, -1, -0.25};
        var ref = new double[gains.length][][];
        var quant = new double[gains.length][][];
        var levels = new double[gains.length];
        var signs = new double[gains.length];
        for (int l = 0; l < gains.length; l++) {
            ref[l] = draw.matrix(3, 4, -2, 2);
            quant[l] = times(ref[l], gains[l]);
            levels[l] = -20 * Math.log10(Math.abs(1 - gains[l]));
            signs[l] = Math.signum(gains[l]);
        }
        assertClose(levels, candidate.sqnr(ref, quant));
        assertClose(signs, candidate.cosine(ref, quant));
        // Both models in another unit: neither measure changes, however small or large the numbers.
        double[][][] noisy = noisy(draw, ref, 0.3);
        for (double unit : new double[]{0x1p-100, 8, 0x1p100}) {
            double[][][] r = times(ref, unit);
            double[][][] q = times(noisy, unit);
            assertClose(levels(ref, noisy), candidate.sqnr(r, q));
            assertClose(cosines(ref, noisy), candidate.cosine(r, q));
        }
        // One of them alone: the cosine stays, the level falls to about 0 dB.
        double[][][] faint = times(noisy, 0x1p-10);
        assertClose(cosines(ref, noisy), candidate.cosine(ref, faint));
        for (double level : candidate.sqnr(ref, faint)) {
            assertHolds(Math.abs(level) < 0.1, "almost nothing is left, yet the level is %s dB", level);
        }
    }

    private static double[][][] times(double[][][] layers, double factor) {
        return Arrays.stream(layers).map(layer -> times(layer, factor)).toArray(double[][][]::new);
    }

    private static double[][] times(double[][] layer, double factor) {
        return Arrays.stream(layer).map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
    }

    @Test
    @Points(10)
    @About("shapes")
    void every_layer_has_its_own_shape(LayerwiseSqnrDebug candidate, Draw draw) {
        double[][][] ref = {draw.matrix(2, 3, -1, 1), draw.matrix(2, 7, -1, 1), draw.matrix(5, 1, -1, 1),
                draw.matrix(1, 4, -9, 9), draw.matrix(1, 1, 1, 2), draw.matrix(150, 200, -1, 1)};
        double[][][] quant = noisy(draw, ref, 0.1);
        double[] levels = levels(ref, quant);
        double[] cosines = cosines(ref, quant);
        for (int twice = 0; twice < 2; twice++) {
            assertClose(levels, candidate.sqnr(ref, quant));
            assertClose(cosines, candidate.cosine(ref, quant));
        }
        for (int l = 0; l < ref.length; l++) {
            double[][][] r = {ref[l]};
            double[][][] q = {quant[l]};
            assertClose(new double[]{levels[l]}, candidate.sqnr(r, q));
            assertClose(new double[]{cosines[l]}, candidate.cosine(r, q));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_cannot_be_compared(LayerwiseSqnrDebug candidate) {
        double nan = Double.NaN;
        double[][][] good = {{{1, 2}, {3, 4}}, {{5}}};
        double[][][][] broken = {null, {}, {null, {{5}}}, {{{1, 2}, {3, 4}}, null}, {{}, {{5}}},
                {{{1, 2}, {3, 4}}, {}}, {{null, {3, 4}}, {{5}}}, {{{1, 2}, null}, {{5}}}, {{{}, {}}, {{5}}},
                {{{1, 2}, {3, 4}}, {{}}}, {{{1, 2}, {}}, {{5}}}, {{{1, 2}, {3}}, {{5}}},
                {{{1, 2}, {3, 4, 5}}, {{5}}}, {{{nan, 2}, {3, 4}}, {{5}}}, {{{1, 2}, {3, 4}}, {{INFINITY}}},
                {{{1, 2}, {3, -INFINITY}}, {{5}}}};
        double[][][][] others = {{{{1, 2}, {3, 4}}}, {{{1, 2}, {3, 4}}, {{5}}, {{6}}}, {{{1, 2}}, {{5}}},
                {{{1, 2}, {3, 4}, {5, 6}}, {{5}}}, {{{1}, {3}}, {{5}}}, {{{1, 2, 3}, {4, 5, 6}}, {{5}}},
                {{{1, 2}, {3, 4}}, {{5, 6}}}, {{{1, 2}, {3, 4}}, {{5}, {6}}}, {{{1, 2, 3, 4}}, {{5}}}};
        for (double[][][] bad : broken) {
            refusesPair(candidate, bad, good);
            refusesPair(candidate, good, bad);
            refusesPair(candidate, bad, bad);
        }
        for (double[][][] other : others) {
            refusesPair(candidate, other, good);
            refusesPair(candidate, good, other);
        }
        double[][][][] zeros = {{{{0, -0.0}, {0, 0}}, {{5}}}, {{{1, 2}, {3, 4}}, {{0}}}};
        for (double[][][] zero : zeros) {
            assertRejects("cosine, ref of zeros", () -> candidate.cosine(zero, good));
            assertRejects("cosine, quant of zeros", () -> candidate.cosine(good, zero));
            assertRejects("cosine, both of zeros", () -> candidate.cosine(zero, zero));
        }
        assertClose(new double[]{INFINITY, INFINITY}, candidate.sqnr(good, good));
        assertClose(new double[]{1, 1}, candidate.cosine(good, good));
        refusesLevels(candidate);
    }

    private static void refusesPair(LayerwiseSqnrDebug candidate, double[][][] ref, double[][][] quant) {
        String pair = "ref = " + Arrays.deepToString(ref) + ", quant = " + Arrays.deepToString(quant);
        assertRejects("sqnr, " + pair, () -> candidate.sqnr(ref, quant));
        assertRejects("cosine, " + pair, () -> candidate.cosine(ref, quant));
    }

    private static void refusesLevels(LayerwiseSqnrDebug candidate) {
        double nan = Double.NaN;
        for (double[] bad : new double[][]{null, {}, {nan}, {nan, 30, 3}, {30, 3, nan}}) {
            String levels = "sqnr = " + Arrays.toString(bad);
            assertRejects("firstBelow, " + levels, () -> candidate.firstBelow(bad, 15));
            assertRejects("firstDrop, " + levels, () -> candidate.firstDrop(bad, 15));
        }
        for (double[] levels : new double[][]{{30, 3}, {INFINITY}}) {
            assertRejects("thresholdDb = NaN", () -> candidate.firstBelow(levels, nan));
            assertRejects("dropDb = NaN", () -> candidate.firstDrop(levels, nan));
        }
    }

    private static double[][][] noisy(Draw draw, double[][][] layers, double size) {
        return Arrays.stream(layers)
                .map(layer -> Arrays.stream(layer)
                        .map(row -> Arrays.stream(row).map(x -> x + draw.uniform(-size, size)).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] levels(double[][][] ref, double[][][] quant) {
        var levels = new double[ref.length];
        for (int l = 0; l < ref.length; l++) {
            double signal = 0;
            double noise = 0;
            for (int t = 0; t < ref[l].length; t++) {
                for (int f = 0; f < ref[l][t].length; f++) {
                    signal += Math.pow(ref[l][t][f], 2);
                    noise += Math.pow(quant[l][t][f] - ref[l][t][f], 2);
                }
            }
            levels[l] = 10 * (Math.log(signal) - Math.log(noise)) / Math.log(10);
        }
        return levels;
    }

    /// By the law of cosines, from the lengths of the three sides.
    private static double[] cosines(double[][][] ref, double[][][] quant) {
        var cosines = new double[ref.length];
        for (int l = 0; l < ref.length; l++) {
            double r = 0;
            double q = 0;
            double apart = 0;
            for (int t = 0; t < ref[l].length; t++) {
                for (int f = 0; f < ref[l][t].length; f++) {
                    r += Math.pow(ref[l][t][f], 2);
                    q += Math.pow(quant[l][t][f], 2);
                    apart += Math.pow(quant[l][t][f] - ref[l][t][f], 2);
                }
            }
            cosines[l] = (r + q - apart) / (2 * Math.sqrt(r) * Math.sqrt(q));
        }
        return cosines;
    }
}
