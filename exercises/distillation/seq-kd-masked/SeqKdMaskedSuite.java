package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.SeqKdMasked;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or take the expectation first
/// stay below 1e-5 of it. Single precision exceeds it four times in the worked example,
/// `ln(p + 1e-12)` 10⁸ times in the stability test; an overflow gives NaN or infinity.
class SeqKdMaskedSuite {
    private static final double[][][] STUDENT = {{{1, 0, 0.5}, {0, 2, 0}, {1, 1, 1}},
            {{0, 0, 1}, {3, 0, 0}, {0, 0, 0}}};
    private static final double[][][] TEACHER = {{{2, 0, 0}, {0, 1, 1}, {9, 0, 0}},
            {{1, 0, 1}, {0, 9, 0}, {0, 9, 0}}};
    private static final int[][] MASK = {{1, 1, 0}, {1, 0, 0}};
    private static final String FORWARD = "forward";
    private static final String REVERSE = "reverse";
    /// Logits of (1/2, 1/2) and (3/4, 1/4), and their divergences in both directions.
    private static final double[] EVEN = {0, 0};
    private static final double[] THREE = {Math.log(3), 0};
    private static final double FROM_THREE = 0.75 * Math.log(1.5) - 0.25 * Math.log(2);
    private static final double FROM_EVEN = 0.5 * Math.log(4.0 / 3);

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(SeqKdMasked candidate) {
        assertClose(0.23276479533756325, candidate.loss(STUDENT, TEACHER, MASK, 2, FORWARD));
        assertClose(0.22585087901283954, candidate.loss(STUDENT, TEACHER, MASK, 2, REVERSE));
    }

    @Test
    @Points(15)
    @About("direction")
    void forward_takes_the_expectation_under_the_teacher(SeqKdMasked candidate, Draw draw) {
        int[][] one = {{1}};
        double[][][] even = {{EVEN}};
        double[][][] three = {{THREE}};
        assertClose(FROM_THREE, candidate.loss(even, three, one, 1, FORWARD));
        assertClose(FROM_EVEN, candidate.loss(even, three, one, 1, REVERSE));
        for (int round = 0; round < 4; round++) {
            int sequences = draw.integer(1, 3);
            int length = draw.integer(2, 5);
            int words = draw.integer(2, 7);
            double[][][] student = draw(draw, sequences, length, words);
            double[][][] teacher = draw(draw, sequences, length, words);
            int[][] mask = mask(draw, sequences, length);
            double temperature = draw.uniform(0.6, 5);
            double forward = candidate.loss(student, teacher, mask, temperature, FORWARD);
            assertClose(mean(teacher, student, mask, temperature), forward);
            double reverse = candidate.loss(student, teacher, mask, temperature, REVERSE);
            assertClose(mean(student, teacher, mask, temperature), reverse);
            assertClose(reverse, candidate.loss(teacher, student, mask, temperature, FORWARD));
        }
    }

    @Test
    @Points(15)
    @About("lengths")
    void every_valid_token_weighs_the_same(SeqKdMasked candidate) {
        // Three tokens cost FROM_THREE, in sequences of four and one; one more agrees.
        double[][][] student = {{EVEN, EVEN, EVEN, THREE}, {EVEN, EVEN, EVEN, EVEN}};
        double[][][] teacher = {{EVEN, EVEN, THREE, THREE}, {THREE, THREE, THREE, THREE}};
        int[][] mask = {{1, 1, 1, 1}, {1, 0, 0, 0}};
        assertClose(FROM_THREE * 2 / 5, candidate.loss(student, teacher, mask, 1, FORWARD));
        assertClose(FROM_EVEN * 2 / 5, candidate.loss(student, teacher, mask, 1, REVERSE));
        // Padding on the left, a hole, and a sequence of padding alone.
        int[][] left = {{0, 1, 1, 0}, {0, 0, 0, 1}};
        assertClose(FROM_THREE * 2 / 3, candidate.loss(student, teacher, left, 1, FORWARD));
        int[][] hole = {{1, 0, 0, 1}, {1, 0, 1, 0}};
        assertClose(FROM_THREE / 2, candidate.loss(student, teacher, hole, 1, FORWARD));
        int[][] second = {{0, 0, 0, 0}, {0, 1, 0, 0}};
        assertClose(FROM_THREE, candidate.loss(student, teacher, second, 1, FORWARD));
        int[][] first = {{0, 0, 1, 1}, {0, 0, 0, 0}};
        assertClose(FROM_THREE / 2, candidate.loss(student, teacher, first, 1, FORWARD));
        int[][] all = {{1, 1, 1, 1}, {1, 1, 1, 1}};
        assertClose(FROM_THREE * 5 / 8, candidate.loss(student, teacher, all, 1, FORWARD));
    }

