package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.KvCacheSize;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// All results are whole numbers and compared exactly.
class KvCacheSizeSuite {
    @Test
    @Points(20)
    @About("example")
    @Sample
    void llama_2_70b_and_a_7b_model(KvCacheSize candidate) {
        assertExact(1_342_177_280L, candidate.bytes(80, 8, 128, 4096, 1, 2));
        assertExact(8_589_934_592L, candidate.bytes(32, 32, 128, 2048, 8, 2));
        assertExact(120_120L, candidate.bytes(3, 5, 7, 11, 13, 4));
        assertExact(2L, candidate.bytes(1, 1, 1, 1, 1, 1));
    }

    @Test
    @Points(15)
    @About("heads")
    void as_many_heads_as_queries_take_eight_times_as_much(KvCacheSize candidate, Draw draw) {
        assertExact(10_737_418_240L, candidate.bytes(80, 64, 128, 4096, 1, 2));
        assertExact(167_772_160L, candidate.bytes(80, 1, 128, 4096, 1, 2));
        for (int round = 0; round < 10; round++) {
            int[] sizes = draw.integers(6, 1, 40);
            int group = draw.integer(2, 9);
            long few = bytes(candidate, sizes);
            // every size is a factor of its own, not the number of heads alone
            for (int i = 0; i < sizes.length; i++) {
                int[] more = sizes.clone();
                more[i] *= group;
                assertExact(group * few, bytes(candidate, more));
            }
        }
    }

    @Test
    @Points(20)
    @About("paged")
    void every_sequence_has_whole_blocks_of_its_own(KvCacheSize candidate, Draw draw) {
        assertExact(33_554_432L, candidate.pagedBytes(32, 32, 128, new int[]{5, 17, 16}, 16, 2));
        // 2·3·5·7·2 bytes for each token
        assertExact(420L * 8, candidate.pagedBytes(3, 5, 7, new int[]{1}, 8, 2));
        assertExact(420L * 8, candidate.pagedBytes(3, 5, 7, new int[]{8}, 8, 2));
        assertExact(420L * 16, candidate.pagedBytes(3, 5, 7, new int[]{9}, 8, 2));
        assertExact(420L * 24, candidate.pagedBytes(3, 5, 7, new int[]{1, 7, 8}, 8, 2));
        assertExact(420L * 300, candidate.pagedBytes(3, 5, 7, new int[]{20, 1, 3}, 100, 2));
        assertExact(420L * 24, candidate.pagedBytes(3, 5, 7, new int[]{20, 1, 3}, 1, 2));
        for (int round = 0; round < 20; round++) {
            int[] sizes = draw.integers(4, 1, 30);
            int[] seqs = draw.integers(draw.integer(1, 8), 1, 60);
            int block = draw.integer(1, 20);
            long paged = paged(candidate, sizes, seqs, block);
            assertExact(expectedPages(sizes, seqs, block), paged);
            int[] ascending = seqs.clone();
            Arrays.sort(ascending);
            assertExact(paged, paged(candidate, sizes, ascending, block));
            // blocks of one token waste nothing
            long tokens = Arrays.stream(seqs).sum();
            assertExact(candidate.bytes(sizes[0], sizes[1], sizes[2], (int) tokens, 1, sizes[3]),
                    paged(candidate, sizes, seqs, 1));
        }
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("batch")
    void the_largest_batch_that_fits(KvCacheSize candidate, Draw draw) {
        assertExact(9, candidate.maxBatch(10_000_000_000L, 32, 32, 128, 2048, 2));
        assertExact(0, candidate.maxBatch(0, 32, 32, 128, 2048, 2));
        assertExact(0, candidate.maxBatch(1, 1, 1, 1, 1, 1));
        assertExact(1, candidate.maxBatch(2, 1, 1, 1, 1, 1));
        assertExact(1, candidate.maxBatch(3, 1, 1, 1, 1, 1));
        assertExact(2, candidate.maxBatch(4, 1, 1, 1, 1, 1));
        assertExact(0, candidate.maxBatch(1_073_741_823, 32, 32, 128, 2048, 2));
        assertExact(1, candidate.maxBatch(1_073_741_824, 32, 32, 128, 2048, 2));
        for (int round = 0; round < 20; round++) {
            int[] sizes = draw.integers(5, 1, 60);
            int batch = draw.integer(1, 900);
            long exact = product(2, sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], batch);
            assertExact(batch, maxBatch(candidate, exact, sizes));
            assertExact(batch - 1, maxBatch(candidate, exact - 1, sizes));
            long budget = exact + draw.integer(0, Integer.MAX_VALUE);
            int most = maxBatch(candidate, budget, sizes);
            long taken = candidate.bytes(sizes[0], sizes[1], sizes[2], sizes[3], most, sizes[4]);
            long next = candidate.bytes(sizes[0], sizes[1], sizes[2], sizes[3], most + 1, sizes[4]);
            assertHolds(taken <= budget && budget < next, "%s bytes, batch %s takes %s, one more takes %s",
                    budget, most, taken, next);
        }
    }

