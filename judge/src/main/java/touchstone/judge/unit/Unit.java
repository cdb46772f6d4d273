package touchstone.judge.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// A unit that a quantity is asked for or given in.
///
/// @param symbol its one spelling in keys and in what is shown back; empty for a plain number
/// @param size in the smallest common measure of its dimension
public record Unit(String symbol, Dimension dimension, BigDecimal size) {
    /// Plain decimals far beyond a double's, so that only the last step of a conversion rounds.
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /// The unit with exactly this symbol, as keys write it.
    public static Optional<Unit> of(String symbol) {
        return Units.of(symbol);
    }

    /// Reads a unit as people write it, in either language.
    ///
    /// @param text what follows or precedes a number, NFKC but with `^2` for a raised 2; may be empty
    /// @param asked what the quantity is asked in, which decides what else would have two meanings
    public static Spelling read(String text, Unit asked) {
        return Spellings.read(text, asked);
    }

    public boolean measuresTheSameAs(Unit other) {
        return dimension == other.dimension;
    }

    /// What a value in this unit is in another one of the same dimension.
    public BigDecimal convert(BigDecimal value, Unit to) {
        if (!measuresTheSameAs(to)) {
            throw new IllegalArgumentException(symbol + " is not measured in " + to.symbol);
        }
        return equals(to) ? value : value.multiply(size, DIGITS).divide(to.size, DIGITS);
    }

    /// A number with this unit.
    public String after(String number) {
        return symbol.isEmpty() ? number : number + " " + symbol;
    }
}
