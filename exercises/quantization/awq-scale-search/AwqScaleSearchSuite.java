package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.AwqScaleSearch;
import exercise.AwqScaleSearch.Best;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Losses and scales may be off by 1e-9 of their size, exponents likewise: sums in another order,
/// or of squares by way of the Gram matrix of x, use less than a thousandth of that, single
/// precision exceeds it 10 times, and another exponent, clamp or mean a millionfold. For every
/// exponent that is tried quotients keep away from halves, and the best loss is 1e-6 of it
/// smaller than every other, unless all are exactly equal.
class AwqScaleSearchSuite {
    private static final Tolerance CLOSE = new Tolerance(1e-13, 1e-9);
    private static final double[][] X = {{0.1, 3, -0.2, 0.5}, {-0.2, 5, 0.1, 0.4}, {0.15, -4, 0.3, -0.6}};
    private static final double[][] W = {{0.9, 0.11, -0.72, 0.33}, {-0.35, 0.27, 1.4, -0.8}};

    private record Inputs(double[][] x, double[][] w) {}

    @Test
    @Points(15)
    @About("plain")
    void without_scales_it_is_rounding_in_groups(AwqScaleSearch candidate, Draw draw) {
        assertClose(0.006583057222222212, candidate.loss(X, W, 4, ones(4)), CLOSE);
        // One weight of 3.4 becomes 3, one of 0.6 becomes 1: outputs off by 0.4 and -0.4, 0.8 and -0.8.
        double[][] w = {{15, 3.4}, {15, 0.6}};
        assertClose((0.16 + 0.16 + 0.64 + 0.64) / 4,
                candidate.loss(new double[][]{{3, 1}, {-5, 2}}, w, 2, ones(2)), CLOSE);
        // Errors of 0.4 and -0.4 cancel where their inputs are equal, and add where they are not.
        double[][] row = {{15, 3.4, 0.6}};
        assertClose(0.0, candidate.loss(new double[][]{{7, 1, 1}}, row, 3, ones(3)), CLOSE);
        assertClose(0.64, candidate.loss(new double[][]{{7, 1, -1}}, row, 3, ones(3)), CLOSE);
        assertClose(0.0, candidate.loss(X, new double[2][4], 3, ones(4)), CLOSE);
        // Halves go to the even code: -0.5 to 0, 14.5 to 14, 2.5 to 2.
        assertClose(0.25, candidate.loss(new double[][]{{1, 1, 1}}, new double[][]{{-0.5, 14.5, 2.5}}, 3,
                ones(3)),
                CLOSE);
        // A lower end of -7.5 takes the zero-point 8 and leaves 7 steps above it: -8 and 7.
        assertClose(1.0, candidate.loss(new double[][]{{1, 1}}, new double[][]{{-7.5, 7.5}}, 2, ones(2)),
                CLOSE);
        for (int round = 0; round < 10; round++) {
            Inputs inputs = inputs(draw, draw.integer(1, 5), draw.integer(1, 4), draw.integer(2, 8), 8, 1);
            int in = inputs.w[0].length;
            assertClose(loss(inputs, 8, ones(in)), candidate.loss(inputs.x, inputs.w, 8, ones(in)), CLOSE);
        }
    }

    @Test
    @Points(25)
    @About("example")
    @Sample
    void the_example_of_the_statement(AwqScaleSearch candidate) {
        double[] s = {0.2477212648268246, 4.036795148365941, 0.31634517504154197, 0.6893030851173386};
        assertClose(new Best(0.85, s, 0.00022361332366455274), candidate.search(X, W, 4, 20), CLOSE);
        assertClose(0.00022361332366455274, candidate.loss(X, W, 4, s), CLOSE);
    }

