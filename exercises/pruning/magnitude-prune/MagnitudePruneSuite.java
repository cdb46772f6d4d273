package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.MagnitudePrune;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class MagnitudePruneSuite {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /// The smallest step between magnitudes: exact in double, lost in float, and
    /// wider than the gap of 1e-9 that selection scores keep.
    private static final double FINE = 0x1p-29;

    @Test
    @Points(15)
    @About("example")
    @Sample
    void the_examples_of_the_statement(MagnitudePrune candidate) {
        double[][] small = { { 0.5, -0.1, 0.3 }, { -0.1, 0.8, -0.2 } };
        assertExact(new double[][] { { 0.5, 0, 0.3 }, { 0, 0.8, -0.2 } }, candidate.prune(small, 0.25));
        assertExact(new double[][] { { 0.5, 0, 0.3 }, { -0.1, 0.8, -0.2 } }, candidate.prune(small, 0.2));
        assertExact(new double[][] { { 0.5, 0, 0 }, { 0, 0.8, 0 } }, candidate.prune(small, 0.75));

        double[][] w = { { 0.9, -0.05, 0.4, 1.2 }, { -0.7, 0.15, -0.3, 0.02 }, { 0.6, -1.1, 0.08, -0.25 } };
        double[][] quarter = { { 0.9, 0, 0.4, 1.2 }, { -0.7, 0.15, -0.3, 0 }, { 0.6, -1.1, 0, -0.25 } };
        double[][] half = { { 0.9, 0, 0.4, 1.2 }, { -0.7, 0, 0, 0 }, { 0.6, -1.1, 0, 0 } };
        assertExact(quarter, candidate.prune(w, 0.25));
        assertExact(half, candidate.prune(w, 0.5));
    }

    @Test
    @Points(10)
    @About("count")
    void the_count_is_rounded_half_to_even(MagnitudePrune candidate) {
        // All of these products are exact but the last three, which are one rounding
        // error away from a whole number: 0.29 * 100 = 28.999…, 0.57 * 100 = 56.999…
        assertPruned(candidate, 4, rising(2, 3), 0.75);
        assertPruned(candidate, 2, rising(3, 2), 0.25);
        assertPruned(candidate, 0, rising(1, 2), 0.25);
        assertPruned(candidate, 2, rising(1, 2), 0.75);
        assertPruned(candidate, 2, rising(5, 1), 0.5);
        assertPruned(candidate, 4, rising(1, 7), 0.5);
        assertPruned(candidate, 29, rising(10, 10), 0.29);
        assertPruned(candidate, 57, rising(20, 5), 0.57);
        assertPruned(candidate, 58, rising(4, 25), 0.58);
    }

    @Test
    @Points(15)
    @About("ties")
    void among_equal_magnitudes_the_lower_index_goes(MagnitudePrune candidate, Draw draw) {
        double[][] equal = new double[7][9];
        for (double[] row : equal) {
            for (int j = 0; j < row.length; j++) {
                row[j] = draw.coin() ? 0.5 : -0.5;
            }
        }
        for (int k : new int[] { 1, 8, 9, 10, 31, 62 }) {
            assertExact(plain(equal, k), candidate.prune(equal, ratio(k, 63)));
        }
        for (int round = 0; round < 20; round++) {
            double[][] few = levels(draw, draw.integer(2, 9), draw.integer(2, 9), 3);
            int entries = few.length * few[0].length;
            int k = draw.integer(1, entries - 1);
            assertExact(plain(few, k), candidate.prune(few, ratio(k, entries)));
        }
        // Two that are equal, and one that differs from them in its last bit.
        double above = 0x1p23 + FINE;
        double[][] close = { { above, -above, 0x1p23 } };
        assertExact(new double[][] { { above, -above, 0 } }, candidate.prune(close, ratio(1, 3)));
        assertExact(new double[][] { { 0, -above, 0 } }, candidate.prune(close, ratio(2, 3)));
    }

    @Test
    @Points(10)
    @About("sign")
    void the_sign_does_not_matter(MagnitudePrune candidate, Draw draw) {
        double[][] w = { { -5, 0.1, 2 }, { 0.5, -3, -0.2 } };
        assertExact(new double[][] { { -5, 0, 2 }, { 0, -3, 0 } }, candidate.prune(w, 0.5));
        double[][] negative = { { -1, -4 }, { -3, -2 } };
        assertExact(new double[][] { { 0, -4 }, { -3, 0 } }, candidate.prune(negative, 0.5));
        double[][] positive = { { 4, 1 }, { 2, 3 } };
        assertExact(new double[][] { { 4, 0 }, { 0, 3 } }, candidate.prune(positive, 0.5));

        double[][] drawn = new double[4][5];
        int[] ranks = draw.permutation(20);
        for (int i = 0; i < 20; i++) {
            drawn[i / 5][i % 5] = (draw.coin() ? 1 : -1) * (ranks[i] + 1);
        }
        assertExact(plain(drawn, 12), candidate.prune(drawn, 0.6));
    }

    @Test
    @Points(10)
    @About("extremes")
    void ratio_zero_copies_and_ratio_one_clears(MagnitudePrune candidate, Draw draw) {
        double[][] w = draw.matrix(5, 3, -2, 2);
        assertExact(w, candidate.prune(w, 0));
        assertExact(new double[5][3], candidate.prune(w, 1));
        double[][] single = { { -7.25 } };
        assertExact(single, candidate.prune(single, 0));
        assertExact(new double[1][1], candidate.prune(single, 1));
        double[][] zeros = new double[2][2];
        assertExact(zeros, candidate.prune(zeros, 0.5));
    }

    @Test
    @Points(10)
    @About("purity")
    void the_argument_is_left_alone(MagnitudePrune candidate, Draw draw) {
        double[][] w = draw.matrix(6, 4, 1, 2);
        for (double ratio : new double[] { 0, 0.25, 0.5, 1 }) {
            double[][] first = candidate.prune(w, ratio);
            assertPure(candidate);
            assertExact(plain(w, (int) (ratio * 24)), first);
            assertExact(first, candidate.prune(w, ratio));
            assertPure(candidate);
        }
        // Three of four rows lose nothing: no reason to hand one of them back.
        double[][] lopsided = { { 9, 8 }, { 0.1, 0.2 }, { 7, 6 }, { 5, 4 } };
        double[][] pruned = { { 9, 8 }, { 0, 0 }, { 7, 6 }, { 5, 4 } };
        assertExact(pruned, candidate.prune(lopsided, 0.25));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(MagnitudePrune candidate) {
        double[][] w = { { 1, -2 }, { 3, 4 } };
        // Whoever refuses everything has validated nothing.
        assertExact(new double[][] { { 0, 0 }, { 3, 4 } }, candidate.prune(w, 0.5));

        refuses(candidate, "w = null", null);
        refuses(candidate, "w without rows", new double[0][]);
        refuses(candidate, "a row without columns", new double[][] { {} });
        refuses(candidate, "three rows without columns", new double[3][0]);
        refuses(candidate, "the only row is null", new double[][] { null });
        refuses(candidate, "the first row is null", new double[][] { null, { 1, 2 } });
        refuses(candidate, "the last row is null", new double[][] { { 1, 2 }, null });
        refuses(candidate, "the last row is longer", new double[][] { { 1, 2 }, { 3, 4, 5 } });
        refuses(candidate, "the last row is shorter", new double[][] { { 1, 2 }, { 3, 4 }, { 5 } });
        refuses(candidate, "the last row is empty", new double[][] { { 1, 2 }, {} });
        refuses(candidate, "an entry is NaN", new double[][] { { 1, 2 }, { NAN, 4 } });
        refuses(candidate, "the last entry is NaN", new double[][] { { 1, 2 }, { 3, NAN } });
        refuses(candidate, "an entry is Infinity", new double[][] { { INFINITY, 2 }, { 3, 4 } });
        refuses(candidate, "an entry is -Infinity", new double[][] { { 1, 2 }, { 3, -INFINITY } });
        for (double ratio : new double[] { -0.1, 1.1, NAN, INFINITY, -INFINITY, -1e-12, 1 + 1e-12, 50 }) {
            assertRejects("ratio = " + ratio, () -> candidate.prune(w, ratio));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void random_matrices(MagnitudePrune candidate, Draw draw) {
        for (int round = 0; round < 200; round++) {
            int rows = draw.integer(1, 10);
            int columns = draw.integer(1, 10);
            double[][] w = draw.coin() ? fine(draw, rows, columns) : levels(draw, rows, columns, 40);
            int entries = rows * columns;
            int k = draw.integer(0, entries);
            // Off the whole number, but well away from the half on either side.
            double ratio = Math.clamp((k + draw.uniform(-0.49, 0.49)) / entries, 0, 1);
            double[][] pruned = candidate.prune(w, ratio);
            assertShape(rows, columns, pruned);
            assertSmallestWent(w, pruned, k);
            assertExact(plain(w, k), pruned);
        }
    }

    @Test
    @Points(10)
    @About("speed")
    void a_quarter_of_a_million_weights(MagnitudePrune candidate, Draw draw) {
        double[][] warm = fine(draw, 100, 100);
        assertShape(100, 100, candidate.prune(warm, 0.5));

        int side = 500;
        int k = side * side / 2;
        int[] ranks = draw.permutation(side * side);
        double[][] w = new double[side][side];
        double[][] expected = new double[side][side];
        for (int i = 0; i < ranks.length; i++) {
            double weight = (draw.coin() ? 0x1p-20 : -0x1p-20) * (ranks[i] + 1);
            w[i / side][i % side] = weight;
            expected[i / side][i % side] = ranks[i] < k ? 0 : weight;
        }
        assertExact(expected, candidate.prune(w, 0.5));
    }

    private static void refuses(MagnitudePrune candidate, String what, double[][] w) {
        assertRejects(what, () -> candidate.prune(w, 0.5));
        // Also where nothing needs to be ranked: a copy, a matrix of zeros.
        assertRejects(what + ", ratio = 0", () -> candidate.prune(w, 0));
        assertRejects(what + ", ratio = 1", () -> candidate.prune(w, 1));
    }

    private static void assertPruned(MagnitudePrune candidate, int k, double[][] w, double ratio) {
        assertExact(plain(w, k), candidate.prune(w, ratio));
    }

    /// The three promises that do not need to know the exact answer.
    private static void assertSmallestWent(double[][] w, double[][] pruned, int k) {
        int zeros = 0;
        double largestPruned = 0;
        double smallestKept = INFINITY;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                if (pruned[i][j] == 0) {
                    zeros++;
                    largestPruned = Math.max(largestPruned, Math.abs(w[i][j]));
                } else {
                    assertHolds(pruned[i][j] == w[i][j], "w[%d][%d] = %s was kept as %s", i, j, w[i][j],
                            pruned[i][j]);
                    smallestKept = Math.min(smallestKept, Math.abs(w[i][j]));
                }
            }
        }
        assertHolds(zeros >= k, "%d entries are zero, %d had to go", zeros, k);
        assertHolds(smallestKept >= largestPruned, "a weight of magnitude %s was kept while one of %s went",
                smallestKept, largestPruned);
    }

    /// The definition, word by word: an entry goes if fewer than k entries come
    /// before it. Quadratic, for small matrices.
    private static double[][] plain(double[][] w, int k) {
        int columns = w[0].length;
        int entries = w.length * columns;
        var pruned = new double[w.length][columns];
        for (int i = 0; i < entries; i++) {
            double entry = w[i / columns][i % columns];
            int before = 0;
            for (int j = 0; j < entries; j++) {
                double other = Math.abs(w[j / columns][j % columns]);
                if (other < Math.abs(entry) || (other == Math.abs(entry) && j < i)) {
                    before++;
                }
            }
            pruned[i / columns][i % columns] = before < k ? 0 : entry;
        }
        return pruned;
    }

    /// A ratio whose product with `entries` is k for every way to round.
    private static double ratio(int k, int entries) {
        return (k + 0.125) / entries;
    }

    /// 1, 2, 3 … in row-major order, with alternating signs.
    private static double[][] rising(int rows, int columns) {
        var matrix = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            matrix[i / columns][i % columns] = i % 2 == 0 ? i + 1 : -(i + 1);
        }
        return matrix;
    }

    /// All close to 1, so that only double precision tells them apart.
    private static double[][] fine(Draw draw, int rows, int columns) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = (draw.coin() ? 1 : -1) * (1 + draw.integer(0, 5_000) * FINE);
            }
        }
        return matrix;
    }

    /// Few different magnitudes, zero among them: many ties.
    private static double[][] levels(Draw draw, int rows, int columns, int levels) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = draw.integer(-levels, levels) / 8.0;
            }
        }
        return matrix;
    }
}
