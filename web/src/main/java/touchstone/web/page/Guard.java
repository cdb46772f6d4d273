package touchstone.web.page;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Stands before every handler: who is not allowed, or was made to ask by another site, gets no further.
final class Guard {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private static final Pattern KINDS = Pattern.compile(
            "(?i)(?:application/x-www-form-urlencoded|application/json|text/plain)(?:; ?charset=\"?utf-8\"?)?");

    private Guard() {}

    static void check(Context context, Exchange exchange) {
        var allowed = context.routeRoles()
                .stream()
                .allMatch(role -> role instanceof Access access && access.allows(exchange.visitor()));
        if (context.routeRoles().isEmpty() || !allowed) {
            throw exchange.visitor() instanceof Visitor.Stranger ? Refusal.loginNeeded()
                    : Refusal.forbidden();
        }
        if (foreign(context)) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        if (!HARMLESS.contains(context.method().name()) && !ours(context, exchange.visitor())) {
            throw Refusal.forged();
        }
    }

    /// No page of ours sends anything else, so nobody has to read what may be broken in other ways.
    private static boolean foreign(Context context) {
        var type = context.contentType();
        return type != null && !KINDS.matcher(type).matches();
    }

    /// What anybody may post has no session to protect, but must come from a page of ours all the same.
    private static boolean ours(Context context, Visitor visitor) {
        return sameOrigin(context)
                && (context.routeRoles().contains(Access.PUBLIC) || repeatsToken(context, visitor));
    }

    private static boolean repeatsToken(Context context, Visitor visitor) {
        var given = Optional.ofNullable(context.header("X-CSRF-Token"))
                .or(() -> Optional.ofNullable(context.formParam("_csrf")))
                .orElse("");
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                visitor.csrf().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean sameOrigin(Context context) {
        var origin = context.header("Origin");
        if (origin == null) {
            return "same-origin".equals(context.header("Sec-Fetch-Site"));
        }
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equals(context.host());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
