package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TransformerFlops;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Counts are whole numbers and compared exactly; [TransformerFlops#reductionPercent]
/// has the default tolerance, 1e-9 absolute plus 1e-9 relative. Right solutions that
/// divide in another order differ by at most 1e-13, and single precision is 10⁻⁶ off.
class TransformerFlopsSuite {
    /// Sizes of a model with n tokens, in the order of the contract.
    private record Model(int layers, int d, int heads, int kvHeads, int headDim, int ffn, int vocab, int n) {
        static final Model SEVEN_B = new Model(32, 4096, 32, 32, 128, 11008, 32000, 2048);

        static Model of(Draw draw) {
            int kvHeads = draw.integer(1, 6);
            return new Model(draw.integer(1, 9), draw.integer(1, 50), kvHeads * draw.integer(1, 5), kvHeads,
                    draw.integer(1, 20), draw.integer(1, 90), draw.integer(1, 99), draw.integer(1, 40));
        }

        static Model of(int[] sizes) {
            return new Model(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6], sizes[7]);
        }

        Model withLayers(int count) {
            return new Model(count, d, heads, kvHeads, headDim, ffn, vocab, n);
        }

        Model withHeads(int all, int ofKeys) {
            return new Model(layers, d, all, ofKeys, headDim, ffn, vocab, n);
        }

        Model withFfn(int width) {
            return new Model(layers, d, heads, kvHeads, headDim, width, vocab, n);
        }

        Model withTokens(int tokens) {
            return new Model(layers, d, heads, kvHeads, headDim, ffn, vocab, tokens);
        }

        long forward(TransformerFlops candidate, boolean gated) {
            return candidate.forward(layers, d, heads, kvHeads, headDim, ffn, vocab, n, gated);
        }

        /// Matrix product by matrix product, in numbers that cannot overflow.
        long expected(boolean gated) {
            BigInteger scores = product(n, headDim, n).add(product(n, n, headDim));
            BigInteger layer = product(n, d, (long) heads * headDim)
                    .add(product(n, d, (long) kvHeads * headDim))
                    .add(product(n, d, (long) kvHeads * headDim))
                    .add(scores.multiply(BigInteger.valueOf(heads)))
                    .add(product(n, (long) heads * headDim, d))
                    .add(product(n, d, ffn))
                    .add(product(n, ffn, d));
            if (gated) {
                layer = layer.add(product(n, d, ffn));
            }
            return layer.multiply(BigInteger.valueOf(layers)).add(product(n, d, vocab)).longValueExact();
        }
    }

    @Test
    @Points(25)
    @About("example")
    @Sample
    void a_7b_model_and_2048_tokens(TransformerFlops candidate) {
        assertExact(29_261_612_187_648L, Model.SEVEN_B.forward(candidate, true));
        assertExact(39_442L, candidate.forward(2, 3, 4, 2, 5, 7, 11, 13, false));
        assertExact(40_534L, candidate.forward(2, 3, 4, 2, 5, 7, 11, 13, true));
        assertExact(18L, candidate.forward(1, 1, 1, 1, 1, 1, 1, 1, false));
        assertExact(20L, candidate.forward(1, 1, 1, 1, 1, 1, 1, 1, true));
    }

    @Test
    @Points(15)
    @About("length")
    void only_scores_and_values_grow_with_the_square_of_the_length(TransformerFlops candidate, Draw draw) {
        assertExact(62_921_270_886_400L, Model.SEVEN_B.withTokens(4096).forward(candidate, true));
        for (int round = 0; round < 20; round++) {
            var model = Model.of(draw);
            boolean gated = draw.coin();
            long once = model.forward(candidate, gated);
            long twice = model.withTokens(2 * model.n).forward(candidate, gated);
            long pairs = (long) model.n * model.n;
            assertExact(8L * model.layers * pairs * model.heads * model.headDim, twice - 2 * once);
            assertExact(model.expected(gated), once);
        }
    }

    @Test
    @Points(15)
    @About("heads")
    void fewer_kv_heads_save_keys_and_values_alone(TransformerFlops candidate, Draw draw) {
        assertExact(25_963_077_304_320L, Model.SEVEN_B.withHeads(32, 8).forward(candidate, true));
        for (int round = 0; round < 20; round++) {
            var model = Model.of(draw);
            boolean gated = draw.coin();
            long all = model.withHeads(model.heads, model.heads).forward(candidate, gated);
            long some = model.forward(candidate, gated);
            long saved = (long) (model.heads - model.kvHeads) * model.headDim;
            assertExact(4L * model.layers * model.n * model.d * saved, all - some);
            assertExact(model.expected(gated), some);
        }
    }

    @Test
    @Points(15)
    @About("ffn")
    void a_gate_is_a_third_matrix(TransformerFlops candidate, Draw draw) {
        assertExact(23_351_737_188_352L, Model.SEVEN_B.forward(candidate, false));
        for (int round = 0; round < 20; round++) {
            var model = Model.of(draw);
            long matrix = 2L * model.layers * model.n * model.d * model.ffn;
            long plain = model.forward(candidate, false);
            long gated = model.forward(candidate, true);
            assertExact(matrix, gated - plain);
            var wide = model.withFfn(2 * model.ffn);
            assertExact(2 * matrix, wide.forward(candidate, false) - plain);
            assertExact(3 * matrix, wide.forward(candidate, true) - gated);
            // the projection to the vocabulary comes once, whatever the number of layers
            long twice = model.withLayers(2 * model.layers).forward(candidate, false);
            assertExact(2L * model.n * model.d * model.vocab, 2 * plain - twice);
            assertExact(model.expected(false), plain);
        }
    }

    @Test
    @Points(10)
    @About("pruning")
    void pruned_heads_and_neurons(TransformerFlops candidate, Draw draw) {
        var pruned = Model.SEVEN_B.withHeads(24, 24).withFfn(8256);
        assertExact(22_080_426_868_736L, pruned.forward(candidate, true));
        assertClose(24.541318068398652, candidate.reductionPercent(29_261_612_187_648L, 22_080_426_868_736L));
        assertClose(100.0, candidate.reductionPercent(1, 0));
        assertClose(0.0, candidate.reductionPercent(1, 1));
        assertClose(-200.0, candidate.reductionPercent(1, 3));
        assertClose(100.0 / 3, candidate.reductionPercent(3, 2));
        assertClose(75.0, candidate.reductionPercent(8_000_000_000_000_000_000L, 2_000_000_000_000_000_000L));
        for (int round = 0; round < 20; round++) {
            int before = draw.integer(1, 1_000_000);
            int after = draw.integer(0, 1_500_000);
            double kept = 100.0 * after / before;
            assertClose(100 - kept, candidate.reductionPercent(before, after));
        }
    }

    @Test
    @Points(10)
    @About("low-rank")
    void factors_pay_below_the_break_even_rank(TransformerFlops candidate, Draw draw) {
        assertExact(90_177_536L, candidate.linear(1, 4096, 11008));
        assertExact(15_466_496L, candidate.lowRank(1, 4096, 11008, 512));
        assertExact(2L, candidate.linear(1, 1, 1));
        assertExact(4L, candidate.lowRank(1, 1, 1, 1));
        for (int round = 0; round < 20; round++) {
            // in·out / (in + out) = a·b·k for in = a·(a + b)·k and out = b·(a + b)·k
            int a = draw.integer(1, 9);
            int b = draw.integer(1, 9);
            int k = draw.integer(1, 9);
            int n = draw.integer(1, 99);
            int in = a * (a + b) * k;
            int out = b * (a + b) * k;
            int even = a * b * k;
            long dense = candidate.linear(n, in, out);
            assertExact(2L * n * in * out, dense);
            assertExact(dense, candidate.lowRank(n, in, out, even));
            assertExact(dense + 2L * n * (in + out), candidate.lowRank(n, in, out, even + 1));
            int rank = draw.integer(1, 300);
            assertExact(2L * n * in * rank + 2L * n * rank * out, candidate.lowRank(n, in, out, rank));
        }
    }

    @Test
    @Points(10)
    @About("validation")
    void large_counts_are_exact_and_bad_ones_refused(TransformerFlops candidate, Draw draw) {
        largeCounts(candidate, draw);
        int[] good = {2, 3, 4, 2, 5, 7, 11, 13};
        for (int bad : new int[]{0, -1, -4, Integer.MIN_VALUE}) {
            for (int i = 0; i < good.length; i++) {
                int[] sizes = good.clone();
                sizes[i] = bad;
                var model = Model.of(sizes);
                assertRejects(model.toString(), () -> model.forward(candidate, true));
            }
            assertRejects("n = " + bad, () -> candidate.linear(bad, 2, 3));
            assertRejects("in = " + bad, () -> candidate.linear(2, bad, 3));
            assertRejects("out = " + bad, () -> candidate.linear(2, 3, bad));
            assertRejects("n = " + bad, () -> candidate.lowRank(bad, 2, 3, 4));
            assertRejects("in = " + bad, () -> candidate.lowRank(2, bad, 3, 4));
            assertRejects("out = " + bad, () -> candidate.lowRank(2, 3, bad, 4));
            assertRejects("rank = " + bad, () -> candidate.lowRank(2, 3, 4, bad));
            assertRejects("before = " + bad, () -> candidate.reductionPercent(bad, 0));
        }
        for (int[] heads : new int[][]{{4, 3}, {1, 2}, {2, 4}, {3, 2}, {32, 5}}) {
            assertRejects("heads, kvHeads = %d, %d".formatted(heads[0], heads[1]),
                    () -> candidate.forward(2, 3, heads[0], heads[1], 5, 7, 11, 13, false));
        }
        assertRejects("after = -1", () -> candidate.reductionPercent(10, -1));
        assertRejects("after = Long.MIN_VALUE", () -> candidate.reductionPercent(10, Long.MIN_VALUE));
        assertRejects("before = Long.MIN_VALUE", () -> candidate.reductionPercent(Long.MIN_VALUE, 1));
        assertExact(60L, candidate.lowRank(1, 1, 2, 10));
    }

    private static void largeCounts(TransformerFlops candidate, Draw draw) {
        int most = Integer.MAX_VALUE;
        assertExact(4L * most, candidate.lowRank(1, most, most, 1));
        assertExact(2L * most * most, candidate.linear(1, most, most));
        assertExact(4_999_999_900_000_000L, candidate.linear(50_000, 99_999_998, 500));
        for (int round = 0; round < 10; round++) {
            var model = new Model(draw.integer(50, 99), draw.integer(9_000, 20_000), 128, 8,
                    draw.integer(90, 200), draw.integer(40_000, 60_000), draw.integer(90_000, 99_999),
                    draw.integer(60_000, 99_999));
            assertExact(model.expected(true), model.forward(candidate, true));
            // more heads than an int can number dimensions, and odd counts of more than 53 bits
            var odd = new Model(1, 3, 65_537, 1, 65_539, 5, 7, 9_999 - 2 * draw.integer(0, 99));
            assertExact(odd.expected(false), odd.forward(candidate, false));
        }
        int billion = 1_000_000_000;
        for (int i = 0; i < 8; i++) {
            int[] sizes = {1, 1, 1, 1, 1, 1, 1, 1};
            sizes[i] = billion;
            sizes[2] = Math.max(sizes[2], sizes[3]);
            var model = Model.of(sizes);
            assertExact(model.expected(true), model.forward(candidate, true));
            assertExact(model.expected(false), model.forward(candidate, false));
        }
        assertExact(2L * billion, candidate.linear(billion, 1, 1));
        assertExact(4L * most, candidate.lowRank(most, 1, 1, 1));
        assertExact(4L * most, candidate.lowRank(1, 1, 1, most));
    }

    private static BigInteger product(long rows, long inner, long columns) {
        return BigInteger.TWO.multiply(BigInteger.valueOf(rows))
                .multiply(BigInteger.valueOf(inner))
                .multiply(BigInteger.valueOf(columns));
    }
}
