package touchstone.web.report;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.web.page.Refusal;

/// Prints one report at a time, since a browser takes more memory than the rest of the server, and lets only a few
/// wait. Safe for use by several threads.
final class PrintShop {
    private static final Logger LOG = LoggerFactory.getLogger(PrintShop.class);
    private static final int QUEUE_MAX = 5;

    private final Optional<Chromium> chromium;
    private final Semaphore queue = new Semaphore(QUEUE_MAX);
    private final Semaphore press = new Semaphore(1, true);

    PrintShop(Optional<Chromium> chromium) {
        this.chromium = chromium;
    }

    boolean open() {
        return chromium.isPresent();
    }

    /// Refuses where there is nothing to print with.
    void check() {
        if (!open()) {
            throw Refusal.unavailable("report.pdf.none");
        }
    }

    byte[] print(String html) {
        if (!queue.tryAcquire()) {
            throw Refusal.unavailable("report.pdf.busy");
        }
        try {
            press.acquire();
            try {
                return chromium.orElseThrow(() -> Refusal.unavailable("report.pdf.none")).print(html);
            } finally {
                press.release();
            }
        } catch (IOException e) {
            LOG.error("a report could not be printed", e);
            throw Refusal.unavailable("report.pdf.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("report.pdf.failed");
        } finally {
            queue.release();
        }
    }
}
