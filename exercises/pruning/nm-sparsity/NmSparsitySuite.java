package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.NmSparsity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Nothing is computed that could round: results are copied numbers and compared exactly.
/// Magnitudes that are drawn are equal or at least 1/8 apart; where only double precision
/// tells them apart they differ by 2⁻²⁹.
class NmSparsitySuite {
    private static final double[][] W = {{0.1, -0.9, 0.3, 0.2, 1, 1, -1, 1},
            {-4, 3, 2, -1, 0, 0, 0.5, 0}};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void two_of_four(NmSparsity candidate) {
        assertExact(new double[][]{{0, -0.9, 0.3, 0, 0, 0, -1, 1}, {-4, 3, 0, 0, 0, 0, 0.5, 0}},
                candidate.prune(W, 2, 4));
    }

    @Test
    @Points(15)
    @About("patterns")
    void any_other_pattern(NmSparsity candidate, Draw draw) {
        assertExact(new double[][]{{0, -0.9, 0, 0, 0, 0, 0, 1}, {-4, 0, 0, 0, 0, 0, 0.5, 0}},
                candidate.prune(W, 1, 4));
        assertExact(new double[][]{{0, 0, 0, 0, 0, 1, -1, 1}, {-4, 3, 2, 0, 0, 0, 0, 0}},
                candidate.prune(W, 3, 8));
        assertExact(new double[][]{{0, -0.9, 0.3, 0.2, 0, 1, -1, 1}, {-4, 3, 2, 0, 0, 0, 0.5, 0}},
                candidate.prune(W, 3, 4));
        assertExact(W, candidate.prune(W, 4, 4));
        assertExact(W, candidate.prune(W, 1, 1));
        assertExact(new double[][]{{0, -3}}, candidate.prune(new double[][]{{2, -3}}, 1, 2));
        assertExact(new double[][]{{5}}, candidate.prune(new double[][]{{5}}, 1, 1));
        for (int round = 0; round < 12; round++) {
            int m = draw.integer(2, 9);
            double[][] w = distinct(draw, draw.integer(1, 6), m * draw.integer(1, 4));
            for (int n = 1; n <= m; n++) {
                assertExact(plain(w, n, m), candidate.prune(w, n, m));
            }
        }
    }

    @Test
    @Points(15)
    @About("ties")
    void of_equal_magnitudes_the_lower_index_goes(NmSparsity candidate, Draw draw) {
        assertExact(new double[][]{{0, 0, 1, 1}}, candidate.prune(new double[][]{{1, 1, 1, 1}}, 2, 4));
        assertExact(new double[][]{{0, 0, -2, 2, 0, -3, 0, -3}},
                candidate.prune(new double[][]{{2, -2, -2, 2, 3, -3, 1, -3}}, 2, 4));
        assertExact(new double[][]{{0, 0, 0, 7}, {0, 7, 0, 0}},
                candidate.prune(new double[][]{{0, 0, 0, 7}, {0, 7, 0, 0}}, 2, 4));
        assertExact(new double[][]{{0, 0, 0, 0, 4, 0, 0, 4}},
                candidate.prune(new double[][]{{0, 0, 0, 0, 4, 0, 0, 4}}, 2, 4));
        // Only double precision tells the first group apart.
        double step = 0x1p-29;
        assertExact(new double[][]{{1 + 3 * step, 0, -1 - 2 * step, 0}},
                candidate.prune(new double[][]{{1 + 3 * step, -1 - step, -1 - 2 * step, 1}}, 2, 4));
        for (int round = 0; round < 20; round++) {
            int m = draw.integer(2, 8);
            int n = draw.integer(1, m - 1);
            double[][] w = levels(draw, draw.integer(1, 5), m * draw.integer(1, 5));
            assertExact(plain(w, n, m), candidate.prune(w, n, m));
        }
    }

    @Test
    @Points(10)
    @About("direction")
    void groups_run_along_the_row(NmSparsity candidate, Draw draw) {
        double[][] square = {{9, 8, 7, 6}, {1, 2, 3, 4}, {-8, 7, -6, 5}, {4, -3, 2, -1}};
        assertExact(new double[][]{{9, 8, 0, 0}, {0, 0, 3, 4}, {-8, 7, 0, 0}, {4, -3, 0, 0}},
                candidate.prune(square, 2, 4));
        double[][] three = {{1, 2, 3, 4}, {8, 7, 6, 5}, {-1, 9, -9, 1}};
        assertExact(new double[][]{{0, 0, 3, 4}, {8, 7, 0, 0}, {0, 9, -9, 0}}, candidate.prune(three, 2, 4));
        assertExact(new double[][]{{0, 2, 0, 4}, {8, 0, 6, 0}, {0, 9, -9, 0}}, candidate.prune(three, 1, 2));
        double[][] w = distinct(draw, 8, 8);
        assertExact(plain(w, 2, 4), candidate.prune(w, 2, 4));
        assertExact(plain(w, 3, 8), candidate.prune(w, 3, 8));
        double[][] tall = distinct(draw, 12, 4);
        assertExact(plain(tall, 2, 4), candidate.prune(tall, 2, 4));
    }

