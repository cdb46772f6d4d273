package touchstone.web.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import touchstone.judge.interview.Item;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;

/// One submission, whether or not it counts.
final class SubmissionPages {
    private final Gradings gradings;
    private final Markup markup;

    SubmissionPages(Gradings gradings, Markup markup) {
        this.gradings = gradings;
        this.markup = markup;
    }

    private record Found(Sight sight, ItemDetails details, HandedIn one) {
        Item item() {
            return details.item().item();
        }
    }

    private Found find(Exchange exchange) {
        var sight = Sight.of(exchange, gradings, markup);
        long id = exchange.id("submission");
        for (var details : sight.report().items()) {
            for (var one : details.history()) {
                if (one.submission().id() == id) {
                    exchange.audit("submission.view", "candidate:" + sight.id() + "/" + details.item().id(),
                            Long.toString(id));
                    return new Found(sight, details, one);
                }
            }
        }
        throw Refusal.notFound();
    }

    void show(Exchange exchange) {
        var found = find(exchange);
        var sight = found.sight();
        var run = Readings.run(found.one(), sight.voice());
        var model = new HashMap<String, Object>();
        model.put("voice", sight.voice());
        model.put("interview", sight.report().interview());
        model.put("title", sight.title());
        model.put("id", sight.id());
        model.put("name", sight.name());
        model.put("query", sight.query());
        model.put("item", sight.voice().title(found.item()));
        model.put("itemId", found.item().id());
        model.put("one", HandedInView.of(found.one(), found.item(), sight.voice()));
        model.put("run", run);
        model.put("listing",
                Optional.of(found)
                        .filter(it -> ContentView.code(it.details()))
                        .map(it -> ContentView.listing(it.one(), run)));
        model.put("content", Voice.shown(found.one().submission().content()));
        exchange.render("report/submission.peb", model);
    }

    void download(Exchange exchange) {
        var found = find(exchange);
        var ending = ContentView.code(found.details()) ? ".java" : ".txt";
        var submission = found.one().submission();
        exchange.download("text/plain; charset=utf-8",
                "%d-%s-%d%s".formatted(found.sight().id(), found.item().id(), submission.number(), ending),
                submission.content().getBytes(StandardCharsets.UTF_8));
    }
}
