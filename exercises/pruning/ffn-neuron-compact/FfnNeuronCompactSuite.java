package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FfnNeuronCompact;
import exercise.FfnNeuronCompact.Compacted;
import exercise.FfnNeuronCompact.Ffn;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Outputs are compared with the default tolerance, 1e-9 absolute plus 1e-9 relative; other
/// orders of summation stay below 0.001 % of it, float exceeds it 10 times and more.
/// Compacted networks are copied numbers and compared exactly. Scores are 1e-6 apart, or
/// equal, and then products of powers of two.
class FfnNeuronCompactSuite {
    private static final Ffn EXAMPLE = new Ffn(new double[][]{{1, 0}, {0.1, 0.1}, {-1, 2}, {0, 0.5}},
            new double[]{0, 0.2, -0.5, 0.1}, new double[][]{{1, 0.1, 0.5, -1}, {0, 0.1, 1, 2}},
            new double[]{0.3, -0.3});

    @Test
    @Points(15)
    @About("forward")
    @Sample
    void two_layers_with_a_rectifier_between_them(FfnNeuronCompact candidate, Draw draw) {
        assertClose(new double[]{1.5, 4.45}, candidate.forward(EXAMPLE, new double[]{1, 2}));
        // before the rectifier 2, 0.3, -4.5, -0.4
        assertClose(new double[]{2.33, -0.27}, candidate.forward(EXAMPLE, new double[]{2, -1}));
        // One neuron, silent: only the output's bias is left, and it may be negative.
        var one = new Ffn(new double[][]{{3}}, new double[]{-1}, new double[][]{{2}}, new double[]{-7});
        assertClose(new double[]{-7}, candidate.forward(one, new double[]{0.25}));
        assertClose(new double[]{3}, candidate.forward(one, new double[]{2}));
        for (int round = 0; round < 4; round++) {
            Ffn f = network(draw, draw.integer(1, 6), draw.integer(1, 7), draw.integer(1, 5));
            double[] x = draw.vector(f.w1()[0].length, -2, 2);
            assertClose(output(f, x), candidate.forward(f, x));
        }
    }

    @Test
    @Points(20)
    @About("compact")
    void a_neuron_goes_with_all_that_belongs_to_it(FfnNeuronCompact candidate, Draw draw) {
        // scores 1, 0.02, 2.5 and 1.118
        assertExact(new Compacted(new Ffn(new double[][]{{-1, 2}, {0, 0.5}}, new double[]{-0.5, 0.1},
                new double[][]{{0.5, -1}, {1, 2}}, new double[]{0.3, -0.3}), new int[]{2, 3}),
                candidate.compact(EXAMPLE, 0.5));
        assertExact(part(EXAMPLE, 0, 2, 3), candidate.compact(EXAMPLE, 0.25));
        assertExact(part(EXAMPLE, 2), candidate.compact(EXAMPLE, 0.75));
        // Products decide: 1 · 6, 4 · 2 and 3 · 3; the sums would be 7, 6 and 6.
        var products = new Ffn(new double[][]{{1, 0}, {0, 4}, {3, 0}}, new double[]{9, 0, 0},
                new double[][]{{6, 2, 3}}, new double[]{1});
        assertExact(part(products, 1, 2), candidate.compact(products, 0.375));
        assertExact(part(products, 2), candidate.compact(products, 0.625));
        // Euclidean norms are √32 and 5, sums of magnitudes 8 and 7: with 1 and 1.14 they disagree.
        var norms = new Ffn(new double[][]{{4, 4}, {3, -4}}, new double[2], new double[][]{{1, 1.14}},
                new double[1]);
        assertExact(part(norms, 1), candidate.compact(norms, 0.5));
        for (int round = 0; round < 6; round++) {
            int neurons = draw.integer(2, 8);
            // As many outputs as neurons in every other round: rows and columns of w2 look alike.
            Ffn f = network(draw, draw.integer(1, 5), neurons, round % 2 == 0 ? neurons : draw.integer(1, 6));
            check(candidate, f, draw.integer(0, neurons - 1));
        }
    }

