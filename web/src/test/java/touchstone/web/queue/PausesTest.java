package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.web.queue.Pauses.Span;
import touchstone.web.store.Pause;

class PausesTest {
    @Test
    void no_moment_is_given_back_twice() {
        assertThat(span(10, 20).without(List.of())).containsExactly(span(10, 20));
        assertThat(span(10, 20).without(List.of(pause(0, 10), pause(20, 30)))).containsExactly(span(10, 20));
        assertThat(span(10, 20).without(List.of(pause(0, 12), pause(18, 30)))).containsExactly(span(12, 18));
        assertThat(span(10, 20).without(List.of(pause(12, 14), pause(13, 15)))).containsExactly(span(10, 12),
                span(15, 20));
        assertThat(span(10, 20).without(List.of(pause(11, 19), pause(12, 13)))).containsExactly(span(10, 11),
                span(19, 20));
        assertThat(span(10, 20).without(List.of(pause(5, 25)))).isEmpty();
        assertThat(span(10, 20).without(List.of(pause(30, 40)))).containsExactly(span(10, 20));
        assertThat(span(20, 20).without(List.of())).isEmpty();
    }

    private static Span span(long from, long until) {
        return new Span(at(from), at(until));
    }

    private static Pause pause(long from, long until) {
        return new Pause(1, 1, at(from), at(until), Pause.Cause.OUTAGE);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
