package touchstone.judge.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import touchstone.judge.text.Hint;

/// Reads one number: digits in groups, decimals, powers such as `2.8×10^11` and `2^30`, fractions of whole
/// numbers. A calculation is not a number. What cannot be read leaves a [#fault()].
final class NumberScanner {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int EXPONENT_MAX = 400;
    private static final Pattern SIGN = Pattern.compile("([+-]) *");
    private static final Pattern OTHER_BASE = Pattern.compile("0[xXbBoO][0-9a-fA-F]");
    /// Three digits after the space would be a group of the number before it.
    private static final Pattern MIXED = Pattern
            .compile("(\\d+) +([1-9]\\d?) */ *(\\d+)(?![\\d.,^]| *\\*\\*)");
    private static final Pattern LITERAL = Pattern
            .compile("(?<whole>\\d+(?:[ ,'_]\\d+)*)?(?:\\.(?<part>\\d*))?(?:[eE](?<exponent>[+-]?\\d+))?");
    private static final Pattern SECOND_POINT = Pattern.compile("[.,]\\d");
    private static final Pattern POWER = Pattern.compile(
            " *(?:\\^|\\*\\*) *(?:(-?\\d+)|\\+(\\d+)|\\( *([+-]?\\d+) *\\)|\\{ *([+-]?\\d+) *\\})(?!\\.?\\d)");
    private static final Pattern TIMES = Pattern.compile(" *[×xX*·] *(?=\\.?\\d)");
    private static final Pattern OVER = Pattern.compile(" */ *(?=\\.?\\d)");
    private static final Pattern POWER_SIGN = Pattern.compile(" *(?:\\^|\\*\\*)");

    private final Typed typed;
    private final String text;
    private int at;
    private @Nullable Hint fault;

    NumberScanner(Typed typed, int at) {
        this.typed = typed;
        text = typed.text();
        this.at = at;
    }

    /// Where the number ended.
    int at() {
        return at;
    }

    /// Why there was no number.
    Hint fault() {
        if (fault == null) {
            throw new IllegalStateException("nothing was wrong with " + text);
        }
        return fault;
    }

    @Nullable
    BigDecimal number() {
        var sign = next(SIGN);
        if (text.startsWith("0", at) && OTHER_BASE.matcher(text).region(at, text.length()).lookingAt()) {
            return fail(Fault.NOT_DECIMAL, at);
        }
        int start = at;
        var magnitude = magnitude();
        if (magnitude == null) {
            return null;
        }
        if (!fits(magnitude)) {
            return fail(Fault.SIZE, start);
        }
        return sign != null && sign.group(1).equals("-") ? magnitude.negate() : magnitude;
    }

    private @Nullable BigDecimal magnitude() {
        var mixed = next(MIXED);
        if (mixed != null) {
            return mixed(mixed);
        }
        var first = literal();
        if (first == null) {
            return null;
        }
        var power = power(first);
        if (power == null) {
            return null;
        }
        return looking(OVER) ? fraction(power) : product(power);
    }

    private @Nullable BigDecimal mixed(Matcher mixed) {
        var over = new BigDecimal(mixed.group(3));
        if (over.signum() == 0) {
            return fail(Fault.DIVIDED_BY_ZERO, mixed.start(3));
        }
        var part = new BigDecimal(mixed.group(2));
        return part.compareTo(over) < 0
                ? new BigDecimal(mixed.group(1)).add(part.divide(over, DIGITS), DIGITS)
                : fail(Fault.SEVERAL_NUMBERS, mixed.start(2));
    }

    /// Further factors have to be powers: `4×2^30` is a way to write a number, `4×70` is a calculation.
    private @Nullable BigDecimal product(BigDecimal first) {
        var product = first;
        while (looking(TIMES)) {
            int sign = at;
            next(TIMES);
            var base = literal();
            if (base == null || !looking(POWER_SIGN)) {
                return base == null ? null : fail(Fault.CALCULATION, sign);
            }
            var power = power(base);
            if (power == null) {
                return null;
            }
            product = product.multiply(power, DIGITS);
        }
        return looking(OVER) ? fail(Fault.CALCULATION, at) : product;
    }

    private @Nullable BigDecimal fraction(BigDecimal above) {
        int line = at;
        next(OVER);
        int start = at;
        var base = literal();
        var below = base == null ? null : power(base);
        if (below == null) {
            return null;
        }
        if (below.signum() == 0) {
            return fail(Fault.DIVIDED_BY_ZERO, start);
        }
        var calculation = !whole(above) || !whole(below) || looking(TIMES) || looking(OVER);
        return calculation ? fail(Fault.CALCULATION, line) : above.divide(below, DIGITS);
    }

    private @Nullable BigDecimal power(BigDecimal base) {
        int sign = at;
        var power = next(POWER);
        if (power == null) {
            return looking(POWER_SIGN) ? fail(Fault.CALCULATION, sign) : base;
        }
        var exponent = exponent(power.group().replaceAll("[^\\d-]", ""));
        if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX) {
            return fail(Fault.SIZE, sign);
        }
        if (base.signum() == 0 && exponent <= 0) {
            return fail(Fault.DIVIDED_BY_ZERO, sign);
        }
        return looking(POWER_SIGN) ? fail(Fault.CALCULATION, at) : base.pow(exponent, DIGITS);
    }

    private @Nullable BigDecimal literal() {
        int start = at;
        var literal = next(LITERAL);
        if (literal == null || !literal.group().matches("\\.?\\d.*")) {
            return fail(Fault.NO_NUMBER, start);
        }
        var digits = literal.group("whole") == null ? "0" : literal.group("whole");
        int separator = Grouping.mistakeIn(digits);
        if (separator >= 0) {
            var space = digits.charAt(separator) == ' ';
            return space ? fail(Fault.SEVERAL_NUMBERS, start + separator + 1)
                    : comma(start + separator, literal);
        }
        if (looking(SECOND_POINT)) {
            return comma(at, literal);
        }
        var part = literal.group("part") == null ? "" : literal.group("part");
        var exponent = literal.group("exponent") == null ? 0 : exponent(literal.group("exponent"));
        if (exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX) {
            return fail(Fault.SIZE, literal.start("exponent"));
        }
        return new BigDecimal(digits.replaceAll("[ ,'_]", "") + "." + part + "0").scaleByPowerOfTen(exponent);
    }

    private @Nullable BigDecimal comma(int index, Matcher literal) {
        return fail(Fault.COMMA, index, Typed.quoted(literal.group()));
    }

    /// More digits than are any use are as bad as the largest exponent.
    private static int exponent(String digits) {
        return digits.length() > 5 ? EXPONENT_MAX + 1 : Integer.parseInt(digits);
    }

    /// Into a double, with all its digits.
    static boolean fits(BigDecimal value) {
        var size = value.abs().doubleValue();
        return value.signum() == 0 || (Double.isFinite(size) && size >= Double.MIN_NORMAL);
    }

    private static boolean whole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private boolean looking(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private @Nullable Matcher next(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private @Nullable BigDecimal fail(Fault what, int index, Object... arguments) {
        fault = what.at(typed.column(index), arguments);
        return null;
    }
}
