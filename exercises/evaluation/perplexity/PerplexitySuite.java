package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Perplexity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. A relative error of a perplexity is an absolute one of its logarithm,
/// which is at most 1e-12 for right solutions in any order of summation, 0.1 % of the
/// bound. Single precision exceeds it 10 times in the worked example; `ln(p + 1e-12)`
/// replaces e⁴⁰⁰ by e¹⁴ in the stability test.
class PerplexitySuite {
    private static final int IGNORED = -100;
    private static final double[][] LOGITS = {{2, 0, 1}, {0, 3, 0}, {1, 1, 1}, {5, 0, 0}};

    @Test
    @Points(15)
    @About("example")
    @Sample
    void three_positions_count_and_one_does_not(Perplexity candidate) {
        assertClose(1.7052534257798526, candidate.fromLogits(LOGITS, new int[]{0, 1, 2, IGNORED}));
    }

    @Test
    @Points(15)
    @About("ignored")
    void ignored_positions_change_nothing(Perplexity candidate, Draw draw) {
        // 3 : 1 costs ln(4/3) for the first token and ln 4 for the second.
        double[][] odds = {{Math.log(3), 0}, {9, -9}, {Math.log(3), 0}, {-7, 2}};
        assertClose(4 / Math.sqrt(3), candidate.fromLogits(odds, new int[]{0, IGNORED, 1, IGNORED}));
        assertClose(4.0, candidate.fromLogits(odds, new int[]{IGNORED, IGNORED, 1, IGNORED}));
        assertClose(4.0 / 3, candidate.fromLogits(odds, new int[]{0, IGNORED, IGNORED, IGNORED}));
        for (int round = 0; round < 4; round++) {
            int rows = draw.integer(4, 9);
            int tokens = draw.integer(2, 7);
            double[][] logits = draw.matrix(rows, tokens, -3, 3);
            int[] targets = draw.integers(rows, 0, tokens - 1);
            int[] order = draw.permutation(rows);
            for (int i = 0; i < rows / 2; i++) {
                targets[order[i]] = IGNORED;
            }
            double expected = geometricMean(logits, targets);
            assertClose(expected, candidate.fromLogits(logits, targets));
            double[][] others = copy(logits);
            for (int i = 0; i < rows / 2; i++) {
                others[order[i]] = draw.vector(tokens, -90, 90);
            }
            assertClose(expected, candidate.fromLogits(others, targets));
        }
    }

