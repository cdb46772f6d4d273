package exercise.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.AlbertParamCount;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// All counts are whole numbers and compared exactly. The expected ones come from a list
/// of the shapes of all tensors, as a checkpoint has it.
class AlbertParamCountSuite {
    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(AlbertParamCount candidate) {
        assertEquals(109_482_240L, candidate.bert(30_522, 768, 12, 3072, 512, 2));
        assertEquals(11_683_584L, candidate.albert(30_000, 128, 768, 12, 3072, 512, 2));
    }

    @Test
    @Points(20)
    @About("bert")
    void every_layer_of_bert_counts(AlbertParamCount candidate, Draw draw) {
        assertEquals(335_141_888L, candidate.bert(30_522, 1024, 24, 4096, 512, 2));
        // All ones: 3 embeddings and a norm, 4 + 2 linear maps and 2 norms, the pooler.
        assertEquals(3 + 2 + (6 * 2 + 4) + 2, candidate.bert(1, 1, 1, 1, 1, 1));
        for (int round = 0; round < 6; round++) {
            int[] n = draw.integers(6, 1, 60);
            long expected = count(bert(n[0], n[1], n[2], n[3], n[4], n[5]));
            assertEquals(expected, candidate.bert(n[0], n[1], n[2], n[3], n[4], n[5]));
            assertEquals(expected, candidate.bert(n[0], n[1], n[2], n[3], n[4], n[5]));
        }
    }

    @Test
    @Points(25)
    @About("albert")
    void albert_factorises_and_shares(AlbertParamCount candidate, Draw draw) {
        assertEquals(222_595_584L, candidate.albert(30_000, 128, 4096, 12, 16_384, 512, 2));
        assertEquals(3 + 2 + (6 * 2 + 4) + 2, candidate.albert(1, 1, 1, 1, 1, 1, 1));
        for (int round = 0; round < 6; round++) {
            int[] n = draw.integers(7, 1, 60);
            n[1] += n[1] == n[2] ? 1 : 0;
            long expected = count(albert(n[0], n[1], n[2], n[4], n[5], n[6]));
            assertEquals(expected, candidate.albert(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
        }
        // One wider, one narrower, and the narrowest of all.
        assertEquals(count(albert(9, 5, 4, 8, 3, 2)), candidate.albert(9, 5, 4, 2, 8, 3, 2));
        assertEquals(count(albert(9, 3, 4, 8, 3, 2)), candidate.albert(9, 3, 4, 2, 8, 3, 2));
        assertEquals(count(albert(9, 1, 4, 8, 3, 2)), candidate.albert(9, 1, 4, 2, 8, 3, 2));
        assertEquals(count(albert(9, 6, 1, 8, 3, 2)), candidate.albert(9, 6, 1, 2, 8, 3, 2));
    }

    @Test
    @Points(20)
    @About("sharing")
    void equal_widths_need_no_projection_and_depth_is_free(AlbertParamCount candidate, Draw draw) {
        for (int round = 0; round < 4; round++) {
            int[] n = draw.integers(5, 2, 80);
            long shared = candidate.albert(n[0], n[1], n[1], 1, n[2], n[3], n[4]);
            assertEquals(candidate.bert(n[0], n[1], 1, n[2], n[3], n[4]), shared);
            assertEquals(count(albert(n[0], n[1], n[1], n[2], n[3], n[4])), shared);
            for (int layers : new int[]{2, 7, 1000}) {
                assertEquals(shared, candidate.albert(n[0], n[1], n[1], layers, n[2], n[3], n[4]));
            }
        }
        assertEquals(11_683_584L, candidate.albert(30_000, 128, 768, 48, 3072, 512, 2));
        // What another layer adds does not depend on how many there are.
        long one = candidate.bert(50, 16, 2, 64, 8, 2) - candidate.bert(50, 16, 1, 64, 8, 2);
        assertEquals(4 * (256 + 16) + (1024 + 64) + (1024 + 16) + 64, one);
        assertEquals(10 * one, candidate.bert(50, 16, 21, 64, 8, 2) - candidate.bert(50, 16, 11, 64, 8, 2));
    }

    @Test
    @Points(10)
    @About("long")
    void counts_beyond_an_int(AlbertParamCount candidate) {
        assertEquals(count(bert(262_144, 16_384, 2, 65_536, 2048, 2)),
                candidate.bert(262_144, 16_384, 2, 65_536, 2048, 2));
        assertEquals(count(albert(3_000_000, 1024, 8192, 32_768, 512, 2)),
                candidate.albert(3_000_000, 1024, 8192, 24, 32_768, 512, 2));
        assertEquals(count(albert(10, 50_000, 50_001, 60_000, 512, 2)),
                candidate.albert(10, 50_000, 50_001, 1, 60_000, 512, 2));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_less_than_one(AlbertParamCount candidate) {
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            for (int i = 0; i < 6; i++) {
                int[] n = {2, 2, 2, 2, 2, 2};
                n[i] = bad;
                assertRejects("bert" + Arrays.toString(n),
                        () -> candidate.bert(n[0], n[1], n[2], n[3], n[4], n[5]));
            }
            for (int i = 0; i < 7; i++) {
                int[] n = {2, 2, 2, 2, 2, 2, 2};
                n[i] = bad;
                assertRejects("albert" + Arrays.toString(n),
                        () -> candidate.albert(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
            }
        }
        assertRejects("equal negative widths", () -> candidate.albert(2, -3, -3, 2, 2, 2, 2));
    }

    /// Shapes of the tensors of a checkpoint; a vector has one column.
    private static long[][] bert(
            long words, long hidden, int layers, long inner, long positions, long segments) {
        var shapes = new long[7 + 16 * layers][];
        fill(shapes, 0, embeddings(words, hidden, positions, segments));
        for (int l = 0; l < layers; l++) {
            fill(shapes, 5 + 16 * l, layer(hidden, inner));
        }
        fill(shapes, 5 + 16 * layers, new long[][]{{hidden, hidden}, {hidden, 1}});
        return shapes;
    }

    private static long[][] albert(
            long words, long width, long hidden, long inner, long positions, long segments) {
        var shapes = new long[width == hidden ? 23 : 25][];
        fill(shapes, 0, embeddings(words, width, positions, segments));
        fill(shapes, 5, layer(hidden, inner));
        fill(shapes, 21, new long[][]{{hidden, hidden}, {hidden, 1}});
        if (width != hidden) {
            fill(shapes, 23, new long[][]{{hidden, width}, {hidden, 1}});
        }
        return shapes;
    }

    private static long[][] embeddings(long words, long width, long positions, long segments) {
        return new long[][]{{words, width}, {positions, width}, {segments, width}, {width, 1}, {width, 1}};
    }

    /// Query, key, value, output, norm, up, down, norm: weights and biases.
    private static long[][] layer(long hidden, long inner) {
        long[] vector = {hidden, 1};
        long[] square = {hidden, hidden};
        return new long[][]{square, vector, square, vector, square, vector, square, vector, vector, vector,
                {inner, hidden}, {inner, 1}, {hidden, inner}, vector, vector, vector};
    }

    private static void fill(long[][] shapes, int from, long[][] some) {
        System.arraycopy(some, 0, shapes, from, some.length);
    }

    private static long count(long[][] shapes) {
        return Arrays.stream(shapes).mapToLong(shape -> shape[0] * shape[1]).sum();
    }
}
