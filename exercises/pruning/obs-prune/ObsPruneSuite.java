package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ObsPrune;
import exercise.ObsPrune.Step;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Compared with the default tolerance, 1e-9 absolute plus 1e-9 relative. The Hessians
/// have condition numbers below 100, so that right solutions, by Cholesky, Gauss-Jordan or
/// otherwise, stay below 0.01 % of it; float is 10 times beyond it and more, and every
/// wrong formula is off in the first digits. Saliencies that decide are equal, with
/// Hessians of powers of four, whose roots are exact, or 1e-6 apart.
class ObsPruneSuite {
    private static final double GAP = 1e-6;

    @Test
    @Points(15)
    @About("diagonal")
    void a_diagonal_hessian_makes_surgeon_and_damage_agree(ObsPrune candidate, Draw draw) {
        double[] w = {2, 1, -0.25, 8};
        double[][] h = diagonal(1, 4, 16, 64);
        assertClose(new double[]{2, 2, 0.5, 2048}, candidate.obdSaliency(w, h));
        assertStep(new Step(2, 0.5, new double[]{2, 1, 0, 8}), candidate.prune(w, h));
        assertExact(new double[]{0, 1, 0, 8}, candidate.pruneMany(w, h, 2));
        // Equal saliencies: the lowest index goes.
        double[] equal = {4, -2, 1, 2, -4};
        double[][] powers = diagonal(1, 4, 16, 4, 1);
        assertStep(new Step(0, 8, new double[]{0, -2, 1, 2, -4}), candidate.prune(equal, powers));
        assertExact(new double[]{0, 0, 0, 2, -4}, candidate.pruneMany(equal, powers, 3));
        assertStep(new Step(1, 0, new double[]{3, 0, 0, 1}),
                candidate.prune(new double[]{3, 0, 0, 1}, diagonal(4, 1, 1, 4)));
        assertStep(new Step(0, 4.5, new double[]{0}), candidate.prune(new double[]{-3}, diagonal(1)));
        double[] drawn = draw.vector(5, -3, 3);
        double[] curvature = draw.vector(5, 0.5, 4);
        var expected = new double[5];
        Arrays.setAll(expected, q -> curvature[q] * drawn[q] * drawn[q] / 2);
        assertClose(expected, candidate.obdSaliency(drawn, diagonal(curvature)));
    }

    @Test
    @Points(20)
    @About("step")
    @Sample
    void one_step_with_a_correlated_hessian(ObsPrune candidate) {
        double[] w = {1, -0.6, 0.5};
        double[][] h = {{4, 2, 0}, {2, 2, 0.5}, {0, 0.5, 1}};
        assertClose(new double[]{2, 0.36, 0.125}, candidate.obdSaliency(w, h));
        assertStep(new Step(2, 0.09375, new double[]{0.875, -0.35, 0}), candidate.prune(w, h));
    }

    @Test
    @Points(10)
    @About("contrast")
    void a_correlated_weight_is_cheaper_than_it_looks(ObsPrune candidate) {
        // Weights 0 and 1 do nearly the same, so that 1 can stand in for 0.
        double[] w = {0.6, -0.7, 0.5};
        double[][] h = {{1, 0.9, 0}, {0.9, 1, 0}, {0, 0, 1}};
        assertClose(new double[]{0.18, 0.245, 0.125}, candidate.obdSaliency(w, h));
        assertStep(new Step(0, 0.0342, new double[]{0, -0.16, 0.5}), candidate.prune(w, h));
        // Afterwards 1 is small and goes too, and there is nobody left to stand in for it.
        assertZeros(new double[]{0, 0, 0.5}, candidate.pruneMany(w, h, 2));
    }

    @Test
    @Points(15)
    @About("optimality")
    void nobody_prunes_one_weight_more_cheaply(ObsPrune candidate, Draw draw) {
        for (int round = 0; round < 6; round++) {
            int n = draw.integer(2, 7);
            Problem problem = problem(draw, n, 1);
            Step step = candidate.prune(problem.w, problem.h);
            int best = cheapest(problem, new boolean[n]);
            var gone = new boolean[n];
            gone[best] = true;
            double[] expected = minimiser(problem, gone);
            assertStep(new Step(best, cost(problem, expected), expected), step);
            double[] saliency = candidate.obdSaliency(problem.w, problem.h);
            var damage = new double[n];
            Arrays.setAll(damage, q -> problem.h[q][q] * problem.w[q] * problem.w[q] / 2);
            assertClose(damage, saliency);
        }
    }

