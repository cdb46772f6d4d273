package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;
import static touchstone.judge.authoring.Assert.assertShape;

import exercise.Rope;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. The rounding of a frequency counts as many times as the position says, so
/// positions stay below 40000: right solutions with frequencies by power, exponential or
/// geometric sequence, and turns by cosine, recurrence or squaring, stay below 1 % of
/// it. Angles in float pass the worked example, but exceed it 10⁵ times at far
/// positions; every wrong convention changes the first digits.
class RopeSuite {
    private static final String NEIGHBOURS = "interleaved";
    private static final String HALVES = "half";
    private static final double[][] X = {{1, 0, 0.5, -0.5}, {1, 0, 0.5, -0.5}};

    @Test
    @Points(10)
    @About("interleaved")
    @Sample
    void worked_example(Rope candidate) {
        double[][] expected = {{1, 0, 0.5, -0.5},
                {-0.98999249660044546, 0.14112000805986722, 0.51477276697574159, -0.48477726677324593}};
        assertClose(expected, candidate.apply(X, new int[]{0, 3}, 10_000, NEIGHBOURS));
    }

    @Test
    @Points(10)
    @About("interleaved")
    void neighbours_turn_by_falling_frequencies(Rope candidate, Draw draw) {
        // The roots of 81 are exact: frequencies 1, 1/3, 1/9 and 1/27.
        double[][] x = {{1, 0, 1, 0, 0, 1, 0, -2}};
        double[][] expected = {{Math.cos(54), Math.sin(54), Math.cos(18), Math.sin(18),
                -Math.sin(6), Math.cos(6), 2 * Math.sin(2), -2 * Math.cos(2)}};
        assertClose(expected, candidate.apply(x, new int[]{54}, 81, NEIGHBOURS));
        // One pair: always one radian for each position, whatever the base.
        assertClose(new double[][]{{-Math.sin(5), Math.cos(5)}, {3 * Math.cos(1), 3 * Math.sin(1)}},
                candidate.apply(new double[][]{{0, 1}, {3, 0}}, new int[]{5, 1}, 7, NEIGHBOURS));
        // Back a place and on again: in any order, and a position may repeat itself.
        assertClose(new double[][]{{Math.cos(1), Math.sin(1)}, {1, 0}, {Math.cos(1), Math.sin(1)}},
                candidate.apply(new double[][]{{1, 0}, {1, 0}, {1, 0}}, new int[]{1, 0, 1}, 7, NEIGHBOURS));
        turnsAsDefined(candidate, draw, NEIGHBOURS);
    }

    @Test
    @Points(15)
    @About("half")
    void column_i_turns_with_column_i_of_the_second_half(Rope candidate, Draw draw) {
        double[][] example = {{1, 0, 0.5, -0.5},
                {-1.0605525006303791, 0.01499775010124783, -0.35387624024035551, -0.49977501687449376}};
        assertClose(example, candidate.apply(X, new int[]{0, 3}, 10_000, HALVES));
        // d = 6, base 8: frequencies 1, 1/2 and 1/4.
        double[][] x = {{1, 1, 1, 0, 0, 0}, {0, 0, 0, 1, 2, 3}};
        double[][] expected = {
                {Math.cos(4), Math.cos(2), Math.cos(1), Math.sin(4), Math.sin(2), Math.sin(1)},
                {-Math.sin(8), -2 * Math.sin(4), -3 * Math.sin(2),
                        Math.cos(8), 2 * Math.cos(4), 3 * Math.cos(2)}};
        assertClose(expected, candidate.apply(x, new int[]{4, 8}, 8, HALVES));
        turnsAsDefined(candidate, draw, HALVES);
    }

