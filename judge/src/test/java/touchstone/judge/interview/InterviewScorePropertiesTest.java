package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.score.Score;

/// What holds for every interview.
class InterviewScorePropertiesTest {
    private static final int ROUNDS = 4000;

    @Test
    void the_order_of_items_changes_nothing() {
        forRandomInterviews((interview, random) -> {
            var shuffled = new ArrayList<>(interview.evidence());
            Collections.shuffle(shuffled, random);

            var score = interview.score();
            var other = InterviewScore.of(interview.weights(), shuffled);
            assertThat(other.total()).isEqualTo(score.total());
            assertThat(other.range()).isEqualTo(score.range());
            assertThat(other.dimensions()).extracting(DimensionScore::score)
                    .isEqualTo(score.dimensions().stream().map(DimensionScore::score).toList());
        });
    }

    @Test
    void raising_an_item_never_lowers_anything() {
        var raisedTotals = new ArrayList<Fraction>();
        forRandomInterviews((interview, random) -> {
            if (interview.evidence().isEmpty()) {
                return;
            }
            var before = interview.score();
            int chosen = random.nextInt(interview.evidence().size());
            var evidence = new ArrayList<>(interview.evidence());
            evidence.set(chosen, raised(evidence.get(chosen), random));
            var after = InterviewScore.of(interview.weights(), evidence);

            assertThat(after.total().isPresent()).isEqualTo(before.total().isPresent());
            before.total().ifPresent(total -> {
                assertThat(after.total().orElseThrow()).isGreaterThanOrEqualTo(total);
                if (!after.total().equals(before.total())) {
                    raisedTotals.add(total);
                }
            });
        });
        assertThat(raisedTotals).as("or the property would hold of nothing").hasSizeGreaterThan(ROUNDS / 10);
    }

    /// Computed a second time by whole numbers alone, with the formula multiplied out.
    @Test
    void weights_are_honoured_exactly() {
        forRandomInterviews((interview, _) -> {
            var total = interview.score().total();
            var expected = reference(interview);

            assertThat(total.isPresent()).isEqualTo(expected.isPresent());
            expected.ifPresent(whole -> assertThat(total.orElseThrow().part().multiply(whole.whole()))
                    .isEqualTo(total.orElseThrow().whole().multiply(whole.part())));
        });
    }

    @Test
    void whatever_becomes_of_the_open_items_the_total_lies_in_the_range() {
        forRandomInterviews((interview, random) -> {
            var score = interview.score();
            assertThat(score.provisional()).isEqualTo(interview.evidence().stream().anyMatch(Evidence::open));
            score.range().ifPresent(range -> {
                assertThat(closed(interview, Fraction.ZERO)).contains(range.lowest());
                assertThat(closed(interview, Fraction.ONE)).contains(range.highest());
                assertThat(closed(interview, RandomInterview.fraction(random)).orElseThrow())
                        .isBetween(range.lowest(), range.highest());
                score.total()
                        .ifPresent(total -> assertThat(total).isBetween(range.lowest(), range.highest()));
            });
        });
    }

    @Test
    void a_dimension_without_weight_moves_nothing() {
        forRandomInterviews((interview, random) -> {
            var weightless = interview.evidence()
                    .stream()
                    .map(one -> onlyIn(one, interview.weights()) && !one.open()
                            ? RandomInterview.decided(one, RandomInterview.fraction(random))
                            : one)
                    .filter(one -> !(one.standing() instanceof Standing.Missing))
                    .toList();
            var catalogued = interview.evidence()
                    .stream()
                    .filter(one -> !(one.standing() instanceof Standing.Missing))
                    .toList();

            assertThat(InterviewScore.of(interview.weights(), weightless).total())
                    .isEqualTo(InterviewScore.of(interview.weights(), catalogued).total());
        });
    }

