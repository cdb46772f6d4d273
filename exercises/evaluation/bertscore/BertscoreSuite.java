package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Bertscore;
import exercise.Bertscore.Score;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that normalise before or after the product stay below
/// 0.1 % of it; so that F1 does not magnify their rounding, P + R is 0 exactly or far from
/// it. Cosines in single precision exceed it 4 times in the worked example, and every wrong
/// convention changes the first digits.
class BertscoreSuite {
    private static final double[][] CAND = {{1, 0}, {0.6, 0.8}};
    private static final double[][] REF = {{1, 0}, {0, 1}, {0.8, -0.6}};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(Bertscore candidate) {
        assertClose(new Score(0.9, 2.6 / 3, 0.8830188679245283), candidate.score(CAND, REF, null, null));
    }

    @Test
    @Points(20)
    @About("idf")
    void rare_tokens_count_more(Bertscore candidate, Draw draw) {
        double[] first = {1, 3};
        double[] second = {1, 2, 0.5};
        assertClose(new Score(0.85, 6 / 7.0, 0.8535564853556485), candidate.score(CAND, REF, first, second));
        // Weights on one side only.
        assertClose(0.85, candidate.score(CAND, REF, first, null).precision());
        assertClose(2.6 / 3, candidate.score(CAND, REF, first, null).recall());
        assertClose(0.9, candidate.score(CAND, REF, null, second).precision());
        assertClose(6 / 7.0, candidate.score(CAND, REF, null, second).recall());
        // Only the ratio of the weights matters, and a weight of 0 takes a token out.
        assertClose(candidate.score(CAND, REF, first, second),
                candidate.score(CAND, REF, new double[]{2, 6}, new double[]{10, 20, 5}));
        double[] never = {0, 5, 0};
        assertClose(new Score(0.8, 0.8, 0.8), candidate.score(CAND, REF, new double[]{0, 0.1}, never));
        for (int round = 0; round < 4; round++) {
            double[][] cand = draw.matrix(draw.integer(1, 6), 4, 0.1, 2);
            double[][] ref = draw.matrix(draw.integer(1, 6), 4, -0.5, 2);
            double[] idfCand = draw.vector(cand.length, 0.1, 5);
            double[] idfRef = draw.vector(ref.length, 0.1, 5);
            assertClose(expected(cand, ref, idfCand, idfRef), candidate.score(cand, ref, idfCand, idfRef));
            assertClose(expected(cand, ref, idfCand, null), candidate.score(cand, ref, idfCand, null));
            assertClose(expected(cand, ref, null, idfRef), candidate.score(cand, ref, null, idfRef));
        }
    }

