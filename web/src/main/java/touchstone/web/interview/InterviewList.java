package touchstone.web.interview;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import touchstone.judge.text.Text;
import touchstone.web.grading.OpenAnswer;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.store.Candidates.Counts;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// All interviews.
final class InterviewList {
    private final Store store;
    private final Library library;
    private final ReviewQueue reviews;

    InterviewList(Store store, Library library, ReviewQueue reviews) {
        this.store = store;
        this.library = library;
        this.reviews = reviews;
    }

    /// An interview in the list.
    ///
    /// @param blueprint its title; its id if it is gone
    /// @param waiting answers that wait for people
    public record Row(Interview interview, Text blueprint, long items, Counts counts, long waiting) {}

    void show(Exchange exchange) {
        var counts = store.candidates().counts().stream().collect(toMap(Counts::interviewId, identity()));
        var waiting = reviews.waiting(ReviewQueue.Filter.ALL)
                .stream()
                .collect(groupingBy(OpenAnswer::interviewId, counting()));
        List<Row> rows = store.interviews()
                .all()
                .stream()
                .map(interview -> row(interview, counts, waiting.getOrDefault(interview.id(), 0L)))
                .toList();
        exchange.render("interview/list.peb",
                Map.of("rows", rows, "may", Access.INTERVIEWER.allows(exchange.account().role())));
    }

    private Row row(Interview interview, Map<Long, Counts> counts, long waiting) {
        var title = library.blueprints()
                .find(interview.blueprint())
                .map(blueprint -> blueprint.title())
                .orElseGet(() -> new Text(interview.blueprint(), interview.blueprint()));
        return new Row(interview, title, InterviewPlan.read(interview.plan()).items().count(),
                counts.getOrDefault(interview.id(), new Counts(interview.id(), 0, 0, 0, 0)), waiting);
    }
}