    @Test
    void contributions_add_up_to_the_score_of_their_dimension() {
        forRandomInterviews((interview, _) -> interview.score()
                .dimensions()
                .forEach(dimension -> dimension.score()
                        .ifPresent(score -> assertThat(dimension.shares()
                                .stream()
                                .flatMap(share -> share.contribution().stream())
                                .reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(score))));
    }

    @Test
    void no_number_is_invented_and_none_leaves_its_bounds() {
        forRandomInterviews((interview, _) -> {
            var score = interview.score();
            score.total().ifPresent(Evidence::checkFraction);
            for (var dimension : score.dimensions()) {
                boolean counts = dimension.shares()
                        .stream()
                        .anyMatch(share -> share.fraction().isPresent() && share.weight() > 0);
                assertThat(dimension.score().isPresent()).isEqualTo(counts);
                dimension.score().ifPresent(Evidence::checkFraction);
            }
            assertThat(score.total().isPresent()).isEqualTo(score.dimensions()
                    .stream()
                    .anyMatch(dimension -> dimension.weight() > 0 && dimension.score().isPresent()));
        });
    }

    private static Optional<Fraction> closed(RandomInterview interview, Fraction fraction) {
        var evidence = interview.evidence()
                .stream()
                .map(one -> one.open() ? RandomInterview.decided(one, fraction) : one)
                .toList();
        return InterviewScore.of(interview.weights(), evidence).total();
    }

    private static boolean onlyIn(Evidence evidence, Weights weights) {
        return evidence.item()
                .split()
                .entrySet()
                .stream()
                .allMatch(share -> share.getValue() == 0 || weights.of(share.getKey()) == 0);
    }

    /// Better by a little, in whatever way it can be; an open or missing item stays as it is.
    private static Evidence raised(Evidence one, Random random) {
        if (one.overruling().isPresent()) {
            var fraction = one.overruling().orElseThrow().fraction();
            return RandomInterview.decided(one, higher(fraction, random));
        }
        return switch (one.standing()) {
            case Standing.Judged judged -> Evidence.of(one.item(), raised(judged, random), one.gradedAt());
            case Standing.Marked marked -> Evidence.of(one.item(),
                    new Standing.Marked(higher(marked.fraction(), random), "43"), one.gradedAt());
            case Standing.NoAnswer _,Standing.Unreadable _ -> Evidence.of(one.item(),
                    new Standing.Marked(RandomInterview.fraction(random), "44"), one.gradedAt());
            case Standing.WaitingForReview _ -> one.review().map(review -> ticking(one, review)).orElse(one);
            case Standing.JudgeError _,Standing.Pending _,Standing.Missing _ -> one;
        };
    }

    private static Evidence ticking(Evidence one, Review review) {
        var more = new TreeSet<>(review.ticked());
        IntStream.rangeClosed(1, 4).filter(number -> !more.contains(number)).limit(1).forEach(more::add);
        return one.with(new Review(review.item(), more, "", review.by(), review.at()));
    }

    private static Standing raised(Standing.Judged judged, Random random) {
        var dimensions = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        judged.score()
                .dimensions()
                .forEach((dimension, value) -> dimensions.put(dimension,
                        random.nextBoolean() ? value : higher(Fraction.of(value), random).value()));
        return new Standing.Judged(judged.verdict(), new Score(judged.score().points(), 100, dimensions));
    }

    private static Fraction higher(Fraction fraction, Random random) {
        var drawn = RandomInterview.fraction(random);
        return drawn.compareTo(fraction) > 0 ? drawn : fraction;
    }

    private record Quotient(BigInteger part, BigInteger whole) {}

    private static Optional<Quotient> reference(RandomInterview interview) {
        var part = BigInteger.ZERO;
        var whole = BigInteger.ONE;
        long weights = 0;
        for (var dimension : RubricDimension.values()) {
            long earned = 0;
            long possible = 0;
            for (var one : interview.evidence()) {
                var parts = parts(one, dimension);
                long weight = (long) one.item().share(dimension) * one.item().minutes();
                earned += parts < 0 ? 0 : parts * weight;
                possible += parts < 0 ? 0 : RandomInterview.PARTS * weight;
            }
            if (possible > 0) {
                long weight = interview.weights().of(dimension);
                weights += weight;
                part = part.multiply(BigInteger.valueOf(possible))
                        .add(whole.multiply(BigInteger.valueOf(weight * earned)));
                whole = whole.multiply(BigInteger.valueOf(possible));
            }
        }
        return weights == 0 ? Optional.empty()
                : Optional.of(new Quotient(part, whole.multiply(BigInteger.valueOf(weights))));
    }

    /// How many parts the item earns, or -1 if it does not count, written down anew from the rules.
    private static long parts(Evidence one, RubricDimension dimension) {
        if (one.standing() instanceof Standing.Judged judged
                && !judged.score().dimensions().containsKey(dimension)) {
            return -1;
        }
        if (one.overruling().isPresent()) {
            return parts(one.overruling().orElseThrow().fraction());
        }
        return switch (one.standing()) {
            case Standing.Judged judged ->
                Math.round(judged.score().dimensions().getOrDefault(dimension, 0.0) * RandomInterview.PARTS);
            case Standing.Marked marked -> parts(marked.fraction());
            case Standing.NoAnswer _,Standing.Unreadable _ -> 0;
            case Standing.WaitingForReview waiting ->
                one.review().map(review -> points(waiting, review) * RandomInterview.PARTS / 10).orElse(-1L);
            case Standing.JudgeError _,Standing.Pending _,Standing.Missing _ -> -1;
        };
    }

    private static long points(Standing.WaitingForReview waiting, Review review) {
        return review.ticked().stream().mapToLong(number -> waiting.points().get(number - 1).points()).sum();
    }

    private static long parts(Fraction fraction) {
        return fraction.part().longValue() * RandomInterview.PARTS / fraction.whole().longValue();
    }

    private static void forRandomInterviews(BiConsumer<RandomInterview, Random> property) {
        var random = new Random(20260101);
        for (int round = 0; round < ROUNDS; round++) {
            property.accept(RandomInterview.draw(random), random);
        }
    }
}
