package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import touchstone.web.page.Routes.Route;
import touchstone.web.testing.Client;

/// Somebody who follows every link of every page, and looks where forms lead.
final class Crawl {
    /// Of each route: a table of a thousand candidates leads to a thousand pages of the same kind.
    private static final int PAGES_MAX = 12;
    /// A browser has to be started for each.
    private static final int PRINTS_MAX = 1;
    /// Says so where there are no boxes, or is no Chromium.
    private static final String MISSING = "/health|.*\\.pdf(\\?.*)?";
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern
            .compile("<form\\b(?<post>[^>]*method=\"post\")?[^>]*\\baction=\"(?<action>/[^\"]*)\"");
    private static final Pattern OTHER = Pattern
            .compile("<(?:link|script|img)\\b[^>]*\\b(?:href|src)=\"(/[^\"]*)");

    private final Client client;
    private final List<Route> routes;
    private final BiConsumer<String, String> visitor;
    private final Set<String> seen = new HashSet<>();
    private final Map<Route, Integer> pages = new HashMap<>();
    private final Queue<String> ahead = new ArrayDeque<>();

    /// @param visitor gets the address and the text of every page
    Crawl(Client client, List<Route> routes, BiConsumer<String, String> visitor) {
        this.client = client;
        this.routes = routes;
        this.visitor = visitor;
    }

    void from(String path) {
        follow(path, "the address bar");
        for (var next = ahead.poll(); next != null; next = ahead.poll()) {
            open(next);
        }
    }

    Set<Route> reached() {
        return pages.keySet();
    }

    private void open(String path) {
        var answer = client.get(path);
        Asking.checkHeaders("GET " + path, answer);
        if (answer.status() != 503 || !path.matches(MISSING)) {
            assertThat(answer.status()).as(path).isIn(200, 303);
        }
        if (answer.status() == 303) {
            follow(answer.location(), path);
        } else if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            var html = answer.body();
            visitor.accept(path, html);
            LINK.matcher(html).results().forEach(link -> follow(plain(link.group(1)), path));
            OTHER.matcher(html).results().forEach(link -> follow(plain(link.group(1)), path));
            FORM.matcher(html).results().forEach(form -> {
                var method = form.group("post") == null ? "GET" : "POST";
                assertThat(route(method, plain(form.group("action")))).as("%s on %s", form.group(), path)
                        .isPresent();
            });
        }
    }

    private void follow(String path, String from) {
        var route = route("GET", path);
        assertThat(route).as("%s on %s", path, from).isPresent();
        int most = path.endsWith(".pdf") ? PRINTS_MAX : PAGES_MAX;
        if (seen.add(path) && pages.merge(route.orElseThrow(), 1, Integer::sum) <= most) {
            ahead.add(path);
        }
    }

    /// The most exact one: `/interviews/new` and not `/interviews/{id}`.
    private Optional<Route> route(String method, String path) {
        var plain = path.replaceFirst("\\?.*", "");
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .filter(route -> plain.matches(route.path().replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(route -> route.path().contains("{")));
    }

    /// As it is after HTML's entities.
    private static String plain(String attribute) {
        return attribute.replace("&amp;", "&");
    }
}
