package touchstone.web.interview;

import java.util.Optional;
import java.util.random.RandomGenerator;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.page.Tokens;
import touchstone.web.queue.Endings;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// Interviews for the team. To be registered before whatever else lies below `/interviews/{id}`: `/interviews/new`
/// would be taken for an interview.
public final class InterviewRoutes {
    private final Store store;
    private final InterviewList list;
    private final NewInterview creation;
    private final ItemSearch search;
    private final SettingsPage settings;
    private final Invitations invitations;
    private final CandidatePage candidate;
    private final History history;

    /// Draws links and seeds from these.
    ///
    /// @param random draws seeds, so it must be fit for secrets
    /// @param tokens draws personal links
    public InterviewRoutes(
            Store store,
            Library library,
            ReviewQueue reviews,
            Endings endings,
            Markup markup,
            Tokens tokens,
            RandomGenerator random) {
        this.store = store;
        list = new InterviewList(store, library, reviews);
        creation = new NewInterview(store, library, random);
        search = new ItemSearch(library, words -> new ItemWords(markup, words));
        settings = new SettingsPage(store, library, words -> new ItemWords(markup, words), search);
        invitations = new Invitations(store, tokens);
        candidate = new CandidatePage(store, endings, tokens);
        history = new History(store, library);
    }

    public void register(Routes routes) {
        routes.get("/interviews", Access.VIEWER, list::show)
                .get("/interviews/new", Access.INTERVIEWER, creation::show)
                .post("/interviews/new", Access.INTERVIEWER, creation::create)
                .get("/interviews/items", Access.INTERVIEWER, search::answer)
                .get("/interviews/{id}/settings", Access.VIEWER, settings::show)
                .post("/interviews/{id}/settings", Access.INTERVIEWER, settings::change)
                .post("/interviews/{id}/close", Access.INTERVIEWER, this::close)
                .post("/interviews/{id}/reopen", Access.INTERVIEWER, this::reopen)
                .post("/interviews/{id}/delete", Access.INTERVIEWER, this::delete)
                .get("/interviews/{id}/invitations", Access.VIEWER, invitations::show)
                .post("/interviews/{id}/invitations", Access.INTERVIEWER, invitations::invite)
                .get("/interviews/{id}/history", Access.VIEWER, history::show);
        var one = "/interviews/{id}/invitations/{candidate}";
        routes.get(one, Access.VIEWER, candidate::show)
                .post(one + "/link", Access.INTERVIEWER, candidate::link)
                .post(one + "/revoke", Access.INTERVIEWER, candidate::revoke)
                .post(one + "/restore", Access.INTERVIEWER, candidate::restore)
                .post(one + "/rename", Access.INTERVIEWER, candidate::rename)
                .post(one + "/extra", Access.INTERVIEWER, candidate::extend)
                .post(one + "/end", Access.INTERVIEWER, candidate::end)
                .post(one + "/erase", Access.INTERVIEWER, candidate::erase);
    }

    private Interview find(Exchange exchange) {
        return store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
    }

    private void close(Exchange exchange) {
        var interview = find(exchange);
        store.interviews().close(interview.id(), Optional.of(exchange.now()));
        exchange.audit("interview.close", "interview:" + interview.id(), "");
        exchange.redirect("/interviews/" + interview.id() + "/settings", "interview.closed");
    }

    private void reopen(Exchange exchange) {
        var interview = find(exchange);
        store.interviews().close(interview.id(), Optional.empty());
        exchange.audit("interview.reopen", "interview:" + interview.id(), "");
        exchange.redirect("/interviews/" + interview.id() + "/settings", "interview.reopened");
    }

    private void delete(Exchange exchange) {
        var interview = find(exchange);
        if (!store.erasure().interview(interview.id())) {
            throw Refusal.conflict("interview.problem.started");
        }
        exchange.audit("interview.delete", "interview:" + interview.id(), "");
        exchange.redirect("/interviews", "interview.deleted", interview.title());
    }
}
