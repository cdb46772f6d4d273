package touchstone.web.candidate;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Refusal;
import touchstone.web.queue.DraftDesk;
import touchstone.web.store.Draft;
import touchstone.web.store.Store;

/// Drafts, as `drafts/autosave.js` reads and saves them.
final class DraftApi {
    /// Somebody who types in several tabs saves about twice a second.
    private static final Limit SAVES = new Limit("draft", 60, Duration.ofMillis(250));

    private final Hall hall;
    private final Store store;
    private final DraftDesk desk;

    DraftApi(Hall hall, Store store, DraftDesk desk) {
        this.hall = hall;
        this.store = store;
        this.desk = desk;
    }

    /// @param base the revision that was typed over; 0 if there was none
    record Save(int base, @Nullable String content) {}

    /// @param savedAt empty if there is no draft
    record Kept(int revision, String content, String savedAt) {
        static Kept of(Optional<Draft> draft) {
            return draft.map(found -> new Kept(found.revision(), found.content(), found.savedAt().toString()))
                    .orElseGet(() -> new Kept(0, "", ""));
        }
    }

    record Saved(int revision, String savedAt) {}

    void read(Exchange exchange) {
        var seat = hall.seat(exchange);
        var item = seat.place(exchange.path("item")).item().id();
        if (seat.running()) {
            exchange.json(kept(seat, item));
        } else {
            closed(exchange, seat, item);
        }
    }

    void save(Exchange exchange) {
        exchange.limit(SAVES);
        var seat = hall.seat(exchange);
        var place = seat.place(exchange.path("item"));
        var save = exchange.body(Save.class);
        var content = save.content();
        if (content == null || save.base() < 0) {
            throw Refusal.badRequest("page.error.json");
        }
        int most = Length.most(place.entry());
        if (content.length() > most) {
            throw tooLong(most);
        }
        switch (desk.save(seat.candidate().id(), place.item().id(), save.base(), content)) {
            case DraftDesk.Answer.Saved(var draft) ->
                exchange.json(new Saved(draft.revision(), draft.savedAt().toString()));
            case DraftDesk.Answer.Conflict(var other) ->
                exchange.conflicting().json(Kept.of(Optional.of(other)));
            case DraftDesk.Answer.Closed() -> closed(exchange, seat, place.item().id());
            case DraftDesk.Answer.TooLarge(long bytes) -> throw tooLong(bytes);
            case DraftDesk.Answer.NotText() -> throw Refusal.badRequest("candidate.draft.notText");
            case DraftDesk.Answer.Received _ -> throw new IllegalStateException("nothing was handed in");
        }
    }

    /// Told as it stands, which is what was collected.
    private void closed(Exchange exchange, Seat seat, String item) {
        if (seat.candidate().startedAt().isEmpty()) {
            throw Refusal.locked("candidate.draft.early");
        }
        exchange.gone().json(kept(seat, item));
    }

    private Kept kept(Seat seat, String item) {
        return Kept.of(store.drafts().find(seat.candidate().id(), item));
    }

    private static Refusal tooLong(long most) {
        return Refusal.tooLarge("candidate.draft.tooLong", most);
    }
}
