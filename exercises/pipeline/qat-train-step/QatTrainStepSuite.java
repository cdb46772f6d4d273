package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.QatTrainStep;
import exercise.QatTrainStep.Result;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything has the default tolerance, 1e-9 absolute plus 1e-9 relative, unless stated.
/// Right solutions that sum in another order, or work on moments of the data, agree to
/// 1e-13; residuals in float are wrong by 3e-8 in the worked example. In random problems no
/// weight comes within 1e-6 of a half step in any step.
class QatTrainStepSuite {
    private static final double[][] X = {{1, 0.5}, {0.2, -1}, {-0.7, 0.3}, {1.5, 1}};
    private static final double[] Y = {1.1, -0.4, -0.5, 2};
    private static final double[] START = {0.3, -0.2};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(QatTrainStep candidate) {
        double[] w = {0.7098968217, 0.13340263135000002};
        double[] rounded = {0.7098968217, 0.2366322739};
        double[] losses = {1.0902500000000002, 0.57687193905, 0.42801670987390505};
        assertClose(new Result(w, rounded, losses), candidate.train(X, Y, START, 3, 0.1, 3));
    }

    @Test
    @Points(20)
    @About("master")
    void small_steps_add_up_behind_the_same_codes(QatTrainStep candidate, Draw draw) {
        // The codes stay (3, -2) all the time, while w moves and takes the scale along.
        double[][] w = {{0.30177699999999996, -0.19860450000000002},
                {0.30355158328, -0.197209026655},
                {0.3053237531267392, -0.1958135799287492},
                {0.3070935128224868, -0.19441815978504612},
                {0.3088608656450482, -0.19302276618773845}};
        double[] losses = {1.0902500000000002, 1.0887476048004083, 1.0872515070999949, 1.0857616867704918,
                1.0842781237424377};
        for (int steps = 1; steps <= 5; steps++) {
            double[] last = w[steps - 1];
            double[] rounded = {last[0], -2 * last[0] / 3};
            assertClose(new Result(last, rounded, Arrays.copyOf(losses, steps)),
                    candidate.train(X, Y, START, 3, 0.001, steps));
        }
        // Scale 1, halves to even: (3, 0.5, 1.5, 2.5, -0.5, -2.5) becomes (3, 0, 2, 2, 0, -2), so e = 5.
        double[] halves = {3, 0.5, 1.5, 2.5, -0.5, -2.5};
        double[][] ones = {{1, 1, 1, 1, 1, 1}};
        double[] moved = Arrays.stream(halves).map(weight -> weight - 0.25 * 2 * 5).toArray();
        Result result = candidate.train(ones, new double[1], halves, 3, 0.25, 1);
        assertClose(moved, result.w());
        assertClose(new double[]{25}, result.losses());
        // The largest magnitude is a negative weight: scale 1, -3 and 1.2 become -3 and 1.
        assertClose(new double[]{4}, candidate.train(new double[][]{{1, 1}}, new double[1], new double[]{-3,
                1.2}, 3,
                0.1, 1).losses());
        for (int round = 0; round < 12; round++) {
            var problem = new Problem(draw, draw.integer(1, 8), draw.integer(1, 4), draw.integer(2, 6));
            int steps = problem.steps();
            assertClose(problem.expected(steps), problem.train(candidate, steps));
            assertClose(problem.expected(steps), problem.train(candidate, steps));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("precision")
    void sixteen_bits_follow_the_float_model(QatTrainStep candidate, Draw draw) {
        double[][] x = draw.matrix(12, 3, -1, 1);
        double[] y = draw.vector(12, -2, 2);
        double[] w0 = {0.4, -0.3, 0.2};
        double[] w = w0.clone();
        var losses = new double[20];
        for (int step = 0; step < 20; step++) {
            double[] e = residuals(x, y, w);
            losses[step] = Arrays.stream(e).map(r -> r * r).sum() / 12;
            for (int i = 0; i < 12; i++) {
                for (int c = 0; c < 3; c++) {
                    w[c] -= 0.1 * e[i] * x[i][c] / 6;
                }
            }
        }
        assertClose(new Result(w, w, losses), candidate.train(x, y, w0, 16, 0.1, 20), new Tolerance(1e-3,
                1e-3));
    }

    @Test
    @Points(15)
    @About("benefit")
    void training_finds_better_codes_than_rounding_the_best_float_model(QatTrainStep candidate) {
        // Measured for these problems, the same in every interview; not a theorem.
        var draw = Draw.of(3, "regression");
        int better = 0;
        for (int round = 0; round < 100; round++) {
            var x = new double[20][5];
            var y = new double[20];
            double[] truth = draw.vector(5, -1, 1);
            for (int i = 0; i < 20; i++) {
                for (int c = 0; c < 5; c++) {
                    x[i][c] = draw.gaussian();
                    y[i] += x[i][c] * truth[c];
                }
                y[i] += 0.1 * draw.gaussian();
            }
            Result result = candidate.train(x, y, new double[5], 3, 0.1, 50);
            assertExact(50, result.losses().length);
            double[] rounded = quantized(leastSquares(x, y), 3);
            double plain = Arrays.stream(residuals(x, y, rounded)).map(r -> r * r).sum() / 20;
            better += Arrays.stream(result.losses()).min().getAsDouble() <= plain ? 1 : 0;
        }
        assertHolds(better >= 65, "better in %d of 100 problems", better);
    }

    @Test
    @Points(10)
    @About("losses")
    void one_loss_for_each_step_before_its_update(QatTrainStep candidate, Draw draw) {
        var problem = new Problem(draw, 6, 3, 4);
        double[] all = problem.train(candidate, 8).losses();
        assertExact(8, all.length);
        for (int steps = 1; steps <= 8; steps++) {
            Result result = problem.train(candidate, steps);
            assertClose(Arrays.copyOf(all, steps), result.losses());
            assertClose(problem.expected(steps), result);
        }
        // From weights of 0: the first loss is the mean of y².
        Result zeros = candidate.train(new double[][]{{1}, {1}}, new double[]{1, 3}, new double[1], 2, 0.5,
                2);
        assertClose(new Result(new double[]{2}, new double[]{2}, new double[]{5, 1}), zeros);
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_is_no_regression(QatTrainStep candidate) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][] x = {{1, 2}, {3, 4}};
        double[] two = {1, 2};
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, infinity}}, {{-infinity, 1}, {3, 4}},
                        {{1, 2}},
                {{1, 2}, {3, 4}, {5, 6}}, {{1}, {2}}, {{1, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : broken) {
            assertRejects("x = " + Arrays.deepToString(bad), () -> candidate.train(bad, two, two, 4, 0.1, 1));
        }
        double[][] vectors = {null, {}, {1}, {1, 2, 3}, {nan, 1}, {1, infinity}, {-infinity, 1}};
        for (double[] bad : vectors) {
            assertRejects("y = " + Arrays.toString(bad), () -> candidate.train(x, bad, two, 4, 0.1, 1));
            assertRejects("w0 = " + Arrays.toString(bad), () -> candidate.train(x, two, bad, 4, 0.1, 1));
        }
        for (int bad : new int[]{1, 0, -1, 17, 33}) {
            assertRejects("bits = " + bad, () -> candidate.train(x, two, two, bad, 0.1, 1));
        }
        for (double bad : new double[]{0, -0.1, nan, infinity, -infinity}) {
            assertRejects("lr = " + bad, () -> candidate.train(x, two, two, 4, bad, 1));
        }
        assertRejects("no samples", () -> candidate.train(new double[0][], new double[0], two, 4, 0.1, 1));
        assertRejects("no weights", () -> candidate.train(new double[2][0], two, new double[0], 4, 0.1, 1));
        for (int bad : new int[]{0, -1}) {
            assertRejects("steps = " + bad, () -> candidate.train(x, two, two, 4, 0.1, bad));
        }
        double[][] one = {{2}};
        assertClose(new Result(new double[]{6}, new double[]{6}, new double[]{1}),
                candidate.train(one, new double[]{1}, new double[]{0}, 2, 1.5, 1));
        for (int bits : new int[]{2, 16}) {
            assertClose(new Result(new double[]{1}, new double[]{1}, new double[]{1}),
                    candidate.train(one, new double[]{1}, new double[]{0}, bits, 0.25, 1));
        }
    }

