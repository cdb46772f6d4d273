package touchstone.web.candidate;

import static java.util.stream.Collectors.groupingBy;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import touchstone.judge.interview.Item;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.ItemState;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// What candidates see of their interview's items: how far they are, and nothing about points.
final class Overview {
    private final Store store;
    private final Gradings gradings;
    private final Titles titles;

    Overview(Store store, Gradings gradings, Titles titles) {
        this.store = store;
        this.gradings = gradings;
        this.titles = titles;
    }

    record Part(Text title, int minutes, List<Line> items) {}

    /// An item.
    ///
    /// @param href empty where there is nothing to work on
    /// @param state for `data-state` and, behind `candidate.state.`, for the word
    /// @param changed whether something was typed after the last submission
    record Line(
            int number,
            SafeString title,
            String kind,
            int minutes,
            String href,
            String state,
            boolean changed,
            Optional<Instant> draftedAt,
            List<Receipt> receipts) {}

    record Receipt(long id, int number, Instant at) {}

    List<Part> parts(Seat seat, Language language) {
        var progress = gradings.progress(seat.interview(), seat.candidate());
        var submissions = store.submissions()
                .ofCandidate(seat.candidate().id())
                .stream()
                .collect(groupingBy(Submission::item));
        return seat.plan()
                .parts()
                .stream()
                .map(part -> new Part(part.title(), part.minutes(),
                        part.items()
                                .stream()
                                .map(item -> line(item, Objects.requireNonNull(progress.get(item.id())),
                                        receipts(submissions, item), !seat.running(), language))
                                .toList()))
                .toList();
    }

    private static List<Receipt> receipts(Map<String, List<Submission>> submissions, ResolvedItem item) {
        return submissions.getOrDefault(item.id(), List.of())
                .stream()
                .map(one -> new Receipt(one.id(), one.number(), one.submittedAt()))
                .toList();
    }

    private Line line(
            ResolvedItem item,
            ItemState state,
            List<Receipt> receipts,
            boolean over,
            Language language) {
        return new Line(item.number(), titles.of(item.item(), language),
                item.entry().flatMap(Seat::question).map(one -> QuestionForm.kind(one.key())).orElse("code"),
                item.item().minutes(), item.available() ? href(item.item()) : "",
                item.available() ? state(item.item(), state, over) : "missing",
                item.item().kind() == Item.Kind.EXERCISE
                        && state.progress().handedIn()
                        && state.changedSince(),
                state.draftedAt(), receipts);
    }

    static String href(Item item) {
        return switch (item.kind()) {
            case EXERCISE -> "/interview/code/" + item.id();
            case QUESTION -> "/interview/items/" + item.id();
        };
    }

    /// Answers to questions have no verdict that a candidate could wait for.
    private static String state(Item item, ItemState state, boolean over) {
        return switch (state.progress()) {
            case NOT_STARTED -> over ? "none" : "not-started";
            case DRAFT -> item.kind() == Item.Kind.QUESTION ? "saved" : "draft";
            case SUBMITTED -> "submitted";
            case JUDGED -> item.kind() == Item.Kind.QUESTION ? "submitted" : "graded";
        };
    }
}
