package touchstone.web.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// All features behind one port.
public final class Site implements AutoCloseable {
    /// Larger than any source that a candidate may hand in, written as JSON.
    private static final long REQUEST_BYTES_MAX = 2 << 20;
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\w./?=&%-]*");

    private final Javalin javalin;
    private final List<Routes.Route> routes;

    private Site(Javalin javalin, List<Routes.Route> routes) {
        this.javalin = javalin;
        this.routes = routes;
    }

    /// Starts to answer.
    ///
    /// @param port 0 for any that is free
    public static Site start(
            Desk desk,
            String host,
            int port,
            Observer observer,
            List<Consumer<Routes>> features) {
        var routes = new ArrayList<Routes>();
        var javalin = Javalin.create(config -> {
            settings(config, host, port);
            config.requestLogger
                    .http((context, millis) -> observer.answered(context.method().name(), route(context),
                            context.statusCode(), Duration.ofNanos((long) (millis * NANOS_OF_A_MILLI))));
            config.routes.before(context -> SecurityHeaders.set(context::header));
            config.routes.beforeMatched(context -> Guard.check(context, desk.exchange(context)));
            config.routes.exception(Refusal.class,
                    (refusal, context) -> Errors.refused(refusal, desk.exchange(context)));
            config.routes.exception(HttpResponseException.class,
                    (refusal, context) -> Errors.refused(refusal, desk.exchange(context)));
            config.routes.exception(Exception.class,
                    (ours, context) -> Errors.failed(ours, desk.exchange(context)));
            var register = new Routes(config.routes, desk::exchange);
            shared(register);
            features.forEach(feature -> feature.accept(register));
            routes.add(register);
        });
        return new Site(javalin.start(), routes.getFirst().all());
    }

    private static String route(Context context) {
        var matched = context.endpoints().matchedHttpEndpoint();
        return matched == null ? "-" : matched.path;
    }

    private static void settings(JavalinConfig config, String host, int port) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = REQUEST_BYTES_MAX;
        config.http.prefer405over404 = true;
        config.jetty.host = host;
        config.jetty.port = port;
        config.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
    }

    private static void shared(Routes routes) {
        var assets = Assets.read();
        routes.get("/assets/{file}", Access.PUBLIC, exchange -> {
            var file = exchange.path("file");
            var content = assets.open(file).orElseThrow(Refusal::notFound);
            exchange.header("Cache-Control",
                    "public, max-age=" + Duration.ofDays(365).toSeconds() + ", immutable");
            exchange.stream(Assets.type(file), content);
        });
        routes.post("/preferences", Access.PUBLIC, exchange -> {
            exchange.form("language")
                    .filter(List.of("zh", "en")::contains)
                    .ifPresent(language -> remember(exchange, "language", language));
            exchange.form("theme")
                    .filter(List.of("auto", "light", "dark")::contains)
                    .ifPresent(theme -> remember(exchange, "theme", theme));
            exchange.redirect(exchange.form("back").filter(LOCAL_PATH.asMatchPredicate()).orElse("/"));
        });
    }

    /// Scripts may read and write it: it is a taste, not a secret.
    private static void remember(Exchange exchange, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setSameSite(SameSite.LAX);
        exchange.context().cookie(cookie);
    }

    public int port() {
        return javalin.port();
    }

    public List<Routes.Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
