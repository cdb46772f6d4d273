package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FlashIoCount;
import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// All results are whole numbers and compared exactly.
class FlashIoCountSuite {
    @Test
    @Points(20)
    @About("example")
    @Sample
    void four_thousand_tokens_and_heads_of_64(FlashIoCount candidate) {
        assertExact(68_157_440L, candidate.naiveElements(4096, 64));
        assertExact(18_186_240L, candidate.flashElements(4096, 64, 49_152));
        assertExact(4L * 3 * 5 + 4 * 9, candidate.naiveElements(3, 5));
        assertExact(8L, candidate.naiveElements(1, 1));
        // one block for everything
        assertExact(2L * 15 + 45 + 12, candidate.flashElements(3, 5, 60));
        assertExact(9L, candidate.flashElements(1, 1, 4));
    }

    @Test
    @Points(15)
    @About("blocks")
    void blocks_have_whole_rows_and_the_last_may_have_fewer(FlashIoCount candidate, Draw draw) {
        // d = 5: a row of a block takes 20 elements of the chip
        assertExact(flash(7, 5, 1), candidate.flashElements(7, 5, 140));
        assertExact(flash(7, 5, 1), candidate.flashElements(7, 5, 1_000_000));
        assertExact(flash(7, 5, 2), candidate.flashElements(7, 5, 139));
        assertExact(flash(7, 5, 2), candidate.flashElements(7, 5, 80));
        assertExact(flash(7, 5, 3), candidate.flashElements(7, 5, 79));
        assertExact(flash(7, 5, 3), candidate.flashElements(7, 5, 60));
        assertExact(flash(7, 5, 4), candidate.flashElements(7, 5, 59));
        assertExact(flash(6, 5, 3), candidate.flashElements(6, 5, 40));
        assertExact(flash(6, 5, 6), candidate.flashElements(6, 5, 39));
        // less than a row fits: blocks have one nevertheless
        assertExact(flash(7, 5, 7), candidate.flashElements(7, 5, 20));
        assertExact(flash(7, 5, 7), candidate.flashElements(7, 5, 19));
        assertExact(flash(7, 5, 7), candidate.flashElements(7, 5, 1));
        assertExact(flash(1, 5, 1), candidate.flashElements(1, 5, 1));
        // more rows than dimensions
        assertExact(flash(100, 2, 4), candidate.flashElements(100, 2, 200));
        for (int round = 0; round < 30; round++) {
            int n = draw.integer(1, 200);
            int d = draw.integer(1, 40);
            int sram = draw.integer(1, 4000);
            assertExact(flash(n, d, blocks(n, d, sram)), candidate.flashElements(n, d, sram));
            long more = candidate.flashElements(n, d, sram + 4 * d);
            assertHolds(more <= candidate.flashElements(n, d, sram), "%s with a larger chip", more);
        }
    }

    @Test
    @Points(20)
    @About("scores")
    void scores_grow_with_the_square_of_the_length(FlashIoCount candidate, Draw draw) {
        assertExact(8_589_934_592L, candidate.scoreBytes(1, 32, 8192, 2));
        assertExact(2L * 3 * 5 * 49 * 4, candidate.scoreBytes(3, 5, 7, 4));
        assertExact(2L, candidate.scoreBytes(1, 1, 1, 1));
        for (int round = 0; round < 20; round++) {
            int[] sizes = draw.integers(4, 1, 90);
            long once = candidate.scoreBytes(sizes[0], sizes[1], sizes[2], sizes[3]);
            assertExact(product(2, sizes[0], sizes[1], sizes[2], sizes[2], sizes[3]), once);
            assertExact(2 * once, candidate.scoreBytes(2 * sizes[0], sizes[1], sizes[2], sizes[3]));
            assertExact(2 * once, candidate.scoreBytes(sizes[0], 2 * sizes[1], sizes[2], sizes[3]));
            assertExact(4 * once, candidate.scoreBytes(sizes[0], sizes[1], 2 * sizes[2], sizes[3]));
            assertExact(2 * once, candidate.scoreBytes(sizes[0], sizes[1], sizes[2], 2 * sizes[3]));
        }
    }

    @Test
    @Points(15)
    @About("extra")
    void two_numbers_for_each_row_and_head(FlashIoCount candidate, Draw draw) {
        assertExact(2_097_152L, candidate.flashExtraBytes(1, 32, 8192));
        assertExact(8L * 3 * 5 * 7, candidate.flashExtraBytes(3, 5, 7));
        assertExact(8L, candidate.flashExtraBytes(1, 1, 1));
        for (int round = 0; round < 20; round++) {
            int[] sizes = draw.integers(3, 1, 900);
            long once = candidate.flashExtraBytes(sizes[0], sizes[1], sizes[2]);
            assertExact(2 * once, candidate.flashExtraBytes(2 * sizes[0], sizes[1], sizes[2]));
            assertExact(2 * once, candidate.flashExtraBytes(sizes[0], 2 * sizes[1], sizes[2]));
            assertExact(2 * once, candidate.flashExtraBytes(sizes[0], sizes[1], 2 * sizes[2]));
        }
    }

