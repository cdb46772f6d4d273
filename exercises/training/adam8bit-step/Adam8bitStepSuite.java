package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Adam8bitStep;
import exercise.Adam8bitStep.Result;
import exercise.Adam8bitStep.State;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Numbers are compared with the default tolerance, 1e-9 absolute plus 1e-9 relative,
/// indices exactly. Right solutions stay below 0.001 % of it; single precision exceeds
/// it a few times with drawn states. Every drawn number is at least 1e-6 away from the
/// middle between two values of the code, so that x · (1/a) finds the same index as
/// x / a; ties are tested with powers of two.
class Adam8bitStepSuite {
    private static final double[] SIGNED = {-1, -0.5, -0.25, -0.1, -0.05, -0.01, -0.001, 0, 0.001, 0.01, 0.05,
            0.1, 0.25, 0.5, 1};
    private static final double[] UNSIGNED = {0, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1};
    private static final double[] W = {1, -2, 0.5, 0.1};
    private static final double[] GRAD = {0.1, -0.4, 0.02, 0.3};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(Adam8bitStep candidate) {
        State zero = candidate.init(4, 2, SIGNED, UNSIGNED);
        assertClose(new State(new int[]{7, 7, 7, 7}, new double[2], new int[4], new double[2], 0), zero);
        double[] w = {0.9900000009999999, -1.99000000025, 0.4900000049999975, 0.09000000033333333};
        var state = new State(new int[]{12, 0, 10, 14}, new double[]{0.04, 0.03}, new int[]{3, 7, 1, 7},
                new double[]{0.00016, 0.00009}, 1);
        assertClose(new Result(w, state),
                candidate.step(W, GRAD, zero, 2, 0.01, 0.9, 0.999, 1e-8, SIGNED, UNSIGNED));
    }

    @Test
    @Points(20)
    @About("state")
    void moments_are_read_from_the_state(Adam8bitStep candidate, Draw draw) {
        // The first step with decays 1/2 left m = (0.5, 0.2) and v = (0.5, 0.08), which
        // these codes store as (0.5, 0) and (0.5, 0). With the same gradient again
        // m = (0.75, 0.2), v = (0.75, 0.08), and both corrections are 3/4.
        double[] three = {-1, 0, 1};
        double[] two = {0, 1};
        var after = new State(new int[]{2, 1}, new double[]{0.5}, new int[]{1, 0}, new double[]{0.5}, 1);
        double[] expected = {-1, -Math.sqrt(2.0 / 3)};
        var next = new State(new int[]{2, 1}, new double[]{0.75}, new int[]{1, 0}, new double[]{0.75}, 2);
        var halves = new Tuning(1, 0.5, 0.5, 1e-12);
        Result second = call(candidate, new double[2], new double[]{1, 0.4}, after, 2, halves, three, two);
        assertClose(new Result(expected, next), second);
        for (int round = 0; round < 6; round++) {
            int n = draw.integer(3, 12);
            int block = draw.integer(1, 5);
            double eps = round % 2 == 0 ? draw.uniform(0.01, 0.2) : 1e-8;
            double b1 = draw.uniform(0.3, 0.95);
            var tuning = new Tuning(draw.uniform(0.01, 0.5), b1, draw.uniform(0.5, 0.99), eps);
            State state = state(draw, n, block, draw.integer(0, 9));
            double[] w = draw.vector(n, -2, 2);
            double[] grad = fair(draw, state, n, block, tuning);
            Result step = step(w, grad, state, block, tuning);
            assertClose(step, call(candidate, w, grad, state, block, tuning, SIGNED, UNSIGNED));
            double[] again = fair(draw, step.state(), n, block, tuning);
            assertClose(step(step.w(), again, step.state(), block, tuning),
                    call(candidate, step.w(), again, step.state(), block, tuning, SIGNED, UNSIGNED));
        }
    }

