package touchstone.web.page;

import java.time.Duration;

/// Told of every answer, for logs and figures.
@FunctionalInterface
public interface Observer {
    /// A request was answered.
    ///
    /// @param route as it was registered, so that no personal link is in it; `-` if there is none
    void answered(String method, String route, int status, Duration took);
}
