package touchstone.judge.unit;

import java.math.BigDecimal;

/// What a unit's spelling turned out to mean.
public sealed interface Spelling {
    /// One unit.
    ///
    /// @param times that the number before it is to be multiplied by, as in `2800 亿 B`
    record Known(Unit unit, BigDecimal times) implements Spelling {}

    /// Two things that it may mean, of very different size.
    record Ambiguous(String one, String other) implements Spelling {}

    record Unknown() implements Spelling {}
}
