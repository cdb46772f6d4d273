package touchstone.judge.batch.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.plot.Bars;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Histogram;
import touchstone.judge.statistics.Statistics;

/// How the scores of all lie.
record BatchPlots(Ranking ranking, BatchWords words) {
    private static final int BINS = 10;
    /// More dots than that are a stripe.
    private static final int DOTS_MAX = 300;

    String totals() {
        var totals = ranking.graded()
                .stream()
                .flatMap(one -> one.total().stream())
                .map(total -> 100 * total.value())
                .toList();
        var histogram = Histogram.of(totals, 0, 100, BINS);
        var median = histogram.median();
        return histogram.svg(
                new Caption(words.say("plot.totals"), words.say("plot.totals.description", totals.size())),
                median.isEmpty() ? ""
                        : words.say("plot.median",
                                BatchWords.rounded(median.getAsDouble(), 1).toPlainString()));
    }

    String dimensions() {
        var rows = Stream.of(RubricDimension.values()).map(dimension -> {
            var scores = scores(dimension);
            var median = Statistics.median(scores);
            return new Bars.Row(words.dimension(dimension), median, shown(median),
                    scores.size() > DOTS_MAX ? List.of() : scores);
        }).toList();
        return Bars.svg(new Caption(words.say("plot.dimensions"), words.say("plot.dimensions.description")),
                rows);
    }

    private static String shown(OptionalDouble value) {
        return BatchWords.hundredth(value);
    }

    private List<Double> scores(RubricDimension dimension) {
        return ranking.graded()
                .stream()
                .flatMap(one -> one.dimensions().getOrDefault(dimension, Optional.empty()).stream())
                .map(Fraction::value)
                .toList();
    }
}