    @Test
    @Points(15)
    @About("flops")
    void operations_grow_with_square_and_dimension(FlashIoCount candidate, Draw draw) {
        assertExact(1_099_511_627_776L, candidate.attentionFlops(1, 32, 8192, 128));
        assertExact(4L * 3 * 5 * 49 * 11, candidate.attentionFlops(3, 5, 7, 11));
        assertExact(4L, candidate.attentionFlops(1, 1, 1, 1));
        for (int round = 0; round < 20; round++) {
            int[] sizes = draw.integers(4, 1, 90);
            long once = candidate.attentionFlops(sizes[0], sizes[1], sizes[2], sizes[3]);
            assertExact(2 * once, candidate.attentionFlops(2 * sizes[0], sizes[1], sizes[2], sizes[3]));
            assertExact(2 * once, candidate.attentionFlops(sizes[0], 2 * sizes[1], sizes[2], sizes[3]));
            assertExact(4 * once, candidate.attentionFlops(sizes[0], sizes[1], 2 * sizes[2], sizes[3]));
            assertExact(2 * once, candidate.attentionFlops(sizes[0], sizes[1], sizes[2], 2 * sizes[3]));
        }
    }

    @Test
    @Points(15)
    @About("validation")
    void large_counts_are_exact_and_bad_ones_refused(FlashIoCount candidate, Draw draw) {
        largeCounts(candidate, draw);
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("n = " + bad, () -> candidate.naiveElements(bad, 2));
            assertRejects("d = " + bad, () -> candidate.naiveElements(2, bad));
            assertRejects("n = " + bad, () -> candidate.flashElements(bad, 2, 64));
            assertRejects("d = " + bad, () -> candidate.flashElements(2, bad, 64));
            assertRejects("sram = " + bad, () -> candidate.flashElements(2, 2, bad));
            assertRejects("b = " + bad, () -> candidate.scoreBytes(bad, 2, 2, 2));
            assertRejects("h = " + bad, () -> candidate.scoreBytes(2, bad, 2, 2));
            assertRejects("n = " + bad, () -> candidate.scoreBytes(2, 2, bad, 2));
            assertRejects("elemBytes = " + bad, () -> candidate.scoreBytes(2, 2, 2, bad));
            assertRejects("b = " + bad, () -> candidate.flashExtraBytes(bad, 2, 2));
            assertRejects("h = " + bad, () -> candidate.flashExtraBytes(2, bad, 2));
            assertRejects("n = " + bad, () -> candidate.flashExtraBytes(2, 2, bad));
            assertRejects("b = " + bad, () -> candidate.attentionFlops(bad, 2, 2, 2));
            assertRejects("h = " + bad, () -> candidate.attentionFlops(2, bad, 2, 2));
            assertRejects("n = " + bad, () -> candidate.attentionFlops(2, 2, bad, 2));
            assertRejects("d = " + bad, () -> candidate.attentionFlops(2, 2, 2, bad));
        }
    }

    private static void largeCounts(FlashIoCount candidate, Draw draw) {
        int most = Integer.MAX_VALUE;
        assertExact(8_000_000_000_000_000_000L, candidate.naiveElements(1_000_000_000, 1_000_000_000));
        assertExact(4L * most + 4, candidate.naiveElements(1, most));
        assertExact(flash(most, 1, 5), candidate.flashElements(most, 1, most));
        assertExact(flash(1, most, 1), candidate.flashElements(1, most, most));
        // 4·d exceeds an int, and nothing but a single row fits
        assertExact(flash(3, 1_100_000_000, 3), candidate.flashElements(3, 1_100_000_000, most));
        assertExact(flash(1_000_003, 10, 1_000_003), candidate.flashElements(1_000_003, 10, 1));
        for (int round = 0; round < 20; round++) {
            // odd numbers, of more than 53 bits together
            int n = 100_001 + 2 * draw.integer(0, 40_000);
            int h = 101 + 2 * draw.integer(0, 40);
            int b = 71 + 2 * draw.integer(0, 40);
            int d = 513 + 2 * draw.integer(0, 200);
            assertExact(product(2, b, h, n, n, 4001), candidate.scoreBytes(b, h, n, 4001));
            assertExact(product(8, b, h, n), candidate.flashExtraBytes(b, h, n));
            assertExact(product(4, b, h, n, n, d), candidate.attentionFlops(b, h, n, d));
            assertExact(product(4, n, d) + product(4, n, n), candidate.naiveElements(n, d));
            assertExact(flash(n, d, blocks(n, d, 1_000_000)), candidate.flashElements(n, d, 1_000_000));
        }
    }

    /// What is moved if there are so many blocks.
    private static long flash(long n, long d, long blocks) {
        return product(2, n, d) + product(blocks, product(3, n, d) + product(4, n));
    }

    /// Fills block after block with rows, as long as there are any.
    private static long blocks(int n, int d, int sram) {
        long rows = 1;
        while (4L * d * (rows + 1) <= sram) {
            rows++;
        }
        long blocks = 0;
        for (long done = 0; done < n; done += rows) {
            blocks++;
        }
        return blocks;
    }

    private static long product(long... factors) {
        return LongStream.of(factors)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply)
                .longValueExact();
    }
}
