package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.StructuredPrune;
import exercise.StructuredPrune.Result;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Results are copied numbers and compared exactly; what may go wrong is the ranking. All
/// entries drawn are eighths below 8, so that sums of them and of their squares are exact
/// in whatever order: equal scores are equal for everybody, different ones differ by
/// 0.0004 and more. Where only double precision tells scores apart they differ by 2⁻²⁹.
class StructuredPruneSuite {
    private static final double[][] W = {{1, -2, 0.5, 0.5}, {0.1, 0.2, -0.3, 0.4}, {3, 0, 0, 0},
            {-1, 1, -1, 1}};

    @Test
    @Points(15)
    @About("rows")
    @Sample
    void the_examples_of_the_statement(StructuredPrune candidate) {
        // row scores 4, 1, 3, 4
        assertExact(result(new int[]{0, 3}, new double[][]{{1, -2, 0.5, 0.5}, {-1, 1, -1, 1}}),
                candidate.prune(W, "row", 1, "l1", 0.5));
        // scores of the two pairs of columns 4.006 and 1.658
        assertExact(result(new int[]{0}, new double[][]{{1, -2}, {0.1, 0.2}, {3, 0}, {-1, 1}}),
                candidate.prune(W, "col", 2, "l2", 0.5));
    }

    @Test
    @Points(15)
    @About("columns")
    void columns_leave_every_row(StructuredPrune candidate, Draw draw) {
        // sums of squares 11.01, 5.04, 1.34, 1.41
        assertExact(result(new int[]{0, 1, 3},
                new double[][]{{1, -2, 0.5}, {0.1, 0.2, 0.4}, {3, 0, 0}, {-1, 1, 1}}),
                candidate.prune(W, "col", 1, "l2", 0.25));
        assertExact(result(new int[]{0, 1}, new double[][]{{1, -2}, {0.1, 0.2}, {3, 0}, {-1, 1}}),
                candidate.prune(W, "col", 1, "l2", 0.5));
        assertExact(result(new int[]{1}, new double[][]{{-2}}),
                candidate.prune(new double[][]{{1, -2}}, "col", 1, "l2", 0.5));
        for (int round = 0; round < 10; round++) {
            int columns = draw.integer(2, 9);
            double[][] w = eighths(draw, draw.integer(1, 9), columns);
            check(candidate, w, "col", 1, "l2", draw.integer(0, columns - 1));
            check(candidate, w, "col", 1, "l1", draw.integer(1, columns - 1));
        }
    }

    @Test
    @Points(15)
    @About("blocks")
    void blocks_of_lines_go_together(StructuredPrune candidate, Draw draw) {
        // Two filters over three input channels with kernels of 3 × 3: channel 1 is the quiet one,
        // although it has the largest single weight.
        var conv = new double[2][27];
        for (double[] filter : conv) {
            Arrays.fill(filter, 0, 9, 1);
            Arrays.fill(filter, 18, 27, -2);
            filter[13] = 3;
        }
        var two = new double[2][18];
        for (double[] filter : two) {
            Arrays.fill(filter, 0, 9, 1);
            Arrays.fill(filter, 9, 18, -2);
        }
        assertExact(result(new int[]{0, 2}, two), candidate.prune(conv, "col", 9, "l1", 0.4));
        for (int round = 0; round < 6; round++) {
            int channels = draw.integer(2, 5);
            double[][] w = eighths(draw, draw.integer(1, 6), channels * 9);
            check(candidate, w, "col", 9, "l1", draw.integer(1, channels - 1));
            check(candidate, w, "col", 9, "l2", draw.integer(1, channels - 1));
            int heads = draw.integer(2, 6);
            int dimension = draw.integer(2, 5);
            double[][] projection = eighths(draw, heads * dimension, draw.integer(1, 7));
            check(candidate, projection, "row", dimension, "l2", draw.integer(1, heads - 1));
            check(candidate, projection, "row", dimension, "l1", draw.integer(1, heads - 1));
        }
    }

