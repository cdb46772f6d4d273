package touchstone.web.workspace;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import touchstone.web.markup.JavaSource;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Refusal;
import touchstone.web.queue.DraftDesk;
import touchstone.web.queue.DraftDesk.Answer;
import touchstone.web.queue.JudgingProgress;
import touchstone.web.queue.JudgingQueue;
import touchstone.web.store.Draft;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.workspace.Messages.Content;
import touchstone.web.workspace.Messages.Handed;
import touchstone.web.workspace.Messages.Received;
import touchstone.web.workspace.Messages.Turn;

/// What is handed in, and what becomes of it.
record Handins(
        Seats seats,
        Store store,
        DraftDesk desk,
        JudgingQueue judgings,
        History history,
        RunDesk runs) {
    private static final int BURST = 5;
    private static final Duration EVERY = Duration.ofSeconds(10);

    /// It is committed when this answers.
    void submit(Exchange exchange) {
        var seat = seats.seat(exchange);
        var handed = exchange.body(Handed.class);
        if (seat.practice()) {
            runs.practise(exchange, handed.content());
            return;
        }
        var received = submit(seat, handed, exchange);
        exchange.json(answer(received.submission(), received.draft(), seat, exchange));
    }

    /// The limit comes last, so that it counts what is handed in and not mistakes.
    Answer.Received submit(Seat seat, Handed handed, Exchange exchange) {
        if (!seat.open(exchange.now())) {
            throw Refusal.conflict("workspace.closed.collected");
        }
        if (handed.content().isBlank()) {
            throw Refusal.badRequest("workspace.empty");
        }
        exchange.limitSaying("workspace.submit.tooOften", new Limit("submit " + seat.id(), BURST, EVERY));
        return switch (desk.submit(seat.candidate().id(), seat.id(), handed.base(), handed.content())) {
            case Answer.Received received -> received;
            case Answer.Closed _ -> throw Refusal.conflict("workspace.closed.collected");
            case Answer.TooLarge _ -> throw Source.tooLarge();
            case Answer.NotText _ -> throw Source.notText();
            case Answer.Saved _,Answer.Conflict _ -> throw new IllegalStateException("nothing was handed in");
        };
    }

    private Received answer(Submission submission, Draft draft, Seat seat, Exchange exchange) {
        return new Received(submission.id(), submission.number(), submission.sha256(),
                submission.submittedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "/interview/receipts/" + submission.id(),
                exchange.say("workspace.received", submission.number()), draft.revision(),
                draft.savedAt().toString(), turn(submission, seat, exchange));
    }

    /// How far it is, and the result once there is one.
    void follow(Exchange exchange) {
        var seat = seats.seat(exchange);
        exchange.json(turn(seats.submission(exchange, seat), seat, exchange));
    }

    Turn turn(Submission submission, Seat seat, Exchange exchange) {
        var progress = judgings.progress(submission.id());
        var finding = progress instanceof JudgingProgress.Done ? finding(submission, exchange)
                : Optional.<Finding>empty();
        return new Turn(submission.id(), submission.number(), Steps.state(progress, exchange),
                finding.map(found -> Findings.result(found, exchange)),
                finding.map(_ -> history.html(seat, exchange)));
    }

    Optional<Finding> finding(Submission submission, Exchange exchange) {
        return store.judgings()
                .find(submission.id())
                .filter(judging -> judging.done())
                .map(judging -> Findings.of(submission, judging, exchange));
    }

    /// Refuses to tell of what is somebody else's.
    void check(Exchange exchange) {
        var _ = seats.submission(exchange, seats.seat(exchange));
    }

    /// The same as [#follow] as it happens; what became of it has to be asked for.
    void events(Exchange exchange, SseClient client) {
        var watch = judgings.watch(exchange.id("submission"), progress -> {
            client.sendEvent("progress",
                    JsonMapper.shared().writeValueAsString(Steps.state(progress, exchange)));
            if (progress instanceof JudgingProgress.Done) {
                client.close();
            }
        });
        client.onClose(watch::close);
    }

    /// To be read.
    void source(Exchange exchange) {
        var seat = seats.seat(exchange);
        var submission = seats.submission(exchange, seat);
        var model = seat.layout(exchange);
        model.put("saves", false);
        model.put("item", seat.id());
        model.put("title", seat.exercise().title());
        model.put("submission", submission);
        model.put("code", Statement.safe(JavaSource.listing(submission.content(), "Solution.java", "")));
        exchange.render("workspace/source.peb", model);
    }

    /// To be put into the editor.
    void content(Exchange exchange) {
        exchange.json(new Content(seats.submission(exchange, seats.seat(exchange)).content()));
    }
}
