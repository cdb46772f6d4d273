package touchstone.web.page;

/// Answers a request.
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange);
}
