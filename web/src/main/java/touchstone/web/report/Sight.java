package touchstone.web.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.report.Printable;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.Gradings;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;

/// A report as one reader sees it.
///
/// @param blind whether the candidate's name is hidden
record Sight(CandidateReport report, Voice voice, boolean blind, long reader) {
    /// The report of the candidate in the path.
    static Sight of(Exchange exchange, Gradings gradings, Markup markup) {
        var report = gradings.report(exchange.id("id")).orElseThrow(Refusal::notFound);
        boolean blind = exchange.query("blind").or(() -> exchange.form("blind")).isPresent();
        return new Sight(report, Voice.of(exchange.words(), markup), blind, exchange.account().id());
    }

    long id() {
        return report.candidate().id();
    }

    String name() {
        return name(report.candidate());
    }

    /// Of the interview.
    String title() {
        return Printable.line(report.interview().title());
    }

    private String name(Candidate candidate) {
        return blind ? voice.say("blind.name", candidate.id()) : voice.interview().name(candidate.name());
    }

    /// The page of this report, as the reader sees it.
    String address() {
        return "/candidates/" + id() + "/report" + query();
    }

    String query() {
        return blind ? "?blind=1" : "";
    }

    /// Another candidate of the interview.
    record Neighbour(long id, String name) {}

    /// What the page shows.
    Map<String, Object> page(Exchange exchange, Store store, boolean printer) {
        var all = store.candidates().ofInterview(report.interview().id());
        int place = all.stream().map(Candidate::id).toList().indexOf(id());
        var model = new HashMap<>(body(exchange, store));
        model.put("previous", neighbour(all, place - 1));
        model.put("next", neighbour(all, place + 1));
        model.put("place", place + 1);
        model.put("candidates", all.size());
        model.put("printer", printer);
        model.put("decides", Access.INTERVIEWER.allows(exchange.visitor()));
        model.put("alone", false);
        return model;
    }

    /// What the file shows.
    Map<String, Object> file(Exchange exchange, Store store, String css) {
        var model = new HashMap<>(body(exchange, store));
        model.put("decides", false);
        model.put("alone", true);
        model.put("css", css);
        return model;
    }

    private Optional<Neighbour> neighbour(List<Candidate> all, int place) {
        return place < 0 || place >= all.size() ? Optional.empty()
                : Optional.of(new Neighbour(all.get(place).id(), name(all.get(place))));
    }

    private Map<String, Object> body(Exchange exchange, Store store) {
        var model = new HashMap<String, Object>();
        model.put("sight", this);
        model.put("voice", voice);
        model.put("interview", report.interview());
        model.put("title", title());
        model.put("id", id());
        model.put("name", name());
        model.put("blind", blind);
        model.put("query", query());
        model.put("now", exchange.now());
        model.put("summary", Summary.of(report, voice, exchange.now()));
        model.put("dimensions", DimensionView.of(report, voice));
        model.put("radar", DimensionView.radar(report, voice, name()));
        model.put("parts", PartView.of(report, reader, voice));
        model.put("remarks", Remark.of(report, Optional.empty(), reader, voice));
        model.put("timeline", Timeline.lines(report, store, voice));
        return model;
    }
}