    @Test
    @Points(10)
    @About("norms")
    void the_norm_decides_who_goes(StructuredPrune candidate, Draw draw) {
        // l1: 3 and 4; l2: 3 and √6
        double[][] w = {{3, 0, 0}, {1, -1, 2}};
        assertExact(result(new int[]{1}, new double[][]{{1, -1, 2}}),
                candidate.prune(w, "row", 1, "l1", 0.5));
        assertExact(result(new int[]{0}, new double[][]{{3, 0, 0}}),
                candidate.prune(w, "row", 1, "l2", 0.5));
        // l2: √8 and 2.5, but the second has the larger maximum
        double[][] flat = {{2, -2}, {0, 2.5}};
        assertExact(result(new int[]{0}, new double[][]{{2, -2}}),
                candidate.prune(flat, "row", 1, "l2", 0.5));
        // Only double precision tells these sums apart.
        int[] ranks = {4, 2, 5, 0, 3, 1};
        var fine = new double[6][2];
        for (int i = 0; i < 6; i++) {
            fine[i] = new double[]{draw.coin() ? 1 : -1, -ranks[i] * 0x1p-29};
        }
        assertExact(survivors(fine, true, 1, new int[]{0, 2, 4}),
                candidate.prune(fine, "row", 1, "l1", 0.5));
        for (int round = 0; round < 6; round++) {
            double[][] drawn = eighths(draw, 5, 4);
            check(candidate, drawn, "row", 1, "l1", 2);
            check(candidate, drawn, "row", 1, "l2", 2);
        }
    }

