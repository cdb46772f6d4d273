package touchstone.web.campaign;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;

/// Which candidates the table shows. What is not assessed is less than any minimum.
///
/// @param least of the total
/// @param dimensionLeast only with a dimension
record Wanted(
        Optional<Candidate.State> state,
        Optional<BigDecimal> least,
        Optional<RubricDimension> dimension,
        Optional<BigDecimal> dimensionLeast) {
    private static final Pattern SCORE = Pattern.compile("100(\\.0{1,4})?|\\d{1,2}(\\.\\d{1,4})?");

    static Wanted of(Exchange exchange) {
        return new Wanted(
                exchange.query("state").flatMap(text -> find(Candidate.State.values(), Enum::name, text)),
                score(exchange, "least"),
                exchange.query("dimension")
                        .flatMap(text -> find(RubricDimension.values(), RubricDimension::key, text)),
                score(exchange, "dimensionLeast"));
    }

    boolean all() {
        return state.isEmpty() && least.isEmpty() && (dimension.isEmpty() || dimensionLeast.isEmpty());
    }

    boolean fits(Entrant entrant) {
        var summary = entrant.summary();
        return state.filter(wanted -> wanted != summary.candidate().state()).isEmpty()
                && least.filter(not(summary.total())).isEmpty()
                && dimension
                        .flatMap(one -> dimensionLeast
                                .filter(not(summary.dimensions().getOrDefault(one, Optional.empty()))))
                        .isEmpty();
    }

    /// Whether the score is below it.
    private static Predicate<BigDecimal> not(Optional<Fraction> score) {
        return wanted -> score.filter(one -> one.times(100).compareTo(fraction(wanted)) >= 0).isEmpty();
    }

    private static Fraction fraction(BigDecimal number) {
        return new Fraction(number.setScale(4).unscaledValue(), BigDecimal.TEN.pow(4).toBigIntegerExact());
    }

    private static <E> Optional<E> find(E[] values, Function<E, String> name, String text) {
        return Arrays.stream(values).filter(one -> name.apply(one).equals(text)).findFirst();
    }

    private static Optional<BigDecimal> score(Exchange exchange, String name) {
        var texts = exchange.query(name).map(String::strip);
        if (texts.isPresent() && !SCORE.matcher(texts.get()).matches()) {
            throw Refusal.badRequest("campaign.filter.number", texts.get());
        }
        return texts.map(BigDecimal::new);
    }
}
