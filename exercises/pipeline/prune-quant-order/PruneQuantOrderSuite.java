package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.PruneQuantOrder;
import exercise.PruneQuantOrder.Result;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything has the default tolerance, 1e-9 absolute plus 1e-9 relative. Right solutions,
/// whether they divide by the scale or not, agree to 1e-15; single precision is wrong by 2e-8
/// in the worked example. Random entries stay 1e-6 of a step away from the halves, and their
/// magnitudes 1e-9 apart, so that only deliberate ties are ties.
class PruneQuantOrderSuite {
    private static final double THIRD = 1 / 3.0;
    private static final double[][] W = {{0.9, -0.32, 0.05, 0.61}, {-0.27, 1, 0.21, -0.08}};

    @Test
    @Points(25)
    @About("prune-first")
    @Sample
    void worked_example_prune_first(PruneQuantOrder candidate) {
        double[][] both = {{1, -THIRD, 0, 2 * THIRD}, {0, 1, 0, 0}};
        assertClose(new Result(both, 0.01741111111111111, 4), candidate.pruneThenQuant(W, 0.5, 3));
    }

    @Test
    @Points(25)
    @About("quant-first")
    void among_equal_codes_the_index_decides(PruneQuantOrder candidate, Draw draw) {
        double[][] both = {{1, 0, 0, 2 * THIRD}, {0, 1, THIRD, 0}};
        assertClose(new Result(both, 0.02657777777777778, 4), candidate.quantThenPrune(W, 0.5, 3));
        double[][] mirrored = {{-1, 0, 0, -2 * THIRD}, {0, -1, -THIRD, 0}};
        assertClose(new Result(mirrored, 0.02657777777777778, 4),
                candidate.quantThenPrune(negative(W), 0.5, 3));
        // Scale 1, halves to even: the codes are (3, 2, 0; 2, 0, -2), and the first 2 goes.
        double[][] halves = {{3, 2.5, 0.5}, {1.5, -0.5, -2.5}};
        assertClose(new Result(new double[][]{{3, 0, 0}, {2, 0, -2}}, 7.25 / 6, 3),
                candidate.quantThenPrune(halves, 0.5, 3));
        // One bit for the magnitude: three codes 1, in rising order, lose the first two.
        double[][] column = {{0.6}, {0.7}, {-0.8}};
        assertClose(new Result(new double[][]{{0}, {0}, {-0.8}}, 0.85 / 3, 2),
                candidate.quantThenPrune(column, 0.7, 2));
        for (int round = 0; round < 20; round++) {
            int bits = draw.integer(2, 6);
            double[][] w = fair(draw, draw.integer(1, 5), draw.integer(1, 6), bits);
            int entries = w.length * w[0].length;
            int k = draw.integer(0, entries);
            Result result = expected(w, k, bits, true);
            assertClose(result, candidate.quantThenPrune(w, ratio(k, entries), bits));
            assertClose(result, candidate.quantThenPrune(w, ratio(k, entries), bits));
        }
    }

