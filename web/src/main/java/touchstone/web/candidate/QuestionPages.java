package touchstone.web.candidate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchstone.judge.interview.Item;
import touchstone.judge.question.Question;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Refusal;
import touchstone.web.queue.DraftDesk;
import touchstone.web.store.Draft;
import touchstone.web.store.Store;

/// Questions, one page each.
final class QuestionPages {
    private static final Limit READINGS = new Limit("reading", 40, Duration.ofMillis(400));

    private final Hall hall;
    private final Store store;
    private final DraftDesk desk;
    private final Markup markup;
    private final Titles titles;

    QuestionPages(Hall hall, Store store, DraftDesk desk, Markup markup) {
        this.hall = hall;
        this.store = store;
        this.desk = desk;
        this.markup = markup;
        titles = new Titles(markup);
    }

    record Typed(@Nullable String content) {}

    /// What the form is filled with.
    ///
    /// @param problem key of a sentence, or empty
    /// @param other what was saved elsewhere meanwhile
    record Filled(int revision, String answer, String savedAt, String problem, Optional<Draft> other) {
        static Filled of(Optional<Draft> draft) {
            return draft
                    .map(saved -> new Filled(saved.revision(), saved.content(), saved.savedAt().toString(),
                            "", Optional.empty()))
                    .orElseGet(() -> new Filled(0, "", "", "", Optional.empty()));
        }
    }

    void show(Exchange exchange) {
        var seat = hall.seat(exchange);
        if (exchange.path("item").equals("practice")) {
            exchange.redirect("/interview/practice");
            return;
        }
        var place = seat.place(exchange.path("item"));
        var question = Seat.question(place.entry());
        if (!seat.running()) {
            exchange.redirect("/interview");
        } else if (question.isEmpty()) {
            exchange.redirect(Overview.href(place.item().item()));
        } else {
            draw(exchange, seat, place, question.get(), Filled.of(saved(seat, place)));
        }
    }

    private Optional<Draft> saved(Seat seat, Seat.Place place) {
        return store.drafts().find(seat.candidate().id(), place.item().id());
    }

    private void draw(Exchange exchange, Seat seat, Seat.Place place, Question question, Filled filled) {
        var model = new HashMap<String, Object>();
        model.put("place", place.item());
        model.put("of", seat.plan().items().size());
        model.put("form", QuestionForm.of(question, filled.answer(), markup, exchange.language()));
        model.put("filled", filled);
        model.put("before", place.before().map(item -> neighbour(item.item(), item.number(), exchange)));
        model.put("after", place.after().map(item -> neighbour(item.item(), item.number(), exchange)));
        Hall.render(exchange, seat, "question", true, model);
    }

    private Map<String, Object> neighbour(Item item, int number, Exchange exchange) {
        return Map.of("href", Overview.href(item), "number", number, "title",
                titles.of(item, exchange.language()));
    }

    /// Without scripts: a form with a button.
    void save(Exchange exchange) {
        var seat = hall.seat(exchange);
        var place = seat.place(exchange.path("item"));
        var question = Seat.question(place.entry()).orElseThrow(Refusal::notFound);
        int base = exchange.form("revision")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        var answer = answer(exchange);
        if (answer.length() > Length.most(question.key())) {
            throw Refusal.tooLarge("candidate.draft.tooLong", Length.most(question.key()));
        }
        switch (desk.save(seat.candidate().id(), place.item().id(), base, answer)) {
            case DraftDesk.Answer.Saved _ ->
                exchange.redirect(Overview.href(place.item().item()), "candidate.question.saved");
            case DraftDesk.Answer.Conflict(var other) ->
                draw(exchange, seat, place, question, new Filled(other.revision(), answer, "",
                        "candidate.question.conflict", Optional.of(other)));
            case DraftDesk.Answer.Closed _ -> exchange.redirect("/interview");
            case DraftDesk.Answer.TooLarge(long bytes) ->
                throw Refusal.tooLarge("candidate.draft.tooLong", bytes);
            case DraftDesk.Answer.NotText _ -> throw Refusal.badRequest("candidate.draft.notText");
            case DraftDesk.Answer.Received _ -> throw new IllegalStateException("nothing was handed in");
        }
    }

    /// Several ticked letters are one answer; browsers end lines with two characters.
    private static String answer(Exchange exchange) {
        var given = exchange.forms("answer").stream().filter(one -> !one.isBlank()).toList();
        var all = given.isEmpty() ? List.of(exchange.formText("order")) : given;
        return String.join(", ", all).replace("\r\n", "\n");
    }

    /// How an answer is understood while it is typed.
    void read(Exchange exchange) {
        exchange.limit(READINGS);
        var seat = hall.seat(exchange);
        var question = Seat.question(seat.place(exchange.path("item")).entry())
                .orElseThrow(Refusal::notFound);
        var content = exchange.body(Typed.class).content();
        if (content == null) {
            throw Refusal.badRequest("page.error.json");
        }
        if (!seat.running()) {
            exchange.gone().json(Reading.NOTHING);
            return;
        }
        exchange.json(Reading.of(question.key(), content, markup, exchange.language()));
    }
}
