package touchstone.judge.answer;

import touchstone.judge.text.Hint;

/// How a number with a unit is read, without a word on whether it is right: for showing it to whoever types it.
public sealed interface Understanding {
    /// It can be read.
    ///
    /// @param spelling the one spelling of all that mean the same: `280 GB`
    record Understood(String spelling) implements Understanding {}

    record NotUnderstood(Hint hint) implements Understanding {}

    /// Reads an answer.
    ///
    /// @param symbol of the unit that is asked for; empty for a plain number
    static Understanding of(String answer, String symbol) {
        if (Marker.tooLong(answer)) {
            return new NotUnderstood(Marker.TOO_LONG);
        }
        return switch (QuantityReader.read(answer, Marker.unit(symbol))) {
            case Quantity.Read read -> new Understood(read.understood());
            case Quantity.Unread(Hint hint) -> new NotUnderstood(hint);
        };
    }
}
