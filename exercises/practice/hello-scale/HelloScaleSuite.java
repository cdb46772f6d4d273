package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertPure;

import exercise.HelloScale;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class HelloScaleSuite {
    @Test
    @Points(40)
    @About("example")
    @Sample
    void the_examples_of_the_statement(HelloScale candidate) {
        assertExact(new double[] { 2, -4, 1 }, candidate.scale(new double[] { 1, -2, 0.5 }, 2));
        assertExact(new double[0], candidate.scale(new double[0], 3));
    }

    @Test
    @Points(20)
    @About("purity")
    void the_argument_stays_as_it_was(HelloScale candidate) {
        assertExact(new double[] { -12, 1, -32 }, candidate.scale(new double[] { 3, -0.25, 8 }, -4));
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("length")
    void one_weight_and_many(HelloScale candidate) {
        assertExact(new double[] { -1.5 }, candidate.scale(new double[] { 3 }, -0.5));
        var many = new double[1000];
        many[999] = 0.1;
        var scaled = new double[1000];
        scaled[999] = 0.1 * 0.3;
        assertExact(scaled, candidate.scale(many, 0.3));
    }

    @Test
    @Points(20)
    @About("properties")
    void random_weights(HelloScale candidate, Draw draw) {
        double s = draw.uniform(-3, 3);
        var w = new double[37];
        var scaled = new double[37];
        for (int i = 0; i < w.length; i++) {
            w[i] = draw.uniform(-1, 1);
            scaled[i] = s * w[i];
        }
        assertExact(scaled, candidate.scale(w, s));
    }
}
