package touchstone.sandbox.worker;

import java.io.OutputStream;
import java.util.Arrays;

/// What the submission prints: kept until the answer that carries it, counted
/// over the whole run.
final class PrintSink extends OutputStream {
    private final Line line;
    private byte[] bytes = new byte[256];
    private int length;
    private int left;

    PrintSink(Line line) {
        this.line = line;
    }

    synchronized void allow(int bytesMax) {
        left = bytesMax;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] source, int offset, int count) {
        if (count > left) {
            left = -1;
            line.refuseAndHalt();
            return;
        }
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        left -= count;
    }

    /// Whether more was printed than allowed while no request was open.
    synchronized boolean overflowed() {
        return left < 0;
    }

    /// What was printed since the last time.
    synchronized byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }
}
