package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Usage;

class CallLimitsTest {
    @TempDir
    Path cache;

    private final List<String> events = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void measuring() {
            events.add("measuring");
        }
    };

    @Test
    void a_limit_is_five_times_the_slowest_accepted_submission() {
        assertThat(limit(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void a_call_that_waited_for_a_core_is_no_longer_than_the_cpu_time_of_its_run() {
        assertThat(limit(Duration.ofSeconds(30), Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_limit_is_never_below_the_floor() {
        assertThat(limit(Duration.ofMillis(5))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_limit_is_measured_once_and_then_found_in_the_cache() {
        assertThat(limit(Duration.ofSeconds(3))).isEqualTo(limit(Duration.ofSeconds(4)));
        assertThat(events).containsExactly("measuring");
    }

    private Duration limit(Duration slowest) {
        return limit(slowest, slowest);
    }

    private Duration limit(Duration slowest, Duration cpu) {
        var suite = new Suites(new Cache(cache)).of(Toys.exercise(Toys.FOLDER));
        return new CallLimits(new Cache(cache)).of(suite,
                (_, _, _, _) -> new SuiteRun(List.of(), new Usage(cpu, new ByteSize(0)), slowest), progress);
    }
}
