package touchstone.web.workspace;

import touchstone.web.page.Exchange;
import touchstone.web.queue.JudgingProgress;
import touchstone.web.workspace.Messages.State;

/// Says how far the judge is.
final class Steps {
    private Steps() {}

    static State state(JudgingProgress progress, Exchange exchange) {
        return switch (progress) {
            case JudgingProgress.Queued(int ahead) ->
                new State("queued", ahead, 0, 0, ahead == 0 ? exchange.say("workspace.state.next")
                        : exchange.say("workspace.state.queued", ahead));
            case JudgingProgress.Measuring() -> plain("measuring", exchange);
            case JudgingProgress.Compiling() -> plain("compiling", exchange);
            case JudgingProgress.Running(int test, int of) ->
                new State("running", 0, test, of, exchange.say("workspace.state.running", test, of));
            case JudgingProgress.Done() -> plain("done", exchange);
        };
    }

    private static State plain(String state, Exchange exchange) {
        return new State(state, 0, 0, 0, exchange.say("workspace.state." + state));
    }
}
