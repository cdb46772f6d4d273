package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RougeL;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Lengths are exact; scores have the default tolerance, 1e-9 absolute plus 1e-9
/// relative, of which right solutions use a millionth; single precision exceeds it 8 times in
/// the worked example.
class RougeLSuite {
    private static final int[] CANDIDATE = {1, 2, 3, 4};
    private static final int[] REFERENCE = {1, 3, 5, 4, 6};

    @Test
    @Points(10)
    @About("example")
    @Sample
    void three_tokens_in_common(RougeL candidate) {
        assertExact(3, candidate.lcs(CANDIDATE, REFERENCE));
        assertClose(0.66666666666666667, candidate.rougeL(CANDIDATE, REFERENCE, 1));
        assertClose(0.65357142857142857, candidate.rougeL(CANDIDATE, REFERENCE, 1.2));
        assertClose(0.66666666666666667,
                candidate.best(CANDIDATE, new int[][]{{6, 5}, REFERENCE, {2}}, 1));
    }

    @Test
    @Points(15)
    @About("lcs")
    void a_subsequence_may_have_gaps(RougeL candidate, Draw draw) {
        assertExact(4, candidate.lcs(new int[]{1, 9, 2, 9, 3, 9, 4}, new int[]{8, 1, 2, 8, 3, 4, 8}));
        assertExact(1, candidate.lcs(new int[]{1, 2, 3}, new int[]{3, 2, 1}));
        assertExact(2, candidate.lcs(new int[]{2, 1, 3}, new int[]{1, 2, 3}));
        // Taking the first match, 9, costs the other three.
        assertExact(3, candidate.lcs(new int[]{9, 1, 2, 3}, new int[]{1, 2, 3, 9}));
        assertExact(3, candidate.lcs(new int[]{1, 2, 3, 9}, new int[]{9, 1, 2, 3}));
        assertExact(4, candidate.lcs(new int[]{1, 2, 3, 2, 4, 1, 2}, new int[]{2, 4, 3, 1, 2, 1}));
        assertExact(1, candidate.lcs(new int[]{5}, new int[]{1, 5, 2}));
        assertExact(1, candidate.lcs(new int[]{1, 5, 2}, new int[]{5}));
        int[] wide = {Integer.MIN_VALUE, 70_000, -1, 4464, Integer.MAX_VALUE};
        assertExact(2, candidate.lcs(wide, new int[]{4464, -1, 65_535, Integer.MAX_VALUE}));
        for (int round = 0; round < 12; round++) {
            int tokens = draw.integer(2, 6);
            int[] a = draw.integers(draw.integer(1, 12), 0, tokens);
            int[] b = draw.integers(draw.integer(1, 40), 0, tokens);
            assertExact(longest(a, b), candidate.lcs(a, b));
            assertExact(longest(a, b), candidate.lcs(b, a));
        }
    }

    @Test
    @Points(20)
    @About("score")
    void precision_and_recall_weighted_by_beta(RougeL candidate, Draw draw) {
        // 2 of 2 and 2 of 5
        int[] brief = {3, 5};
        int[] text = {1, 3, 4, 5, 6};
        assertClose(4.0 / 7, candidate.rougeL(brief, text, 1));
        assertClose(4.0 / 7, candidate.rougeL(text, brief, 1));
        assertClose(2 / 4.4, candidate.rougeL(brief, text, 2));
        assertClose(2 / 2.6, candidate.rougeL(text, brief, 2));
        assertClose(0.5 / 0.65, candidate.rougeL(brief, text, 0.5));
        for (int round = 0; round < 6; round++) {
            int[] a = draw.integers(draw.integer(1, 12), 0, 3);
            int[] b = draw.integers(draw.integer(1, 30), 0, 3);
            double beta = draw.uniform(0.2, 3);
            assertClose(harmonic(a, b, beta), candidate.rougeL(a, b, beta));
            assertClose(harmonic(b, a, beta), candidate.rougeL(b, a, beta));
            assertClose(harmonic(a, b, 0.001), candidate.rougeL(a, b, 0.001));
            assertClose(harmonic(a, b, 1000), candidate.rougeL(a, b, 1000));
        }
    }

