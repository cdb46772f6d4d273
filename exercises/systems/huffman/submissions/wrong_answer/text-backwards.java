// Writes the words in reverse.
import exercise.Huffman;
import java.util.Comparator;
import java.util.HashMap;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

public class Solution implements Huffman {
    private record Node(long weight, int order, Node left, Node right) {}

    @Override
    public int[] lengths(int[] freq) {
        check(freq);
        var queue = new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
        for (int symbol = 0; symbol < freq.length; symbol++) {
            if (freq[symbol] > 0) {
                queue.add(new Node(freq[symbol], symbol, null, null));
            }
        }
        int order = freq.length;
        Node smallest = queue.remove();
        while (!queue.isEmpty()) {
            Node second = queue.remove();
            queue.add(new Node(smallest.weight + second.weight, order, smallest, second));
            order++;
            smallest = queue.remove();
        }
        var lengths = new int[freq.length];
        measure(smallest, 0, lengths);
        return lengths;
    }

    private static void measure(Node node, int depth, int[] lengths) {
        if (node.left == null) {
            lengths[node.order] = Math.max(1, depth);
            return;
        }
        measure(node.left, depth + 1, lengths);
        measure(node.right, depth + 1, lengths);
    }

    @Override
    public long totalBits(int[] freq) {
        int[] lengths = lengths(freq);
        long bits = 0;
        for (int symbol = 0; symbol < freq.length; symbol++) {
            bits += (long) freq[symbol] * lengths[symbol];
        }
        return bits;
    }

    @Override
    public String encode(int[] freq, int[] symbols) {
        String[] words = words(freq);
        require(symbols != null, "no symbols");
        var bits = new StringBuilder();
        for (int symbol : symbols) {
            require(symbol >= 0 && symbol < words.length, "no such symbol");
            require(words[symbol] != null, "a symbol without a code word");
            bits.append(words[symbol]);
        }
        return bits.reverse().toString();
    }

    @Override
    public int[] decode(int[] freq, String bits) {
        String[] words = words(freq);
        require(bits != null, "no bits");
        var symbols = new HashMap<String, Integer>();
        for (int symbol = 0; symbol < words.length; symbol++) {
            symbols.put(words[symbol], symbol);
        }
        var decoded = IntStream.builder();
        var word = new StringBuilder();
        for (char bit : bits.toCharArray()) {
            word.append(bit);
            Integer symbol = symbols.get(word.toString());
            if (symbol != null) {
                decoded.add(symbol);
                word.setLength(0);
            }
        }
        require(word.isEmpty(), "no sequence of code words");
        return decoded.build().toArray();
    }

    @Override
    public double entropyBits(int[] freq) {
        check(freq);
        double n = IntStream.of(freq).asDoubleStream().sum();
        return IntStream.of(freq)
                .filter(count -> count > 0)
                .mapToDouble(count -> count * Math.log(n / count) / Math.log(2))
                .sum();
    }

    /// Null for symbols without a word.
    private String[] words(int[] freq) {
        int[] lengths = lengths(freq);
        Comparator<Integer> byLength = Comparator.comparingInt(symbol -> lengths[symbol]);
        var words = new String[freq.length];
        var word = new StringBuilder();
        long code = 0;
        int length = 0;
        for (int symbol : IntStream.range(0, freq.length)
                .filter(symbol -> freq[symbol] > 0)
                .boxed()
                .sorted(byLength)
                .toList()) {
            code <<= lengths[symbol] - length;
            length = lengths[symbol];
            word.setLength(0);
            for (int bit = length - 1; bit >= 0; bit--) {
                word.append(code >> bit & 1);
            }
            words[symbol] = word.toString();
            code++;
        }
        return words;
    }

    private static void check(int[] freq) {
        require(freq != null, "no frequencies");
        require(IntStream.of(freq).noneMatch(count -> count < 0), "a negative frequency");
        require(IntStream.of(freq).anyMatch(count -> count > 0), "no symbol occurs");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
