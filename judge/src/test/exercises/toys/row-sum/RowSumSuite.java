package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RowSum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Dimension;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.authoring.Sample;

class RowSumSuite {
    @Test
    @Sample
    @Points(30)
    @About("example")
    void two_rows(RowSum candidate) {
        assertClose(new double[]{3, -1}, candidate.sums(new double[][]{{1, 2}, {-1.5, 0.5}}));
    }

    @Test
    @Points(30)
    @About("random")
    void agrees_on_random_input(RowSum candidate, Draw draw) {
        for (int i = 0; i < 20; i++) {
            var matrix = draw.matrix(draw.integer(1, 8), draw.integer(1, 8), -1, 1);
            var expected = Arrays.stream(matrix).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
            assertClose(expected, candidate.sums(matrix));
        }
    }

    @Test
    @Points(10)
    @About("random")
    @Dimension(RubricDimension.THEORY)
    void finds_the_extremes(RowSum candidate) {
        assertExact(new RowSum.Extremes(-2, 7), candidate.extremes(new double[]{1, 7, -2}));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_null(RowSum candidate) {
        assertRejects("matrix = null", () -> candidate.sums(null));
    }

    @Test
    @Points(20)
    @About("manners")
    void leaves_its_argument_alone(RowSum candidate) {
        candidate.sums(new double[][]{{1, 2}});
        assertPure(candidate);
    }
}