    @Test
    @Points(20)
    @About("equality")
    void the_smaller_network_computes_what_is_left(FfnNeuronCompact candidate, Draw draw) {
        assertClose(new double[]{0.45, 4.4},
                candidate.forward(part(EXAMPLE, 2, 3).ffn(), new double[]{1, 2}));
        for (int round = 0; round < 10; round++) {
            int neurons = draw.integer(2, 8);
            Ffn f = network(draw, draw.integer(1, 5), neurons, draw.integer(1, 5));
            int k = draw.integer(1, neurons - 1);
            Compacted compacted = candidate.compact(f, (k + 0.125) / neurons);
            assertExact(part(f, survivors(f, k)), compacted);
            // The original, with the columns of what went set to zero.
            double[][] w2 = Arrays.stream(f.w2()).map(double[]::clone).toArray(double[][]::new);
            for (double[] row : w2) {
                for (int j = 0; j < neurons; j++) {
                    int neuron = j;
                    row[j] = Arrays.stream(compacted.kept()).anyMatch(i -> i == neuron) ? row[j] : 0;
                }
            }
            for (int i = 0; i < 10; i++) {
                double[] x = draw.vector(f.w1()[0].length, -2, 2);
                double[] expected = output(new Ffn(f.w1(), f.b1(), w2, f.b2()), x);
                assertClose(expected, candidate.forward(compacted.ffn(), x));
            }
        }
    }

    @Test
    @Points(10)
    @About("idle")
    void who_is_not_heard_goes_first(FfnNeuronCompact candidate) {
        // Nobody listens to neuron 1, and neuron 2 listens to nobody; biases do not count.
        var f = new Ffn(new double[][]{{0.5, 0}, {90, 80}, {0, 0}, {0, 0.25}}, new double[]{0, 50, 70, 0},
                new double[][]{{1, 0, 60, -1}, {0, 0, 0, 0.5}}, new double[]{2, -3});
        assertExact(part(f, 0, 2, 3), candidate.compact(f, 0.25));
        assertExact(part(f, 0, 3), candidate.compact(f, 0.5));
        assertClose(new double[]{4203.5, -3}, candidate.forward(f, new double[]{3, -5}));
        assertClose(new double[]{4203.5, -3}, candidate.forward(part(f, 0, 2, 3).ffn(), new double[]{3, -5}));
        // Neuron 2 would have been heard, and nothing is put into the bias for it.
        assertClose(new double[]{3.5, -3}, candidate.forward(part(f, 0, 3).ffn(), new double[]{3, -5}));
    }

    @Test
    @Points(10)
    @About("ties")
    void of_equal_neurons_the_lower_index_goes(FfnNeuronCompact candidate) {
        // scores 4 · 1, 2 · 1, 8 · 2, 1 · 4 and 8 · 0.5
        var f = new Ffn(new double[][]{{4, 0}, {0, -2}, {8, 0}, {0, 1}, {-8, 0}}, new double[]{1, 2, 3, 4, 5},
                new double[][]{{1, 0, 2, 0, -0.5}, {0, 1, 0, -4, 0}}, new double[]{0, 1});
        for (int k = 0; k < 5; k++) {
            check(candidate, f, k);
        }
        // 0.5 · 5, 0.75 · 6, 0.25 · 6, 0.29 · 100 = 28.999…, 0.5 · 1 and 0.9 · 5 neurons
        int[] neurons = {5, 6, 6, 100, 1, 5, 2};
        double[] ratios = {0.5, 0.75, 0.25, 0.29, 0.5, 0.9, 0.25};
        int[] counts = {2, 4, 2, 29, 0, 4, 0};
        for (int i = 0; i < counts.length; i++) {
            var w1 = new double[neurons[i]][1];
            var w2 = new double[1][neurons[i]];
            for (int j = 0; j < neurons[i]; j++) {
                w1[j][0] = 2;
                w2[0][j] = j % 2 == 0 ? 0.5 : -0.5;
            }
            var alike = new Ffn(w1, new double[neurons[i]], w2, new double[]{3});
            assertExact(part(alike, IntStream.range(counts[i], neurons[i]).toArray()),
                    candidate.compact(alike, ratios[i]));
        }
    }

