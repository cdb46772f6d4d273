package touchstone.web.page;

import io.javalin.http.HttpStatus;
import java.io.Serial;
import java.util.List;

/// A request that cannot be answered as it is; becomes a page or a JSON object that says why, in the visitor's
/// language. Thrown by routes only.
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final String key;
    private final transient List<Object> arguments;

    private Refusal(HttpStatus status, String key, Object... arguments) {
        super(status + " " + key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "page.error.notFound");
    }

    public static Refusal forbidden() {
        return new Refusal(HttpStatus.FORBIDDEN, "page.error.forbidden");
    }

    /// What was sent is wrong.
    ///
    /// @param key of the sentence that says what is wrong and what to do
    public static Refusal badRequest(String key, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, key, arguments);
    }

    /// The state of things does not allow it any more.
    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, key, arguments);
    }

    /// This server cannot do it, or not now.
    public static Refusal unavailable(String key, Object... arguments) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, key, arguments);
    }

    /// More than may be sent.
    public static Refusal tooLarge(String key, Object... arguments) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, key, arguments);
    }

    /// Not yet.
    public static Refusal locked(String key, Object... arguments) {
        return new Refusal(HttpStatus.LOCKED, key, arguments);
    }

    public static Refusal tooMany() {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "page.error.tooMany");
    }

    /// It was there, and is no more.
    public static Refusal gone(String key, Object... arguments) {
        return new Refusal(HttpStatus.GONE, key, arguments);
    }

    /// Too often.
    ///
    /// @param key of the sentence that says what, and how long to wait
    public static Refusal tooMany(String key, Object... arguments) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, key, arguments);
    }

    static Refusal loginNeeded() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "page.error.login");
    }

    static Refusal forged() {
        return new Refusal(HttpStatus.FORBIDDEN, "page.error.forged");
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
