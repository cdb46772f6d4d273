package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Drains what a box writes to standard error. Candidates can write here what
/// they like, so it is counted, and only its beginning is kept for our own
/// diagnosis.
final class ErrorOutput {
    private static final int KEPT = 4096;

    private final byte[] start = new byte[KEPT];
    private final long limit;
    private long count;

    ErrorOutput(long limit) {
        this.limit = limit;
    }

    /// Reads until the end.
    void drain(InputStream stream, Runnable onFlood) {
        var buffer = new byte[KEPT];
        try (stream) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                if (add(buffer, read)) {
                    onFlood.run();
                }
            }
        } catch (IOException e) {
            return; // the box is gone, and its pipe with it
        }
    }

    /// Whether these bytes are the ones that exceed the limit.
    private synchronized boolean add(byte[] bytes, int length) {
        if (count < KEPT) {
            System.arraycopy(bytes, 0, start, (int) count, (int) Math.min(length, KEPT - count));
        }
        var before = count;
        count += length;
        return before <= limit && count > limit;
    }

    synchronized boolean exceeded() {
        return count > limit;
    }

    synchronized String beginning() {
        return new String(Arrays.copyOf(start, (int) Math.min(count, KEPT)), StandardCharsets.UTF_8);
    }
}
