package touchstone.web.candidate;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Radar;
import touchstone.judge.plot.Series;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.ItemDetails;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;

/// What candidates may read of their own result: an allow-list. Neither keys, hidden tests nor what people wrote
/// about them.
final class OwnReport {
    private final Hall hall;
    private final Gradings gradings;
    private final Library library;
    private final Titles titles;

    OwnReport(Hall hall, Gradings gradings, Library library, Markup markup) {
        this.hall = hall;
        this.gradings = gradings;
        this.library = library;
        titles = new Titles(markup);
    }

    enum State {
        /// The team does not show it.
        PRIVATE,
        /// Something is still to be judged or reviewed.
        WAITING,
        READY
    }

    /// @param score of 100; empty if not assessed
    /// @param width of the gauge, in the same measure
    record Dimension(String title, int weight, String score, String width) {}

    record Part(Text title, List<Line> items) {}

    record Line(
            int number,
            SafeString title,
            String points,
            int most,
            ResultWords.Said result,
            boolean byPeople,
            List<ResultWords.Group> groups) {}

    State state(Seat seat) {
        if (!seat.interview().candidateReport()) {
            return State.PRIVATE;
        }
        return seat.candidate().state() == Candidate.State.ENDED
                && gradings.report(seat.candidate().id()).filter(OwnReport::settled).isPresent() ? State.READY
                        : State.WAITING;
    }

    private static boolean settled(CandidateReport report) {
        return !report.report().score().provisional()
                && report.items()
                        .stream()
                        .allMatch(item -> !item.retry()
                                && item.history()
                                        .stream()
                                        .allMatch(one -> one.standing()
                                                .filter(standing -> !(standing instanceof Standing.JudgeError))
                                                .isPresent()));
    }

    void show(Exchange exchange) {
        var seat = hall.seat(exchange);
        switch (state(seat)) {
            case PRIVATE -> throw Refusal.notFound();
            case WAITING -> exchange.redirect("/interview");
            case READY -> draw(exchange, seat, gradings.report(seat.candidate().id()).orElseThrow());
        }
    }

    private void draw(Exchange exchange, Seat seat, CandidateReport report) {
        var language = exchange.language();
        var score = report.report().score();
        exchange.audit("candidate.report", "candidate:" + seat.candidate().id(), "");
        Hall.render(exchange, seat, "report",
                Map.of("total", score.total().map(OwnReport::hundredth).orElse(""), "dimensions",
                        score.dimensions().stream().map(one -> dimension(one, language)).toList(), "radar",
                        radar(exchange, score.dimensions()), "parts", parts(report, language), "used",
                        report.timing().used(exchange.now()).toMinutes(), "allowed",
                        report.timing().allowed().toMinutes()));
    }

    private Dimension dimension(DimensionScore score, Language language) {
        return new Dimension(title(score, language), score.weight(),
                score.score().map(OwnReport::hundredth).orElse(""),
                score.score().map(OwnReport::hundredth).orElse("0"));
    }

    private String title(DimensionScore score, Language language) {
        return Objects.requireNonNull(library.rubric().dimensions().get(score.dimension()))
                .title()
                .in(language);
    }

    private SafeString radar(Exchange exchange, List<DimensionScore> scores) {
        var values = scores.stream()
                .map(one -> one.score()
                        .map(score -> OptionalDouble.of(score.value()))
                        .orElseGet(OptionalDouble::empty))
                .toList();
        var caption = new Caption(exchange.say("candidate.report.radar"),
                exchange.say("candidate.report.radar.description"));
        return new SafeString(
                Radar.svg(caption, scores.stream().map(one -> title(one, exchange.language())).toList(),
                        List.of(new Series(exchange.say("candidate.report.me"), values)),
                        exchange.say("candidate.report.notAssessed")));
    }

    private List<Part> parts(CandidateReport report, Language language) {
        var words = new ResultWords(language);
        var details = report.items().iterator();
        var parts = new ArrayList<Part>();
        for (var part : report.plan().parts()) {
            var lines = new ArrayList<Line>();
            part.items().forEach(_ -> lines.add(line(details.next(), words, language)));
            parts.add(new Part(part.title(), lines));
        }
        return parts;
    }

    private Line line(ItemDetails details, ResultWords words, Language language) {
        var evidence = details.evidence();
        var item = details.item().item();
        int most = item.kind().points();
        return new Line(details.item().number(), titles.of(item, language),
                evidence.fraction()
                        .map(fraction -> fraction.times(most, 2).stripTrailingZeros().toPlainString())
                        .orElse(""),
                most, words.result(evidence), evidence.byPeople().isPresent(),
                details.counting().map(words::groups).orElse(List.of()));
    }

    private static String hundredth(Fraction fraction) {
        return fraction.times(100, 1).toPlainString();
    }
}
