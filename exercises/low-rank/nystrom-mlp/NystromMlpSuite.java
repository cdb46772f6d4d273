package exercise.hidden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.NystromMlp;
import exercise.NystromMlp.Result;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Random activations have several times as many rows as columns, so that
/// normal equations and orthogonal columns agree a thousand times better than that.
/// Where neurons are selected by random scores, k stands in the widest gap between
/// scores, which rounding cannot close.
class NystromMlpSuite {
    private static final double[][] UP = {{1, 0}, {0.9, 0.1}, {-1, 1}, {0, 1}};
    private static final double[][] DOWN = {{1, 1, 0.5, -1}, {0, 2, 1, 1}};
    private static final double[][] INPUTS = {{1, 0.5}, {2, -1}, {-1, 1.5}, {0.5, 2}, {1.5, 1}};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void worked_example(NystromMlp candidate) {
        double[] scores = {0.519664780871158, 0.4048600825393129, 0.7309468383337676, 0.6443253663519095};
        assertClose(scores, candidate.leverage(UP, INPUTS, 1));
        double[][] down = {{1.8474400871459695, 0.3866013071895425, -0.806917211328976},
                {1.694880174291939, 0.773202614379085, 1.386165577342048}};
        var expected = new Result(new int[]{0, 2, 3}, new double[][]{UP[0], UP[2], UP[3]}, down,
                0.0020356753812636164);
        assertClose(expected, candidate.compress(UP, DOWN, INPUTS, 3, 1));
    }

