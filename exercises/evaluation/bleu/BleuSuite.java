package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Bleu;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Counts are exact; a geometric mean by logarithms, powers or roots is off
/// by a millionth of the bound. Single precision exceeds it 8 times in the worked
/// example.
class BleuSuite {
    private static final int[][] HYPS = {{1, 2, 3, 4, 5, 6}, {7, 7, 7, 7, 8}};
    private static final int[][] REFS = {{1, 2, 3, 4, 9, 6, 5}, {7, 7, 8, 9}, {7, 8, 8, 7, 7, 8}};
    private static final int[] OWNER = {0, 1, 1};

    private record Corpus(int[][] hyps, int[][] refs, int[] owner) {
        /// The references of one hypothesis.
        int[][] refs(int i) {
            return IntStream.range(0, refs.length)
                    .filter(j -> owner[j] == i)
                    .mapToObj(j -> refs[j])
                    .toArray(int[][]::new);
        }
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void two_sentences_and_three_references(Bleu candidate) {
        assertClose(0.45613878879582226, candidate.bleu(HYPS, REFS, OWNER, 4, "none"));
        assertClose(0.7106690545187014, candidate.bleu(HYPS, REFS, OWNER, 2, "none"));
    }

    @Test
    @Points(15)
    @About("clipping")
    void a_token_counts_as_often_as_one_reference_has_it(Bleu candidate, Draw draw) {
        int[][] sevens = {{7, 7, 7, 7}};
        assertClose(0.25, candidate.bleu(sevens, new int[][]{{7, 8}}, new int[]{0}, 1, "none"));
        int[][] three = {{7, 8}, {7, 7, 9}, {9, 7, 8}};
        assertClose(0.5, candidate.bleu(sevens, three, new int[3], 1, "none"));
        // 2 of 4 tokens and 1 of 3 pairs
        assertClose(Math.sqrt(1 / 6.0), candidate.bleu(sevens, three, new int[3], 2, "none"));
        // Different n-grams take their counts from different references: 1 1 2 2.
        int[][] mixed = {{1, 2, 1, 2}};
        int[][] two = {{1, 1, 5}, {5, 2, 2}};
        assertClose(1.0, candidate.bleu(mixed, two, new int[2], 1, "none"));
        // 12 3 is not 1 23, -1 is not 65535, and order matters.
        int[][] digits = {{12, 3}};
        assertClose(0.0, candidate.bleu(digits, new int[][]{{1, 23}}, new int[]{0}, 1, "add1"));
        int[][] other = {{12, 3, 12, 1}};
        int[][] pairs = {{3, 12, 1, 23}};
        assertClose(Math.sqrt(3 / 4.0 * 2 / 3), candidate.bleu(other, pairs, new int[]{0}, 2, "none"));
        int[][] wide = {{-1, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE}};
        int[][] near = {{65_535, 0, -1, Integer.MIN_VALUE}};
        assertClose(0.5, candidate.bleu(wide, near, new int[]{0}, 1, "none"));
        // 1 0 and 0 31 have the same hash, 31 · first + second.
        int[][] hash = {{1, 0, 5, 6}};
        int[][] same = {{0, 31, 5, 6, 1}};
        assertClose(Math.exp(-0.25) / Math.sqrt(3), candidate.bleu(hash, same, new int[]{0}, 2, "none"));
        random(candidate, draw, 2);
    }

    @Test
    @Points(15)
    @About("brevity")
    void the_closest_reference_sets_the_length(Bleu candidate) {
        int[][] hyp = {{1, 2, 3}};
        assertClose(Math.exp(1 - 5.0 / 3), brevity(candidate, 3, 5));
        assertClose(1.0, brevity(candidate, 3, 3));
        assertClose(1.0, candidate.bleu(hyp, new int[][]{{1, 2, 3}}, new int[]{0}, 3, "none"));
        assertClose(Math.exp(1 - 5.0 / 4), brevity(candidate, 4, 2, 5));
        assertClose(Math.exp(1 - 6.0 / 5), brevity(candidate, 5, 9, 6, 3));
        // Equally close: the shorter one, wherever it stands.
        assertClose(1.0, brevity(candidate, 4, 3, 5));
        assertClose(1.0, brevity(candidate, 4, 5, 3));
        assertClose(1.0, brevity(candidate, 7, 10, 6, 8));
        assertClose(Math.exp(1 - 9.0 / 8), brevity(candidate, 8, 12, 9, 4));
        assertClose(1.0, brevity(candidate, 6, 1));
        assertClose(Math.exp(-19), brevity(candidate, 1, 20));
        // Lengths are summed before they are compared: 6 too many make up for 2 too few.
        int[][] hyps = {{1, 1, 1, 1, 1, 1, 1, 1}, {1, 1}};
        int[][] refs = {{1, 1}, {1, 1, 1, 1}};
        assertClose(0.4, candidate.bleu(hyps, refs, new int[]{0, 1}, 1, "none"));
        int[][] longer = {{1, 1, 1}, {1, 5, 5, 5, 5, 5, 5, 5}};
        assertClose(Math.exp(-0.1) * 0.3, candidate.bleu(hyps, longer, new int[]{1, 0}, 1, "none"));
        // Seven tokens for seven
        int[][] equal = {{1, 2, 3}, {4, 5, 6, 7}};
        int[][] swapped = {{1, 2, 3, 9}, {4, 5, 6}};
        assertClose(6 / 7.0, candidate.bleu(equal, swapped, new int[]{0, 1}, 1, "none"));
    }

