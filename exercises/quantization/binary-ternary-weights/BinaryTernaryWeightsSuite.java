package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.BinaryTernaryWeights;
import exercise.BinaryTernaryWeights.Binary;
import exercise.BinaryTernaryWeights.Ternary;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Signs, codes, words and dot products are exact. Mean magnitudes may be off by a relative
/// 1e-9: sums in another order are off by 1e-14, single precision by 1e-8. Where halves are not
/// asked for, weights keep 1e-6 of the mean magnitude away from half of it.
class BinaryTernaryWeightsSuite {
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);
    private static final int TOP = Integer.MIN_VALUE;

    @Test
    @Points(20)
    @About("binary")
    @Sample
    void a_mean_magnitude_and_signs_for_each_row(BinaryTernaryWeights candidate, Draw draw) {
        double[][] example = {{0.5, -0.2, 0, 0.9}, {-1, -0.1, 0.3, 0.05}};
        assertClose(new Binary(new double[]{0.4, 0.3625}, new int[][]{{1, -1, 1, 1}, {-1, -1, 1, 1}}),
                candidate.binary(example), RELATIVE);
        // Both zeros are at least 0; rows of one weight; rows of zeros; very small weights.
        assertClose(new Binary(new double[]{0, 2, 3e-90}, new int[][]{{1, 1}, {-1, 1}, {-1, 1}}),
                candidate.binary(new double[][]{{0, -0.0}, {-4, 0}, {-2e-90, 4e-90}}), RELATIVE);
        assertClose(new Binary(new double[]{7, 0.25}, new int[][]{{-1}, {1}}),
                candidate.binary(new double[][]{{-7}, {0.25}}), RELATIVE);
        for (int round = 0; round < 10; round++) {
            double[][] w = matrix(draw);
            assertClose(expectedBinary(w), candidate.binary(w), RELATIVE);
        }
    }

    @Test
    @Points(20)
    @About("ternary")
    void one_mean_magnitude_and_three_codes(BinaryTernaryWeights candidate, Draw draw) {
        double[][] example = {{0.5, -0.2, 0, 0.9}, {-1, -0.1, 0.3, 0.05}};
        assertClose(new Ternary(0.38125, new int[][]{{1, -1, 0, 1}, {-1, 0, 1, 0}}),
                candidate.ternary(example),
                RELATIVE);
        // The mean is 1: halves become 0, what is larger 1, and nothing becomes 2.
        double[][] halves = {{0.5, -0.5, 0.5625, -0.5625}, {1.5, -1.5, 2.5, 0},
                {0.4375, -0.625, 2.8125, -0.5}};
        assertClose(new Ternary(1, new int[][]{{0, 0, 1, -1}, {1, -1, 1, 0}, {0, -1, 1, 0}}),
                candidate.ternary(halves), RELATIVE);
        // 0.125 is half of 0.25.
        assertClose(new Ternary(0.25, new int[][]{{0, 1, 0, -1}}),
                candidate.ternary(new double[][]{{0.125, 0.25, -0.125, -0.5}}), RELATIVE);
        // Rows share the mean: 0.25, 0.35 and 2.4 make 1.
        assertClose(new Ternary(1, new int[][]{{0}, {0}, {-1}}),
                candidate.ternary(new double[][]{{0.25}, {0.35}, {-2.4}}), RELATIVE);
        assertClose(new Ternary(0, new int[2][3]), candidate.ternary(new double[][]{{0, -0.0, 0}, {0, 0, 0}}),
                RELATIVE);
        assertClose(new Ternary(2e-90, new int[][]{{-1, 0, 1}}),
                candidate.ternary(new double[][]{{-3e-90, 0.5e-90, 2.5e-90}}), RELATIVE);
        assertClose(new Ternary(5, new int[][]{{-1}}), candidate.ternary(new double[][]{{-5}}), RELATIVE);
        for (int round = 0; round < 10; round++) {
            double[][] w = matrix(draw);
            assertClose(expectedTernary(w), candidate.ternary(w), RELATIVE);
        }
    }

    @Test
    @Points(15)
    @About("optimum")
    void no_other_scale_and_no_other_sign_is_nearer(BinaryTernaryWeights candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            double[][] w = matrix(draw);
            Binary binary = candidate.binary(w);
            assertClose(expectedBinary(w), binary, RELATIVE);
            for (int i = 0; i < w.length; i++) {
                double alpha = binary.alpha()[i];
                int[] signs = binary.sign()[i];
                double best = distance(w[i], alpha, signs);
                for (double factor : new double[]{0, 0.9, 0.999, 1.001, 1.1, -1}) {
                    double other = distance(w[i], alpha * factor, signs);
                    assertHolds(best <= other * (1 + 1e-12), "scale %s is off by %s, scale %s only by %s",
                            alpha,
                            best, alpha * factor, other);
                }
                int j = draw.integer(0, signs.length - 1);
                int[] turned = signs.clone();
                turned[j] = -turned[j];
                double other = distance(w[i], alpha, turned);
                assertHolds(best <= other * (1 + 1e-12), "another sign of %s is nearer", w[i][j]);
            }
            // Scales follow the weights, signs and codes do not.
            double[][] twice = Arrays.stream(w)
                    .map(row -> Arrays.stream(row).map(weight -> 8 * weight).toArray())
                    .toArray(double[][]::new);
            assertClose(expectedBinary(twice), candidate.binary(twice), RELATIVE);
            Ternary ternary = candidate.ternary(w);
            assertHolds(ternary != null && ternary.q() != null, "no codes");
            assertClose(new Ternary(8 * ternary.gamma(), ternary.q()), candidate.ternary(twice), RELATIVE);
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("pack")
    void thirty_two_signs_make_a_word(BinaryTernaryWeights candidate, Draw draw) {
        assertExact(new int[]{13}, candidate.packSigns(new double[]{1, -1, 1, 1}));
        assertExact(new int[]{11}, candidate.packSigns(new double[]{1, 1, -1, 1}));
        assertExact(new int[]{1}, candidate.packSigns(new double[]{0.3}));
        assertExact(new int[]{0}, candidate.packSigns(new double[]{-0.3}));
        assertExact(new int[]{5}, candidate.packSigns(new double[]{0, -1e-90, -0.0}));
        // Bit 31 is the sign of the int; the 33rd weight begins a second word.
        double[] w = new double[33];
        Arrays.fill(w, -1);
        assertExact(new int[]{0, 0}, candidate.packSigns(w));
        w[31] = 2;
        assertExact(new int[]{TOP, 0}, candidate.packSigns(w));
        assertExact(new int[]{TOP}, candidate.packSigns(Arrays.copyOf(w, 32)));
        w[32] = 2;
        w[0] = 1;
        assertExact(new int[]{TOP + 1, 1}, candidate.packSigns(w));
        assertExact(new int[]{-1, -1}, candidate.packSigns(new double[64]));
        assertExact(new int[]{-1, 1}, candidate.packSigns(new double[33]));
        assertExact(new int[]{-1, -1, 15}, candidate.packSigns(new double[68]));
        for (int length : new int[]{1, 31, 32, 33, 63, 64, 65, 100, draw.integer(2, 300),
                draw.integer(2, 300)}) {
            double[] signs = draw.vector(length, -1, 1);
            assertExact(packed(signs), candidate.packSigns(signs));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("dot")
    void equal_signs_count_up_and_different_ones_down(BinaryTernaryWeights candidate, Draw draw) {
        assertExact(0, candidate.xnorDot(new int[]{13}, new int[]{11}, 4));
        assertExact(4, candidate.xnorDot(new int[]{13}, new int[]{13}, 4));
        assertExact(-3, candidate.xnorDot(new int[]{5}, new int[]{2}, 3));
        assertExact(1, candidate.xnorDot(new int[]{0}, new int[]{-2}, 1));
        assertExact(-1, candidate.xnorDot(new int[]{0}, new int[]{1}, 1));
        // Whole words, where no bit is left over, and the bit that is the sign of an int.
        assertExact(32, candidate.xnorDot(new int[]{-1}, new int[]{-1}, 32));
        assertExact(-32, candidate.xnorDot(new int[]{-1}, new int[]{0}, 32));
        assertExact(30, candidate.xnorDot(new int[]{TOP}, new int[]{0}, 32));
        assertExact(31, candidate.xnorDot(new int[]{TOP}, new int[]{0}, 31));
        assertExact(64, candidate.xnorDot(new int[]{7, -9}, new int[]{7, -9}, 64));
        assertExact(0, candidate.xnorDot(new int[]{7, -9}, new int[]{7, 8}, 64));
        assertExact(31, candidate.xnorDot(new int[]{7, 0}, new int[]{7, 1}, 33));
        assertExact(33, candidate.xnorDot(new int[]{7, 0}, new int[]{7, -2}, 33));
        // Words that begin beyond n.
        assertExact(3, candidate.xnorDot(new int[]{7, 5, 1}, new int[]{-1, 6, 2}, 3));
        assertExact(32, candidate.xnorDot(new int[]{7, 5, 1}, new int[]{7, 6, 2}, 32));
        for (int round = 0; round < 30; round++) {
            int n = draw.coin() ? draw.integer(1, 70) : 32 * draw.integer(1, 4);
            int words = (n + 31) / 32 + draw.integer(0, 2);
            checkDot(candidate, draw, n, words);
        }
        checkDot(candidate, draw, 999_983, 31_250);
        checkDot(candidate, draw, 1_000_000, 31_250);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(BinaryTernaryWeights candidate) {
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            assertRejects("w = " + Arrays.deepToString(bad), () -> candidate.binary(bad));
            assertRejects("w = " + Arrays.deepToString(bad), () -> candidate.ternary(bad));
        }
        double[][] vectors = {null, {}, {Double.NaN}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 1}};
        for (double[] bad : vectors) {
            assertRejects("w = " + Arrays.toString(bad), () -> candidate.packSigns(bad));
        }
        int[] one = {5};
        int[] two = {5, 6};
        assertRejects("a = null", () -> candidate.xnorDot(null, one, 1));
        assertRejects("b = null", () -> candidate.xnorDot(one, null, 1));
        assertRejects("both null", () -> candidate.xnorDot(null, null, 1));
        assertRejects("no words", () -> candidate.xnorDot(new int[0], new int[0], 1));
        assertRejects("no words", () -> candidate.xnorDot(new int[0], new int[0], 0));
        assertRejects("one word and two", () -> candidate.xnorDot(one, two, 4));
        assertRejects("two words and one", () -> candidate.xnorDot(two, one, 4));
        for (int bad : new int[]{0, -1, -32, Integer.MIN_VALUE, 33, 64, Integer.MAX_VALUE}) {
            assertRejects("n = " + bad + " of one word", () -> candidate.xnorDot(one, one, bad));
        }
        assertRejects("n = 65 of two words", () -> candidate.xnorDot(two, two, 65));
        assertExact(64, candidate.xnorDot(two, two, 64));
        assertExact(1, candidate.xnorDot(two, two, 1));
    }

    /// The dot product of two vectors of weights' signs, whose words go on with anything.
    private static void checkDot(BinaryTernaryWeights candidate, Draw draw, int n, int words) {
        double[] v = draw.vector(n, -1, 1);
        double[] w = draw.vector(n, -1, 1);
        int dot = 0;
        for (int i = 0; i < n; i++) {
            dot += (int) (Math.signum(v[i]) * Math.signum(w[i]));
        }
        int[] a = garbled(draw, packed(v), n, words);
        int[] b = garbled(draw, packed(w), n, words);
        assertExact(dot, candidate.xnorDot(a, b, n));
        assertExact(dot, candidate.xnorDot(b, a, n));
    }

    private static int[] garbled(Draw draw, int[] packed, int n, int words) {
        int[] garbled = Arrays.copyOf(packed, words);
        for (int i = n; i < 32 * words; i++) {
            garbled[i / 32] |= draw.coin() ? 1 << i % 32 : 0;
        }
        return garbled;
    }

    private static int[] packed(double[] w) {
        var words = new int[(w.length + 31) / 32];
        for (int i = 0; i < w.length; i++) {
            words[i / 32] += w[i] < 0 ? 0 : 1 << i % 32;
        }
        return words;
    }

    /// Some zeros among numbers that keep away from half of the mean magnitude of all.
    private static double[][] matrix(Draw draw) {
        int rows = draw.integer(1, 6);
        int columns = draw.coin() ? rows : draw.integer(1, 9);
        while (true) {
            double[][] w = draw.matrix(rows, columns, -1, 1);
            w[draw.integer(0, rows - 1)][draw.integer(0, columns - 1)] *= draw.coin() ? 0 : 20;
            double mean = mean(w);
            boolean fair = Arrays.stream(w).flatMapToDouble(Arrays::stream)
                    .noneMatch(weight -> Math.abs(Math.abs(weight) / mean - 0.5) < 1e-6);
            if (fair) {
                return w;
            }
        }
    }

    private static double mean(double[]... w) {
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).average().getAsDouble();
    }

    private static double distance(double[] weights, double alpha, int[] signs) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += Math.pow(weights[j] - alpha * signs[j], 2);
        }
        return sum;
    }

    private static Binary expectedBinary(double[][] w) {
        var alpha = new double[w.length];
        var sign = new int[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            alpha[i] = mean(w[i]);
            for (int j = 0; j < w[i].length; j++) {
                sign[i][j] = w[i][j] < 0 ? -1 : 1;
            }
        }
        return new Binary(alpha, sign);
    }

    private static Ternary expectedTernary(double[][] w) {
        double gamma = mean(w);
        var q = new int[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                q[i][j] = Math.abs(w[i][j]) <= gamma / 2 ? 0 : w[i][j] < 0 ? -1 : 1;
            }
        }
        return new Ternary(gamma, q);
    }
}
