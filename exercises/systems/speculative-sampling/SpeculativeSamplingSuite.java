package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.SpeculativeSampling;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Tokens are compared exactly. Where a random number meets a threshold, all numbers are
/// sums of powers of two, so that quotients and products agree; drawn numbers come
/// within 1e-12 of one less than once in 10⁹ runs. Everything else has the default
/// tolerance, 1e-9 absolute plus 1e-9 relative; right solutions differ by 1e-12, since
/// rates are 1 or at most 0.99.
class SpeculativeSamplingSuite {
    private static final double[] P = {0.5, 0.3, 0.2};
    private static final double[] Q = {0.2, 0.5, 0.3};
    /// p / q = 2, 1/4, 4, 1/2; the residual is 1/4, 0, 3/4, 0.
    private static final double[] P8 = {0.25, 0.125, 0.5, 0.125};
    private static final double[] Q8 = {0.125, 0.5, 0.125, 0.25};

    @Test
    @Points(15)
    @About("residual")
    @Sample
    void what_the_draft_has_not_covered(SpeculativeSampling candidate) {
        assertClose(0.7, candidate.acceptRate(P, Q));
        assertClose(new double[]{1, 0, 0}, candidate.residual(P, Q));
        assertClose(0.7, candidate.acceptRate(Q, P));
        assertClose(new double[]{0, 2 / 3.0, 1 / 3.0}, candidate.residual(Q, P));
        assertClose(0.5, candidate.acceptRate(P8, Q8));
        assertClose(new double[]{0.25, 0, 0.75, 0}, candidate.residual(P8, Q8));
        double[] left = {1, 0};
        double[] right = {0, 1};
        assertClose(0.0, candidate.acceptRate(left, right));
        assertClose(right, candidate.residual(right, left));
    }

    @Test
    @Points(15)
    @About("tokens")
    void accepted_ones_and_one_more(SpeculativeSampling candidate, Draw draw) {
        assertClose(3.3616, candidate.expectedTokens(0.8, 4));
        assertClose(5.0, candidate.expectedTokens(1, 4));
        assertClose(2.0, candidate.expectedTokens(1, 1));
        assertClose(1.0, candidate.expectedTokens(0, 4));
        assertClose(1.0, candidate.expectedTokens(0, 1));
        assertClose(1.5, candidate.expectedTokens(0.5, 1));
        assertClose(1.75, candidate.expectedTokens(0.5, 2));
        for (int round = 0; round < 20; round++) {
            double alpha = draw.uniform(0, 0.99);
            int gamma = draw.integer(1, 30);
            double tokens = 0;
            for (int i = 0; i <= gamma; i++) {
                tokens += Math.pow(alpha, i);
            }
            assertClose(tokens, candidate.expectedTokens(alpha, gamma));
        }
    }

    @Test
    @Points(25)
    @About("verify")
    void accepted_until_the_first_rejection(SpeculativeSampling candidate, Draw draw) {
        double[][] p = {P, P, P};
        double[][] q = {Q, Q};
        assertExact(new int[]{0, 0}, candidate.verify(new int[]{0, 1}, p, q, new double[]{0.9, 0.7}, 0.4));
        assertExact(new int[]{0, 0, 1},
                candidate.verify(new int[]{0, 0}, p, q, new double[]{0.1, 0.2}, 0.55));
        assertExact(new int[]{0, 1, 2}, candidate.verify(new int[]{0, 1}, p, q, new double[]{0.9, 0.5}, 0.9));
        assertExact(new int[]{0}, candidate.verify(new int[]{1, 0}, p, q, new double[]{0.7, 0.1}, 0.99));
        thresholds(candidate);
        for (int round = 0; round < 60; round++) {
            int gamma = draw.integer(1, 6);
            int width = draw.integer(2, 6);
            double[][] target = distributions(draw, gamma + 1, width);
            double[][] drafter = distributions(draw, gamma, width);
            var draft = new int[gamma];
            for (int i = 0; i < gamma; i++) {
                draft[i] = sample(drafter[i], draw.uniform(0, 1));
            }
            double[] u = draw.vector(gamma, 0, 0.7);
            double last = draw.uniform(0, 1);
            int[] expected = expected(draft, target, drafter, u, last);
            assertExact(expected, candidate.verify(draft, target, drafter, u, last));
            assertExact(expected, candidate.verify(draft, target, drafter, u, last));
        }
        assertPure(candidate);
    }

