package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.LlmInt8Matmul;
import exercise.LlmInt8Matmul.Result;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Outliers are exact, products have the default tolerance, 1e-9 absolute plus 1e-9
/// relative: sums in another order stay below a thousandth of it, single precision exceeds it
/// 10 times, and a code that is one off a hundred thousand times. Quotients keep 1e-6 away
/// from halves, except where scales are powers of two.
class LlmInt8MatmulSuite {
    private static final double[][] X = {{0.6, -1, 8, 0.2}, {1.5, 0.3, -0.1, -2}};
    private static final double[][] W = {{1, 0.55, -0.3, 0.2}, {-0.4, 2, 0.1, 0.7}};

    private record Inputs(double[][] x, double[][] w) {}

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_example_of_the_statement(LlmInt8Matmul candidate) {
        double[][] y = {{-2.314005828011656, -1.2992001984003967}, {1.297282534565069, -1.3864027528055054}};
        assertClose(new Result(y, new int[]{2}), candidate.matmul(X, W, 6));
    }

    @Test
    @Points(15)
    @About("scales")
    void scales_leave_the_outliers_out(LlmInt8Matmul candidate, Draw draw) {
        // 0.01 for x and 0.02 for w, so that nothing is lost: codes 127, -64 and -127, 50
        assertClose(new Result(new double[][]{{296.1342}}, new int[]{1}), candidate.matmul(
                new double[][]{{1.27, 100, -0.64}}, new double[][]{{-2.54, 3, 1}}, 6));
        // Large weights in the outlier dimension do not widen the scale of w either.
        assertClose(new Result(new double[][]{{99_996.1342}}, new int[]{1}), candidate.matmul(
                new double[][]{{1.27, 100, -0.64}}, new double[][]{{-2.54, 1000, 1}}, 6));
        // Scales 1 and 2: halves go to the even code.
        assertClose(new Result(new double[][]{{2 * (127 * 127 + 2 * 2 - 2)}}, new int[0]), candidate.matmul(
                new double[][]{{127, 2.5, 1.5, 0.5, -0.5}}, new double[][]{{254, 3, -1.9, 9, 9}}, 128));
        for (int round = 0; round < 20; round++) {
            int[] outliers = some(draw, 8, draw.integer(1, 3));
            Inputs inputs = inputs(draw, draw.integer(1, 4), draw.integer(1, 4), 8, outliers);
            check(candidate, inputs, 6, outliers);
        }
        Inputs square = inputs(draw, 5, 5, 5, new int[]{0, 4});
        check(candidate, square, 6, 0, 4);
    }

    @Test
    @Points(15)
    @About("threshold")
    void one_row_at_the_threshold_is_enough(LlmInt8Matmul candidate, Draw draw) {
        double[][] x = {{0.3, 6, -1, 5.9999, 0.1}, {0.2, 0, -6, 5.9, -7}, {1, 1, 0.2, -5.9999, 0.3}};
        double[][] w = {{1, -2.1, 3.2, -4, 5}};
        assertClose(expected(x, w, 1, 2, 4), candidate.matmul(x, w, 6));
        assertClose(expected(x, w, 4), candidate.matmul(x, w, Math.nextUp(6.0)));
        assertClose(expected(x, w, 4), candidate.matmul(x, w, 7));
        assertClose(expected(x, w, 1, 2, 3, 4), candidate.matmul(x, w, 5.9999));
        assertClose(expected(x, w), candidate.matmul(x, w, 7.001));
        // Weights may be as large as they like.
        double[][] heavy = {{100, -210}, {0.1, 30}};
        double[][] calm = {{0.5, -0.23}, {1.1, 2}};
        assertClose(expected(calm, heavy), candidate.matmul(calm, heavy, 6));
        // Another threshold, below the numbers that the usual one lets pass.
        assertClose(expected(calm, heavy, 1), candidate.matmul(calm, heavy, 1.5));
        for (int round = 0; round < 10; round++) {
            int[] outliers = some(draw, 7, draw.integer(1, 6));
            check(candidate, inputs(draw, draw.integer(2, 5), 2, 7, outliers), 6, outliers);
        }
    }

    @Test
    @Points(10)
    @About("plain")
    void without_outliers_all_is_int8(LlmInt8Matmul candidate, Draw draw) {
        assertClose(expected(X, W), candidate.matmul(X, W, 1e9));
        assertClose(expected(X, W), candidate.matmul(X, W, Double.POSITIVE_INFINITY));
        assertClose(new Result(new double[][]{{-6}}, new int[0]),
                candidate.matmul(new double[][]{{2}}, new double[][]{{-3}}, 6));
        for (int round = 0; round < 10; round++) {
            check(candidate, inputs(draw, draw.integer(1, 4), draw.integer(1, 4), draw.integer(1, 9),
                    new int[0]), 6);
        }
    }

