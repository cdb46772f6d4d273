package touchstone.web.workspace;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import touchstone.judge.Judgement;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Refusal;
import touchstone.web.workspace.Finding.Kind;
import touchstone.web.workspace.Messages.Ran;
import touchstone.web.workspace.Messages.Result;
import touchstone.web.workspace.Runs.Run;

/// Runs for candidates what counts for nothing.
record RunDesk(Seats seats, Bench bench, Runs runs) {
    private static final Limit LIMIT = new Limit("run", 10, Duration.ofSeconds(3));
    /// A run that takes no longer is answered at once, any other by its progress.
    private static final long AT_ONCE_MILLIS = 1500;
    private static final long FORM_MILLIS = 70_000;

    /// The samples.
    void run(Exchange exchange, String content) {
        answer(start(exchange, content, Kind.SAMPLES), exchange);
    }

    /// What handing in would do, without handing in.
    void practise(Exchange exchange, String content) {
        answer(start(exchange, content, Kind.PRACTICE), exchange);
    }

    /// For a page without scripts, which waits to the end.
    Finding finding(Exchange exchange, String content, Kind kind) {
        var run = start(exchange, content, kind);
        await(run, FORM_MILLIS);
        return finding(run, exchange);
    }

    private Run start(Exchange exchange, String content, Kind kind) {
        var seat = seats.seat(exchange).checkOpen(exchange.now());
        var submission = Source.submission(content);
        exchange.limitSaying("workspace.run.tooOften", LIMIT);
        return runs.start(seat.key(), kind, progress -> perform(seat, submission, kind, progress))
                .orElseThrow(() -> Refusal.conflict("workspace.run.still"));
    }

    private Judgement perform(Seat seat, Submission submission, Kind kind, Progress progress) {
        long seed = seat.interview().seed();
        return switch (kind) {
            case SAMPLES -> bench.samples(submission, seat.exercise(), seed, progress);
            case PRACTICE, SUBMISSION -> bench.judge(submission, seat.exercise(), seed, progress);
        };
    }

    private void answer(Run run, Exchange exchange) {
        await(run, AT_ONCE_MILLIS);
        exchange.json(ran(run, exchange));
    }

    private static void await(Run run, long millis) {
        try {
            run.await(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    void follow(Exchange exchange) {
        var seat = seats.seat(exchange);
        var run = runs.find(seat.key(), exchange.path("run"))
                .orElseThrow(() -> Refusal.gone("workspace.run.forgotten"));
        exchange.json(ran(run, exchange));
    }

    private Ran ran(Run run, Exchange exchange) {
        var result = run.ended() ? Optional.of(Findings.result(finding(run, exchange), exchange))
                : Optional.<Result>empty();
        return new Ran(run.id(), Steps.state(run.progress(), exchange), result);
    }

    private Finding finding(Run run, Exchange exchange) {
        return run.judgement()
                .map(judgement -> Findings.of(judgement, run.kind(), exchange))
                .orElseGet(() -> Findings.ours(run.kind(), exchange));
    }
}