    @Test
    @Points(10)
    @About("purity")
    void the_bias_of_the_output_stays(FfnNeuronCompact candidate, Draw draw) {
        Ffn f = network(draw, 3, 6, 6);
        for (int k : new int[]{0, 3, 5}) {
            check(candidate, f, k);
            check(candidate, f, k);
        }
        assertExact(part(f, 0, 1, 2, 3, 4, 5), candidate.compact(f, 0));
        double[] x = draw.vector(3, -1, 1);
        double[] first = output(f, x);
        assertClose(first, candidate.forward(f, x));
        assertClose(first, candidate.forward(f, x));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_network(FfnNeuronCompact candidate) {
        double[][] w1 = {{1, 2, 3}, {4, 5, 6}};
        double[][] w2 = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
        double[] b1 = {1, 2};
        double[] b2 = {1, 2, 3, 4};
        refuses(candidate, "f = null", null);
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][][] first = {null, {}, {null, {1, 2, 3}}, {{1, 2, 3}, null}, {{1, 2, 3}, {}},
                {{1, 2, 3}, {4, 5}}, {{1, 2, 3}, {4, 5, 6, 7}}, {{1, 2, 3}},
                {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, {{1, nan, 3}, {4, 5, 6}},
                {{1, 2, 3}, {4, 5, infinity}}, {{-infinity, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : first) {
            refuses(candidate, "w1 = " + Arrays.deepToString(bad), new Ffn(bad, b1, w2, b2));
        }
        double[][][] second = {null, {}, {null, {1, 2}, {1, 2}, {1, 2}}, {{1, 2}, {1, 2}, {1, 2}, null},
                {{1}, {2}, {3}, {4}}, {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}, {1, 2, 3}},
                {{1, 2}, {1, 2}, {1, 2}, {1}}, {{1, 2}, {1, 2}, {1, 2}},
                {{1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}}, {{}, {}, {}, {}},
                {{1, 2}, {1, 2}, {1, 2}, {1, nan}}, {{infinity, 2}, {1, 2}, {1, 2}, {1, 2}},
                {{1, 2}, {1, -infinity}, {1, 2}, {1, 2}}};
        for (double[][] bad : second) {
            refuses(candidate, "w2 = " + Arrays.deepToString(bad), new Ffn(w1, b1, bad, b2));
        }
        double[][] hidden = {null, {}, {1}, {1, 2, 3}, {nan, 2}, {1, infinity}, {1, -infinity}};
        for (double[] bad : hidden) {
            refuses(candidate, "b1 = " + Arrays.toString(bad), new Ffn(w1, bad, w2, b2));
        }
        double[][] biases = {null, {}, {1, 2, 3}, {1, 2, 3, 4, 5}, {nan, 2, 3, 4}, {1, 2, 3, infinity},
                {1, -infinity, 3, 4}};
        for (double[] bad : biases) {
            refuses(candidate, "b2 = " + Arrays.toString(bad), new Ffn(w1, b1, w2, bad));
        }
        refuses(candidate, "no inputs", new Ffn(new double[2][0], b1, w2, b2));
        refuses(candidate, "no neurons", new Ffn(new double[0][3], new double[0], new double[4][0], b2));
        refusesNumbers(candidate, new Ffn(w1, b1, w2, b2));
    }

    @Test
    @Points(5)
    @About("scale")
    void two_thousand_neurons(FfnNeuronCompact candidate, Draw draw) {
        candidate.compact(network(draw, 16, 32, 16), 0.5);
        int neurons = 2048;
        int width = 512;
        int[] ranks = draw.permutation(neurons);
        var w1 = new double[neurons][width];
        var w2 = new double[width][neurons];
        for (int j = 0; j < neurons; j++) {
            for (int c = 0; c < width; c++) {
                w1[j][c] = draw.coin() ? 1 : -1;
                w2[c][j] = draw.coin() ? ranks[j] + 1 : -ranks[j] - 1;
            }
        }
        var f = new Ffn(w1, draw.vector(neurons, -1, 1), w2, draw.vector(width, -1, 1));
        int[] kept = IntStream.range(0, neurons).filter(j -> ranks[j] >= neurons / 2).toArray();
        assertExact(part(f, kept), candidate.compact(f, 0.5));
    }

    private static void check(FfnNeuronCompact candidate, Ffn f, int k) {
        // (k + 1/8) / h: rounds to k for every way to round.
        assertExact(part(f, survivors(f, k)), candidate.compact(f, (k + 0.125) / f.b1().length));
    }

    private static void refuses(FfnNeuronCompact candidate, String what, Ffn f) {
        assertRejects(what, () -> candidate.forward(f, new double[]{1, 2, 3}));
        assertRejects(what + " to compact", () -> candidate.compact(f, 0));
    }

    private static void refusesNumbers(FfnNeuronCompact candidate, Ffn good) {
        double[][] inputs = {null, {}, {1, 2}, {1, 2, 3, 4}, {Double.NaN, 2, 3},
                {1, 2, Double.POSITIVE_INFINITY}, {1, Double.NEGATIVE_INFINITY, 3}};
        for (double[] bad : inputs) {
            assertRejects("x = " + Arrays.toString(bad), () -> candidate.forward(good, bad));
        }
        double[] ratios = {-0.1, -1e-12, 1 + 1e-12, 1.1, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : ratios) {
            assertRejects("ratio = " + bad, () -> candidate.compact(good, bad));
        }
        // No neuron would remain.
        assertRejects("ratio = 1", () -> candidate.compact(good, 1));
        assertRejects("1.6 of 2 neurons", () -> candidate.compact(good, 0.8));
        assertExact(part(good, 1), candidate.compact(good, 0.5));
    }

    /// All scores 1e-6 apart.
    private static Ffn network(Draw draw, int inputs, int neurons, int outputs) {
        while (true) {
            var f = new Ffn(draw.matrix(neurons, inputs, -2, 2), draw.vector(neurons, -1, 1),
                    draw.matrix(outputs, neurons, -2, 2), draw.vector(outputs, -1, 1));
            double[] sorted = scores(f);
            Arrays.sort(sorted);
            if (IntStream.range(1, neurons).allMatch(j -> sorted[j] - sorted[j - 1] > 1e-6)) {
                return f;
            }
        }
    }

    private static double[] scores(Ffn f) {
        return IntStream.range(0, f.b1().length)
                .mapToDouble(j -> Math.sqrt(Arrays.stream(f.w1()[j]).map(v -> v * v).sum())
                        * Math.sqrt(Arrays.stream(f.w2()).mapToDouble(row -> row[j] * row[j]).sum()))
                .toArray();
    }

    /// Who has at least k neurons before it.
    private static int[] survivors(Ffn f, int k) {
        double[] scores = scores(f);
        return IntStream.range(0, scores.length)
                .filter(j -> IntStream.range(0, scores.length)
                        .filter(o -> scores[o] < scores[j] || (scores[o] == scores[j] && o < j))
                        .count() >= k)
                .toArray();
    }

    private static Compacted part(Ffn f, int... kept) {
        return new Compacted(new Ffn(
                Arrays.stream(kept).mapToObj(j -> f.w1()[j]).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(j -> f.b1()[j]).toArray(),
                Arrays.stream(f.w2())
                        .map(row -> Arrays.stream(kept).mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new),
                f.b2()), kept);
    }

    private static double[] output(Ffn f, double[] x) {
        double[] y = f.b2().clone();
        for (int j = 0; j < f.b1().length; j++) {
            double hidden = f.b1()[j];
            for (int c = 0; c < x.length; c++) {
                hidden += f.w1()[j][c] * x[c];
            }
            for (int i = 0; i < y.length && hidden > 0; i++) {
                y[i] += f.w2()[i][j] * hidden;
            }
        }
        return y;
    }
}
