package touchstone.web.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Pause;

/// The time of a candidate: it begins to run at the start and stands still while a fault of ours lasts.
///
/// @param allowed minutes of the interview and extra minutes
/// @param pauses since the start, in order, none touching another
public record Timing(
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Duration allowed,
        List<Span> pauses) {
    public Timing {
        pauses = List.copyOf(pauses);
    }

    /// A stretch of time, without its last instant.
    public record Span(Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    /// From the rows of the store.
    ///
    /// @param pauses of this candidate, in any order; they may overlap
    public static Timing of(Interview interview, Candidate candidate, List<Pause> pauses) {
        var allowed = Duration.ofMinutes((long) interview.minutes() + candidate.extraMinutes());
        return new Timing(candidate.startedAt(), candidate.endedAt(), allowed,
                candidate.startedAt().map(start -> merged(start, pauses)).orElse(List.of()));
    }

    /// When the time is up; absent before the start. A pause that begins later gives nothing back.
    public Optional<Instant> deadline() {
        return startedAt.map(start -> {
            var deadline = start.plus(allowed);
            for (var pause : pauses) {
                if (pause.from().isBefore(deadline)) {
                    deadline = deadline.plus(pause.length());
                }
            }
            return deadline;
        });
    }

    /// What is left; nothing after the end, everything before the start.
    public Duration remaining(Instant now) {
        return endedAt.isPresent() ? Duration.ZERO : allowed.minus(used(now));
    }

    /// What was used until now or until the end, never more than allowed.
    public Duration used(Instant now) {
        return startedAt.map(start -> {
            var until = endedAt.filter(end -> end.isBefore(now)).orElse(now);
            if (!until.isAfter(start)) {
                return Duration.ZERO;
            }
            var used = Duration.between(start, until).minus(paused(until));
            return used.compareTo(allowed) > 0 ? allowed : used;
        }).orElse(Duration.ZERO);
    }

    /// How long it stood still, until this instant.
    public Duration paused(Instant until) {
        return pauses.stream()
                .filter(pause -> pause.from().isBefore(until))
                .map(pause -> pause.until().isBefore(until) ? pause.length()
                        : Duration.between(pause.from(), until))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Whether the time is up, and nobody has ended it yet.
    public boolean overdue(Instant now) {
        return startedAt.isPresent() && endedAt.isEmpty() && remaining(now).isZero();
    }

    private static List<Span> merged(Instant start, List<Pause> pauses) {
        var merged = new ArrayList<Span>();
        pauses.stream().sorted(Comparator.comparing(Pause::beganAt)).forEach(pause -> {
            var from = pause.beganAt().isBefore(start) ? start : pause.beganAt();
            if (!merged.isEmpty() && !from.isAfter(merged.getLast().until())) {
                var last = merged.removeLast();
                merged.add(new Span(last.from(),
                        pause.endedAt().isAfter(last.until()) ? pause.endedAt() : last.until()));
            } else if (pause.endedAt().isAfter(from)) {
                merged.add(new Span(from, pause.endedAt()));
            }
        });
        return merged;
    }
}