    @Test
    @Points(15)
    @About("padding")
    void padded_positions_have_no_effect(SeqKdMasked candidate, Draw draw) {
        double[][][] student = draw(draw, 3, 4, 5);
        double[][][] teacher = draw(draw, 3, 4, 5);
        int[][] mask = mask(draw, 3, 4);
        double forward = mean(teacher, student, mask, 0.5);
        double reverse = mean(student, teacher, mask, 0.5);
        for (double garbage : new double[]{0, 1e5, -1e308, 1e308}) {
            for (int b = 0; b < 3; b++) {
                for (int i = 0; i < 4; i++) {
                    if (mask[b][i] == 0) {
                        Arrays.fill(student[b][i], garbage);
                        student[b][i][2] = -garbage;
                        Arrays.fill(teacher[b][i], -garbage);
                        teacher[b][i][0] = garbage;
                    }
                }
            }
            assertClose(forward, candidate.loss(student, teacher, mask, 0.5, FORWARD));
            assertClose(reverse, candidate.loss(student, teacher, mask, 0.5, REVERSE));
        }
    }

    @Test
    @Points(10)
    @About("temperature")
    void both_are_softened_and_the_result_carries_t_squared(SeqKdMasked candidate, Draw draw) {
        double[][][] student = draw(draw, 2, 3, 4);
        double[][][] teacher = draw(draw, 2, 3, 4);
        int[][] mask = {{1, 1, 1}, {0, 1, 1}};
        for (double temperature : new double[]{0.5, 1, 2.5, 8, 20}) {
            double[][][] hotStudent = scaled(student, temperature);
            double[][][] hotTeacher = scaled(teacher, temperature);
            for (String direction : new String[]{FORWARD, REVERSE}) {
                double plain = candidate.loss(student, teacher, mask, 1, direction);
                assertClose(temperature * temperature * plain,
                        candidate.loss(hotStudent, hotTeacher, mask, temperature, direction));
            }
            assertClose(mean(teacher, student, mask, temperature),
                    candidate.loss(student, teacher, mask, temperature, FORWARD));
        }
    }

    @Test
    @Points(5)
    @About("stability")
    void extreme_logits_stay_exact(SeqKdMasked candidate) {
        int[][] one = {{1}};
        double[][][] up = {{{1e4, -1e4, -1e4}}};
        double[][][] down = {{{-1e4, 1e4, -1e4}}};
        assertClose(2e4, candidate.loss(up, down, one, 1, FORWARD));
        assertClose(4e4, candidate.loss(up, down, one, 2, REVERSE));
        assertClose(1e4, candidate.loss(up, down, one, 0.5, FORWARD));
        // All of the first distribution on one word, or half of it on a word without chances.
        double[][][] low = {{{-9_000, -9_000, -1e4}}};
        double[][][] far = {{{1e4, 0, -1e4}}};
        assertClose(Math.log(2), candidate.loss(low, far, one, 1, FORWARD));
        assertClose(5e3 - Math.log(2), candidate.loss(low, far, one, 1, REVERSE));
        double[][][] deep = {{{-1e4, -1e4, -1e4}}};
        double[][][] quarter = {{{-9_000, -9_000 + Math.log(2), -9_000}}};
        double expected = Math.log(3) + 0.5 * Math.log(0.25) + 0.5 * Math.log(0.5);
        assertClose(expected, candidate.loss(deep, quarter, one, 1, FORWARD));
    }

