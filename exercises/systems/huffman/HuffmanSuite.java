package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Huffman;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Lengths, texts and totals are compared exactly; the entropy has the default tolerance,
/// 1e-9 absolute plus 1e-9 relative. Right solutions that take the logarithm of a
/// quotient or the difference of two differ by 1e-13 relative; natural logarithms are 30 %
/// off.
class HuffmanSuite {
    private static final int[] CLASSIC = {45, 13, 12, 16, 9, 5, 0};

    @Test
    @Points(20)
    @About("example")
    @Sample
    void six_letters_and_one_that_is_absent(Huffman candidate) {
        assertExact(new int[]{1, 3, 3, 3, 4, 4, 0}, candidate.lengths(CLASSIC));
        assertExact(224L, candidate.totalBits(CLASSIC));
        assertClose(221.98799782546698, candidate.entropyBits(CLASSIC));
    }

    @Test
    @Points(15)
    @About("ties")
    void equal_weights_by_order(Huffman candidate, Draw draw) {
        assertExact(new int[]{3, 3, 2, 2, 2}, candidate.lengths(new int[]{1, 1, 1, 1, 1}));
        assertExact(new int[]{2, 2, 1}, candidate.lengths(new int[]{1, 1, 1}));
        assertExact(new int[]{1, 1}, candidate.lengths(new int[]{3, 900}));
        // after 1 + 1 there are three nodes of weight 2: the leaves are merged first
        assertExact(new int[]{2, 2, 2, 2}, candidate.lengths(new int[]{1, 1, 2, 2}));
        // absent symbols count as well: 6 and 7 come before the merged node
        assertExact(new int[]{0, 0, 0, 0, 2, 2, 2, 2}, candidate.lengths(new int[]{0, 0, 0, 0, 1, 1, 2, 2}));
        for (int round = 0; round < 60; round++) {
            int[] freq = draw.integers(draw.integer(2, 20), 0, draw.integer(1, 6));
            freq[draw.integer(0, freq.length - 1)] = draw.integer(1, 9);
            assertExact(definition(freq), candidate.lengths(freq));
        }
    }

    @Test
    @Points(15)
    @About("encode")
    void words_follow_from_the_lengths(Huffman candidate, Draw draw) {
        assertExact("011111010", candidate.encode(CLASSIC, new int[]{0, 5, 2, 0}));
        assertExact("01001011101110" + "1111", candidate.encode(CLASSIC, new int[]{0, 1, 2, 3, 4, 5}));
        assertExact("", candidate.encode(CLASSIC, new int[0]));
        assertExact("1101110010", candidate.encode(new int[]{1, 1, 1, 1, 1}, new int[]{0, 1, 2, 4}));
        assertExact("10", candidate.encode(new int[]{900, 3}, new int[]{1, 0}));
        // lengths 45, 45, 44, …, 1: words have more bits than an int
        int[] fibonacci = fibonacci();
        int[] all = IntStream.range(0, fibonacci.length).toArray();
        assertExact(canonical(fibonacci, all), candidate.encode(fibonacci, all));
        for (int round = 0; round < 30; round++) {
            int[] freq = draw.integers(draw.integer(2, 30), 1, draw.integer(1, 200));
            int[] symbols = draw.integers(draw.integer(0, 40), 0, freq.length - 1);
            assertExact(canonical(freq, symbols), candidate.encode(freq, symbols));
        }
    }

