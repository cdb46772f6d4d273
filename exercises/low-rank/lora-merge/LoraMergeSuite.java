package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.LoraMerge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or scale earlier stay below 0.1 %
/// of it. Merging in single precision exceeds it 10 times with random weights, and every
/// wrong factor changes the first digits.
class LoraMergeSuite {
    private static final double[][] W = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][] B = {{1}, {-1}};
    private static final double[][] A = {{0.5, 0, -0.5}};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(LoraMerge candidate) {
        double[][] merged = {{5, 2, -1}, {0, 5, 10}};
        assertClose(merged, candidate.merge(W, B, A, 8));
        assertClose(W, candidate.unmerge(merged, B, A, 8));
        assertClose(new double[]{5, 25}, candidate.forward(W, B, A, 8, new double[]{1, 1, 2}));
    }

    @Test
    @Points(15)
    @About("start")
    void an_adapter_of_zeros_changes_nothing(LoraMerge candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            var layer = new Layer(draw, draw.integer(1, 5), draw.integer(1, 5), draw.integer(1, 4));
            double[][] zeros = new double[layer.w.length][layer.a.length];
            assertClose(layer.w, candidate.merge(layer.w, zeros, layer.a, 16));
            assertClose(layer.w, candidate.unmerge(layer.w, zeros, layer.a, 16));
            assertClose(layer.w, candidate.merge(layer.w, layer.b, layer.a, 0));
            double[] x = draw.vector(layer.w[0].length, -2, 2);
            assertClose(product(layer.w, x), candidate.forward(layer.w, zeros, layer.a, 16, x));
            // Some rows of B are zeros, others are not.
            zeros[0] = layer.b[0].clone();
            assertClose(plus(layer.w, zeros, layer.a, 3), candidate.merge(layer.w, zeros, layer.a, 3));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("forward")
    void forward_is_what_the_merged_weights_give(LoraMerge candidate, Draw draw) {
        // Rank 2: A·x = (3, 4), B·(3, 4) = (11, -1), of which alpha / r = 3/2 is added to W·x = (1, 2).
        double[][] identity = {{1, 0}, {0, 1}};
        double[][] b = {{1, 2}, {1, -1}};
        double[][] a = {{1, 1}, {0, 2}};
        assertClose(new double[]{17.5, 0.5}, candidate.forward(identity, b, a, 3, new double[]{1, 2}));
        assertClose(new double[][]{{2.5, 7.5}, {1.5, -0.5}}, candidate.merge(identity, b, a, 3));
        int[][] sizes = {{1, 1, 1}, {4, 2, 3}, {2, 5, 1}, {3, 3, 3},
                {draw.integer(2, 9), draw.integer(2, 9), 4}};
        for (int[] size : sizes) {
            var layer = new Layer(draw, size[0], size[1], size[2]);
            double alpha = draw.uniform(1, 32);
            double[] x = draw.vector(size[1], -2, 2);
            double[][] merged = candidate.merge(layer.w, layer.b, layer.a, alpha);
            assertClose(plus(layer.w, layer.b, layer.a, alpha), merged);
            double[] out = candidate.forward(layer.w, layer.b, layer.a, alpha, x);
            assertClose(product(merged, x), out);
            assertClose(out, candidate.forward(layer.w, layer.b, layer.a, alpha, x));
        }
    }

    @Test
    @Points(15)
    @About("unmerge")
    void unmerging_gives_the_weights_back(LoraMerge candidate, Draw draw) {
        for (double alpha : new double[]{16, 0.5, -3, draw.uniform(1, 40)}) {
            var layer = new Layer(draw, draw.integer(1, 6), draw.integer(1, 6), draw.integer(1, 5));
            double[][] merged = candidate.merge(layer.w, layer.b, layer.a, alpha);
            assertClose(plus(layer.w, layer.b, layer.a, alpha), merged);
            assertClose(layer.w, candidate.unmerge(merged, layer.b, layer.a, alpha));
            // Weights that were never merged; and the other way round.
            double[][] below = candidate.unmerge(layer.w, layer.b, layer.a, alpha);
            assertClose(plus(layer.w, layer.b, layer.a, -alpha), below);
            assertShape(layer.w.length, layer.w[0].length, below);
            assertClose(layer.w, candidate.merge(below, layer.b, layer.a, alpha));
        }
    }

    @Test
    @Points(10)
    @About("scale-factor")
    void padding_with_zeros_and_doubling_alpha_changes_nothing(LoraMerge candidate, Draw draw) {
        for (int r : new int[]{1, 3, draw.integer(2, 6)}) {
            var layer = new Layer(draw, draw.integer(2, 6), draw.integer(2, 6), r);
            double alpha = draw.uniform(0.5, 16);
            double[][] b = Arrays.stream(layer.b)
                    .map(row -> Arrays.copyOf(row, 2 * r))
                    .toArray(double[][]::new);
            double[][] a = Arrays.copyOf(layer.a, 2 * r);
            Arrays.fill(a, r, 2 * r, new double[layer.a[0].length]);
            double[][] merged = candidate.merge(layer.w, layer.b, layer.a, alpha);
            assertClose(plus(layer.w, layer.b, layer.a, alpha), merged);
            assertClose(merged, candidate.merge(layer.w, b, a, 2 * alpha));
            double[] x = draw.vector(layer.w[0].length, -2, 2);
            assertClose(product(merged, x), candidate.forward(layer.w, b, a, 2 * alpha, x));
            assertClose(layer.w, candidate.unmerge(merged, b, a, 2 * alpha));
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_does_not_fit_together(LoraMerge candidate) {
        double[][] w = {{1, 2, 3}, {4, 5, 6}};
        double[][] b = {{1, 2}, {3, 4}};
        double[][] a = {{1, 0, 1}, {0, 1, 0}};
        for (double[][] bad : broken(w)) {
            refuses(candidate, "w", bad, b, a, 2);
        }
        for (double[][] bad : broken(b)) {
            refuses(candidate, "b", w, bad, a, 2);
        }
        for (double[][] bad : broken(a)) {
            refuses(candidate, "a", w, b, bad, 2);
        }
        refuses(candidate, "w without columns", new double[2][0], b, new double[2][0], 2);
        refuses(candidate, "w of one row", new double[][]{{1, 2, 3}}, b, a, 2);
        refuses(candidate, "w of three rows", new double[][]{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, b, a, 2);
        refuses(candidate, "b of rank 3", w, w, a, 2);
        refuses(candidate, "b of rank 1", w, B, a, 2);
        refuses(candidate, "a for two numbers", w, b, b, 2);
        refuses(candidate, "a for four numbers", w, b, new double[][]{{1, 2, 3, 4}, {5, 6, 7, 8}}, 2);
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            refuses(candidate, "alpha = " + bad, w, b, a, bad);
        }
        double[][] inputs = {null, {}, {1, 2}, {1, 2, 3, 4}, {Double.NaN, 2, 3}, {1, 2, Double.NaN},
                {1, Double.POSITIVE_INFINITY, 3}, {1, 2, Double.NEGATIVE_INFINITY}};
        for (double[] bad : inputs) {
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.forward(w, b, a, 2, bad));
        }
        double[][] two = {{2}};
        assertClose(new double[][]{{-10}}, candidate.merge(two, two, two, -3));
    }

    @Test
    @Points(10)
    @About("scale")
    void large_matrices(LoraMerge candidate, Draw draw) {
        var layer = new Layer(draw, 400, 400, 400);
        double[] x = draw.vector(400, -1, 1);
        double[] inner = product(layer.a, x);
        double[] delta = product(layer.b, inner);
        double[] out = product(layer.w, x);
        for (int o = 0; o < 400; o++) {
            out[o] += 0.04 * delta[o];
        }
        assertClose(out, candidate.forward(layer.w, layer.b, layer.a, 16, x));
    }

    private static void refuses(
            LoraMerge candidate, String what, double[][] w, double[][] b, double[][] a, double alpha) {
        assertRejects("merge with a bad " + what, () -> candidate.merge(w, b, a, alpha));
        assertRejects("unmerge with a bad " + what, () -> candidate.unmerge(w, b, a, alpha));
        double[] x = {1, 2, 3};
        assertRejects("forward with a bad " + what, () -> candidate.forward(w, b, a, alpha, x));
        assertRejects("forward with a bad " + what, () -> candidate.forward(w, b, a, alpha, new double[0]));
    }

    /// What no matrix may be, made of a good one of two rows.
    private static double[][][] broken(double[][] good) {
        double[] first = good[0];
        double[] second = good[1];
        int columns = first.length;
        return new double[][][]{null, {}, {null, second}, {first, null}, new double[2][0],
                {first, {}}, {first, Arrays.copyOf(second, columns - 1)},
                {first, Arrays.copyOf(second, columns + 1)}, {with(first, 0, Double.NaN), second},
                {first, with(second, columns - 1, Double.NaN)},
                {first, with(second, 0, Double.POSITIVE_INFINITY)},
                {with(first, 1, Double.NEGATIVE_INFINITY), second}};
    }

    private static double[] with(double[] good, int index, double number) {
        double[] copy = good.clone();
        copy[index] = number;
        return copy;
    }

    /// Row by row of the result: each row of b says how much of which row of a comes in.
    private static double[][] plus(double[][] w, double[][] b, double[][] a, double alpha) {
        var sum = new double[w.length][];
        for (int o = 0; o < w.length; o++) {
            sum[o] = w[o].clone();
            for (int c = 0; c < a.length; c++) {
                double share = alpha * b[o][c] / a.length;
                for (int i = 0; i < sum[o].length; i++) {
                    sum[o][i] += share * a[c][i];
                }
            }
        }
        return sum;
    }

    private static double[] product(double[][] matrix, double[] x) {
        var product = new double[matrix.length];
        for (int o = 0; o < product.length; o++) {
            for (int i = x.length - 1; i >= 0; i--) {
                product[o] += matrix[o][i] * x[i];
            }
        }
        return product;
    }

    private record Layer(double[][] w, double[][] b, double[][] a) {
        Layer(Draw draw, int out, int in, int r) {
            this(draw.matrix(out, in, -1, 1), draw.matrix(out, r, -1, 1), draw.matrix(r, in, -1, 1));
        }
    }
}
