package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.L1ProxShrink;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Numbers have the default tolerance, 1e-9 absolute plus 1e-9 relative, of which other
/// orders of the same operations use 1e-5. Zeros are exact: where they are due nothing
/// else will do.
class L1ProxShrinkSuite {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(20)
    @About("l1")
    @Sample
    void soft_threshold(L1ProxShrink candidate, Draw draw) {
        double[] w = {0.5, -0.05, 0.2, -1};
        assertClose(new double[]{0.4, 0, 0.1, -0.9}, candidate.l1(w, 0.1, 1));
        assertClose(new double[]{0, 0, 0, -0.5}, candidate.l1(w, 0.25, 2));
        // Exactly at the threshold, and one bit beside it.
        double above = Math.nextUp(0.25);
        double[] edge = {0.25, -0.25, above, -above, Math.nextDown(0.25), 0.2500005, 0, -0.0};
        double[] shrunk = candidate.l1(edge, 0.5, 0.5);
        assertExact(new double[]{0, 0, above - 0.25, 0.25 - above, 0, 0.2500005 - 0.25, 0, 0}, shrunk);
        double[] inside = candidate.l1(new double[]{-0.1, 0.1, -0.5, -0.0, -1e-300}, 1, 0.5);
        for (double zero : inside) {
            assertHolds(zero == 0 && Math.copySign(1, zero) == 1, "%s instead of 0.0", zero);
        }
        for (int round = 0; round < 5; round++) {
            double[] some = draw.vector(draw.integer(1, 20), -2, 2);
            double lr = draw.uniform(0, 1);
            double lambda = draw.uniform(0, 2);
            double tau = lr * lambda;
            double[] expected = Arrays.stream(some)
                    .map(x -> x > tau ? x - tau : x < -tau ? x + tau : 0).toArray();
            assertClose(expected, candidate.l1(some, lr, lambda));
        }
    }

    @Test
    @Points(15)
    @About("l2")
    @Sample
    void decay_never_reaches_zero(L1ProxShrink candidate, Draw draw) {
        assertClose(new double[]{0.45, -0.045, 0.18, -0.9},
                candidate.l2(new double[]{0.5, -0.05, 0.2, -1}, 0.1, 1));
        assertClose(new double[]{1, -2, 0}, candidate.l2(new double[]{4, -8, 0}, 0.25, 3));
        double[] w = draw.vector(50, -1, 1);
        w[0] = 1e-5;
        w[1] = -1e-5;
        double[] now = w;
        for (int step = 1; step <= 5; step++) {
            now = candidate.l2(now, 0.5, 1);
            double keep = Math.pow(0.5, step);
            assertClose(Arrays.stream(w).map(x -> x * keep).toArray(), now);
        }
        for (int i = 0; i < now.length; i++) {
            assertHolds(now[i] != 0 && now[i] > 0 == w[i] > 0, "%s became %s", w[i], now[i]);
        }
        // One bit below a step of 1.
        double least = candidate.l2(new double[]{3}, Math.nextDown(1.0), 1)[0];
        assertHolds(least > 0 && least < 1e-15, "3 became %s", least);
    }

    @Test
    @Points(25)
    @About("group")
    @Sample
    void rows_vanish_as_a_whole_or_keep_their_direction(L1ProxShrink candidate, Draw draw) {
        assertClose(new double[][]{{0.24, 0.32}, {0, 0}, {0, 0}},
                candidate.groupL2(new double[][]{{0.3, 0.4}, {0.03, -0.04}, {0, 0}}, 0.1, 1));
        // Norms 5, 13, 25, 5 and the threshold 5: a norm that equals it is not above it.
        double[][] exact = candidate.groupL2(new double[][]{{3, 4}, {5, -12}, {-7, 24}, {0, -5}}, 2.5, 2);
        assertClose(new double[][]{{0, 0}, {40 / 13.0, -96 / 13.0}, {-5.6, 19.2}, {0, 0}}, exact);
        for (int round = 0; round < 8; round++) {
            int columns = draw.integer(1, 6);
            double[][] w = draw.matrix(draw.integer(1, 7), columns, -1, 1);
            double lr = draw.uniform(0.2, 1);
            double lambda = draw.uniform(0.2, 1.5);
            double[][] actual = candidate.groupL2(w, lr, lambda);
            assertShape(w.length, columns, actual);
            for (int i = 0; i < w.length; i++) {
                double before = norm(w[i]);
                double after = norm(actual[i]);
                if (before <= lr * lambda) {
                    assertExact(new double[columns], actual[i]);
                } else {
                    assertClose(before - lr * lambda, after);
                    double[] direction = Arrays.stream(w[i]).map(x -> x / before * after).toArray();
                    assertClose(direction, actual[i]);
                }
            }
        }
    }

