package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.GlobalPrune;
import exercise.GlobalPrune.Result;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Masks are exact; shares have the default tolerance, 1e-9 absolute plus 1e-9 relative.
class GlobalPruneSuite {
    private static final double[][] LAYERS = {{0.01, 0.02, -0.03, 0.04}, {1, -2, 0.5, 3, 0.25, -0.75},
            {0.1, -0.2}};

    @Test
    @Points(20)
    @About("global")
    @Sample
    void one_threshold_for_all_layers(GlobalPrune candidate, Draw draw) {
        assertClose(new Result(new int[][]{{0, 0, 0, 0}, {1, 1, 1, 1, 1, 1}, {0, 0}}, new double[]{1, 0, 1}),
                candidate.prune(LAYERS, 0.5, 1));
        for (int round = 0; round < 5; round++) {
            double[][] layers = layers(draw, draw.integer(1, 5));
            double ratio = draw.uniform(0.1, 0.9);
            Result actual = candidate.prune(layers, ratio, 1);
            assertClose(expected(layers, ratio, 1), actual);
            double largest = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int l = 0; l < layers.length; l++) {
                for (int i = 0; i < layers[l].length; i++) {
                    double magnitude = Math.abs(layers[l][i]);
                    largest = actual.mask()[l][i] == 0 ? Math.max(largest, magnitude) : largest;
                    smallest = actual.mask()[l][i] == 1 ? Math.min(smallest, magnitude) : smallest;
                }
            }
            assertHolds(largest <= smallest, "%s is pruned and %s is not", largest, smallest);
        }
    }

    @Test
    @Points(20)
    @About("cap")
    @Sample
    void what_a_layer_may_not_lose_others_must(GlobalPrune candidate, Draw draw) {
        assertClose(
                new Result(new int[][]{{0, 0, 1, 1}, {1, 1, 0, 1, 0, 0}, {0, 1}},
                        new double[]{0.5, 0.5, 0.5}),
                candidate.prune(LAYERS, 0.5, 0.5));
        assertClose(
                new Result(new int[][]{{0, 0, 0, 1}, {1, 1, 1, 1, 0, 1}, {0, 1}},
                        new double[]{0.75, 1 / 6.0, 0.5}),
                candidate.prune(LAYERS, 5 / 12.0, 0.75));
        for (int round = 0; round < 10; round++) {
            double[][] layers = layers(draw, draw.integer(2, 5));
            double cap = draw.uniform(0.5, 0.95);
            int possible = Arrays.stream(layers).mapToInt(layer -> (int) (cap * layer.length)).sum();
            double ratio = draw.uniform(0.3, 1) * possible / Arrays.stream(layers).mapToInt(l -> l.length)
                    .sum();
            assertClose(expected(layers, ratio, cap), candidate.prune(layers, ratio, cap));
        }
    }

    @Test
    @Points(10)
    @About("count")
    void exactly_as_many_as_the_ratio_says(GlobalPrune candidate, Draw draw) {
        double[] ratios = {0, 0.04, 0.25, 0.29, 0.5, 0.75, 1};
        int[] counts = {0, 0, 2, 3, 5, 8, 10};
        double[][] ten = {draw.vector(3, -1, 1), draw.vector(6, -1, 1), draw.vector(1, -1, 1)};
        for (int i = 0; i < ratios.length; i++) {
            assertCount(counts[i], candidate.prune(ten, ratios[i], 1));
        }
        double[][] hundred = {draw.vector(60, -1, 1), draw.vector(40, -1, 1)};
        for (int percent = 0; percent <= 100; percent++) {
            assertCount(percent, candidate.prune(hundred, percent / 100.0, 1));
        }
        assertCount(1, candidate.prune(new double[][]{{0}}, 0.51, 1));
        assertCount(0, candidate.prune(new double[][]{{0}}, 0.5, 1));
    }

    @Test
    @Points(15)
    @About("ties")
    void equal_magnitudes_go_by_layer_and_index(GlobalPrune candidate, Draw draw) {
        double[][] ones = {{1, -1, 1}, {-1, 1}, {1, 1, -1}};
        assertExact(new int[][]{{0, 0, 0}, {0, 1}, {1, 1, 1}}, candidate.prune(ones, 0.5, 1).mask());
        assertExact(new int[][]{{0, 1, 1}, {0, 1}, {0, 1, 1}}, candidate.prune(ones, 3 / 8.0, 0.5).mask());
        assertExact(new int[][]{{0, 0, 1}, {1, 1}, {1, 1, 1}}, candidate.prune(ones, 0.25, 1).mask());
        // Zeros of either sign are equal; one bit makes a difference, and none is lost.
        double more = Math.nextUp(0.5);
        double[][] bits = {{more, 0.5, -0.0}, {0.5, 0, more}};
        assertExact(new int[][]{{1, 0, 0}, {1, 0, 1}}, candidate.prune(bits, 0.5, 1).mask());
        assertExact(new int[][]{{1, 0, 0}, {0, 0, 1}}, candidate.prune(bits, 2 / 3.0, 1).mask());
        assertExact(new int[][]{{1, 1, 0}, {1, 1, 1}}, candidate.prune(bits, 1 / 6.0, 1).mask());
        for (int round = 0; round < 10; round++) {
            double[][] layers = layers(draw, 4);
            for (double[] layer : layers) {
                Arrays.setAll(layer, i -> draw.integer(-3, 3) * 0.25);
            }
            double cap = draw.coin() ? 1 : 0.75;
            assertClose(expected(layers, 0.4, cap), candidate.prune(layers, 0.4, cap));
        }
    }

    @Test
    @Points(10)
    @About("cap-count")
    void caps_are_rounded_down_but_not_by_an_error_of_the_product(GlobalPrune candidate, Draw draw) {
        // 0.5 · 5 is 2, 0.5 · 3 is 1, and of one weight none may go.
        double[][] small = {{0.1, 0.2, 0.3, 0.4, 0.5}, {1, 2, 3}, {0.01}};
        assertClose(new Result(new int[][]{{0, 0, 1, 1, 1}, {0, 1, 1}, {1}}, new double[]{0.4, 1 / 3.0, 0}),
                candidate.prune(small, 1 / 3.0, 0.5));
        assertClose(new Result(new int[][]{{0, 0, 0, 0, 1}, {0, 0, 1}, {1}}, new double[]{0.8, 2 / 3.0, 0}),
                candidate.prune(small, 6 / 9.0, 0.99));
        // 0.29 · 100 is 28.999999999999996 in double, and yet 29.
        double[][] hundred = {draw.vector(100, 0.1, 0.2), draw.vector(100, 1, 2)};
        assertClose(new double[]{0.29, 0.01}, candidate.prune(hundred, 0.15, 0.29).sparsity());
        Result result = candidate.prune(hundred, 0.29, 0.29);
        assertCount(58, result);
        assertClose(new double[]{0.29, 0.29}, result.sparsity());
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_the_caps_forbid_and_what_is_no_layer(GlobalPrune candidate) {
        double[][] small = {{0.1, 0.2, 0.3, 0.4, 0.5}, {1, 2, 3}, {0.01}};
        // The caps allow 2 + 1 + 0 of 9.
        assertRejects("4 of 9", () -> candidate.prune(small, 4 / 9.0, 0.5));
        assertRejects("all of 9", () -> candidate.prune(small, 1, 0.99));
        assertRejects("one of one", () -> candidate.prune(new double[][]{{1}}, 1, 0.5));
        assertExact(new double[]{0}, candidate.prune(new double[][]{{1}}, 0, 0.5).sparsity());
        double[][][] broken = {null, {}, {null}, {{1, 2}, null}, {{}}, {{1, 2}, {}}, {{}, {1, 2}},
                {{1, Double.NaN}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{Double.NEGATIVE_INFINITY, 1}}};
        for (double[][] bad : broken) {
            for (double ratio : new double[]{0, 0.4}) {
                assertRejects("layers = " + Arrays.deepToString(bad), () -> candidate.prune(bad, ratio, 1));
            }
        }
        double infinity = Double.POSITIVE_INFINITY;
        for (double bad : new double[]{-Double.MIN_VALUE, -1, Math.nextUp(1.0), 2, Double.NaN, infinity,
                -infinity}) {
            assertRejects("ratio = " + bad, () -> candidate.prune(small, bad, 1));
            assertRejects("cap = " + bad, () -> candidate.prune(small, 0, bad));
        }
        assertRejects("cap = 0", () -> candidate.prune(small, 0, 0));
        assertExact(new double[]{0, 0, 0}, candidate.prune(small, 0, Double.MIN_VALUE).sparsity());
        assertExact(new double[]{1, 1, 1}, candidate.prune(small, 1, 1).sparsity());
    }

    @Test
    @Points(5)
    @About("purity")
    void layers_stay_as_they_were(GlobalPrune candidate, Draw draw) {
        double[][] layers = layers(draw, 4);
        Result first = candidate.prune(layers, 0.4, 0.9);
        assertClose(expected(layers, 0.4, 0.9), first);
        assertClose(first, candidate.prune(layers, 0.4, 0.9));
        candidate.prune(layers, 1, 1);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("scale")
    void fifty_layers(GlobalPrune candidate, Draw draw) {
        candidate.prune(draw.matrix(5, 100, -1, 1), 0.5, 1);
        var layers = new double[50][];
        Arrays.setAll(layers, l -> draw.vector(4000, -1 - l % 5, 1 + l % 5));
        // No two magnitudes are equal, so thresholds alone decide.
        double[] limits = Arrays.stream(layers).mapToDouble(layer -> sorted(layer)[2999]).toArray();
        double[] open = Arrays.stream(layers)
                .flatMapToDouble(layer -> Arrays.stream(sorted(layer)).limit(3000))
                .sorted().toArray();
        var mask = new int[50][4000];
        for (int l = 0; l < 50; l++) {
            double limit = Math.min(limits[l], open[99_999]);
            double[] layer = layers[l];
            Arrays.setAll(mask[l], i -> Math.abs(layer[i]) > limit ? 1 : 0);
        }
        assertExact(mask, candidate.prune(layers, 0.5, 0.75).mask());
    }

    private static double[] sorted(double[] layer) {
        return Arrays.stream(layer).map(Math::abs).sorted().toArray();
    }

    private static void assertCount(int count, Result result) {
        int zeros = (int) Arrays.stream(result.mask()).flatMapToInt(Arrays::stream).filter(kept -> kept == 0)
                .count();
        assertHolds(zeros == count, "%s weights pruned instead of %s", zeros, count);
    }

    /// Layers of different sizes and magnitudes, three weights at least.
    private static double[][] layers(Draw draw, int count) {
        var layers = new double[count][];
        for (int l = 0; l < count; l++) {
            double size = Math.pow(4, draw.integer(-1, 1));
            layers[l] = draw.vector(draw.integer(3, 12), -size, size);
        }
        return layers;
    }

    /// Each weight by its rank: within its layer for the cap, and among all weights that
    /// their caps leave open for the count.
    private static Result expected(double[][] layers, double ratio, double cap) {
        int all = Arrays.stream(layers).mapToInt(layer -> layer.length).sum();
        var open = Arrays.stream(layers)
                .map(layer -> rankBelow(layer, cap * layer.length + 1e-9)).toArray(double[][]::new);
        double[] flat = Arrays.stream(open).flatMapToDouble(DoubleStream::of).toArray();
        double[] pruned = rankBelow(flat, Math.rint(ratio * all) + 0.5);
        var mask = new int[layers.length][];
        var sparsity = new double[layers.length];
        int start = 0;
        for (int l = 0; l < layers.length; l++) {
            int n = layers[l].length;
            double[] part = Arrays.copyOfRange(pruned, start, start + n);
            mask[l] = Arrays.stream(part).mapToInt(x -> x < Double.POSITIVE_INFINITY ? 0 : 1).toArray();
            sparsity[l] = (n - Arrays.stream(mask[l]).sum()) / (double) n;
            start += n;
        }
        return new Result(mask, sparsity);
    }

    /// The magnitudes whose rank, from 1 on, is not above the limit; infinity for others.
    private static double[] rankBelow(double[] weights, double limit) {
        var result = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int rank = 1;
            for (int j = 0; j < weights.length; j++) {
                double difference = Math.abs(weights[j]) - Math.abs(weights[i]);
                rank += difference < 0 || difference == 0 && j < i ? 1 : 0;
            }
            result[i] = rank <= limit ? Math.abs(weights[i]) : Double.POSITIVE_INFINITY;
        }
        return result;
    }
}
