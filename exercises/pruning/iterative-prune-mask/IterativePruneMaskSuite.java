package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.IterativePruneMask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Weights and updates are eighths or sixteenths, so that every sum is exact and results
/// can be compared exactly; magnitudes are equal or at least 1/8 apart, but where only
/// double precision tells them apart. The decimal numbers of the statement alone are compared
/// with the default tolerance.
class IterativePruneMaskSuite {
    private static final double[][] W = {{1, 0.2, -0.3}, {0.05, -2, 0.4}};
    private static final double[][] UP = {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}};
    private static final double[][] DOWN = {{-0.25, -0.25, -0.25}, {-0.25, -0.25, -0.25}};

    @Test
    @Points(20)
    @About("single")
    @Sample
    void one_round_prunes_and_updates_what_is_left(IterativePruneMask candidate, Draw draw) {
        assertClose(new double[][]{{1.1, 0, -0.2}, {0, -1.9, 0.5}},
                candidate.run(W, new double[]{1.0 / 3}, new double[][][]{UP}));
        // 4.5 and 1.5 entries, 28.999… and half an entry
        double[] ratios = {0.75, 0.25, 0.29, 0.5, 0, 1};
        int[] counts = {4, 2, 29, 0, 0, 6};
        int[][] shapes = {{2, 3}, {3, 2}, {10, 10}, {1, 1}, {2, 3}, {3, 2}};
        for (int i = 0; i < ratios.length; i++) {
            double[][] w = matrix(draw, shapes[i][0], shapes[i][1], 40);
            double[][][] updates = {matrix(draw, shapes[i][0], shapes[i][1], 10)};
            assertExact(plain(w, new int[]{counts[i]}, updates),
                    candidate.run(w, new double[]{ratios[i]}, updates));
        }
        // Equal magnitudes: the lower row-major index goes.
        double[][] equal = {{1, -1, 1}, {-1, 1, -1}, {1, 1, 1}};
        for (int k = 1; k < 9; k++) {
            check(candidate, equal, new int[]{k}, new double[][][]{matrix(draw, 3, 3, 10)});
        }
        // Only double precision tells these apart; the update is nothing.
        double step = 0x1p-29;
        double[][] fine = {{1 + 3 * step, -1 - step, -1 - 2 * step, 1}};
        assertExact(new double[][]{{1 + 3 * step, 0, -1 - 2 * step, 0}},
                candidate.run(fine, new double[]{0.5}, new double[1][1][4]));
    }

    @Test
    @Points(20)
    @About("mask")
    void what_is_dead_does_not_come_back(IterativePruneMask candidate, Draw draw) {
        assertClose(new double[][]{{0.85, 0, 0}, {0, -2.15, 0}},
                candidate.run(W, new double[]{1.0 / 3, 2.0 / 3}, new double[][][]{UP, DOWN}));
        // The first entry dies at once, and every update would make it the largest.
        double[][] w = {{1, 2}, {3, 4}};
        double[][] pull = {{100, 0}, {0, 0}};
        double[][][] three = {pull, pull, pull};
        assertExact(new double[][]{{0, 2}, {3, 4}}, candidate.run(w, new double[]{0.25, 0.25, 0.25}, three));
        assertExact(new double[][]{{0, 0}, {3, 4}}, candidate.run(w, new double[]{0.25, 0.25, 0.5}, three));
        assertExact(new double[][]{{0, 0}, {0, 4}}, candidate.run(w, new double[]{0.25, 0.5, 0.75}, three));
        assertExact(new double[2][2], candidate.run(w, new double[]{0.25, 0.5, 1}, three));
        // 1.5 and 4.5 entries of 6 are 2 and 4; the difference of 3 entries does not matter.
        double[][] six = {{1, 2, 3}, {4, 5, 6}};
        assertExact(new double[][]{{0, 0, 0}, {0, 5, 6}},
                candidate.run(six, new double[]{0.25, 0.75}, new double[2][2][3]));
        for (int round = 0; round < 6; round++) {
            int rows = draw.integer(1, 5);
            int columns = draw.integer(2, 6);
            int[] counts = rising(draw, 3, rows * columns);
            double[][][] updates = {matrix(draw, rows, columns, 60), matrix(draw, rows, columns, 60),
                    matrix(draw, rows, columns, 60)};
            check(candidate, matrix(draw, rows, columns, 30), counts, updates);
        }
    }

    @Test
    @Points(15)
    @About("ranking")
    void later_rounds_rank_the_updated_weights(IterativePruneMask candidate, Draw draw) {
        // Round 1 kills the 1; its update leaves 2, 9, 4, so that the former 3 is the largest.
        double[][] w = {{5, 1, 3, 4}};
        double[][] shift = {{-3, 0, 6, 0}};
        double[][] none = {{0, 0, 0, 0}};
        assertExact(new double[][]{{0, 0, 9, 4}},
                candidate.run(w, new double[]{0.25, 0.5}, new double[][][]{shift, none}));
        assertExact(new double[][]{{0, 0, 9, 0}},
                candidate.run(w, new double[]{0.25, 0.75}, new double[][][]{shift, none}));
        // Pruned before the update of its own round: the 3 dies although it would have become 9.
        assertExact(new double[][]{{2, 0, 0, 4}},
                candidate.run(w, new double[]{0.5}, new double[][][]{shift}));
        // An update may turn the sign; the magnitude counts.
        assertExact(new double[][]{{0, 0, -9, 4}}, candidate.run(w, new double[]{0.25, 0.5},
                new double[][][]{{{-3, 0, -12, 0}}, none}));
        for (int round = 0; round < 6; round++) {
            double[][] drawn = matrix(draw, 4, 5, 20);
            double[][][] updates = {matrix(draw, 4, 5, 40), matrix(draw, 4, 5, 40), matrix(draw, 4, 5, 40)};
            check(candidate, drawn, new int[]{4, 9, 15}, updates);
            check(candidate, drawn, new int[]{0, draw.integer(1, 9), 19}, updates);
        }
    }

    @Test
    @Points(10)
    @About("equal")
    void an_unchanged_ratio_prunes_nothing_new(IterativePruneMask candidate, Draw draw) {
        double[][] w = {{4, -1, 3}, {2, 5, -6}};
        double[][] one = {{1, 1, 1}, {1, 1, 1}};
        assertExact(new double[][]{{7, 0, 6}, {0, 8, -3}},
                candidate.run(w, new double[]{0.375, 0.375, 0.375}, new double[][][]{one, one, one}));
        assertExact(new double[][]{{6, 1, 5}, {4, 7, -4}},
                candidate.run(w, new double[]{0, 0}, new double[][][]{one, one}));
        assertExact(new double[2][3], candidate.run(w, new double[]{1, 1}, new double[][][]{one, one}));
        // Different ratios, the same count.
        assertExact(new double[][]{{6, 0, 5}, {0, 7, -4}},
                candidate.run(w, new double[]{0.3, 0.4}, new double[][][]{one, one}));
        for (int round = 0; round < 4; round++) {
            int k = draw.integer(1, 11);
            double[][][] updates = {matrix(draw, 3, 4, 50), matrix(draw, 3, 4, 50),
                    matrix(draw, 3, 4, 50)};
            check(candidate, matrix(draw, 3, 4, 30), new int[]{k, k, draw.integer(k, 11)}, updates);
        }
    }

    @Test
    @Points(10)
    @About("zeros")
    void a_live_zero_is_not_dead(IterativePruneMask candidate) {
        // Round 1 kills the 1 in the middle and turns the 2 before or the 3 behind it into 0.
        double[][] w = {{2, 1, 3}};
        double[][] grow = {{7, 7, 7}};
        double[][][] first = {{{-2, 0, 0}}, grow};
        double[][][] last = {{{0, 0, -3}}, grow};
        double[] third = {0.375, 0.375};
        assertExact(new double[][]{{7, 0, 10}}, candidate.run(w, third, first));
        assertExact(new double[][]{{9, 0, 7}}, candidate.run(w, third, last));
        // With more to prune the live zero is the next to go, dead ones do not count again.
        double[] more = {0.375, 0.625};
        assertExact(new double[][]{{0, 0, 10}}, candidate.run(w, more, first));
        assertExact(new double[][]{{9, 0, 0}}, candidate.run(w, more, last));
        // Zero from the beginning, and alive as long as nothing is pruned.
        assertExact(new double[][]{{14, 15, 14}}, candidate.run(new double[][]{{0, 1, 0}}, new double[]{0, 0},
                new double[][][]{grow, grow}));
        assertExact(new double[][]{{0, 15, 14}}, candidate.run(new double[][]{{0, 1, 0}}, third,
                new double[][][]{grow, grow}));
    }

    @Test
    @Points(10)
    @About("properties")
    void the_dead_grow_in_number_and_remain(IterativePruneMask candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(3, 6);
            int columns = draw.integer(3, 6);
            int[] counts = rising(draw, 4, rows * columns);
            // Odd sixteenths, which eighths never bring to 0.
            double[][] w = matrix(draw, rows, columns, 30);
            for (double[] row : w) {
                Arrays.setAll(row, j -> row[j] + 0.0625);
            }
            var updates = new double[4][][];
            Arrays.setAll(updates, _ -> matrix(draw, rows, columns, 20));
            double[][] before = null;
            for (int r = 1; r <= 4; r++) {
                double[][] now = candidate.run(w, Arrays.copyOf(ratios(counts, rows * columns), r),
                        Arrays.copyOf(updates, r));
                assertShape(rows, columns, now);
                int zeros = 0;
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        zeros += now[i][j] == 0 ? 1 : 0;
                        assertHolds(before == null || before[i][j] != 0 || now[i][j] == 0,
                                "w[%s][%s] was dead and is %s after round %s", i, j, now[i][j], r);
                    }
                }
                assertHolds(zeros == counts[r - 1], "%s zeros instead of %s", zeros, counts[r - 1]);
                before = now;
            }
        }
    }

    @Test
    @Points(5)
    @About("purity")
    void the_arguments_are_left_alone(IterativePruneMask candidate, Draw draw) {
        double[][] w = matrix(draw, 4, 3, 30);
        double[][][] updates = {matrix(draw, 4, 3, 20), matrix(draw, 4, 3, 20)};
        for (double[] ratios : new double[][]{{0, 0}, {0.25, 0.5}, {1, 1}}) {
            double[][] first = candidate.run(w, ratios, updates);
            assertPure(candidate);
            int[] counts = {(int) (ratios[0] * 12), (int) (ratios[1] * 12)};
            assertExact(plain(w, counts, updates), first);
            assertExact(first, candidate.run(w, ratios, updates));
            assertPure(candidate);
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_does_not_fit_together(IterativePruneMask candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] fine = {good, good};
        double[] half = {0.5, 0.5};
        assertRejects("w = null", () -> candidate.run(null, half, fine));
        assertRejects("ratios = null", () -> candidate.run(good, null, fine));
        assertRejects("updates = null", () -> candidate.run(good, half, null));
        assertRejects("no rounds", () -> candidate.run(good, new double[0], new double[0][][]));
        assertRejects("a ratio too few", () -> candidate.run(good, new double[]{0.5}, fine));
        assertRejects("a ratio too many", () -> candidate.run(good, new double[]{0.5, 0.5, 0.5}, fine));
        double[][][] broken = {{}, {null}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, Double.NaN}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{Double.NEGATIVE_INFINITY, 2}, {3, 4}}, {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1}, {3}},
                {{1, 2, 3}, {4, 5, 6}}, null};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("w = " + what, () -> candidate.run(bad, half, fine));
            double[][][] first = {bad, good};
            double[][][] last = {good, bad};
            assertRejects("first update " + what, () -> candidate.run(good, half, first));
            assertRejects("last update " + what, () -> candidate.run(good, half, last));
        }
        double[][][] empty = {{{}}, {{}}};
        assertRejects("no columns anywhere", () -> candidate.run(empty[0], half, empty));
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][] ratios = {{-0.1, 0.5}, {-1e-300, 0.5}, {0.5, 1.1}, {0.5, Math.nextUp(1.0)}, {nan, 0.5},
                {0.5, nan}, {nan, nan}, {-infinity, 0.5}, {0.5, infinity}, {0.5, 0.4}, {0.5, 0},
                {0.5, Math.nextDown(0.5)}, {1.1, 1.1}, {1, 0.9}};
        for (double[] bad : ratios) {
            assertRejects("ratios = " + Arrays.toString(bad), () -> candidate.run(good, bad, fine));
        }
        double[][] one = {{1}};
        assertExact(new double[][]{{3}}, candidate.run(one, half, new double[][][]{{{1}}, {{1}}}));
    }

    @Test
    @Points(5)
    @About("scale")
    void ten_rounds_on_many_weights(IterativePruneMask candidate, Draw draw) {
        candidate.run(matrix(draw, 30, 30, 50), new double[]{0.2, 0.6},
                new double[][][]{matrix(draw, 30, 30, 9), matrix(draw, 30, 30, 9)});
        // Magnitudes are 8 apart and all updates together less than 3: nobody overtakes.
        int side = 300;
        int[] ranks = draw.permutation(side * side);
        var w = new double[side][side];
        var ratios = new double[10];
        var updates = new double[10][side][side];
        var expected = new double[side][side];
        for (int r = 0; r < 10; r++) {
            ratios[r] = 0.09 * (r + 1);
            updates[r] = matrix(draw, side, side, 4);
        }
        for (int i = 0; i < side * side; i++) {
            int row = i / side;
            int column = i % side;
            w[row][column] = (draw.coin() ? 8 : -8) * (ranks[i] + 1);
            double alive = w[row][column];
            for (double[][] update : updates) {
                alive += update[row][column];
            }
            expected[row][column] = ranks[i] < 81_000 ? 0 : alive;
        }
        assertExact(expected, candidate.run(w, ratios, updates));
    }

    private static void check(
            IterativePruneMask candidate, double[][] w, int[] counts, double[][][] updates) {
        double[] ratios = ratios(counts, w.length * w[0].length);
        assertExact(plain(w, counts, updates), candidate.run(w, ratios, updates));
    }

    /// Ratios whose products with `entries` are the counts for every way to round.
    private static double[] ratios(int[] counts, int entries) {
        return Arrays.stream(counts).mapToDouble(k -> (k + 0.125) / entries).toArray();
    }

    /// The definition, word by word: of those alive, one goes if fewer come before it than
    /// have to go. Quadratic, for small matrices.
    private static double[][] plain(double[][] w, int[] counts, double[][][] updates) {
        double[][] now = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        int columns = w[0].length;
        var dead = new boolean[w.length * columns];
        for (int r = 0; r < counts.length; r++) {
            int more = counts[r] - (r == 0 ? 0 : counts[r - 1]);
            boolean[] alive = dead.clone();
            for (int i = 0; i < dead.length; i++) {
                double own = Math.abs(now[i / columns][i % columns]);
                int before = 0;
                for (int o = 0; o < dead.length; o++) {
                    double other = Math.abs(now[o / columns][o % columns]);
                    before += !dead[o] && (other < own || (other == own && o < i)) ? 1 : 0;
                }
                alive[i] = !dead[i] && before >= more;
            }
            for (int i = 0; i < dead.length; i++) {
                dead[i] = !alive[i];
                double sum = now[i / columns][i % columns] + updates[r][i / columns][i % columns];
                now[i / columns][i % columns] = alive[i] ? sum : 0;
            }
        }
        return now;
    }

    /// Counts that do not fall and leave at least one entry alive.
    private static int[] rising(Draw draw, int rounds, int entries) {
        int[] counts = draw.integers(rounds, 0, entries - 1);
        Arrays.sort(counts);
        return counts;
    }

    private static double[][] matrix(Draw draw, int rows, int columns, int size) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = draw.integer(-size, size) / 8.0;
            }
        }
        return matrix;
    }
}