    private static void thresholds(SpeculativeSampling candidate) {
        double[][] p = {P8, P8};
        double[][] q = {Q8};
        // p / q = 1/4 for token 1: below it is accepted, at it is not
        double[] below = {Math.nextDown(0.25)};
        double[] at = {0.25};
        assertExact(new int[]{1, 0}, candidate.verify(new int[]{1}, p, q, below, 0));
        assertExact(new int[]{0}, candidate.verify(new int[]{1}, p, q, at, 0));
        // running sums of the residual: 1/4, 1/4, 1, 1
        assertExact(new int[]{0}, candidate.verify(new int[]{1}, p, q, at, Math.nextDown(0.25)));
        assertExact(new int[]{2}, candidate.verify(new int[]{1}, p, q, at, 0.25));
        assertExact(new int[]{2}, candidate.verify(new int[]{1}, p, q, at, Math.nextDown(1.0)));
        // those of p: 1/4, 3/8, 7/8, 1
        double[] sums = {0.25, 0.375, 0.875};
        for (int x = 0; x < 3; x++) {
            assertExact(new int[]{0, x},
                    candidate.verify(new int[]{0}, p, q, new double[]{0.9}, Math.nextDown(sums[x])));
            assertExact(new int[]{0, x + 1},
                    candidate.verify(new int[]{0}, p, q, new double[]{0.9}, sums[x]));
        }
        // what is impossible is not sampled, for 0 or where a sum stays below 1
        double[][] gaps = {{0, 0.5, 0.5 - 5e-10, 0}, {0, 0.5, 0.5 - 5e-10, 0}};
        double[][] even = {{0.25, 0.25, 0.25, 0.25}};
        assertExact(new int[]{1, 1}, candidate.verify(new int[]{1}, gaps, even, new double[]{0.5}, 0));
        assertExact(new int[]{1, 2},
                candidate.verify(new int[]{1}, gaps, even, new double[]{0.5}, 1 - 1e-10));
        assertExact(new int[]{1}, candidate.verify(new int[]{0}, gaps, even, new double[]{0}, 0));
        // a single token
        double[][] sure = {{1}, {1}};
        assertExact(new int[]{0, 0},
                candidate.verify(new int[]{0}, sure, new double[][]{{1}}, new double[]{0.99}, 0.99));
    }

