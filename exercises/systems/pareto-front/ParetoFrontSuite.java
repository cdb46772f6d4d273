package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ParetoFront;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Indices are compared exactly; numbers that are equal are so to the last bit, and
/// others differ by at least 1/8. Areas have the default tolerance, 1e-9 absolute plus
/// 1e-9 relative: strips in another order differ by 1e-13, single precision by 1e-7.
class ParetoFrontSuite {
    private static final double[] SIZE = {4, 8, 2, 8, 4, 16, 3};
    private static final double[] QUALITY = {0.7, 0.8, 0.5, 0.8, 0.72, 0.79, 0.5};

    @Test
    @Points(25)
    @About("example")
    @Sample
    void seven_variants_of_which_two_are_equal(ParetoFront candidate) {
        assertExact(new int[]{2, 4, 1, 3}, candidate.front(SIZE, QUALITY));
        assertExact(4, candidate.pick(SIZE, QUALITY, 0.71));
        assertExact(-1, candidate.pick(SIZE, QUALITY, 0.9));
        assertClose(4.68, candidate.hypervolume(SIZE, QUALITY, 16, 0.4));
    }

    @Test
    @Points(15)
    @About("dominance")
    void equal_in_one_thing_and_worse_in_the_other_is_dominated(ParetoFront candidate) {
        assertExact(new int[]{1}, candidate.front(new double[]{4, 4}, new double[]{0.5, 0.75}));
        assertExact(new int[]{0}, candidate.front(new double[]{4, 4}, new double[]{0.75, 0.5}));
        assertExact(new int[]{1}, candidate.front(new double[]{8, 4}, new double[]{0.5, 0.5}));
        assertExact(new int[]{0}, candidate.front(new double[]{4, 8}, new double[]{0.5, 0.5}));
        assertExact(new int[]{0, 1}, candidate.front(new double[]{4, 4}, new double[]{0.5, 0.5}));
        assertExact(new int[]{1, 0}, candidate.front(new double[]{8, 4}, new double[]{0.75, 0.5}));
        assertExact(new int[]{0, 1}, candidate.front(new double[]{4, 8}, new double[]{0.5, 0.75}));
        assertExact(new int[]{0}, candidate.front(new double[]{4, 8}, new double[]{0.75, 0.5}));
        // three equal ones apart from each other; a close one is not an equal one
        assertExact(new int[]{3, 0, 2, 4},
                candidate.front(new double[]{4, 5, 4, 1, 4, 4}, new double[]{3, 3, 3, 1, 3, 2}));
        assertExact(new int[]{1, 0}, candidate.front(new double[]{Math.nextUp(4.0), 4}, new double[]{2, 1}));
        assertExact(new int[]{1}, candidate.front(new double[]{Math.nextUp(4.0), 4}, new double[]{1, 1}));
        assertExact(new int[]{0}, candidate.front(new double[]{4, 4}, new double[]{Math.nextUp(1.0), 1}));
        // sizes and qualities may be negative, for instance logarithms
        assertExact(new int[]{1, 0}, candidate.front(new double[]{-1, -3, 2}, new double[]{-2, -5, -4}));
    }

    @Test
    @Points(15)
    @About("pick")
    void the_smallest_that_is_good_enough(ParetoFront candidate) {
        assertExact(4, candidate.pick(SIZE, QUALITY, 0.72));
        assertExact(4, candidate.pick(SIZE, QUALITY, 0.7));
        assertExact(1, candidate.pick(SIZE, QUALITY, Math.nextUp(0.72)));
        assertExact(1, candidate.pick(SIZE, QUALITY, 0.8));
        assertExact(-1, candidate.pick(SIZE, QUALITY, Math.nextUp(0.8)));
        assertExact(2, candidate.pick(SIZE, QUALITY, 0.5));
        assertExact(2, candidate.pick(SIZE, QUALITY, -3));
        assertExact(2, candidate.pick(SIZE, QUALITY, Double.NEGATIVE_INFINITY));
        assertExact(-1, candidate.pick(SIZE, QUALITY, Double.POSITIVE_INFINITY));
        assertExact(1, candidate.pick(new double[]{4, 4, 4}, new double[]{1, 2, 1.5}, 1));
        assertExact(1, candidate.pick(new double[]{5, 4, 4, 4}, new double[]{3, 2, 2, 1}, 1));
        assertExact(0, candidate.pick(new double[]{4, 4}, new double[]{2, 2}, 2));
        assertExact(0, candidate.pick(new double[]{-8, -4}, new double[]{-1, -1}, -1));
    }

