package touchstone.web.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.judge.interview.Fraction;

/// Scores from 0 to 100, as people read them and as spreadsheets do.
final class Figures {
    private static final int SHOWN = 1;
    private static final int KEPT = 4;

    private Figures() {}

    /// `72.4`
    static String shown(Fraction fraction) {
        return fraction.times(100, SHOWN).toPlainString();
    }

    static BigDecimal kept(Fraction fraction) {
        var kept = fraction.times(100, KEPT).stripTrailingZeros();
        // else 100 would be written as 1E+2
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }

    /// Of a statistic, which is no exact fraction any more.
    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal shown(double score) {
        return rounded(100 * score, SHOWN);
    }

    static OptionalDouble value(Optional<Fraction> fraction) {
        return fraction.map(one -> OptionalDouble.of(one.value())).orElseGet(OptionalDouble::empty);
    }
}
