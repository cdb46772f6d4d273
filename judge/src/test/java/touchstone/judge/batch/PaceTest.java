package touchstone.judge.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void the_rate_is_that_of_late_and_tells_what_remains() {
        var pace = new Pace(100, now::get);
        assertThat(pace.snapshot().remaining()).isEmpty();
        judge(pace, 10, Duration.ofSeconds(1));
        assertThat(pace.snapshot().perSecond()).isEqualTo(1.0);
        assertThat(pace.snapshot().remaining()).contains(Duration.ofSeconds(90));
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(pace.snapshot().remaining()).as("stuck").isEmpty();
        judge(pace, 60, Duration.ofMillis(500));
        assertThat(pace.snapshot().perSecond()).as("of the last minute").isEqualTo(1.0);
        assertThat(pace.snapshot()).extracting(Pace.Snapshot::done, Pace.Snapshot::running)
                .containsExactly(70, 0);
    }

    private void judge(Pace pace, int count, Duration each) {
        for (int i = 0; i < count; i++) {
            pace.begin();
            now.addAndGet(each.toNanos());
            pace.end(true);
        }
    }
}
