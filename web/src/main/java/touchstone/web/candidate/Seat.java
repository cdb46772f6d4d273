package touchstone.web.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.interview.Entry;
import touchstone.judge.question.Question;
import touchstone.web.grading.Timing;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;

/// The candidate who asks, in their interview.
record Seat(Candidate candidate, Interview interview, Timing timing, ResolvedPlan plan) {
    /// Where in the interview.
    ///
    /// @param item that a candidate can work on
    record Place(ResolvedItem item, Optional<ResolvedItem> before, Optional<ResolvedItem> after) {
        Entry entry() {
            return item.entry().orElseThrow();
        }
    }

    /// The item of this id, if the interview has it and there is something to work on.
    Place place(String id) {
        var open = plan.items().stream().filter(ResolvedItem::available).toList();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).id().equals(id)) {
                return new Place(open.get(i), neighbour(open, i - 1), neighbour(open, i + 1));
            }
        }
        throw Refusal.notFound();
    }

    private static Optional<ResolvedItem> neighbour(List<ResolvedItem> items, int index) {
        return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    static Optional<Question> question(Entry entry) {
        return switch (entry) {
            case Entry.Asked(var question) -> Optional.of(question);
            case Entry.Coding _,Entry.Planned _ -> Optional.empty();
        };
    }

    boolean running() {
        return candidate.state() == Candidate.State.RUNNING;
    }

    /// Seconds for the header; -1 while no time runs.
    long secondsLeft(Exchange exchange) {
        return running() ? timing.remaining(exchange.now()).toSeconds() : -1;
    }

    /// What every page of a candidate needs, see `candidate/layout.peb`.
    Map<String, Object> layout(Exchange exchange, boolean saves) {
        return Map.of("interviewTitle", interview.title(), "candidateId", candidate.id(), "secondsLeft",
                secondsLeft(exchange), "saves", saves);
    }
}