    @Test
    @Points(15)
    @About("codes")
    void each_number_gets_the_nearest_value_of_its_code(Adam8bitStep candidate) {
        // Decays 0: the moments are g and g². Maxima 8 and 64; 1/8, -2/8 and 5/8 are ties
        // of the signed code, 0.25 = (4/8)² is one of the unsigned code.
        var plain = new Tuning(1, 0, 0, 1);
        double[] signed = {-1, -0.5, 0, 0.25, 1};
        double[] unsigned = {0, 0.5, 1};
        double[] grad = {1, -2, 5, -8, 4, 0, 0, 0, 0, 0, -3, 3, 1};
        State zero = candidate.init(13, 5, signed, unsigned);
        var flat = new int[13];
        Arrays.fill(flat, 2);
        assertClose(new State(flat, new double[3], new int[13], new double[3], 0), zero);
        var w = new double[13];
        Arrays.setAll(w, i -> -grad[i] / (Math.abs(grad[i]) + 1));
        var state = new State(new int[]{2, 1, 3, 0, 3, 2, 2, 2, 2, 2, 0, 4, 3}, new double[]{8, 0, 3},
                new int[]{0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 2, 2, 0}, new double[]{64, 0, 9}, 1);
        assertClose(new Result(w, state),
                call(candidate, new double[13], grad, zero, 5, plain, signed, unsigned));
        // A code need not reach down to -1, nor be symmetric, nor have its 0 in the middle.
        double[] lopsided = {-0.25, 0, 0.0625, 0.125, 1};
        double[] steep = {0, 0.015625, 0.03125, 1};
        int one = Integer.MAX_VALUE;
        State other = candidate.init(4, one, lopsided, steep);
        assertClose(new State(new int[]{1, 1, 1, 1}, new double[1], new int[4], new double[1], 0), other);
        var expected = new State(new int[]{0, 3, 1, 0}, new double[]{16}, new int[]{3, 2, 0, 2},
                new double[]{256}, 1);
        double[] slopes = {-16, 2.5, 0.25, -2.5};
        Result result = call(candidate, new double[4], slopes, other, one, plain, lopsided, steep);
        assertClose(expected, result.state());
    }

    @Test
    @Points(10)
    @About("adam")
    void fine_codes_follow_ordinary_adam(Adam8bitStep candidate, Draw draw) {
        double[] signed = IntStream.rangeClosed(-32_768, 32_768).mapToDouble(i -> i / 32_768.0).toArray();
        double[] unsigned = IntStream.rangeClosed(0, 65_535).mapToDouble(i -> i / 65_535.0).toArray();
        var tuning = new Tuning(0.01, 0.9, 0.999, 1e-8);
        double[] w = draw.vector(8, -1, 1);
        double[] plain = w.clone();
        var m = new double[8];
        var v = new double[8];
        State state = candidate.init(8, 4, signed, unsigned);
        for (int t = 1; t <= 10; t++) {
            double[] grad = draw.vector(8, 0.1, 1);
            Result result = call(candidate, w, grad, state, 4, tuning, signed, unsigned);
            w = result.w();
            state = result.state();
            for (int i = 0; i < 8; i++) {
                m[i] = 0.9 * m[i] + 0.1 * grad[i];
                v[i] = 0.999 * v[i] + 0.001 * grad[i] * grad[i];
                double root = Math.sqrt(v[i] / (1 - Math.pow(0.999, t)));
                plain[i] -= 0.01 * m[i] / (1 - Math.pow(0.9, t)) / (root + 1e-8);
            }
        }
        assertExact(10, state.t());
        // Ten steps are off by 1e-6 at most; codes of 8 bits would be off by 1e-3.
        assertClose(plain, w, new Tolerance(1e-4, 0));
    }