    @Test
    @Points(15)
    @About("corpus")
    void counts_are_summed_over_the_corpus(Bleu candidate, Draw draw) {
        // 1 of 1 and 2 of 5; pairs 0 of 0 and 1 of 4
        int[][] hyps = {{1}, {2, 3, 9, 9, 9}};
        int[][] refs = {{4, 2, 3, 5, 6}, {1}};
        int[] owner = {1, 0};
        assertClose(0.5, candidate.bleu(hyps, refs, owner, 1, "none"));
        assertClose(Math.sqrt(0.5 * 0.25), candidate.bleu(hyps, refs, owner, 2, "none"));
        // A match in somebody else's reference is none, nor is one across two sentences.
        int[][] crossed = {{1, 2}, {3, 4}};
        int[][] theirs = {{3, 4}, {1, 2}};
        assertClose(0.0, candidate.bleu(crossed, theirs, new int[]{0, 1}, 1, "none"));
        assertClose(1.0, candidate.bleu(crossed, theirs, new int[]{1, 0}, 1, "none"));
        int[][] single = {{1}, {2}};
        assertClose(0.0, candidate.bleu(single, single, new int[]{0, 1}, 2, "none"));
        random(candidate, draw, 6);
    }

    @Test
    @Points(10)
    @About("properties")
    void a_reference_copied_is_perfect(Bleu candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            Corpus corpus = corpus(draw, draw.integer(2, 5), 4);
            var copies = new int[corpus.hyps.length][];
            for (int j = 0; j < corpus.refs.length; j++) {
                copies[corpus.owner[j]] = corpus.refs[j].clone();
            }
            for (int n = 1; n <= 4; n++) {
                assertClose(1.0, candidate.bleu(copies, corpus.refs, corpus.owner, n, "none"));
                assertClose(1.0, candidate.bleu(copies, corpus.refs, corpus.owner, n, "add1"));
            }
            double plain = candidate.bleu(corpus.hyps, corpus.refs, corpus.owner, 3, "add1");
            assertHolds(plain >= 0 && plain <= 1, "BLEU is from 0 to 1, not %s", plain);
            // Other names for tokens, references in another order
            int[] order = draw.permutation(corpus.refs.length);
            int[][] refs = Arrays.stream(order).mapToObj(j -> renamed(corpus.refs[j])).toArray(int[][]::new);
            int[] owner = Arrays.stream(order).map(j -> corpus.owner[j]).toArray();
            int[][] hyps = Arrays.stream(corpus.hyps).map(BleuSuite::renamed).toArray(int[][]::new);
            assertClose(plain, candidate.bleu(hyps, refs, owner, 3, "add1"));
            assertClose(plain, candidate.bleu(corpus.hyps, corpus.refs, corpus.owner, 3, "add1"));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("smoothing")
    void one_is_added_above_single_tokens(Bleu candidate, Draw draw) {
        assertClose(0.5491004867761125, candidate.bleu(HYPS, REFS, OWNER, 4, "add1"));
        assertClose(10 / 11.0, candidate.bleu(HYPS, REFS, OWNER, 1, "add1"));
        int[][] hyp = {{1, 2, 3, 4}};
        int[][] ref = {{1, 2, 3, 9}};
        int[] owner = {0};
        assertClose(0.0, candidate.bleu(hyp, ref, owner, 4, "none"));
        // 3/4, (2 + 1)/(3 + 1), (1 + 1)/(2 + 1), (0 + 1)/(1 + 1)
        assertClose(Math.pow(0.1875, 0.25), candidate.bleu(hyp, ref, owner, 4, "add1"));
        // Beyond the length of the hypothesis 0/0 becomes 1/1.
        assertClose(Math.pow(0.1875, 0.125), candidate.bleu(hyp, ref, owner, 8, "add1"));
        assertClose(0.0, candidate.bleu(hyp, hyp, owner, 5, "none"));
        assertClose(1.0, candidate.bleu(hyp, hyp, owner, 5, "add1"));
        // No token matches: 0 with either.
        assertClose(0.0, candidate.bleu(hyp, new int[][]{{5, 6}}, owner, 2, "add1"));
        assertClose(0.0, candidate.bleu(hyp, new int[][]{{5, 6}}, owner, 1, "none"));
        for (int round = 0; round < 4; round++) {
            Corpus corpus = corpus(draw, draw.integer(1, 5), 1);
            int maxN = draw.integer(1, 6);
            assertClose(expected(corpus, maxN, 1),
                    candidate.bleu(corpus.hyps, corpus.refs, corpus.owner, maxN, "add1"));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_corpus(Bleu candidate) {
        int[][] rows = {{1, 2}, {3}};
        int[] owner = {1, 0};
        for (int[][] bad : new int[][][]{null, {}, {{1, 2}, null}, {null, {3}}, {{1, 2}, {}}, {{}, {3}}}) {
            String what = Arrays.deepToString(bad);
            assertRejects("hyps = " + what, () -> candidate.bleu(bad, rows, owner, 1, "none"));
            assertRejects("refs = " + what, () -> candidate.bleu(rows, bad, owner, 1, "none"));
        }
        assertRejects("no references", () -> candidate.bleu(rows, new int[0][], new int[0], 1, "none"));
        assertRejects("nothing", () -> candidate.bleu(new int[0][], new int[0][], new int[0], 1, "none"));
        int[][] three = {{1, 2}, {3}, {4}};
        for (int[] bad : new int[][]{null, {}, {0}, {0, 1, 0}, {0, 2}, {-1, 0}, {0, 0}, {1, 1},
                {1, Integer.MIN_VALUE}, {Integer.MAX_VALUE, 0}}) {
            String what = "owner = " + Arrays.toString(bad);
            assertRejects(what, () -> candidate.bleu(rows, rows, bad, 1, "none"));
        }
        assertRejects("the last without reference",
                () -> candidate.bleu(three, three, new int[]{0, 1, 1}, 1, "none"));
        assertRejects("owner = 3 of 3", () -> candidate.bleu(three, three, new int[]{0, 1, 3}, 1, "none"));
        for (int maxN : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("maxN = " + maxN, () -> candidate.bleu(rows, rows, owner, maxN, "none"));
            assertRejects("maxN = " + maxN, () -> candidate.bleu(rows, rows, owner, maxN, "add1"));
        }
        for (String bad : new String[]{null, "", "None", "ADD1", "add1 ", "add", "floor"}) {
            assertRejects("smooth = " + bad, () -> candidate.bleu(rows, rows, owner, 1, bad));
        }
        assertClose(1.0, candidate.bleu(rows, rows, new int[]{0, 1}, 1, "none"));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_corpus_and_a_long_sentence(Bleu candidate, Draw draw) {
        candidate.bleu(HYPS, REFS, OWNER, 4, "none");
        var refs = new int[2000][];
        var hyps = new int[2000][];
        for (int i = 0; i < 2000; i++) {
            refs[i] = draw.integers(60, 0, 300);
            hyps[i] = refs[i].clone();
            for (int change = 0; change < 12; change++) {
                hyps[i][draw.integer(0, 59)] = draw.integer(0, 300);
            }
        }
        int[] owner = draw.permutation(2000);
        int[][] moved = Arrays.stream(owner).mapToObj(i -> refs[i]).toArray(int[][]::new);
        var corpus = new Corpus(hyps, moved, owner);
        assertClose(expected(corpus, 4, 0), candidate.bleu(hyps, moved, owner, 4, "none"));
        // Every tenth of 50 000 different tokens is new: between two of them there are
        // 9 tokens, 8 pairs, 7 and 6 of the longer ones.
        int length = 50_000;
        int[] reference = draw.permutation(length);
        int[] hypothesis = reference.clone();
        for (int i = 9; i < length; i += 10) {
            hypothesis[i] = length + i;
        }
        double product = 1;
        for (int n = 1; n <= 4; n++) {
            product *= (10.0 - n) * (length / 10) / (length - n + 1);
        }
        assertClose(Math.pow(product, 0.25),
                candidate.bleu(new int[][]{hypothesis}, new int[][]{reference}, new int[]{0}, 4, "none"));
    }

    /// BLEU of single tokens, all equal: the penalty, and matches clipped by the longest.
    private static double brevity(Bleu candidate, int length, int... lengths) {
        var hyp = new int[length];
        var refs = new int[lengths.length][];
        Arrays.setAll(hyp, i -> i);
        for (int j = 0; j < lengths.length; j++) {
            refs[j] = new int[lengths[j]];
            Arrays.setAll(refs[j], i -> i);
        }
        int longest = Arrays.stream(lengths).max().getAsInt();
        double precision = Math.min(1.0, (double) longest / length);
        return candidate.bleu(new int[][]{hyp}, refs, new int[lengths.length], 1, "none") / precision;
    }

    private static void random(Bleu candidate, Draw draw, int rounds) {
        for (int round = 0; round < rounds; round++) {
            Corpus corpus = corpus(draw, draw.integer(1, 6), 1);
            int maxN = draw.integer(1, 4);
            assertClose(expected(corpus, maxN, 0),
                    candidate.bleu(corpus.hyps, corpus.refs, corpus.owner, maxN, "none"));
        }
    }

    /// Few different tokens, so that many n-grams occur and occur often.
    private static Corpus corpus(Draw draw, int hypotheses, int shortest) {
        var hyps = new int[hypotheses][];
        Arrays.setAll(hyps, i -> draw.integers(draw.integer(shortest, 14), 0, 3));
        int references = hypotheses + draw.integer(0, 6);
        var refs = new int[references][];
        var owner = new int[references];
        int[] order = draw.permutation(references);
        for (int j = 0; j < references; j++) {
            refs[order[j]] = draw.integers(draw.integer(shortest, 14), 0, 3);
            owner[order[j]] = j < hypotheses ? j : draw.integer(0, hypotheses - 1);
        }
        return new Corpus(hyps, refs, owner);
    }

    private static int[] renamed(int[] sentence) {
        return Arrays.stream(sentence).map(token -> -1_000_003 * (token + 1)).toArray();
    }

    /// The definition, by comparing every n-gram with every other. Of the occurrences of
    /// an n-gram in a hypothesis the k-th is a match if some reference has k of them.
    private static double expected(Corpus corpus, int maxN, int added) {
        double product = 1;
        for (int n = 1; n <= maxN; n++) {
            int plus = n == 1 ? 0 : added;
            double matches = plus;
            double totals = plus;
            for (int i = 0; i < corpus.hyps.length; i++) {
                int[] hyp = corpus.hyps[i];
                int[][] refs = corpus.refs(i);
                for (int start = 0; start + n <= hyp.length; start++) {
                    int nth = count(hyp, start + n, hyp, start, n);
                    int most = 0;
                    for (int[] ref : refs) {
                        most = Math.max(most, count(ref, ref.length, hyp, start, n));
                    }
                    matches += nth <= most ? 1 : 0;
                    totals++;
                }
            }
            product *= totals == 0 ? 0 : Math.pow(matches / totals, 1.0 / maxN);
        }
        return product * penalty(corpus);
    }

    /// How often the n-gram of `from` at `start` occurs in the first `end` tokens of `in`.
    private static int count(int[] in, int end, int[] from, int start, int n) {
        int count = 0;
        for (int i = 0; i + n <= end; i++) {
            count += Arrays.equals(in, i, i + n, from, start, start + n) ? 1 : 0;
        }
        return count;
    }

    private static double penalty(Corpus corpus) {
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < corpus.hyps.length; i++) {
            int length = corpus.hyps[i].length;
            ours += length;
            // Twice the distance, and one more for the longer of two
            int closest = 1_000_000;
            for (int j = 0; j < corpus.refs.length; j++) {
                int more = corpus.refs[j].length - length;
                if (corpus.owner[j] == i && rank(more) < rank(closest)) {
                    closest = more;
                }
            }
            theirs += length + closest;
        }
        return Math.min(1, Math.exp(1 - theirs / ours));
    }

    private static int rank(int more) {
        return 2 * Math.abs(more) + (more > 0 ? 1 : 0);
    }
}
