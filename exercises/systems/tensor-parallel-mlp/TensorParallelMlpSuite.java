package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TensorParallelMlp;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order stay below 0.01 % of it; single
/// precision exceeds it 50 times with drawn numbers.
class TensorParallelMlpSuite {
    private static final double[][] W1 = {{1, -1}, {0.5, 2}, {-1, 1}, {2, 0}};
    private static final double[] B1 = {0, 0.1, 0, -1};
    private static final double[][] W2 = {{1, 0, 2, -1}, {0, 1, 1, 1}};
    private static final double[] B2 = {0.5, -0.5};
    private static final double[] X = {1, 2};

    @Test
    @Points(25)
    @About("partials")
    @Sample
    void each_rank_multiplies_its_own_neurons(TensorParallelMlp candidate, Draw draw) {
        assertClose(new double[][]{{0, 4.6}, {1, 2}}, candidate.partials(W1, B1, W2, X, 2));
        for (int round = 0; round < 3; round++) {
            int ranks = draw.integer(2, 4);
            var mlp = new Mlp(draw, ranks * draw.integer(2, 4), draw.integer(1, 5), draw.integer(1, 5));
            assertClose(mlp.partials(ranks), candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, ranks));
        }
    }

    @Test
    @Points(15)
    @About("unsplit")
    void every_divisor_gives_the_unsplit_output(TensorParallelMlp candidate, Draw draw) {
        assertClose(new double[]{1.5, 6.1}, candidate.output(W1, B1, W2, B2, X, 2));
        for (int hidden : new int[]{12, 6, 7}) {
            var mlp = new Mlp(draw, hidden, draw.integer(2, 5), draw.integer(2, 5));
            double[] whole = mlp.output();
            for (int ranks = 1; ranks <= hidden; ranks++) {
                if (hidden % ranks == 0) {
                    assertClose(whole, candidate.output(mlp.w1, mlp.b1, mlp.w2, mlp.b2, mlp.x, ranks));
                }
            }
        }
        var mlp = new Mlp(draw, 8, 3, 2);
        double[] twice = candidate.output(mlp.w1, mlp.b1, mlp.w2, mlp.b2, mlp.x, 4);
        assertClose(twice, candidate.output(mlp.w1, mlp.b1, mlp.w2, mlp.b2, mlp.x, 4));
        double[][] pieces = candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, 4);
        assertClose(pieces, candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, 4));
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("bias")
    void the_output_bias_is_added_once(TensorParallelMlp candidate, Draw draw) {
        // Nothing comes through the ReLU: the bias is all there is.
        double[][] w1 = {{1}, {2}, {3}, {4}, {5}, {6}};
        double[] low = {-9, -9, -9, -9, -9, -9};
        double[][] w2 = {{1, 1, 1, 1, 1, 1}, {2, 2, 2, 2, 2, 2}};
        double[] bias = {3, -4};
        double[] x = {1};
        for (int ranks : new int[]{1, 2, 3, 6}) {
            assertClose(bias, candidate.output(w1, low, w2, bias, x, ranks));
            assertClose(new double[ranks][2], candidate.partials(w1, low, w2, x, ranks));
        }
        for (int round = 0; round < 3; round++) {
            int ranks = draw.integer(2, 4);
            var mlp = new Mlp(draw, ranks * draw.integer(1, 3), 3, 4);
            double[] plain = candidate.output(mlp.w1, mlp.b1, mlp.w2, new double[4], mlp.x, ranks);
            var expected = new double[4];
            Arrays.setAll(expected, o -> plain[o] + mlp.b2[o]);
            assertClose(mlp.output(), expected);
            assertClose(expected, candidate.output(mlp.w1, mlp.b1, mlp.w2, mlp.b2, mlp.x, ranks));
        }
    }

    @Test
    @Points(15)
    @About("extremes")
    void one_rank_and_one_neuron_per_rank(TensorParallelMlp candidate, Draw draw) {
        // All of the example on one rank, then a neuron for each: (0, 4.6, 1, 1) after the ReLU.
        assertClose(new double[][]{{1, 6.6}}, candidate.partials(W1, B1, W2, X, 1));
        assertClose(new double[][]{{0, 0}, {0, 4.6}, {2, 1}, {-1, 1}}, candidate.partials(W1, B1, W2, X, 4));
        assertClose(new double[]{1.5, 6.1}, candidate.output(W1, B1, W2, B2, X, 1));
        assertClose(new double[]{1.5, 6.1}, candidate.output(W1, B1, W2, B2, X, 4));
        var mlp = new Mlp(draw, 9, 4, 3);
        assertClose(mlp.partials(1), candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, 1));
        assertClose(mlp.partials(9), candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, 9));
        double[][] one = {{2}};
        assertClose(new double[][]{{-14}}, candidate.partials(one, new double[]{1}, new double[][]{{-2}},
                new double[]{3}, 1));
        assertClose(new double[]{-13.5}, candidate.output(one, new double[]{1}, new double[][]{{-2}},
                new double[]{0.5}, new double[]{3}, 1));
    }

    @Test
    @Points(10)
    @About("traffic")
    void a_ring_sends_nearly_everything_twice(TensorParallelMlp candidate) {
        assertClose(8.0, candidate.allReduceBytes(2, 2, 4));
        assertClose(0.0, candidate.allReduceBytes(4096, 1, 2));
        assertClose(14_336.0, candidate.allReduceBytes(4096, 8, 2));
        assertClose(20.0 / 3, candidate.allReduceBytes(5, 3, 1));
        assertClose(1.0, candidate.allReduceBytes(1, 2, 1));
        // Neither the bytes nor the product before the division fit into an int.
        assertClose(14e9, candidate.allReduceBytes(2_000_000_000, 8, 4));
        assertClose(2 * 999_999.0 * 16, candidate.allReduceBytes(1_000_000, 1_000_000, 16));
        assertClose(2e9 / 3 * 2 * 2, candidate.allReduceBytes(1_000_000_000, 3, 2));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_split(TensorParallelMlp candidate) {
        double[][] square = {{1, 2}, {3, 4}};
        double[] good = {1, 2};
        double[][][] matrices = {null, {}, {{}, {}}, {{1, 2}, null}, {null, {3, 4}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1}, {3}}, {{1, 2, 0}, {3, 4, 0}}};
        for (double[][] bad : matrices) {
            String what = Arrays.deepToString(bad);
            refuses(candidate, "w1 " + what, bad, good, square, good, 1);
            refuses(candidate, "w2 " + what, square, good, bad, good, 1);
        }
        double[][] few = {{1, 2}};
        double[][] many = {{1, 2}, {3, 4}, {5, 6}};
        refuses(candidate, "a neuron too few", few, good, square, good, 1);
        refuses(candidate, "a neuron too many", many, good, square, good, 1);
        refuses(candidate, "no inputs", new double[2][0], good, square, new double[0], 1);
        double[][] vectors = {null, {}, {1}, {1, 2, 3}, {Double.NaN, 2}, {1, Double.POSITIVE_INFINITY},
                {Double.NEGATIVE_INFINITY, 2}};
        for (double[] bad : vectors) {
            String what = Arrays.toString(bad);
            refuses(candidate, "b1 " + what, square, bad, square, good, 1);
            refuses(candidate, "x " + what, square, good, square, bad, 1);
            assertRejects("b2 " + what, () -> candidate.output(square, good, square, bad, good, 1));
        }
        for (int bad : new int[]{0, -1, -2, 3, 5, 8, Integer.MIN_VALUE}) {
            refuses(candidate, "ranks = " + bad, W1, B1, W2, X, bad);
        }
        for (int bad : new int[]{0, -1}) {
            assertRejects("out = " + bad, () -> candidate.allReduceBytes(bad, 2, 4));
            assertRejects("ranks = " + bad, () -> candidate.allReduceBytes(2, bad, 4));
            assertRejects("elemBytes = " + bad, () -> candidate.allReduceBytes(2, 2, bad));
        }
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_layer(TensorParallelMlp candidate, Draw draw) {
        var mlp = new Mlp(draw, 512, 200, 200);
        assertClose(mlp.partials(8), candidate.partials(mlp.w1, mlp.b1, mlp.w2, mlp.x, 8));
        assertClose(mlp.output(), candidate.output(mlp.w1, mlp.b1, mlp.w2, mlp.b2, mlp.x, 64));
    }

    private static void refuses(TensorParallelMlp candidate, String what, double[][] w1, double[] b1,
            double[][] w2, double[] x, int ranks) {
        assertRejects("partials: " + what, () -> candidate.partials(w1, b1, w2, x, ranks));
        var bias = new double[w2 == null || w2.length == 0 ? 2 : w2.length];
        assertRejects("output: " + what, () -> candidate.output(w1, b1, w2, bias, x, ranks));
    }

    /// A drawn layer, about half of whose neurons are open, and the definition.
    private record Mlp(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] x) {
        Mlp(Draw draw, int hidden, int in, int out) {
            this(draw.matrix(hidden, in, -2, 2), draw.vector(hidden, -1, 1), draw.matrix(out, hidden, -2, 2),
                    draw.vector(out, -3, 3), draw.vector(in, -2, 2));
        }

        double hidden(int j) {
            double sum = b1[j];
            for (int i = 0; i < x.length; i++) {
                sum += w1[j][i] * x[i];
            }
            return sum > 0 ? sum : 0;
        }

        /// What neuron j adds to output o.
        double term(int o, int j) {
            return w2[o][j] * hidden(j);
        }

        double[][] partials(int ranks) {
            int share = b1.length / ranks;
            var partials = new double[ranks][b2.length];
            for (int j = 0; j < b1.length; j++) {
                for (int o = 0; o < b2.length; o++) {
                    partials[j / share][o] += term(o, j);
                }
            }
            return partials;
        }

        double[] output() {
            double[] output = b2.clone();
            for (int j = 0; j < b1.length; j++) {
                for (int o = 0; o < output.length; o++) {
                    output[o] += term(o, j);
                }
            }
            return output;
        }
    }
}
