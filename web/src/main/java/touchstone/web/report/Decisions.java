package touchstone.web.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import touchstone.judge.interview.Fraction;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.ItemDetails;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Store;

/// Scores of people in place of others: never without a reason, and never over what was not seen.
final class Decisions {
    private static final int REASON_CHARACTERS_MAX = 4000;

    private final Store store;
    private final Gradings gradings;
    private final Markup markup;

    Decisions(Store store, Gradings gradings, Markup markup) {
        this.store = store;
        this.gradings = gradings;
        this.markup = markup;
    }

    /// What became of a decision.
    private sealed interface Outcome {
        record Kept() implements Outcome {}

        /// The form is wrong.
        record Wrong(Sight sight, ItemDetails item, String key) implements Outcome {}

        /// Somebody else has said something about the item since the form was made.
        record Overtaken(Sight sight, ItemDetails item) implements Outcome {}
    }

    /// What is to count from now on, or why nothing can be made of the form.
    private sealed interface Reading {
        /// @param fraction empty to withdraw
        record Read(Optional<Fraction> fraction) implements Reading {}

        record Unreadable(String key) implements Reading {}
    }

    void decide(Exchange exchange) {
        answer(exchange, keep(exchange, "score.overrule", item -> points(exchange, item)));
    }

    void withdraw(Exchange exchange) {
        answer(exchange, keep(exchange, "score.withdraw", item -> withdrawal(item)));
    }

    private static Reading points(Exchange exchange, ItemDetails item) {
        return Points.read(exchange.formText("points"), item.item().item().kind().points())
                .<Reading>map(fraction -> new Reading.Read(Optional.of(fraction)))
                .orElseGet(() -> new Reading.Unreadable("points"));
    }

    private static Reading withdrawal(ItemDetails item) {
        return item.evidence().overruling().isPresent() ? new Reading.Read(Optional.empty())
                : new Reading.Unreadable("nothing");
    }

    /// In one transaction that others wait for, or two people could decide at once without seeing each other.
    private Outcome keep(Exchange exchange, String action, Function<ItemDetails, Reading> reader) {
        return store.inTransaction(() -> {
            if (store.candidates().lock(exchange.id("id")).isEmpty()) {
                throw Refusal.notFound();
            }
            var sight = Sight.of(exchange, gradings, markup);
            var item = sight.report().item(exchange.path("item")).orElseThrow(Refusal::notFound);
            if (!Decision.possible(sight.report(), item)) {
                throw Refusal.conflict("report.decide.tooEarly");
            }
            if (!Decision.lastSeen(item).equals(exchange.formText("seen"))) {
                return new Outcome.Overtaken(sight, item);
            }
            var reason = exchange.form("reason").orElse("");
            if (reason.isEmpty() || reason.length() > REASON_CHARACTERS_MAX) {
                return new Outcome.Wrong(sight, item, reason.isEmpty() ? "reason" : "long");
            }
            return switch (reader.apply(item)) {
                case Reading.Unreadable(var key) -> new Outcome.Wrong(sight, item, key);
                case Reading.Read(var fraction) -> {
                    keep(exchange, action, item, fraction, reason);
                    yield new Outcome.Kept();
                }
            };
        });
    }

    private void keep(
            Exchange exchange,
            String action,
            ItemDetails item,
            Optional<Fraction> fraction,
            String reason) {
        long candidate = exchange.id("id");
        var id = item.item().id();
        store.overrulings()
                .add(candidate, id, fraction.map(Fraction::toString), reason, exchange.account().id(),
                        exchange.now());
        exchange.audit(action, "candidate:" + candidate + "/" + id,
                fraction.map(Fraction::toString).orElse(""));
    }

    private void answer(Exchange exchange, Outcome outcome) {
        switch (outcome) {
            case Outcome.Kept() -> exchange.redirect("/candidates/" + exchange.id("id") + "/report"
                    + (exchange.form("blind").isPresent() ? "?blind=1" : "") + "#item-"
                    + exchange.path("item"), "report.decide.kept");
            case Outcome.Wrong(var sight, var item, var key) -> show(exchange.unprocessable(), sight, item,
                    sight.voice()
                            .say("decide.wrong." + key, item.item().item().kind().points(),
                                    REASON_CHARACTERS_MAX),
                    false);
            case Outcome.Overtaken(var sight, var item) ->
                show(exchange.conflicting(), sight, item, "", true);
        }
    }

    /// What was typed is not lost.
    private void show(
            Exchange exchange,
            Sight sight,
            ItemDetails details,
            String problem,
            boolean overtaken) {
        var model = new HashMap<String, Object>(Map.of("sight", sight, "voice", sight.voice(), "interview",
                sight.report().interview(), "id", sight.id(), "name", sight.name(), "blind", sight.blind(),
                "item", ItemView.of(details, sight.report(), sight.reader(), sight.voice()), "problem",
                problem, "overtaken", overtaken, "query", sight.query()));
        model.put("title", sight.title());
        model.put("points", exchange.formText("points"));
        model.put("reason", exchange.formText("reason"));
        model.put("withdrawing", !exchange.form().containsKey("points"));
        model.put("latest", latest(details, sight.voice()));
        exchange.render("report/decision.peb", model);
    }

    private static List<Decision> latest(ItemDetails details, Voice voice) {
        return details.overrulings()
                .reversed()
                .stream()
                .limit(1)
                .map(one -> Decision.of(one, details.item().item(), voice))
                .toList();
    }
}