    @Test
    @Points(10)
    @About("properties")
    void nothing_larger_could_have_been_kept(NmSparsity candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            int m = draw.integer(2, 8);
            int n = draw.integer(1, m);
            double[][] w = draw.coin() ? levels(draw, 3, 2 * m) : distinct(draw, 3, 2 * m);
            double[][] pruned = candidate.prune(w, n, m);
            assertShape(3, 2 * m, pruned);
            for (int i = 0; i < 3; i++) {
                for (int from = 0; from < 2 * m; from += m) {
                    assertBest(Arrays.copyOfRange(w[i], from, from + m),
                            Arrays.copyOfRange(pruned[i], from, from + m), n);
                }
            }
            // What has the pattern stays as it is.
            assertExact(pruned, candidate.prune(pruned, n, m));
        }
    }

    @Test
    @Points(10)
    @About("purity")
    void the_argument_is_left_alone(NmSparsity candidate, Draw draw) {
        double[][] w = distinct(draw, 5, 8);
        for (int n : new int[]{1, 2, 4}) {
            double[][] first = candidate.prune(w, n, 4);
            assertPure(candidate);
            assertExact(plain(w, n, 4), first);
            assertExact(first, candidate.prune(w, n, 4));
            assertPure(candidate);
        }
        // Nothing to prune in the first row: no reason to hand it back.
        double[][] sparse = {{0, 0, 3, 4}, {1, 2, 3, 4}};
        assertExact(new double[][]{{0, 0, 3, 4}, {0, 0, 3, 4}}, candidate.prune(sparse, 2, 4));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_such_groups(NmSparsity candidate) {
        double[][] good = {{1, 2, 3, 4}, {-5, 6, -7, 8}};
        assertRejects("w = null", () -> candidate.prune(null, 1, 1));
        double[][][] broken = {{}, {null}, {{1, 2, 3, 4}, null}, {null, {1, 2, 3, 4}}, {{}}, {{}, {}},
                {{1, 2, 3, 4}, {1, 2}}, {{1, 2}, {1, 2, 3, 4}}, {{1, Double.NaN}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{Double.NEGATIVE_INFINITY, 2}, {3, 4}}};
        for (double[][] bad : broken) {
            String what = "w = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.prune(bad, 1, 2));
            assertRejects(what + ", nothing to prune", () -> candidate.prune(bad, 1, 1));
        }
        int[][] patterns = {{0, 4}, {5, 4}, {-1, 4}, {3, 2}, {2, 1}, {1, 0}, {0, 0}, {1, -1}, {-1, -1},
                {-2, -1}, {1, 3}, {2, 3}, {1, 5}, {2, 8}, {Integer.MIN_VALUE, 4}, {1, Integer.MIN_VALUE}};
        for (int[] bad : patterns) {
            assertRejects(bad[0] + ":" + bad[1] + " of 4 columns",
                    () -> candidate.prune(good, bad[0], bad[1]));
        }
        assertRejects("2:4 of 6 columns", () -> candidate.prune(new double[4][6], 2, 4));
        assertExact(new double[][]{{0, 2, 0, 4}, {0, 6, 0, 8}}, candidate.prune(good, 1, 2));
    }

    @Test
    @Points(10)
    @About("scale")
    void a_million_weights(NmSparsity candidate, Draw draw) {
        candidate.prune(distinct(draw, 32, 32), 2, 4);
        double[][] w = distinct(draw, 1024, 1024);
        assertExact(plain(w, 2, 4), candidate.prune(w, 2, 4));
        // One group of 200 000: whoever searches it for each entry that goes is lost.
        int m = 200_000;
        int[] ranks = draw.permutation(m);
        var row = new double[m];
        var expected = new double[m];
        for (int j = 0; j < m; j++) {
            row[j] = (draw.coin() ? 1 : -1) * (ranks[j] + 1) / 1024.0;
            expected[j] = ranks[j] < m / 2 ? 0 : row[j];
        }
        assertExact(new double[][]{expected}, candidate.prune(new double[][]{row}, m / 2, m));
    }

    /// Compared with every subset of n entries: none has a larger sum of magnitudes. The
    /// sums are exact.
    private static void assertBest(double[] group, double[] pruned, int n) {
        int zeros = 0;
        double kept = 0;
        for (int i = 0; i < group.length; i++) {
            zeros += pruned[i] == 0 ? 1 : 0;
            kept += Math.abs(pruned[i]);
            assertHolds(pruned[i] == 0 || pruned[i] == group[i], "%s was kept as %s", group[i], pruned[i]);
        }
        assertHolds(zeros >= group.length - n, "%s non-zeros in a group that may have %s",
                group.length - zeros, n);
        double best = 0;
        for (int subset = 0; subset < 1 << group.length; subset++) {
            double sum = 0;
            for (int i = 0; i < group.length; i++) {
                sum += (subset >> i & 1) == 1 ? Math.abs(group[i]) : 0;
            }
            best = Integer.bitCount(subset) == n ? Math.max(best, sum) : best;
        }
        assertHolds(kept == best, "magnitudes of %s were kept where %s was possible", kept, best);
    }

    /// The definition, word by word: an entry goes if fewer than m − n of its group come
    /// before it. Quadratic in m.
    private static double[][] plain(double[][] w, int n, int m) {
        var pruned = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                int before = 0;
                int from = j - j % m;
                for (int other = from; other < from + m; other++) {
                    double difference = Math.abs(w[i][other]) - Math.abs(w[i][j]);
                    before += difference < 0 || (difference == 0 && other < j) ? 1 : 0;
                }
                pruned[i][j] = before < m - n ? 0 : w[i][j];
            }
        }
        return pruned;
    }

    /// Eighths of different magnitude in every row, either sign.
    private static double[][] distinct(Draw draw, int rows, int columns) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            int[] ranks = draw.permutation(columns);
            for (int j = 0; j < columns; j++) {
                row[j] = (draw.coin() ? 1 : -1) * (ranks[j] + 1) / 8.0;
            }
        }
        return matrix;
    }

    /// Few different magnitudes, zero among them: many ties.
    private static double[][] levels(Draw draw, int rows, int columns) {
        var matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.stream(draw.integers(columns, -2, 2))
                    .mapToDouble(level -> level / 8.0)
                    .toArray();
        }
        return matrix;
    }
}