    @Test
    @Points(15)
    @About("hypervolume")
    void the_union_of_the_rectangles(ParetoFront candidate, Draw draw) {
        double[] size = {2, 4, 8};
        double[] quality = {1, 3, 4};
        // (10 − 2)·1 + (10 − 4)·2 + (10 − 8)·1
        assertClose(22.0, candidate.hypervolume(size, quality, 10, 0));
        // the smallest is too bad, the largest too large, or both touch the reference
        assertClose(8.0, candidate.hypervolume(size, quality, 10, 2));
        assertClose(8.0, candidate.hypervolume(size, quality, 6, 0));
        assertClose(6.0, candidate.hypervolume(size, quality, 8, 1) - 2);
        assertClose(2.0, candidate.hypervolume(size, quality, 5, 1));
        assertClose(0.0, candidate.hypervolume(size, quality, 2, 0));
        assertClose(0.0, candidate.hypervolume(size, quality, 10, 4));
        assertClose(0.0, candidate.hypervolume(size, quality, 1, 5));
        assertClose(40.0, candidate.hypervolume(size, quality, 10, -2) - 22 + 24);
        for (int round = 0; round < 20; round++) {
            int n = draw.integer(1, 12);
            double[] sizes = draw.vector(n, 0, 10);
            double[] qualities = draw.vector(n, -1, 1);
            double refSize = draw.uniform(2, 11);
            double refQuality = draw.uniform(-1, 0.5);
            double area = candidate.hypervolume(sizes, qualities, refSize, refQuality);
            assertClose(slabs(sizes, qualities, refSize, refQuality), area);
            // A variant more never takes area away; one in the corner takes all of it.
            double[] more = Arrays.copyOf(sizes, n + 1);
            double[] better = Arrays.copyOf(qualities, n + 1);
            better[n] = 2;
            assertClose(refSize * (2 - refQuality), candidate.hypervolume(more, better, refSize, refQuality));
            better[n] = draw.uniform(-1, 1);
            double larger = candidate.hypervolume(more, better, refSize, refQuality);
            assertHolds(larger >= area - 1e-9, "%s with one variant more, %s before", larger, area);
        }
    }