    @Test
    @Points(15)
    @About("large")
    void nothing_overflows_or_loses_digits(KvCacheSize candidate, Draw draw) {
        // 2·3·7·(2³¹ − 1) · 99 999 999 has 57 bits, and it is odd but for the 2
        assertExact(9_019_431_227_205_686_826L, candidate.bytes(3, 7, 1, Integer.MAX_VALUE, 99_999_999, 1));
        int longest = Integer.MAX_VALUE;
        // 2³¹ − 1 tokens take two blocks of 2³⁰, four such sequences have more tokens than an int
        assertExact(1L << 32, candidate.pagedBytes(1, 1, 1, new int[]{longest}, 1 << 30, 1));
        assertExact(2L * longest, candidate.pagedBytes(1, 1, 1, new int[]{longest}, longest, 1));
        int[] four = {longest, longest, longest, longest};
        assertExact(8L * longest, candidate.pagedBytes(1, 1, 1, four, 1, 1));
        assertExact(9_019_431_227_205_686_826L,
                candidate.pagedBytes(3, 7, 99_999_999, new int[]{longest}, 1, 1));
        for (int round = 0; round < 20; round++) {
            int[] sizes = {draw.integer(1500, 2000), draw.integer(1500, 2000), draw.integer(1500, 2000),
                    draw.integer(500, 1000), draw.integer(500, 1000), draw.integer(1, 8)};
            assertExact(product(2, sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]),
                    bytes(candidate, sizes));
            int[] model = Arrays.copyOf(sizes, 4);
            int[] seqs = draw.integers(5, 1, 100_000);
            assertExact(expectedPages(model, seqs, 1000), paged(candidate, model, seqs, 1000));
            // The budget is one byte short: in double it is not.
            int batch = draw.integer(1_000_000_000, 2_000_000_000);
            int half = draw.integer(1_000_000_000, 2_000_000_000);
            assertExact(batch - 1, candidate.maxBatch(2L * half * batch - 1, 1, 1, 1, half, 1));
        }
        int[] many = draw.integers(100_000, 1, 50_000);
        int[] model = {80, 8, 128, 2};
        assertExact(expectedPages(model, many, 16), paged(candidate, model, many, 16));
    }

    @Test
    @Points(15)
    @About("validation")
    void refuses_sizes_below_one(KvCacheSize candidate) {
        int[] seqs = {5, 17, 16};
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            for (int i = 0; i < 6; i++) {
                int[] six = {32, 32, 128, 2048, 8, 2};
                six[i] = bad;
                assertRejects("bytes" + Arrays.toString(six), () -> bytes(candidate, six));
            }
            for (int i = 0; i < 5; i++) {
                int[] five = {32, 32, 128, 2048, 2};
                five[i] = bad;
                assertRejects("maxBatch" + Arrays.toString(five),
                        () -> maxBatch(candidate, 10_000_000_000L, five));
                assertRejects("maxBatch" + Arrays.toString(five), () -> maxBatch(candidate, 0, five));
            }
            for (int i = 0; i < 4; i++) {
                int[] four = {32, 32, 128, 2};
                four[i] = bad;
                assertRejects("pagedBytes" + Arrays.toString(four), () -> paged(candidate, four, seqs, 16));
            }
            int[] four = {32, 32, 128, 2};
            assertRejects("block = " + bad, () -> paged(candidate, four, seqs, bad));
            for (int[] some : new int[][]{{bad}, {bad, 17, 16}, {5, 17, bad}}) {
                assertRejects("seqs = " + Arrays.toString(some), () -> paged(candidate, four, some, 16));
            }
        }
        assertRejects("seqs = null", () -> candidate.pagedBytes(32, 32, 128, null, 16, 2));
        assertRejects("no sequences", () -> candidate.pagedBytes(32, 32, 128, new int[0], 16, 2));
        for (long budget : new long[]{-1, -10_000_000_000L, Long.MIN_VALUE}) {
            assertRejects("budget = " + budget, () -> candidate.maxBatch(budget, 32, 32, 128, 2048, 2));
        }
        // Ones are fine everywhere.
        assertExact(2L, candidate.bytes(1, 1, 1, 1, 1, 1));
        assertExact(2L, candidate.pagedBytes(1, 1, 1, new int[]{1}, 1, 1));
        assertExact(0, candidate.maxBatch(0, 1, 1, 1, 1, 1));
    }

    private static long bytes(KvCacheSize candidate, int[] sizes) {
        return candidate.bytes(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
    }

    private static long paged(KvCacheSize candidate, int[] model, int[] seqs, int block) {
        return candidate.pagedBytes(model[0], model[1], model[2], seqs, block, model[3]);
    }

    private static int maxBatch(KvCacheSize candidate, long budget, int[] sizes) {
        return candidate.maxBatch(budget, sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
    }

    /// One block after the other, until the sequence has room.
    private static long expectedPages(int[] model, int[] seqs, int block) {
        long blocks = 0;
        for (int seq : seqs) {
            for (long room = 0; room < seq; room += block) {
                blocks++;
            }
        }
        return product(2, model[0], model[1], model[2], model[3], block, blocks);
    }

    private static long product(long... factors) {
        return LongStream.of(factors)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply)
                .longValueExact();
    }
}
