package touchstone.judge.interview;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;

/// What an interview comes to.
///
/// A dimension's score is `Σ share·minutes·fraction / Σ share·minutes` over the items that count for it; the
/// total is `Σ weight·score / Σ weight` over the dimensions that are assessed. Everything is computed exactly,
/// so neither the order of items nor rounding can change it.
///
/// @param dimensions all, in the rubric's order
/// @param total empty if nothing is assessed, which is not zero
/// @param range the lowest and highest total that the open items can still lead to; empty if none is open
public record InterviewScore(
        Weights weights,
        List<Evidence> evidence,
        List<DimensionScore> dimensions,
        Optional<Fraction> total,
        Optional<Range> range) {
    public InterviewScore {
        evidence = List.copyOf(evidence);
        dimensions = List.copyOf(dimensions);
    }

    public record Range(Fraction lowest, Fraction highest) {}

    public static InterviewScore of(Weights weights, List<Evidence> evidence) {
        var dimensions = Stream.of(RubricDimension.values())
                .map(dimension -> DimensionScore.of(dimension, weights.of(dimension), evidence))
                .toList();
        var range = evidence.stream().anyMatch(Evidence::open) ? range(dimensions) : Optional.<Range>empty();
        return new InterviewScore(weights, evidence, dimensions, total(dimensions, DimensionScore::score),
                range);
    }

    /// Whether the total can still change.
    public boolean provisional() {
        return evidence.stream().anyMatch(Evidence::open);
    }

    /// Of the items that are open.
    public int openMinutes() {
        return evidence.stream().filter(Evidence::open).mapToInt(one -> one.item().minutes()).sum();
    }

    /// Without evidence, although they have a weight: the others stand in for them.
    public List<DimensionScore> leftOut() {
        return dimensions.stream()
                .filter(dimension -> dimension.weight() > 0 && dimension.score().isEmpty())
                .toList();
    }

    private static Optional<Range> range(List<DimensionScore> dimensions) {
        return total(dimensions, DimensionScore::lowest)
                .flatMap(lowest -> total(dimensions, DimensionScore::highest)
                        .map(highest -> new Range(lowest, highest)));
    }

    private static Optional<Fraction> total(
            List<DimensionScore> dimensions,
            Function<DimensionScore, Optional<Fraction>> scoreOf) {
        long weights = 0;
        var sum = Fraction.ZERO;
        for (var dimension : dimensions) {
            var score = scoreOf.apply(dimension);
            if (score.isPresent()) {
                weights += dimension.weight();
                sum = sum.plus(score.get().times(dimension.weight()));
            }
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum.dividedBy(weights));
    }
}
