package touchstone.web.candidate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.interview.Item;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Judging;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// What proves that something was handed in, and what exactly.
final class Receipts {
    private final Hall hall;
    private final Store store;
    private final Titles titles;

    Receipts(Hall hall, Store store, Markup markup) {
        this.hall = hall;
        this.store = store;
        titles = new Titles(markup);
    }

    /// @param version of the item that it is judged by
    private record Receipt(Submission submission, Optional<ResolvedItem> item, String version) {}

    void show(Exchange exchange) {
        var seat = hall.seat(exchange);
        var receipt = receipt(exchange, seat);
        Hall.render(exchange, seat, "receipt",
                Map.of("submission", receipt.submission(), "number",
                        receipt.item().map(ResolvedItem::number).orElse(0), "title",
                        receipt.item()
                                .<Object>map(item -> titles.of(item.item(), exchange.language()))
                                .orElse(receipt.submission().item()),
                        "version", receipt.version()));
    }

    void download(Exchange exchange) {
        var seat = hall.seat(exchange);
        var receipt = receipt(exchange, seat);
        var submission = receipt.submission();
        var text = exchange.say("candidate.receipt.file", seat.interview().title(), seat.candidate().name(),
                submission.item(), submission.number(), submission.submittedAt(), submission.sha256(),
                receipt.version(), submission.id());
        exchange.download("text/plain; charset=utf-8",
                "touchstone-" + submission.item() + "-" + submission.number() + ".txt",
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Somebody else's does not exist.
    private Receipt receipt(Exchange exchange, Seat seat) {
        var submission = store.submissions()
                .find(exchange.id("submission"))
                .filter(found -> found.candidateId() == seat.candidate().id())
                .orElseThrow(Refusal::notFound);
        var item = seat.plan().find(submission.item());
        var version = store.judgings()
                .find(submission.id())
                .flatMap(Judging::version)
                .filter(known -> !known.isEmpty())
                .or(() -> item.map(ResolvedItem::item).map(Item::version))
                .orElse("");
        return new Receipt(submission, item, version);
    }
}