    @Test
    @Points(15)
    @About("distribution")
    void the_first_token_is_distributed_like_the_target(SpeculativeSampling candidate) {
        // The middles of four and of twelve equal parts: all thresholds lie between them.
        double[][] pairs = {P8, Q8, Q8, P8, {0.5, 0, 0.25, 0.25}, Q8};
        for (int pair = 0; pair < pairs.length; pair += 2) {
            double[][] p = {pairs[pair], {1, 0, 0, 0}};
            double[][] q = {pairs[pair + 1]};
            var share = new double[4];
            for (int x = 0; x < 4; x++) {
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < 12; j++) {
                        double[] u = {(i + 0.5) / 4};
                        int[] tokens = candidate.verify(new int[]{x}, p, q, u, (j + 0.5) / 12);
                        assertHolds(tokens.length >= 1 && tokens[0] >= 0 && tokens[0] < 4, "tokens %s",
                                Arrays.toString(tokens));
                        share[tokens[0]] += q[0][x] / 48;
                    }
                }
            }
            assertClose(p[0], share);
        }
    }

    @Test
    @Points(10)
    @About("speedup")
    void drafting_costs_time_too(SpeculativeSampling candidate, Draw draw) {
        assertClose(3.3616 / 1.4, candidate.speedup(0.8, 4, 0.1));
        assertClose(3.3616, candidate.speedup(0.8, 4, 0));
        assertClose(1 / 5.0, candidate.speedup(0, 4, 1));
        assertClose(1.0, candidate.speedup(1, 4, 1));
        assertClose(1.5 / 3, candidate.speedup(0.5, 1, 2));
        for (int round = 0; round < 20; round++) {
            double alpha = draw.uniform(0, 0.99);
            int gamma = draw.integer(1, 12);
            double c = draw.uniform(0, 1);
            double tokens = (1 - Math.pow(alpha, gamma + 1)) / (1 - alpha);
            assertClose(tokens / (1 + gamma * c), candidate.speedup(alpha, gamma, c));
        }
    }

    @Test
    @Points(10)
    @About("equal")
    void equal_models_accept_everything(SpeculativeSampling candidate, Draw draw) {
        for (int round = 0; round < 10; round++) {
            int width = draw.integer(1, 9);
            int gamma = draw.integer(1, 5);
            double[][] p = distributions(draw, gamma + 1, width);
            double[][] q = Arrays.stream(p).limit(gamma).map(double[]::clone).toArray(double[][]::new);
            assertClose(1.0, candidate.acceptRate(p[0], q[0]));
            assertClose(p[0], candidate.residual(p[0], q[0]));
            var draft = new int[gamma];
            for (int i = 0; i < gamma; i++) {
                draft[i] = sample(q[i], draw.uniform(0, 1));
            }
            double last = draw.uniform(0, 1);
            int[] all = Arrays.copyOf(draft, gamma + 1);
            all[gamma] = sample(p[gamma], last);
            double[] u = draw.vector(gamma, 0.99, 1);
            assertExact(all, candidate.verify(draft, p, q, u, last));
        }
        // a target that is nowhere above the draft, by rounding only
        double[] short1 = {0.5, 0.5 - 5e-10};
        assertClose(short1, candidate.residual(short1, new double[]{0.5, 0.5}));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_distribution(SpeculativeSampling candidate) {
        double[] good = {0.5, 0.5};
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        double[][] broken = {null, {}, {1}, {0.25, 0.25, 0.5}, {0.5, nan}, {nan, 0.5}, {infinity, 0.5},
                {0.5, -infinity}, {-0.5, 1.5}, {1.5, -0.5}, {0.5, 0.5 + 1e-8}, {0.5, 0.5 - 1e-8}, {0, 0}};
        int[] draft = {0, 1};
        double[] u = {0.9, 0.9};
        for (double[] bad : broken) {
            String what = Arrays.toString(bad);
            assertRejects("p = " + what, () -> candidate.acceptRate(bad, good));
            assertRejects("q = " + what, () -> candidate.acceptRate(good, bad));
            assertRejects("p = " + what, () -> candidate.residual(bad, good));
            assertRejects("q = " + what, () -> candidate.residual(good, bad));
            for (int i = 0; i < 3; i++) {
                double[][] p = {good, good, good};
                double[][] q = {good, good};
                p[i] = bad;
                assertRejects("p with " + what, () -> candidate.verify(draft, p, q, u, 0.5));
                if (i < 2) {
                    q[i] = bad;
                    double[][] fine = {good, good, good};
                    assertRejects("q with " + what, () -> candidate.verify(draft, fine, q, u, 0.5));
                }
            }
        }
        assertClose(1.0, candidate.acceptRate(new double[]{0.5, 0.5 + 1e-10}, good));
        assertClose(1.0 - 1e-10, candidate.acceptRate(new double[]{0.5, 0.5 - 1e-10}, good));
        refusesScalars(candidate);
        refusesDrafts(candidate, new double[][]{good, good, good}, new double[][]{good, {1, 0}});
    }

    private static void refusesScalars(SpeculativeSampling candidate) {
        double[] never = {-Double.MIN_VALUE, -1, Double.NaN, Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY};
        for (double bad : never) {
            assertRejects("alpha = " + bad, () -> candidate.expectedTokens(bad, 4));
            assertRejects("alpha = " + bad, () -> candidate.speedup(bad, 4, 0.1));
            assertRejects("c = " + bad, () -> candidate.speedup(0.8, 4, bad));
        }
        assertRejects("alpha above 1", () -> candidate.expectedTokens(Math.nextUp(1.0), 4));
        for (int gamma : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("gamma = " + gamma, () -> candidate.expectedTokens(0.8, gamma));
            assertRejects("gamma = " + gamma, () -> candidate.speedup(0.8, gamma, 0.1));
        }
    }

    /// The second row of q gives nothing to token 1; the first token is rejected.
    private static void refusesDrafts(SpeculativeSampling candidate, double[][] p, double[][] q) {
        double[] u = {0.9, 0.9};
        for (int[] draft : new int[][]{null, {}, {0}, {0, 0, 0}, {-1, 0}, {0, -1}, {2, 0}, {0, 2}, {0, 1}}) {
            assertRejects("draft = " + Arrays.toString(draft), () -> candidate.verify(draft, p, q, u, 0.5));
        }
        double[][] sharp = {{0, 1}, {0.5, 0.5}, {0.5, 0.5}};
        assertRejects("an impossible token after a rejection",
                () -> candidate.verify(new int[]{0, 1}, sharp, q, u, 0.5));
        int[] draft = {0, 0};
        assertRejects("p = null", () -> candidate.verify(draft, null, q, u, 0.5));
        assertRejects("q = null", () -> candidate.verify(draft, p, null, u, 0.5));
        assertRejects("p too short", () -> candidate.verify(draft, Arrays.copyOf(p, 2), q, u, 0.5));
        assertRejects("p too long",
                () -> candidate.verify(draft, new double[][]{p[0], p[0], p[0], p[0]}, q, u, 0.5));
        assertRejects("q too short", () -> candidate.verify(draft, p, Arrays.copyOf(q, 1), u, 0.5));
        assertRejects("q too long", () -> candidate.verify(draft, p, p, u, 0.5));
        assertRejects("all of them empty",
                () -> candidate.verify(new int[0], new double[][]{{1}}, new double[0][], new double[0], 0.5));
        for (double bad : new double[]{1, -Double.MIN_VALUE, Double.NaN, 2, Double.POSITIVE_INFINITY}) {
            assertRejects("u = " + bad, () -> candidate.verify(draft, p, q, new double[]{0.5, bad}, 0.5));
            assertRejects("u = " + bad, () -> candidate.verify(draft, sharp, q, new double[]{bad, 0.5}, 0.5));
            assertRejects("uLast = " + bad, () -> candidate.verify(draft, p, q, u, bad));
        }
        for (double[] bad : new double[][]{null, {}, {0.5}, {0.5, 0.5, 0.5}}) {
            assertRejects("u = " + Arrays.toString(bad), () -> candidate.verify(draft, p, q, bad, 0.5));
        }
        assertExact(new int[]{0, 0, 0}, candidate.verify(draft, p, q, new double[]{0, 0}, 0));
    }

    /// Some of the probabilities are 0.
    private static double[][] distributions(Draw draw, int rows, int width) {
        double[][] rowsOfWeights = draw.matrix(rows, width, -0.3, 1);
        for (double[] row : rowsOfWeights) {
            row[draw.integer(0, width - 1)] = 1;
            double sum = 0;
            for (int x = 0; x < width; x++) {
                row[x] = Math.max(row[x], 0);
                sum += row[x];
            }
            for (int x = 0; x < width; x++) {
                row[x] /= sum;
            }
        }
        return rowsOfWeights;
    }

    /// The last index whose running sum, before it, is not above u, and that is possible.
    private static int sample(double[] distribution, double u) {
        double before = 0;
        int sampled = -1;
        for (int x = 0; x < distribution.length; x++) {
            if (distribution[x] > 0 && before <= u) {
                sampled = x;
            }
            before += distribution[x];
        }
        return sampled;
    }

    private static int[] expected(int[] draft, double[][] p, double[][] q, double[] u, double last) {
        for (int i = 0; i < draft.length; i++) {
            if (u[i] * q[i][draft[i]] >= p[i][draft[i]]) {
                double rate = 0;
                for (int x = 0; x < p[i].length; x++) {
                    rate += Math.min(p[i][x], q[i][x]);
                }
                var residual = new double[p[i].length];
                for (int x = 0; x < p[i].length; x++) {
                    residual[x] = Math.max(0, p[i][x] - q[i][x]) / (1 - rate);
                }
                int[] tokens = Arrays.copyOf(draft, i + 1);
                tokens[i] = sample(residual, last);
                return tokens;
            }
        }
        int[] tokens = Arrays.copyOf(draft, draft.length + 1);
        tokens[draft.length] = sample(p[draft.length], last);
        return tokens;
    }
}