    @Test
    @Points(15)
    @About("identical")
    void one_for_equal_texts_and_nothing_for_opposite_ones(Bertscore candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            double[][] text = draw.matrix(draw.integer(1, 6), draw.integer(1, 5), 0.5, 3);
            assertClose(new Score(1, 1, 1), candidate.score(text, text, null, null));
            double[] idf = draw.vector(text.length, 0.1, 4);
            assertClose(new Score(1, 1, 1), candidate.score(text, scaled(text, 2), idf, null));
            // F1 has no meaning where P + R is negative.
            assertClose(new Score(-1, -1, 0),
                    candidate.score(draw.matrix(2, 1, 1, 3), draw.matrix(3, 1, -3, -1), null, null));
        }
        double[][] right = {{1, 0}};
        double[][] up = {{0, 1}};
        double[][] left = {{-2, 0}};
        assertClose(new Score(0, 0, 0), candidate.score(right, up, null, null));
        assertClose(new Score(-1, -1, 0), candidate.score(right, left, null, null));
        // P = 1, R = 0.3 - 0.7 = -0.4: their sum is positive, so the formula holds.
        double[][] both = {{1, 0}, {-1, 0}};
        double[] uneven = {0.3, 0.7};
        assertClose(new Score(1, -0.4, -0.8 / 0.6), candidate.score(right, both, null, uneven));
    }

    @Test
    @Points(10)
    @About("properties")
    void precision_and_recall_change_places_with_the_texts(Bertscore candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            double[][] cand = draw.matrix(draw.integer(1, 5), 3, 0.1, 2);
            double[][] ref = draw.matrix(draw.integer(6, 9), 3, -0.3, 2);
            double[] idf = round % 2 == 0 ? null : draw.vector(ref.length, 0.1, 4);
            Score there = candidate.score(cand, ref, null, idf);
            Score back = candidate.score(ref, cand, idf, null);
            assertClose(expected(cand, ref, null, idf), there);
            assertClose(new Score(back.recall(), back.precision(), back.f1()), there);
            double larger = Math.max(there.precision(), there.recall());
            assertHolds(larger <= 1 + 1e-9, "%s is no mean of cosines", larger);
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void lengths_of_vectors_do_not_matter(Bertscore candidate, Draw draw) {
        // Lengths 5 and 13, cosine (3 · 5 + 4 · 12)/65.
        assertClose(new Score(63 / 65.0, 63 / 65.0, 63 / 65.0),
                candidate.score(new double[][]{{3, 4}}, new double[][]{{5, 12}}, null, null));
        for (int round = 0; round < 3; round++) {
            double[][] cand = draw.matrix(draw.integer(2, 6), 5, 0.1, 2);
            double[][] ref = draw.matrix(draw.integer(2, 6), 5, -0.5, 2);
            Score plain = candidate.score(cand, ref, null, null);
            assertClose(expected(cand, ref, null, null), plain);
            for (double[] row : ref) {
                double factor = draw.uniform(0.001, 1000);
                for (int c = 0; c < row.length; c++) {
                    row[c] *= factor;
                }
            }
            assertClose(plain, candidate.score(scaled(cand, draw.uniform(2, 900)), ref, null, null));
            assertClose(plain, candidate.score(cand, ref, null, null));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("greedy")
    void many_tokens_may_take_the_same_one(Bertscore candidate, Draw draw) {
        // All three copies find the one token they copy; the other one finds nothing better than 0.
        double[][] copies = {{1, 0}, {2, 0}, {3, 0}};
        double[][] two = {{1, 0}, {0, 1}};
        assertClose(new Score(1, 0.5, 2 / 3.0), candidate.score(copies, two, null, null));
        assertClose(new Score(0.5, 1, 2 / 3.0), candidate.score(two, copies, null, null));
        // Both prefer the first; in pairs they would have to share: (1 + 0) or (0.8 + 0.6).
        double[][] greedy = {{1, 0}, {0.8, 0.6}};
        assertClose(new Score(0.9, 0.8, 1.44 / 1.7), candidate.score(greedy, two, null, null));
        for (int round = 0; round < 3; round++) {
            double[][] cand = draw.matrix(draw.integer(4, 9), 2, 0.1, 2);
            double[][] ref = draw.matrix(draw.integer(1, 3), 2, 0.1, 2);
            assertClose(expected(cand, ref, null, null), candidate.score(cand, ref, null, null));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_text(Bertscore candidate) {
        double[][] good = {{1, 2}, {3, 4}};
        double[][][] broken = {null, {}, {null, {1, 2}}, {{1, 2}, null}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}}, {{1, 2}, {}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}},
                {{0, 0}, {3, 4}}, {{1, 2}, {0, -0.0}}, {{1, 2, 3}, {4, 5, 6}}, {{1}, {2}}};
        String[] why = {"null", "no tokens", "a null first row", "a null row", "rows without columns",
                "a short row", "a long row", "an empty row", "NaN", "Infinity", "-Infinity", "zeros at first",
                "zeros at last", "too many columns", "too few columns"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("a candidate with " + why[i], () -> candidate.score(bad, good, null, null));
            assertRejects("a reference with " + why[i], () -> candidate.score(good, bad, null, null));
        }
        double[][] none = {{}, {}};
        assertRejects("two texts without columns", () -> candidate.score(none, none, null, null));
        double[][] weights = {{}, {1}, {1, 2, 3}, {0, 0}, {1, -0.5}, {-0.5, 1}, {Double.NaN, 1},
                {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 1}};
        double[] even = {1, 1};
        for (double[] bad : weights) {
            assertRejects("bad weights of the candidate", () -> candidate.score(good, good, bad, null));
            assertRejects("bad weights of the candidate", () -> candidate.score(good, good, bad, even));
            assertRejects("bad weights of the reference", () -> candidate.score(good, good, null, bad));
        }
        double[][] single = {{-3}};
        assertClose(new Score(1, 1, 1), candidate.score(single, single, new double[]{2}, new double[]{5}));
    }

    private static double[][] scaled(double[][] text, double factor) {
        var copy = new double[text.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text[i].clone();
            for (int c = 0; c < copy[i].length; c++) {
                copy[i][c] *= factor;
            }
        }
        return copy;
    }

    private static Score expected(double[][] cand, double[][] ref, double[] idfCand, double[] idfRef) {
        double p = mean(cand, ref, idfCand);
        double r = mean(ref, cand, idfRef);
        return new Score(p, r, p + r > 0 ? 2 / (1 / p + 1 / r) : 0);
    }

    /// The cosine by the law of cosines: from the three sides of the triangle.
    private static double mean(double[][] tokens, double[][] others, double[] idf) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < tokens.length; i++) {
            double best = -1;
            for (double[] other : others) {
                double a = distance(tokens[i], new double[other.length]);
                double b = distance(other, new double[other.length]);
                double side = distance(tokens[i], other);
                best = Math.max(best, (a * a + b * b - side * side) / (2 * a * b));
            }
            sum += best * (idf == null ? 1 : idf[i]);
            weights += idf == null ? 1 : idf[i];
        }
        return sum / weights;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - b[c]) * (a[c] - b[c]);
        }
        return Math.sqrt(sum);
    }
}
