// Packs by arithmetic in base 16, unpacks by shifts that keep the sign.
import exercise.Int4Pack;
import java.util.Arrays;

public class Solution implements Int4Pack {
    @Override
    public int[] pack(int[] q) {
        return Arrays.stream(digits(q, 2)).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    public int[] unpack(int[] bytes, int n) {
        if (bytes == null || n < 1 || (n - 1L) / 2 != bytes.length - 1L
                || Arrays.stream(bytes).anyMatch(b -> b < 0 || b > 255)) {
            throw new IllegalArgumentException("not the bytes of n codes");
        }
        var q = new int[n];
        // Shifts upwards until the nibble's sign is the int's, then back.
        Arrays.setAll(q, i -> bytes[i / 2] << 28 - i % 2 * 4 >> 28);
        return q;
    }

    @Override
    public int[] packWords(int[] q) {
        return Arrays.stream(digits(q, 8)).mapToInt(word -> (int) word).toArray();
    }

    /// Horner's rule over the codes of each unit, from its last one to its first.
    private static long[] digits(int[] q, int perUnit) {
        if (q == null || q.length == 0) {
            throw new IllegalArgumentException("no codes");
        }
        var units = new long[Math.ceilDiv(q.length, perUnit)];
        for (int i = q.length - 1; i >= 0; i--) {
            if (q[i] < -8 || q[i] > 7) {
                throw new IllegalArgumentException("code out of range");
            }
            units[i / perUnit] = units[i / perUnit] * 16 + Math.floorMod(q[i], 16);
        }
        return units;
    }
}
