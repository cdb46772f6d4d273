package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.MoeTopkRouter;
import exercise.MoeTopkRouter.Route;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Experts and kept choices are exact; weights and losses are compared with the default
/// tolerance, 1e-9 absolute plus 1e-9 relative. Right solutions stay below 0.001 % of
/// it, single precision exceeds it 10 times in the worked example. Products that are
/// rounded up are exact, or at least 1e-6 away from a whole number, but for the one
/// that is 7 with an error of the multiplication.
class MoeTopkRouterSuite {
    private static final double[][] LOGITS = {{2, 1, 0, -1}, {0, 3, 1, 0}, {1, 2, 0, 0}, {0, 2.5, 2, 0}};
    private static final int[][] EXPERTS = {{0, 1}, {1, 2}, {1, 0}, {1, 2}};

    @Test
    @Points(20)
    @About("route")
    @Sample
    void the_largest_logits_win(MoeTopkRouter candidate, Draw draw) {
        double[][] weights = {{0.7310585786300049, 0.2689414213699951},
                {0.8807970779778823, 0.1192029220221176}, {0.7310585786300049, 0.2689414213699951},
                {0.6224593312018546, 0.3775406687981454}};
        assertClose(new Route(EXPERTS, weights), candidate.route(LOGITS, 2));
        // Among equals the lower number comes first.
        double[][] ties = {{1, 1, 1, 1}, {0, 2, 0, 2}, {5, 7, 5, 5}};
        double third = 1.0 / 3;
        Route three = candidate.route(ties, 3);
        assertExact(new int[][]{{0, 1, 2}, {1, 3, 0}, {1, 0, 2}}, three.expert());
        assertClose(new double[]{third, third, third}, three.weight()[0]);
        for (int round = 0; round < 4; round++) {
            int experts = draw.integer(2, 8);
            double[][] logits = draw.matrix(draw.integer(1, 6), experts, -3, 3);
            int k = draw.integer(1, experts);
            assertClose(expected(logits, k), candidate.route(logits, k));
        }
    }