    @Test
    @Points(15)
    @About("zeros")
    void zeros_stay_and_a_step_of_zero_copies(L1ProxShrink candidate, Draw draw) {
        double[][] zeros = {{0, -0.0, 0}, {3, 0, 4}};
        for (double[] step : new double[][]{{0, 0}, {0, 5}, {5, 0}}) {
            assertClose(zeros, candidate.groupL2(zeros, step[0], step[1]));
            double[][] w = draw.matrix(3, 4, -1, 1);
            assertExact(w, candidate.groupL2(w, step[0], step[1]));
            assertExact(w[0], candidate.l1(w[0], step[0], step[1]));
            assertExact(w[1], candidate.l2(w[1], step[0], step[1]));
        }
        assertClose(new double[][]{{0, 0, 0}, {2.4, 0, 3.2}}, candidate.groupL2(zeros, 0.5, 2));
        assertExact(new double[2][1], candidate.groupL2(new double[2][1], 1, 1));
        assertExact(new double[3], candidate.l1(new double[3], 1, 1));
        assertExact(new double[3], candidate.l2(new double[3], 0.5, 1));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("optimum")
    void no_other_point_costs_less(L1ProxShrink candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            double w = draw.uniform(-2, 2);
            double tau = draw.uniform(0.1, 1.5);
            double z = candidate.l1(new double[]{w}, 0.5, 2 * tau)[0];
            double cost = (z - w) * (z - w) / 2 + tau * Math.abs(z);
            for (int i = -300; i <= 300; i++) {
                double other = i / 100.0;
                double more = (other - w) * (other - w) / 2 + tau * Math.abs(other);
                assertHolds(cost <= more + 1e-12, "%s costs %s, %s only %s", z, cost, other, more);
            }
            double[] row = draw.vector(3, -1, 1);
            double[] best = candidate.groupL2(new double[][]{row}, 0.5, 2 * tau)[0];
            double least = cost(row, best, tau);
            for (int i = 0; i < 50; i++) {
                double[] near = IntStream.range(0, 3).mapToDouble(j -> best[j] + draw.uniform(-0.2, 0.2))
                        .toArray();
                assertHolds(least <= cost(row, near, tau) + 1e-12, "%s is not the optimum for %s",
                        Arrays.toString(best), Arrays.toString(row));
            }
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_step(L1ProxShrink candidate) {
        double[] good = {1, -2};
        double[][] rows = {{1, -2}, {3, 4}};
        for (double[] bad : new double[][]{null, {}, {Double.NaN}, {1, INFINITY}, {-INFINITY, 1}}) {
            String what = "w = " + Arrays.toString(bad);
            assertRejects("l1, " + what, () -> candidate.l1(bad, 0.1, 1));
            assertRejects("l2, " + what, () -> candidate.l2(bad, 0.1, 1));
        }
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{Double.NaN, 2}}, {{1, 2}, {3, INFINITY}}, {{1, -INFINITY}}};
        for (double[][] bad : broken) {
            assertRejects("groupL2, w = " + Arrays.deepToString(bad), () -> candidate.groupL2(bad, 0.1, 1));
        }
        for (double bad : new double[]{-0.1, -Double.MIN_VALUE, Double.NaN, INFINITY, -INFINITY}) {
            for (double other : new double[]{0, 1, -0.5}) {
                assertRejects("l1, lr = " + bad, () -> candidate.l1(good, bad, other));
                assertRejects("l1, lambda = " + bad, () -> candidate.l1(good, other, bad));
                assertRejects("l2, lr = " + bad, () -> candidate.l2(good, bad, other));
                assertRejects("l2, lambda = " + bad, () -> candidate.l2(good, other, bad));
                assertRejects("groupL2, lr = " + bad, () -> candidate.groupL2(rows, bad, other));
                assertRejects("groupL2, lambda = " + bad, () -> candidate.groupL2(rows, other, bad));
            }
        }
        for (double[] step : new double[][]{{1, 1}, {0.5, 2}, {2, 0.75}, {3, 4}}) {
            assertRejects("l2, tau >= 1", () -> candidate.l2(good, step[0], step[1]));
            assertExact(new double[2], candidate.l1(new double[]{1, -0.5}, step[0], step[1]));
        }
    }

    @Test
    @Points(5)
    @About("scale")
    void a_few_long_rows(L1ProxShrink candidate, Draw draw) {
        candidate.groupL2(draw.matrix(5, 100, -1, 1), 0.5, 1);
        double[][] w = draw.matrix(8, 50_000, -1, 1);
        var expected = new double[8][];
        for (int i = 0; i < 8; i++) {
            double norm = norm(w[i]);
            expected[i] = Arrays.stream(w[i]).map(x -> norm > 129 ? x - 129 * x / norm : 0).toArray();
        }
        assertClose(expected, candidate.groupL2(w, 3, 43));
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    }

    private static double cost(double[] row, double[] z, double tau) {
        double[] off = IntStream.range(0, row.length).mapToDouble(j -> z[j] - row[j]).toArray();
        return norm(off) * norm(off) / 2 + tau * norm(z);
    }
}