    @Test
    @Points(10)
    @About("exact")
    void with_nothing_but_outliers_the_product_is_exact(LlmInt8Matmul candidate, Draw draw) {
        double[][] product = {{-2.31, -1.3}, {1.295, -1.41}};
        assertClose(new Result(product, new int[]{0, 1, 2, 3}), candidate.matmul(X, W, 0.05));
        assertClose(new Result(new double[][]{{-21, 35}}, new int[]{0}),
                candidate.matmul(new double[][]{{7}}, new double[][]{{-3}, {5}}, 6));
        for (int round = 0; round < 5; round++) {
            double[][] x = draw.matrix(3, 6, 6, 9);
            double[][] w = draw.matrix(4, 6, -2, 2);
            assertClose(new Result(exact(x, w), IntStream.range(0, 6).toArray()), candidate.matmul(x, w, 6));
        }
    }

    @Test
    @Points(10)
    @About("bound")
    void rounding_costs_half_a_step_for_each_factor(LlmInt8Matmul candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            int[] outliers = some(draw, 12, draw.integer(0, 4));
            Inputs inputs = inputs(draw, 3, 4, 12, outliers);
            Result result = candidate.matmul(inputs.x, inputs.w, 6);
            assertHolds(result != null, "no result");
            assertShape(3, 4, result.y());
            assertFinite(result.y());
            double[][] product = exact(inputs.x, inputs.w);
            for (int i = 0; i < 3; i++) {
                for (int o = 0; o < 4; o++) {
                    double bound = bound(inputs.x[i], inputs.w[o], outliers);
                    double error = Math.abs(result.y()[i][o] - product[i][o]);
                    assertHolds(error <= bound + 1e-9, "[%d][%d] is off by %s, more than %s", i, o, error,
                            bound);
                }
            }
            check(candidate, inputs, 6, outliers);
            // Rows that do not share an outlier dimension do not see each other.
            double[][] first = {inputs.x[0]};
            int[] own = Arrays.stream(outliers).filter(j -> Math.abs(first[0][j]) >= 6).toArray();
            if (own.length == outliers.length) {
                assertClose(new double[][]{result.y()[0]}, candidate.matmul(first, inputs.w, 6).y());
            }
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("zeros")
    void rows_of_zeros_give_zeros(LlmInt8Matmul candidate) {
        double[][] x = {{0, -0.0, 0}, {1, 0.3, 0.21}};
        double[][] w = {{0.4, 1, -0.7}, {0, 0, 0}};
        assertClose(expected(x, w), candidate.matmul(x, w, 6));
        assertExact(new double[2], rows(candidate.matmul(x, w, 6), 2, 2)[0]);
        assertExact(0.0, rows(candidate.matmul(x, w, 6), 2, 2)[1][1]);
        assertExact(new Result(new double[2][3], new int[0]),
                candidate.matmul(new double[2][2], new double[3][2], 6));
        // Beside the outliers nothing is left of one row of x and of one row of w.
        double[][] sparse = {{8, 0, 0}, {-7, 2, 0.3}};
        double[][] weights = {{0.25, 0, 0}, {-1, 1, 0.4}};
        assertClose(expected(sparse, weights, 0), candidate.matmul(sparse, weights, 6));
        assertClose(2.0, rows(candidate.matmul(sparse, weights, 6), 2, 2)[0][0]);
    }

    @Test
    @Points(10)
    @About("errors")
    void refuses_what_does_not_fit_together(LlmInt8Matmul candidate, Draw draw) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1, 2, 3}, {4, 5, 6}}, {{1}, {2}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("x = " + what, () -> candidate.matmul(bad, good, 6));
            assertRejects("w = " + what, () -> candidate.matmul(good, bad, 6));
        }
        assertRejects("no columns", () -> candidate.matmul(new double[2][0], new double[2][0], 6));
        for (double bad : new double[]{0, -0.0, -6, -1e-100, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertRejects("threshold = " + bad, () -> candidate.matmul(good, good, bad));
        }
        assertClose(expected(good, good, 0, 1), candidate.matmul(good, good, 1e-100));

        Inputs small = inputs(draw, 30, 30, 40, new int[]{3});
        candidate.matmul(small.x, small.w, 6);
        int[] outliers = some(draw, 1024, 7);
        check(candidate, inputs(draw, 256, 256, 1024, outliers), 6, outliers);
    }

    private static void check(LlmInt8Matmul candidate, Inputs inputs, double threshold, int... outliers) {
        assertClose(expected(inputs.x, inputs.w, outliers), candidate.matmul(inputs.x, inputs.w, threshold));
    }

    private static double[][] rows(Result result, int rows, int columns) {
        assertHolds(result != null, "no result");
        assertShape(rows, columns, result.y());
        return result.y();
    }

    private static int[] some(Draw draw, int dimensions, int count) {
        return Arrays.stream(draw.permutation(dimensions)).limit(count).sorted().toArray();
    }

    private static Inputs inputs(Draw draw, int n, int out, int k, int[] outliers) {
        double[][] x = operand(draw, n, k, outliers);
        for (int j : outliers) {
            x[draw.integer(0, n - 1)][j] = draw.uniform(6, 60) * (draw.coin() ? 1 : -1);
        }
        return new Inputs(x, operand(draw, out, k, outliers));
    }

    /// Rows with a largest number of their own, up to 5.9, of which no other number of the kept
    /// dimensions is nearly an odd number of 254ths. Outlier dimensions hold anything.
    private static double[][] operand(Draw draw, int rows, int columns, int[] outliers) {
        int[] kept = IntStream.range(0, columns).filter(j -> !has(outliers, j)).toArray();
        var matrix = draw.matrix(rows, columns, -5.9, 5.9);
        for (double[] row : matrix) {
            double largest = draw.uniform(0.5, 5.9);
            for (int j : kept) {
                double steps;
                do {
                    steps = draw.uniform(-127, 127);
                } while (Math.abs(Math.abs(steps - Math.rint(steps)) - 0.5) < 1e-6);
                row[j] = steps / 127 * largest;
            }
            if (kept.length > 0) {
                row[kept[draw.integer(0, kept.length - 1)]] = draw.coin() ? largest : -largest;
            }
        }
        return matrix;
    }

    private static boolean has(int[] outliers, int j) {
        return Arrays.binarySearch(outliers, j) >= 0;
    }

    /// Without rounding to even: no quotient is a half but in cases computed by hand.
    private static Result expected(double[][] x, double[][] w, int... outliers) {
        var y = new double[x.length][w.length];
        double[][] qx = codes(x, outliers);
        double[][] qw = codes(w, outliers);
        for (int i = 0; i < x.length; i++) {
            double cx = scale(x[i], outliers);
            for (int o = 0; o < w.length; o++) {
                double sum = 0;
                for (int j = 0; j < x[i].length; j++) {
                    sum += qx[i][j] * qw[o][j];
                }
                y[i][o] = sum * cx * scale(w[o], outliers);
                for (int j : outliers) {
                    y[i][o] += x[i][j] * w[o][j];
                }
            }
        }
        return new Result(y, outliers);
    }

    private static double[][] codes(double[][] matrix, int[] outliers) {
        var codes = new double[matrix.length][matrix[0].length];
        for (int i = 0; i < codes.length; i++) {
            double scale = scale(matrix[i], outliers);
            for (int j = 0; j < codes[i].length; j++) {
                codes[i][j] = has(outliers, j) ? 0 : Math.floor(matrix[i][j] / scale + 0.5);
            }
        }
        return codes;
    }

    private static double scale(double[] row, int[] outliers) {
        double largest = 0;
        for (int j = 0; j < row.length; j++) {
            largest = has(outliers, j) ? largest : Math.max(largest, Math.abs(row[j]));
        }
        return largest == 0 ? 1 : largest / 127;
    }

    private static double bound(double[] x, double[] w, int[] outliers) {
        double cx = scale(x, outliers);
        double cw = scale(w, outliers);
        double bound = 0;
        for (int j = 0; j < x.length; j++) {
            double near = cx * Math.floor(x[j] / cx + 0.5);
            bound += has(outliers, j) ? 0 : Math.abs(near) * cw / 2 + Math.abs(w[j]) * cx / 2;
        }
        return bound;
    }

    private static double[][] exact(double[][] x, double[][] w) {
        var y = new double[x.length][w.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < w.length; o++) {
                for (int j = 0; j < x[i].length; j++) {
                    y[i][o] += x[i][j] * w[o][j];
                }
            }
        }
        return y;
    }
}