    @Test
    @Points(15)
    @About("salient")
    void a_loud_channel_with_small_weights_is_protected(AwqScaleSearch candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            Inputs inputs;
            Best best;
            do {
                inputs = salient(draw, 12, 6, 16);
                best = best(inputs, 16, 10);
            } while (best.loss() > loss(inputs, 16, ones(16)) / 4);
            Best found = search(candidate, inputs, 16, 10);
            assertClose(best, found, CLOSE);
            double plain = candidate.loss(inputs.x, inputs.w, 16, ones(16));
            assertHolds(found.loss() < plain / 3, "loss %s with scales, %s without", found.loss(), plain);
            // A single exponent is 0, however much a larger one would help.
            assertClose(new Best(0, ones(16), plain), search(candidate, inputs, 16, 1), CLOSE);
            // Two are 0 and a half.
            assertClose(best(inputs, 16, 2), search(candidate, inputs, 16, 2), CLOSE);
        }
        for (int round = 0; round < 6; round++) {
            Inputs inputs = inputs(draw, draw.integer(1, 5), draw.integer(1, 4), draw.integer(2, 8), 8, 7);
            assertClose(best(inputs, 8, 7), search(candidate, inputs, 8, 7), CLOSE);
        }
    }

    @Test
    @Points(10)
    @About("ties")
    void of_equal_losses_the_smaller_exponent_wins(AwqScaleSearch candidate, Draw draw) {
        Inputs inputs = inputs(draw, 5, 3, 6, 6, 1);
        for (double[] row : inputs.x) {
            Arrays.setAll(row, j -> draw.coin() ? 1 : -1);
        }
        double plain = loss(inputs, 6, ones(6));
        assertHolds(plain > 1e-6, "the suite drew weights without rounding errors");
        for (int grid : new int[]{1, 2, 20}) {
            assertClose(new Best(0, ones(6), plain), search(candidate, inputs, 6, grid), CLOSE);
        }
        // Nothing comes in, nothing is lost; a single channel needs no scale.
        assertClose(new Best(0, ones(2), 0),
                candidate.search(new double[3][2], new double[][]{{1, 0.3}}, 2, 10),
                CLOSE);
        assertClose(new Best(0, ones(1), 0),
                candidate.search(new double[][]{{1}}, new double[][]{{15}, {-30}}, 1, 4),
                CLOSE);
    }

    @Test
    @Points(10)
    @About("groups")
    void groups_begin_anew_in_every_row(AwqScaleSearch candidate, Draw draw) {
        assertClose(0.006371434999999991, candidate.loss(X, W, 2, ones(4)), CLOSE);
        assertClose(0.011222697037037046, candidate.loss(X, W, 3, ones(4)), CLOSE);
        for (int[] shape : new int[][]{{6, 4}, {7, 3}, {5, 2}, {9, 8}, {5, 5}, {3, 2}}) {
            int group = shape[1];
            Inputs inputs = inputs(draw, 4, 3, shape[0], group, 5);
            double[] s = draw.vector(shape[0], 0.3, 3);
            while (!fair(inputs.w, group, s)) {
                s = draw.vector(shape[0], 0.3, 3);
            }
            assertClose(loss(inputs, group, s), candidate.loss(inputs.x, inputs.w, group, s), CLOSE);
            assertClose(best(inputs, group, 5), search(candidate, inputs, group, 5), CLOSE);
        }
        Inputs wide = inputs(draw, 2, 2, 3, 3, 4);
        assertClose(best(wide, 3, 4), search(candidate, wide, Integer.MAX_VALUE, 4), CLOSE);
        // A group of zeros loses nothing; its neighbour does.
        assertClose(0.04, candidate.loss(new double[][]{{1, 1, 1, 0.5}}, new double[][]{{0, 0, 15, 3.4}}, 2,
                ones(4)),
                CLOSE);
    }

    @Test
    @Points(10)
    @About("normalised")
    void the_largest_scale_times_the_smallest_is_one(AwqScaleSearch candidate, Draw draw) {
        for (int round = 0; round < 8; round++) {
            Inputs inputs = inputs(draw, 4, 3, 6, 6, 6);
            if (round % 2 == 1) {
                // A silent channel: its mean magnitude is 0, and 0 to the power of 0 is 1.
                inputs = silent(draw, round % 4 == 1);
            }
            Best found = search(candidate, inputs, 6, 6);
            double largest = Arrays.stream(found.s()).max().getAsDouble();
            double smallest = Arrays.stream(found.s()).min().getAsDouble();
            assertClose(1.0, largest * smallest, CLOSE);
            assertClose(best(inputs, 6, 6), found, CLOSE);
            assertClose(found.loss(), candidate.loss(inputs.x, inputs.w, 6, found.s()), CLOSE);
            // A common factor of all scales moves the grids and nothing else.
            double[] twice = Arrays.stream(found.s()).map(scale -> 4 * scale).toArray();
            assertClose(found.loss(), candidate.loss(inputs.x, inputs.w, 6, twice), CLOSE);
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void refuses_what_does_not_fit_together(AwqScaleSearch candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1, 2, 3}, {4, 5, 6}}, {{1}, {2}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("x = " + what, () -> candidate.search(bad, good, 2, 4));
            assertRejects("w = " + what, () -> candidate.search(good, bad, 2, 4));
            assertRejects("x = " + what, () -> candidate.loss(bad, good, 2, ones(2)));
            assertRejects("w = " + what, () -> candidate.loss(good, bad, 2, ones(2)));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("group = " + bad, () -> candidate.search(good, good, bad, 4));
            assertRejects("group = " + bad, () -> candidate.loss(good, good, bad, ones(2)));
            assertRejects("grid = " + bad, () -> candidate.search(good, good, 2, bad));
        }
        double[][] scales = {null, {}, {1}, {1, 1, 1}, {0, 1}, {1, -0.0}, {1, -1}, {Double.NaN, 1},
                {1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 1}};
        for (double[] bad : scales) {
            assertRejects("s = " + Arrays.toString(bad), () -> candidate.loss(good, good, 2, bad));
        }
        assertRejects("no columns", () -> candidate.search(new double[2][0], new double[2][0], 2, 4));
        assertRejects("no columns", () -> candidate.loss(new double[2][0], new double[2][0], 2,
                new double[0]));
        assertClose(0.0, candidate.loss(new double[][]{{1}}, new double[][]{{-1}}, 1, ones(1)), CLOSE);
    }

    @Test
    @Points(5)
    @About("scale")
    void large_matrices(AwqScaleSearch candidate, Draw draw) {
        Inputs small = inputs(draw, 10, 8, 32, 16, 3);
        candidate.search(small.x, small.w, 16, 3);
        Inputs large = inputs(draw, 128, 64, 256, 64, 20);
        assertClose(best(large, 64, 20), search(candidate, large, 64, 20), CLOSE);
    }

    private static Best search(AwqScaleSearch candidate, Inputs inputs, int group, int grid) {
        Best best = candidate.search(inputs.x, inputs.w, group, grid);
        assertHolds(best != null && best.s() != null && best.s().length == inputs.w[0].length,
                "one scale for each channel");
        return best;
    }

    private static double[] ones(int length) {
        var ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// Activations whose channels differ in loudness, and weights; of all exponents one is best.
    private static Inputs inputs(Draw draw, int n, int out, int in, int group, int grid) {
        while (true) {
            var inputs = new Inputs(draw.matrix(n, in, -1, 1), draw.matrix(out, in, -1, 1));
            for (int j = 0; j < in; j++) {
                double loudness = Math.pow(10, draw.uniform(-1, 1));
                for (double[] row : inputs.x) {
                    row[j] *= loudness;
                }
            }
            if (clear(inputs, group, grid)) {
                return inputs;
            }
        }
    }

    private static Inputs salient(Draw draw, int n, int out, int in) {
        while (true) {
            var inputs = new Inputs(draw.matrix(n, in, -1, 1), draw.matrix(out, in, -1, 1));
            int loud = draw.integer(0, in - 1);
            for (double[] row : inputs.x) {
                row[loud] *= 30;
            }
            for (double[] row : inputs.w) {
                row[loud] *= 0.1;
            }
            if (clear(inputs, in, 10) && clear(inputs, in, 2)) {
                return inputs;
            }
        }
    }

    private static Inputs silent(Draw draw, boolean first) {
        while (true) {
            Inputs inputs = inputs(draw, 4, 3, 6, 6, 6);
            for (double[] row : inputs.x) {
                row[first ? 0 : 5] = 0;
            }
            if (clear(inputs, 6, 6)) {
                return inputs;
            }
        }
    }

    private static boolean clear(Inputs inputs, int group, int grid) {
        var losses = new double[grid];
        for (int i = 0; i < grid; i++) {
            double[] s = scales(inputs.x, (double) i / grid);
            if (!fair(inputs.w, group, s)) {
                return false;
            }
            losses[i] = loss(inputs, group, s);
        }
        Arrays.sort(losses);
        return losses[0] > 1e-9 && (grid == 1 || losses[1] > losses[0] * (1 + 1e-6));
    }

    private static boolean fair(double[][] w, int group, double[] s) {
        for (double[] row : w) {
            for (int j = 0; j < row.length; j++) {
                double[] grid = grid(row, s, j / group * group, group);
                if (half(row[j] * s[j] / grid[1]) || half(grid[0] / grid[1])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean half(double quotient) {
        return Math.abs(Math.abs(quotient - Math.rint(quotient)) - 0.5) < 1e-7;
    }

    private static double[] scales(double[][] x, double alpha) {
        double[] t = IntStream.range(0, x[0].length)
                .mapToDouble(j -> Arrays.stream(x)
                        .mapToDouble(row -> Math.abs(row[j]))
                        .average()
                        .getAsDouble())
                .map(mean -> Math.max(Math.pow(mean, alpha), 1e-4))
                .toArray();
        double largest = Arrays.stream(t).max().getAsDouble();
        double smallest = Arrays.stream(t).min().getAsDouble();
        return Arrays.stream(t).map(value -> value / Math.sqrt(largest * smallest)).toArray();
    }

    /// Lower end and step of the group that begins at a column.
    private static double[] grid(double[] row, double[] s, int from, int group) {
        double lo = 0;
        double hi = 0;
        for (int j = from; j < row.length && j - from < group; j++) {
            lo = Math.min(lo, row[j] * s[j]);
            hi = Math.max(hi, row[j] * s[j]);
        }
        return new double[]{lo, hi == lo ? 1 : (hi - lo) / 15};
    }

    /// Without rounding to even: no quotient is a half. Nor is anything clipped then.
    private static double loss(Inputs inputs, int group, double[] s) {
        double sum = 0;
        for (double[] weights : inputs.w) {
            var change = new double[weights.length];
            for (int j = 0; j < change.length; j++) {
                double step = grid(weights, s, j / group * group, group)[1];
                change[j] = Math.floor(weights[j] * s[j] / step + 0.5) * step / s[j] - weights[j];
            }
            for (double[] row : inputs.x) {
                double output = 0;
                for (int j = 0; j < change.length; j++) {
                    output += row[j] * change[j];
                }
                sum += output * output;
            }
        }
        return sum / inputs.x.length / inputs.w.length;
    }

    private static Best best(Inputs inputs, int group, int grid) {
        Best best = null;
        for (int i = 0; i < grid; i++) {
            double alpha = (double) i / grid;
            double[] s = scales(inputs.x, alpha);
            double loss = loss(inputs, group, s);
            best = best == null || loss < best.loss() ? new Best(alpha, s, loss) : best;
        }
        return best;
    }
}
