package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.Alibi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions by power, root or repeated product stay below 0.1 % of it.
/// Slopes in single precision exceed it 5 times wherever they are no power of two, and
/// every wrong formula changes the first digits.
class AlibiSuite {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    @Points(15)
    @About("powers")
    @Sample
    void worked_example(Alibi candidate) {
        double[] expected = {0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625};
        assertClose(expected, candidate.slopes(8));
    }

    @Test
    @Points(20)
    @About("others")
    void two_sequences_make_any_number_of_heads(Alibi candidate, Draw draw) {
        assertClose(new double[]{0.00390625}, candidate.slopes(1));
        assertClose(new double[]{0.0625, 0.00390625}, candidate.slopes(2));
        assertClose(new double[]{0.0625, 0.00390625, 0.25}, candidate.slopes(3));
        assertClose(new double[]{0.25, 0.0625, 0.015625, 0.00390625, 0.5, 0.125}, candidate.slopes(6));
        double root = Math.sqrt(0.5);
        assertClose(new double[]{0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625, root,
                root / 2, root / 4, root / 8}, candidate.slopes(12));
        for (int heads : new int[]{5, 7, 9, 15, 16, 17, 32, draw.integer(18, 31), draw.integer(33, 100)}) {
            double[] slopes = candidate.slopes(heads);
            assertClose(slopes(heads), slopes);
            int power = Integer.highestOneBit(heads);
            assertClose(candidate.slopes(power), Arrays.copyOf(slopes, power));
        }
        assertClose(slopes(12), candidate.slopes(12));
    }

    @Test
    @Points(20)
    @About("distance")
    void each_step_away_costs_one_slope(Alibi candidate, Draw draw) {
        double[][][] expected = {{{0, NEVER, NEVER}, {-0.0625, 0, NEVER}, {-0.125, -0.0625, 0}},
                {{0, NEVER, NEVER}, {-0.00390625, 0, NEVER}, {-0.0078125, -0.00390625, 0}}};
        assertClose(expected, candidate.bias(2, 3));
        for (int heads : new int[]{1, 3, 8, draw.integer(5, 20)}) {
            int n = draw.integer(2, 12);
            double[] slopes = slopes(heads);
            double[][][] bias = candidate.bias(heads, n);
            assertHolds(bias != null && bias.length == heads, "%s heads", heads);
            for (int h = 0; h < heads; h++) {
                assertShape(n, n, bias[h]);
                assertClose(0.0, bias[h][0][0]);
                for (int i = 1; i < n; i++) {
                    assertClose(0.0, bias[h][i][i]);
                    assertClose(-slopes[h], bias[h][i][i - 1]);
                    assertClose(-slopes[h] * i, bias[h][i][0]);
                }
            }
        }
    }

    @Test
    @Points(15)
    @About("causal")
    void later_keys_are_out_of_reach(Alibi candidate, Draw draw) {
        for (int n : new int[]{1, 2, draw.integer(3, 6), draw.integer(7, 15)}) {
            int heads = draw.integer(1, 9);
            double[][][] bias = candidate.bias(heads, n);
            assertClose(expected(heads, n), bias);
            for (double[][] head : bias) {
                for (int i = 0; i < n; i++) {
                    for (int j = i + 1; j < n; j++) {
                        assertHolds(head[i][j] == NEVER, "query %s sees key %s: %s", i, j, head[i][j]);
                    }
                }
            }
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void near_keys_weigh_more(Alibi candidate, Draw draw) {
        int heads = draw.integer(2, 16);
        int n = draw.integer(4, 10);
        double[] slopes = candidate.slopes(heads);
        double[][][] bias = candidate.bias(heads, n);
        assertClose(slopes(heads), slopes);
        assertHolds(bias != null && bias.length == heads, "%s heads", heads);
        for (int h = 0; h < heads; h++) {
            assertShape(n, n, bias[h]);
            // With equal scores, neighbours differ by the factor e^slope after the softmax.
            double[] weights = softmax(bias[h][n - 1]);
            for (int j = 1; j < n; j++) {
                assertHolds(weights[j] > weights[j - 1], "key %s weighs %s, nearer key %s only %s", j - 1,
                        weights[j - 1], j, weights[j]);
                assertClose(Math.exp(slopes[h]), weights[j] / weights[j - 1]);
            }
            assertClose(1.0, softmax(bias[h][0])[0]);
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void only_the_distance_counts(Alibi candidate, Draw draw) {
        int heads = draw.integer(1, 6);
        int n = draw.integer(6, 12);
        int shift = draw.integer(1, n - 2);
        double[][][] whole = candidate.bias(heads, n);
        assertHolds(whole != null && whole.length == heads, "%s heads", heads);
        var moved = new double[heads][n - shift][];
        for (int h = 0; h < heads; h++) {
            assertShape(n, n, whole[h]);
            for (int i = 0; i < n - shift; i++) {
                moved[h][i] = Arrays.copyOfRange(whole[h][i + shift], shift, n);
            }
        }
        assertClose(expected(heads, n), whole);
        // A shorter sequence after a longer one, and the longer one again.
        assertClose(moved, candidate.bias(heads, n - shift));
        assertClose(whole, candidate.bias(heads, n));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_number_of_heads_or_tokens(Alibi candidate) {
        for (int bad : new int[]{0, -1, -8, Integer.MIN_VALUE}) {
            assertRejects("heads = " + bad, () -> candidate.slopes(bad));
            assertRejects("heads = " + bad, () -> candidate.bias(bad, 4));
            assertRejects("n = " + bad, () -> candidate.bias(4, bad));
        }
        assertClose(new double[][][]{{{0}}}, candidate.bias(1, 1));
    }

    /// As exponents: a whole sequence is the multiples of its first exponent.
    private static double[] slopes(int heads) {
        int power = 1;
        while (2 * power <= heads) {
            power *= 2;
        }
        var slopes = new double[heads];
        for (int h = 0; h < heads; h++) {
            double multiple = h < power ? h + 1 : h - power + 0.5;
            slopes[h] = 1 / Math.exp(multiple * 8 / power * Math.log(2));
        }
        return slopes;
    }

    private static double[][][] expected(int heads, int n) {
        double[] slopes = slopes(heads);
        var bias = new double[heads][n][n];
        for (int h = 0; h < heads; h++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    bias[h][i][j] = j <= i ? slopes[h] * j - slopes[h] * i : NEVER;
                }
            }
        }
        return bias;
    }

    private static double[] softmax(double[] scores) {
        double sum = Arrays.stream(scores).map(Math::exp).sum();
        return Arrays.stream(scores).map(score -> Math.exp(score) / sum).toArray();
    }
}
