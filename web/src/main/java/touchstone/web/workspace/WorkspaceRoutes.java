package touchstone.web.workspace;

import java.util.function.Function;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Routes;
import touchstone.web.queue.DraftDesk;
import touchstone.web.queue.JudgingQueue;
import touchstone.web.store.Store;
import touchstone.web.workspace.Messages.Content;

/// Where candidates write code.
public final class WorkspaceRoutes {
    private static final String ITEM = "/interview/code/{item}";
    private static final String SUBMISSION = ITEM + "/submissions/{submission}";

    private final WorkspacePage page;
    private final Checks checks;
    private final RunDesk runs;
    private final Handins handins;

    /// What the pages ask besides.
    ///
    /// @param suites of exercises, compiled
    /// @param parallel how many runs that count for nothing go on at the same time
    public record Tools(Bench bench, Function<Exercise, Suite> suites, Markup markup, int parallel) {}

    public WorkspaceRoutes(Store store, Library library, DraftDesk desk, JudgingQueue judgings, Tools tools) {
        var seats = new Seats(store, library);
        var history = new History(store);
        runs = new RunDesk(seats, tools.bench(), new Runs(tools.parallel()));
        checks = new Checks(seats, tools.bench());
        handins = new Handins(seats, store, desk, judgings, history, runs);
        page = new WorkspacePage(seats, store, tools.markup(), tools.suites(), handins, runs, history);
    }

    public void register(Routes routes) {
        routes.get(ITEM, Access.CANDIDATE, page::show)
                .post(ITEM, Access.CANDIDATE, page::post)
                .post(ITEM + "/diagnostics", Access.CANDIDATE, checks::check)
                .post(ITEM + "/run", Access.CANDIDATE, this::run)
                .get(ITEM + "/runs/{run}", Access.CANDIDATE, runs::follow)
                .post(ITEM + "/submissions", Access.CANDIDATE, handins::submit)
                .get(SUBMISSION, Access.CANDIDATE, handins::follow)
                .get(SUBMISSION + "/source", Access.CANDIDATE, handins::source)
                .get(SUBMISSION + "/content", Access.CANDIDATE, handins::content)
                .events(SUBMISSION + "/events", Access.CANDIDATE, handins::check, handins::events);
    }

    private void run(Exchange exchange) {
        runs.run(exchange, exchange.body(Content.class).content());
    }
}
