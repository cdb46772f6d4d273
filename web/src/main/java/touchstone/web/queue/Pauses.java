package touchstone.web.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import touchstone.web.store.Candidate;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;

/// Gives candidates back the time that our faults took from them, each moment once.
final class Pauses {
    private final Store store;
    private final Deadlines deadlines;

    Pauses(Store store, Deadlines deadlines) {
        this.store = store;
        this.deadlines = deadlines;
    }

    /// Gives it to whoever was at work then and has not ended.
    void give(long id, Instant from, Instant until, Pause.Cause cause) {
        store.jdbi().useTransaction(_ -> store.candidates().lock(id).ifPresent(candidate -> {
            var began = begin(candidate, from, until);
            if (deadlines.deadline(id).filter(began::isBefore).isPresent()) {
                for (var lost : new Span(began, until).without(store.candidates().pauses(id))) {
                    store.candidates().pause(id, lost.from, lost.until, cause);
                }
            }
        }));
    }

    /// @return the end for those who lost nothing
    private static Instant begin(Candidate candidate, Instant from, Instant until) {
        return candidate.startedAt()
                .filter(_ -> candidate.endedAt().isEmpty())
                .map(started -> started.isAfter(from) ? started : from)
                .orElse(until);
    }

    /// Empty unless it begins before it ends.
    record Span(Instant from, Instant until) {
        /// What is left of it.
        ///
        /// @param pauses in the order in which they began
        List<Span> without(List<Pause> pauses) {
            var left = new ArrayList<Span>();
            var begin = from;
            for (var pause : pauses) {
                add(left, begin, earlier(pause.beganAt(), until));
                begin = later(begin, pause.endedAt());
            }
            add(left, begin, until);
            return left;
        }

        private static void add(List<Span> spans, Instant from, Instant until) {
            if (from.isBefore(until)) {
                spans.add(new Span(from, until));
            }
        }

        private static Instant earlier(Instant a, Instant b) {
            return a.isBefore(b) ? a : b;
        }

        private static Instant later(Instant a, Instant b) {
            return a.isAfter(b) ? a : b;
        }
    }
}
