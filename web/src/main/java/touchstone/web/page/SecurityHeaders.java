package touchstone.web.page;

import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BiConsumer;

/// What browsers are told not to do.
final class SecurityHeaders {
    private static final String ELSE = "; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> ALL = Map.of("Content-Security-Policy", policy(""),
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
            // not no-referrer: with that, browsers send "Origin: null" with our own forms
            "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void set(BiConsumer<String, String> header) {
        ALL.forEach(header);
    }

    /// The editor writes its own style sheet, which must carry this nonce.
    static void allowStyles(Context context, String nonce) {
        context.header("Content-Security-Policy", policy(" 'nonce-" + nonce + "'"));
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self'" + nonce + ELSE;
    }
}
