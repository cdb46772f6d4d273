package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.CompressionRatio;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Everything is compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or take means first differ by
/// 1e-12 at 200 000 layers and by 1e-15 elsewhere; single precision is 1e-8 off with a
/// few layers and 1e-3 with many.
class CompressionRatioSuite {
    private static final double[] PARAMS = {1_000_000, 4_000_000, 2_000_000};
    private static final double[] BEFORE = {32, 32, 16};
    private static final double[] AFTER = {8, 4, 16};
    private static final double[] KEEP = {1, 0.25, 1};
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @Points(25)
    @About("example")
    @Sample
    void int8_pruned_int4_and_an_untouched_layer(CompressionRatio candidate) {
        assertClose(4.0, candidate.ratio(PARAMS, BEFORE, AFTER, KEEP, 4));
        assertClose(75.0, candidate.savingPercent(4));
        assertClose(48 / 7.0, candidate.bitsPerWeight(PARAMS, AFTER, KEEP, 4));
        assertClose(3.2, candidate.codebookRatio(16, 32, 4));
    }

    @Test
    @Points(20)
    @About("index")
    void pruning_pays_less_than_it_seems(CompressionRatio candidate, Draw draw) {
        double[] one = {1000};
        double[] half = {0.5};
        double[] fp16 = {16};
        assertClose(2.0, candidate.ratio(one, fp16, fp16, half, 0));
        assertClose(4 / 3.0, candidate.ratio(one, fp16, fp16, half, 8));
        assertClose(1.0, candidate.ratio(one, fp16, fp16, half, 16));
        assertClose(2 / 3.0, candidate.ratio(one, fp16, fp16, half, 32));
        assertClose(1.0, candidate.ratio(one, fp16, fp16, new double[]{1}, 32));
        // All but a tiny share is kept, and yet every weight that is kept needs its index.
        assertClose(0.5, candidate.ratio(one, fp16, fp16, new double[]{Math.nextDown(1.0)}, 16));
        for (int round = 0; round < 20; round++) {
            int layers = draw.integer(1, 6);
            var model = new Model(draw, layers);
            double index = draw.uniform(0, 16);
            assertClose(model.bits(model.before, 0, false) / model.bits(model.after, index, true),
                    candidate.ratio(model.params, model.before, model.after, model.keep, index));
            double free = candidate.ratio(model.params, model.before, model.after, model.keep, 0);
            double paid = candidate.ratio(model.params, model.before, model.after, model.keep, 5);
            boolean pruned = Arrays.stream(model.keep).anyMatch(share -> share < 1);
            assertHolds(pruned ? paid < free : paid == free, "with index %s, without %s", paid, free);
        }
        var many = new Model(draw, 200_000);
        assertClose(many.bits(many.before, 0, false) / many.bits(many.after, 6, true),
                candidate.ratio(many.params, many.before, many.after, many.keep, 6));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("codebook")
    void shared_values_are_stored_once(CompressionRatio candidate, Draw draw) {
        assertClose(7.998976131055225, candidate.codebookRatio(1_000_000, 32, 16));
        assertClose(4 / 3.0, candidate.codebookRatio(4, 4, 2));
        assertClose(1 / 3.0, candidate.codebookRatio(1, 1, 2));
        assertClose(32 / 65.0, candidate.codebookRatio(1, 32, 2));
        // 2³⁰ values of 32 bits exceed an int, and so do the weights
        assertClose(16 / 31.0, candidate.codebookRatio(1L << 30, 32, 1 << 30));
        assertClose(32 / 8.000000008, candidate.codebookRatio(1_000_000_000_000L, 32, 250));
        for (int round = 0; round < 20; round++) {
            int codeBits = draw.integer(1, 12);
            int k = 1 << codeBits;
            int bits = draw.integer(1, 32);
            int n = draw.integer(1, 1_000_000);
            double after = (double) n * codeBits + (double) k * bits;
            assertClose((double) n * bits / after, candidate.codebookRatio(n, bits, k));
        }
    }

    @Test
    @Points(15)
    @About("saving")
    void saving_and_bits_for_each_original_weight(CompressionRatio candidate, Draw draw) {
        assertClose(0.0, candidate.savingPercent(1));
        assertClose(50.0, candidate.savingPercent(2));
        assertClose(-100.0, candidate.savingPercent(0.5));
        assertClose(200 / 3.0, candidate.savingPercent(3));
        // 40 % of the weights with 6 bits each: 2.4 bits for each of all
        assertClose(2.4, candidate.bitsPerWeight(new double[]{10}, new double[]{4}, new double[]{0.4}, 2));
        assertClose(4.0, candidate.bitsPerWeight(new double[]{10}, new double[]{4}, new double[]{1}, 2));
        assertClose(5.5,
                candidate.bitsPerWeight(new double[]{3, 1}, new double[]{4, 10}, new double[]{1, 1}, 2));
        for (int round = 0; round < 20; round++) {
            var model = new Model(draw, draw.integer(1, 6));
            double index = draw.uniform(0, 16);
            double after = model.bits(model.after, index, true);
            double weights = Arrays.stream(model.params).sum();
            double bits = candidate.bitsPerWeight(model.params, model.after, model.keep, index);
            assertClose(after / weights, bits);
            double ratio = candidate.ratio(model.params, model.before, model.after, model.keep, index);
            double before = model.bits(model.before, 0, false);
            assertClose(100 * (before - after) / before, candidate.savingPercent(ratio));
            assertClose(bits, candidate.bitsPerWeight(model.params, model.after, model.keep, index));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("code-width")
    void codes_have_whole_bits(CompressionRatio candidate) {
        int[] values = {2, 3, 4, 5, 7, 8, 9, 16, 17, 255, 256, 257, 65_535, 65_536, 65_537, 1 << 19,
                (1 << 19) - 1, (1 << 19) + 1};
        int[] widths = {1, 2, 2, 3, 3, 3, 4, 4, 5, 8, 8, 9, 16, 16, 17, 19, 19, 20};
        for (int i = 0; i < values.length; i++) {
            double after = 1_000_000.0 * widths[i] + 32.0 * values[i];
            assertClose(32_000_000 / after, candidate.codebookRatio(1_000_000, 32, values[i]));
        }
        for (int width = 1; width < 31; width++) {
            // one weight for each value: bits / (width + bits)
            assertClose(16 / (width + 16.0), candidate.codebookRatio(1L << width, 16, 1 << width));
        }
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_what_is_no_model(CompressionRatio candidate) {
        double[] bad = {0, -0.0, -1, Double.NaN, INFINITY, -INFINITY};
        for (double number : bad) {
            for (int at = 0; at < 3; at++) {
                int i = at;
                refusesArrays(candidate, number + " at " + i, array -> {
                    double[] copy = array.clone();
                    copy[i] = number;
                    return copy;
                });
            }
            assertRejects("ratio = " + number, () -> candidate.savingPercent(number));
        }
        refusesArrays(candidate, "null", array -> null);
        refusesArrays(candidate, "a layer too few", array -> Arrays.copyOf(array, 2));
        refusesArrays(candidate, "a layer too many", array -> new double[]{1, 1, 1, 1});
        double[] none = {};
        assertRejects("no layers", () -> candidate.ratio(none, none, none, none, 4));
        assertRejects("no layers", () -> candidate.bitsPerWeight(none, none, none, 4));
        for (double share : new double[]{Math.nextUp(1.0), 25}) {
            for (int i = 0; i < 3; i++) {
                double[] keep = KEEP.clone();
                keep[i] = share;
                assertRejects("keep = " + share, () -> candidate.ratio(PARAMS, BEFORE, AFTER, keep, 4));
                assertRejects("keep = " + share, () -> candidate.bitsPerWeight(PARAMS, AFTER, keep, 4));
            }
        }
        for (double index : new double[]{-Double.MIN_VALUE, -4, Double.NaN, INFINITY, -INFINITY}) {
            assertRejects("indexBits = " + index, () -> candidate.ratio(PARAMS, BEFORE, AFTER, KEEP, index));
            assertRejects("indexBits = " + index, () -> candidate.bitsPerWeight(PARAMS, AFTER, KEEP, index));
        }
        refusesCodebooks(candidate);
        assertClose(1.0,
                candidate.ratio(new double[]{0.5}, new double[]{0.5}, new double[]{1}, new double[]{0.5}, 0));
    }

    private static void refusesCodebooks(CompressionRatio candidate) {
        for (int size : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("n = " + size, () -> candidate.codebookRatio(size, 32, 4));
            assertRejects("bits = " + size, () -> candidate.codebookRatio(16, size, 4));
            assertRejects("k = " + size, () -> candidate.codebookRatio(16, 32, size));
        }
        assertRejects("n = Long.MIN_VALUE", () -> candidate.codebookRatio(Long.MIN_VALUE, 32, 4));
        assertRejects("k = 1", () -> candidate.codebookRatio(16, 32, 1));
    }

    private interface Damage {
        double[] to(double[] array);
    }

    private static void refusesArrays(CompressionRatio candidate, String what, Damage damage) {
        assertRejects("params: " + what, () -> candidate.ratio(damage.to(PARAMS), BEFORE, AFTER, KEEP, 4));
        assertRejects("bitsBefore: " + what,
                () -> candidate.ratio(PARAMS, damage.to(BEFORE), AFTER, KEEP, 4));
        assertRejects("bitsAfter: " + what, () -> candidate.ratio(PARAMS, BEFORE, damage.to(AFTER), KEEP, 4));
        assertRejects("keep: " + what, () -> candidate.ratio(PARAMS, BEFORE, AFTER, damage.to(KEEP), 4));
        assertRejects("params: " + what, () -> candidate.bitsPerWeight(damage.to(PARAMS), AFTER, KEEP, 4));
        assertRejects("bitsAfter: " + what, () -> candidate.bitsPerWeight(PARAMS, damage.to(AFTER), KEEP, 4));
        assertRejects("keep: " + what, () -> candidate.bitsPerWeight(PARAMS, AFTER, damage.to(KEEP), 4));
    }

    private record Model(double[] params, double[] before, double[] after, double[] keep) {
        Model(Draw draw, int layers) {
            this(draw.vector(layers, 1, 1e6), draw.vector(layers, 8, 32), draw.vector(layers, 1, 16),
                    draw.vector(layers, 0.1, 1.5));
            for (int i = 0; i < layers; i++) {
                keep[i] = Math.min(keep[i], 1);
            }
        }

        /// Streams add up with compensation for what rounding loses.
        double bits(double[] widths, double index, boolean pruned) {
            return IntStream.range(0, params.length)
                    .mapToDouble(i -> params[i]
                            * (pruned && keep[i] < 1 ? keep[i] * (widths[i] + index) : widths[i]))
                    .sum();
        }
    }
}
