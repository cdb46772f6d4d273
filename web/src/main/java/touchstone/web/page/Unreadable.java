package touchstone.web.page;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what is so far from a request that no route, and none of our other pages, ever sees it. Jetty's own page
/// would repeat it, and bear none of our headers.
final class Unreadable extends ErrorHandler {
    private static final String SENTENCE = "This request cannot be answered.\n";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var headers = response.getHeaders();
        SecurityHeaders.set(headers::put);
        headers.put("Content-Type", "text/plain; charset=utf-8");
        response.write(true, StandardCharsets.US_ASCII.encode(SENTENCE), callback);
        return true;
    }
}
