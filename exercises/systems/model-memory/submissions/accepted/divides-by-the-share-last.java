import exercise.ModelMemory;
import java.util.List;

/// Sums of parts: bytes per parameter from a table, quotients and remainders for whole
/// bytes, and the quotient of the GPUs in another order than the statement's.
public class Solution implements ModelMemory {
    private static final List<String> MODES = List.of("fp32-adam", "mixed-adam", "adam8bit");
    private static final int[][] PARTS = {{4, 4, 4, 4}, {2, 2, 4, 4, 4}, {2, 2, 4, 1, 1}};

    @Override
    public long weightBytes(long params, int bits, int group, int scaleBits, int zeroBits) {
        atLeast(1, params);
        atLeast(1, bits);
        atLeast(bits, 64);
        atLeast(0, group);
        atLeast(0, scaleBits);
        atLeast(0, zeroBits);
        long groups = group == 0 ? 0 : 1 + (params - 1) / group;
        return bytes(params * bits) + bytes(groups * scaleBits + groups * zeroBits);
    }

    private static long bytes(long bits) {
        return bits % 8 == 0 ? bits / 8 : bits / 8 + 1;
    }

    @Override
    public double gb(long bytes) {
        atLeast(0, bytes);
        return bytes / 1000.0 / 1000.0 / 1000.0;
    }

    @Override
    public double gib(long bytes) {
        atLeast(0, bytes);
        return bytes / 1024.0 / 1024.0 / 1024.0;
    }

    @Override
    public long trainBytes(long params, String mode) {
        atLeast(1, params);
        int index = mode == null ? -1 : MODES.indexOf(mode);
        atLeast(0, index);
        long sum = 0;
        for (int part : PARTS[index]) {
            sum += part * params;
        }
        return sum;
    }

    @Override
    public int minGpus(long bytes, long gpuBytes, double usable) {
        atLeast(0, bytes);
        atLeast(1, gpuBytes);
        if (!(usable > 0) || !(usable <= 1)) {
            throw new IllegalArgumentException("usable = " + usable);
        }
        return (int) Math.ceil((double) bytes / gpuBytes / usable - 1e-9);
    }

    private static void atLeast(long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(value + " is below " + least);
        }
    }
}
