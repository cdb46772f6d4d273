package touchstone.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Where features register what they answer.
public final class Routes {
    private final RoutesConfig config;
    private final Function<Context, Exchange> exchanges;
    private final List<Route> all = new ArrayList<>();

    Routes(RoutesConfig config, Function<Context, Exchange> exchanges) {
        this.config = config;
        this.exchanges = exchanges;
    }

    /// One of them.
    public record Route(String method, String path, Access access) {}

    public Routes get(String path, Access access, Handler handler) {
        return add(HandlerType.GET, path, access, handler);
    }

    /// Needs the token against forged requests, as PUT and DELETE do.
    public Routes post(String path, Access access, Handler handler) {
        return add(HandlerType.POST, path, access, handler);
    }

    public Routes put(String path, Access access, Handler handler) {
        return add(HandlerType.PUT, path, access, handler);
    }

    public Routes delete(String path, Access access, Handler handler) {
        return add(HandlerType.DELETE, path, access, handler);
    }

    /// Server-sent events; the handler registers its `onClose` and returns.
    ///
    /// @param check refuses who may not hear them; afterwards there is no status left to refuse with
    public Routes events(String path, Access access, Handler check, BiConsumer<Exchange, SseClient> handler) {
        all.add(new Route("SSE", path, access));
        var events = new SseHandler(client -> {
            client.keepAlive();
            handler.accept(exchanges.apply(client.ctx()), client);
        });
        config.addHttpHandler(HandlerType.GET, path, context -> {
            check.handle(exchanges.apply(context));
            events.handle(context);
        }, access);
        return this;
    }

    public List<Route> all() {
        return List.copyOf(all);
    }

    private Routes add(HandlerType method, String path, Access access, Handler handler) {
        all.add(new Route(method.name(), path, access));
        config.addHttpHandler(method, path, context -> handler.handle(exchanges.apply(context)), access);
        return this;
    }
}
