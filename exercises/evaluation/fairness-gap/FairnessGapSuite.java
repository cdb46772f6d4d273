package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FairnessGap;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. A rate is a quotient of two counts, off by 1e-16 whichever way it is
/// computed; single precision exceeds the bound 7 times where a gap is a third.
class FairnessGapSuite {
    private static final int[] Y = {1, 0, 1, 0, 1, 1, 0, 0, 1, 0};
    private static final int[] YHAT = {1, 0, 1, 1, 0, 1, 0, 0, 1, 0};
    private static final int[] GROUP = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void three_groups(FairnessGap candidate) {
        assertClose(0.5, candidate.demographicParity(YHAT, GROUP));
        assertClose(0.5, candidate.equalizedOdds(Y, YHAT, GROUP));
    }

    @Test
    @Points(20)
    @About("odds")
    void equal_selection_rates_may_hide_different_errors(FairnessGap candidate, Draw draw) {
        // Right about everybody in one group, wrong about everybody in the other.
        int[] y = {1, 1, 0, 0, 1, 1, 0, 0};
        int[] yhat = {1, 1, 0, 0, 0, 0, 1, 1};
        int[] group = {4, 4, 4, 4, 7, 7, 7, 7};
        assertClose(0.0, candidate.demographicParity(yhat, group));
        assertClose(1.0, candidate.equalizedOdds(y, yhat, group));
        // Half of each group is selected. TPR 2/2 and 2/3, FPR 1/4 and 1/3: the first gap is larger.
        int[] truth = {1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0};
        int[] chosen = {1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0};
        int[] side = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        assertClose(0.0, candidate.demographicParity(chosen, side));
        assertClose(1.0 / 3, candidate.equalizedOdds(truth, chosen, side));
        // With truth negated the larger gap is that of the FPR.
        assertClose(1.0 / 3, candidate.equalizedOdds(negated(truth), chosen, side));
        for (int round = 0; round < 4; round++) {
            int n = draw.integer(20, 60);
            int[] names = draw.integers(n, 0, draw.integer(1, 4));
            int[] who = draw.integers(n, 0, 1);
            int[] picked = draw.integers(n, 0, 1);
            double tpr = gap(who, 1, picked, names);
            double fpr = gap(who, 0, picked, names);
            assertClose(Math.max(tpr, fpr), candidate.equalizedOdds(who, picked, names));
        }
    }

    @Test
    @Points(15)
    @About("parity")
    void equal_errors_may_come_with_different_selection_rates(FairnessGap candidate, Draw draw) {
        // No errors at all, but 3 of 4 positives in one group and 1 of 4 in the other.
        int[] y = {1, 1, 1, 0, 1, 0, 0, 0};
        int[] group = {0, 0, 0, 0, 1, 1, 1, 1};
        assertClose(0.5, candidate.demographicParity(y, group));
        assertClose(0.0, candidate.equalizedOdds(y, y.clone(), group));
        // Rates 1/2, 1, 0, 2/3: the extremes stand in the middle.
        int[] yhat = {1, 0, 1, 1, 0, 0, 0, 1, 1, 0};
        int[] names = {1, 1, 2, 2, 3, 3, 3, 4, 4, 4};
        assertClose(1.0, candidate.demographicParity(yhat, names));
        // 1/3 and 2/3 far apart in size
        assertClose(1.0 / 3, candidate.demographicParity(new int[]{1, 0, 0, 1, 0, 1, 1, 0, 1},
                new int[]{5, 5, 5, 9, 9, 9, 9, 9, 9}));
        for (int round = 0; round < 4; round++) {
            int n = draw.integer(10, 60);
            int[] who = draw.integers(n, 0, draw.integer(1, 6));
            int[] picked = draw.integers(n, 0, 1);
            int[] everybody = new int[n];
            assertClose(gap(everybody, 0, picked, who), candidate.demographicParity(picked, who));
        }
    }

    @Test
    @Points(15)
    @About("undefined")
    void undefined_rates_take_no_part(FairnessGap candidate) {
        // TPR 1, 2/3 and none; FPR 1/2, 1/2 and 1/4.
        int[] y = {1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0};
        int[] yhat = {1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0};
        int[] group = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
        assertClose(1.0 / 3, candidate.equalizedOdds(y, yhat, group));
        assertClose(1.0 / 3, candidate.equalizedOdds(negated(y), yhat, group));
        // The group without positives is the one that makes the gap of the FPR.
        int[] busy = {1, 0, 0, 1, 0, 0, 0, 0};
        int[] picked = {1, 0, 0, 1, 0, 0, 1, 1};
        int[] names = {0, 0, 0, 1, 1, 1, 2, 2};
        assertClose(1.0, candidate.equalizedOdds(busy, picked, names));
        assertClose(1.0, candidate.equalizedOdds(negated(busy), picked, names));
        // One group has all positives, the other all negatives: nothing to compare.
        assertClose(0.0, candidate.equalizedOdds(new int[]{1, 1, 0, 0}, new int[]{1, 0, 0, 0},
                new int[]{0, 0, 1, 1}));
        assertClose(1.0, candidate.demographicParity(new int[]{1, 1, 0, 0}, new int[]{0, 0, 1, 1}));
        // Nobody is negative, or nobody positive: only one gap is left.
        int[] ones = {1, 1, 1, 1};
        int[] half = {1, 0, 1, 1};
        int[] two = {0, 0, 1, 1};
        assertClose(0.5, candidate.equalizedOdds(ones, half, two));
        assertClose(0.5, candidate.equalizedOdds(new int[4], half, two));
        assertClose(0.0, candidate.equalizedOdds(ones, ones, two));
        assertClose(0.0, candidate.equalizedOdds(new int[4], new int[4], two));
    }

