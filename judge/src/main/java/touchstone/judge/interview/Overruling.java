package touchstone.judge.interview;

import java.time.Instant;

/// A person's score in place of the machine's, or of another person's, which stays beside it.
///
/// @param item its id
/// @param fraction of the item's points, for all dimensions that it is evidence for
/// @param reason why; nobody overrules without one
public record Overruling(String item, Fraction fraction, String reason, String by, Instant at) {
    public Overruling {
        Evidence.checkFraction(fraction);
        if (reason.isBlank()) {
            throw new IllegalArgumentException(item + " is overruled without a reason");
        }
    }
}
