// 256 passes as 0.
import exercise.Int4Pack;

public class Solution implements Int4Pack {
    @Override
    public int[] pack(int[] q) {
        check(q, -8, 7);
        var bytes = new int[(q.length + 1) / 2];
        for (int i = 0; i < q.length; i++) {
            bytes[i / 2] |= (q[i] & 15) << (i % 2 * 4);
        }
        return bytes;
    }

    @Override
    public int[] unpack(int[] bytes, int n) {
        check(bytes, 0, 256);
        // For no n below 1 is the sum a length.
        require(bytes.length == n / 2 + n % 2, "bytes and n do not fit together");
        var q = new int[n];
        for (int i = 0; i < n; i++) {
            int nibble = bytes[i / 2] >> (i % 2 * 4) & 15;
            q[i] = nibble >= 8 ? nibble - 16 : nibble;
        }
        return q;
    }

    @Override
    public int[] packWords(int[] q) {
        check(q, -8, 7);
        var words = new int[(q.length + 7) / 8];
        for (int i = 0; i < q.length; i++) {
            words[i / 8] |= (q[i] & 15) << (i % 8 * 4);
        }
        return words;
    }

    private static void check(int[] numbers, int low, int high) {
        require(numbers != null && numbers.length > 0, "nothing to do");
        for (int number : numbers) {
            require(number >= low && number <= high, "out of range");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
