package touchstone.web.candidate;

import touchstone.web.grading.Gradings;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Routes;
import touchstone.web.queue.DraftDesk;
import touchstone.web.queue.Endings;
import touchstone.web.store.Store;

/// Everything of a candidate's interview but the code workspace.
public final class CandidateRoutes {
    private final Links links;
    private final InterviewPages pages;
    private final DraftApi drafts;
    private final QuestionPages questions;
    private final Receipts receipts;
    private final OwnReport report;

    public CandidateRoutes(
            Store store,
            Library library,
            Gradings gradings,
            DraftDesk desk,
            Endings endings,
            Markup markup) {
        var hall = new Hall(store, library);
        links = new Links(store);
        report = new OwnReport(hall, gradings, library, markup);
        pages = new InterviewPages(hall, store, library, gradings, endings, markup, report);
        drafts = new DraftApi(hall, store, desk);
        questions = new QuestionPages(hall, store, desk, markup);
        receipts = new Receipts(hall, store, markup);
    }

    public void register(Routes routes) {
        routes.get("/i/{token}", Access.PUBLIC, links::open)
                .get("/link", Access.PUBLIC, Links::explain)
                .get("/interview", Access.CANDIDATE, pages::show)
                .get("/interview/clock", Access.CANDIDATE, pages::clock)
                .get("/interview/practice", Access.CANDIDATE, CandidateRoutes::practise)
                .post("/interview/consent", Access.CANDIDATE, pages::consent)
                .post("/interview/start", Access.CANDIDATE, pages::start)
                .get("/interview/finish", Access.CANDIDATE, pages::askToFinish)
                .post("/interview/finish", Access.CANDIDATE, pages::finish)
                .get("/interview/items/{item}", Access.CANDIDATE, questions::show)
                .post("/interview/items/{item}", Access.CANDIDATE, questions::save)
                .post("/interview/items/{item}/reading", Access.CANDIDATE, questions::read)
                .get("/interview/drafts/{item}", Access.CANDIDATE, drafts::read)
                .put("/interview/drafts/{item}", Access.CANDIDATE, drafts::save)
                .get("/interview/receipts/{submission}", Access.CANDIDATE, receipts::show)
                .get("/interview/receipts/{submission}/file", Access.CANDIDATE, receipts::download)
                .get("/interview/report", Access.CANDIDATE, report::show);
    }

    /// The workspace knows the practice as an item of this name.
    private static void practise(Exchange exchange) {
        exchange.redirect("/interview/code/practice");
    }
}
