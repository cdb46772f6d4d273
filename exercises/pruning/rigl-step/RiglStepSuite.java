package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RiglStep;
import exercise.RiglStep.Result;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared exactly: weights are copied, never computed. No random product of
/// fraction and active weights lies within 1e-6 of a half.
class RiglStepSuite {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(RiglStep candidate) {
        double[] w = {0.5, 0, -0.1, 0, 0.3, 0, 0, -0.9};
        int[] mask = {1, 0, 1, 0, 1, 0, 0, 1};
        double[] grad = {9, 0.2, 5, -0.7, 0.1, 0.4, 0.7, 0};
        assertExact(new Result(new double[]{0.5, 0, 0, 0, 0, 0, 0, -0.9}, new int[]{1, 0, 1, 1, 0, 0, 0, 1},
                new int[]{2, 4}, new int[]{2, 3}), candidate.step(w, mask, grad, 0.5));
    }

    @Test
    @Points(15)
    @About("count")
    void as_many_are_active_as_before(RiglStep candidate, Draw draw) {
        for (int round = 0; round < 40; round++) {
            var layer = new Layer(draw, draw.integer(1, 30), 1000);
            double fraction = layer.fraction(draw);
            Result result = candidate.step(layer.w, layer.mask, layer.grad, fraction);
            int before = Arrays.stream(layer.mask).sum();
            int after = Arrays.stream(result.mask()).sum();
            assertHolds(after == before, "%s active, %s before", after, before);
            assertExact(layer.expected(fraction), result);
            assertExact(result, candidate.step(layer.w, layer.mask, layer.grad, fraction));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("regrown")
    void what_was_just_dropped_may_grow_again(RiglStep candidate) {
        assertExact(new Result(new double[]{0, 0, 2}, new int[]{1, 0, 1}, new int[]{0}, new int[]{0}),
                candidate.step(new double[]{1, 0, 2}, new int[]{1, 0, 1}, new double[]{-99, 5, 0}, 0.5));
        // Without inactive positions all that is dropped must come back, at 0.
        int[] full = {1, 1, 1, 1};
        assertExact(new Result(new double[]{0, -3, 0, 4}, full, new int[]{0, 2}, new int[]{0, 2}),
                candidate.step(new double[]{1, -3, 2, 4}, full, new double[4], 0.5));
        // One of two comes back.
        double[] w = {7, 1, -1, 0};
        double[] grad = {50, 1, 2, -3};
        assertExact(new Result(new double[]{7, 0, 0, 0}, new int[]{1, 0, 1, 1}, new int[]{1, 2},
                new int[]{2, 3}), candidate.step(w, new int[]{1, 1, 1, 0}, grad, 2 / 3.0));
    }

    @Test
    @Points(15)
    @About("ranking")
    void small_weights_go_and_steep_gradients_come(RiglStep candidate, Draw draw) {
        double[] w = {-5, 0.1, 0, 0, 0, 2};
        int[] mask = {1, 1, 0, 0, 0, 1};
        double[] grad = {0, 0.1, 0.5, -3, 2, 0};
        assertExact(new Result(new double[]{-5, 0, 0, 0, 0, 2}, new int[]{1, 0, 0, 1, 0, 1}, new int[]{1},
                new int[]{3}), candidate.step(w, mask, grad, 0.4));
        // The smallest weight goes though its gradient is large, and comes back for it.
        assertExact(new Result(new double[]{0, 3, 0}, new int[]{1, 1, 0}, new int[]{0}, new int[]{0}),
                candidate.step(new double[]{-1, 3, 0}, new int[]{1, 1, 0}, new double[]{8, 0.01, -7}, 0.5));
        for (int round = 0; round < 10; round++) {
            var layer = new Layer(draw, 25, 1000);
            Result result = candidate.step(layer.w, layer.mask, layer.grad, 0.35);
            assertExact(layer.expected(0.35), result);
            double[] minusW = Arrays.stream(layer.w).map(x -> -x).toArray();
            double[] minusGrad = Arrays.stream(layer.grad).map(x -> -x).toArray();
            Result other = candidate.step(minusW, layer.mask, minusGrad, 0.35);
            assertExact(result.dropped(), other.dropped());
            assertExact(result.grown(), other.grown());
        }
    }

    @Test
    @Points(10)
    @About("active")
    void what_stays_active_is_not_grown(RiglStep candidate) {
        double[] w = {4, 0, 3, 0, 1};
        int[] mask = {1, 0, 1, 0, 1};
        double[] grad = {1000, 1, 2000, 2, 0};
        assertExact(new Result(new double[]{4, 0, 3, 0, 0}, new int[]{1, 0, 1, 1, 0}, new int[]{4},
                new int[]{3}), candidate.step(w, mask, grad, 0.3));
        assertExact(new Result(new double[]{4, 0, 0, 0, 0}, new int[]{1, 0, 1, 1, 0}, new int[]{2, 4},
                new int[]{2, 3}), candidate.step(w, mask, grad, 0.6));
    }

    @Test
    @Points(10)
    @About("limits")
    void fractions_at_their_limits_and_ties(RiglStep candidate, Draw draw) {
        double[] w = {2, -2, 0, 2, 0, -2, 2, 0};
        int[] mask = {1, 1, 0, 1, 0, 1, 1, 0};
        double[] grad = {0, 0, -1, 0, 1, 0, 0, 1};
        assertExact(new Result(w, mask, new int[0], new int[0]), candidate.step(w, mask, grad, 0));
        assertExact(new Result(w, mask, new int[0], new int[0]), candidate.step(w, mask, grad, 0.0625));
        // 2.5 is rounded to 2, 1.5 of 3 as well; -1 and 1 are equally steep.
        assertExact(new Result(new double[]{0, 0, 0, 2, 0, -2, 2, 0}, new int[]{0, 0, 1, 1, 1, 1, 1, 0},
                new int[]{0, 1}, new int[]{2, 4}), candidate.step(w, mask, grad, 0.5));
        assertExact(new Result(new double[]{0, 0, 1}, new int[]{1, 1, 1}, new int[]{0, 1}, new int[]{0, 1}),
                candidate.step(new double[]{1, 1, 1}, new int[]{1, 1, 1}, new double[3], 0.5));
        assertExact(new Result(new double[8], new int[]{1, 1, 1, 0, 1, 0, 0, 1}, new int[]{0, 1, 3, 5, 6},
                new int[]{0, 1, 2, 4, 7}), candidate.step(w, mask, grad, 1));
        // Nothing active, one position, and a product that is 28.999… in double.
        assertExact(new Result(new double[2], new int[2], new int[0], new int[0]),
                candidate.step(new double[]{0, -0.0}, new int[2], new double[]{1, 2}, 1));
        assertExact(new Result(new double[1], new int[]{1}, new int[]{0}, new int[]{0}),
                candidate.step(new double[]{3}, new int[]{1}, new double[]{0}, 1));
        var ones = new int[100];
        Arrays.fill(ones, 1);
        assertExact(29, candidate.step(draw.vector(100, 1, 2), ones, new double[100], 0.29).dropped().length);
        for (int round = 0; round < 30; round++) {
            var layer = new Layer(draw, 20, 2);
            double fraction = layer.fraction(draw);
            assertExact(layer.expected(fraction), candidate.step(layer.w, layer.mask, layer.grad, fraction));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_sparse_layer(RiglStep candidate) {
        double[] w = {1, 0, 2};
        int[] mask = {1, 0, 1};
        double[] grad = {1, 2, 3};
        for (double[] bad : new double[][]{null, {}, {1, 0}, {1, 0, 2, 3}, {NAN, 0, 2}, {1, 0, INFINITY},
                {1, 0, -INFINITY}}) {
            assertRejects("w = " + Arrays.toString(bad), () -> candidate.step(bad, mask, grad, 0.5));
            assertRejects("grad = " + Arrays.toString(bad), () -> candidate.step(w, mask, bad, 0.5));
        }
        for (int[] bad : new int[][]{null, {}, {1, 0}, {1, 0, 1, 1}, {2, 0, 1}, {1, -1, 1}, {0, 0, 1},
                {1, 0, 0}}) {
            assertRejects("mask = " + Arrays.toString(bad), () -> candidate.step(w, bad, grad, 0.5));
        }
        assertRejects("no positions", () -> candidate.step(new double[0], new int[0], new double[0], 0.5));
        double[] tiny = {1, -1e-300, 2};
        assertRejects("a tiny inactive weight", () -> candidate.step(tiny, mask, grad, 0));
        double[] fractions = {NAN, -0.1, -1e-12, 1 + 1e-12, 1.1, INFINITY, -INFINITY};
        for (double bad : fractions) {
            assertRejects("fraction = " + bad, () -> candidate.step(w, mask, grad, bad));
        }
        assertExact(new int[]{1, 1, 0}, candidate.step(w, mask, new double[]{3, 2, 1}, 1).mask());
    }

    @Test
    @Points(5)
    @About("scale")
    void many_positions(RiglStep candidate, Draw draw) {
        int n = 100_000;
        double[] w = draw.vector(n, -1, 1);
        double[] grad = draw.vector(n, -1, 1);
        var mask = new int[n];
        for (int i = 0; i < n; i++) {
            mask[i] = i % 2;
            w[i] *= mask[i];
        }
        // Two thresholds, for numbers that differ, tell who goes and who comes.
        double[] sizes = Arrays.stream(w).map(Math::abs).filter(size -> size > 0).sorted().toArray();
        double large = sizes[sizes.length * 3 / 10];
        int k = (int) Arrays.stream(sizes).filter(size -> size < large).count();
        int[] dropped = positions(n, i -> mask[i] == 1 && Math.abs(w[i]) < large);
        double[] steep = Arrays.stream(positions(n, i -> mask[i] == 0 || Math.abs(w[i]) < large))
                .mapToDouble(i -> Math.abs(grad[i])).sorted().toArray();
        double least = steep[steep.length - k];
        int[] grown = positions(n,
                i -> (mask[i] == 0 || Math.abs(w[i]) < large) && Math.abs(grad[i]) >= least);
        Result result = candidate.step(w, mask, grad, k / (double) sizes.length);
        assertExact(dropped, result.dropped());
        assertExact(grown, result.grown());
    }

    private static int[] positions(int n, IntPredicate which) {
        return IntStream.range(0, n).filter(which).toArray();
    }

    private record Layer(double[] w, int[] mask, double[] grad) {
        /// @param values
        ///            weights and gradients are whole numbers up to this magnitude, so a
        ///            small one makes many ties
        Layer(Draw draw, int n, int values) {
            this(new double[n], draw.integers(n, 0, 1), new double[n]);
            for (int i = 0; i < n; i++) {
                w[i] = mask[i] * draw.integer(-values, values);
                grad[i] = draw.integer(-values, values);
            }
        }

        double fraction(Draw draw) {
            while (true) {
                double fraction = draw.uniform(0, 1);
                double product = fraction * Arrays.stream(mask).sum();
                if (Math.abs(product - Math.floor(product) - 0.5) > 1e-6) {
                    return fraction;
                }
            }
        }

        Result expected(double fraction) {
            int n = w.length;
            int k = (int) Math.rint(fraction * Arrays.stream(mask).sum());
            int[] after = mask.clone();
            double[] weights = w.clone();
            var dropped = new boolean[n];
            var grown = new boolean[n];
            for (int round = 0; round < k; round++) {
                int smallest = -1;
                for (int i = 0; i < n; i++) {
                    if (after[i] == 1 && (smallest < 0 || Math.abs(w[i]) < Math.abs(w[smallest]))) {
                        smallest = i;
                    }
                }
                dropped[smallest] = true;
                after[smallest] = 0;
                weights[smallest] = 0;
            }
            for (int round = 0; round < k; round++) {
                int steepest = -1;
                for (int i = 0; i < n; i++) {
                    if (after[i] == 0 && (steepest < 0 || Math.abs(grad[i]) > Math.abs(grad[steepest]))) {
                        steepest = i;
                    }
                }
                grown[steepest] = true;
                after[steepest] = 1;
            }
            return new Result(weights, after, positions(n, i -> dropped[i]), positions(n, i -> grown[i]));
        }
    }
}
