package touchstone.judge.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import touchstone.judge.unit.Dimension;
import touchstone.judge.unit.Spelling;
import touchstone.judge.unit.Unit;

/// Reads one number and its unit. A bare number is in the unit that was asked for, any other unit of the same
/// dimension is converted.
final class QuantityReader {
    private static final Pattern START = Pattern.compile("(?:[+-] *)?(?:\\d|\\.\\d)");
    private static final Pattern NOT_FINITE = Pattern.compile("\\b(?:nan|inf|infinity)\\b|∞|无穷",
            Pattern.CASE_INSENSITIVE);
    /// What may stand before a number and says nothing: "about", "is", the name of what was asked for. A longer
    /// name might be a unit, as in `MB: 280`, and is not skipped.
    private static final Pattern FILLER = Pattern.compile("^ *\\p{L} *(?=[=:≈])|[=:≈~#]|约等于|约为|大约为?|大概|约"
            + "|答案|结果|等于|[是为第]|\\b(?:about|approximately|approx\\.?|roughly|circa|the|answer|is|equals)(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLER_AFTER = Pattern
            .compile("(?:左右|上下|\\b(?:approximately|approx|or so))? *\\.?$", Pattern.CASE_INSENSITIVE);
    /// Only beside squared steps, and the one unit with a digit in it that is written in front: `Δ²/12`.
    private static final Pattern SQUARED_STEP_OVER = Pattern
            .compile("[ =≈~约]*(?:Δ|delta) *(?:\\^|\\*\\*)? *2 */ *(?=\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIED = Pattern.compile("[·*×-] *(\\D.*)|[(\\[](.*)[)\\]]");
    private static final Pattern OPERATOR = Pattern.compile("[+*×·/^]");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Typed typed;
    private final String text;
    private final Unit asked;

    private QuantityReader(Typed typed, Unit asked) {
        this.typed = typed;
        this.text = typed.text();
        this.asked = asked;
    }

    static Quantity read(String answer, Unit asked) {
        return new QuantityReader(Typed.of(answer), asked).read();
    }

    private Quantity read() {
        var over = SQUARED_STEP_OVER.matcher(text);
        if (asked.dimension() == Dimension.SQUARED_STEP && over.lookingAt()) {
            return scanned(over.end(), true);
        }
        var start = START.matcher(text);
        if (start.find()) {
            return scanned(start.start(), false);
        }
        var infinite = NOT_FINITE.matcher(text);
        return infinite.find() ? unread(Fault.NOT_FINITE, infinite.start())
                : unread(Fault.NO_NUMBER, visible(0));
    }

    private Quantity scanned(int start, boolean reciprocal) {
        var scanner = new NumberScanner(typed, start);
        var number = scanner.number();
        if (number == null) {
            return new Quantity.Unread(scanner.fault());
        }
        var after = FILLER_AFTER.matcher(text.substring(scanner.at())).replaceFirst("").strip();
        if (!reciprocal) {
            var before = FILLER.matcher(text.substring(0, start)).replaceAll(" ").strip();
            return quantity(number, before, after, scanner.at());
        }
        return number.signum() == 0 ? unread(Fault.DIVIDED_BY_ZERO, start)
                : quantity(BigDecimal.ONE.divide(number, MathContext.DECIMAL128), "", after, scanner.at());
    }

    private Quantity quantity(BigDecimal number, String before, String after, int end) {
        if (before.equals("(") && after.endsWith(")")) {
            return quantity(number, "", after.substring(0, after.length() - 1), end);
        }
        var spelling = before.isEmpty() ? after : around(before, after);
        if (spelling == null) {
            return unread(Fault.BEFORE_NUMBER, visible(0), Typed.quoted(before));
        }
        int index = after.isEmpty() ? visible(0) : visible(end);
        return switch (unit(spelling)) {
            case Spelling.Known(Unit unit, BigDecimal times) ->
                converted(number.multiply(times), unit, spelling, index);
            case Spelling.Ambiguous(String one, String other) ->
                unread(Fault.UNIT_AMBIGUOUS, index, Typed.quoted(spelling), one, other);
            case Spelling.Unknown() -> notAUnit(after, end);
        };
    }

    /// One spelling for what stands before and behind the number: `$…/M tokens`, `每秒 … token`, `$… USD`.
    private @Nullable String around(String before, String after) {
        if (before.startsWith("每")) {
            return after + before;
        }
        if (before.equals("百分之") || before.equals("千分之")) {
            return after.isEmpty() ? before.equals("百分之") ? "%" : "‰" : null;
        }
        var unit = unit(before);
        if (unit instanceof Spelling.Unknown) {
            return null;
        }
        return after.isEmpty() || unit.equals(unit(after)) ? before : before + after;
    }

    /// As it is, or else without what only ties it to the number: `1/12·Δ²`, `28-bit`, `280 (GB)`.
    private Spelling unit(String spelling) {
        var plain = Unit.read(spelling, asked);
        var tied = TIED.matcher(spelling);
        return plain instanceof Spelling.Unknown && tied.matches()
                ? Unit.read(tied.group(tied.group(1) == null ? 2 : 1), asked)
                : plain;
    }

    private Quantity converted(BigDecimal number, Unit unit, String spelling, int index) {
        if (!unit.measuresTheSameAs(asked)) {
            return asked.symbol().isEmpty() ? unread(Fault.UNIT_NONE, index, Typed.quoted(spelling))
                    : unread(Fault.UNIT_OTHER, index,
                            unit.symbol().isEmpty() ? Typed.quoted(spelling) : unit.symbol(), asked.symbol());
        }
        var value = unit.convert(number, asked);
        return NumberScanner.fits(value) ? new Quantity.Read(value, asked) : unread(Fault.SIZE, visible(0));
    }

    private Quantity notAUnit(String rest, int end) {
        var digit = DIGIT.matcher(text);
        if (digit.find(end)) {
            return OPERATOR.matcher(rest).lookingAt() ? unread(Fault.CALCULATION, visible(end))
                    : unread(Fault.SEVERAL_NUMBERS, digit.start());
        }
        return asked.symbol().isEmpty() ? unread(Fault.UNIT_NONE, visible(end), Typed.quoted(rest))
                : unread(Fault.UNIT_UNKNOWN, visible(end), Typed.quoted(rest), asked.symbol());
    }

    /// The first character from here on that is no space.
    private int visible(int index) {
        int at = index;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private Quantity unread(Fault fault, int index, Object... arguments) {
        return new Quantity.Unread(fault.at(typed.column(index), arguments));
    }
}
