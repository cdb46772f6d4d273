import exercise.FlashIoCount;

/// Counts matrix by matrix and transfer by transfer; a matrix without a size is refused.
public class Solution implements FlashIoCount {
    @Override
    public long naiveElements(int n, int d) {
        long narrow = cells(n, d);
        long square = cells(n, n);
        long scores = narrow + narrow + square;
        long softmax = square + square;
        long output = square + narrow + narrow;
        return scores + softmax + output;
    }

    @Override
    public long flashElements(int n, int d, int sram) {
        long room = cells(sram, 1);
        long narrow = cells(n, d);
        long statistics = 2 * cells(n, 1);
        long rows = Math.max(1, room / 4 / d);
        long blocks = (n - 1) / rows + 1;
        long read = narrow + narrow + statistics;
        long written = narrow + statistics;
        return narrow + narrow + blocks * read + blocks * written;
    }

    @Override
    public long scoreBytes(int b, int h, int n, int elemBytes) {
        return cells(n, n) * cells(b, h) * cells(2, elemBytes);
    }

    @Override
    public long flashExtraBytes(int b, int h, int n) {
        return cells(b, h) * cells(n, Float.BYTES) * 2;
    }

    @Override
    public long attentionFlops(int b, int h, int n, int d) {
        return cells(b, h) * cells(n, n) * cells(4, d);
    }

    private static long cells(int rows, int columns) {
        if (rows <= 0 || columns <= 0) {
            throw new IllegalArgumentException("sizes must be at least 1");
        }
        return (long) rows * columns;
    }
}
