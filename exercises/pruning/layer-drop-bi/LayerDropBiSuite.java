package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.LayerDropBi;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Scores have the default tolerance, 1e-9 absolute plus 1e-9 relative: right solutions agree
/// to 1e-14, and sums in float are wrong by 3e-8 in the worked example. Layers to drop are
/// compared exactly; random scores differ by 1e-9 at least, and equal ones come from tokens
/// with a single 1, whose cosines are exact.
class LayerDropBiSuite {
    private static final double[][][] EXAMPLE = {{{1, 0}, {0, 1}}, {{1, 0.1}, {0.1, 1}}, {{0, 1}, {1, 1}},
            {{0, 2}, {1, 1.2}}};

    @Test
    @Points(20)
    @About("drop")
    @Sample
    void worked_example(LayerDropBi candidate) {
        assertClose(new double[]{0.004962809790010736, 0.56326949088784, 0.002053396766148019},
                candidate.scores(EXAMPLE));
        assertExact(new int[]{2}, candidate.drop(EXAMPLE, 1));
        assertExact(new int[]{0, 2}, candidate.drop(EXAMPLE, 2));
    }

    @Test
    @Points(20)
    @About("scores")
    void no_change_a_right_angle_and_a_flip(LayerDropBi candidate) {
        double[][][] hidden = {{{3, 4}, {-2, 0}}, {{3, 4}, {-2, 0}}, {{-4, 3}, {0, -2}}, {{4, -3}, {0, 2}}};
        assertClose(new double[]{0, 1, 2}, candidate.scores(hidden));
        // cos = 24/25, and one token of one dimension.
        assertClose(new double[]{0.04}, candidate.scores(new double[][][]{{{3, 4}}, {{4, 3}}}));
        assertClose(new double[]{2, 0}, candidate.scores(new double[][][]{{{5}}, {{-1}}, {{-7}}}));
        // A token may hold zeros as long as it is not all zeros.
        double[][][] eighth = {{{0, 0, 9}}, {{0, 1, 1}}};
        assertClose(new double[]{1 - Math.sqrt(0.5)}, candidate.scores(eighth));
    }

