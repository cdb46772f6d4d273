package touchstone.web.candidate;

import java.util.HashMap;
import java.util.Map;
import touchstone.web.grading.Clockwork;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.store.Store;

/// Finds candidates' seats, and draws pages for whoever sits there.
final class Hall {
    private final Store store;
    private final Library library;
    private final Clockwork clockwork;

    Hall(Store store, Library library) {
        this.store = store;
        this.library = library;
        clockwork = new Clockwork(store);
    }

    Seat seat(Exchange exchange) {
        var candidate = exchange.candidate();
        var interview = store.interviews().find(candidate.interviewId()).orElseThrow();
        return new Seat(candidate, interview, clockwork.of(interview, candidate),
                InterviewPlan.read(interview.plan()).resolve(library));
    }

    /// A page without a draft.
    static void render(Exchange exchange, Seat seat, String template, Map<String, ?> model) {
        render(exchange, seat, template, false, model);
    }

    static void render(Exchange exchange, Seat seat, String template, boolean saves, Map<String, ?> model) {
        var all = new HashMap<String, Object>(seat.layout(exchange, saves));
        all.putAll(model);
        exchange.render("candidate/" + template + ".peb", all);
    }
}
