package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;

import exercise.PairSum;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class PairSumSuite {
    @Test
    @Sample
    @Points(40)
    @About("example")
    void one_and_two(PairSum candidate) {
        assertExact(3, candidate.sum(1, 2));
    }

    @Test
    @Points(60)
    @About("negative")
    void below_zero(PairSum candidate) {
        assertExact(-3, candidate.sum(-1, -2));
    }
}
