package touchstone.web.review;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import touchstone.judge.question.Question;
import touchstone.judge.text.Language;
import touchstone.web.grading.OpenAnswer;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.store.Review;
import touchstone.web.store.Store;

/// Answers that wait for a person, one after the other.
public final class ReviewRoutes {
    /// Long enough to think, short enough that a closed laptop keeps nobody waiting.
    private static final Duration LOCK = Duration.ofMinutes(10);
    private static final int COMMENT_CHARACTERS_MAX = 5000;

    private final Store store;
    private final ReviewQueue queue;
    private final Markup markup;

    public ReviewRoutes(Store store, ReviewQueue queue, Markup markup) {
        this.store = store;
        this.queue = queue;
        this.markup = markup;
    }

    public void register(Routes routes) {
        routes.get("/reviews", Access.INTERVIEWER, this::list)
                .get("/reviews/next", Access.INTERVIEWER, this::next)
                .get("/reviews/{submission}", Access.INTERVIEWER, this::show)
                .post("/reviews/{submission}", Access.INTERVIEWER, this::decide)
                .post("/reviews/{submission}/lock", Access.INTERVIEWER, this::prolong)
                .post("/reviews/{submission}/release", Access.INTERVIEWER, this::release);
    }

    /// Answers to one question of one interview.
    public record Pile(
            long interviewId,
            String interviewTitle,
            Question question,
            SafeString prompt,
            int waiting,
            int locked) {}

