package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Drains what a box writes to standard error. Candidates can write here what
/// they like, so it is counted, and only its beginning is kept for our own
/// diagnosis.
final class ErrorOutput {
    private static final int KEPT = 4096;
    private static final int STACK = 128 << 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final byte[] start = new byte[KEPT];
    private final long limit;
    private long count;

    ErrorOutput(long limit) {
        this.limit = limit;
    }

    /// Starts to read, until the end; a platform thread, because reading a pipe
    /// would hold on to the carrier of a virtual one.
    void follow(InputStream stream, Runnable onFlood) {
        Thread.ofPlatform().daemon().name("box-stderr").stackSize(STACK).start(() -> drain(stream, onFlood));
    }

    private void drain(InputStream stream, Runnable onFlood) {
        var buffer = new byte[KEPT];
        try (stream) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                if (add(buffer, read)) {
                    onFlood.run();
                }
            }
        } catch (IOException e) {
            return; // the box is gone, and its pipe with it
        } finally {
            ended.countDown();
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

    /// What came first, once everything has come or the patience is over.
    String beginning(Duration patience) {
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return beginning();
    }

    private synchronized String beginning() {
        return new String(Arrays.copyOf(start, (int) Math.min(count, KEPT)), StandardCharsets.UTF_8);
    }
}