    @Test
    @Points(10)
    @About("properties")
    void equal_logits_cost_nothing_and_nothing_costs_less(SeqKdMasked candidate, Draw draw) {
        for (String direction : new String[]{FORWARD, REVERSE}) {
            double[][][] student = draw(draw, 2, 3, 6);
            double[][][] teacher = draw(draw, 2, 3, 6);
            int[][] mask = mask(draw, 2, 3);
            double plain = candidate.loss(student, teacher, mask, 1.7, direction);
            assertHolds(plain > 1e-6, "different distributions have KL > 0, not %s", plain);
            double[][][] moved = scaled(student, 1);
            for (double[][] sequence : moved) {
                for (int i = 0; i < 3; i++) {
                    double constant = draw.uniform(-30, 30);
                    sequence[i] = Arrays.stream(sequence[i]).map(logit -> logit + constant).toArray();
                }
            }
            assertClose(plain, candidate.loss(moved, teacher, mask, 1.7, direction));
            double same = candidate.loss(student, moved, mask, 1.7, direction);
            assertHolds(same >= -1e-12, "KL is never negative, not %s", same);
            assertClose(0.0, same);
            assertClose(0.0, candidate.loss(student, scaled(student, 1), mask, 3, direction));
            assertClose(plain, candidate.loss(student, teacher, mask, 1.7, direction));
            assertPure(candidate);
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_batch_of_logits(SeqKdMasked candidate) {
        double[] word = {1, 2};
        double[][] pair = {word, word};
        double[][][] good = {pair, pair};
        int[][] open = {{1, 1}, {1, 1}};
        double[][][][] broken = {null, {}, {null, pair}, {pair, null}, {{}, {}}, {pair, {}}, {pair, {word}},
                {pair, {word, word, word}}, {{null, word}, pair}, {pair, {word, null}}, {{{}, {}}, {{}, {}}},
                {pair, {word, {1}}}, {pair, {word, {1, 2, 3}}}, {pair}, {pair, pair, pair},
                {{{1}, {1}}, {{1}, {1}}}, {{word}, {word}}, {pair, {word, {1, Double.NaN}}},
                {{{Double.POSITIVE_INFINITY, 1}, word}, pair}, {pair, {{Double.NEGATIVE_INFINITY, 1}, word}}};
        for (double[][][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("student " + what, () -> candidate.loss(bad, good, open, 1, FORWARD));
            assertRejects("teacher " + what, () -> candidate.loss(good, bad, open, 1, REVERSE));
        }
        double[][][] padded = {pair, {word, {1, Double.NaN}}};
        double[][][] mute = {{{}, {}}, {{}, {}}};
        assertRejects("no vocabulary", () -> candidate.loss(mute, mute, open, 1, FORWARD));
        int[][] last = {{1, 1}, {1, 0}};
        assertRejects("NaN in padding", () -> candidate.loss(padded, good, last, 1, FORWARD));
        int[][][] masks = {null, {}, {{1, 1}}, {{1, 1}, {1, 1}, {1, 1}}, {{1, 1}, null}, {null, {1, 1}},
                {{1, 1}, {1}}, {{1, 1}, {1, 1, 1}}, {{1}, {1}}, {{0, 0}, {0, 0}}, {{1, 1}, {1, 2}},
                {{-1, 1}, {1, 1}}};
        for (int[][] mask : masks) {
            assertRejects("mask " + Arrays.deepToString(mask),
                    () -> candidate.loss(good, good, mask, 1, FORWARD));
        }
        double[] never = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("T = " + bad, () -> candidate.loss(good, good, open, bad, FORWARD));
        }
        for (String bad : new String[]{null, "", "Forward", "REVERSE", "both", "forward "}) {
            assertRejects("direction = " + bad, () -> candidate.loss(good, good, open, 1, bad));
        }
        double[][][] seven = {{{7}}};
        assertClose(0.0, candidate.loss(seven, new double[][][]{{{-3}}}, new int[][]{{1}}, 9, REVERSE));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_vocabulary(SeqKdMasked candidate, Draw draw) {
        double[][][] student = draw(draw, 4, 16, 2_000);
        double[][][] teacher = draw(draw, 4, 16, 2_000);
        int[][] mask = mask(draw, 4, 16);
        assertClose(mean(teacher, student, mask, 2), candidate.loss(student, teacher, mask, 2, FORWARD));
    }

    private static double[][][] draw(Draw draw, int sequences, int length, int words) {
        var logits = new double[sequences][][];
        for (int b = 0; b < sequences; b++) {
            logits[b] = draw.matrix(length, words, -3, 3);
        }
        return logits;
    }

    /// Each sequence has at least one valid token, and at least one that is not.
    private static int[][] mask(Draw draw, int sequences, int length) {
        var mask = new int[sequences][length];
        for (int[] row : mask) {
            int[] order = draw.permutation(length);
            int valid = draw.integer(1, length - 1);
            for (int i = 0; i < valid; i++) {
                row[order[i]] = 1;
            }
        }
        return mask;
    }

    private static double[][][] scaled(double[][][] logits, double factor) {
        return Arrays.stream(logits)
                .map(sequence -> Arrays.stream(sequence)
                        .map(token -> Arrays.stream(token).map(logit -> factor * logit).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /// The definition as it stands, without a guard: for moderate logits only.
    private static double mean(double[][][] from, double[][][] to, int[][] mask, double temperature) {
        double sum = 0;
        int tokens = 0;
        for (int b = 0; b < mask.length; b++) {
            for (int i = 0; i < mask[b].length; i++) {
                if (mask[b][i] == 1) {
                    double[] p = softmax(from[b][i], temperature);
                    double[] q = softmax(to[b][i], temperature);
                    for (int v = 0; v < p.length; v++) {
                        sum += p[v] * Math.log(p[v] / q[v]);
                    }
                    tokens++;
                }
            }
        }
        return Math.pow(temperature, 2) * sum / tokens;
    }

    private static double[] softmax(double[] logits, double temperature) {
        double[] powers = Arrays.stream(logits).map(logit -> Math.exp(logit / temperature)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
}