    @Test
    @Points(10)
    @About("groups")
    void groups_have_any_names(FairnessGap candidate, Draw draw) {
        int[] one = {-3, -3, -3};
        assertClose(0.0, candidate.demographicParity(new int[]{1, 0, 1}, one));
        assertClose(0.0, candidate.equalizedOdds(new int[]{1, 0, 1}, new int[]{1, 0, 0}, one));
        assertClose(0.0, candidate.demographicParity(new int[]{1}, new int[]{12}));
        assertClose(0.0, candidate.equalizedOdds(new int[]{0}, new int[]{1}, new int[]{12}));
        int[] names = {Integer.MIN_VALUE, -5, 5, Integer.MAX_VALUE, 1_000_008, -1};
        for (int round = 0; round < 3; round++) {
            int n = draw.integer(20, 50);
            int[] plain = draw.integers(n, 0, 5);
            int[] y = draw.integers(n, 0, 1);
            int[] yhat = draw.integers(n, 0, 1);
            double parity = candidate.demographicParity(yhat, plain);
            double odds = candidate.equalizedOdds(y, yhat, plain);
            assertHolds(parity >= 0 && parity <= 1, "a gap is from 0 to 1, not %s", parity);
            assertHolds(odds >= 0 && odds <= 1, "a gap is from 0 to 1, not %s", odds);
            int[] order = draw.permutation(n);
            int[] moved = Arrays.stream(order).map(i -> names[plain[i]]).toArray();
            int[] truth = Arrays.stream(order).map(i -> y[i]).toArray();
            int[] chosen = Arrays.stream(order).map(i -> yhat[i]).toArray();
            assertClose(parity, candidate.demographicParity(chosen, moved));
            assertClose(odds, candidate.equalizedOdds(truth, chosen, moved));
            // Rejection instead of selection, failure instead of success: the same gaps.
            assertClose(parity, candidate.demographicParity(negated(yhat), plain));
            assertClose(odds, candidate.equalizedOdds(y, negated(yhat), plain));
            assertClose(odds, candidate.equalizedOdds(negated(y), yhat, plain));
            assertClose(parity, candidate.demographicParity(yhat, plain));
            assertClose(odds, candidate.equalizedOdds(y, yhat, plain));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_is_no_decision(FairnessGap candidate) {
        int[] bits = {0, 1, 1};
        int[] group = {5, -2, 5};
        int[][] never = {null, {}, {0, 1}, {0, 1, 1, 0}, {0, 1, 2}, {-1, 1, 0}, {0, Integer.MAX_VALUE, 0},
                {0, Integer.MIN_VALUE, 0}};
        for (int[] bad : never) {
            String what = Arrays.toString(bad);
            assertRejects("yhat = " + what, () -> candidate.demographicParity(bad, group));
            assertRejects("yhat = " + what, () -> candidate.equalizedOdds(bits, bad, group));
            assertRejects("y = " + what, () -> candidate.equalizedOdds(bad, bits, group));
        }
        for (int[] bad : new int[][]{null, {}, {5, -2}, {5, -2, 5, 5}}) {
            String what = "group = " + Arrays.toString(bad);
            assertRejects(what, () -> candidate.demographicParity(bits, bad));
            assertRejects(what, () -> candidate.equalizedOdds(bits, bits, bad));
        }
        int[] none = {};
        assertRejects("no samples", () -> candidate.demographicParity(none, none));
        assertRejects("no samples", () -> candidate.equalizedOdds(none, none, none));
        // What a rate does not use is looked at all the same.
        assertRejects("y = [0, 2]",
                () -> candidate.equalizedOdds(new int[]{0, 2}, new int[]{0, 0}, new int[]{1, 1}));
        assertRejects("yhat = [2, 2]", () -> candidate.demographicParity(new int[]{2, 2}, new int[]{1, 1}));
        assertClose(0.5, candidate.demographicParity(bits, group));
    }

    @Test
    @Points(5)
    @About("scale")
    void many_samples_in_many_groups(FairnessGap candidate, Draw draw) {
        candidate.demographicParity(YHAT, GROUP);
        candidate.equalizedOdds(Y, YHAT, GROUP);
        // Groups of two, one positive and one negative, of whom both are selected, except
        // that one larger group has the rates 1/5 and 3/5.
        int pairs = 100_000;
        int n = 2 * pairs + 10;
        var y = new int[n];
        var yhat = new int[n];
        var group = new int[n];
        int[] order = draw.permutation(n);
        for (int i = 0; i < n; i++) {
            boolean large = i >= 2 * pairs;
            y[order[i]] = i % 2;
            yhat[order[i]] = !large || i - 2 * pairs < 6 && i % 2 == 0 || i == n - 1 ? 1 : 0;
            group[order[i]] = large ? -1 : 37 * (i / 2);
        }
        assertClose(0.6, candidate.demographicParity(yhat, group));
        assertClose(0.8, candidate.equalizedOdds(y, yhat, group));
    }

    private static int[] negated(int[] bits) {
        return Arrays.stream(bits).map(bit -> 1 - bit).toArray();
    }

    /// From the definition: for each group the mean of `picked` over its samples where
    /// `who` is `label`; the largest distance between any two of these.
    private static double gap(int[] who, int label, int[] picked, int[] group) {
        double[] rates = Arrays.stream(group).distinct()
                .mapToObj(name -> IntStream.range(0, group.length)
                        .filter(i -> group[i] == name && who[i] == label)
                        .map(i -> picked[i])
                        .average())
                .filter(mean -> mean.isPresent())
                .mapToDouble(mean -> mean.getAsDouble())
                .toArray();
        double largest = 0;
        for (double a : rates) {
            for (double b : rates) {
                largest = Math.max(largest, a - b);
            }
        }
        return largest;
    }
}
