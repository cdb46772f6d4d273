package touchstone.judge.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import touchstone.judge.text.Hint;
import touchstone.judge.unit.Unit;

/// What a number with a unit was read as.
sealed interface Quantity {
    /// A value in the unit that was asked for.
    record Read(BigDecimal value, Unit unit) implements Quantity {
        private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);

        /// As few digits as say what was understood, the plain way where that is short.
        String understood() {
            var rounded = value.round(SHOWN).stripTrailingZeros();
            int magnitude = rounded.precision() - rounded.scale() - 1;
            var plain = magnitude >= -6 && magnitude < 15;
            return unit.after(plain ? rounded.toPlainString()
                    : rounded.scaleByPowerOfTen(-magnitude).toPlainString() + "e" + magnitude);
        }
    }

    record Unread(Hint hint) implements Quantity {}
}
