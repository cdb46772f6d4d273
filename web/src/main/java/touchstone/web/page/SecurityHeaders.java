package touchstone.web.page;

import io.javalin.http.Context;

/// What browsers are told not to do.
final class SecurityHeaders {
    private static final String ELSE = "; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(Context context) {
        policy(context, "");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        // not no-referrer: with that, browsers send "Origin: null" with our own forms
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        context.header("Cache-Control", "no-store");
    }

    /// The editor writes its own style sheet, which must carry this nonce.
    static void allowStyles(Context context, String nonce) {
        policy(context, " 'nonce-" + nonce + "'");
    }

    private static void policy(Context context, String nonce) {
        context.header("Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'" + nonce + ELSE);
    }
}