    private void list(Exchange exchange) {
        var waiting = queue.waiting(ReviewQueue.Filter.ALL);
        var piles = waiting.stream()
                .collect(Collectors.groupingBy(answer -> answer.interviewId() + " " + answer.question().id(),
                        LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(answers -> pile(exchange, answers))
                .toList();
        exchange.render("review/list.peb", Map.of("piles", piles, "waiting", waiting.size()));
    }

    private Pile pile(Exchange exchange, List<OpenAnswer> answers) {
        var first = answers.getFirst();
        long me = exchange.account().id();
        return new Pile(first.interviewId(), first.interviewTitle(), first.question(),
                html(markup.line(first.question().prompt().in(exchange.language()))), answers.size(),
                (int) answers.stream().filter(answer -> answer.lockedFor(me)).count());
    }

    /// The next that nobody else is at; after the last comes the first again.
    private void next(Exchange exchange) {
        var choice = Choice.read(exchange);
        var free = queue.waiting(choice.filter())
                .stream()
                .filter(answer -> !answer.lockedFor(exchange.account().id()))
                .map(OpenAnswer::submissionId)
                .toList();
        var order = exchange.query("back").isPresent() ? free.reversed() : free;
        long after = exchange.query("after")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
        int at = order.indexOf(after);
        // whoever goes on has left it, and others need not wait until the lock expires
        store.reviews().unlock(after, exchange.account().id());
        if (order.isEmpty()) {
            exchange.redirect("/reviews", "review.none");
        } else {
            exchange.redirect("/reviews/" + order.get((at + 1) % order.size()) + choice.query());
        }
    }

    private OpenAnswer known(Exchange exchange) {
        return queue.find(exchange.id("submission")).orElseThrow(Refusal::notFound);
    }

    private void show(Exchange exchange) {
        var answer = known(exchange);
        boolean mine = lock(exchange, answer);
        var reviews = store.reviews().ofSubmission(answer.submissionId());
        page(exchange, answer, mine, reviews.isEmpty() ? new TreeSet<>() : reviews.getLast().numbers(),
                reviews.isEmpty() ? "" : reviews.getLast().comment(), "");
        exchange.audit("review.view", "submission:" + answer.submissionId(), "");
    }

    private boolean lock(Exchange exchange, OpenAnswer answer) {
        return store.reviews()
                .lock(answer.submissionId(), exchange.account().id(), exchange.now(),
                        exchange.now().plus(LOCK));
    }

    /// A key point with a place to tick.
    public record Point(int number, SafeString text, int points, boolean ticked) {}

    private void page(
            Exchange exchange,
            OpenAnswer answer,
            boolean mine,
            SortedSet<Integer> ticked,
            String comment,
            String problem) {
        var language = exchange.language();
        var points = new ArrayList<Point>();
        for (var point : answer.points()) {
            int number = points.size() + 1;
            points.add(new Point(number, html(markup.line(point.text().in(language))), point.points(),
                    ticked.contains(number)));
        }
        var choice = Choice.read(exchange);
        var waiting = queue.waiting(choice.filter());
        exchange.render("review/answer.peb", Map.ofEntries(Map.entry("answer", answer),
                Map.entry("mine", mine), Map.entry("holder", answer.lock().map(held -> held.by()).orElse("")),
                Map.entry("points", points), Map.entry("comment", comment), Map.entry("problem", problem),
                Map.entry("prompt", html(markup.page(answer.question().prompt().in(language)))),
                Map.entry("solution", html(markup.page(answer.question().solution().in(language)))),
                Map.entry("content", html(markup.page(answer.answer()))), Map.entry("query", choice.query()),
                Map.entry("waiting", waiting.size()), Map.entry("reviews", earlier(answer, language))));
    }

    /// A review that was written before.
    ///
    /// @param ticked numbers of key points, as one reads them
    public record Earlier(Review review, String ticked, String by) {}

    private List<Earlier> earlier(OpenAnswer answer, Language language) {
        var comma = language == Language.ZH ? "、" : ", ";
        return store.reviews()
                .ofSubmission(answer.submissionId())
                .stream()
                .map(review -> new Earlier(review, review.ticked().replace(",", comma),
                        store.accounts().find(review.accountId()).map(account -> account.name()).orElse("")))
                .toList();
    }

    private void decide(Exchange exchange) {
        var answer = known(exchange);
        var ticked = ticked(exchange, answer);
        var comment = exchange.form("comment").orElse("");
        if (!lock(exchange, answer)) {
            page(exchange.conflicting(), answer, false, ticked, comment, exchange.say("review.lost"));
        } else if (seen(exchange) != store.reviews().ofSubmission(answer.submissionId()).size()) {
            page(exchange.conflicting(), answer, true, ticked, comment, exchange.say("review.meanwhile"));
        } else if (comment.length() > COMMENT_CHARACTERS_MAX) {
            page(exchange.unprocessable(), answer, true, ticked, comment,
                    exchange.say("review.commentLong", COMMENT_CHARACTERS_MAX));
        } else {
            keep(exchange, answer, ticked, comment);
        }
    }

    /// How many reviews the page showed: whoever lost the lock for a while may get it back after somebody else has
    /// saved.
    private static int seen(Exchange exchange) {
        return exchange.form("seen")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Refusal.badRequest("page.error.badRequest"));
    }

    private void keep(Exchange exchange, OpenAnswer answer, SortedSet<Integer> ticked, String comment) {
        long me = exchange.account().id();
        store.inTransaction(() -> {
            store.reviews().add(answer.submissionId(), Review.ticked(ticked), comment, me, exchange.now());
            store.reviews().unlock(answer.submissionId(), me);
            exchange.audit("review.decide", "submission:" + answer.submissionId(), Review.ticked(ticked));
            return answer;
        });
        exchange.redirect("/reviews/next" + Choice.read(exchange).query(), "review.saved", answer.code());
    }

    private static SortedSet<Integer> ticked(Exchange exchange, OpenAnswer answer) {
        var numbers = new TreeSet<Integer>();
        for (var text : exchange.forms("point")) {
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > answer.points().size()) {
                throw Refusal.badRequest("page.error.badRequest");
            }
            numbers.add(Integer.valueOf(text));
        }
        return numbers;
    }

    /// Asked by the page now and then while somebody is at it.
    private void prolong(Exchange exchange) {
        exchange.json(Map.of("mine", lock(exchange, known(exchange))));
    }

    private void release(Exchange exchange) {
        var answer = known(exchange);
        store.reviews().unlock(answer.submissionId(), exchange.account().id());
        exchange.redirect("/reviews", "review.released", answer.code());
    }

    /// Which answers somebody goes through, as the address says it.
    private record Choice(ReviewQueue.Filter filter) {
        static Choice read(Exchange exchange) {
            var interview = exchange.query("interview")
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf);
            var question = exchange.query("question").filter(text -> text.matches("[nq]\\d+-\\d+"));
            return new Choice(new ReviewQueue.Filter(interview, question));
        }

        String query() {
            var parts = new ArrayList<String>();
            filter.interview().ifPresent(id -> parts.add("interview=" + id));
            filter.question().ifPresent(id -> parts.add("question=" + id));
            return parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }
    }

    /// What is rendered by us needs no escaping.
    private static SafeString html(String rendered) {
        return new SafeString(rendered);
    }
}