    @Test
    @Points(10)
    @About("blocks")
    void an_outlier_disturbs_its_block_alone(Adam8bitStep candidate, Draw draw) {
        var tuning = new Tuning(0.1, 0.9, 0.99, 1e-8);
        double[] w = draw.vector(10, -1, 1);
        State zero = candidate.init(10, 4, SIGNED, UNSIGNED);
        double[] calm = fair(draw, zero, 10, 4, tuning);
        double[] stormy = calm.clone();
        int outlier = draw.integer(4, 7);
        stormy[outlier] = -1e6;
        Result plain = call(candidate, w, calm, zero, 4, tuning, SIGNED, UNSIGNED);
        assertClose(step(w, calm, zero, 4, tuning), plain);
        Result disturbed = call(candidate, w, stormy, zero, 4, tuning, SIGNED, UNSIGNED);
        for (int i = 0; i < 10; i++) {
            boolean near = i / 4 == 1;
            int m = disturbed.state().mq()[i];
            int v = disturbed.state().vq()[i];
            assertExact(i == outlier ? 0 : near ? 7 : plain.state().mq()[i], m);
            assertExact(i == outlier ? 7 : near ? 0 : plain.state().vq()[i], v);
            // Before they are quantized, the moments of the others are what they were.
            assertHolds(i == outlier || disturbed.w()[i] == plain.w()[i], "w[%s] changes to %s", i,
                    disturbed.w()[i]);
        }
        double[] maxima = plain.state().mAbs();
        assertClose(new double[]{maxima[0], 1e5, maxima[2]}, disturbed.state().mAbs());
        double[] squares = plain.state().vAbs();
        assertClose(new double[]{squares[0], 1e10, squares[2]}, disturbed.state().vAbs());
        assertClose(plain, call(candidate, w, calm, zero, 4, tuning, SIGNED, UNSIGNED));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("bytes")
    void a_byte_for_each_index_and_four_for_each_maximum(Adam8bitStep candidate) {
        assertExact(14_027_343_752L, candidate.stateBytes(7_000_000_000L, 2048));
        assertExact(10L, candidate.stateBytes(1, 1));
        assertExact(24L, candidate.stateBytes(4, 2));
        assertExact(34L, candidate.stateBytes(5, 2));
        assertExact(18L, candidate.stateBytes(5, Integer.MAX_VALUE));
        // A double has no place for the last digit of this n.
        assertExact(54_043_195_528_445_962L, candidate.stateBytes((1L << 53) + 1, 2));
        assertExact(30_000_000_000L, candidate.stateBytes(3_000_000_000L, 1));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_sizes_and_codes_that_are_none(Adam8bitStep candidate) {
        assertRejects("n = 0", () -> candidate.init(0, 2, SIGNED, UNSIGNED));
        assertRejects("n = -1", () -> candidate.init(-1, 2, SIGNED, UNSIGNED));
        assertRejects("block = 0", () -> candidate.init(4, 0, SIGNED, UNSIGNED));
        assertRejects("block = -2", () -> candidate.init(4, -2, SIGNED, UNSIGNED));
        assertRejects("bytes of n = 0", () -> candidate.stateBytes(0, 2));
        assertRejects("bytes of n = -5", () -> candidate.stateBytes(-5, 2));
        assertRejects("bytes of block = 0", () -> candidate.stateBytes(4, 0));
        assertRejects("bytes of block = -1", () -> candidate.stateBytes(4, -1));
        double[][] broken = {null, {}, {1}, {0}, {0, 0.5}, {0, 0.5, 2}, {0, 0.5, 0.5, 1}, {0, 0, 1},
                {0, 1, 0.5, 1}, {0.25, 0.5, 1}, {0, Double.NaN, 1}, {Double.NaN, 0, 1}, {0, 1, Double.NaN},
                {0, 1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 0, 1}, {0, 0.5, 0.25, 1}};
        // All its indices are 0, which any code has.
        var state = new State(new int[4], new double[2], new int[4], new double[2], 0);
        for (double[] bad : broken) {
            String what = Arrays.toString(bad);
            assertRejects("signed code " + what, () -> candidate.init(4, 2, bad, UNSIGNED));
            assertRejects("unsigned code " + what, () -> candidate.init(4, 2, SIGNED, bad));
            refuses(candidate, "signed code " + what, W, GRAD, state, 2, bad, UNSIGNED);
            refuses(candidate, "unsigned code " + what, W, GRAD, state, 2, SIGNED, bad);
        }
        assertRejects("negative values", () -> candidate.init(4, 2, SIGNED, SIGNED));
        refuses(candidate, "negative values", W, GRAD, state, 2, SIGNED, SIGNED);
        // The smallest code there is, one parameter, and a block that is larger.
        double[] least = {0, 1};
        assertClose(new State(new int[1], new double[1], new int[1], new double[1], 0),
                candidate.init(1, 1, least, least));
        assertClose(new State(new int[3], new double[1], new int[3], new double[1], 0),
                candidate.init(3, Integer.MAX_VALUE, least, least));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_step(Adam8bitStep candidate) {
        State state = candidate.init(4, 2, SIGNED, UNSIGNED);
        double[][] vectors = {null, {}, {1, 2, 3}, {1, 2, 3, 4, 5}, {1, 2, Double.NaN, 4},
                {Double.POSITIVE_INFINITY, 2, 3, 4}, {1, 2, 3, Double.NEGATIVE_INFINITY}};
        for (double[] bad : vectors) {
            refuses(candidate, "w " + Arrays.toString(bad), bad, GRAD, state, 2, SIGNED, UNSIGNED);
            refuses(candidate, "grad " + Arrays.toString(bad), W, bad, state, 2, SIGNED, UNSIGNED);
        }
        var nothing = new State(new int[0], new double[0], new int[0], new double[0], 0);
        refuses(candidate, "no parameters", new double[0], new double[0], nothing, 2, SIGNED, UNSIGNED);
        refuses(candidate, "state = null", W, GRAD, null, 2, SIGNED, UNSIGNED);
        refuses(candidate, "block = 0", W, GRAD, state, 0, SIGNED, UNSIGNED);
        refuses(candidate, "block = -2", W, GRAD, state, -2, SIGNED, UNSIGNED);
        refuses(candidate, "block = 1", W, GRAD, state, 1, SIGNED, UNSIGNED);
        refuses(candidate, "block = 4", W, GRAD, state, 4, SIGNED, UNSIGNED);
        int[][] indices = {null, {}, {7, 7, 7}, {7, 7, 7, 7, 7}, {0, 0, -1, 0}, {0, 0, 0, 15}};
        double[][] maxima = {null, {}, {1}, {1, 1, 1}, {1, -1e-9}, {Double.NaN, 1},
                {1, Double.POSITIVE_INFINITY}};
        var fine = new double[]{1, 1};
        for (int[] bad : indices) {
            var first = new State(bad, fine, new int[4], fine, 1);
            refuses(candidate, "mq " + Arrays.toString(bad), W, GRAD, first, 2, SIGNED, UNSIGNED);
            var second = new State(new int[4], fine, bad, fine, 1);
            refuses(candidate, "vq " + Arrays.toString(bad), W, GRAD, second, 2, SIGNED, UNSIGNED);
        }
        var outside = new State(new int[4], fine, new int[]{0, 8, 0, 0}, fine, 1);
        refuses(candidate, "vq beyond its code", W, GRAD, outside, 2, SIGNED, UNSIGNED);
        for (double[] bad : maxima) {
            var first = new State(new int[4], bad, new int[4], fine, 1);
            refuses(candidate, "mAbs " + Arrays.toString(bad), W, GRAD, first, 2, SIGNED, UNSIGNED);
            var second = new State(new int[4], fine, new int[4], bad, 1);
            refuses(candidate, "vAbs " + Arrays.toString(bad), W, GRAD, second, 2, SIGNED, UNSIGNED);
        }
        var early = new State(new int[4], fine, new int[4], fine, -1);
        refuses(candidate, "t = -1", W, GRAD, early, 2, SIGNED, UNSIGNED);
        refusesTuning(candidate, state);
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_model(Adam8bitStep candidate, Draw draw) {
        double[] signed = IntStream.rangeClosed(-32_768, 32_768).mapToDouble(i -> i / 32_768.0).toArray();
        double[] unsigned = IntStream.rangeClosed(0, 65_535).mapToDouble(i -> i / 65_535.0).toArray();
        var tuning = new Tuning(0.01, 0.9, 0.999, 1e-8);
        int n = 100_000;
        double[] grad = draw.vector(n, -1, 1);
        double[] w = draw.vector(n, -1, 1);
        State zero = candidate.init(n, 2048, signed, unsigned);
        Result result = call(candidate, w, grad, zero, 2048, tuning, signed, unsigned);
        var expected = new double[n];
        Arrays.setAll(expected, i -> w[i] - 0.01 * grad[i] / (Math.abs(grad[i]) + 1e-8));
        assertClose(expected, result.w());
        State state = result.state();
        assertExact(49, state.mAbs().length);
        for (int i = 0; i < n; i++) {
            double m = signed[state.mq()[i]] * state.mAbs()[i / 2048];
            double v = unsigned[state.vq()[i]] * state.vAbs()[i / 2048];
            // Half a step of the codes, and a little for rounding.
            assertHolds(Math.abs(m - 0.1 * grad[i]) <= 0.1 / 65_535, "m[%s] is stored as %s", i, m);
            double square = 0.001 * grad[i] * grad[i];
            assertHolds(Math.abs(v - square) <= 0.001 / 131_000, "v[%s] is stored as %s", i, v);
        }
    }

    private record Tuning(double lr, double b1, double b2, double eps) {}

    private static Result call(Adam8bitStep candidate, double[] w, double[] grad, State s, int block,
            Tuning tuning, double[] signed, double[] unsigned) {
        return candidate.step(
                w, grad, s, block, tuning.lr, tuning.b1, tuning.b2, tuning.eps, signed, unsigned);
    }

    private static void refuses(Adam8bitStep candidate, String what, double[] w, double[] grad, State s,
            int block, double[] signed, double[] unsigned) {
        var tuning = new Tuning(0.1, 0.9, 0.99, 1e-8);
        assertRejects("step: " + what, () -> call(candidate, w, grad, s, block, tuning, signed, unsigned));
    }

    private static void refusesTuning(Adam8bitStep candidate, State state) {
        double[] never = {-1e-9, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            refusesTuning(candidate, state, new Tuning(bad, 0.9, 0.99, 1e-8));
            refusesTuning(candidate, state, new Tuning(0.1, bad, 0.99, 1e-8));
            refusesTuning(candidate, state, new Tuning(0.1, 0.9, bad, 1e-8));
            refusesTuning(candidate, state, new Tuning(0.1, 0.9, 0.99, bad));
        }
        refusesTuning(candidate, state, new Tuning(0, 0.9, 0.99, 1e-8));
        refusesTuning(candidate, state, new Tuning(0.1, 1, 0.99, 1e-8));
        refusesTuning(candidate, state, new Tuning(0.1, 0.9, 1, 1e-8));
        refusesTuning(candidate, state, new Tuning(0.1, 0.9, 0.99, 0));
    }

    private static void refusesTuning(Adam8bitStep candidate, State state, Tuning tuning) {
        assertRejects(tuning.toString(), () -> call(candidate, W, GRAD, state, 2, tuning, SIGNED, UNSIGNED));
    }

    /// Any state at all: the codes of 15 and 8 values, maxima between 0.5 and 2.
    private static State state(Draw draw, int n, int block, int t) {
        int blocks = Math.ceilDiv(n, block);
        return new State(draw.integers(n, 0, 14), draw.vector(blocks, 0.5, 2), draw.integers(n, 0, 7),
                draw.vector(blocks, 0.5, 2), t);
    }

    /// A gradient after which no moment lies between two values of a code.
    private static double[] fair(Draw draw, State state, int n, int block, Tuning tuning) {
        double[] grad = draw.vector(n, -2, 2);
        while (!fair(moments(grad, state, block, tuning, true), block, SIGNED)
                || !fair(moments(grad, state, block, tuning, false), block, UNSIGNED)) {
            grad = draw.vector(n, -2, 2);
        }
        return grad;
    }

    private static boolean fair(double[] numbers, int block, double[] code) {
        double[] maxima = maxima(numbers, block);
        return IntStream.range(0, numbers.length).allMatch(i -> IntStream.range(1, code.length).noneMatch(
                j -> Math.abs(numbers[i] / maxima[i / block] - (code[j - 1] + code[j]) / 2) < 1e-6));
    }

    /// The new moments, first or second, as the definition has them.
    private static double[] moments(double[] grad, State s, int block, Tuning tuning, boolean first) {
        double decay = first ? tuning.b1 : tuning.b2;
        var moments = new double[grad.length];
        for (int i = 0; i < grad.length; i++) {
            double m = SIGNED[s.mq()[i]] * s.mAbs()[i / block];
            double v = UNSIGNED[s.vq()[i]] * s.vAbs()[i / block];
            double seen = first ? grad[i] : grad[i] * grad[i];
            moments[i] = decay * (first ? m : v) + (1 - decay) * seen;
        }
        return moments;
    }

    private static double[] maxima(double[] numbers, int block) {
        var maxima = new double[Math.ceilDiv(numbers.length, block)];
        for (int i = 0; i < numbers.length; i++) {
            maxima[i / block] = Math.max(maxima[i / block], Math.abs(numbers[i]));
        }
        return maxima;
    }

    private static int[] indices(double[] numbers, int block, double[] code) {
        double[] maxima = maxima(numbers, block);
        var indices = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double scaled = numbers[i] / maxima[i / block];
            for (int j = 1; j < code.length; j++) {
                boolean nearer = Math.abs(scaled - code[j]) < Math.abs(scaled - code[indices[i]]);
                indices[i] = nearer ? j : indices[i];
            }
        }
        return indices;
    }

    private static Result step(double[] w, double[] grad, State s, int block, Tuning tuning) {
        double[] m = moments(grad, s, block, tuning, true);
        double[] v = moments(grad, s, block, tuning, false);
        int t = s.t() + 1;
        var next = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double root = Math.sqrt(v[i] / (1 - Math.pow(tuning.b2, t)));
            next[i] = w[i] - tuning.lr * m[i] / (1 - Math.pow(tuning.b1, t)) / (root + tuning.eps);
        }
        return new Result(next, new State(indices(m, block, SIGNED), maxima(m, block),
                indices(v, block, UNSIGNED), maxima(v, block), t));
    }
}
