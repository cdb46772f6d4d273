package touchstone.web.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.page.WebWords;
import touchstone.web.store.Candidate;

/// A line of the table, in the words of its reader: the page shows it, and asks for it again while candidates work.
///
/// @param gauge absent where there is no total
/// @param range of totals that are still possible, in words; empty if there is one only
public record Row(
        long id,
        String name,
        Candidate.State phase,
        Entry state,
        Entry total,
        Optional<Gauge> gauge,
        String range,
        List<Entry> dimensions,
        Entry done,
        int waiting,
        int errors,
        Entry time,
        Optional<Instant> endedAt) {
    private static final String NOTHING = "—";

    public Row {
        dimensions = List.copyOf(dimensions);
    }

    /// One cell.
    ///
    /// @param value to sort by; empty where there is none
    /// @param mark of its state; empty for a number
    public record Entry(String value, String words, String mark) {}

    /// Percent of the scale, as attributes of the drawing.
    public record Gauge(String streak, String open) {}

    static Row of(Entrant entrant, WebWords words) {
        var summary = entrant.summary();
        var total = summary.total();
        var phase = summary.candidate().state();
        return new Row(entrant.id(), entrant.name(), phase, state(phase, words),
                total.map(Row::number).orElse(nothing()), total.map(value -> gauge(value, summary)),
                total.flatMap(_ -> summary.range())
                        .filter(range -> !range.lowest().equals(range.highest()))
                        .map(Row::range)
                        .orElse(""),
                summary.dimensions().values().stream().map(one -> dimension(one, summary, words)).toList(),
                new Entry(Integer.toString(summary.done()), summary.done() + " / " + summary.items(), ""),
                summary.waitingReviews(), summary.ourErrors(), time(summary), summary.finishedAt());
    }

    private static Entry state(Candidate.State state, WebWords words) {
        var mark = switch (state) {
            case INVITED -> "invited";
            case RUNNING -> "running";
            case ENDED -> "done";
            case REVOKED -> "revoked";
        };
        var said = words.say("campaign.state." + state);
        return new Entry(said, said, mark);
    }

    private static Entry number(Fraction score) {
        return new Entry(score.times(100, 6).toPlainString(), Figures.shown(score), "");
    }

    private static Entry nothing() {
        return new Entry("", NOTHING, "");
    }

    private static Gauge gauge(Fraction total, CandidateSummary summary) {
        var lowest = summary.range().map(InterviewScore.Range::lowest).orElse(total);
        var highest = summary.range().map(InterviewScore.Range::highest).orElse(total);
        return new Gauge(Figures.shown(lowest),
                highest.times(100, 1).subtract(lowest.times(100, 1)).toPlainString());
    }

    private static String range(InterviewScore.Range range) {
        return Figures.shown(range.lowest()) + "–" + Figures.shown(range.highest());
    }

    /// Of somebody who has not begun, nothing could be assessed.
    private static Entry dimension(Optional<Fraction> score, CandidateSummary summary, WebWords words) {
        if (summary.candidate().startedAt().isEmpty() && score.isEmpty()) {
            return nothing();
        }
        return score.map(Row::number)
                .orElseGet(() -> new Entry("", words.say("campaign.notAssessed"), "not-assessed"));
    }

    private static Entry time(CandidateSummary summary) {
        if (summary.candidate().startedAt().isEmpty()) {
            return nothing();
        }
        return new Entry(Long.toString(summary.timeUsed().toSeconds()),
                summary.timeUsed().toMinutes() + " / " + summary.timeAllowed().toMinutes(), "");
    }
}
