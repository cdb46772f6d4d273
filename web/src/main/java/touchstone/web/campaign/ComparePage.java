package touchstone.web.campaign;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Radar;
import touchstone.judge.plot.Series;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.page.Exchange;
import touchstone.web.page.WebWords;

/// Some candidates beside one another.
final class ComparePage {
    private static final int LEAST = 2;
    private static final int MOST = 5;

    private final Campaign.Source campaigns;

    ComparePage(Campaign.Source campaigns) {
        this.campaigns = campaigns;
    }

    /// A row of a table.
    ///
    /// @param side what it counts: percent of a dimension, minutes of an item
    /// @param scores empty texts where nothing counts
    public record Line(String label, String side, List<String> scores) {}

    /// A candidate's place in both tables.
    ///
    /// @param name told apart from others of the same
    public record Column(long id, String name, boolean provisional, String range) {}

    void show(Exchange exchange) {
        var campaign = campaigns.read(exchange);
        var asked = exchange.queries("id");
        var chosen = campaign.entrants()
                .stream()
                .filter(one -> asked.contains(Long.toString(one.id())))
                .toList();
        var model = new HashMap<String, Object>(Map.of("interview", campaign.interview(), "tab", "candidates",
                "blind", campaign.blind(), "suffix", campaign.suffix(), "chosen", chosen.size()));
        boolean fits = chosen.size() >= LEAST && chosen.size() <= MOST;
        model.put("fits", fits);
        if (!fits) {
            exchange.unprocessable().render("campaign/compare.peb", model);
            return;
        }
        var columns = columns(chosen);
        model.put("columns", columns);
        model.put("plot", new SafeString(radar(chosen, columns, exchange.words())));
        model.put("dimensions", dimensions(campaign, chosen, exchange.words()));
        model.put("totals", scores(chosen, one -> one.summary().total()));
        model.put("items", items(campaign, chosen, exchange.words()));
        exchange.audit("campaign.compare", "interview:" + campaign.interview().id(),
                chosen.stream().map(one -> Long.toString(one.id())).collect(Collectors.joining(",")));
        exchange.render("campaign/compare.peb", model);
    }

    private static List<Column> columns(List<Entrant> chosen) {
        var names = chosen.stream().collect(Collectors.groupingBy(Entrant::name, Collectors.counting()));
        return chosen.stream().map(one -> {
            boolean unique = names.getOrDefault(one.name(), 0L) == 1;
            var range = one.summary()
                    .range()
                    .filter(both -> !both.lowest().equals(both.highest()))
                    .map(both -> Figures.shown(both.lowest()) + "–" + Figures.shown(both.highest()))
                    .orElse("");
            return new Column(one.id(), unique ? one.name() : one.name() + " #" + one.id(),
                    one.summary().provisional(), range);
        }).toList();
    }

    private static String radar(List<Entrant> chosen, List<Column> columns, WebWords words) {
        var next = columns.iterator();
        var series = chosen.stream()
                .map(one -> new Series(next.next().name(),
                        one.summary().dimensions().values().stream().map(Figures::value).toList()))
                .toList();
        var title = words.say("campaign.compare.plot");
        return Radar.svg(
                new Caption(title,
                        columns.stream()
                                .map(Column::name)
                                .collect(Collectors.joining(words.say("campaign.separator")))),
                Stream.of(RubricDimension.values())
                        .map(one -> words.say("reports.dimension." + one.key()))
                        .toList(),
                series, words.say("campaign.notAssessed"));
    }

    private static List<Line> dimensions(Campaign campaign, List<Entrant> chosen, WebWords words) {
        return Stream.of(RubricDimension.values())
                .map(dimension -> new Line(words.say("reports.dimension." + dimension.key()),
                        campaign.weights().of(dimension) + "%",
                        scores(chosen,
                                one -> one.summary().dimensions().getOrDefault(dimension, Optional.empty()))))
                .toList();
    }

    private static List<Line> items(Campaign campaign, List<Entrant> chosen, WebWords words) {
        return campaign.items()
                .stream()
                .map(item -> new Line(ItemName.full(item, words), Integer.toString(item.item().minutes()),
                        scores(chosen,
                                one -> one.summary().fractions().getOrDefault(item.id(), Optional.empty()))))
                .toList();
    }

    private static List<String> scores(List<Entrant> chosen, Function<Entrant, Optional<Fraction>> scoreOf) {
        return chosen.stream().map(one -> scoreOf.apply(one).map(Figures::shown).orElse("")).toList();
    }
}