    @Test
    @Points(20)
    @About("relative")
    void scores_depend_on_the_signed_distance_alone(Rope candidate, Draw draw) {
        // One pair, vectors of length 1 at a right angle: the score is sin(m - n).
        double[] right = {1, 0};
        double[] up = {0, 1};
        assertClose(Math.sin(3), score(candidate, right, 5, up, 2, 10_000));
        assertClose(-Math.sin(3), score(candidate, right, 2, up, 5, 10_000));
        double[] q = {0.3, -1, 0.7, 0.2};
        double[] k = {1, 0.5, -0.4, 0.9};
        assertClose(0.28162831035781, score(candidate, q, 5, k, 2, 10_000));
        assertClose(0.28162831035781, score(candidate, q, 105, k, 102, 10_000));
        assertClose(-0.0855413184674289, score(candidate, q, 2, k, 5, 10_000));
        for (int round = 0; round < 3; round++) {
            int d = 2 * draw.integer(1, 6);
            double[] query = draw.vector(d, -1, 1);
            double[] key = draw.vector(d, -1, 1);
            double base = draw.uniform(1.5, 20_000);
            int distance = draw.integer(1, 20);
            for (int shift : new int[]{0, draw.integer(1, 50), draw.integer(500, 5_000)}) {
                assertClose(score(query, key, distance, base),
                        score(candidate, query, distance + shift, key, shift, base));
                assertClose(score(query, key, -distance, base),
                        score(candidate, query, shift, key, distance + shift, base));
            }
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void position_zero_turns_nothing(Rope candidate, Draw draw) {
        for (String layout : new String[]{NEIGHBOURS, HALVES}) {
            int n = draw.integer(3, 6);
            double[][] x = draw.matrix(n, 2 * draw.integer(1, 5), -3, 3);
            double base = draw.uniform(2, 20_000);
            assertClose(x, candidate.apply(x, new int[n], base, layout));
            // Not the first row but the last one is at position 0.
            int[] pos = draw.integers(n, 1, 9);
            pos[n - 1] = 0;
            double[][] turned = candidate.apply(x, pos, base, layout);
            assertShape(n, x[0].length, turned);
            assertClose(x[n - 1], turned[n - 1]);
            assertHolds(distance(x[0], turned[0]) > 0, "position %s left its row as it was", pos[0]);
            assertClose(turned, candidate.apply(x, pos, base, layout));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("properties")
    void lengths_stay_and_turns_add_up(Rope candidate, Draw draw) {
        for (String layout : new String[]{NEIGHBOURS, HALVES}) {
            int n = draw.integer(2, 6);
            int d = 2 * draw.integer(2, 6);
            double[][] x = draw.matrix(n, d, -3, 3);
            double base = draw.uniform(2, 20_000);
            int[] first = draw.integers(n, 1, 30_000);
            int[] second = draw.integers(n, 1, 500);
            var sum = new int[n];
            for (int t = 0; t < n; t++) {
                sum[t] = first[t] + second[t];
            }
            double[][] once = candidate.apply(x, first, base, layout);
            assertShape(n, d, once);
            for (int t = 0; t < n; t++) {
                assertClose(Math.sqrt(dot(x[t], x[t])), Math.sqrt(dot(once[t], once[t])));
            }
            assertClose(candidate.apply(x, sum, base, layout), candidate.apply(once, second, base, layout));
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void layouts_differ_by_the_order_of_columns_alone(Rope candidate, Draw draw) {
        for (int half : new int[]{2, draw.integer(3, 8)}) {
            int n = draw.integer(2, 5);
            double[][] x = draw.matrix(n, 2 * half, -3, 3);
            int[] pos = draw.integers(n, 1, 200);
            double base = draw.uniform(10, 20_000);
            double[][] neighbours = candidate.apply(x, pos, base, NEIGHBOURS);
            assertShape(n, 2 * half, neighbours);
            double[][] halves = candidate.apply(evenColumnsFirst(x), pos, base, HALVES);
            assertClose(evenColumnsFirst(neighbours), halves);
            assertHolds(distance(neighbours[0], candidate.apply(x, pos, base, HALVES)[0]) > 1e-6,
                    "both layouts give the same for %s columns", 2 * half);
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_cannot_be_turned(Rope candidate) {
        assertRejects("x = null", () -> candidate.apply(null, new int[2], 10_000, HALVES));
        double[][][] broken = {{}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {}},
                {{1, 2}, {3, 4, 5, 6}}, {{1, 2, 3, 4}, {5, 6}}, {{Double.NaN, 2}, {3, 4}},
                {{1, 2}, {3, Double.POSITIVE_INFINITY}}, {{1, Double.NEGATIVE_INFINITY}, {3, 4}},
                {{1}, {2}}, {{1, 2, 3}, {4, 5, 6}}, {{1, 2}, {3, 4, 5}}, {{1, 2, 3}, {4, 5}}};
        String[] why = {"no rows", "a null row", "a null first row", "rows without columns", "an empty row",
                "a long row", "a short row", "NaN", "Infinity", "-Infinity", "one column", "three columns",
                "an odd row after an even one", "an even row after an odd one"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            var pos = new int[bad.length];
            assertRejects("x with " + why[i], () -> candidate.apply(bad, pos, 10_000, NEIGHBOURS));
            assertRejects("x with " + why[i], () -> candidate.apply(bad, pos, 10_000, HALVES));
        }
        refusesTheRest(candidate, new double[][]{{1, 2}, {3, 4}});
    }

    @Test
    @Points(5)
    @About("scale")
    void a_piece_of_a_long_context(Rope candidate, Draw draw) {
        candidate.apply(draw.matrix(64, 128, -1, 1), draw.integers(64, 0, 99), 10_000, HALVES);
        double[][] x = draw.matrix(4096, 128, -1, 1);
        int start = draw.integer(30_000, 32_000);
        var pos = new int[4096];
        for (int t = 0; t < pos.length; t++) {
            pos[t] = start + t;
        }
        assertClose(turned(x, pos, 10_000, HALVES), candidate.apply(x, pos, 10_000, HALVES));
    }

    private static void refusesTheRest(Rope candidate, double[][] good) {
        assertRejects("pos = null", () -> candidate.apply(good, null, 10_000, HALVES));
        for (int[] bad : new int[][]{{}, {0}, {0, 1, 2}, {-1, 0}, {0, -1}, {0, Integer.MIN_VALUE}}) {
            assertRejects("positions that do not fit", () -> candidate.apply(good, bad, 10_000, HALVES));
        }
        int[] two = {0, 1};
        double[] bases = {1, 0.5, 0, -0.0, -10_000, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY};
        for (double bad : bases) {
            assertRejects("base = " + bad, () -> candidate.apply(good, two, bad, NEIGHBOURS));
        }
        String[] layouts = {null, "", "Half", "INTERLEAVED", "half ", "halves", "inter", "neox"};
        for (String bad : layouts) {
            assertRejects("layout = " + bad, () -> candidate.apply(good, two, 10_000, bad));
        }
        // Just above 1 is a base, and position 0 a position.
        assertClose(good, candidate.apply(good, new int[2], Math.nextUp(1.0), HALVES));
    }

    /// The same number of columns with one base after another, because whoever keeps
    /// frequencies from call to call must notice the difference.
    private static void turnsAsDefined(Rope candidate, Draw draw, String layout) {
        double[] bases = {10_000, draw.uniform(1.2, 3), draw.uniform(5, 500), 500_000, 10_000};
        for (int d : new int[]{2, 4, 2 * draw.integer(3, 8)}) {
            int n = draw.integer(2, 6);
            for (double base : bases) {
                double[][] x = draw.matrix(n, d, -3, 3);
                int[] near = draw.integers(n, 0, 60);
                assertClose(turned(x, near, base, layout), candidate.apply(x, near, base, layout));
            }
            double[][] x = draw.matrix(n, d, -1, 1);
            int[] far = draw.integers(n, 5_000, 36_000);
            assertClose(turned(x, far, 10_000, layout), candidate.apply(x, far, 10_000, layout));
        }
    }

    /// In polar coordinates, where a turn is a sum of angles.
    private static double[][] turned(double[][] x, int[] pos, double base, String layout) {
        int d = x[0].length;
        int step = layout.equals(HALVES) ? 1 : 2;
        int gap = layout.equals(HALVES) ? d / 2 : 1;
        double[] frequencies = frequencies(d, base);
        var out = new double[x.length][d];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < d / 2; i++) {
                double a = x[t][step * i];
                double b = x[t][step * i + gap];
                double length = Math.sqrt(a * a + b * b);
                double angle = Math.atan2(b, a) + pos[t] * frequencies[i];
                out[t][step * i] = length * Math.cos(angle);
                out[t][step * i + gap] = length * Math.sin(angle);
            }
        }
        return out;
    }

    private static double[] frequencies(int d, double base) {
        var frequencies = new double[d / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1 / Math.pow(base, 2.0 * i / d);
        }
        return frequencies;
    }

    private static double score(Rope candidate, double[] q, int m, double[] k, int n, double base) {
        double[][] query = candidate.apply(new double[][]{q}, new int[]{m}, base, NEIGHBOURS);
        double[][] key = candidate.apply(new double[][]{k}, new int[]{n}, base, NEIGHBOURS);
        assertShape(1, q.length, query);
        assertShape(1, k.length, key);
        return dot(query[0], key[0]);
    }

    /// What the score must be by theory, a function of the distance m − n: each pair
    /// gives its dot product times the cosine and its cross product times the sine.
    private static double score(double[] q, double[] k, int distance, double base) {
        double[] frequencies = frequencies(q.length, base);
        double sum = 0;
        for (int i = 0; i < frequencies.length; i++) {
            int a = 2 * i;
            int b = 2 * i + 1;
            double angle = distance * frequencies[i];
            sum += (q[a] * k[a] + q[b] * k[b]) * Math.cos(angle);
            sum += (q[a] * k[b] - q[b] * k[a]) * Math.sin(angle);
        }
        return sum;
    }

    private static double[][] evenColumnsFirst(double[][] x) {
        int half = x[0].length / 2;
        var ordered = new double[x.length][2 * half];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < half; i++) {
                ordered[t][i] = x[t][2 * i];
                ordered[t][i + half] = x[t][2 * i + 1];
            }
        }
        return ordered;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int c = 0; c < u.length; c++) {
            sum += u[c] * v[c];
        }
        return sum;
    }

    private static double distance(double[] u, double[] v) {
        double sum = 0;
        for (int c = 0; c < u.length; c++) {
            sum += Math.abs(u[c] - v[c]);
        }
        return sum;
    }
}
