package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ClassWeightedCe;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order, keep a running mean or take
/// powers by logarithms stay below 0.001 % of it, with logits of ±10000 too. Single
/// precision exceeds it 16 times in the worked example, `ln(p + 1e-12)` 10⁸ times in
/// the stability test and 1e-8 added to the divisor 10⁸ times where the weights are
/// scaled; an overflow gives NaN or infinity. Elsewhere the logits are so small that
/// `ln(p + 1e-12)` is not punished a second time, or by chance.
class ClassWeightedCeSuite {
    private static final double[][] LOGITS = {{2, 0, -1}, {0.5, 0.5, 3}, {0, 1, 1}};
    private static final int[] LABELS = {0, 2, 1};
    private static final double[] WEIGHT = {1, 2, 5};

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(ClassWeightedCe candidate) {
        assertClose(WEIGHT, candidate.weights(new int[]{1000, 250, 40}, 0.5));
        assertClose(0.33173469370355783, candidate.loss(LOGITS, LABELS, WEIGHT));
    }

    @Test
    @Points(10)
    @About("weights")
    void a_class_weighs_more_the_smaller_it_is(ClassWeightedCe candidate, Draw draw) {
        // 54/6 = 9 and 54/24 = 9/4: the largest class is not the first, ratios are not whole.
        assertClose(new double[]{3, 1, 1.5}, candidate.weights(new int[]{6, 54, 24}, 0.5));
        assertClose(new double[]{81, 1, 81.0 / 16}, candidate.weights(new int[]{6, 54, 24}, 2));
        assertClose(new double[]{1, 2, 1}, candidate.weights(new int[]{8, 2, 8}, 0.5));
        assertClose(new double[]{1}, candidate.weights(new int[]{7}, 3.5));
        // The largest square that is an int.
        int huge = 46_340 * 46_340;
        assertClose(new double[]{46_340, 1, 1}, candidate.weights(new int[]{1, huge, huge}, 0.5));
        for (int round = 0; round < 5; round++) {
            int[] counts = draw.integers(draw.integer(2, 9), 1, 5000);
            double power = draw.uniform(0.1, 2);
            double[] actual = candidate.weights(counts, power);
            assertClose(powers(counts, power), actual);
            assertHolds(Arrays.stream(actual).allMatch(weight -> weight >= 1 - 1e-9), "a weight is below 1");
        }
    }

