package touchstone.web.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.web.grading.Gradings;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.queue.Endings;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;

/// The interview as a whole: before, during and after.
final class InterviewPages {
    private final Hall hall;
    private final Store store;
    private final Library library;
    private final Endings endings;
    private final Overview overview;
    private final OwnReport report;

    InterviewPages(
            Hall hall,
            Store store,
            Library library,
            Gradings gradings,
            Endings endings,
            Markup markup,
            OwnReport report) {
        this.hall = hall;
        this.store = store;
        this.library = library;
        this.endings = endings;
        this.report = report;
        overview = new Overview(store, gradings, new Titles(markup));
    }

    /// What is measured.
    ///
    /// @param weight in percent
    record Measured(Text title, Text description, int weight) {}

    /// The server's clock.
    ///
    /// @param state `waiting`, `running` or `ended`
    /// @param deadline empty before the start
    /// @param secondsPaused through faults of ours, given back
    record Clock(String state, String now, String deadline, long secondsLeft, long secondsPaused) {}

    void show(Exchange exchange) {
        var seat = hall.seat(exchange);
        switch (seat.candidate().state()) {
            case INVITED -> welcome(exchange, seat);
            case RUNNING -> Hall.render(exchange, seat, "overview", Map.of("parts",
                    overview.parts(seat, exchange.language()), "deadline", seat.timing().deadline()));
            case ENDED -> close(exchange, seat);
            // the gate lets nobody in whose link was revoked
            case REVOKED -> throw Refusal.forbidden();
        }
    }

    private void welcome(Exchange exchange, Seat seat) {
        var interview = seat.interview();
        Hall.render(exchange, seat, "start",
                Map.of("name", seat.candidate().name(), "inviter",
                        store.accounts().find(seat.candidate().invitedBy()).map(Account::name).orElse(""),
                        "measured", measured(seat), "minutes", seat.timing().allowed().toMinutes(), "extra",
                        seat.candidate().extraMinutes(), "parts", seat.plan().parts(), "retention",
                        interview.retentionDays(), "report", interview.candidateReport(), "closed",
                        interview.closedAt().isPresent(), "consentedAt", seat.candidate().consentedAt()));
    }

    private List<Measured> measured(Seat seat) {
        var weights = ChosenWeights.of(seat.interview(), library).weights();
        var about = library.rubric().dimensions();
        return Stream.of(RubricDimension.values()).flatMap(dimension -> {
            var known = Optional.ofNullable(about.get(dimension));
            return known.map(one -> new Measured(one.title(), one.description(), weights.of(dimension)))
                    .stream();
        }).toList();
    }

    private void close(Exchange exchange, Seat seat) {
        Hall.render(exchange, seat, "closing",
                Map.of("parts", overview.parts(seat, exchange.language()), "endedAt",
                        seat.candidate().endedAt(), "endedBy",
                        seat.candidate().endedBy().map(Enum::name).orElse(""), "report",
                        report.state(seat).name(), "retention", seat.interview().retentionDays()));
    }

    void clock(Exchange exchange) {
        var seat = hall.seat(exchange);
        var timing = seat.timing();
        var now = exchange.now();
        exchange.json(new Clock(switch (seat.candidate().state()) {
            case INVITED, REVOKED -> "waiting";
            case RUNNING -> "running";
            case ENDED -> "ended";
        }, now.toString(), timing.deadline().map(Instant::toString).orElse(""),
                timing.remaining(now).toSeconds(), timing.paused(now).toSeconds()));
    }

    void consent(Exchange exchange) {
        var seat = hall.seat(exchange);
        if (exchange.form("consent").isEmpty()) {
            throw Refusal.badRequest("candidate.start.consentNeeded");
        }
        if (seat.candidate().consentedAt().isEmpty()) {
            store.candidates().consent(seat.candidate().id(), exchange.now());
            exchange.audit("candidate.consent", subject(seat), "");
        }
        exchange.redirect("/interview");
    }

    void start(Exchange exchange) {
        var seat = hall.seat(exchange);
        if (seat.candidate().state() == Candidate.State.INVITED) {
            if (seat.candidate().consentedAt().isEmpty()) {
                throw Refusal.conflict("candidate.start.consentNeeded");
            }
            if (seat.interview().closedAt().isPresent()) {
                throw Refusal.conflict("candidate.start.closed");
            }
            if (endings.start(seat.candidate().id())) {
                exchange.audit("candidate.start", subject(seat), "");
            }
        }
        exchange.redirect("/interview");
    }

    void askToFinish(Exchange exchange) {
        var seat = hall.seat(exchange);
        if (seat.running()) {
            Hall.render(exchange, seat, "finish", Map.of("parts", overview.parts(seat, exchange.language())));
        } else {
            exchange.redirect("/interview");
        }
    }

    /// For good: what is saved is handed in, and nothing can be changed any more.
    void finish(Exchange exchange) {
        var seat = hall.seat(exchange);
        if (exchange.form("sure").isEmpty()) {
            exchange.redirect("/interview/finish");
            return;
        }
        if (seat.running() && endings.end(seat.candidate().id(), Candidate.EndedBy.CANDIDATE)) {
            exchange.audit("candidate.finish", subject(seat), "");
        }
        exchange.redirect("/interview");
    }

    private static String subject(Seat seat) {
        return "candidate:" + seat.candidate().id();
    }
}
