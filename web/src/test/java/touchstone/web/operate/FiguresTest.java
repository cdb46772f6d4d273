package touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

class FiguresTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_measured_is_still_known_after_a_garbage_collection() {
        try (var store = Store.open(new DatabaseAddress.Embedded(folder));
                var figures = new Figures(store, InstantSource.system())) {
            collectGarbage();
            assertThat(figures.text()).contains("touchstone_judgings_queued 0.0",
                    "touchstone_judgings_running 0.0", "touchstone_judgings_oldest_seconds 0.0",
                    "touchstone_candidates_running 0.0", "touchstone_submissions 0.0");
        }
    }

    @Test
    void a_request_is_counted_by_its_route() {
        try (var store = Store.open(new DatabaseAddress.Embedded(folder));
                var figures = new Figures(store, InstantSource.system())) {
            figures.answered("GET", "/report/{id}", 200, Duration.ofMillis(250));
            assertThat(figures.text()).contains(
                    "touchstone_requests_seconds_count{method=\"GET\",route=\"/report/{id}\",status=\"200\"} 1");
        }
    }

    private static void collectGarbage() {
        var garbage = new WeakReference<>(new Object());
        while (garbage.get() != null) {
            System.gc();
        }
    }
}
