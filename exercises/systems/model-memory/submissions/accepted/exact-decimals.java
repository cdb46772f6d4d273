import exercise.ModelMemory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/// Exact arithmetic throughout; the share is the decimal number that was written down, so
/// that an exact fit needs no slack.
public class Solution implements ModelMemory {
    private static final Map<String, Integer> BYTES_PER_PARAMETER = Map.of(
            "fp32-adam", 4 + 4 + 4 + 4, "mixed-adam", 2 + 2 + 4 + 4 + 4, "adam8bit", 2 + 2 + 4 + 1 + 1);

    @Override
    public long weightBytes(long params, int bits, int group, int scaleBits, int zeroBits) {
        require(params > 0 && bits > 0 && bits < 65, "params or bits");
        require(Math.min(group, Math.min(scaleBits, zeroBits)) >= 0, "group, scaleBits or zeroBits");
        long bytes = packed(BigInteger.valueOf(params), bits);
        if (group == 0) {
            return bytes;
        }
        var size = BigInteger.valueOf(group);
        var groups = BigInteger.valueOf(params).add(size).subtract(BigInteger.ONE).divide(size);
        return bytes + packed(groups, scaleBits + zeroBits);
    }

    private static long packed(BigInteger entries, int bits) {
        var total = entries.multiply(BigInteger.valueOf(bits));
        return total.add(BigInteger.valueOf(7)).shiftRight(3).longValueExact();
    }

    @Override
    public double gb(long bytes) {
        require(bytes >= 0, "bytes");
        return BigDecimal.valueOf(bytes, 9).doubleValue();
    }

    @Override
    public double gib(long bytes) {
        require(bytes >= 0, "bytes");
        return Math.scalb((double) bytes, -30);
    }

    @Override
    public long trainBytes(long params, String mode) {
        require(params > 0, "params");
        require(mode != null && BYTES_PER_PARAMETER.containsKey(mode), "mode");
        return params * BYTES_PER_PARAMETER.get(mode);
    }

    @Override
    public int minGpus(long bytes, long gpuBytes, double usable) {
        require(bytes >= 0 && gpuBytes > 0 && usable > 0 && usable <= 1, "bytes, gpuBytes or usable");
        var capacity = BigDecimal.valueOf(usable).multiply(BigDecimal.valueOf(gpuBytes));
        return BigDecimal.valueOf(bytes).divide(capacity, 0, RoundingMode.CEILING).intValueExact();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " out of range");
        }
    }
}
