package touchstone.judge.batch.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Histogram;
import touchstone.judge.run.Verdict;

/// What a report shows of a second grading.
record Regrade(Comparison comparison, Ranking ranking, BatchWords words) {
    private static final int BINS = 20;
    private static final int CHANGES_MAX = 500;

    /// The section of the page.
    public record View(
            String summary,
            String plot,
            List<List<String>> dimensions,
            List<List<String>> verdicts,
            List<Change> changes,
            String more,
            List<String> appeared,
            List<String> vanished) {}

    /// One applicant.
    public record Change(
            String anchor,
            String name,
            String before,
            String after,
            String difference,
            List<String> items) {}

    View view() {
        var anchors = ranking.places()
                .stream()
                .collect(
                        Collectors.toMap(place -> place.graded().id(), Function.identity(), (one, _) -> one));
        int shown = Math.min(CHANGES_MAX, comparison.changes().size());
        return new View(words.say("regrade.summary", comparison.compared(), comparison.changes().size()),
                plot(), dimensions(), verdicts(),
                comparison.changes().stream().limit(shown).map(change -> change(change, anchors)).toList(),
                shown == comparison.changes().size() ? ""
                        : words.say("regrade.more", comparison.changes().size() - shown),
                comparison.appeared().stream().map(one -> words.name(one.name())).toList(),
                comparison.vanished().stream().map(one -> words.name(one.name())).toList());
    }

    private String plot() {
        var histogram = Histogram.of(comparison.differences(), -100, 100, BINS);
        return histogram.svg(new Caption(words.say("regrade.plot"), words.say("regrade.plot.description")),
                histogram.median().isEmpty() ? ""
                        : words.say("plot.median", BatchWords.signed(histogram.median())));
    }

    private List<List<String>> dimensions() {
        return comparison.shifts()
                .entrySet()
                .stream()
                .map(one -> List.of(words.dimension(one.getKey()),
                        Integer.toString(one.getValue().compared()),
                        Integer.toString(one.getValue().changed()), signed(one.getValue().mean()),
                        signed(one.getValue().lowest()), signed(one.getValue().highest())))
                .toList();
    }

    private List<List<String>> verdicts() {
        return comparison.turns()
                .entrySet()
                .stream()
                .map(one -> List.of(one.getKey().item(), words.verdict(one.getKey().before()),
                        words.verdict(one.getKey().after()), one.getValue().toString()))
                .toList();
    }

    private Change change(Comparison.Change change, Map<String, Ranking.Place> places) {
        var place = places.get(change.after().id());
        return new Change(place == null ? "" : Details.anchor(place), words.name(change.after().name()),
                BatchWords.hundredth(change.before().total()), BatchWords.hundredth(change.after().total()),
                BatchWords.signed(change.difference()),
                Stream.concat(
                        Stream.of(RubricDimension.values())
                                .filter(dimension -> change.difference(dimension).orElse(0) != 0)
                                .map(dimension -> words.dimension(dimension) + " "
                                        + BatchWords.signed(change.difference(dimension))),
                        change.items().stream().map(this::item)).toList());
    }

    private String item(Comparison.ItemChange item) {
        return words.say("regrade.item", item.item(), mark(item.before()), mark(item.after()));
    }

    private String mark(Graded.Mark mark) {
        return Stream.of(mark.verdict().map(this::verdict).orElse(""), BatchWords.hundredth(mark.fraction()))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String verdict(Verdict verdict) {
        return words.verdict(verdict);
    }

    private static String signed(double value) {
        return BatchWords.signed(OptionalDouble.of(value));
    }
}
