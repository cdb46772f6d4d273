package touchstone.web.workspace;

import java.util.Optional;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry;
import touchstone.web.grading.Clockwork;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// Finds where a candidate sits. What is not in their interview does not exist for them.
final class Seats {
    /// As an item's id in addresses.
    static final String PRACTICE = "practice";
    private static final String PRACTICE_EXERCISE = "hello-scale";

    private final Store store;
    private final Library library;
    private final Clockwork clockwork;

    Seats(Store store, Library library) {
        this.store = store;
        this.library = library;
        clockwork = new Clockwork(store);
    }

    Seat seat(Exchange exchange) {
        var id = exchange.path("item");
        var candidate = exchange.candidate();
        var interview = store.interviews().find(candidate.interviewId()).orElseThrow();
        var timing = clockwork.of(interview, candidate);
        if (id.equals(PRACTICE)) {
            var exercise = library.find(PRACTICE_EXERCISE).flatMap(Seats::exercise);
            return new Seat(id, candidate, interview, timing, exercise.orElseThrow(Refusal::notFound),
                    Optional.empty());
        }
        var item = InterviewPlan.read(interview.plan())
                .resolve(library)
                .find(id)
                .orElseThrow(Refusal::notFound);
        var exercise = item.entry().flatMap(Seats::exercise).orElseThrow(Refusal::notFound);
        return new Seat(id, candidate, interview, timing, exercise, Optional.of(item));
    }

    private static Optional<Exercise> exercise(Entry entry) {
        return switch (entry) {
            case Entry.Coding(var exercise) -> Optional.of(exercise);
            case Entry.Asked _,Entry.Planned _ -> Optional.empty();
        };
    }

    /// The submission of the path, if it was handed in from this seat.
    Submission submission(Exchange exchange, Seat seat) {
        return store.submissions()
                .find(exchange.id("submission"))
                .filter(found -> found.candidateId() == seat.candidate().id()
                        && found.item().equals(seat.id()))
                .orElseThrow(Refusal::notFound);
    }
}
