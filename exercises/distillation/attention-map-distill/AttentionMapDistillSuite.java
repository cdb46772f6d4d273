package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.AttentionMapDistill;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or take the expectation first
/// stay below 1e-5 of it. A sum of random squares in single precision exceeds it about
/// 30 times, `ln(p + 1e-12)` 10⁸ times in the stability test; an overflow gives NaN or
/// infinity.
class AttentionMapDistillSuite {
    private static final double[][][] STUDENT = {{{1, 0, 2}, {0.5, 1, -1}, {0, 0, 0}},
            {{0, 1, 0}, {1, 0, 1}, {2, 2, 2}}};
    private static final double[][][] TEACHER = {{{2, 0, 2}, {0, 1, -1}, {5, 5, 5}},
            {{0, 2, 0}, {1, 1, 1}, {3, -3, 3}}};
    private static final int[] OPEN = {1, 1, 1};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(AttentionMapDistill candidate) {
        assertClose(105.25 / 18, candidate.mseScores(STUDENT, TEACHER));
        assertClose(0.12244680427606108, candidate.klMaps(STUDENT, TEACHER, OPEN));
        assertClose(0.07018015046035725, candidate.klMaps(STUDENT, TEACHER, new int[]{1, 1, 0}));
    }

    @Test
    @Points(15)
    @About("scores")
    void raw_scores_are_compared_entry_by_entry(AttentionMapDistill candidate, Draw draw) {
        assertClose(9.0, candidate.mseScores(new double[][][]{{{1}}}, new double[][][]{{{-2}}}));
        // 1, 4, 9, 16 over four entries; a constant added to a row makes a difference here.
        assertClose(7.5, candidate.mseScores(new double[][][]{{{1, 2}, {3, 4}}}, new double[1][2][2]));
        double[][][] ones = {{{1, 1}, {1, 1}}};
        assertClose(1.0, candidate.mseScores(new double[][][]{{{2, 0}, {0, 2}}}, ones));
        for (int round = 0; round < 3; round++) {
            int heads = draw.integer(2, 4);
            int n = draw.integer(2, 6);
            double[][][] student = draw(draw, heads, n, 5);
            double[][][] teacher = draw(draw, heads, n, 5);
            assertClose(meanSquare(student, teacher), candidate.mseScores(student, teacher));
            assertClose(meanSquare(student, teacher), candidate.mseScores(teacher, student));
        }
        double[][][] high = {{{1e4, -1e4}, {0, 1e4}}};
        double[][][] low = {{{-1e4, 1e4}, {0, -1e4}}};
        assertClose(3e8, candidate.mseScores(high, low));
    }

    @Test
    @Points(10)
    @About("maps")
    void the_divergence_is_from_teacher_to_student(AttentionMapDistill candidate) {
        // Teacher (3/4, 1/4), student (1/2, 1/2) for one query; the other agrees.
        double[][][] three = {{{Math.log(3), 0}, {1, 2}}};
        double[][][] even = {{{0, 0}, {1, 2}}};
        int[] open = {1, 1};
        double forward = (0.75 * Math.log(1.5) - 0.25 * Math.log(2)) / 2;
        assertClose(forward, candidate.klMaps(even, three, open));
        // The other way round: 1/2·ln(2/3) + 1/2·ln 2.
        assertClose(Math.log(4.0 / 3) / 4, candidate.klMaps(three, even, open));
    }