    @Test
    @Points(10)
    @About("edges")
    void few_variants_and_bad_ones(ParetoFront candidate) {
        double[] one = {3};
        assertExact(new int[]{0}, candidate.front(one, new double[]{-2}));
        assertExact(0, candidate.pick(one, new double[]{-2}, -2));
        assertClose(4.0, candidate.hypervolume(one, new double[]{-2}, 5, -4));
        double[] falling = {9, 7, 5, 3, 1};
        assertExact(new int[]{4, 3, 2, 1, 0}, candidate.front(falling, falling));
        assertExact(new int[]{0, 1, 2, 3, 4}, candidate.front(new double[5], new double[5]));
        refuses(candidate, "null", null);
        refuses(candidate, "no variants", new double[0]);
        refuses(candidate, "a variant too few", new double[]{1, 2});
        refuses(candidate, "a variant too many", new double[]{1, 2, 3, 4});
        double[] notNumbers = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : notNumbers) {
            refuses(candidate, bad + " first", new double[]{bad, 2, 3});
            refuses(candidate, bad + " last", new double[]{1, 2, bad});
            assertRejects("refSize = " + bad, () -> candidate.hypervolume(SIZE, QUALITY, bad, 0.4));
            assertRejects("refQuality = " + bad, () -> candidate.hypervolume(SIZE, QUALITY, 16, bad));
        }
        assertRejects("minQuality = NaN", () -> candidate.pick(SIZE, QUALITY, Double.NaN));
        double[] none = {};
        assertRejects("no variants", () -> candidate.front(none, none));
        assertRejects("no variants", () -> candidate.pick(none, none, 0));
        assertRejects("no variants", () -> candidate.hypervolume(none, none, 1, 0));
    }

    private static void refuses(ParetoFront candidate, String what, double[] bad) {
        double[] good = {1, 2, 3};
        assertRejects("size: " + what, () -> candidate.front(bad, good));
        assertRejects("quality: " + what, () -> candidate.front(good, bad));
        assertRejects("size: " + what, () -> candidate.pick(bad, good, 0));
        assertRejects("quality: " + what, () -> candidate.pick(good, bad, 0));
        assertRejects("size: " + what, () -> candidate.hypervolume(bad, good, 1, 0));
        assertRejects("quality: " + what, () -> candidate.hypervolume(good, bad, 1, 0));
    }

    @Test
    @Points(10)
    @About("random")
    void agrees_with_the_definition(ParetoFront candidate, Draw draw) {
        for (int round = 0; round < 200; round++) {
            int n = draw.integer(1, 14);
            // few different values, so that there are ties of all kinds
            double[] size = eighths(draw, n, draw.integer(1, 9));
            double[] quality = eighths(draw, n, draw.integer(1, 9));
            assertExact(definition(size, quality), candidate.front(size, quality));
            double threshold = draw.integer(0, 9) / 8.0;
            assertExact(smallest(size, quality, threshold), candidate.pick(size, quality, threshold));
            double refSize = draw.integer(0, 10) / 8.0;
            double refQuality = draw.integer(-1, 9) / 8.0;
            assertClose(slabs(size, quality, refSize, refQuality),
                    candidate.hypervolume(size, quality, refSize, refQuality));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("scale")
    void all_of_200_000_variants_on_the_front(ParetoFront candidate, Draw draw) {
        candidate.front(SIZE, QUALITY);
        int n = 200_000;
        int[] rank = draw.permutation(n);
        var size = new double[n];
        var quality = new double[n];
        var front = new int[n];
        for (int i = 0; i < n; i++) {
            size[i] = rank[i];
            quality[i] = rank[i] + 1;
            front[rank[i]] = i;
        }
        assertExact(front, candidate.front(size, quality));
        assertExact(front[n / 3], candidate.pick(size, quality, n / 3 + 1));
        // n strips of height 1, of the widths n … 1
        assertClose(n * (n + 1.0) / 2, candidate.hypervolume(size, quality, n, 0));
    }

    private static double[] eighths(Draw draw, int n, int most) {
        return Arrays.stream(draw.integers(n, 0, most)).mapToDouble(number -> number / 8.0).toArray();
    }

    /// Each variant against each other; then by size and index.
    private static int[] definition(double[] size, double[] quality) {
        return IntStream.range(0, size.length)
                .filter(i -> IntStream.range(0, size.length)
                        .noneMatch(j -> size[j] <= size[i]
                                && quality[j] >= quality[i]
                                && (size[j] < size[i] || quality[j] > quality[i])))
                .boxed()
                .sorted((i, j) -> size[i] != size[j] ? Double.compare(size[i], size[j])
                        : Integer.compare(i, j))
                .mapToInt(i -> i)
                .toArray();
    }

    private static int smallest(double[] size, double[] quality, double threshold) {
        int found = -1;
        for (int i = 0; i < size.length; i++) {
            if (quality[i] < threshold) {
                continue;
            }
            if (found < 0 || size[i] < size[found] || size[i] == size[found] && quality[i] > quality[found]) {
                found = i;
            }
        }
        return found;
    }

    /// Vertical slabs between neighbouring sizes, each as high as the best variant that is
    /// not larger.
    private static double slabs(double[] size, double[] quality, double refSize, double refQuality) {
        double[] edges = Arrays.copyOf(size, size.length + 1);
        edges[size.length] = refSize;
        Arrays.sort(edges);
        double area = 0;
        for (int k = 0; k + 1 < edges.length && edges[k] < refSize; k++) {
            double height = 0;
            for (int i = 0; i < size.length; i++) {
                if (size[i] <= edges[k]) {
                    height = Math.max(height, quality[i] - refQuality);
                }
            }
            area += (edges[k + 1] - edges[k]) * height;
        }
        return area;
    }
}
