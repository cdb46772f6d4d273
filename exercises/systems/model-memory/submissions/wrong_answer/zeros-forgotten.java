// Only the scales of the groups are counted.
import exercise.ModelMemory;

public class Solution implements ModelMemory {
    @Override
    public long weightBytes(long params, int bits, int group, int scaleBits, int zeroBits) {
        require(params >= 1 && bits >= 1 && bits <= 64, "params or bits out of range");
        require(group >= 0 && scaleBits >= 0 && zeroBits >= 0, "negative group or bits");
        long bytes = Math.ceilDiv(params * bits, 8);
        if (group > 0) {
            long groups = Math.ceilDiv(params, group);
            bytes += Math.ceilDiv(groups * scaleBits, 8);
        }
        return bytes;
    }

    @Override
    public double gb(long bytes) {
        require(bytes >= 0, "negative bytes");
        return bytes / 1e9;
    }

    @Override
    public double gib(long bytes) {
        require(bytes >= 0, "negative bytes");
        return bytes / (double) (1L << 30);
    }

    @Override
    public long trainBytes(long params, String mode) {
        require(params >= 1 && mode != null, "params out of range or no mode");
        return params * switch (mode) {
            case "fp32-adam", "mixed-adam" -> 16;
            case "adam8bit" -> 10;
            default -> throw new IllegalArgumentException("unknown mode " + mode);
        };
    }

    @Override
    public int minGpus(long bytes, long gpuBytes, double usable) {
        require(bytes >= 0 && gpuBytes >= 1, "bytes out of range");
        require(usable > 0 && usable <= 1, "usable must be above 0 and at most 1");
        return (int) Math.ceil(bytes / (gpuBytes * usable) - 1e-9);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
