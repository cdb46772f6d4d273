package touchstone.web.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.plot.Bars;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Histogram;
import touchstone.judge.sheet.Sheet;
import touchstone.judge.sheet.Sheet.Cell;
import touchstone.judge.statistics.ItemAnalysis;
import touchstone.judge.statistics.Statistics;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.page.WebWords;

/// How the scores of those who have finished lie, each plot beside the table behind it.
record Distributions(Campaign campaign, List<ItemStatistics> statistics, WebWords words) {
    private static final int BINS = 10;
    private static final long BIN_WIDTH = 10;
    private static final int DECIMALS = 2;

    static Distributions of(Campaign campaign, WebWords words) {
        return new Distributions(campaign, ItemStatistics.of(campaign), words);
    }

    // --- totals

    private Histogram histogram() {
        return Histogram.of(totals(), 0, 100, BINS);
    }

    private List<Double> totals() {
        return campaign.ended()
                .stream()
                .flatMap(one -> one.summary().total().stream())
                .map(total -> total.times(100).value())
                .toList();
    }

    int counted() {
        return totals().size();
    }

    String totalsPlot() {
        var histogram = histogram();
        var median = histogram.median().stream().mapToObj(one -> Figures.rounded(one, 1)).findFirst();
        return histogram.svg(
                new Caption(words.say("campaign.totals"),
                        words.say("campaign.totals.description", counted())),
                median.map(one -> words.say("campaign.median.value", one.toPlainString())).orElse(""));
    }

    Sheet totalsSheet() {
        var rows = new ArrayList<List<Cell>>();
        var counts = histogram().counts();
        for (int bin = 0; bin < counts.size(); bin++) {
            rows.add(List.of(Cell.of(bin * BIN_WIDTH), Cell.of((bin + 1) * BIN_WIDTH),
                    Cell.of(counts.get(bin))));
        }
        return new Sheet(words.say("campaign.totals"),
                say("campaign.from", "campaign.below", "campaign.count"), rows);
    }

    // --- dimensions

    private List<Double> scores(RubricDimension dimension) {
        return campaign.ended().stream().flatMap(one -> score(one, dimension).stream()).toList();
    }

    private static Optional<Double> score(Entrant entrant, RubricDimension dimension) {
        return entrant.summary().dimensions().getOrDefault(dimension, Optional.empty()).map(Fraction::value);
    }

    String dimensionsPlot() {
        var rows = Stream.of(RubricDimension.values()).map(dimension -> {
            var scores = scores(dimension);
            return row(words.say("reports.dimension." + dimension.key()), Statistics.median(scores), scores);
        }).toList();
        return Bars.svg(new Caption(words.say("campaign.dimensions"), words.say("campaign.dimensions.note")),
                rows);
    }

    private static Bars.Row row(String label, OptionalDouble value, List<Double> dots) {
        var shown = value.stream().mapToObj(one -> Figures.shown(one).toPlainString()).findFirst();
        return new Bars.Row(label, value, shown.orElse("—"), dots);
    }

    Sheet dimensionsSheet() {
        var rows = Stream.of(RubricDimension.values()).map(dimension -> {
            var scores = scores(dimension);
            return List.of(Cell.of(words.say("reports.dimension." + dimension.key())), Cell.of(scores.size()),
                    shown(scores.stream().mapToDouble(one -> one).min()), shown(Statistics.median(scores)),
                    shown(Statistics.mean(scores)), shown(scores.stream().mapToDouble(one -> one).max()));
        }).toList();
        return new Sheet(words.say("campaign.dimensions"), say("campaign.dimension", "campaign.count",
                "campaign.lowest", "campaign.median", "campaign.mean", "campaign.highest"), rows);
    }

    // --- items

    String itemsPlot() {
        var rows = statistics.stream()
                .map(one -> row(ItemName.brief(one.item()), one.mean(), List.of()))
                .toList();
        return Bars.svg(new Caption(words.say("campaign.items"), words.say("campaign.items.note")), rows);
    }

    Sheet itemsSheet() {
        var rows = statistics.stream()
                .map(one -> List.of(Cell.of(one.item().number()), Cell.of(one.item().id()),
                        Cell.of(ItemName.title(one.item(), words)), Cell.of(one.n()), shown(one.mean()),
                        discrimination(one), Cell.of(words.say("campaign.trust." + trust(one)))))
                .toList();
        return new Sheet(
                words.say("campaign.items"), say("campaign.number", "campaign.item.id", "campaign.item",
                        "campaign.count", "campaign.mean", "campaign.discrimination", "campaign.trust"),
                rows);
    }

    private static Cell discrimination(ItemStatistics one) {
        return one.trust() == ItemAnalysis.Trust.HIDDEN ? new Cell.Empty()
                : Cell.ofFigure(one.discrimination()
                        .stream()
                        .mapToObj(value -> Figures.rounded(value, DECIMALS))
                        .findFirst());
    }

    private static String trust(ItemStatistics one) {
        boolean constant = one.trust() != ItemAnalysis.Trust.HIDDEN && one.discrimination().isEmpty();
        return constant ? "CONSTANT" : one.trust().name();
    }

    private static Cell shown(OptionalDouble score) {
        return Cell.ofFigure(score.stream().mapToObj(Figures::shown).findFirst());
    }

    private List<String> say(String... keys) {
        return Stream.of(keys).map(words::say).toList();
    }
}
