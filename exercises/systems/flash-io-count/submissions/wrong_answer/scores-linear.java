// One score for each row.
import exercise.FlashIoCount;

public class Solution implements FlashIoCount {
    @Override
    public long naiveElements(int n, int d) {
        positive(n, d);
        return 4L * n * d + 4L * n * n;
    }

    @Override
    public long flashElements(int n, int d, int sram) {
        positive(n, d, sram);
        long rows = Math.max(1, sram / (4L * d));
        long blocks = Math.ceilDiv(n, rows);
        return 2L * n * d + blocks * (3L * n * d + 4L * n);
    }

    @Override
    public long scoreBytes(int b, int h, int n, int elemBytes) {
        positive(b, h, n, elemBytes);
        return 2L * b * h * n * elemBytes;
    }

    @Override
    public long flashExtraBytes(int b, int h, int n) {
        positive(b, h, n);
        return 8L * b * h * n;
    }

    @Override
    public long attentionFlops(int b, int h, int n, int d) {
        positive(b, h, n, d);
        return 4L * b * h * n * n * d;
    }

    private static void positive(int... sizes) {
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("sizes must be at least 1");
            }
        }
    }
}