    @Test
    @Points(20)
    @About("dispatch")
    void first_choices_are_served_first(MoeTopkRouter candidate, Draw draw) {
        // Capacity 2: expert 1 is full after the first choices of tokens 1 and 2.
        assertExact(new int[][]{{1, 0}, {1, 1}, {1, 1}, {0, 1}}, candidate.dispatch(EXPERTS, 4, 1));
        // Half of that, and so much that nothing is dropped.
        assertExact(new int[][]{{1, 0}, {1, 1}, {0, 0}, {0, 0}}, candidate.dispatch(EXPERTS, 4, 0.5));
        assertExact(new int[][]{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, candidate.dispatch(EXPERTS, 4, 2));
        assertExact(new int[][]{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, candidate.dispatch(EXPERTS, 4, 1e12));
        // 1.25 · 1 · 4 / 2 = 2.5 is rounded up; 5/4 and 3/4 of a token are one or two.
        int[][] same = {{0}, {0}, {0}, {0}};
        assertExact(new int[][]{{1}, {1}, {1}, {0}}, candidate.dispatch(same, 2, 1.25));
        assertExact(new int[][]{{1}, {1}, {0}, {0}}, candidate.dispatch(same, 4, 1.25));
        assertExact(new int[][]{{1}, {0}, {0}, {0}}, candidate.dispatch(same, 4, 0.75));
        assertExact(new int[][]{{1}, {1}, {1}, {1}}, candidate.dispatch(same, 1, 1));
        // In double 0.07 · 100 is a little more than 7, which is no eighth place.
        var hundred = new int[100][1];
        assertExact(7, kept(candidate.dispatch(hundred, 1, 0.07)));
        assertExact(8, kept(candidate.dispatch(hundred, 1, 0.07000001)));
        for (int round = 0; round < 4; round++) {
            int experts = draw.integer(2, 6);
            int k = draw.integer(1, experts);
            int[][] chosen = expected(draw.matrix(draw.integer(4, 12), experts, -1, 1), k).expert();
            double factor = draw.integer(1, 6) / 4.0;
            assertExact(served(chosen, experts, factor), candidate.dispatch(chosen, experts, factor));
        }
    }

    @Test
    @Points(5)
    @About("dispatch")
    void a_thousand_tokens(MoeTopkRouter candidate, Draw draw) {
        double[][] logits = draw.matrix(1000, 16, -2, 2);
        Route route = candidate.route(logits, 2);
        assertClose(expected(logits, 2), route);
        assertExact(served(route.expert(), 16, 1), candidate.dispatch(route.expert(), 16, 1));
        assertClose(loss(logits), candidate.balanceLoss(logits));
    }

    @Test
    @Points(20)
    @About("balance")
    void the_loss_is_one_where_all_is_even(MoeTopkRouter candidate, Draw draw) {
        assertClose(1.9050528233246227, candidate.balanceLoss(LOGITS));
        // A router that cannot decide sends all to expert 0, with probabilities that are even.
        assertClose(1.0, candidate.balanceLoss(new double[3][5]));
        // Everybody elsewhere, and everybody to expert 2 of 4.
        var even = new double[4][4];
        var collapsed = new double[3][4];
        for (int t = 0; t < 4; t++) {
            even[t][t] = 50;
        }
        for (double[] row : collapsed) {
            row[2] = 50;
        }
        assertClose(1.0, candidate.balanceLoss(even));
        assertClose(4.0, candidate.balanceLoss(collapsed));
        assertClose(1.0, candidate.balanceLoss(new double[][]{{-3}, {7}}));
        // Probabilities (3/4, 1/4) and (1/4, 3/4), twice the former: 2 · (2/3 · 7/12 + 1/3 · 5/12).
        double log = Math.log(3);
        double[][] three = {{log, 0}, {0, log}, {log, 0}};
        assertClose(19.0 / 18, candidate.balanceLoss(three));
        assertClose(1.5, candidate.balanceLoss(new double[][]{{log, 0}}));
        // A tie counts for the lower expert: 2 · (1/2 · 3/8 + 1/2 · 5/8) without it would be 5/4.
        assertClose(1.0, candidate.balanceLoss(new double[][]{{0, 0}, {0, log}}));
        for (int round = 0; round < 4; round++) {
            double[][] logits = draw.matrix(draw.integer(2, 9), draw.integer(2, 6), -3, 3);
            double found = candidate.balanceLoss(logits);
            assertClose(loss(logits), found);
            assertHolds(found > 0 && found <= logits[0].length, "the loss of %s experts is %s",
                    logits[0].length, found);
        }
    }

    @Test
    @Points(15)
    @About("all")
    void all_experts_give_the_full_softmax(MoeTopkRouter candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int experts = draw.integer(2, 7);
            double[][] logits = draw.matrix(draw.integer(1, 5), experts, -3, 3);
            Route route = candidate.route(logits, experts);
            for (int t = 0; t < logits.length; t++) {
                double[] p = softmax(logits[t]);
                int[] order = route.expert()[t];
                assertClose(Arrays.stream(order).mapToDouble(e -> p[e]).toArray(), route.weight()[t]);
                assertExact(IntStream.range(0, experts).toArray(), Arrays.stream(order).sorted().toArray());
            }
            // One expert gets all the weight.
            for (double[] weight : candidate.route(logits, 1).weight()) {
                assertClose(new double[]{1}, weight);
            }
            assertClose(route, candidate.route(logits, experts));
        }
        // Nothing overflows, and the level of a row does not matter.
        double log = Math.log(3);
        double[][] extreme = {{9_999, 9_999 + log, -10_000}, {-10_000, -9_980 - log, -9_980}};
        double[][] weights = {{0.75, 0.25}, {0.75, 0.25}};
        assertClose(new Route(new int[][]{{1, 0}, {2, 1}}, weights), candidate.route(extreme, 2));
        // Probabilities (1/4, 3/4, 0), and e⁻²⁰ : 1/3 : 1.
        double rest = Math.exp(-20) + 1.0 / 3 + 1;
        double loss = 3 * (0.5 * (0.75 + 1 / (3 * rest)) / 2 + 0.5 / rest / 2);
        assertClose(loss, candidate.balanceLoss(extreme));
        candidate.dispatch(EXPERTS, 4, 1);
        candidate.dispatch(new int[][]{{1}, {1}}, 2, 5);
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("params")
    void a_token_meets_k_experts(MoeTopkRouter candidate) {
        assertClose(12.864e9, candidate.activeParams(8, 2, 176e6 * 32, 1.6e9));
        assertClose(46.656e9, candidate.activeParams(8, 8, 176e6 * 32, 1.6e9));
        assertClose(7.5, candidate.activeParams(4, 1, 2.5, 5));
        assertClose(10.0, candidate.activeParams(4, 2, 2.5, 5));
        assertClose(0.0, candidate.activeParams(1, 1, 0, 0));
        assertClose(3.0, candidate.activeParams(64, 6, 0.5, 0));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_are_no_logits(MoeTopkRouter candidate) {
        double[][][] broken = {null, {}, {{}, {}}, {{1, 2}, null}, {null, {1, 2}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, 2}, {}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("route: logits " + what, () -> candidate.route(bad, 1));
            assertRejects("balanceLoss: logits " + what, () -> candidate.balanceLoss(bad));
        }
        for (int bad : new int[]{0, -1, 5, Integer.MAX_VALUE}) {
            assertRejects("k = " + bad, () -> candidate.route(LOGITS, bad));
        }
        assertRejects("k = 0 of no experts", () -> candidate.route(new double[2][0], 0));
        double[] never = {-1e-9, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("expertParams = " + bad, () -> candidate.activeParams(8, 2, bad, 1));
            assertRejects("sharedParams = " + bad, () -> candidate.activeParams(8, 2, 1, bad));
        }
        int[][] counts = {{0, 0}, {0, 1}, {-1, 1}, {-2, -2}, {8, 0}, {8, -1}, {8, 9}, {1, 2}};
        for (int[] bad : counts) {
            assertRejects("experts, k = " + Arrays.toString(bad),
                    () -> candidate.activeParams(bad[0], bad[1], 1, 1));
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_dispatched(MoeTopkRouter candidate) {
        int[][][] broken = {null, {}, {{}, {}}, {{0, 1}, null}, {null, {0, 1}}, {{0, 1}, {2}},
                {{0, 1}, {2, 3, 0}}, {{0, 1}, {}}, {{0, 4}, {2, 3}}, {{0, 1}, {-1, 3}}, {{0, 1}, {2, 4}}};
        for (int[][] bad : broken) {
            assertRejects("experts " + Arrays.deepToString(bad), () -> candidate.dispatch(bad, 4, 1));
        }
        for (int bad : new int[]{0, -1, 1, 2}) {
            assertRejects("experts = " + bad, () -> candidate.dispatch(EXPERTS, bad, 1));
        }
        double[] never = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("capacityFactor = " + bad, () -> candidate.dispatch(EXPERTS, 4, bad));
        }
        assertExact(new int[][]{{1}}, candidate.dispatch(new int[][]{{0}}, 1, 1e-3));
    }

    private static int kept(int[][] keep) {
        return Arrays.stream(keep).flatMapToInt(Arrays::stream).sum();
    }

    private static double[] softmax(double[] logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(logit -> Math.exp(logit) / sum).toArray();
    }

    /// An expert's place is the number of those before it.
    private static Route expected(double[][] logits, int k) {
        var expert = new int[logits.length][k];
        var weight = new double[logits.length][];
        for (int t = 0; t < logits.length; t++) {
            double[] row = logits[t];
            for (int e = 0; e < row.length; e++) {
                int place = 0;
                for (int other = 0; other < row.length; other++) {
                    place += row[other] > row[e] || (row[other] == row[e] && other < e) ? 1 : 0;
                }
                if (place < k) {
                    expert[t][place] = e;
                }
            }
            weight[t] = softmax(Arrays.stream(expert[t]).mapToDouble(e -> row[e]).toArray());
        }
        return new Route(expert, weight);
    }

    /// A choice is kept if fewer than the capacity for the same expert come before it.
    private static int[][] served(int[][] chosen, int experts, double factor) {
        int tokens = chosen.length;
        int k = chosen[0].length;
        double capacity = Math.ceil(factor * k * tokens / experts - 1e-9);
        var served = new int[tokens][k];
        var load = new int[experts];
        for (int i = 0; i < tokens * k; i++) {
            int expert = chosen[i % tokens][i / tokens];
            served[i % tokens][i / tokens] = load[expert] < capacity ? 1 : 0;
            load[expert]++;
        }
        return served;
    }

    private static double loss(double[][] logits) {
        int[][] first = expected(logits, 1).expert();
        double loss = 0;
        for (int e = 0; e < logits[0].length; e++) {
            int expert = e;
            double fraction = Arrays.stream(first).filter(choice -> choice[0] == expert).count();
            double mass = Arrays.stream(logits).mapToDouble(row -> softmax(row)[expert]).sum();
            loss += fraction / logits.length * mass / logits.length;
        }
        return loss * logits[0].length;
    }
}