    @Test
    @Points(20)
    @About("leverage")
    void scores_are_shares_of_the_ridge(NystromMlp candidate, Draw draw) {
        // Neurons that never fire together: c / (c + λ), and 0 for one that never fires.
        double[][] apart = {{1, 0}, {0, 1}, {-1, -1}};
        double[][] axes = {{2, 0}, {0, 3}, {1, 0}};
        assertClose(new double[]{5 / 7.0, 9 / 11.0, 0}, candidate.leverage(apart, axes, 2));
        assertClose(new double[]{0.8}, candidate.leverage(new double[][]{{2}}, new double[][]{{1}, {-5}}, 1));
        for (int round = 0; round < 4; round++) {
            int width = draw.integer(2, 5);
            int neurons = draw.integer(2, 7);
            // One round has fewer inputs than neurons.
            double[][] x = draw.matrix(round == 0 ? 1 : 4 * neurons, width, -2, 2);
            double[][] up = draw.matrix(neurons, width, -1, 1);
            double lambda = draw.uniform(0.3, 4);
            double[] actual = candidate.leverage(up, x, lambda);
            assertClose(leverage(activations(up, x), lambda), actual);
            assertClose(actual, candidate.leverage(up, x, lambda));
            // Twice the inputs and four times λ, or every input twice and 2λ.
            assertClose(actual, candidate.leverage(up, scaled(x, 2), 4 * lambda));
            assertClose(actual, candidate.leverage(up, twice(x), 2 * lambda));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("optimality")
    void no_other_down_projection_is_better(NystromMlp candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            int width = draw.integer(4, 6);
            int neurons = draw.integer(4, 8);
            double[][] x = draw.matrix(8 * neurons, width, -2, 2);
            double[][] up = draw.matrix(neurons, width, -1, 1);
            double[][] down = draw.matrix(draw.integer(1, 4), neurons, -2, 2);
            double[][] z = activations(up, x);
            double[] scores = leverage(z, 1.5);
            int k = widestGap(scores);
            Result actual = candidate.compress(up, down, x, k, 1.5);
            int[] kept = largest(scores, k);
            Result expected = compressed(up, down, z, kept);
            assertClose(expected, actual);
            assertHolds(actual.error() > 1e-6, "an error of %s is too good", actual.error());
            for (int attempt = 0; attempt < 20; attempt++) {
                double size = Math.pow(10, -draw.integer(0, 4));
                double[][] other = draw.matrix(down.length, k, -size, size);
                for (int o = 0; o < down.length; o++) {
                    for (int j = 0; j < k; j++) {
                        other[o][j] += actual.wDown()[o][j];
                    }
                }
                double error = error(z, down, kept, other);
                assertHolds(error >= actual.error() - 1e-9, "%s is less than %s", error, actual.error());
            }
            assertClose(expected, candidate.compress(up, down, x, k, 1.5));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("whole")
    void with_every_neuron_nothing_changes(NystromMlp candidate, Draw draw) {
        for (int neurons : new int[]{1, 2, 5}) {
            double[][] x = draw.matrix(12 * neurons, 4, -2, 2);
            double[][] up = draw.matrix(neurons, 4, 0.2, 1);
            double[][] down = draw.matrix(3, neurons, -2, 2);
            Result actual = candidate.compress(up, down, x, neurons, 0.7);
            assertArrayEquals(IntStream.range(0, neurons).toArray(), actual.kept());
            assertExact(up, actual.wUp());
            assertClose(down, actual.wDown());
            assertHolds(actual.error() < 1e-9, "an equivalent MLP has no error, not %s", actual.error());
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("selection")
    void copies_and_dead_neurons_go_first(NystromMlp candidate, Draw draw) {
        double[][] x = draw.matrix(80, 6, -2, 2);
        double[][] up = draw.matrix(6, 6, -1, 1);
        double[][] down = draw.matrix(2, 6, -2, 2);
        up[4] = up[1].clone();
        Result actual = candidate.compress(up, down, x, 5, 1e-3);
        assertHolds(actual.error() < 1e-9, "a copy is not missed, and yet the error is %s", actual.error());
        int gone = Arrays.equals(actual.kept(), new int[]{0, 2, 3, 4, 5}) ? 1 : 4;
        int[] kept = IntStream.range(0, 6).filter(i -> i != gone).toArray();
        assertArrayEquals(kept, actual.kept());
        assertExact(rows(up, kept), actual.wUp());
        Arrays.fill(up[4], 0);
        assertArrayEquals(new int[]{0, 1, 2, 3, 5}, candidate.compress(up, down, x, 5, 1e-3).kept());
        // Neurons that never fire together: scores 1/2, 4/5, 4/5, 1/2, and exact ties.
        double[][] four = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        double[][] axes = {{1, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}};
        double[][] ones = {{1, 1, 1, 1}};
        int[][] due = {{2}, {1, 2}, {1, 2, 3}, {0, 1, 2, 3}};
        double[] errors = {6, 2, 1, 0};
        for (int k = 1; k <= 4; k++) {
            double[][] same = new double[1][k];
            Arrays.fill(same[0], 1);
            assertClose(new Result(due[k - 1], rows(four, due[k - 1]), same, errors[k - 1]),
                    candidate.compress(four, ones, axes, k, 1));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_has_no_solution(NystromMlp candidate) {
        double[][] two = {{1, 0}, {0, 1}};
        double[][] one = {{1}};
        double[] never = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("leverage with lambda = " + bad, () -> candidate.leverage(two, two, bad));
            assertRejects("one neuron and lambda = " + bad, () -> candidate.leverage(one, one, bad));
            assertRejects("compress with lambda = " + bad, () -> candidate.compress(two, two, two, 1, bad));
        }
        for (int k : new int[]{-1, 0, 3}) {
            assertRejects("k = " + k, () -> candidate.compress(two, two, two, k, 1));
        }
        double[][][] broken = {null, {}, {{1, 2}, null}, {null, {1, 2}}, {{}, {}}, {{1, 2}, {3}},
                {{1, 2}, {3, 4, 5}},
                {{Double.NaN, 2}, {3, 4}}, {{1, 2}, {3, Double.POSITIVE_INFINITY}},
                {{1, Double.NEGATIVE_INFINITY}, {3, 4}}, {{1}, {2}}, {{1, 2, 3}, {4, 5, 6}}};
        for (double[][] bad : broken) {
            String what = Arrays.deepToString(bad);
            assertRejects("leverage with wUp " + what, () -> candidate.leverage(bad, two, 1));
            assertRejects("leverage with x " + what, () -> candidate.leverage(two, bad, 1));
            assertRejects("compress with wUp " + what, () -> candidate.compress(bad, two, two, 1, 1));
            assertRejects("compress with wDown " + what, () -> candidate.compress(two, bad, two, 1, 1));
            assertRejects("compress with x " + what, () -> candidate.compress(two, two, bad, 1, 1));
        }
        double[][] hollow = {{}, {}};
        assertRejects("no inputs at all", () -> candidate.leverage(hollow, hollow, 1));
        double[][] three = {{1, 0}, {0, 1}, {1, 1}};
        assertRejects("wUp with 3 neurons", () -> candidate.compress(three, two, two, 1, 1));
        double[][] dead = {{1, 0}, {-1, -1}};
        assertRejects("a dead neuron", () -> candidate.compress(dead, two, two, 2, 1));
        double[][] single = {{1, 1}};
        assertRejects("fewer inputs than neurons", () -> candidate.compress(two, two, single, 2, 1));
        double[][] none = {{-1, -1}};
        assertRejects("no activation at all", () -> candidate.compress(two, two, none, 1, 1));
        smallPivots(candidate, two);
        assertClose(new double[]{0, 0}, candidate.leverage(two, none, 1));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_larger_mlp(NystromMlp candidate, Draw draw) {
        double[][] x = draw.matrix(400, 64, -2, 2);
        double[][] up = draw.matrix(96, 64, -1, 1);
        double[][] down = draw.matrix(8, 96, -2, 2);
        double[][] z = activations(up, x);
        double[] scores = leverage(z, 50);
        int k = widestGap(scores);
        assertClose(compressed(up, down, z, largest(scores, k)), candidate.compress(up, down, x, k, 50));
    }

    private static void smallPivots(NystromMlp candidate, double[][] two) {
        // Pivots of 3.24e-10 and 5.76e-10; the bound is 1e-10 · (9 + pivot) / 2.
        assertRejects("a small pivot",
                () -> candidate.compress(two, two, new double[][]{{3, 0}, {0, 18e-6}}, 2, 1));
        assertRejects("a small first pivot",
                () -> candidate.compress(two, two, new double[][]{{18e-6, 0}, {0, 3}}, 2, 1));
        assertClose(new Result(new int[]{0, 1}, two, two, 0),
                candidate.compress(two, two, new double[][]{{3, 0}, {0, 24e-6}}, 2, 1));
    }

    private static double[][] activations(double[][] up, double[][] x) {
        return Arrays.stream(x)
                .map(input -> Arrays.stream(up).mapToDouble(row -> Math.max(0, dot(input, row))).toArray())
                .toArray(double[][]::new);
    }

    private static double dot(double[] left, double[] right) {
        return IntStream.range(0, left.length).mapToDouble(c -> left[c] * right[c]).sum();
    }

    private static double[][] scaled(double[][] x, double factor) {
        return Arrays.stream(x)
                .map(row -> Arrays.stream(row).map(entry -> factor * entry).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] twice(double[][] x) {
        return IntStream.range(0, 2 * x.length).mapToObj(i -> x[i / 2]).toArray(double[][]::new);
    }

    private static double[][] rows(double[][] matrix, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> matrix[i]).toArray(double[][]::new);
    }

    private static double[][] gram(double[][] z) {
        int h = z[0].length;
        var gram = new double[h][h];
        for (double[] row : z) {
            for (int i = 0; i < h; i++) {
                for (int j = 0; j < h; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        return gram;
    }

    private static double[] leverage(double[][] z, double lambda) {
        double[][] ridge = gram(z);
        for (int i = 0; i < ridge.length; i++) {
            ridge[i][i] += lambda;
        }
        double[][] shares = solution(ridge, gram(z));
        return IntStream.range(0, shares.length).mapToDouble(i -> shares[i][i]).toArray();
    }

    /// The k in 1 … h-1 with the largest difference between what stays and what goes.
    private static int widestGap(double[] scores) {
        double[] rising = scores.clone();
        Arrays.sort(rising);
        int h = rising.length;
        int best = 1;
        for (int k = 2; k < h; k++) {
            best = rising[h - k] - rising[h - k - 1] > rising[h - best] - rising[h - best - 1] ? k : best;
        }
        return best;
    }

    /// Without ties: those that fewer than k others exceed.
    private static int[] largest(double[] scores, int k) {
        return IntStream.range(0, scores.length)
                .filter(i -> Arrays.stream(scores).filter(other -> other > scores[i]).count() < k)
                .toArray();
    }

    private static Result compressed(double[][] up, double[][] down, double[][] z, int[] kept) {
        double[][] c = gram(z);
        double[][] some = rows(c, kept);
        var square = new double[kept.length][kept.length];
        var right = new double[kept.length][down.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                square[i][j] = some[i][kept[j]];
            }
            for (int o = 0; o < down.length; o++) {
                right[i][o] = dot(some[i], down[o]);
            }
        }
        double[][] transposed = solution(square, right);
        var result = new double[down.length][kept.length];
        for (int o = 0; o < down.length; o++) {
            for (int i = 0; i < kept.length; i++) {
                result[o][i] = transposed[i][o];
            }
        }
        return new Result(kept, rows(up, kept), result, error(z, down, kept, result));
    }

    private static double error(double[][] z, double[][] down, int[] kept, double[][] other) {
        double sum = 0;
        for (double[] row : z) {
            double[] some = Arrays.stream(kept).mapToDouble(i -> row[i]).toArray();
            for (int o = 0; o < down.length; o++) {
                sum += Math.pow(dot(row, down[o]) - dot(some, other[o]), 2);
            }
        }
        return sum;
    }

    /// A⁻¹B by elimination without pivoting, as A is positive definite; overwrites both.
    private static double[][] solution(double[][] a, double[][] b) {
        for (int p = 0; p < a.length; p++) {
            for (int i = 0; i < a.length; i++) {
                double factor = i == p ? 0 : a[i][p] / a[p][p];
                for (int j = p; j < a.length && factor != 0; j++) {
                    a[i][j] -= factor * a[p][j];
                }
                for (int j = 0; j < b[i].length && factor != 0; j++) {
                    b[i][j] -= factor * b[p][j];
                }
            }
        }
        for (int p = 0; p < a.length; p++) {
            for (int j = 0; j < b[p].length; j++) {
                b[p][j] /= a[p][p];
            }
        }
        return b;
    }
}
