package touchstone.judge.interview;

import java.time.Instant;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;

/// An item with all that machine and people say about it, side by side.
///
/// @param gradedAt by the machine
/// @param review only of an answer that waits for one
public record Evidence(
        Item item,
        Standing standing,
        Instant gradedAt,
        Optional<Review> review,
        Optional<Overruling> overruling) {
    public Evidence {
        review.ifPresent(given -> check(item, standing, given));
        overruling.ifPresent(given -> checkItem(item, given.item()));
    }

    /// What the machine says, before any person.
    public static Evidence of(Item item, Standing standing, Instant gradedAt) {
        return new Evidence(item, standing, gradedAt, Optional.empty(), Optional.empty());
    }

    public Evidence with(Review given) {
        return new Evidence(item, standing, gradedAt, Optional.of(given), overruling);
    }

    public Evidence with(Overruling given) {
        return new Evidence(item, standing, gradedAt, review, Optional.of(given));
    }

    /// No number yet, but there will be one: somebody has to mark it, to try again, or to finish.
    public boolean open() {
        return byPeople().isEmpty() && switch (standing) {
            case Standing.WaitingForReview _,Standing.JudgeError _,Standing.Pending _ -> true;
            case Standing.Judged _,Standing.Marked _,Standing.NoAnswer _,Standing.Unreadable _,Standing.Missing _ ->
                false;
        };
    }

    /// What people say, the overruling before the review.
    public Optional<Fraction> byPeople() {
        return overruling.map(Overruling::fraction).or(this::reviewed);
    }

    /// What the machine says of the whole item.
    public Optional<Fraction> byMachine() {
        return switch (standing) {
            case Standing.Judged judged ->
                Optional.of(Fraction.of(judged.score().points(), Math.max(1, judged.score().maxPoints())));
            case Standing.Marked marked -> Optional.of(marked.fraction());
            case Standing.NoAnswer _,Standing.Unreadable _ -> Optional.of(Fraction.ZERO);
            case Standing.WaitingForReview _,Standing.JudgeError _,Standing.Pending _,Standing.Missing _ ->
                Optional.empty();
        };
    }

    /// What counts of the whole item.
    public Optional<Fraction> fraction() {
        return byPeople().or(this::byMachine);
    }

    /// What counts for the dimension: nothing if the item has no share in it, or no test that counts for it.
    public Optional<Fraction> fraction(RubricDimension dimension) {
        return mayCount(dimension) ? byPeople().or(() -> byMachine(dimension)) : Optional.empty();
    }

    /// What the machine says, for the dimension.
    public Optional<Fraction> byMachine(RubricDimension dimension) {
        return switch (standing) {
            case Standing.Judged judged ->
                Optional.ofNullable(judged.score().dimensions().get(dimension)).map(Fraction::of);
            case Standing.Marked _,Standing.NoAnswer _,Standing.Unreadable _,Standing.WaitingForReview _,Standing.JudgeError _,Standing.Pending _,Standing.Missing _ ->
                byMachine();
        };
    }

    /// A person who overrules changes what the item scores, not what it is evidence for: otherwise a higher
    /// score could bring in a further dimension and so lower the total.
    boolean mayCount(RubricDimension dimension) {
        return item.share(dimension) > 0 && switch (standing) {
            case Standing.Judged judged -> judged.score().dimensions().containsKey(dimension);
            case Standing.Marked _,Standing.NoAnswer _,Standing.Unreadable _,Standing.WaitingForReview _,Standing.JudgeError _,Standing.Pending _,Standing.Missing _ ->
                true;
        };
    }

    /// What the review says, whether or not it was overruled.
    public Optional<Fraction> reviewed() {
        return standing instanceof Standing.WaitingForReview waiting
                ? review.map(given -> given.fraction(waiting))
                : Optional.empty();
    }

    static void checkFraction(Fraction fraction) {
        if (fraction.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("a fraction of " + fraction);
        }
    }

    private static void check(Item item, Standing standing, Review review) {
        checkItem(item, review.item());
        if (!(standing instanceof Standing.WaitingForReview waiting && review.fits(waiting))) {
            throw new IllegalArgumentException(item.id() + " has no key points " + review.ticked());
        }
    }

    private static void checkItem(Item item, String about) {
        if (!item.id().equals(about)) {
            throw new IllegalArgumentException("what is said about " + about + " stands beside " + item.id());
        }
    }
}
