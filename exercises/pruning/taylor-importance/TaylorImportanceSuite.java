package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertFinite;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TaylorImportance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Scores are compared with the default tolerance, 1e-9 absolute plus 1e-9 relative. Right
/// solutions that sum in another order or keep a running mean stay below 0.01 % of it;
/// float is about 100 times beyond it. The order is exact, and the scores that are ordered
/// are equal or at least 2⁻²⁹ apart.
class TaylorImportanceSuite {
    private static final double[][] W = {{1, -2}, {0.5, 4}};
    private static final double[][][] GRADS = {{{0.1, 0.2}, {0.4, -0.05}}, {{-0.3, 0.1}, {0.2, 0.05}}};

    @Test
    @Points(20)
    @About("weights")
    @Sample
    void squares_are_averaged_not_gradients(TaylorImportance candidate, Draw draw) {
        assertClose(new double[][]{{0.05, 0.1}, {0.025, 0.04}}, candidate.weightScores(W, GRADS));
        // The mean gradient is 0, and yet every batch would notice.
        assertClose(new double[][]{{36, 0.25}},
                candidate.weightScores(new double[][]{{3, -0.5}}, new double[][][]{{{2, 1}}, {{-2, -1}}}));
        for (int round = 0; round < 4; round++) {
            int rows = draw.integer(1, 5);
            int columns = draw.integer(1, 6);
            double[][] w = draw.matrix(rows, columns, -3, 3);
            double[][][] grads = grads(draw, draw.integer(2, 6), rows, columns);
            assertClose(weightScores(w, grads), candidate.weightScores(w, grads));
        }
    }

    @Test
    @Points(25)
    @About("rows")
    void a_row_is_summed_before_it_is_squared(TaylorImportance candidate, Draw draw) {
        assertClose(new double[]{0.17, 0.045}, candidate.rowScores(W, GRADS));
        // The first row cancels in each batch, the second over the batches only.
        double[][] w = {{2, -1, 3}, {1, 1, 1}};
        double[][][] grads = {{{1, -1, -1}, {1, 2, 3}}, {{3, 3, -1}, {-1, -2, -3}}};
        assertClose(new double[]{0, 36}, candidate.rowScores(w, grads));
        for (int round = 0; round < 5; round++) {
            int rows = draw.integer(1, 5);
            int columns = draw.integer(2, 6);
            double[][] drawn = draw.matrix(rows, columns, -3, 3);
            double[][][] more = grads(draw, draw.integer(2, 6), rows, columns);
            assertClose(rowScores(drawn, more), candidate.rowScores(drawn, more));
        }
    }

    @Test
    @Points(15)
    @About("single")
    void a_single_batch_or_row(TaylorImportance candidate, Draw draw) {
        double[][] three = {{2, -1, 0.5}};
        double[][][] once = {{{0.5, 3, -4}}};
        assertClose(new double[][]{{1, 9, 4}}, candidate.weightScores(three, once));
        assertClose(new double[]{16}, candidate.rowScores(three, once));
        // With one column a row is a weight.
        double[][] w = draw.matrix(5, 1, -2, 2);
        double[][][] grads = grads(draw, 3, 5, 1);
        double[][] scores = candidate.weightScores(w, grads);
        assertClose(weightScores(w, grads), scores);
        assertClose(Arrays.stream(scores).mapToDouble(row -> row[0]).toArray(),
                candidate.rowScores(w, grads));
        // The smallest: w = 3, g = -2
        double[][] one = {{3}};
        assertClose(new double[][]{{36}}, candidate.weightScores(one, new double[][][]{{{-2}}}));
        assertClose(new double[]{36}, candidate.rowScores(one, new double[][][]{{{-2}}}));
    }