    @Test
    @Points(15)
    @About("maps")
    void without_padding_every_query_and_key_counts(AttentionMapDistill candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            int heads = draw.integer(1, 4);
            int n = draw.integer(2, 7);
            double[][][] student = draw(draw, heads, n, 3);
            double[][][] teacher = draw(draw, heads, n, 3);
            var open = new int[n];
            Arrays.fill(open, 1);
            double kl = candidate.klMaps(student, teacher, open);
            assertHolds(kl > 1e-6, "two different maps have KL > 0, not %s", kl);
            assertClose(divergence(student, teacher, open), kl);
        }
    }

    @Test
    @Points(15)
    @About("padding")
    void padded_queries_and_keys_have_no_effect(AttentionMapDistill candidate, Draw draw) {
        for (double garbage : new double[]{0, 50, -50, 1e5, -1e5, 1e308}) {
            int heads = draw.integer(1, 3);
            int n = draw.integer(4, 7);
            int[] order = draw.permutation(n);
            int padded = draw.integer(1, n - 2);
            var mask = new int[n];
            Arrays.fill(mask, 1);
            double[][][] student = draw(draw, heads, n, 3);
            double[][][] teacher = draw(draw, heads, n, 3);
            double expected = 0;
            for (int i = 0; i < padded; i++) {
                mask[order[i]] = 0;
            }
            expected = divergence(student, teacher, mask);
            for (int i = 0; i < padded; i++) {
                fill(student, order[i], garbage, i % 2 == 0 ? -7 : garbage);
                fill(teacher, order[i], garbage, -garbage);
            }
            assertClose(expected, candidate.klMaps(student, teacher, mask));
        }
        // A single valid token attends to itself, whatever the scores are.
        assertClose(0.0, candidate.klMaps(STUDENT, TEACHER, new int[]{0, 0, 1}));
    }

    @Test
    @Points(5)
    @About("stability")
    void extreme_scores_stay_exact(AttentionMapDistill candidate) {
        // Each of two queries attends to one key only; the student takes the other one.
        double[][][] here = {{{1e4, -1e4}, {-1e4, 1e4}}};
        double[][][] there = {{{-1e4, 1e4}, {1e4, -1e4}}};
        int[] open = {1, 1};
        assertClose(2e4, candidate.klMaps(there, here, open));
        assertClose(0.0, candidate.klMaps(here, here.clone(), open));
        // Half of the teacher's attention goes to a key that the student ignores.
        double[][][] even = {{{-1e4, -1e4}, {1e4, 1e4}}};
        double[][][] first = {{{0, -1e4}, {1e4, 0}}};
        assertClose(5e3 - Math.log(2), candidate.klMaps(first, even, open));
        assertClose(Math.log(2), candidate.klMaps(even, first, open));
        // Rows of one head on different levels; eighths are exact on either.
        double[][][] student = {{{9_000.5, 9_001.25}, {-9_002, -9_000.125}}};
        double[][][] teacher = {{{9_003, 9_001}, {-9_000.25, -9_001.5}}};
        double[][][] lowStudent = {{{0.5, 1.25}, {-2, -0.125}}};
        double[][][] lowTeacher = {{{3, 1}, {-0.25, -1.5}}};
        assertClose(divergence(lowStudent, lowTeacher, open), candidate.klMaps(student, teacher, open));
    }

    @Test
    @Points(10)
    @About("properties")
    void identical_maps_cost_nothing(AttentionMapDistill candidate, Draw draw) {
        int heads = 3;
        int n = 5;
        double[][][] student = draw(draw, heads, n, 3);
        double[][][] same = copy(student);
        int[] mask = {1, 0, 1, 1, 1};
        assertClose(0.0, candidate.mseScores(student, same));
        assertClose(0.0, candidate.klMaps(student, same, mask));
        // A constant added to a row moves the scores, not the map.
        double[][][] moved = copy(student);
        double squares = 0;
        for (double[][] head : moved) {
            for (int i = 0; i < n; i++) {
                double constant = draw.uniform(1, 40);
                head[i] = Arrays.stream(head[i]).map(score -> score + constant).toArray();
                squares += constant * constant;
            }
        }
        assertClose(0.0, candidate.klMaps(student, moved, mask));
        assertClose(squares / (heads * n), candidate.mseScores(student, moved));
        double[][][] teacher = draw(draw, heads, n, 3);
        double plain = candidate.klMaps(student, teacher, mask);
        assertClose(plain, candidate.klMaps(moved, teacher, mask));
        // One head after the other, and the first mask once more after others.
        double sum = 0;
        for (int h = 0; h < heads; h++) {
            sum += candidate.klMaps(new double[][][]{student[h]}, new double[][][]{teacher[h]}, mask);
        }
        assertClose(sum / heads, plain);
        assertClose(divergence(student, teacher, new int[]{0, 1, 1, 0, 1}),
                candidate.klMaps(student, teacher, new int[]{0, 1, 1, 0, 1}));
        assertClose(plain, candidate.klMaps(student, teacher, mask));
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_stack_of_square_heads(AttentionMapDistill candidate) {
        double[][] fine = {{1, 2}, {3, 4}};
        double[][][] good = {fine, {{5, 6}, {7, 8}}};
        int[] open = {1, 1};
        double[][][][] broken = {null, {}, {null, fine}, {fine, null}, {{}, {}}, {fine, {}}, {fine, {{1, 2}}},
                {fine, {{1, 2}, null}}, {{null, {1, 2}}, fine}, {fine, {{1, 2}, {3}}},
                {fine, {{1, 2}, {3, 4, 5}}}, {{{1, 2, 3}, {4, 5, 6}}, {{1, 2, 3}, {4, 5, 6}}},
                {{{1}, {2}}, {{1}, {2}}}, {fine, {{1}}}, {{{}, {}}, {{}, {}}}, {fine},
                {fine, fine, fine}, {{{1}}, {{2}}}, new double[2][3][3],
                {fine, {{1, 2}, {3, Double.NaN}}}, {{{Double.POSITIVE_INFINITY, 2}, {3, 4}}, fine},
                {fine, {{1, Double.NEGATIVE_INFINITY}, {3, 4}}}};
        for (double[][][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("mseScores of student " + what, () -> candidate.mseScores(bad, good));
            assertRejects("mseScores of teacher " + what, () -> candidate.mseScores(good, bad));
            assertRejects("klMaps of student " + what, () -> candidate.klMaps(bad, good, open));
            assertRejects("klMaps of teacher " + what, () -> candidate.klMaps(good, bad, open));
        }
        assertRejects("heads of 0 × 0", () -> candidate.mseScores(new double[2][0][0], new double[2][0][0]));
        double[][][] wide = {{{1, 2, 3}, {4, 5, 6}}};
        assertRejects("heads of 2 × 3", () -> candidate.mseScores(wide, wide));
        assertRejects("heads of 2 × 3", () -> candidate.klMaps(wide, wide, open));
        double[][][] tall = {{{1}, {2}}};
        assertRejects("heads of 2 × 1", () -> candidate.mseScores(tall, tall));
        int[][] masks = {null, {}, {1}, {1, 1, 1}, {0, 0}, {1, 2}, {-1, 1}};
        for (int[] mask : masks) {
            assertRejects("mask " + Arrays.toString(mask), () -> candidate.klMaps(good, good, mask));
        }
        double[][][] padded = {{{1, 2}, {3, Double.NaN}}};
        double[][][] tame = {fine};
        assertRejects("NaN in padding", () -> candidate.klMaps(padded, tame, new int[]{1, 0}));
        assertClose(0.0, candidate.klMaps(new double[][][]{{{7}}}, new double[][][]{{{-3}}}, new int[]{1}));
    }

    @Test
    @Points(5)
    @About("scale")
    void long_sequences(AttentionMapDistill candidate, Draw draw) {
        double[][][] student = draw(draw, 8, 96, 4);
        double[][][] teacher = draw(draw, 8, 96, 4);
        int[] mask = draw.integers(96, 0, 1);
        mask[95] = 1;
        assertClose(meanSquare(student, teacher), candidate.mseScores(student, teacher));
        assertClose(divergence(student, teacher, mask), candidate.klMaps(student, teacher, mask));
    }

    private static double[][][] draw(Draw draw, int heads, int n, double size) {
        var scores = new double[heads][][];
        for (int h = 0; h < heads; h++) {
            scores[h] = draw.matrix(n, n, -size, size);
        }
        return scores;
    }

    private static double[][][] copy(double[][][] heads) {
        return Arrays.stream(heads)
                .map(head -> Arrays.stream(head).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /// Every score in which this token is the key, and every one where it is the query.
    private static void fill(double[][][] heads, int token, double key, double query) {
        for (double[][] head : heads) {
            for (double[] row : head) {
                row[token] = key;
            }
            Arrays.fill(head[token], query);
        }
    }

    private static double meanSquare(double[][][] s, double[][][] t) {
        double sum = 0;
        int entries = 0;
        for (int h = 0; h < s.length; h++) {
            for (int i = 0; i < s[h].length; i++) {
                for (int j = 0; j < s[h][i].length; j++) {
                    sum += Math.pow(s[h][i][j] - t[h][i][j], 2);
                    entries++;
                }
            }
        }
        return sum / entries;
    }

    /// The definition as it stands, without a guard: for moderate scores only.
    private static double divergence(double[][][] s, double[][][] t, int[] mask) {
        double sum = 0;
        int rows = 0;
        for (int h = 0; h < s.length; h++) {
            for (int i = 0; i < mask.length; i++) {
                double[] p = map(t[h][i], mask);
                double[] q = map(s[h][i], mask);
                for (int j = 0; j < mask.length; j++) {
                    sum += mask[i] * mask[j] == 1 ? p[j] * Math.log(p[j] / q[j]) : 0;
                }
                rows += mask[i];
            }
        }
        return sum / rows;
    }

    private static double[] map(double[] scores, int[] mask) {
        var p = new double[scores.length];
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            p[j] = mask[j] * Math.exp(scores[j]);
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return p;
    }
}
