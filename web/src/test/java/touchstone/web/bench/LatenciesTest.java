package touchstone.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var hundred = LongStream.rangeClosed(1, 100).boxed().toList();
        assertThat(Latencies.percentile(hundred, 50)).isEqualTo(Duration.ofNanos(50));
        assertThat(Latencies.percentile(hundred, 95)).isEqualTo(Duration.ofNanos(95));
        assertThat(Latencies.percentile(hundred, 100)).isEqualTo(Duration.ofNanos(100));
        assertThat(Latencies.percentile(List.of(3L, 7L, 9L), 50)).isEqualTo(Duration.ofNanos(7));
        assertThat(Latencies.percentile(List.of(3L, 7L, 9L), 95)).isEqualTo(Duration.ofNanos(9));
        assertThat(Latencies.percentile(List.of(4L), 1)).isEqualTo(Duration.ofNanos(4));
    }

    @Test
    void nothing_measured_is_zero() {
        assertThat(Latencies.percentile(List.of(), 95)).isEqualTo(Duration.ZERO);
    }

    @Test
    void failures_count_as_requests_and_not_as_times() {
        var latencies = new Latencies();
        latencies.took(Kind.SAVE, Duration.ofMillis(10));
        latencies.took(Kind.SAVE, Duration.ofMillis(30));
        latencies.failed(Kind.SAVE, "500");
        latencies.failed(Kind.PAGE, "404");
        var save = latencies.rows().stream().filter(row -> row.kind() == Kind.SAVE).findFirst().orElseThrow();
        assertThat(save.requests()).isEqualTo(3);
        assertThat(save.failed()).isEqualTo(1);
        assertThat(save.p95()).isEqualTo(Duration.ofMillis(30));
        assertThat(latencies.requests()).isEqualTo(4);
        assertThat(latencies.failures()).isEqualTo(2);
        assertThat(latencies.reasons()).containsExactly("SAVE: 500", "PAGE: 404");
        assertThat(latencies.rows()).extracting(Latencies.Row::kind).containsExactly(Kind.values());
    }
}