    @Test
    @Points(20)
    @About("mean")
    void every_token_counts_the_same(LayerDropBi candidate, Draw draw) {
        // Cosines 1 and 0, though the first token is a thousand times longer.
        double[][][] lengths = {{{1000, 0}, {0, 1}}, {{1000, 0}, {1, 0}}};
        assertClose(new double[]{0.5}, candidate.scores(lengths));
        // The mean token does not change at all; one token turns left, one right.
        double[][][] apart = {{{1, 0}, {1, 0}, {1, 0}}, {{0, 1}, {0, -1}, {1, 0}}};
        assertClose(new double[]{2 / 3.0}, candidate.scores(apart));
        for (int round = 0; round < 6; round++) {
            double[][][] hidden = states(draw, draw.integer(2, 5), draw.integer(1, 6), draw.integer(1, 7));
            assertClose(expected(hidden), candidate.scores(hidden));
            assertClose(expected(hidden), candidate.scores(hidden));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void lengths_do_not_matter(LayerDropBi candidate, Draw draw) {
        double[][][] hidden = states(draw, 5, 4, 3);
        double[] plain = expected(hidden);
        for (double factor : new double[]{1e-20, 0.5, 1e20}) {
            double[][][] scaled = Arrays.stream(hidden).map(s -> Arrays.stream(s).map(double[]::clone)
                    .toArray(double[][]::new)).toArray(double[][][]::new);
            for (double[] token : scaled[draw.integer(0, 4)]) {
                Arrays.setAll(token, c -> token[c] * factor);
            }
            assertClose(plain, candidate.scores(scaled));
        }
        for (int count = 0; count < 4; count++) {
            int[] dropped = candidate.drop(hidden, count);
            assertExact(least(plain, count), dropped);
            for (int i = 1; i < dropped.length; i++) {
                assertHolds(dropped[i - 1] < dropped[i], "%s is not ascending", Arrays.toString(dropped));
            }
        }
        // The way back has the same cosines in reverse order; no layer of four keeps its place.
        double[][][] back = {hidden[4], hidden[3], hidden[2], hidden[1], hidden[0]};
        assertExact(new int[]{3 - least(plain, 1)[0]}, candidate.drop(back, 1));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("ties")
    void of_equal_layers_the_lower_goes(LayerDropBi candidate) {
        // Each state is where the single 1 of both tokens is. Influences 1, 1/2, 1, 1/2, 1/2.
        double[][][] hidden = {ones(0, 0), ones(1, 1), ones(1, 2), ones(0, 0), ones(1, 0), ones(1, 1)};
        assertExact(new double[]{1, 0.5, 1, 0.5, 0.5}, candidate.scores(hidden));
        assertExact(new int[]{}, candidate.drop(hidden, 0));
        assertExact(new int[]{1}, candidate.drop(hidden, 1));
        assertExact(new int[]{1, 3}, candidate.drop(hidden, 2));
        assertExact(new int[]{1, 3, 4}, candidate.drop(hidden, 3));
        assertExact(new int[]{0, 1, 3, 4}, candidate.drop(hidden, 4));
        assertExact(new int[]{}, candidate.drop(new double[][][]{ones(0, 1), ones(0, 1)}, 0));
        double[][][] same = {ones(2, 1), ones(2, 1), ones(2, 1), ones(2, 1)};
        assertExact(new int[]{0, 1}, candidate.drop(same, 2));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_list_of_states(LayerDropBi candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        refuses(candidate, "hidden = null", null);
        refuses(candidate, "no states", new double[0][][]);
        refuses(candidate, "one state", new double[][][]{good});
        refuses(candidate, "no tokens", new double[3][0][]);
        refuses(candidate, "no dimensions", new double[3][2][0]);
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{nan, 2}, {3, 4}}, {{1, 2}, {3, infinity}}, {{-infinity, 1}, {3, 4}},
                {{1, 2}}, {{1, 2}, {3, 4}, {5, 6}}, {{1}, {2}}, {{1, 2, 3}, {4, 5, 6}}, {{1, 2}, {0, 0}},
                {{-0.0, 0}, {1, 2}}};
        for (double[][] bad : broken) {
            for (int at = 0; at < 3; at++) {
                double[][][] hidden = {good, good, good};
                hidden[at] = bad;
                refuses(candidate, "state " + at + " = " + Arrays.deepToString(bad), hidden);
            }
        }
        double[][][] two = {good, good, good};
        for (int bad : new int[]{-1, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertRejects("count = " + bad + " of 2 layers", () -> candidate.drop(two, bad));
        }
        assertRejects("count = 1 of 1 layer", () -> candidate.drop(new double[][][]{good, good}, 1));
        assertExact(1, candidate.drop(two, 1).length);
    }

    @Test
    @Points(10)
    @About("scale")
    void many_layers_and_tokens(LayerDropBi candidate, Draw draw) {
        double[][][] hidden = states(draw, 33, 64, 128);
        assertClose(expected(hidden), candidate.scores(hidden));
        assertExact(least(expected(hidden), 8), candidate.drop(hidden, 8));
    }

    private static void refuses(LayerDropBi candidate, String what, double[][][] hidden) {
        assertRejects("scores of " + what, () -> candidate.scores(hidden));
        assertRejects("drop of " + what, () -> candidate.drop(hidden, 0));
    }

    /// Two tokens of three dimensions, each with a single 1.
    private static double[][] ones(int first, int second) {
        var state = new double[2][3];
        state[0][first] = 1;
        state[1][second] = 1;
        return state;
    }

    /// Every state is near the one before, more or less; no two layers have nearly equal scores.
    private static double[][][] states(Draw draw, int states, int tokens, int d) {
        while (true) {
            var hidden = new double[states][][];
            hidden[0] = draw.matrix(tokens, d, 0.1, 2);
            for (int s = 1; s < states; s++) {
                double size = draw.uniform(0.1, 2);
                hidden[s] = draw.matrix(tokens, d, -size, size);
                for (int t = 0; t < tokens; t++) {
                    for (int c = 0; c < d; c++) {
                        hidden[s][t][c] += hidden[s - 1][t][c];
                    }
                }
            }
            double[] sorted = expected(hidden);
            Arrays.sort(sorted);
            boolean apart = true;
            for (int l = 1; l < sorted.length; l++) {
                apart &= sorted[l] - sorted[l - 1] > 1e-9;
            }
            if (apart || d == 1) {
                return hidden;
            }
        }
    }

    private static double[] expected(double[][][] hidden) {
        var scores = new double[hidden.length - 1];
        for (int l = 0; l < scores.length; l++) {
            int tokens = hidden[l].length;
            for (int t = 0; t < tokens; t++) {
                double dot = 0;
                double before = 0;
                double after = 0;
                for (int c = 0; c < hidden[l][t].length; c++) {
                    dot += hidden[l][t][c] * hidden[l + 1][t][c];
                    before += hidden[l][t][c] * hidden[l][t][c];
                    after += hidden[l + 1][t][c] * hidden[l + 1][t][c];
                }
                scores[l] += (1 - dot / Math.sqrt(before) / Math.sqrt(after)) / tokens;
            }
        }
        return scores;
    }

    /// The indices below the count-th smallest score, ascending.
    private static int[] least(double[] scores, int count) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, scores.length).filter(l -> scores[l] < sorted[count]).toArray();
    }
}
