package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.SinusoidalPe;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Compared with the default tolerance, 1e-9 absolute plus 1e-9 relative, up to
/// position 5000, and with 1e-8 beyond, because the rounding of a frequency counts as many
/// times as the position says. Right solutions by power, logarithm or geometric sequence
/// stay below 1 % of the first and 10 % of the second. Angles in single precision exceed
/// them 20 times in the worked example and 10⁶ times at far positions; every wrong convention
/// changes the first digits.
class SinusoidalPeSuite {
    private static final Tolerance FAR = new Tolerance(1e-8, 0);

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(SinusoidalPe candidate) {
        double[][] expected = {{0, 1, 0, 1, 0, 1},
                {0.8414709848078965, 0.5403023058681398, 0.046399223464731285, 0.9989229760406304,
                        0.0021544330233656045, 0.9999976792064809},
                {-0.26237485370392877, 0.9649660284921133, 0.7316901707946835, -0.6816373625047609,
                        0.1075135220095796, 0.9942036222953}};
        assertClose(expected, candidate.encode(new int[]{0, 1, 50}, 6));
    }

    @Test
    @Points(20)
    @About("zero")
    void zeros_and_ones_by_turns(SinusoidalPe candidate, Draw draw) {
        for (int d : new int[]{2, 4, 2 * draw.integer(3, 40)}) {
            // Not the first row but the last one is at position 0.
            int[] pos = {draw.integer(1, 9), draw.integer(1, 9), 0};
            double[][] encoding = candidate.encode(pos, d);
            assertShape(3, d, encoding);
            assertClose(IntStream.range(0, d).mapToDouble(c -> c % 2).toArray(), encoding[2]);
            assertClose(Math.sin(pos[0]), encoding[0][0]);
            assertClose(Math.cos(pos[1]), encoding[1][1]);
            // Sine and cosine of one angle lie on a circle.
            for (int c = 0; c < d; c += 2) {
                double sine = encoding[0][c];
                double cosine = encoding[0][c + 1];
                assertClose(1.0, sine * sine + cosine * cosine);
            }
            assertClose(expected(pos, d), encoding);
        }
    }

    @Test
    @Points(20)
    @About("relative")
    void products_depend_on_the_distance_alone(SinusoidalPe candidate, Draw draw) {
        double[][] six = candidate.encode(new int[]{3, 10, 103, 110}, 6);
        assertShape(4, 6, six);
        assertClose(2.701467609012142, dot(six[0], six[1]));
        assertClose(2.701467609012142, dot(six[2], six[3]));
        for (int round = 0; round < 4; round++) {
            int d = 2 * draw.integer(1, 32);
            int distance = draw.integer(1, 60);
            int[] starts = draw.integers(3, 0, 3000);
            double theory = 0;
            for (int i = 0; i < d / 2; i++) {
                theory += Math.cos(distance * frequency(i, d));
            }
            for (int start : starts) {
                double[][] pair = candidate.encode(new int[]{start, start + distance}, d);
                assertShape(2, d, pair);
                assertClose(theory, dot(pair[0], pair[1]));
                assertClose(d / 2.0, dot(pair[0], pair[0]));
            }
        }
    }

    @Test
    @Points(15)
    @About("far")
    void far_positions_stay_exact(SinusoidalPe candidate, Draw draw) {
        // d = 4: frequencies 1 and 1/100, so that 1,000,000 turns by a million and ten thousand radians.
        double[][] expected = {{Math.sin(1_000_000), Math.cos(1_000_000), Math.sin(10_000), Math.cos(10_000)},
                {Math.sin(50_000), Math.cos(50_000), Math.sin(500), Math.cos(500)}};
        assertClose(expected, candidate.encode(new int[]{1_000_000, 50_000}, 4), FAR);
        for (int round = 0; round < 3; round++) {
            int[] pos = draw.integers(5, 5_000, 1_000_000);
            int d = 2 * draw.integer(1, 64);
            assertClose(expected(pos, d), candidate.encode(pos, d), FAR);
        }
    }

    @Test
    @Points(10)
    @About("order")
    void rows_follow_the_list_of_positions(SinusoidalPe candidate, Draw draw) {
        int[] mixed = {7, 2, 7, 0, 4999};
        assertClose(expected(mixed, 8), candidate.encode(mixed, 8));
        for (int round = 0; round < 3; round++) {
            int n = draw.integer(2, 12);
            int[] pos = draw.integers(n, 0, 5_000);
            int[] others = draw.integers(n, 0, 5_000);
            int d = 2 * draw.integer(1, 24);
            assertClose(expected(pos, d), candidate.encode(pos, d));
            assertClose(expected(others, d), candidate.encode(others, d));
            assertClose(expected(pos, d), candidate.encode(pos, d));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_encoding(SinusoidalPe candidate) {
        assertRejects("pos = null", () -> candidate.encode(null, 4));
        int[][] never = {{}, {-1}, {-1, 0}, {0, -1}, {0, 5, Integer.MIN_VALUE}};
        for (int[] bad : never) {
            assertRejects("positions that are none", () -> candidate.encode(bad, 4));
        }
        for (int bad : new int[]{1, 3, 7, 0, -1, -2, -4, Integer.MIN_VALUE}) {
            assertRejects("d = " + bad, () -> candidate.encode(new int[]{0, 1}, bad));
        }
        assertClose(new double[][]{{Math.sin(5), Math.cos(5)}}, candidate.encode(new int[]{5}, 2));
    }

    private static double frequency(int pair, int d) {
        return Math.pow(10_000, -2.0 * pair / d);
    }

    private static double[][] expected(int[] pos, int d) {
        var encoding = new double[pos.length][d];
        for (int i = 0; i < d / 2; i++) {
            for (int t = 0; t < pos.length; t++) {
                encoding[t][2 * i] = Math.sin(pos[t] * frequency(i, d));
                encoding[t][2 * i + 1] = Math.cos(pos[t] * frequency(i, d));
            }
        }
        return encoding;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> a[c] * b[c]).sum();
    }
}