    @Test
    @Points(15)
    @About("decode")
    void decoding_undoes_encoding(Huffman candidate, Draw draw) {
        assertExact(new int[]{0, 5, 2, 0}, candidate.decode(CLASSIC, "011111010"));
        assertExact(new int[0], candidate.decode(CLASSIC, ""));
        int[] fibonacci = fibonacci();
        int[] all = IntStream.range(0, fibonacci.length).toArray();
        assertExact(all, candidate.decode(fibonacci, canonical(fibonacci, all)));
        for (int round = 0; round < 30; round++) {
            int[] freq = draw.integers(draw.integer(2, 40), 0, 60);
            freq[0] = draw.integer(1, 500);
            int[] used = IntStream.range(0, freq.length).filter(symbol -> freq[symbol] > 0).toArray();
            int[] symbols = Arrays.stream(draw.integers(draw.integer(0, 80), 0, used.length - 1))
                    .map(i -> used[i])
                    .toArray();
            String bits = candidate.encode(freq, symbols);
            assertExact(canonical(freq, symbols), bits);
            assertExact(symbols, candidate.decode(freq, bits));
        }
        int[] many = draw.integers(10_000, 0, 5);
        assertExact(many, candidate.decode(CLASSIC, canonical(CLASSIC, many)));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("single")
    void a_single_symbol_takes_one_bit(Huffman candidate) {
        assertExact(new int[]{0, 1}, candidate.lengths(new int[]{0, 7}));
        assertExact(new int[]{1}, candidate.lengths(new int[]{1}));
        assertExact(7L, candidate.totalBits(new int[]{0, 7}));
        assertExact("000", candidate.encode(new int[]{0, 7}, new int[]{1, 1, 1}));
        assertExact(new int[]{1, 1, 1}, candidate.decode(new int[]{0, 7}, "000"));
        assertClose(0.0, candidate.entropyBits(new int[]{0, 7}));
        assertRejects("bits = 1", () -> candidate.decode(new int[]{0, 7}, "1"));
        assertRejects("bits = 01", () -> candidate.decode(new int[]{0, 7}, "01"));
        assertRejects("bits = 11", () -> candidate.decode(new int[]{0, 7}, "11"));
    }

    @Test
    @Points(10)
    @About("entropy")
    void less_than_one_bit_for_each_symbol_above_the_entropy(Huffman candidate, Draw draw) {
        // 4·1 + 2·2 + 1·3 + 1·3 bits, for probabilities that are powers of two
        assertClose(14.0, candidate.entropyBits(new int[]{4, 1, 0, 2, 1}));
        assertExact(14L, candidate.totalBits(new int[]{4, 1, 0, 2, 1}));
        assertClose(3 * Math.log(3) / Math.log(2), candidate.entropyBits(new int[]{1, 1, 1}));
        int most = Integer.MAX_VALUE;
        assertClose(8.0 * most, candidate.entropyBits(new int[]{most, most, most, most}));
        for (int round = 0; round < 30; round++) {
            // Large ones are all of the same size: -log2 p would lose its digits for p close to 1.
            boolean large = draw.coin();
            int[] freq = draw.integers(draw.integer(2, 50), large ? most / 2 : 0, large ? most : 20);
            freq[0] = Math.max(freq[0], 1);
            freq[1] = Math.max(freq[1], 1);
            long n = Arrays.stream(freq).asLongStream().sum();
            double entropy = 0;
            long bits = 0;
            int[] lengths = definition(freq);
            for (int symbol = 0; symbol < freq.length; symbol++) {
                double p = (double) freq[symbol] / n;
                entropy -= p == 0 ? 0 : freq[symbol] * (Math.log(p) / Math.log(2));
                bits += (long) freq[symbol] * lengths[symbol];
            }
            long total = candidate.totalBits(freq);
            assertClose(entropy, candidate.entropyBits(freq));
            assertExact(bits, total);
            assertHolds(entropy - 1e-6 * n <= total && total < entropy + n, "entropy %s, %s bits", entropy,
                    total);
        }
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_cut_texts_and_bad_frequencies(Huffman candidate) {
        for (String bits : new String[]{"1", "01", "10", "011", "0111", "01110111", "2", "0 ", "0 0", "0a",
                "o", "1112", "-1", "0\n"}) {
            assertRejects("bits = " + bits, () -> candidate.decode(CLASSIC, bits));
        }
        assertRejects("bits = null", () -> candidate.decode(CLASSIC, null));
        assertRejects("symbols = null", () -> candidate.encode(CLASSIC, null));
        for (int symbol : new int[]{-1, 6, 7, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRejects("symbol " + symbol, () -> candidate.encode(CLASSIC, new int[]{symbol}));
            assertRejects("symbol " + symbol, () -> candidate.encode(CLASSIC, new int[]{0, symbol, 1}));
        }
        int[][] broken = {null, {}, {0}, {0, 0, 0}, {-1}, {3, -1}, {-1, 3}, {3, 4, Integer.MIN_VALUE}};
        for (int[] freq : broken) {
            String what = "freq = " + Arrays.toString(freq);
            assertRejects(what, () -> candidate.lengths(freq));
            assertRejects(what, () -> candidate.totalBits(freq));
            assertRejects(what, () -> candidate.encode(freq, new int[0]));
            assertRejects(what, () -> candidate.decode(freq, ""));
            assertRejects(what, () -> candidate.entropyBits(freq));
        }
        assertExact("0", candidate.encode(CLASSIC, new int[]{0}));
        assertExact("1111", candidate.encode(CLASSIC, new int[]{5}));
    }

    @Test
    @Points(10)
    @About("scale")
    void an_alphabet_of_100_000_symbols(Huffman candidate, Draw draw) {
        candidate.lengths(CLASSIC);
        // All equal: 2¹⁷ − 100 000 symbols, the last ones, have a bit less than the others.
        int k = 100_000;
        int most = Integer.MAX_VALUE;
        var equal = new int[k];
        Arrays.fill(equal, most);
        var lengths = new int[k];
        Arrays.fill(lengths, 0, 68_928, 17);
        Arrays.fill(lengths, 68_928, k, 16);
        assertExact(lengths, candidate.lengths(equal));
        assertExact(most * (68_928L * 17 + 31_072L * 16), candidate.totalBits(equal));
        assertExact("1".repeat(16), candidate.encode(equal, new int[]{68_927}).substring(1));
        int[] freq = draw.integers(k, 1, most);
        int[] actual = candidate.lengths(freq);
        assertHolds(actual.length == k, "%s lengths", actual.length);
        double kraft = 0;
        long total = 0;
        for (int symbol = 0; symbol < k; symbol++) {
            assertHolds(actual[symbol] > 0, "symbol %s has no word", symbol);
            kraft += Math.scalb(1.0, -actual[symbol]);
            total += (long) freq[symbol] * actual[symbol];
        }
        assertClose(1.0, kraft);
        assertExact(total, candidate.totalBits(freq));
        double entropy = candidate.entropyBits(freq);
        assertHolds(entropy <= total && total < 1.01 * entropy, "entropy %s, %s bits", entropy, total);
    }

    /// 1, 1, 2, 3, 5 … up to 1 836 311 903: every merge takes the next leaf.
    private static int[] fibonacci() {
        var freq = new int[46];
        freq[0] = 1;
        freq[1] = 1;
        for (int i = 2; i < freq.length; i++) {
            freq[i] = freq[i - 1] + freq[i - 2];
        }
        return freq;
    }

    private record Node(long weight, int order, List<Integer> symbols) {}

    /// Merges as the statement says; every merge makes the words of its symbols longer by one.
    private static int[] definition(int[] freq) {
        var lengths = new int[freq.length];
        var nodes = new ArrayList<Node>();
        for (int symbol = 0; symbol < freq.length; symbol++) {
            if (freq[symbol] > 0) {
                nodes.add(new Node(freq[symbol], symbol, List.of(symbol)));
            }
        }
        if (nodes.size() == 1) {
            lengths[nodes.getFirst().order] = 1;
        }
        for (int j = 0; nodes.size() > 1; j++) {
            nodes.sort(Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
            Node first = nodes.removeFirst();
            Node second = nodes.removeFirst();
            var symbols = new ArrayList<>(first.symbols);
            symbols.addAll(second.symbols);
            symbols.forEach(symbol -> lengths[symbol]++);
            nodes.add(new Node(first.weight + second.weight, freq.length + j, symbols));
        }
        return lengths;
    }

    /// Words as texts: one is added to the last 0, and what follows it becomes 0.
    private static String canonical(int[] freq, int[] symbols) {
        int[] lengths = definition(freq);
        var words = new String[freq.length];
        String word = "";
        for (int length = 1; length <= freq.length; length++) {
            for (int symbol = 0; symbol < freq.length; symbol++) {
                if (lengths[symbol] == length) {
                    if (!word.isEmpty()) {
                        int zero = word.lastIndexOf('0');
                        word = word.substring(0, zero) + "1" + "0".repeat(word.length() - zero - 1);
                    }
                    word = word + "0".repeat(length - word.length());
                    words[symbol] = word;
                }
            }
        }
        var bits = new StringBuilder();
        for (int symbol : symbols) {
            bits.append(words[symbol]);
        }
        return bits.toString();
    }
}