    private record Problem(double[][] x, double[] y, double[] w0, int bits) {
        /// Redrawn until no weight is near a half step in any of the first 8 steps.
        Problem(Draw draw, int n, int d, int bits) {
            this(new double[n][], new double[n], new double[d], bits);
            do {
                for (int i = 0; i < n; i++) {
                    x[i] = draw.vector(d, -1, 1);
                    y[i] = draw.uniform(-2, 2);
                }
                System.arraycopy(draw.vector(d, -1, 1), 0, w0, 0, d);
            } while (!fair());
        }

        int steps() {
            return 1 + (int) (Math.abs(y[0]) * 3.5);
        }

        Result train(QatTrainStep candidate, int steps) {
            return candidate.train(x, y, w0, bits, 0.2, steps);
        }

        boolean fair() {
            for (int steps = 0; steps <= 8; steps++) {
                double[] w = expected(steps).w();
                double scale = scale(w, bits);
                for (double weight : w) {
                    double size = Math.abs(weight / scale);
                    if (Math.abs(size - Math.floor(size) - 0.5) < 1e-6) {
                        return false;
                    }
                }
            }
            return true;
        }

        Result expected(int steps) {
            double[] w = w0.clone();
            var losses = new double[steps];
            for (int step = 0; step < steps; step++) {
                double[] e = residuals(x, y, quantized(w, bits));
                for (int i = 0; i < e.length; i++) {
                    losses[step] += e[i] * e[i];
                    for (int c = 0; c < w.length; c++) {
                        w[c] -= 0.4 * e[i] * x[i][c] / e.length;
                    }
                }
                losses[step] /= e.length;
            }
            return new Result(w, quantized(w, bits), losses);
        }
    }

    private static double[] residuals(double[][] x, double[] y, double[] w) {
        var residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            residuals[i] = -y[i];
            for (int c = 0; c < w.length; c++) {
                residuals[i] += x[i][c] * w[c];
            }
        }
        return residuals;
    }

    private static double[] quantized(double[] w, int bits) {
        double scale = scale(w, bits);
        return Arrays.stream(w).map(weight -> Math.rint(weight / scale) * scale).toArray();
    }

    private static double scale(double[] w, int bits) {
        return Arrays.stream(w).map(Math::abs).max().getAsDouble() / (Math.pow(2, bits - 1) - 1);
    }

    /// Gauss on the normal equations, which are positive definite here.
    private static double[] leastSquares(double[][] x, double[] y) {
        int d = x[0].length;
        var m = new double[d][d + 1];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < d; r++) {
                for (int c = 0; c <= d; c++) {
                    m[r][c] += x[i][r] * (c < d ? x[i][c] : y[i]);
                }
            }
        }
        for (int p = 0; p < d; p++) {
            for (int r = 0; r < d; r++) {
                double factor = r == p ? 0 : m[r][p] / m[p][p];
                for (int c = p; c <= d; c++) {
                    m[r][c] -= factor * m[p][c];
                }
            }
        }
        var w = new double[d];
        for (int p = 0; p < d; p++) {
            w[p] = m[p][d] / m[p][p];
        }
        return w;
    }
}
