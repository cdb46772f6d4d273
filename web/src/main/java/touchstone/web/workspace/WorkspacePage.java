package touchstone.web.workspace;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.queue.JudgingProgress;
import touchstone.web.store.Draft;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.workspace.Finding.Kind;
import touchstone.web.workspace.Messages.Handed;
import touchstone.web.workspace.Messages.State;

/// Statement, editor and results on one page, which can also be used without any script.
record WorkspacePage(
        Seats seats,
        Store store,
        Markup markup,
        Function<Exercise, Suite> suites,
        Handins handins,
        RunDesk runs,
        History history) {
    /// What the editor shows.
    ///
    /// @param revision of the draft, 0 if there is none
    private record Shown(int revision, String content, String savedAt) {}

    void show(Exchange exchange) {
        var seat = seats.seat(exchange);
        if (!seat.open(exchange.now())) {
            exchange.redirect("/interview", "workspace.notOpen");
            return;
        }
        render(seat, shown(seat), Optional.empty(), exchange);
    }

    /// A form, sent by a browser without scripts.
    void post(Exchange exchange) {
        var seat = seats.seat(exchange).checkOpen(exchange.now());
        var content = Source.ofForm(exchange.formText("content"));
        int base = exchange.form("base")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        boolean hands = exchange.form("action").filter("submit"::equals).isPresent();
        if (hands && !seat.practice()) {
            var number = handins.submit(seat, new Handed(base, content), exchange).submission().number();
            exchange.redirect("/interview/code/" + seat.id() + "#results", "workspace.received", number);
            return;
        }
        var finding = runs.finding(exchange, content, hands ? Kind.PRACTICE : Kind.SAMPLES);
        render(seat, new Shown(base, content, ""), Optional.of(finding), exchange);
    }

    private Shown shown(Seat seat) {
        return (seat.practice() ? Optional.<Draft>empty()
                : store.drafts().find(seat.candidate().id(), seat.id()))
                .map(draft -> new Shown(draft.revision(), draft.content(), draft.savedAt().toString()))
                .orElseGet(() -> new Shown(0, seat.exercise().starter(), ""));
    }

    private void render(Seat seat, Shown shown, Optional<Finding> ran, Exchange exchange) {
        var model = seat.layout(exchange);
        var latest = ran.isPresent() ? Optional.<Submission>empty() : latest(seat);
        var state = latest.map(submission -> handins.judgings().progress(submission.id()))
                .filter(progress -> !(progress instanceof JudgingProgress.Done))
                .map(progress -> Steps.state(progress, exchange));
        model.put("item", seat.id());
        model.put("number", seat.item().map(item -> item.number()).orElse(0));
        model.put("minutes", seat.item().map(item -> item.item().minutes()).orElse(1));
        model.put("practice", seat.practice());
        model.put("statement", Statement.of(seat.exercise(), exchange.language(), markup, suites));
        model.put("starter", seat.exercise().starter());
        model.put("shown", shown);
        model.put("history", history.of(seat, exchange));
        model.put("following", state.flatMap(_ -> latest.map(Submission::id)).orElse(0L));
        model.put("state", state.orElseGet(() -> new State("", 0, 0, 0, "")));
        model.put("finding", ran.or(() -> state.isPresent() ? Optional.empty()
                : latest.flatMap(submission -> handins.finding(submission, exchange))));
        exchange.render("workspace/page.peb", model);
    }

    private Optional<Submission> latest(Seat seat) {
        List<Submission> all = seat.practice() ? List.of()
                : store.submissions().ofItem(seat.candidate().id(), seat.id());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