    @Test
    @Points(10)
    @About("weights")
    void from_no_weighting_to_the_inverse_frequency(ClassWeightedCe candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int classes = draw.integer(2, 8);
            int[] counts = draw.integers(classes, 1, 900);
            double[] ones = new double[classes];
            Arrays.fill(ones, 1);
            assertClose(ones, candidate.weights(counts, 0));
            // At power 1 every class has the same weight in all, whatever its size.
            double[] inverse = candidate.weights(counts, 1);
            double largest = Arrays.stream(counts).max().getAsInt();
            assertClose(Arrays.stream(counts).mapToDouble(count -> largest / count).toArray(), inverse);
            // The exponents of two steps add up.
            double power = draw.uniform(0.2, 0.8);
            double[] first = candidate.weights(counts, power);
            double[] second = candidate.weights(counts, 1 - power);
            for (int k = 0; k < classes; k++) {
                assertClose(inverse[k], first[k] * second[k]);
            }
        }
    }

    @Test
    @Points(15)
    @About("mean")
    void the_sum_is_divided_by_the_weights_of_the_labels(ClassWeightedCe candidate, Draw draw) {
        // The softmax of (ln 3, 0) is (3/4, 1/4), so the two labels cost ln 4/3 and ln 4.
        double common = Math.log(4.0 / 3);
        double rare = Math.log(4);
        double[] row = {Math.log(3), 0};
        double[][] two = {row, row.clone()};
        assertClose((common + 3 * rare) / 4, candidate.loss(two, new int[]{0, 1}, new double[]{1, 3}));
        assertClose((3 * common + rare) / 4, candidate.loss(two, new int[]{0, 1}, new double[]{3, 1}));
        double[][] four = {row, row.clone(), row.clone(), row.clone()};
        assertClose((3 * common + 4 * rare) / 7,
                candidate.loss(four, new int[]{0, 0, 1, 0}, new double[]{1, 4}));
        // Where all labels are alike, their weight is divided out again.
        assertClose(rare, candidate.loss(two, new int[]{1, 1}, new double[]{0.5, 40}));
        assertClose(common, candidate.loss(new double[][]{row}, new int[]{0}, new double[]{0.25, 3}));
        for (int round = 0; round < 5; round++) {
            int rows = draw.integer(2, 8);
            int classes = draw.integer(2, 9);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double[] weight = draw.vector(classes, 0.1, 20);
            assertClose(weightedMean(logits, labels, weight), candidate.loss(logits, labels, weight));
        }
    }

    @Test
    @Points(10)
    @About("mean")
    void equal_weights_give_the_plain_mean(ClassWeightedCe candidate, Draw draw) {
        for (double weight : new double[]{1, 0.125, 7, draw.uniform(0.1, 30)}) {
            int rows = draw.integer(2, 7);
            int classes = draw.integer(2, 7);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += surprise(logits[i], labels[i]);
            }
            double[] equal = new double[classes];
            Arrays.fill(equal, weight);
            assertClose(sum / rows, candidate.loss(logits, labels, equal));
        }
    }

    @Test
    @Points(10)
    @About("mean")
    void only_the_ratios_of_the_weights_count(ClassWeightedCe candidate, Draw draw) {
        double[] factors = {0x1p40, 0x1p-40, 1e-6, draw.uniform(2, 200), draw.uniform(0.01, 0.5)};
        for (double factor : factors) {
            int rows = draw.integer(3, 8);
            int classes = draw.integer(3, 8);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            double[] weight = draw.vector(classes, 0.5, 8);
            double plain = candidate.loss(logits, labels, weight);
            assertClose(weightedMean(logits, labels, weight), plain);
            double[] scaled = Arrays.stream(weight).map(each -> each * factor).toArray();
            assertClose(plain, candidate.loss(logits, labels, scaled));
        }
    }

    @Test
    @Points(5)
    @About("stability")
    void extreme_logits_stay_exact(ClassWeightedCe candidate) {
        // With two classes the surprise of class 0 is softplus(z1 - z0): nothing can overflow.
        for (double z : new double[]{10_000, -10_000, 800, -800, 40, -40, 0.5}) {
            for (int label = 0; label <= 1; label++) {
                double surprise = softplus(label == 0 ? z : -z);
                double[] weight = {3, 2};
                double expected = (weight[label] * surprise + 2 * Math.log(2)) / (weight[label] + 2);
                double[][] logits = {{0, z}, {-z, -z}};
                assertClose(expected, candidate.loss(logits, new int[]{label, 1}, weight));
                double[][] lowered = {{-z, 0}, {z, z}};
                assertClose(expected, candidate.loss(lowered, new int[]{label, 1}, weight));
            }
        }
        double[][] hopeless = {{10_000, -10_000, 0}, {-10_000, 10_000, 0}};
        assertClose(17_500.0, candidate.loss(hopeless, new int[]{1, 2}, new double[]{4, 3, 1}));
        // One row near 10000, one near -10000: a shift by the largest logit of the batch
        // would leave nothing of the second. Eighths are exact at either level.
        double[][] near = {{0.5, -1.25, 2}, {1.5, 0.125, -0.75}};
        double[][] far = {{9_990.5, 9_988.75, 9_992}, {-9_988.5, -9_989.875, -9_990.75}};
        int[] labels = {0, 2};
        assertClose(weightedMean(near, labels, WEIGHT), candidate.loss(far, labels, WEIGHT));
    }

    @Test
    @Points(5)
    @About("properties")
    void a_whole_weight_counts_its_samples_that_often(ClassWeightedCe candidate, Draw draw) {
        for (int round = 0; round < 3; round++) {
            int rows = draw.integer(2, 5);
            int classes = draw.integer(2, 5);
            double[][] logits = draw.matrix(rows, classes, -3, 3);
            int[] labels = draw.integers(rows, 0, classes - 1);
            int[] times = draw.integers(classes, 1, 4);
            double[] weight = Arrays.stream(times).asDoubleStream().toArray();
            double[] ones = new double[classes];
            Arrays.fill(ones, 1);
            int[] repeated = repeated(labels, times);
            var copies = new double[repeated.length][];
            var named = new int[repeated.length];
            for (int i = 0; i < repeated.length; i++) {
                copies[i] = shifted(logits[repeated[i]], draw.uniform(-50, 50));
                named[i] = labels[repeated[i]];
            }
            double weighted = candidate.loss(logits, labels, weight);
            assertClose(weightedMean(logits, labels, weight), weighted);
            assertClose(weighted, candidate.loss(copies, named, ones));
            assertClose(weighted, candidate.loss(logits, labels, weight));
        }
        // In no order, so that sorting them would show.
        int[] counts = {20, 5, 45};
        assertClose(new double[]{1.5, 3, 1}, candidate.weights(counts, 0.5));
        assertClose(new double[]{1.5, 3, 1}, candidate.weights(counts, 0.5));
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_class_size(ClassWeightedCe candidate) {
        int[] good = {30, 4, 9};
        assertRejects("counts = null", () -> candidate.weights(null, 0.5));
        int[][] broken = {{}, {0}, {30, 4, 0}, {0, 4, 9}, {30, -4, 9}, {-1, -1}, {30, Integer.MIN_VALUE}};
        for (int[] bad : broken) {
            // Power 0 makes every class equal and yet none of these valid.
            for (double power : new double[]{0.5, 0, 1}) {
                assertRejects("counts " + Arrays.toString(bad), () -> candidate.weights(bad, power));
            }
        }
        double[] never = {-0.5, -1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("power = " + bad, () -> candidate.weights(good, bad));
            assertRejects("power = " + bad + " with one class", () -> candidate.weights(new int[]{1}, bad));
        }
        assertClose(new double[]{1}, candidate.weights(new int[]{1}, 0));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_not_a_weighted_batch(ClassWeightedCe candidate) {
        assertRejects("logits = null", () -> candidate.loss(null, LABELS, WEIGHT));
        assertRejects("labels = null", () -> candidate.loss(LOGITS, null, WEIGHT));
        assertRejects("weight = null", () -> candidate.loss(LOGITS, LABELS, null));
        assertRejects("an empty batch", () -> candidate.loss(new double[0][], new int[0], WEIGHT));
        assertRejects("rows without classes",
                () -> candidate.loss(new double[2][0], new int[2], new double[0]));
        double[][][] broken = {{{2, 0, -1}, null}, {null, {2, 0, -1}}, {{2, 0, -1}, {0.5, 3}},
                {{2, 0, -1}, {0.5, 3, 1, 0}}, {{2, 0, -1}, {}}, {{2, Double.NaN, -1}, {0.5, 0.5, 3}},
                {{2, 0, -1}, {Double.POSITIVE_INFINITY, 0.5, 3}},
                {{2, 0, Double.NEGATIVE_INFINITY}, {0.5, 0.5, 3}}, {{2, 0}, {0.5, 3}},
                {{2, 0, -1, 1}, {0.5, 0.5, 3, 1}}, {{2, 0, -1}}, {{2, 0, -1}, {0.5, 0.5, 3}, {0, 1, 1}}};
        String[] why = {"a null row", "a null first row", "a short row", "a long row", "an empty row", "NaN",
                "Infinity", "-Infinity", "a class too few", "a class too many", "a row too few",
                "a row too many"};
        for (int i = 0; i < broken.length; i++) {
            double[][] bad = broken[i];
            assertRejects("logits with " + why[i], () -> candidate.loss(bad, new int[]{0, 1}, WEIGHT));
        }
        for (int[] bad : new int[][]{{}, {0, 2}, {0, 2, 1, 1}, {0, 3, 1}, {0, 2, -1}}) {
            assertRejects("labels " + Arrays.toString(bad), () -> candidate.loss(LOGITS, bad, WEIGHT));
        }
        // The last class is named by no label, and its weight is looked at all the same.
        int[] labels = {0, 0, 1};
        double[][] weights = {{}, {1, 2}, {1, 2, 5, 1}, {1, 0, 5}, {1, 2, 0}, {1, -2, 5}, {1, 2, -5},
                {Double.NaN, 2, 5}, {1, 2, Double.NaN}, {1, Double.POSITIVE_INFINITY, 5},
                {1, 2, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 2, 5}};
        for (double[] bad : weights) {
            assertRejects("weight " + Arrays.toString(bad), () -> candidate.loss(LOGITS, labels, bad));
        }
        // The weight of a single sample cancels out, a single class costs nothing: still checked.
        double[][] single = {{-7}};
        assertRejects("weight 0 in a batch of one",
                () -> candidate.loss(new double[][]{{2, 0, -1}}, new int[]{0}, new double[]{1, 2, 0}));
        assertRejects("label 1 of one class", () -> candidate.loss(single, new int[]{1}, new double[]{0.5}));
        assertClose(0.0, candidate.loss(single, new int[]{0}, new double[]{0.5}));
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_batch_and_a_large_vocabulary(ClassWeightedCe candidate, Draw draw) {
        int[] counts = draw.integers(100_000, 1, 1_000_000);
        candidate.weights(Arrays.copyOf(counts, 1000), 0.5);
        assertClose(powers(counts, 0.5), candidate.weights(counts, 0.5));
        // 1000 rows of 500 classes, of which 20 differ: the expected value then costs little.
        double[][] logits = draw.matrix(20, 500, -1, 1);
        int[] labels = draw.integers(20, 0, 499);
        double[] weight = draw.vector(500, 0.5, 30);
        candidate.loss(logits, labels, weight);
        var large = new double[1000][];
        var many = new int[1000];
        for (int i = 0; i < 1000; i++) {
            large[i] = logits[i % 20].clone();
            many[i] = labels[i % 20];
        }
        assertClose(weightedMean(logits, labels, weight), candidate.loss(large, many, weight));
    }

    /// The index of each sample, as often as the class of its label says.
    private static int[] repeated(int[] labels, int[] times) {
        var indices = new int[Arrays.stream(labels).map(label -> times[label]).sum()];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int copy = 0; copy < times[labels[i]]; copy++) {
                indices[next++] = i;
            }
        }
        return indices;
    }

    private static double[] shifted(double[] row, double constant) {
        return Arrays.stream(row).map(logit -> logit + constant).toArray();
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /// The definitions as they stand; `surprise` has no guard and is for moderate logits only.
    private static double[] powers(int[] counts, double power) {
        double largest = 0;
        for (int count : counts) {
            largest = Math.max(largest, count);
        }
        var weights = new double[counts.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.pow(largest / counts[k], power);
        }
        return weights;
    }

    private static double weightedMean(double[][] logits, int[] labels, double[] weight) {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += weight[labels[i]] * surprise(logits[i], labels[i]);
            mass += weight[labels[i]];
        }
        return sum / mass;
    }

    private static double surprise(double[] row, int label) {
        double sum = 0;
        for (double logit : row) {
            sum += Math.exp(logit);
        }
        return -Math.log(Math.exp(row[label]) / sum);
    }
}
