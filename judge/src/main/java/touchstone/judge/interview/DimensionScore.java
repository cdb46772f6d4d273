package touchstone.judge.interview;

import java.util.List;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;

/// One dimension of an interview, with the evidence behind its number.
///
/// @param weight in percent; zero means that it is shown and not counted
/// @param shares of all items that have one in it and are evidence for it, now or later
/// @param score empty if it is not assessed, which is not zero
/// @param lowest its score if everything open got nothing; empty without any evidence to come
/// @param highest its score if everything open got full marks
public record DimensionScore(
        RubricDimension dimension,
        int weight,
        List<Share> shares,
        Optional<Fraction> score,
        Optional<Fraction> lowest,
        Optional<Fraction> highest) {
    public DimensionScore {
        shares = List.copyOf(shares);
    }

    /// What an item adds to a dimension.
    ///
    /// @param percent of the item that belongs to the dimension
    /// @param fraction that counts; empty while it is open
    /// @param contribution to the dimension's score: the contributions add up to it
    public record Share(
            Evidence evidence,
            int percent,
            Optional<Fraction> fraction,
            Optional<Fraction> contribution) {
        /// The minutes of the item that belong to the dimension, in hundredths.
        long weight() {
            return (long) percent * evidence.item().minutes();
        }
    }

    static DimensionScore of(RubricDimension dimension, int weight, List<Evidence> evidence) {
        var shares = evidence.stream()
                .filter(one -> one.mayCount(dimension) && (one.open() || one.fraction(dimension).isPresent()))
                .map(one -> new Share(one, one.item().share(dimension), one.fraction(dimension),
                        Optional.empty()))
                .toList();
        long counted = weight(shares);
        return new DimensionScore(dimension, weight,
                shares.stream().map(share -> contributing(share, counted)).toList(), score(shares),
                score(decided(shares, Fraction.ZERO)), score(decided(shares, Fraction.ONE)));
    }

    /// How many items the score rests on.
    public long counted() {
        return shares.stream().filter(share -> share.fraction().isPresent()).count();
    }

    /// The minutes that the score rests on.
    public Fraction minutes() {
        return Fraction.of(weight(shares), 100);
    }

    /// All shares, as if each open item had got this fraction.
    private static List<Share> decided(List<Share> shares, Fraction fraction) {
        return shares.stream()
                .map(share -> new Share(share.evidence(), share.percent(),
                        Optional.of(share.fraction().orElse(fraction)), Optional.empty()))
                .toList();
    }

    private static Share contributing(Share share, long counted) {
        return new Share(share.evidence(), share.percent(), share.fraction(), counted == 0 ? Optional.empty()
                : share.fraction().map(fraction -> fraction.times(share.weight()).dividedBy(counted)));
    }

    private static Optional<Fraction> score(List<Share> shares) {
        long counted = weight(shares);
        if (counted == 0) {
            return Optional.empty();
        }
        var earned = Fraction.ZERO;
        for (var share : shares) {
            earned = earned.plus(share.fraction().orElse(Fraction.ZERO).times(share.weight()));
        }
        return Optional.of(earned.dividedBy(counted));
    }

    private static long weight(List<Share> shares) {
        return shares.stream().filter(share -> share.fraction().isPresent()).mapToLong(Share::weight).sum();
    }
}