    @Test
    @Points(15)
    @About("order")
    void the_least_important_comes_first(TaylorImportance candidate, Draw draw) {
        assertExact(new int[]{1, 0}, candidate.order(new double[]{0.17, 0.045}));
        assertExact(new int[]{0}, candidate.order(new double[]{7}));
        assertExact(new int[]{2, 0, 3, 1}, candidate.order(new double[]{0.5, 9, 0.25, 0.75}));
        assertExact(new int[]{1, 4, 0, 3, 2}, candidate.order(new double[]{2, 1, 5, 2, 1}));
        assertExact(new int[]{0, 1, 2, 3}, candidate.order(new double[]{0, 0, 0, 0}));
        double step = 0x1p-29;
        double[] fine = {1 + 3 * step, 1 + step, 1 + 2 * step, 1};
        assertExact(new int[]{3, 1, 2, 0}, candidate.order(fine));
        assertExact(new int[]{1, 2, 0}, candidate.order(new double[]{1e300, -1e300, 1e-300}));
        for (int round = 0; round < 10; round++) {
            int[] levels = draw.integers(draw.integer(2, 40), 0, 9);
            double[] scores = Arrays.stream(levels).mapToDouble(level -> level / 8.0).toArray();
            assertExact(order(scores), candidate.order(scores));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void scaled_gradients_scale_scores_by_the_square(TaylorImportance candidate, Draw draw) {
        double[][] w = draw.matrix(4, 5, -2, 2);
        double[][][] grads = grads(draw, 3, 4, 5);
        double[][] scores = candidate.weightScores(w, grads);
        double[] rows = candidate.rowScores(w, grads);
        assertFinite(scores);
        assertFinite(rows);
        for (double factor : new double[]{-1, 3, draw.uniform(0.2, 0.8)}) {
            double[][][] scaled = new double[3][][];
            for (int b = 0; b < 3; b++) {
                scaled[b] = times(factor, grads[b]);
            }
            double square = factor * factor;
            assertClose(times(square, scores), candidate.weightScores(w, scaled));
            assertClose(times(square, new double[][]{rows})[0], candidate.rowScores(w, scaled));
            assertClose(times(square, scores), candidate.weightScores(times(factor, w), grads));
        }
        // Every batch twice, and in another order: the same mean.
        double[][][] twice = {grads[2], grads[0], grads[1], grads[1], grads[2], grads[0]};
        assertClose(scores, candidate.weightScores(w, twice));
        assertClose(rows, candidate.rowScores(w, twice));
        assertClose(scores, candidate.weightScores(w, grads));
        assertClose(rows, candidate.rowScores(w, grads));
        assertExact(candidate.order(rows), candidate.order(rows));
        for (int i = 0; i < 4; i++) {
            // (Σ x)² is at most the number of terms times Σ x².
            double bound = 5 * Arrays.stream(scores[i]).sum();
            assertHolds(rows[i] >= 0 && rows[i] <= bound + 1e-9, "row %s scores %s of %s", i, rows[i], bound);
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_does_not_fit_together(TaylorImportance candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        refuses(candidate, "w = null", null, good);
        double[][][] broken = {{}, {null}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, Double.NaN}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{Double.NEGATIVE_INFINITY, 2}, {3, 4}}, {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1}, {3}},
                {{1, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            refuses(candidate, "w = " + what, bad, good);
            refuses(candidate, "first gradient " + what, good, bad, good);
            refuses(candidate, "last gradient " + what, good, good, bad);
        }
        refuses(candidate, "a gradient is null", good, good, null);
        refuses(candidate, "no gradients", good);
        refuses(candidate, "no columns anywhere", new double[1][0], new double[1][0]);
        assertRejects("grads = null", () -> candidate.weightScores(good, null));
        assertRejects("grads = null for rows", () -> candidate.rowScores(good, null));
        double[][] scores = {null, {}, {Double.NaN}, {1, Double.NaN}, {Double.NaN, 1},
                {1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 1}};
        for (double[] bad : scores) {
            assertRejects("scores = " + Arrays.toString(bad), () -> candidate.order(bad));
        }
        assertClose(new double[]{9, 49}, candidate.rowScores(good, new double[][][]{{{1, 1}, {1, 1}}}));
    }

    @Test
    @Points(10)
    @About("scale")
    void a_million_gradients(TaylorImportance candidate, Draw draw) {
        candidate.rowScores(draw.matrix(32, 32, -1, 1), grads(draw, 4, 32, 32));
        double[][] w = draw.matrix(128, 128, -2, 2);
        double[][][] grads = grads(draw, 64, 128, 128);
        assertClose(weightScores(w, grads), candidate.weightScores(w, grads));
        // Two long rows: whoever multiplies every column by every other is lost. The sums stay
        // small, and so does their rounding.
        double[][] wide = draw.matrix(2, 8192, -1, 1);
        double[][][] few = grads(draw, 64, 2, 8192);
        var expected = new double[2];
        for (double[][] gradient : few) {
            for (int i = 0; i < 2; i++) {
                double sum = 0;
                for (int j = 0; j < 8192; j++) {
                    sum += wide[i][j] * gradient[i][j];
                }
                expected[i] += sum * sum / 64;
            }
        }
        assertClose(expected, candidate.rowScores(wide, few));
        int[] ranks = draw.permutation(300_000);
        var scores = new double[ranks.length];
        var order = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            scores[i] = ranks[i] / 1024.0;
            order[ranks[i]] = i;
        }
        assertExact(order, candidate.order(scores));
    }

    private static void refuses(TaylorImportance candidate, String what, double[][] w, double[][]... grads) {
        assertRejects(what, () -> candidate.weightScores(w, grads));
        assertRejects(what + " for rows", () -> candidate.rowScores(w, grads));
    }

    /// w² times the mean square of the gradient.
    private static double[][] weightScores(double[][] w, double[][][] grads) {
        var scores = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                double squares = 0;
                for (double[][] gradient : grads) {
                    squares += gradient[i][j] * gradient[i][j];
                }
                scores[i][j] = w[i][j] * w[i][j] * squares / grads.length;
            }
        }
        return scores;
    }

    /// The quadratic form of the row with the second moments of its gradient.
    private static double[] rowScores(double[][] w, double[][][] grads) {
        var scores = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                for (int l = 0; l < w[i].length; l++) {
                    double moment = 0;
                    for (double[][] gradient : grads) {
                        moment += gradient[i][j] * gradient[i][l];
                    }
                    scores[i] += w[i][j] * w[i][l] * moment / grads.length;
                }
            }
        }
        return scores;
    }

    /// Where an index stands: behind all that are smaller, or equal with a lower index.
    private static int[] order(double[] scores) {
        var order = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int before = 0;
            for (int o = 0; o < scores.length; o++) {
                before += scores[o] < scores[i] || (scores[o] == scores[i] && o < i) ? 1 : 0;
            }
            order[before] = i;
        }
        return order;
    }

    private static double[][][] grads(Draw draw, int batches, int rows, int columns) {
        var grads = new double[batches][][];
        Arrays.setAll(grads, _ -> draw.matrix(rows, columns, -2, 2));
        return grads;
    }

    private static double[][] times(double factor, double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(cell -> factor * cell).toArray())
                .toArray(double[][]::new);
    }
}
