package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.SparsegptLayer;
import exercise.SparsegptLayer.Result;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Compared within 1e-8 absolute plus 1e-8 relative. Damped Hessians have condition numbers
/// of some thousands, so that right solutions, whichever way they factorize, stay below
/// 0.1 % of it; float is beyond it 10 times and more, and a wrong factor, score or reach
/// shows in the first digits. The scores on either side of a threshold differ by 1e-6 of
/// their size and more, or are equal because the columns are alike.
///
/// The expected value solves for the free columns at every step, as the surgeon does; it
/// knows no triangular factor.
class SparsegptLayerSuite {
    private static final Tolerance NEAR = new Tolerance(1e-8, 1e-8);

    @Test
    @Points(15)
    @About("orthogonal")
    void uncorrelated_inputs_leave_the_survivors_alone(SparsegptLayer candidate, Draw draw) {
        // λ = 0.01 · 5: scores 4 · 1.05 and 1 · 9.05, so the larger weight goes.
        check(new Result(new double[][]{{0, 1}}, 4),
                candidate.prune(new double[][]{{2, 1}}, new double[][]{{1, 0}, {0, 3}}, 0.5, 2, 0.01));
        // λ = 5: scores 4 · 6 and 1 · 14; undamped it would be 4 and 9.
        check(new Result(new double[][]{{2, 0}}, 9),
                candidate.prune(new double[][]{{2, 1}}, new double[][]{{1, 0}, {0, 3}}, 0.5, 2, 1));
        // All columns alike: equal weights go by row, then by column within the block.
        double[][] alike = {{1, -1, 1, -1}, {-1, 1, 1, 1}};
        double[][] twos = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 2}};
        check(new Result(new double[][]{{0, 0, 0, -1}, {-1, 1, 1, 1}}, 12),
                candidate.prune(alike, twos, 0.375, 4, 0.01));
        check(new Result(new double[][]{{0, 0, 1, -1}, {-1, 0, 1, 1}}, 9),
                candidate.prune(new double[][]{{1, -1, 1, -1}, {-1, 0.5, 1, 1}}, twos, 0.375, 4, 0.01));
        check(new Result(new double[][]{{0, 0, 0, 0}, {0, 1, 0, 1}}, 24),
                candidate.prune(alike, twos, 0.75, 2, 0.01));
        for (int round = 0; round < 4; round++) {
            int inputs = draw.integer(3, 7);
            var x = new double[inputs][inputs];
            for (int j = 0; j < inputs; j++) {
                x[j][j] = draw.uniform(0.3, 4);
            }
            double[][] w = draw.matrix(draw.integer(1, 4), inputs, -2, 2);
            check(candidate, new Layer(w, x), 0.5, inputs, 0.05);
            check(candidate, new Layer(w, x), 0.5, 2, 0.05);
        }
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_example_of_the_statement(SparsegptLayer candidate) {
        double[][] w = {{1, -0.5, 0.25, 0.75}, {0.3, 0.9, -0.8, 0.1}};
        double[][] x = {{1, 0.9, 0, 0.2}, {0.5, 0.4, 1, -1}, {-1, -1.1, 0.3, 0.5}, {2, 1.8, -0.5, 1},
                {0, 0.3, 2, 0.7}};
        double[][] expected = {{0, 0.5462011386790679, 0, 0.7200359006389214},
                {0, 1.2138603416037204, -0.8310451094523794, 0}};
        check(new Result(expected, 0.22648965553619183), candidate.prune(w, x, 0.5, 4, 0.01));
    }

    @Test
    @Points(15)
    @About("error")
    void it_mostly_beats_magnitude_pruning(SparsegptLayer candidate, Draw draw) {
        int better = 0;
        for (int round = 0; round < 50; round++) {
            Layer layer = layer(draw, 8, 16, 40);
            Result actual = candidate.prune(layer.w, layer.x, 0.5, 16, 0.01);
            assertFinite(actual);
            assertShape(8, 16, actual.w());
            assertClose(error(layer, actual.w()), actual.error(), NEAR);
            double[] magnitudes = Arrays.stream(layer.w).flatMapToDouble(Arrays::stream).map(Math::abs)
                    .sorted().toArray();
            double[][] smallest = Arrays.stream(layer.w)
                    .map(row -> Arrays.stream(row).map(v -> Math.abs(v) < magnitudes[64] ? 0 : v).toArray())
                    .toArray(double[][]::new);
            better += actual.error() <= error(layer, smallest) ? 1 : 0;
        }
        assertHolds(better >= 40, "better than magnitude pruning on %s of 50 layers", better);
    }

    @Test
    @Points(15)
    @About("blocks")
    void blocks_of_any_width(SparsegptLayer candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            check(candidate, clear(draw, 3, 7, 20, 0.5, 1, 0.01), 0.5, 1, 0.01);
            check(candidate, clear(draw, 3, 7, 20, 0.4, 7, 0.02), 0.4, 7, 0.02);
            check(candidate, clear(draw, 3, 7, 20, 0.5, 3, 0.1), 0.5, 3, 0.1);
            check(candidate, clear(draw, 1, 5, 12, 0.6, 2, 0.01), 0.6, 2, 0.01);
            check(candidate, clear(draw, 2, 6, 15, 0.5, 4, 0.01), 0.5, 4, 0.01);
            check(candidate, clear(draw, 2, 5, 15, 0.3, 99, 0.01), 0.3, 99, 0.01);
            check(candidate, clear(draw, 2, 5, 15, 0.3, 1, 2), 0.3, Integer.MAX_VALUE, 2);
        }
        check(candidate, new Layer(new double[][]{{-3}}, new double[][]{{2}}), 1, 1, 0.01);
        check(candidate, new Layer(new double[][]{{-3}}, new double[][]{{2}}), 0.5, 1, 0.01);
    }

    @Test
    @Points(10)
    @About("beyond")
    void an_update_changes_the_mask_of_the_next_block(SparsegptLayer candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            Layer layer;
            do {
                layer = clear(draw, 2, 8, 24, 0.5, 2, 0.01);
            } while (Arrays.deepEquals(zeros(expected(layer, 0.5, 2, 0.01, true).w),
                    zeros(expected(layer, 0.5, 2, 0.01, false).w)));
            check(candidate, layer, 0.5, 2, 0.01);
        }
    }

    @Test
    @Points(10)
    @About("dead")
    void dead_inputs_and_few_samples(SparsegptLayer candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            Layer alive = layer(draw, 3, 6, 20);
            int dead = draw.integer(0, 5);
            for (double[] sample : alive.x) {
                sample[dead] = 0;
            }
            // Weights of a dead input go whether or not their number is asked for.
            check(candidate, alive, 0, 3, 0.05);
            if (expected(alive, 0.5, 3, 0.05, true).gap > 1e-6) {
                check(candidate, alive, 0.5, 3, 0.05);
            }
            // Three samples of eight inputs: singular but for the damping.
            check(candidate, clear(draw, 3, 8, 3, 0.5, 4, 0.01), 0.5, 4, 0.01);
            check(candidate, clear(draw, 2, 5, 1, 0.4, 5, 0.1), 0.4, 5, 0.1);
        }
        // λ = 0.5 · (8 + 1) / 2 = 2.25 in both columns
        double[][] x = {{2, 0}, {-2, 0}};
        check(new Result(new double[][]{{3, 0}, {-1, 0}}, 0),
                candidate.prune(new double[][]{{3, 7}, {-1, -9}}, x, 0.5, 2, 0.5));
        check(new Result(new double[2][2], 0),
                candidate.prune(new double[][]{{3, 7}, {-1, -9}}, new double[3][2], 0, 1, 0.5));
        // The dead input counts with 1 in the mean: λ = 0.3 · (4 + 1 + 1) / 3 = 0.6
        double[][] pair = {{1, 1, 0}, {1, 0, 0}, {1, 0, 0}, {1, 0, 0}};
        check(candidate, new Layer(new double[][]{{1, 2, 3}}, pair), 0.625, 3, 0.3);
        check(candidate, new Layer(new double[][]{{0.5, 2, 3}}, pair), 0.625, 3, 0.3);
    }

    @Test
    @Points(5)
    @About("count")
    void every_block_loses_its_share(SparsegptLayer candidate, Draw draw) {
        Layer layer = layer(draw, 10, 10, 30);
        assertClose(new Result(layer.w, 0), candidate.prune(layer.w, layer.x, 0, 3, 0.01),
                new Tolerance(1e-12, 1e-12));
        check(new Result(new double[10][10], error(layer, new double[10][10])),
                candidate.prune(layer.w, layer.x, 1, 3, 0.01));
        // 28.999…; 5 of 10 rows · 1 column; 7.5 of 30 in three blocks and 2.5 of 10 in the last
        assertCounts(candidate, layer, 0.29, 10, 29);
        assertCounts(candidate, layer, 0.5, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertCounts(candidate, layer, 0.25, 3, 8, 8, 8, 2);
        assertCounts(candidate, layer, 0.05, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_pruned(SparsegptLayer candidate) {
        double[][] good = {{1, 2}, {3, -4}};
        assertRejects("w = null", () -> candidate.prune(null, good, 0.5, 1, 0.1));
        assertRejects("x = null", () -> candidate.prune(good, null, 0.5, 1, 0.1));
        double[][][] broken = {{}, {null}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, Double.NaN}}, {{1, 2}, {Double.POSITIVE_INFINITY, 4}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1}, {2}}, {{1, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("w = " + what, () -> candidate.prune(bad, good, 0.5, 1, 0.1));
            assertRejects("x = " + what, () -> candidate.prune(good, bad, 0, 2, 0.1));
        }
        double[][] empty = {{}};
        assertRejects("no columns anywhere", () -> candidate.prune(empty, empty, 0, 1, 0.1));
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        for (double bad : new double[]{-0.1, -1e-12, 1 + 1e-12, 1.5, nan, infinity, -infinity}) {
            assertRejects("sparsity = " + bad, () -> candidate.prune(good, good, bad, 1, 0.1));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("block = " + bad, () -> candidate.prune(good, good, 0.5, bad, 0.1));
        }
        for (double bad : new double[]{0, -0.1, nan, infinity, -infinity}) {
            assertRejects("damp = " + bad, () -> candidate.prune(good, good, 0.5, 1, bad));
        }
        // H is singular, and this damping is lost when it is added.
        double[][] same = {{1, 1}};
        assertRejects("a pivot of 0", () -> candidate.prune(good, same, 0.5, 1, 1e-300));
        check(candidate, new Layer(new double[][]{{1, 2}, {3, -4}}, new double[][]{{1, 1}}), 0.5, 2, 1e-3);
    }

    @Test
    @Points(5)
    @About("scale")
    void a_layer_of_256_inputs(SparsegptLayer candidate, Draw draw) {
        Layer warm = layer(draw, 16, 32, 64);
        candidate.prune(warm.w, warm.x, 0.5, 8, 0.01);
        Layer layer = layer(draw, 64, 256, 512);
        Expected expected = expected(layer, 0.5, 64, 0.01, true);
        while (expected.gap < 1e-9) {
            layer = layer(draw, 64, 256, 512);
            expected = expected(layer, 0.5, 64, 0.01, true);
        }
        check(new Result(expected.w, error(layer, expected.w)),
                candidate.prune(layer.w, layer.x, 0.5, 64, 0.01));
    }

    private record Layer(double[][] w, double[][] x) {}

    /// @param gap
    ///            by how much, relative to their size, the scores on either side of a
    ///            threshold differ at least
    private record Expected(double[][] w, double gap) {}

    /// Close, and what is pruned is exactly 0.
    private static void check(Result expected, Result actual) {
        assertClose(expected, actual, NEAR);
        for (int i = 0; i < expected.w().length; i++) {
            for (int j = 0; j < expected.w()[i].length; j++) {
                double weight = actual.w()[i][j];
                boolean stays = expected.w()[i][j] != 0;
                assertHolds(stays || weight == 0, "w[%s][%s] is pruned and yet %s", i, j, weight);
            }
        }
    }

    private static void check(
            SparsegptLayer candidate, Layer layer, double sparsity, int block, double damp) {
        double[][] expected = expected(layer, sparsity, Math.min(block, layer.w[0].length), damp, true).w;
        check(new Result(expected, error(layer, expected)),
                candidate.prune(layer.w, layer.x, sparsity, block, damp));
    }

    private static void assertCounts(
            SparsegptLayer candidate, Layer layer, double sparsity, int block, int... counts) {
        Result actual = candidate.prune(layer.w, layer.x, sparsity, block, 0.01);
        assertFinite(actual);
        assertShape(10, 10, actual.w());
        var zeros = new int[counts.length];
        for (double[] row : actual.w()) {
            for (int j = 0; j < 10; j++) {
                zeros[j / block] += row[j] == 0 ? 1 : 0;
            }
        }
        assertHolds(Arrays.equals(counts, zeros), "zeros in the blocks: %s", Arrays.toString(zeros));
    }

    /// Correlated inputs: three hidden causes and some noise.
    private static Layer layer(Draw draw, int outputs, int inputs, int samples) {
        double[][] mix = draw.matrix(3, inputs, -1, 1);
        double[][] x = draw.matrix(samples, inputs, -0.5, 0.5);
        for (double[] sample : x) {
            double[] causes = draw.vector(3, -1.5, 1.5);
            for (int j = 0; j < inputs; j++) {
                sample[j] += causes[0] * mix[0][j] + causes[1] * mix[1][j] + causes[2] * mix[2][j];
            }
        }
        return new Layer(draw.matrix(outputs, inputs, -1, 1), x);
    }

    /// A layer on which nothing hangs on the last digits of a score.
    private static Layer clear(
            Draw draw, int outputs, int inputs, int samples, double sparsity, int block, double damp) {
        while (true) {
            Layer layer = layer(draw, outputs, inputs, samples);
            if (expected(layer, sparsity, Math.min(block, inputs), damp, true).gap > 1e-6
                    && expected(layer, sparsity, inputs, damp, true).gap > 1e-6) {
                return layer;
            }
        }
    }

    /// @param current whether scores are of the weights at the start of a block, as they should be, or of the
    ///        original ones
    private static Expected expected(Layer layer, double sparsity, int block, double damp, boolean current) {
        int inputs = layer.w[0].length;
        double[][] w = Arrays.stream(layer.w).map(double[]::clone).toArray(double[][]::new);
        double[][] h = hessian(layer.x, w, damp);
        double[][] inverses = IntStream.range(0, inputs)
                .mapToObj(j -> inverseRow(h, j))
                .toArray(double[][]::new);
        double gap = Double.POSITIVE_INFINITY;
        for (int start = 0; start < inputs; start += block) {
            int from = start;
            int width = Math.min(block, inputs - from);
            double[] scores = IntStream.range(0, w.length * width)
                    .mapToDouble(i -> Math.pow((current ? w : layer.w)[i / width][from + i % width], 2)
                            / inverses[from + i % width][0])
                    .toArray();
            int k = (int) Math.rint(sparsity * scores.length);
            double[] sorted = Arrays.stream(scores).sorted().toArray();
            if (k > 0 && k < sorted.length) {
                gap = Math.min(gap, (sorted[k] - sorted[k - 1]) / sorted[k]);
            }
            IntStream.range(0, scores.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                    .limit(k)
                    .sorted((a, b) -> a % width - b % width)
                    .forEach(i -> remove(w[i / width], from + i % width, inverses));
        }
        return new Expected(w, gap);
    }

    /// Only rows of weights that go change, each for itself: the columns to the right make
    /// up for it as far as they can.
    private static void remove(double[] row, int j, double[][] inverses) {
        double factor = row[j] / inverses[j][0];
        for (int l = j; l < row.length; l++) {
            row[l] -= factor * inverses[j][l - j];
        }
        row[j] = 0;
    }

    /// Clears the weights of dead inputs on its way.
    private static double[][] hessian(double[][] x, double[][] w, double damp) {
        int inputs = x[0].length;
        var h = new double[inputs][inputs];
        for (double[] sample : x) {
            for (int a = 0; a < inputs; a++) {
                for (int b = 0; b < inputs; b++) {
                    h[a][b] += sample[a] * sample[b];
                }
            }
        }
        for (int j = 0; j < inputs; j++) {
            for (int i = 0; i < w.length && h[j][j] == 0; i++) {
                w[i][j] = 0;
            }
            h[j][j] = h[j][j] == 0 ? 1 : h[j][j];
        }
        double mean = IntStream.range(0, inputs).mapToDouble(j -> h[j][j]).average().orElseThrow();
        for (int j = 0; j < inputs; j++) {
            h[j][j] += damp * mean;
        }
        return h;
    }

    /// The first row of the inverse of h without its first `from` rows and columns: the
    /// solution of h · y = (1, 0, …, 0), with the last unknowns eliminated first.
    private static double[] inverseRow(double[][] h, int from) {
        int n = h.length - from;
        double[][] left = IntStream.range(from, h.length)
                .mapToObj(i -> Arrays.copyOfRange(h[i], from, h.length))
                .toArray(double[][]::new);
        for (int p = n - 1; p > 0; p--) {
            for (int i = 0; i < p; i++) {
                double factor = left[i][p] / left[p][p];
                for (int j = 0; j < p; j++) {
                    left[i][j] -= factor * left[p][j];
                }
            }
        }
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = left[i];
            double known = IntStream.range(0, i).mapToDouble(j -> row[j] * y[j]).sum();
            y[i] = ((i == 0 ? 1 : 0) - known) / row[i];
        }
        return y;
    }

    private static double error(Layer layer, double[][] w) {
        double error = 0;
        for (double[] sample : layer.x) {
            for (int i = 0; i < w.length; i++) {
                int row = i;
                error += Math.pow(IntStream.range(0, sample.length)
                        .mapToDouble(j -> (layer.w[row][j] - w[row][j]) * sample[j])
                        .sum(), 2);
            }
        }
        return error;
    }

    /// Where nothing is left.
    private static int[][] zeros(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> IntStream.range(0, row.length).filter(j -> row[j] == 0).toArray())
                .toArray(int[][]::new);
    }
}
