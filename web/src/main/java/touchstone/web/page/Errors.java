package touchstone.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a visitor sees when something is wrong: a page for browsers, an object for scripts.
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final long DRAINED_BYTES_MAX = 32 << 20;
    private static final int CHUNK_BYTES = 8 << 10;

    private Errors() {}

    /// What scripts get.
    record Problem(String key, String message) {}

    static void refused(Refusal refusal, Exchange exchange) {
        answer(exchange, refusal.status(), refusal.key(), refusal.arguments().toArray());
    }

    /// Javalin's own: a method that a path does not have, a body that is too long.
    static void refused(HttpResponseException refusal, Exchange exchange) {
        var status = HttpStatus.forStatus(refusal.getStatus());
        answer(exchange, status, switch (status) {
            case NOT_FOUND -> "page.error.notFound";
            case CONTENT_TOO_LARGE -> "page.error.tooLarge";
            default -> "page.error.badRequest";
        });
    }

    static void failed(Exception ours, Exchange exchange) {
        LOG.error("a request failed: {} {}", exchange.context().method(), exchange.context().path(), ours);
        answer(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "page.error.ours");
    }

    private static void answer(Exchange exchange, HttpStatus status, String key, Object... arguments) {
        drain(exchange.context());
        var message = exchange.say(key, arguments);
        exchange.status(status);
        if (!wantsPage(exchange.context())) {
            exchange.json(new Problem(key, message));
        } else if (status == HttpStatus.UNAUTHORIZED) {
            exchange.redirect(exchange.context().routeRoles().contains(Access.CANDIDATE) ? "/link"
                    : "/login?next=" + exchange.context().path());
        } else {
            exchange.render("page/error.peb", Map.of("status", status.getCode(), "message", message));
        }
    }

    /// Reads, within reason, what is still on its way. A connection that is closed before that is reset, and whoever
    /// sends sees no answer but a broken network.
    private static void drain(Context context) {
        try {
            var body = context.bodyInputStream();
            var chunk = new byte[CHUNK_BYTES];
            long drained = 0;
            for (int read = 0; read >= 0 && drained < DRAINED_BYTES_MAX; drained += read) {
                read = body.read(chunk);
            }
        } catch (IOException e) {
            LOG.debug("whoever was refused has gone", e);
        }
    }

    private static boolean wantsPage(Context context) {
        var accept = context.header("Accept");
        return accept != null && accept.contains("text/html");
    }
}
