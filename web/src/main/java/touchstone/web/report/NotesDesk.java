package touchstone.web.report;

import touchstone.web.grading.Gradings;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Store;

/// What the team writes about a candidate.
final class NotesDesk {
    private static final int CHARACTERS_MAX = 10_000;

    private final Store store;
    private final Gradings gradings;
    private final Markup markup;

    NotesDesk(Store store, Gradings gradings, Markup markup) {
        this.store = store;
        this.gradings = gradings;
        this.markup = markup;
    }

    void add(Exchange exchange) {
        var sight = Sight.of(exchange, gradings, markup);
        var item = exchange.form("item");
        if (item.isPresent() && sight.report().item(item.get()).isEmpty()) {
            throw Refusal.notFound();
        }
        var content = exchange.form("content").orElseThrow(() -> Refusal.badRequest("report.note.empty"));
        if (content.length() > CHARACTERS_MAX) {
            throw Refusal.badRequest("report.note.long", CHARACTERS_MAX, content.length());
        }
        store.notes().add(sight.id(), item, content, exchange.account().id(), exchange.now());
        exchange.audit("note.add", subject(sight) + item.map(id -> "/" + id).orElse(""), "");
        exchange.redirect(sight.address() + item.map(id -> "#item-" + id).orElse("#notes"),
                "report.note.kept");
    }

    void remove(Exchange exchange) {
        var sight = Sight.of(exchange, gradings, markup);
        long note = exchange.id("note");
        boolean ofThisCandidate = sight.report().notes().stream().anyMatch(one -> one.value().id() == note);
        if (!ofThisCandidate || !store.notes().remove(note, exchange.account().id())) {
            throw Refusal.notFound();
        }
        exchange.audit("note.remove", subject(sight), Long.toString(note));
        exchange.redirect(sight.address() + "#notes", "report.note.removed");
    }

    private static String subject(Sight sight) {
        return "candidate:" + sight.id();
    }
}
