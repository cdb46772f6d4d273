package touchstone.web.report;

import java.util.Optional;
import touchstone.web.grading.Gradings;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Routes;
import touchstone.web.store.Store;

/// The report of a candidate, for the team.
public final class ReportRoutes {
    private final Store store;
    private final Gradings gradings;
    private final Markup markup;
    private final PrintShop printShop;
    private final ReportFiles files;
    private final SubmissionPages submissions;
    private final NotesDesk notes;
    private final Decisions decisions;

    /// @param chromium prints, if this machine has it
    public ReportRoutes(Store store, Gradings gradings, Markup markup, Optional<Chromium> chromium) {
        this.store = store;
        this.gradings = gradings;
        this.markup = markup;
        printShop = new PrintShop(chromium);
        files = new ReportFiles(store, gradings, markup, printShop);
        submissions = new SubmissionPages(gradings, markup);
        notes = new NotesDesk(store, gradings, markup);
        decisions = new Decisions(store, gradings, markup);
    }

    public void register(Routes routes) {
        routes.get("/candidates/{id}/report", Access.VIEWER, this::show)
                .get("/candidates/{id}/report.json", Access.VIEWER, files::json)
                .get("/candidates/{id}/report.html", Access.VIEWER, files::html)
                .get("/candidates/{id}/report.pdf", Access.VIEWER, files::pdf)
                .get("/candidates/{id}/submissions/{submission}", Access.VIEWER, submissions::show)
                .get("/candidates/{id}/submissions/{submission}/file", Access.VIEWER, submissions::download)
                .post("/candidates/{id}/notes", Access.INTERVIEWER, notes::add)
                .post("/candidates/{id}/notes/{note}/remove", Access.INTERVIEWER, notes::remove)
                .post("/candidates/{id}/items/{item}/decide", Access.INTERVIEWER, decisions::decide)
                .post("/candidates/{id}/items/{item}/withdraw", Access.INTERVIEWER, decisions::withdraw);
    }

    private void show(Exchange exchange) {
        var sight = Sight.of(exchange, gradings, markup);
        exchange.audit("report.view", "candidate:" + sight.id(), "page");
        exchange.render("report/report.peb", sight.page(exchange, store, printShop.open()));
    }
}
