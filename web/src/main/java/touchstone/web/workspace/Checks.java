package touchstone.web.workspace;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.Check;
import touchstone.sandbox.SandboxException;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.workspace.Messages.Checked;
import touchstone.web.workspace.Messages.Content;

/// What the compiler says to somebody who is still typing. Whoever asks too often, or together with too many others,
/// is told to ask again, and the page does so without a word.
record Checks(Seats seats, Bench bench) {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final Limit LIMIT = new Limit("check", 20, Duration.ofMillis(250));
    private static final Checked BUSY = new Checked(true, List.of());

    void check(Exchange exchange) {
        var seat = seats.seat(exchange).checkOpen(exchange.now());
        var content = exchange.body(Content.class).content();
        exchange.json(content.isBlank() ? new Checked(false, List.of())
                : exchange.allows(LIMIT) ? ask(seat, content, exchange)
                : BUSY);
    }

    private Checked ask(Seat seat, String content, Exchange exchange) {
        var submission = Source.submission(content);
        try {
            return switch (bench.check(submission, seat.exercise())) {
                case Check.Busy() -> BUSY;
                case Check.Checked(var diagnostics) -> new Checked(false, Remarks.of(diagnostics, exchange));
            };
        } catch (SandboxException e) {
            LOG.error("no compiler for a candidate who types", e);
            return BUSY;
        }
    }
}
