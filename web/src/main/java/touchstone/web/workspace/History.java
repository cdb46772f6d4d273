package touchstone.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.StandingJson;
import touchstone.web.page.Exchange;
import touchstone.web.store.Judging;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// All that a candidate has handed in for an item.
record History(Store store) {
    /// A line of it.
    ///
    /// @param state of a mark beside it: a verdict, `queued` or `none`
    /// @param score empty while there is none
    /// @param counts whether it is the one that counts, as things stand
    record Entry(
            long id,
            int number,
            Instant at,
            boolean collected,
            String state,
            String words,
            String score,
            boolean counts) {}

    /// A submission with what is known of it.
    private record Known(Submission submission, Optional<Standing> standing) {
        /// Share of all points, if it has any.
        Optional<Double> share() {
            return standing.flatMap(found -> switch (found) {
                case Standing.Judged(_, var score) ->
                    Optional.of(score.maxPoints() == 0 ? 0.0 : (double) score.points() / score.maxPoints());
                case Standing.NoAnswer _ -> Optional.of(0.0);
                case Standing.Marked _,Standing.Pending _,Standing.Unreadable _,Standing.WaitingForReview _,Standing.JudgeError _,Standing.Missing _ ->
                    Optional.empty();
            });
        }
    }

    /// The latest first.
    List<Entry> of(Seat seat, Exchange exchange) {
        if (seat.practice()) {
            return List.of();
        }
        var judgings = store.judgings()
                .ofCandidate(seat.candidate().id())
                .stream()
                .collect(Collectors.toMap(Judging::submissionId, judging -> judging));
        var known = store.submissions()
                .ofItem(seat.candidate().id(), seat.id())
                .stream()
                .map(submission -> new Known(submission,
                        Optional.ofNullable(judgings.get(submission.id()))
                                .flatMap(Judging::standing)
                                .map(StandingJson::read)))
                .toList();
        long counting = counting(known).map(one -> one.submission().id()).orElse(0L);
        return known.reversed()
                .stream()
                .map(one -> entry(one, one.submission().id() == counting, exchange))
                .toList();
    }

    String html(Seat seat, Exchange exchange) {
        return exchange.fragment("workspace/history.peb",
                Map.of("history", of(seat, exchange), "item", seat.id()));
    }

    /// The same that the report counts: most points, the later if equal.
    private static Optional<Known> counting(List<Known> known) {
        var best = Optional.<Known>empty();
        for (var one : known) {
            double most = best.flatMap(Known::share).orElse(-1.0);
            if (one.share().isPresent() && one.share().get() >= most) {
                best = Optional.of(one);
            }
        }
        return best;
    }

    private static Entry entry(Known known, boolean counts, Exchange exchange) {
        var submission = known.submission();
        var standing = known.standing();
        return new Entry(submission.id(), submission.number(), submission.submittedAt(),
                submission.origin() == Submission.Origin.COLLECTED,
                standing.map(History::state).orElse("queued"),
                standing.map(found -> words(found, exchange))
                        .orElseGet(() -> exchange.say("workspace.history.waiting")),
                standing.map(found -> score(found, exchange)).orElse(""), counts);
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Judged(var verdict, _) -> verdict.name();
            case Standing.NoAnswer _ -> "none";
            case Standing.JudgeError _,Standing.Missing _ -> "ours";
            case Standing.Marked _,Standing.Pending _,Standing.Unreadable _,Standing.WaitingForReview _ ->
                "queued";
        };
    }

    private static String words(Standing standing, Exchange exchange) {
        return switch (standing) {
            case Standing.Judged(var verdict, _) -> Findings.words(verdict, exchange.language());
            case Standing.NoAnswer _ -> exchange.say("workspace.verdict.nothing");
            case Standing.JudgeError _,Standing.Missing _ -> exchange.say("workspace.verdict.ours");
            case Standing.Marked _,Standing.Pending _,Standing.Unreadable _,Standing.WaitingForReview _ ->
                exchange.say("workspace.history.waiting");
        };
    }

    private static String score(Standing standing, Exchange exchange) {
        return standing instanceof Standing.Judged(_, var score)
                ? exchange.say("workspace.score", score.points(), score.maxPoints())
                : "";
    }
}
