package touchstone.web.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Pause;

class TimingTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static Instant at(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Pause pause(long from, long until) {
        return new Pause(0, 1, at(from), at(until), Pause.Cause.OUTAGE);
    }

    /// Of 60 minutes.
    private static Timing timing(int extra, Optional<Instant> start, Optional<Instant> end, Pause... pauses) {
        var interview = new Interview(1, "t", "b", "{}", 60, "30,40,20,10", "custom", 7, true, 90, 1, START,
                Optional.empty());
        var candidate = new Candidate(1, 1, "c", "h", extra, 1, at(-100), Optional.empty(), start, start, end,
                end.map(_ -> EndedBy.CANDIDATE));
        return Timing.of(interview, candidate, List.of(pauses));
    }

    private static Timing running(Pause... pauses) {
        return timing(0, Optional.of(START), Optional.empty(), pauses);
    }

    @Test
    void before_the_start_all_time_is_left_and_there_is_no_deadline() {
        var timing = timing(15, Optional.empty(), Optional.empty(), pause(0, 5));

        assertThat(timing.deadline()).isEmpty();
        assertThat(timing.remaining(at(500))).hasMinutes(75);
        assertThat(timing.used(at(500))).isZero();
        assertThat(timing.overdue(at(500))).isFalse();
    }

    @Test
    void extra_minutes_move_the_deadline() {
        assertThat(timing(15, Optional.of(START), Optional.empty()).deadline()).contains(at(75));
    }

    @Test
    void pauses_that_overlap_count_once() {
        var timing = running(pause(20, 30), pause(10, 25), pause(12, 14), pause(30, 31), pause(50, 55));

        assertThat(timing.deadline()).contains(at(60 + 21 + 5));
        assertThat(timing.paused(at(200))).hasMinutes(26);
        assertThat(timing.pauses()).hasSize(2);
    }

    @Test
    void a_pause_before_the_start_gives_nothing_and_one_across_it_gives_its_rest() {
        assertThat(running(pause(-20, -10)).deadline()).contains(at(60));
        assertThat(running(pause(-20, 0)).pauses()).isEmpty();
        assertThat(running(pause(-20, 5)).deadline()).contains(at(65));
    }

    @Test
    void a_pause_after_the_time_was_up_gives_nothing() {
        assertThat(running(pause(60, 70)).deadline()).contains(at(60));
        assertThat(running(pause(59, 70)).deadline()).contains(at(71));
        assertThat(running(pause(50, 65), pause(70, 80)).deadline()).contains(at(85));
    }

    @Test
    void the_clock_stands_still_while_a_pause_lasts() {
        var timing = running(pause(10, 30));

        assertThat(timing.remaining(at(10))).hasMinutes(50);
        assertThat(timing.remaining(at(20))).hasMinutes(50);
        assertThat(timing.remaining(at(30))).hasMinutes(50);
        assertThat(timing.remaining(at(31))).hasMinutes(49);
    }

    @Test
    void what_is_used_stops_at_the_end_and_never_exceeds_what_was_allowed() {
        assertThat(timing(0, Optional.of(START), Optional.of(at(25)), pause(5, 10)).used(at(999)))
                .hasMinutes(20);
        assertThat(timing(0, Optional.of(START), Optional.of(at(63))).used(at(999))).hasMinutes(60);
        assertThat(timing(0, Optional.of(START), Optional.of(at(25))).remaining(at(20))).isZero();
    }

    @Test
    void only_who_has_not_ended_is_overdue() {
        assertThat(running().overdue(at(59))).isFalse();
        assertThat(running().overdue(at(60))).isTrue();
        assertThat(timing(0, Optional.of(START), Optional.of(at(60))).overdue(at(61))).isFalse();
    }

    /// Against a clock that is read every minute.
    @Test
    void any_pauses_give_what_counting_minute_by_minute_gives() {
        var random = new Random(20260301);
        for (int round = 0; round < 2000; round++) {
            var pauses = new ArrayList<Pause>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int from = random.nextInt(-30, 120);
                pauses.add(pause(from, from + random.nextInt(0, 40)));
            }
            var timing = running(pauses.toArray(Pause[]::new));
            long left = 60;
            for (int minute = 0; minute < 400; minute++) {
                assertThat(timing.remaining(at(minute))).as("%s at %d", pauses, minute).hasMinutes(left);
                assertThat(timing.deadline().orElseThrow().isAfter(at(minute))).isEqualTo(left > 0);
                if (left > 0 && !stands(pauses, minute)) {
                    left--;
                }
            }
        }
    }

    private static boolean stands(List<Pause> pauses, int minute) {
        return pauses.stream()
                .anyMatch(
                        pause -> !pause.beganAt().isAfter(at(minute)) && pause.endedAt().isAfter(at(minute)));
    }
}