    @Test
    @Points(15)
    @About("extremes")
    void nothing_in_common_is_zero_and_everything_one(RougeL candidate, Draw draw) {
        int[] a = draw.integers(draw.integer(1, 9), 0, 5);
        int[] b = draw.integers(draw.integer(1, 9), 6, 9);
        double beta = draw.uniform(0.3, 3);
        assertExact(0, candidate.lcs(a, b));
        assertExact(0, candidate.lcs(b, a));
        assertClose(0.0, candidate.rougeL(a, b, beta));
        assertClose(0.0, candidate.rougeL(new int[]{1}, new int[]{2}, 1));
        assertClose(0.0, candidate.best(a, new int[][]{b, {7}}, beta));
        assertExact(a.length, candidate.lcs(a, a.clone()));
        assertClose(1.0, candidate.rougeL(a, a.clone(), beta));
        assertClose(1.0, candidate.rougeL(new int[]{-4}, new int[]{-4}, 1));
        assertClose(1.0, candidate.best(a, new int[][]{b, a.clone()}, beta));
        // Ids beyond the small numbers that boxes share
        int[] large = {1000, 2000, 3000, -5000};
        assertExact(4, candidate.lcs(large, large.clone()));
    }

    @Test
    @Points(15)
    @About("best")
    void the_best_reference_counts(RougeL candidate, Draw draw) {
        // The longest LCS, 3 of 12, is not the best score: 2 of 2.
        int[] text = {1, 2, 3};
        int[][] refs = {{1, 7, 7, 7, 7, 2, 7, 7, 7, 7, 7, 3}, {1, 2}, {8}};
        assertClose(0.8, candidate.best(text, refs, 1));
        // For recall {1, 2} is perfect; for precision the long one is.
        assertClose(5 * 2.0 / 3 / (1 + 4 * 2.0 / 3), candidate.best(text, refs, 2));
        assertClose((1 + 1e-6) * 0.25 / (0.25 + 1e-6), candidate.best(text, refs, 0.001));
        // References are not joined.
        assertClose(2.0 / 3, candidate.best(new int[]{1, 2}, new int[][]{{1}, {2}}, 1));
        for (int round = 0; round < 5; round++) {
            int[] mine = draw.integers(draw.integer(1, 12), 0, 4);
            var theirs = new int[draw.integer(1, 5)][];
            Arrays.setAll(theirs, i -> draw.integers(draw.integer(1, 15), 0, 4));
            double beta = draw.uniform(0.3, 3);
            double expected = 0;
            for (int[] reference : theirs) {
                expected = Math.max(expected, harmonic(mine, reference, beta));
            }
            assertClose(expected, candidate.best(mine, theirs, beta));
        }
    }

