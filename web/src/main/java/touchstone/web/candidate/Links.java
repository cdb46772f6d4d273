package touchstone.web.candidate;

import java.time.Duration;
import java.util.Map;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Tokens;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;

/// Personal links. They work again and again, on any device, until the team revokes them.
final class Links {
    /// A whole course may open its links at once from behind one address.
    private static final Limit OPENED = new Limit("link", 600, Duration.ofMillis(100));
    private static final Limit UNKNOWN = new Limit("unknown link", 20, Duration.ofSeconds(10));

    private final Store store;

    Links(Store store) {
        this.store = store;
    }

    void open(Exchange exchange) {
        exchange.limit(OPENED);
        var candidate = store.candidates().byToken(Tokens.hash(exchange.path("token")));
        if (candidate.isEmpty()) {
            exchange.limit(UNKNOWN);
            refuse(exchange, "unknown");
        } else if (candidate.get().revokedAt().isPresent()) {
            refuse(exchange, "revoked");
        } else {
            enter(exchange, candidate.get());
        }
    }

    /// The token leaves the address bar, and with it the histories and screenshots that it would stay in.
    private static void enter(Exchange exchange, Candidate candidate) {
        exchange.enter(candidate);
        exchange.audit("candidate.link", "candidate:" + candidate.id(), "");
        exchange.redirect("/interview");
    }

    private static void refuse(Exchange exchange, String why) {
        exchange.missing().render("candidate/link.peb", Map.of("why", why));
    }

    /// For whoever comes to an interview without a session.
    static void explain(Exchange exchange) {
        exchange.render("candidate/link.peb", Map.of("why", "needed"));
    }
}
