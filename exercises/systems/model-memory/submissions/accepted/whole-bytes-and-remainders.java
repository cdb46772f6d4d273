import exercise.ModelMemory;

/// Eight entries of b bits fill b bytes, so that only the remainder of the division by 8
/// has to be rounded; the number of GPUs by bisection.
public class Solution implements ModelMemory {
    private enum Mode {
        FP32(4, 4, 0, 8), MIXED(2, 2, 4, 8), EIGHT_BIT(2, 2, 4, 2);

        private final int bytes;

        Mode(int weight, int gradient, int master, int moments) {
            bytes = weight + gradient + master + moments;
        }

        static Mode of(String name) {
            if ("fp32-adam".equals(name)) {
                return FP32;
            } else if ("mixed-adam".equals(name)) {
                return MIXED;
            } else if ("adam8bit".equals(name)) {
                return EIGHT_BIT;
            }
            throw new IllegalArgumentException("no such mode: " + name);
        }
    }

    @Override
    public long weightBytes(long params, int bits, int group, int scaleBits, int zeroBits) {
        if (params < 1 || bits < 1 || bits > 64 || group < 0 || scaleBits < 0 || zeroBits < 0) {
            throw new IllegalArgumentException("out of range");
        }
        if (group == 0) {
            return packed(params, bits);
        }
        long groups = params / group + (params % group == 0 ? 0 : 1);
        return packed(params, bits) + packed(groups, scaleBits + zeroBits);
    }

    private static long packed(long entries, int bits) {
        return (entries >> 3) * bits + ((entries & 7) * bits + 7 >> 3);
    }

    @Override
    public double gb(long bytes) {
        return notNegative(bytes) * 1e-9;
    }

    @Override
    public double gib(long bytes) {
        return notNegative(bytes) * 0x1p-30;
    }

    private static long notNegative(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative: " + bytes);
        }
        return bytes;
    }

    @Override
    public long trainBytes(long params, String mode) {
        if (params < 1) {
            throw new IllegalArgumentException("no parameters");
        }
        return Mode.of(mode).bytes * params;
    }

    @Override
    public int minGpus(long bytes, long gpuBytes, double usable) {
        if (bytes < 0 || gpuBytes < 1 || !(usable > 0 && usable <= 1)) {
            throw new IllegalArgumentException("out of range");
        }
        int tooFew = -1;
        int enough = 1 << 20;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if ((middle + 1e-9) * usable * gpuBytes >= bytes) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }
}
