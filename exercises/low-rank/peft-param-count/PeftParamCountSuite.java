package exercise.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.PeftParamCount;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Counts are exact. Percentages are compared with the default tolerance, 1e-9 absolute
/// plus 1e-9 relative: one multiplication and one division in any order stay a million
/// times below it, single precision exceeds it ten times.
class PeftParamCountSuite {
    /// Query, key, value, output, gate, up and down of LLaMA-7B.
    private static final int[] INPUTS = {4096, 4096, 4096, 4096, 4096, 4096, 11008};
    private static final int[] OUTPUTS = {4096, 4096, 4096, 4096, 11008, 11008, 4096};
    private static final long LLAMA = 6_738_415_616L;

    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(PeftParamCount candidate) {
        int[] square = {4096, 4096};
        assertEquals(4_194_304L, candidate.lora(32, square, square, 8));
        assertEquals(81_920L, candidate.prompt(20, 4096));
        assertEquals(7_864_320L, candidate.prefix(30, 32, 4096));
        assertClose(4_194_304 * 100.0 / LLAMA, candidate.percent(4_194_304, LLAMA));
    }

    @Test
    @Points(20)
    @About("lora")
    void each_matrix_gets_two_factors(PeftParamCount candidate, Draw draw) {
        assertEquals(39_976_960L, candidate.lora(32, INPUTS, OUTPUTS, 16));
        assertEquals(2L, candidate.lora(1, new int[]{1}, new int[]{1}, 1));
        assertEquals(3L * 5 * (2 + 7), candidate.lora(3, new int[]{2}, new int[]{7}, 5));
        assertEquals(3L * 5 * (7 + 2), candidate.lora(3, new int[]{7}, new int[]{2}, 5));
        for (int round = 0; round < 5; round++) {
            int matrices = draw.integer(2, 6);
            int[] inputs = draw.integers(matrices, 1, 5000);
            int[] outputs = draw.integers(matrices, 1, 5000);
            int layers = draw.integer(2, 40);
            int rank = draw.integer(2, 64);
            long expected = 0;
            for (int i = 0; i < matrices; i++) {
                long a = (long) rank * inputs[i];
                long b = (long) outputs[i] * rank;
                expected += layers * (a + b);
            }
            assertEquals(expected, candidate.lora(layers, inputs, outputs, rank));
            assertEquals(expected, candidate.lora(layers, inputs, outputs, rank));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("prompts")
    void a_prefix_is_two_prompts_for_every_layer(PeftParamCount candidate, Draw draw) {
        assertEquals(1L, candidate.prompt(1, 1));
        assertEquals(2L, candidate.prefix(1, 1, 1));
        assertEquals(2L * 3 * 5 * 7, candidate.prefix(3, 5, 7));
        for (int round = 0; round < 5; round++) {
            int tokens = draw.integer(2, 200);
            int layers = draw.integer(2, 80);
            int width = draw.integer(2, 8192);
            long prompt = 0;
            for (int token = 0; token < tokens; token++) {
                prompt += width;
            }
            assertEquals(prompt, candidate.prompt(tokens, width));
            assertEquals(layers * (prompt + prompt), candidate.prefix(tokens, layers, width));
        }
    }

    @Test
    @Points(20)
    @About("percent")
    void the_frozen_model_is_a_hundred_percent(PeftParamCount candidate, Draw draw) {
        assertClose(0.06224466163887033, candidate.percent(4_194_304, LLAMA));
        assertClose(0.5932694312454828, candidate.percent(39_976_960, LLAMA));
        assertClose(0.0012157160476341862, candidate.percent(81_920, LLAMA));
        assertClose(0.11670874057288187, candidate.percent(7_864_320, LLAMA));
        assertClose(100.0, candidate.percent(LLAMA, LLAMA));
        assertClose(250.0, candidate.percent(5, 2));
        assertClose(100.0 / 3, candidate.percent(1, 3));
        assertClose(12.5, candidate.percent(1L << 40, 1L << 43));
        for (int round = 0; round < 5; round++) {
            int trainable = draw.integer(1, 1_000_000);
            int base = draw.integer(1, 100_000_000);
            assertClose(trainable / (base / 100.0), candidate.percent(trainable, base));
        }
    }

    @Test
    @Points(15)
    @About("long")
    void counts_beyond_an_int(PeftParamCount candidate) {
        int[] wide = {12_288, 12_288, 12_288, 12_288};
        assertEquals(2_415_919_104L, candidate.lora(96, wide, wide, 256));
        int[] half = {1_500_000_000};
        assertEquals(3_000_000_000L, candidate.lora(1, half, half, 1));
        assertEquals(3_000_000_000_000L, candidate.lora(1000, half, half, 1));
        assertEquals(5_000_000_000L, candidate.prompt(100_000, 50_000));
        assertEquals(24_000_000_000L, candidate.prefix(100_000, 120, 1000));
        assertEquals(2_147_483_648L, candidate.prefix(1 << 10, 1 << 10, 1 << 10));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_less_than_one(PeftParamCount candidate) {
        int[] good = {4, 6};
        for (int bad : new int[]{0, -1, -8, Integer.MIN_VALUE}) {
            assertRejects("lora with layers = " + bad, () -> candidate.lora(bad, good, good, 2));
            assertRejects("lora with r = " + bad, () -> candidate.lora(2, good, good, bad));
            assertRejects("prompt with tokens = " + bad, () -> candidate.prompt(bad, 4));
            assertRejects("prompt with d = " + bad, () -> candidate.prompt(4, bad));
            assertRejects("prefix with tokens = " + bad, () -> candidate.prefix(bad, 2, 4));
            assertRejects("prefix with layers = " + bad, () -> candidate.prefix(2, bad, 4));
            assertRejects("prefix with d = " + bad, () -> candidate.prefix(2, 4, bad));
            assertRejects("percent with trainable = " + bad, () -> candidate.percent(bad, 4));
            assertRejects("percent with base = " + bad, () -> candidate.percent(4, bad));
            int[][] broken = {{4, bad}, {bad, 6}};
            for (int[] widths : broken) {
                String what = Arrays.toString(widths);
                assertRejects("dIn = " + what, () -> candidate.lora(2, widths, good, 2));
                assertRejects("dOut = " + what, () -> candidate.lora(2, good, widths, 2));
            }
        }
        for (int[] bad : new int[][]{null, {}, {4}, {4, 6, 8}}) {
            String what = Arrays.toString(bad);
            assertRejects("dIn = " + what, () -> candidate.lora(2, bad, good, 2));
            assertRejects("dOut = " + what, () -> candidate.lora(2, good, bad, 2));
        }
        assertRejects("no matrices", () -> candidate.lora(2, new int[0], new int[0], 2));
        assertRejects("neither inputs nor outputs", () -> candidate.lora(2, null, null, 2));
    }
}