    @Test
    @Points(15)
    @About("pruned")
    void pruned_positions_stay_exactly_zero(PruneQuantOrder candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            int bits = draw.integer(2, 16);
            double[][] w = fair(draw, draw.integer(1, 5), draw.integer(1, 6), bits);
            int entries = w.length * w[0].length;
            int k = draw.integer(0, entries);
            Result result = candidate.pruneThenQuant(w, ratio(k, entries), bits);
            assertShape(w.length, w[0].length, result.w());
            for (int i = 0; i < entries; i++) {
                double entry = at(result.w(), i);
                assertHolds(entry == 0 || before(w, i) >= k, "pruned entry %d is %s", i, entry);
            }
            assertClose(expected(w, k, bits, false), result);
        }
        // The entries are equal before any rounding; the largest is negative, the scale 1.
        double[][] ties = {{2, -3, -2}, {2, 3, 2}};
        assertClose(new Result(new double[][]{{0, -3, 0}, {0, 3, 2}}, 2, 3),
                candidate.pruneThenQuant(ties, 0.5, 3));
        double[][] halves = {{3, 2.5, 0.5}, {1.5, -0.5, -2.5}};
        assertClose(new Result(new double[][]{{3, 2, 0}, {0, 0, -2}}, 3.25 / 6, 3),
                candidate.pruneThenQuant(halves, 0.5, 3));
        // 4.5, 1.5 and 28.999… entries.
        assertBoth(candidate, fair(draw, 2, 3, 5), 4, 0.75, 5);
        assertBoth(candidate, fair(draw, 3, 2, 5), 2, 0.25, 5);
        assertBoth(candidate, fair(draw, 10, 10, 4), 29, 0.29, 4);
    }

    @Test
    @Points(15)
    @About("order")
    void pruning_first_never_loses_more(PruneQuantOrder candidate, Draw draw) {
        for (int round = 0; round < 6; round++) {
            int bits = draw.integer(2, 5);
            double[][] w = fair(draw, 3, draw.integer(2, 5), bits);
            int entries = 3 * w[0].length;
            for (int k = 0; k <= entries; k++) {
                Result first = candidate.pruneThenQuant(w, ratio(k, entries), bits);
                Result second = candidate.quantThenPrune(w, ratio(k, entries), bits);
                assertHolds(first.mse() <= second.mse() + 1e-12, "pruning %d of %d first: mse %s, last: %s",
                        k, entries, first.mse(), second.mse());
                assertClose(error(w, first.w()), first.mse());
                assertClose(error(w, second.w()), second.mse());
            }
        }
        assertBoth(candidate, fair(draw, 40, 50, 8), 1200, 0.6, 8);
    }

    @Test
    @Points(10)
    @About("zeros")
    void codes_that_are_zero_count_whoever_made_them(PruneQuantOrder candidate, Draw draw) {
        double[][] rounded = {{1, -THIRD, 0, 2 * THIRD}, {-THIRD, 1, THIRD, 0}};
        var all = new Result(rounded, 0.005188888888888888, 2);
        assertClose(all, candidate.pruneThenQuant(W, 0, 3));
        assertClose(all, candidate.quantThenPrune(W, 0, 3));
        // Only one entry goes, four more are rounded to 0, from below and from above.
        double[][] small = {{4, -0.125}, {0.25, -0.25}, {0.5, -4}};
        var few = new Result(new double[][]{{4, 0}, {0, 0}, {0, -4}}, 0.390625 / 6, 4);
        assertClose(few, candidate.pruneThenQuant(small, 0.2, 2));
        assertClose(few, candidate.quantThenPrune(small, 0.2, 2));
        double square = Arrays.stream(W).flatMapToDouble(Arrays::stream).map(x -> x * x).sum();
        var nothing = new Result(new double[2][4], square / 8, 8);
        assertClose(nothing, candidate.pruneThenQuant(W, 1, 3));
        assertClose(nothing, candidate.quantThenPrune(W, 1, 3));
        for (double ratio : new double[]{0, 0.5, 1}) {
            var zeros = new Result(new double[3][2], 0, 6);
            assertClose(zeros, candidate.pruneThenQuant(new double[3][2], ratio, 4));
            assertClose(zeros, candidate.quantThenPrune(new double[3][2], ratio, 4));
        }
        // Zeros of the argument use up places: only one entry more goes.
        double[][] sparse = {{0, 3, 0, 1, 0}, {1, 0, -2, 0, 0}};
        assertBoth(candidate, sparse, 7, 0.7, 3);
        assertBoth(candidate, fair(draw, 4, 4, 3), 0, 0, 3);
        assertBoth(candidate, fair(draw, 4, 4, 3), 16, 1, 3);
        // Half of the eight entries go, however small they are.
        double[][] tiny = Arrays.stream(W)
                .map(row -> Arrays.stream(row).map(x -> x / 65536).toArray())
                .toArray(double[][]::new);
        assertBoth(candidate, tiny, 4, 0.5, 3);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_compressed(PruneQuantOrder candidate) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][][] broken = {null, {}, {null}, {{}}, {{}, {}}, {{1, 2}, null}, {null, {1, 2}}, {{1, 2}, {}},
                {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, nan}},
                {{1, infinity}, {3, 4}}, {{1, 2}, {-infinity, 4}}};
        for (double[][] bad : broken) {
            for (double ratio : new double[]{0, 0.5, 1}) {
                assertRefused(candidate, bad, ratio, 4);
            }
        }
        for (double bad : new double[]{-0.1, -1e-9, 1 + 1e-9, 1.1, 50, nan, infinity, -infinity}) {
            assertRefused(candidate, W, bad, 4);
        }
        for (int bad : new int[]{Integer.MIN_VALUE, -1, 0, 1, 17, 32, 34}) {
            assertRefused(candidate, W, 0.5, bad);
        }
        double[][] one = {{-0.7}};
        for (int bits : new int[]{2, 16}) {
            assertClose(new Result(one, 0, 0), candidate.pruneThenQuant(one, 0.5, bits));
            assertClose(new Result(one, 0, 0), candidate.quantThenPrune(one, 0.5, bits));
        }
    }

    private static void assertRefused(PruneQuantOrder candidate, double[][] w, double ratio, int bits) {
        String arguments = Arrays.deepToString(w) + ", " + ratio + ", " + bits;
        assertRejects("prune first, " + arguments, () -> candidate.pruneThenQuant(w, ratio, bits));
        assertRejects("quantize first, " + arguments, () -> candidate.quantThenPrune(w, ratio, bits));
    }

    private static void assertBoth(PruneQuantOrder candidate, double[][] w, int k, double ratio, int bits) {
        assertClose(expected(w, k, bits, false), candidate.pruneThenQuant(w, ratio, bits));
        assertClose(expected(w, k, bits, true), candidate.quantThenPrune(w, ratio, bits));
    }

    /// The definition step by step; ranks by counting who comes before.
    private static Result expected(double[][] w, int k, int bits, boolean quantFirst) {
        double[][] result = quantFirst ? pruned(quantized(w, bits), k) : quantized(pruned(w, k), bits);
        int zeros = 0;
        for (double[] row : result) {
            for (double entry : row) {
                zeros += entry == 0 ? 1 : 0;
            }
        }
        return new Result(result, error(w, result), zeros);
    }

    private static double[][] pruned(double[][] w, int k) {
        int columns = w[0].length;
        var result = new double[w.length][columns];
        for (int i = 0; i < w.length * columns; i++) {
            result[i / columns][i % columns] = before(w, i) < k ? 0 : at(w, i);
        }
        return result;
    }

    /// How many entries are pruned before entry i.
    private static int before(double[][] w, int i) {
        double magnitude = Math.abs(at(w, i));
        int before = 0;
        for (int j = 0; j < w.length * w[0].length; j++) {
            double other = Math.abs(at(w, j));
            before += other < magnitude || (other == magnitude && j < i) ? 1 : 0;
        }
        return before;
    }

    private static double at(double[][] w, int i) {
        return w[i / w[0].length][i % w[0].length];
    }

    private static double[][] quantized(double[][] w, int bits) {
        double scale = scale(w, bits);
        var result = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                result[i][j] = Math.rint(w[i][j] / scale) * scale;
            }
        }
        return result;
    }

    private static double scale(double[][] w, int bits) {
        double largest = sortedMagnitudes(w)[w.length * w[0].length - 1];
        return largest == 0 ? 1 : largest / (Math.pow(2, bits - 1) - 1);
    }

    private static double[] sortedMagnitudes(double[][] w) {
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
    }

    private static double error(double[][] w, double[][] result) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                sum += Math.pow(w[i][j] - result[i][j], 2);
            }
        }
        return sum / (w.length * w[0].length);
    }

    private static double[][] negative(double[][] w) {
        return Arrays.stream(w)
                .map(row -> Arrays.stream(row).map(x -> -x).toArray())
                .toArray(double[][]::new);
    }

    /// A ratio whose product with `entries` is k for every way to round.
    private static double ratio(int k, int entries) {
        return Math.min((k + 0.125) / entries, 1);
    }

    /// Redrawn until no entry is near a half step and no two magnitudes are near each other.
    private static double[][] fair(Draw draw, int rows, int columns, int bits) {
        while (true) {
            double[][] w = draw.matrix(rows, columns, -1, 1);
            double scale = scale(w, bits);
            double last = -1;
            boolean fair = true;
            for (double magnitude : sortedMagnitudes(w)) {
                double steps = magnitude / scale;
                fair &= Math.abs(steps - Math.floor(steps) - 0.5) >= 1e-6 && magnitude - last >= 1e-9;
                last = magnitude;
            }
            if (fair) {
                return w;
            }
        }
    }
}
