package touchstone.web.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.web.grading.Clockwork;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Tokens;
import touchstone.web.queue.Endings;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// One candidate's invitation: link, name, time and data.
final class CandidatePage {
    private final Store store;
    private final Endings endings;
    private final Tokens tokens;

    CandidatePage(Store store, Endings endings, Tokens tokens) {
        this.store = store;
        this.endings = endings;
        this.tokens = tokens;
    }

    void show(Exchange exchange) {
        var seat = find(exchange);
        render(exchange, seat, seat.candidate.name(), Integer.toString(seat.candidate.extraMinutes()),
                new Problems(exchange));
    }

    private record Seat(Interview interview, Candidate candidate) {
        String path() {
            return "/interviews/" + interview.id() + "/invitations/" + candidate.id();
        }

        String subject() {
            return "candidate:" + candidate.id();
        }
    }

    private Seat find(Exchange exchange) {
        var interview = store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
        return store.candidates()
                .find(exchange.id("candidate"))
                .filter(candidate -> candidate.interviewId() == interview.id())
                .map(candidate -> new Seat(interview, candidate))
                .orElseThrow(Refusal::notFound);
    }

    private void render(Exchange exchange, Seat seat, String name, String extra, Problems problems) {
        exchange.render("interview/candidate.peb",
                Map.of("interview", seat.interview, "tab", "invitations", "candidate", seat.candidate,
                        "timing", new Clockwork(store).of(seat.interview, seat.candidate), "name", name,
                        "extra", extra, "problems", problems, "extraMost", Invitations.EXTRA_MINUTES_MAX,
                        "may", Access.INTERVIEWER.allows(exchange.account().role())));
    }

    /// The old link opens nothing from now on, and whoever came in by it is out.
    void link(Exchange exchange) {
        var seat = find(exchange);
        var token = tokens.draw();
        var base = exchange.base();
        store.inTransaction(() -> {
            store.candidates().changeToken(seat.candidate.id(), Tokens.hash(token));
            store.sessions().endAllOfCandidate(seat.candidate.id());
            exchange.audit("candidate.newLink", seat.subject(), "");
            return true;
        });
        Invitations.showLinks(exchange, seat.interview,
                List.of(new Invitations.Link(seat.candidate.name(), Invitations.address(base, token))), base);
    }

    void revoke(Exchange exchange) {
        var seat = find(exchange);
        store.inTransaction(() -> {
            store.candidates().revoke(seat.candidate.id(), Optional.of(exchange.now()));
            store.sessions().endAllOfCandidate(seat.candidate.id());
            exchange.audit("candidate.revoke", seat.subject(), "");
            return true;
        });
        exchange.redirect(seat.path(), "interview.candidate.revoked", seat.candidate.name());
    }

    void restore(Exchange exchange) {
        var seat = find(exchange);
        store.candidates().revoke(seat.candidate.id(), Optional.empty());
        exchange.audit("candidate.restore", seat.subject(), "");
        exchange.redirect(seat.path(), "interview.candidate.restored", seat.candidate.name());
    }

    void rename(Exchange exchange) {
        var seat = find(exchange);
        var name = OneLine.of(exchange.formText("name"));
        var problems = new Problems(exchange);
        if (name.isEmpty() || OneLine.tooLong(name)) {
            problems.add("name", "interview.problem.name", OneLine.CHARACTERS_MAX);
            render(exchange.unprocessable(), seat, name, Integer.toString(seat.candidate.extraMinutes()),
                    problems);
            return;
        }
        store.candidates().rename(seat.candidate.id(), name);
        exchange.audit("candidate.rename", seat.subject(), "");
        exchange.redirect(seat.path(), "interview.candidate.changed");
    }

    /// Also while the time is running; then the end moves.
    void extend(Exchange exchange) {
        var seat = find(exchange);
        if (seat.candidate.endedAt().isPresent()) {
            throw Refusal.conflict("interview.problem.ended");
        }
        var typed = exchange.formText("extra").strip();
        var minutes = WholeNumber.of(typed, 0, Invitations.EXTRA_MINUTES_MAX);
        if (minutes.isEmpty()) {
            var problems = new Problems(exchange);
            problems.add("extra", "interview.problem.extra", Invitations.EXTRA_MINUTES_MAX);
            render(exchange.unprocessable(), seat, seat.candidate.name(), typed, problems);
            return;
        }
        store.candidates().changeExtraMinutes(seat.candidate.id(), minutes.get());
        exchange.audit("candidate.extra", seat.subject(),
                seat.candidate.extraMinutes() + " → " + minutes.get());
        endings.moved(seat.candidate.id());
        exchange.redirect(seat.path(), "interview.candidate.changed");
    }

    /// What was typed until now is handed in.
    void end(Exchange exchange) {
        var seat = find(exchange);
        if (!endings.end(seat.candidate.id(), EndedBy.TEAM)) {
            throw Refusal.conflict("interview.problem.notRunning");
        }
        exchange.audit("candidate.end", seat.subject(), "");
        exchange.redirect(seat.path(), "interview.candidate.ended", seat.candidate.name());
    }

    /// For good. The log keeps that it was done, under the interview, because the candidate is no more.
    void erase(Exchange exchange) {
        var seat = find(exchange);
        if (!OneLine.of(exchange.formText("name")).equals(OneLine.of(seat.candidate.name()))) {
            var problems = new Problems(exchange);
            problems.add("erase", "interview.problem.erase");
            render(exchange.unprocessable(), seat, seat.candidate.name(),
                    Integer.toString(seat.candidate.extraMinutes()), problems);
            return;
        }
        store.inTransaction(() -> {
            exchange.audit("candidate.erase",
                    "interview:" + seat.interview.id() + "/candidate:" + seat.candidate.id(), "");
            return store.erasure().candidate(seat.candidate.id());
        });
        exchange.redirect("/interviews/" + seat.interview.id() + "/invitations",
                "interview.candidate.erased");
    }
}