    @Test
    @Points(10)
    @About("shape")
    void the_matrix_shrinks_and_nothing_else_changes(StructuredPrune candidate, Draw draw) {
        // The scores fall, so whoever orders survivors by score turns them round.
        double[][] falling = {{9, -9}, {8, 8}, {-7, 7}, {6, -6}, {5, 5}, {4, 4}};
        assertExact(result(new int[]{0, 1}, new double[][]{{9, -9}, {8, 8}, {-7, 7}, {6, -6}}),
                candidate.prune(falling, "row", 2, "l1", 0.4));
        for (String axis : new String[]{"row", "col"}) {
            double[][] w = eighths(draw, 6, 8);
            for (double ratio : new double[]{0, 0.5}) {
                Result first = candidate.prune(w, axis, 2, "l2", ratio);
                int groups = axis.equals("row") ? 3 : 4;
                int left = groups - (ratio == 0 ? 0 : 2);
                assertShape(axis.equals("row") ? 2 * left : 6, axis.equals("col") ? 2 * left : 8, first.w());
                assertExact(expected(w, axis, 2, "l2", groups - left), first);
                assertExact(first, candidate.prune(w, axis, 2, "l2", ratio));
                assertPure(candidate);
            }
        }
        double[][] single = {{-0.25}};
        assertExact(result(new int[]{0}, single), candidate.prune(single, "row", 1, "l1", 0.25));
        assertExact(result(new int[]{0}, single), candidate.prune(single, "col", 1, "l2", 0));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("ties")
    void of_equal_groups_the_lower_index_goes(StructuredPrune candidate, Draw draw) {
        var equal = new double[8][8];
        for (double[] row : equal) {
            for (int j = 0; j < 8; j++) {
                row[j] = draw.coin() ? 2 : -2;
            }
        }
        for (String axis : new String[]{"row", "col"}) {
            for (int k : new int[]{1, 3, 7}) {
                check(candidate, equal, axis, 1, "l1", k);
                check(candidate, equal, axis, 1, "l2", k);
            }
            check(candidate, equal, axis, 2, "l2", 2);
            check(candidate, new double[8][8], axis, 2, "l1", 1);
        }
        // 3-4 and 5-0 are equal in l2, 3-4 and 7-0 in l1
        double[][] triples = {{5, 0}, {1, 1}, {3, -4}, {-7, 0}, {0, 5}, {9, 9}};
        for (int k = 1; k < 6; k++) {
            check(candidate, triples, "row", 1, "l1", k);
            check(candidate, triples, "row", 1, "l2", k);
        }
        for (int round = 0; round < 10; round++) {
            double[][] few = levels(draw, draw.integer(3, 9), 3);
            check(candidate, few, "row", 1, draw.coin() ? "l1" : "l2", draw.integer(1, few.length - 1));
        }
    }

    @Test
    @Points(10)
    @About("count")
    void the_count_of_groups_is_rounded_half_to_even(StructuredPrune candidate) {
        // 0.29 · 100 = 28.999…, 0.57 · 100 = 56.999…; the other products are exact.
        int[] groups = {5, 6, 6, 7, 2, 2, 1, 100, 100};
        double[] ratios = {0.5, 0.75, 0.25, 0.5, 0.25, 0.5, 0.5, 0.29, 0.57};
        int[] counts = {2, 4, 2, 4, 0, 1, 0, 29, 57};
        for (int i = 0; i < groups.length; i++) {
            double[][] rising = new double[groups[i]][1];
            double[][] wide = new double[1][3 * groups[i]];
            for (int g = 0; g < groups[i]; g++) {
                rising[g][0] = g % 2 == 0 ? g + 1 : -(g + 1);
                Arrays.fill(wide[0], 3 * g, 3 * g + 3, rising[g][0]);
            }
            assertExact(expected(rising, "row", 1, "l1", counts[i]),
                    candidate.prune(rising, "row", 1, "l1", ratios[i]));
            assertExact(expected(wide, "col", 3, "l2", counts[i]),
                    candidate.prune(wide, "col", 3, "l2", ratios[i]));
        }
        // 0.9 · 5 = 4.5: one of five stays.
        double[][] five = {{1}, {2}, {3}, {4}, {5}};
        assertExact(result(new int[]{4}, new double[][]{{5}}), candidate.prune(five, "row", 1, "l2", 0.9));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_pruned(StructuredPrune candidate) {
        double[][] good = {{1, 2, 3, 4}, {5, 6, 7, 8}};
        assertRejects("w = null", () -> candidate.prune(null, "row", 1, "l1", 0));
        double[][][] broken = {{}, {null}, {{1, 2, 3, 4}, null}, {null, {1, 2, 3, 4}}, {{}, {}}, {{}},
                {{1, 2}, {3}}, {{1, 2}, {3, 4, 5}}, {{1, Double.NaN}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{Double.NEGATIVE_INFINITY, 2}, {3, 4}}};
        for (double[][] bad : broken) {
            String what = "w = " + Arrays.deepToString(bad);
            assertRejects(what, () -> candidate.prune(bad, "row", 1, "l1", 0));
            assertRejects(what + " by columns", () -> candidate.prune(bad, "col", 1, "l2", 0.5));
        }
        for (String bad : new String[]{null, "", "rows", "ROW", "column", "l1"}) {
            assertRejects("axis = " + bad, () -> candidate.prune(good, bad, 1, "l1", 0));
        }
        for (String bad : new String[]{null, "", "L1", "l3", "linf", "row"}) {
            assertRejects("norm = " + bad, () -> candidate.prune(good, "row", 1, bad, 0));
        }
        for (int bad : new int[]{0, -1, -2, 3, 4, 8, Integer.MIN_VALUE}) {
            assertRejects("block = " + bad, () -> candidate.prune(good, "row", bad, "l1", 0));
        }
        for (int bad : new int[]{0, -2, 3, 8}) {
            assertRejects("block = " + bad + " by columns", () -> candidate.prune(good, "col", bad, "l2", 0));
        }
        double[] ratios = {-0.1, -1e-12, 1 + 1e-12, 1.1, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : ratios) {
            assertRejects("ratio = " + bad, () -> candidate.prune(good, "col", 2, "l1", bad));
        }
        // nothing would remain
        assertRejects("ratio = 1", () -> candidate.prune(good, "row", 1, "l1", 1));
        assertRejects("1.8 of 2 groups", () -> candidate.prune(good, "col", 2, "l2", 0.9));
        assertRejects("0.6 of the only group", () -> candidate.prune(good, "row", 2, "l1", 0.6));
        assertExact(result(new int[]{0}, good), candidate.prune(good, "row", 2, "l1", 0.5));
        assertExact(result(new int[]{1}, new double[][]{{3, 4}, {7, 8}}),
                candidate.prune(good, "col", 2, "l2", 0.5));
    }

    @Test
    @Points(5)
    @About("scale")
    void large_matrices(StructuredPrune candidate, Draw draw) {
        candidate.prune(eighths(draw, 64, 64), "row", 2, "l1", 0.5);
        double[][] tall = ranked(draw, 1024, 512, 32, true);
        check(candidate, tall, "row", 32, "l1", 16);
        double[][] wide = ranked(draw, 512, 1024, 32, false);
        check(candidate, wide, "col", 32, "l2", 16);
        // As many groups as columns: whoever searches all of them for each one that goes is lost.
        int columns = 120_000;
        int[] ranks = draw.permutation(columns);
        var many = new double[4][columns];
        for (double[] row : many) {
            for (int j = 0; j < columns; j++) {
                row[j] = (draw.coin() ? 1 : -1) * (ranks[j] + 1) / 1024.0;
            }
        }
        int[] kept = IntStream.range(0, columns).filter(j -> ranks[j] >= columns / 2).toArray();
        assertExact(survivors(many, false, 1, kept), candidate.prune(many, "col", 1, "l1", 0.5));
    }

    private static Result result(int[] kept, double[][] w) {
        return new Result(kept, w);
    }

    private static void check(
            StructuredPrune candidate, double[][] w, String axis, int block, String norm, int k) {
        int groups = (axis.equals("row") ? w.length : w[0].length) / block;
        // (k + 1/8) / groups: rounds to k for every way to round.
        assertExact(expected(w, axis, block, norm, k),
                candidate.prune(w, axis, block, norm, (k + 0.125) / groups));
    }

    /// The definition, word by word: a group stays if at least k groups come before it.
    private static Result expected(double[][] w, String axis, int block, String norm, int k) {
        boolean rows = axis.equals("row");
        int groups = (rows ? w.length : w[0].length) / block;
        var scores = new double[groups];
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[i].length; j++) {
                    boolean inside = (rows ? i : j) / block == g;
                    scores[g] += !inside ? 0 : norm.equals("l1") ? Math.abs(w[i][j]) : w[i][j] * w[i][j];
                }
            }
        }
        int[] kept = IntStream.range(0, groups)
                .filter(g -> IntStream.range(0, groups)
                        .filter(o -> scores[o] < scores[g] || (scores[o] == scores[g] && o < g))
                        .count() >= k)
                .toArray();
        return survivors(w, rows, block, kept);
    }

    private static Result survivors(double[][] w, boolean rows, int block, int[] kept) {
        var alive = new boolean[(rows ? w.length : w[0].length) / block];
        for (int g : kept) {
            alive[g] = true;
        }
        return new Result(kept, IntStream.range(0, w.length)
                .filter(i -> !rows || alive[i / block])
                .mapToObj(i -> IntStream.range(0, w[i].length)
                        .filter(j -> rows || alive[j / block])
                        .mapToDouble(j -> w[i][j])
                        .toArray())
                .toArray(double[][]::new));
    }

    private static double[][] eighths(Draw draw, int rows, int columns) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = draw.integer(-63, 63) / 8.0;
            }
        }
        return matrix;
    }

    /// Few different numbers, zero among them: many ties.
    private static double[][] levels(Draw draw, int rows, int columns) {
        var matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.stream(draw.integers(columns, -1, 1)).asDoubleStream().toArray();
        }
        return matrix;
    }

    /// Every group has a magnitude of its own, in random order.
    private static double[][] ranked(Draw draw, int rows, int columns, int block, boolean byRow) {
        int[] ranks = draw.permutation((byRow ? rows : columns) / block);
        var matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i][j] = (draw.coin() ? 1 : -1) * (ranks[(byRow ? i : j) / block] + 1);
            }
        }
        return matrix;
    }
}
