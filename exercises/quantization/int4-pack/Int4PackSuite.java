package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Int4Pack;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class Int4PackSuite {
    @Test
    @Points(20)
    @About("example")
    @Sample
    void worked_example(Int4Pack candidate) {
        int[] q = {-8, 7, -1, 0, 3};
        assertExact(new int[]{120, 15, 3}, candidate.pack(q));
        assertExact(q, candidate.unpack(new int[]{120, 15, 3}, 5));
        assertExact(new int[]{-502067336}, candidate.packWords(new int[]{-8, 7, -1, 0, 3, 1, 2, -2}));
    }

    @Test
    @Points(20)
    @About("sign")
    void nibbles_above_seven_are_negative_codes(Int4Pack candidate) {
        for (int nibble = 0; nibble < 16; nibble++) {
            int code = nibble < 8 ? nibble : nibble - 16;
            assertExact(new int[]{code}, candidate.unpack(new int[]{nibble}, 1));
            assertExact(new int[]{nibble}, candidate.pack(new int[]{code}));
            // What the unused nibble holds is nobody's business.
            assertExact(new int[]{code}, candidate.unpack(new int[]{240 + nibble}, 1));
            assertExact(new int[]{code, -1}, candidate.unpack(new int[]{240 + nibble}, 2));
            assertExact(new int[]{0, code}, candidate.unpack(new int[]{16 * nibble}, 2));
            assertExact(new int[]{15, 16 * nibble + 15, 8}, candidate.pack(new int[]{-1, 0, -1, code, -8}));
        }
        assertExact(new int[]{-8, -1, -1}, candidate.unpack(new int[]{0xF8, 0x8F}, 3));
    }

    @Test
    @Points(20)
    @About("round-trip")
    void what_was_packed_comes_back(Int4Pack candidate, Draw draw) {
        for (int a = -8; a <= 7; a++) {
            var pairs = new int[32];
            for (int b = -8; b <= 7; b++) {
                pairs[2 * b + 16] = a;
                pairs[2 * b + 17] = b;
                int unit = (a + 16) % 16 + (b + 16) % 16 * 16;
                assertExact(new int[]{unit}, candidate.pack(new int[]{a, b}));
            }
            assertExact(pairs, candidate.unpack(candidate.pack(pairs), 32));
        }
        for (int n : new int[]{1, 2, 3, 17, draw.integer(50, 99)}) {
            int[] q = draw.integers(n, -8, 7);
            int[] bytes = candidate.pack(q);
            assertHolds(bytes != null && bytes.length == (n + 1) / 2, "not %s bytes for %s codes",
                    (n + 1) / 2, n);
            assertHolds(Arrays.stream(bytes).allMatch(unit -> unit >= 0 && unit <= 255), "not a byte");
            assertExact(q, candidate.unpack(bytes, n));
            assertExact(bytes, candidate.pack(q));
        }
        assertPure(candidate);
    }

    @Test
    @Points(20)
    @About("words")
    void eight_codes_in_a_word_the_first_one_lowest(Int4Pack candidate, Draw draw) {
        assertExact(new int[]{0x76543210}, candidate.packWords(new int[]{0, 1, 2, 3, 4, 5, 6, 7}));
        assertExact(new int[]{0x89ABCDEF}, candidate.packWords(new int[]{-1, -2, -3, -4, -5, -6, -7, -8}));
        assertExact(new int[]{-1, 15}, candidate.packWords(new int[]{-1, -1, -1, -1, -1, -1, -1, -1, -1}));
        assertExact(new int[]{0x08000000}, candidate.packWords(new int[]{0, 0, 0, 0, 0, 0, -8}));
        assertExact(new int[]{Integer.MIN_VALUE}, candidate.packWords(new int[]{0, 0, 0, 0, 0, 0, 0, -8}));
        assertExact(new int[]{5}, candidate.packWords(new int[]{5}));
        for (int n : new int[]{1, 2, 7, 8, 9, 15, 16, 17, draw.integer(50, 99)}) {
            int[] q = draw.integers(n, -8, 7);
            assertExact(words(q), candidate.packWords(q));
        }
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("size")
    void half_a_byte_for_each_code(Int4Pack candidate, Draw draw) {
        candidate.pack(draw.integers(5000, -8, 7));
        int n = 4096 * draw.integer(230, 240);
        int[] q = draw.integers(n, -8, 7);
        int[] bytes = candidate.pack(q);
        assertHolds(bytes != null && bytes.length == n / 2, "not %s bytes for %s codes", n / 2, n);
        assertExact(q, candidate.unpack(bytes, n));
        assertExact(words(q), candidate.packWords(q));
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_no_code_and_no_byte(Int4Pack candidate) {
        int[][] broken = {null, {}, {8}, {-9}, {0, 8}, {0, 0, -9}, {-8, 7, 15}, {255}, {Integer.MAX_VALUE},
                {Integer.MIN_VALUE, 0}};
        for (int[] bad : broken) {
            assertRejects("pack " + Arrays.toString(bad), () -> candidate.pack(bad));
            assertRejects("packWords " + Arrays.toString(bad), () -> candidate.packWords(bad));
        }
        assertRejects("bytes = null", () -> candidate.unpack(null, 1));
        for (int bad : new int[]{-1, 256, 4096, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("byte " + bad, () -> candidate.unpack(new int[]{bad}, 2));
            assertRejects("second byte " + bad, () -> candidate.unpack(new int[]{1, bad}, 3));
        }
        assertRejects("no bytes", () -> candidate.unpack(new int[0], 1));
        for (int bad : new int[]{0, -1, -2, -3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("no bytes, n = " + bad, () -> candidate.unpack(new int[0], bad));
            assertRejects("one byte, n = " + bad, () -> candidate.unpack(new int[1], bad));
            assertRejects("two bytes, n = " + bad, () -> candidate.unpack(new int[2], bad));
        }
        assertRejects("one byte for 3 codes", () -> candidate.unpack(new int[1], 3));
        assertRejects("two bytes for 2 codes", () -> candidate.unpack(new int[2], 2));
        assertRejects("two bytes for 5 codes", () -> candidate.unpack(new int[2], 5));
        assertExact(new int[]{-1, -1, 0, 0}, candidate.unpack(new int[]{255, 0}, 4));
    }

    /// Shifts every code in from above: after eight of them the first is the lowest.
    private static int[] words(int[] q) {
        var words = new int[Math.ceilDiv(q.length, 8)];
        for (int i = 0; i < 8 * words.length; i++) {
            int code = i < q.length ? q[i] : 0;
            words[i / 8] = words[i / 8] >>> 4 | code << 28;
        }
        return words;
    }
}