    @Test
    @Points(10)
    @About("repeated")
    void repeated_tokens_count_as_often_as_both_have_them(RougeL candidate, Draw draw) {
        assertExact(2, candidate.lcs(new int[]{7, 7, 7, 7}, new int[]{7, 7}));
        assertExact(2, candidate.lcs(new int[]{7, 7}, new int[]{7, 7, 7, 7}));
        assertExact(3, candidate.lcs(new int[]{1, 1, 2, 2}, new int[]{2, 1, 1, 2, 1}));
        assertClose(2.0 / 3, candidate.rougeL(new int[]{7, 7, 7, 7}, new int[]{7, 7}, 1));
        for (int round = 0; round < 4; round++) {
            int[] a = draw.integers(draw.integer(3, 12), 0, 2);
            int[] b = draw.integers(draw.integer(3, 30), 0, 2);
            int length = candidate.lcs(a, b);
            assertExact(longest(a, b), length);
            assertHolds(length >= 0 && length <= Math.min(a.length, b.length), "the length is %d", length);
            // Both reversed, or with another token at the end of each
            assertExact(length, candidate.lcs(reversed(a), reversed(b)));
            int[] longer = Arrays.copyOf(a, a.length + 1);
            int[] also = Arrays.copyOf(b, b.length + 1);
            longer[a.length] = 5;
            also[b.length] = 5;
            assertExact(length + 1, candidate.lcs(longer, also));
            double score = candidate.rougeL(a, b, 1.5);
            assertClose(score, candidate.best(a, new int[][]{b}, 1.5));
            assertClose(score, candidate.rougeL(a, b, 1.5));
            assertExact(length, candidate.lcs(a, b));
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_empty_texts_and_impossible_weights(RougeL candidate) {
        int[] good = {1, 2};
        for (int[] bad : new int[][]{null, {}}) {
            String what = Arrays.toString(bad);
            assertRejects("a = " + what, () -> candidate.lcs(bad, good));
            assertRejects("b = " + what, () -> candidate.lcs(good, bad));
            assertRejects("candidate = " + what, () -> candidate.rougeL(bad, good, 1));
            assertRejects("reference = " + what, () -> candidate.rougeL(good, bad, 1));
            assertRejects("candidate = " + what, () -> candidate.best(bad, new int[][]{good}, 1));
            assertRejects("a reference = " + what, () -> candidate.best(good, new int[][]{good, bad}, 1));
            assertRejects("a reference = " + what, () -> candidate.best(good, new int[][]{bad, good}, 1));
        }
        assertRejects("references = null", () -> candidate.best(good, null, 1));
        assertRejects("no references", () -> candidate.best(good, new int[0][], 1));
        double[] never = {0, -1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double beta : never) {
            assertRejects("beta = " + beta, () -> candidate.rougeL(good, good, beta));
            assertRejects("beta = " + beta, () -> candidate.best(good, new int[][]{good}, beta));
            // Where there is nothing in common, beta would not matter.
            assertRejects("beta = " + beta, () -> candidate.rougeL(good, new int[]{3}, beta));
        }
        assertExact(1, candidate.lcs(new int[]{4}, new int[]{4}));
    }

    @Test
    @Points(10)
    @About("scale")
    void ten_thousand_tokens(RougeL candidate, Draw draw) {
        candidate.lcs(draw.integers(50, 0, 9), draw.integers(50, 0, 9));
        // Blocks of 10 tokens, of which 7 are common in the same order, 2 are not common
        // and the last one has moved to the front: no block lends to another one.
        int n = 10_000;
        var a = new int[n];
        var b = new int[n];
        int[] names = draw.permutation(3 * n);
        for (int i = 0; i < n; i++) {
            a[i] = names[i];
            b[i] = i % 10 == 0 ? names[i + 9] : names[i - 1];
            if (i % 10 == 4 || i % 10 == 7) {
                b[i] = names[n + i];
            }
        }
        assertExact(7 * n / 10, candidate.lcs(a, b));
        assertClose(0.7, candidate.rougeL(Arrays.copyOf(a, 2_000), Arrays.copyOf(b, 2_000), 1.3));
        // One is much longer than the other.
        int[] few = {names[19], names[5], names[17], names[3], names[18]};
        assertExact(3, candidate.lcs(few, b));
        assertExact(3, candidate.lcs(a, few));
    }

    private static int[] reversed(int[] tokens) {
        var reversed = new int[tokens.length];
        Arrays.setAll(reversed, i -> tokens[tokens.length - 1 - i]);
        return reversed;
    }

    /// The definition: every subset of `a`, at most 12 tokens, is tried as a subsequence
    /// of `b`.
    private static int longest(int[] a, int[] b) {
        int longest = 0;
        for (int subset = 0; subset < 1 << a.length; subset++) {
            int at = 0;
            int found = 0;
            for (int i = 0; i < a.length; i++) {
                if ((subset >> i & 1) == 0) {
                    continue;
                }
                while (at < b.length && b[at] != a[i]) {
                    at++;
                }
                found += at < b.length ? 1 : 0;
                at++;
            }
            longest = found == Integer.bitCount(subset) ? Math.max(longest, found) : longest;
        }
        return longest;
    }

    /// The weighted harmonic mean of precision and recall: with LCS = 1 that is
    /// `(1 + β²) / (|c| + β² · |r|)`.
    private static double harmonic(int[] mine, int[] theirs, double beta) {
        int common = mine.length <= 12 ? longest(mine, theirs) : longest(theirs, mine);
        return common * (1 + beta * beta) / (mine.length + beta * beta * theirs.length);
    }
}
