import exercise.Huffman;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Sorted leaves and, behind them, the merged nodes, which come out in ascending order by
/// themselves. Codes are numbers: the words of one length follow each other, so a word is
/// found by subtraction.
public class Solution implements Huffman {
    /// Symbols by (length, symbol), and for each length its number of words and the first one.
    private record Canon(int[] symbols, int[] count, long[] first) {}

    @Override
    public int[] lengths(int[] freq) {
        int[] leaves = leaves(freq);
        int n = leaves.length;
        long[] weight = Arrays.copyOf(Arrays.stream(leaves).mapToLong(symbol -> freq[symbol]).toArray(),
                2 * n - 1);
        var parent = new int[weight.length];
        int leaf = 0;
        int merged = n;
        for (int made = n; made < weight.length; made++) {
            for (int child = 0; child < 2; child++) {
                boolean takesLeaf = merged == made || leaf < n && weight[leaf] <= weight[merged];
                int taken = takesLeaf ? leaf++ : merged++;
                weight[made] += weight[taken];
                parent[taken] = made;
            }
        }
        var depth = new int[weight.length];
        for (int node = weight.length - 2; node >= 0; node--) {
            depth[node] = depth[parent[node]] + 1;
        }
        var lengths = new int[freq.length];
        for (int i = 0; i < n; i++) {
            lengths[leaves[i]] = n == 1 ? 1 : depth[i];
        }
        return lengths;
    }

    @Override
    public long totalBits(int[] freq) {
        int[] lengths = lengths(freq);
        return IntStream.range(0, freq.length).mapToLong(s -> (long) lengths[s] * freq[s]).sum();
    }

    @Override
    public String encode(int[] freq, int[] symbols) {
        int[] lengths = lengths(freq);
        require(symbols != null, "no symbols");
        Canon canon = canon(lengths);
        var words = new String[freq.length];
        var next = canon.first.clone();
        for (int symbol : canon.symbols) {
            int length = lengths[symbol];
            // A leading 1 keeps the zeros in front of the word.
            words[symbol] = Long.toBinaryString(1L << length | next[length]).substring(1);
            next[length]++;
        }
        var bits = new StringBuilder();
        for (int symbol : symbols) {
            require(symbol >= 0 && symbol < freq.length && freq[symbol] > 0, "a symbol without a code word");
            bits.append(words[symbol]);
        }
        return bits.toString();
    }

    @Override
    public int[] decode(int[] freq, String bits) {
        Canon canon = canon(lengths(freq));
        require(bits != null, "no bits");
        var decoded = IntStream.builder();
        int length = 0;
        long code = 0;
        int passed = 0;
        for (char bit : bits.toCharArray()) {
            require(bit == '0' || bit == '1', "bits are 0 and 1");
            length++;
            require(length < canon.count.length, "no code word");
            code = 2 * code + (bit - '0');
            long place = code - canon.first[length];
            if (place < canon.count[length]) {
                decoded.add(canon.symbols[passed + (int) place]);
                length = 0;
                code = 0;
                passed = 0;
            } else {
                passed += canon.count[length];
            }
        }
        require(length == 0, "the last code word is cut");
        return decoded.build().toArray();
    }

    @Override
    public double entropyBits(int[] freq) {
        int[] leaves = leaves(freq);
        double n = 0;
        double bits = 0;
        for (int symbol : leaves) {
            n += freq[symbol];
            bits -= freq[symbol] * Math.log(freq[symbol]);
        }
        return (n * Math.log(n) + bits) / Math.log(2);
    }

    private static Canon canon(int[] lengths) {
        int[] symbols = IntStream.range(0, lengths.length)
                .filter(symbol -> lengths[symbol] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(symbol -> lengths[symbol]))
                .mapToInt(symbol -> symbol)
                .toArray();
        var count = new int[lengths[symbols[symbols.length - 1]] + 1];
        for (int symbol : symbols) {
            count[lengths[symbol]]++;
        }
        var first = new long[count.length];
        for (int length = 1; length < count.length; length++) {
            first[length] = 2 * (first[length - 1] + count[length - 1]);
        }
        return new Canon(symbols, count, first);
    }

    /// Symbols that occur, by (frequency, symbol).
    private static int[] leaves(int[] freq) {
        require(freq != null, "no frequencies");
        for (int count : freq) {
            require(count >= 0, "a negative frequency");
        }
        int[] leaves = IntStream.range(0, freq.length)
                .filter(symbol -> freq[symbol] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(symbol -> freq[symbol]))
                .mapToInt(symbol -> symbol)
                .toArray();
        require(leaves.length > 0, "no symbol occurs");
        return leaves;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