    @Test
    @Points(10)
    @About("formula")
    void even_odds_among_v_tokens_give_v(Perplexity candidate, Draw draw) {
        for (int tokens : new int[]{1, 2, 3, 50, draw.integer(4, 40)}) {
            var logits = new double[5][tokens];
            for (double[] row : logits) {
                Arrays.fill(row, draw.uniform(-20, 20));
            }
            assertClose((double) tokens, candidate.fromLogits(logits, draw.integers(5, 0, tokens - 1)));
        }
        // Probability 1/2 once and 1/8 once: as hard as four even tokens.
        double[][] halves = {{0, 0}, {Math.log(7), 0}};
        assertClose(4.0, candidate.fromLogits(halves, new int[]{0, 1}));
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(1, 6);
            int tokens = draw.integer(2, 9);
            double[][] logits = draw.matrix(rows, tokens, -3, 3);
            int[] targets = draw.integers(rows, 0, tokens - 1);
            assertClose(geometricMean(logits, targets), candidate.fromLogits(logits, targets));
        }
    }

    @Test
    @Points(5)
    @About("properties")
    void at_least_one_and_blind_to_a_constant_added_to_a_row(Perplexity candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(3, 6);
            int tokens = draw.integer(2, 8);
            double[][] logits = draw.matrix(rows, tokens, -4, 4);
            int[] targets = draw.integers(rows, 0, tokens - 1);
            targets[draw.integer(0, rows - 1)] = IGNORED;
            double plain = candidate.fromLogits(logits, targets);
            assertHolds(plain >= 1 - 1e-12, "a perplexity is at least 1, not %s", plain);
            double[][] moved = copy(logits);
            for (double[] row : moved) {
                double constant = draw.uniform(-50, 50);
                Arrays.setAll(row, c -> row[c] + constant);
            }
            assertClose(plain, candidate.fromLogits(moved, targets));
            assertClose(plain, candidate.fromLogits(logits, targets));
        }
        double[] sums = {30, 10, 20};
        int[] lengths = {20, 5, 15};
        double corpus = candidate.corpus(sums, lengths);
        assertClose(Math.exp(1.5), corpus);
        assertClose(corpus, candidate.corpus(sums, lengths));
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("corpus")
    void long_documents_count_for_more(Perplexity candidate, Draw draw) {
        assertClose(4.9530324243951149, candidate.corpus(new double[]{10, 30}, new int[]{5, 20}));
        assertClose(Math.exp(2), candidate.corpus(new double[]{10}, new int[]{5}));
        assertClose(1.0, candidate.corpus(new double[]{0, 0}, new int[]{1, 7}));
        assertClose(Math.sqrt(Math.E), candidate.corpus(new double[]{0, 2}, new int[]{1, 3}));
        // 6 000 000 000 tokens: more than an int can count
        double[] sums = {4e9, 1e9, 1e9};
        int[] lengths = {2_000_000_000, 2_000_000_000, 2_000_000_000};
        assertClose(Math.E, candidate.corpus(sums, lengths));
        assertClose(Math.exp(709), candidate.corpus(new double[]{709}, new int[]{1}));
        assertClose(Double.POSITIVE_INFINITY, candidate.corpus(new double[]{710}, new int[]{1}));
        for (int round = 0; round < 3; round++) {
            int documents = draw.integer(2, 6);
            var nll = new double[documents];
            var tokens = new int[documents];
            double all = 0;
            long count = 0;
            for (int i = 0; i < documents; i++) {
                tokens[i] = draw.integer(1, 1000);
                nll[i] = tokens[i] * draw.uniform(0, 8);
                all += nll[i];
                count += tokens[i];
            }
            assertClose(Math.exp(all / count), candidate.corpus(nll, tokens));
        }
        // Two documents from logits, and both as one text.
        double[][] logits = draw.matrix(7, 5, -2, 2);
        int[] targets = draw.integers(7, 0, 4);
        double first = candidate.fromLogits(Arrays.copyOf(logits, 2), Arrays.copyOf(targets, 2));
        double rest = candidate.fromLogits(
                Arrays.copyOfRange(logits, 2, 7), Arrays.copyOfRange(targets, 2, 7));
        double[] nll = {2 * Math.log(first), 5 * Math.log(rest)};
        assertClose(candidate.fromLogits(logits, targets), candidate.corpus(nll, new int[]{2, 5}));
    }

    @Test
    @Points(10)
    @About("stability")
    void extreme_logits_stay_exact(Perplexity candidate) {
        double[][] sure = {{10_000, -10_000}};
        assertClose(1.0, candidate.fromLogits(sure, new int[]{0}));
        assertClose(Double.POSITIVE_INFINITY, candidate.fromLogits(sure, new int[]{1}));
        assertClose(4.0, candidate.fromLogits(
                new double[][]{{10_000, 10_000, 10_000, 10_000}, {-10_000, -10_000, -10_000, -10_000}},
                new int[]{3, 0}));
        // One position costs 800 nats, of which neither e^800 nor e^-800 is a double; the
        // other costs none. In the mean that is e^400.
        double[][] half = {{0, 800}, {5, -900}};
        assertClose(Math.exp(400), candidate.fromLogits(half, new int[]{0, 0}));
        double[][] below = {{-10_000, -9_200}, {-9_000, -10_000}};
        assertClose(Math.exp(400), candidate.fromLogits(below, new int[]{0, 0}));
        // 20 000 nats once in 100 positions: e^200
        var rare = new double[100][];
        Arrays.setAll(rare, i -> new double[]{-10_000, 10_000});
        int[] ones = new int[100];
        Arrays.fill(ones, 1);
        ones[99] = 0;
        assertClose(Math.exp(200), candidate.fromLogits(rare, ones));
        // One row near 10000, one near -10000. Eighths are exact at either level.
        double[][] near = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] far = {{9_990.5, 9_988.75, 9_992}, {-9_988.5, -9_989.875, -9_990.75}};
        int[] targets = {0, 2};
        assertClose(geometricMean(near, targets), candidate.fromLogits(far, targets));
    }

    @Test
    @Points(10)
    @About("bytes")
    void bits_per_byte_do_not_depend_on_tokens(Perplexity candidate, Draw draw) {
        assertClose(0.5770780163555854, candidate.bitsPerByte(40, 100));
        assertClose(1.0, candidate.bitsPerByte(Math.log(2), 1));
        assertClose(8.0, candidate.bitsPerByte(300 * Math.log(256), 300));
        assertClose(0.0, candidate.bitsPerByte(0, 1));
        // More bytes than an int can count.
        assertClose(2.0, candidate.bitsPerByte(6e9 * Math.log(2), 3_000_000_000L));
        assertClose(0.5, candidate.bitsPerByte(5e11 * Math.log(2), 1_000_000_000_000L));
        double sum = draw.uniform(10, 1000);
        int bytes = draw.integer(2, 500);
        assertClose(sum * 1.4426950408889634 / bytes, candidate.bitsPerByte(sum, bytes));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_text(Perplexity candidate) {
        int[] targets = {0, 2};
        assertRejects("logits = null", () -> candidate.fromLogits(null, targets));
        assertRejects("no rows", () -> candidate.fromLogits(new double[0][], new int[0]));
        assertRejects("no tokens", () -> candidate.fromLogits(new double[1][0], new int[]{IGNORED}));
        double[][] good = {{1, 2, 0.5}, {0.2, -0.3, 1}};
        assertRejects("targets = null", () -> candidate.fromLogits(good, null));
        double[][][] broken = {{null, {1, 2, 0.5}}, {{1, 2, 0.5}, null}, {{1, 2, 0.5}, {0.2, -0.3}},
                {{1, 2, 0.5}, {0.2, -0.3, 1, 0}}, {{1, 2, 0.5}, {}}, {{Double.NaN, 2, 0.5}, {0.2, -0.3, 1}},
                {{1, 2, 0.5}, {0.2, -0.3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY, 0.5}, {0.2, -0.3, 1}}};
        String[] why = {"a null first row", "a null row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("logits with " + why[i], () -> candidate.fromLogits(bad, new int[]{0, 1}));
            // Nor may an ignored position hold what is no logit.
            assertRejects("ignored, " + why[i], () -> candidate.fromLogits(bad, new int[]{1, IGNORED}));
            assertRejects("ignored, " + why[i], () -> candidate.fromLogits(bad, new int[]{IGNORED, 1}));
        }
        int[][] never = {{}, {0}, {0, 2, 1}, {0, 3}, {-1, 2}, {0, -99}, {-101, 0}, {IGNORED, 3},
                {IGNORED, IGNORED}, {0, Integer.MIN_VALUE}, {Integer.MAX_VALUE, 0}};
        for (int[] bad : never) {
            assertRejects("targets " + Arrays.toString(bad), () -> candidate.fromLogits(good, bad));
        }
        assertClose(1.0, candidate.fromLogits(new double[][]{{-7}}, new int[]{0}));
        assertRejects("one row, ignored",
                () -> candidate.fromLogits(new double[][]{{-7}}, new int[]{IGNORED}));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_counts_nothing(Perplexity candidate) {
        double[] sums = {10, 30};
        int[] lengths = {5, 20};
        assertRejects("nllSums = null", () -> candidate.corpus(null, lengths));
        assertRejects("tokens = null", () -> candidate.corpus(sums, null));
        assertRejects("no documents", () -> candidate.corpus(new double[0], new int[0]));
        assertRejects("no NLL", () -> candidate.corpus(new double[0], lengths));
        assertRejects("no tokens", () -> candidate.corpus(sums, new int[0]));
        assertRejects("a length too few", () -> candidate.corpus(sums, new int[]{5}));
        assertRejects("a length too many", () -> candidate.corpus(sums, new int[]{5, 20, 1}));
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("tokens " + bad, () -> candidate.corpus(sums, new int[]{bad, 20}));
            assertRejects("tokens " + bad, () -> candidate.corpus(sums, new int[]{5, bad}));
        }
        double[] never = {-0.5, -1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("NLL " + bad, () -> candidate.corpus(new double[]{bad, 30}, lengths));
            assertRejects("NLL " + bad, () -> candidate.corpus(new double[]{10, bad}, lengths));
            assertRejects("NLL " + bad, () -> candidate.bitsPerByte(bad, 100));
        }
        for (long bad : new long[]{0, -1, Long.MIN_VALUE}) {
            assertRejects("bytes " + bad, () -> candidate.bitsPerByte(40, bad));
        }
        assertClose(Math.E, candidate.corpus(new double[]{1}, new int[]{1}));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_long_text_and_a_large_vocabulary(Perplexity candidate, Draw draw) {
        candidate.fromLogits(draw.matrix(40, 60, -1, 1), new int[40]);
        double[][] logits = draw.matrix(200, 4000, -1, 1);
        int[] targets = draw.integers(200, 0, 3999);
        for (int i = 0; i < 20; i++) {
            targets[draw.integer(0, 198)] = IGNORED;
        }
        assertClose(geometricMean(logits, targets), candidate.fromLogits(logits, targets));
        // 200 000 documents, of which two differ
        var sums = new double[200_000];
        var tokens = new int[200_000];
        Arrays.setAll(sums, i -> i % 2 == 0 ? 40_000 : 10_000);
        Arrays.setAll(tokens, i -> i % 2 == 0 ? 30_000 : 20_000);
        assertClose(Math.E, candidate.corpus(sums, tokens));
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /// Perplexity the other way: the geometric mean of the reciprocal probabilities
    /// `Σ exp(z_c - z_target)`. A root of each factor keeps the product small; the logits
    /// must be moderate.
    private static double geometricMean(double[][] logits, int[] targets) {
        long count = Arrays.stream(targets).filter(target -> target != IGNORED).count();
        double product = 1;
        for (int t = 0; t < targets.length; t++) {
            if (targets[t] != IGNORED) {
                double inverse = 0;
                for (double logit : logits[t]) {
                    inverse += Math.exp(logit - logits[t][targets[t]]);
                }
                product *= Math.pow(inverse, 1.0 / count);
            }
        }
        return product;
    }
}
