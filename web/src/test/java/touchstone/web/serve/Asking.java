package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.web.page.Routes.Route;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;

/// Asks any route, and looks at what must be true of every answer.
final class Asking {
    private static final List<String> PAGE = List.of("Accept", "text/html");
    private static final List<String> OBJECT = List.of("Accept", "application/json");
    private static final List<String> EVENTS = List.of("Accept", "text/event-stream");

    private static final Pattern SCRIPTS = Pattern
            .compile("/interview/.*/(?:reading|diagnostics|run|submissions)");
    private static final String CONTENT = "{\"base\":0,\"content\":\"class Solution {}\"}";

    private Asking() {}

    static boolean changes(Route route) {
        return !route.method().equals("GET") && !route.method().equals("SSE");
    }

    /// As a browser does when somebody clicks.
    static Answer page(Client client, Route route, String path) {
        return send(client, route, path, PAGE);
    }

    /// As a script does.
    static Answer object(Client client, Route route, String path) {
        return send(client, route, path, OBJECT);
    }

    private static Answer send(Client client, Route route, String path, List<String> accept) {
        client.with("Accept", (route.method().equals("SSE") ? EVENTS : accept).getLast());
        var answer = switch (route.method()) {
            case "GET", "SSE" -> client.get(path);
            case "POST" -> SCRIPTS.matcher(path).matches() ? client.json("POST", path, CONTENT)
                    : client.post(path, Map.of());
            case "PUT" -> client.json("PUT", path, CONTENT);
            case "DELETE" -> client.delete(path);
            default -> throw new IllegalStateException("how to ask " + route);
        };
        checkHeaders(route.method() + " " + path, answer);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isNotEqualTo(500);
        return answer;
    }

    static void checkHeaders(String what, Answer answer) {
        var headers = answer.headers();
        assertThat(headers.getOrDefault("content-security-policy", "")).as(what)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers).as(what)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
        boolean asset = what.contains(" /assets/") && answer.status() == 200;
        assertThat(headers.getOrDefault("cache-control", "")).as(what)
                .startsWith(asset ? "public, max-age=31536000, immutable" : "no-store");
    }
}