    @Test
    @Points(15)
    @About("many")
    void every_step_starts_from_what_the_last_one_left(ObsPrune candidate, Draw draw) {
        double[] w = {1, -0.6, 0.5};
        double[][] h = {{4, 2, 0}, {2, 2, 0.5}, {0, 0.5, 1}};
        assertExact(w, candidate.pruneMany(w, h, 0));
        assertZeros(new double[]{0.875, -0.35, 0}, candidate.pruneMany(w, h, 1));
        assertZeros(new double[]{0.7, 0, 0}, candidate.pruneMany(w, h, 2));
        assertExact(new double[3], candidate.pruneMany(w, h, 3));
        assertExact(new double[]{-2}, candidate.pruneMany(new double[]{-2}, diagonal(3), 0));
        assertExact(new double[1], candidate.pruneMany(new double[]{-2}, diagonal(3), 1));
        for (int round = 0; round < 5; round++) {
            int n = draw.integer(3, 8);
            Problem problem = problem(draw, n, n);
            var gone = new boolean[n];
            for (int k = 0; k <= n; k++) {
                assertZeros(minimiser(problem, gone), candidate.pruneMany(problem.w, problem.h, k));
                int next = k < n ? cheapest(problem, gone) : 0;
                gone[next] = true;
            }
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_hessian(ObsPrune candidate) {
        double[] w = {1, 2};
        double[][] good = {{2, 1}, {1, 2}};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][] weights = {null, {}, {nan, 2}, {1, infinity}, {-infinity, 2}, {1}, {1, 2, 3}};
        for (double[] bad : weights) {
            refuses(candidate, "w = " + Arrays.toString(bad), bad, good);
        }
        refuses(candidate, "h = null", w, null);
        double[][][] broken = {{}, {null, {1, 2}}, {{2, 1}, null}, {{}, {}}, {{2, 1}}, {{2, 1}, {1}},
                {{2, 1}, {1, 2, 0}}, {{2, 1, 0}, {1, 2, 0}}, {{2, 1}, {1, 2}, {0, 0}}, {{2, nan}, {nan, 2}},
                {{nan, 1}, {1, 2}}, {{2, infinity}, {infinity, 2}}, {{2, 1}, {1, infinity}},
                {{2, -infinity}, {-infinity, 2}}, {{2, 1}, {1.1, 2}}, {{2, 0}, {2e-9, 2}},
                {{2, 2e-9}, {0, 2}},
                {{1, 2}, {2, 1}}, {{1, 1}, {1, 1}}, {{0, 0}, {0, 1}}, {{1, 0}, {0, 0}}, {{-1, 0}, {0, 1}},
                {{1, 0}, {0, -1}}, {{1e-12, 0}, {0, 1}}, {{1, 0}, {0, 1e-12}}, {{1, 0}, {0, 1e-14}},
                {{4, 2}, {2, 1}}, {{2e6, 1e6 + 2e-3}, {1e6, 2e6}}};
        for (double[][] bad : broken) {
            refuses(candidate, "h = " + Arrays.deepToString(bad), w, bad);
        }
        refuses(candidate, "no weights", new double[0], new double[0][]);
        for (int bad : new int[]{-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("k = " + bad, () -> candidate.pruneMany(w, good, bad));
        }
        // As far from symmetric as rounding may leave it, and barely positive definite.
        var rough = new Tolerance(1e-6, 1e-6);
        double[][] skew = {{2, 1}, {1 + 5e-10, 2}};
        assertClose(new Step(0, 0.75, new double[]{0, 2.5}), candidate.prune(w, skew), rough);
        double[][] slight = {{2, 0}, {1e-9, 2}};
        assertClose(new double[]{0, 2}, candidate.pruneMany(w, slight, 1), rough);
        double[][] large = {{2e6, 1e6 + 5e-4}, {1e6, 2e6}};
        assertClose(new double[]{1e6, 4e6}, candidate.obdSaliency(w, large), rough);
        double[][] flat = diagonal(2, 2e-11);
        assertClose(new double[]{1, 4e-11}, candidate.obdSaliency(w, flat), new Tolerance(0, 1e-9));
        assertZeros(new double[]{1, 0}, candidate.pruneMany(w, diagonal(2, 2e-12), 1));
    }

    @Test
    @Points(5)
    @About("purity")
    void the_arguments_are_left_alone(ObsPrune candidate, Draw draw) {
        Problem problem = problem(draw, 5, 5);
        var gone = new boolean[5];
        int best = cheapest(problem, gone);
        gone[best] = true;
        double[] expected = minimiser(problem, gone);
        for (int round = 0; round < 2; round++) {
            assertStep(new Step(best, cost(problem, expected), expected),
                    candidate.prune(problem.w, problem.h));
            assertZeros(expected, candidate.pruneMany(problem.w, problem.h, 1));
            assertExact(problem.w, candidate.pruneMany(problem.w, problem.h, 0));
            double[] damage = candidate.obdSaliency(problem.w, problem.h);
            assertFinite(damage);
            assertExact(damage, candidate.obdSaliency(problem.w, problem.h));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("scale")
    void half_of_many_weights(ObsPrune candidate, Draw draw) {
        candidate.pruneMany(draw.vector(60, 1, 2), problem(draw, 60, 0).h, 20);
        // Weights are the numbers 1 to n, and the rest of the Hessian is so small that all adjustments
        // together are less than half of a step between them: the smaller half goes.
        int n = 700;
        int k = 350;
        int[] ranks = draw.permutation(n);
        var w = new double[n];
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            w[i] = (draw.coin() ? 1 : -1) * (ranks[i] + 1);
            for (int j = 0; j < i; j++) {
                h[i][j] = draw.coin() ? 2e-5 : -2e-5;
                h[j][i] = h[i][j];
            }
            h[i][i] = 1;
        }
        double[] pruned = candidate.pruneMany(w, h, k);
        assertHolds(pruned != null && pruned.length == n, "not %s weights", n);
        double[] moved = IntStream.range(0, n).mapToDouble(i -> pruned[i] - w[i]).toArray();
        for (int i = 0; i < n; i++) {
            assertHolds((pruned[i] == 0) == (ranks[i] < k), "w[%s] = %s has become %s", i, w[i], pruned[i]);
            // At the constrained minimum the gradient vanishes wherever a weight remains.
            double slope = dot(h[i], moved);
            assertHolds(ranks[i] < k || Math.abs(slope) <= 1e-9, "gradient %s at w[%s]", slope, i);
        }
    }

    private record Problem(double[] w, double[][] h) {}

    /// The lowest cost decides, with a margin, in each of the first k greedy steps.
    private static Problem problem(Draw draw, int n, int k) {
        while (true) {
            double[][] a = draw.matrix(n + 2, n, -1, 1);
            var h = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (double[] row : a) {
                        h[i][j] += row[i] * row[j];
                    }
                }
                h[i][i] += 0.2;
            }
            var problem = new Problem(draw.vector(n, -2, 2), h);
            var gone = new boolean[n];
            boolean clear = true;
            for (int step = 0; step < k; step++) {
                int best = cheapest(problem, gone);
                double least = costWithout(problem, gone, best);
                for (int q = 0; q < n; q++) {
                    clear &= q == best || gone[q] || costWithout(problem, gone, q) > least + GAP;
                }
                gone[best] = true;
            }
            if (clear) {
                return problem;
            }
        }
    }

    private static int cheapest(Problem problem, boolean[] gone) {
        int best = -1;
        for (int q = 0; q < gone.length; q++) {
            if (!gone[q] && (best < 0 || costWithout(problem, gone, q) < costWithout(problem, gone, best))) {
                best = q;
            }
        }
        return best;
    }

    private static double costWithout(Problem problem, boolean[] gone, int q) {
        boolean[] more = gone.clone();
        more[q] = true;
        return cost(problem, minimiser(problem, more));
    }

    /// ½ (w - w⁰)ᵀ H (w - w⁰)
    private static double cost(Problem problem, double[] w) {
        int n = w.length;
        double[] moved = IntStream.range(0, n).mapToDouble(i -> w[i] - problem.w[i]).toArray();
        return IntStream.range(0, n).mapToDouble(i -> moved[i] * dot(problem.h[i], moved)).sum() / 2;
    }

    /// What that cost is least for, with zeros where weights are gone: a linear system in
    /// the weights that remain, H (w - w⁰) = 0 in their rows, by Gaussian elimination.
    private static double[] minimiser(Problem problem, boolean[] gone) {
        int n = gone.length;
        var system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = gone[i] || gone[j] ? (i == j ? 1 : 0) : problem.h[i][j];
            }
            system[i][n] = gone[i] ? 0 : dot(problem.h[i], problem.w);
        }
        for (int p = 0; p < n; p++) {
            for (int i = 0; i < n; i++) {
                double factor = i == p ? 0 : system[i][p] / system[p][p];
                for (int j = p; j <= n && factor != 0; j++) {
                    system[i][j] -= factor * system[p][j];
                }
            }
        }
        return IntStream.range(0, n).mapToDouble(i -> system[i][n] / system[i][i]).toArray();
    }

    private static void refuses(ObsPrune candidate, String what, double[] w, double[][] h) {
        assertRejects(what + " for the damage", () -> candidate.obdSaliency(w, h));
        assertRejects(what, () -> candidate.prune(w, h));
        assertRejects(what + " for many", () -> candidate.pruneMany(w, h, 0));
        assertRejects(what + " for one of many", () -> candidate.pruneMany(w, h, 1));
    }

    private static void assertStep(Step expected, Step actual) {
        assertClose(expected, actual);
        assertZeros(expected.w(), actual.w());
    }

    /// Close, and what is pruned is exactly 0.
    private static void assertZeros(double[] expected, double[] actual) {
        assertClose(expected, actual);
        for (int i = 0; i < expected.length; i++) {
            assertHolds(expected[i] != 0 || actual[i] == 0, "w[%s] is pruned and yet %s", i, actual[i]);
        }
    }

    private static double[][] diagonal(double... entries) {
        var h = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            h[i][i] = entries[i];
        }
        return h;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
