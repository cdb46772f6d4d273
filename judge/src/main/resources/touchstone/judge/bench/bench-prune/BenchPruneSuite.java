package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.BenchPrune;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Fourteen tests of the weight that a real suite has. `bench` sets SIZE to 8 or to 64.
class BenchPruneSuite {
    private static final int SIZE = 8;

    @Test
    @Sample
    @Points(8)
    @About("prune")
    void small_example(BenchPrune candidate) {
        double[][] w = {{0.5, -0.1, 0.3}, {-0.1, 0.8, -0.2}};
        assertExact(new double[][]{{0.5, 0, 0.3}, {0, 0.8, -0.2}}, candidate.prune(w, 0.25));
    }

    @Test
    @Points(7)
    @About("prune")
    void nothing_at_ratio_zero(BenchPrune candidate, Draw draw) {
        double[][] w = matrix(draw);
        assertExact(w, candidate.prune(w, 0));
    }

    @Test
    @Points(7)
    @About("prune")
    void everything_at_ratio_one(BenchPrune candidate, Draw draw) {
        assertExact(new double[SIZE][SIZE], candidate.prune(matrix(draw), 1));
    }

    @Test
    @Points(7)
    @About("prune")
    void half_to_even(BenchPrune candidate) {
        double[][] w = {{1, 2, 3}, {4, 5, 6}};
        assertExact(new double[][]{{0, 0, 0}, {0, 5, 6}}, candidate.prune(w, 0.75));
    }

    @Test
    @Points(7)
    @About("prune")
    void ties_in_order(BenchPrune candidate) {
        assertExact(new double[][]{{0, 0}, {2, 2}}, candidate.prune(new double[][]{{2, 2}, {2, 2}}, 0.5));
    }

    @Test
    @Points(7)
    @About("prune")
    void large_negatives_stay(BenchPrune candidate) {
        assertExact(new double[][]{{-5, 0}, {0, 4}}, candidate.prune(new double[][]{{-5, 0.1}, {-0.2, 4}}, 0.5));
    }

    @Test
    @Points(7)
    @About("prune")
    void same_shape(BenchPrune candidate, Draw draw) {
        for (int i = 0; i < 5; i++) {
            assertShape(SIZE, SIZE, candidate.prune(matrix(draw), draw.uniform(0, 1)));
        }
    }

    @Test
    @Points(7)
    @About("prune")
    void kept_entries_are_copied(BenchPrune candidate, Draw draw) {
        for (int i = 0; i < 5; i++) {
            double[][] w = matrix(draw);
            double[][] pruned = candidate.prune(w, 0.5);
            assertShape(SIZE, SIZE, pruned);
            for (int row = 0; row < SIZE; row++) {
                for (int column = 0; column < SIZE; column++) {
                    double kept = pruned[row][column];
                    assertHolds(kept == 0 || kept == w[row][column], "changed at [%d][%d]", row, column);
                }
            }
        }
    }

    @Test
    @Points(7)
    @About("prune")
    void arguments_stay(BenchPrune candidate, Draw draw) {
        for (int i = 0; i < 5; i++) {
            candidate.prune(matrix(draw), 0.5);
        }
        assertPure(candidate);
    }

    @Test
    @Points(7)
    @About("prune")
    void repeated_calls_agree(BenchPrune candidate, Draw draw) {
        double[][] w = matrix(draw);
        double[][] first = candidate.prune(w, 0.3);
        for (int i = 0; i < 4; i++) {
            assertExact(first, candidate.prune(w, 0.3));
        }
    }

    @Test
    @Points(7)
    @About("prune")
    void wrong_input_is_refused(BenchPrune candidate) {
        double[][] w = {{1, 2}, {3, 4}};
        assertRejects("null", () -> candidate.prune(null, 0.5));
        assertRejects("ratio below 0", () -> candidate.prune(w, -0.1));
        assertRejects("ratio above 1", () -> candidate.prune(w, 1.1));
        assertRejects("ragged", () -> candidate.prune(new double[][]{{1, 2}, {3}}, 0.5));
    }

    @Test
    @Points(7)
    @About("count")
    void counts_zeros(BenchPrune candidate) {
        assertExact(0, candidate.countZeros(new double[][]{{1, 2}, {3, 4}}));
        assertExact(3, candidate.countZeros(new double[][]{{0, 2}, {-0.0, 0}}));
    }

    @Test
    @Points(7)
    @About("count")
    void as_many_zeros_as_asked_for(BenchPrune candidate, Draw draw) {
        for (int i = 0; i < 5; i++) {
            double ratio = draw.integer(0, 16) / 16.0;
            int zeros = candidate.countZeros(candidate.prune(matrix(draw), ratio));
            assertExact((int) (ratio * SIZE * SIZE), zeros);
        }
    }

    @Test
    @Points(8)
    @About("count")
    void pruning_twice_adds_nothing(BenchPrune candidate, Draw draw) {
        double[][] once = candidate.prune(matrix(draw), 0.5);
        assertExact(candidate.countZeros(once), candidate.countZeros(candidate.prune(once, 0.5)));
    }

    private static double[][] matrix(Draw draw) {
        return draw.matrix(SIZE, SIZE, 0.5, 2);
    }
}
