package touchstone.judge.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import touchstone.judge.formula.Token.End;
import touchstone.judge.formula.Token.Name;
import touchstone.judge.formula.Token.Raised;
import touchstone.judge.formula.Token.Symbol;
import touchstone.judge.formula.Token.Wrong;
import touchstone.judge.text.Hint;

/// Splits a text into tokens. It never fails: what belongs to no formula becomes a token too.
final class Lexer {
    private static final String SYMBOLS = "+-*/^()[]|,√=";

    private final int[] written;
    private final int[] plain;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        written = text.codePoints().toArray();
        plain = text.codePoints().map(Glyphs::plain).toArray();
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < lexer.plain.length) {
            if (Glyphs.isSpace(lexer.plain[lexer.at])) {
                lexer.at++;
            } else {
                lexer.tokens.add(lexer.token());
            }
        }
        lexer.tokens.add(new End(lexer.plain.length + 1));
        return lexer.tokens;
    }

    private Token token() {
        int glyph = peek(0);
        if (Glyphs.isDigit(glyph) || (glyph == '.' && Glyphs.isDigit(peek(1)))) {
            return number();
        }
        if (startsName(glyph)) {
            return name();
        }
        if (Glyphs.raised(glyph) != 0) {
            return raised();
        }
        return SYMBOLS.indexOf(glyph) >= 0 ? symbol() : wrong();
    }

    /// The character so many further on, or 0 beyond the end.
    private int peek(int ahead) {
        return at + ahead < plain.length ? plain[at + ahead] : 0;
    }

    private static boolean startsName(int glyph) {
        return glyph == '_'
                || (Character.isLetter(glyph) && Character.getType(glyph) != Character.MODIFIER_LETTER);
    }

    private static boolean continuesName(int glyph) {
        return startsName(glyph) || Glyphs.isDigit(glyph) || Glyphs.lowered(glyph) != 0;
    }

    private int skip(IntPredicate wanted) {
        int from = at;
        while (at < plain.length && wanted.test(plain[at])) {
            at++;
        }
        return at - from;
    }

    private String text(int from) {
        return new String(plain, from, at - from);
    }

    private Token number() {
        int from = at;
        skip(Glyphs::isDigit);
        int whole = at - from;
        if (whole == 1
                && plain[from] == '0'
                && "xXbBoO".indexOf(peek(0)) >= 0
                && Character.digit(peek(1), 16) >= 0) {
            skip(Lexer::continuesName);
            return wrong(from, "formula.number.base");
        }
        if (peek(0) == '.') {
            at++;
            skip(Glyphs::isDigit);
        }
        exponent();
        if (peek(0) == '.' || peek(0) == '_') {
            skip(glyph -> Glyphs.isDigit(glyph) || glyph == '.' || glyph == '_');
            return wrong(from, "formula.number.malformed");
        }
        if (whole > 1 && plain[from] == '0') {
            return wrong(from, "formula.number.zeros");
        }
        return numeral(from);
    }

    private void exponent() {
        boolean sign = peek(1) == '-' || peek(1) == '+';
        if ((peek(0) == 'e' || peek(0) == 'E') && Glyphs.isDigit(peek(sign ? 2 : 1))) {
            at += sign ? 2 : 1;
            skip(Glyphs::isDigit);
        }
    }

    private Token numeral(int from) {
        var text = text(from);
        double value = Double.parseDouble(text);
        boolean vanished = value == 0 && text.split("[eE]", 2)[0].matches(".*[1-9].*");
        return Double.isInfinite(value) || vanished ? wrong(from, "formula.number.range")
                : new Token.Numeral(from + 1, text, value);
    }

    private Token name() {
        int from = at;
        skip(Lexer::continuesName);
        if (peek(0) == '.' && startsName(peek(1))) {
            return dotted(from);
        }
        return new Name(from + 1,
                text(from).codePoints()
                        .map(Lexer::onTheLine)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static int onTheLine(int glyph) {
        char lowered = Glyphs.lowered(glyph);
        return lowered == 0 ? glyph : lowered;
    }

    /// Somebody wrote a program: `Math.exp`.
    private Token dotted(int from) {
        int last = at;
        while (peek(0) == '.' && startsName(peek(1))) {
            at++;
            last = at;
            skip(Lexer::continuesName);
        }
        var name = text(last);
        return Function.named(name).isPresent()
                ? new Wrong(from + 1, text(from), Hint.at(from + 1, "formula.dot", name, text(from)))
                : wrong(from, "formula.code");
    }

    private Token raised() {
        int from = at;
        var digits = new StringBuilder();
        while (Glyphs.raised(peek(0)) != 0 && (digits.isEmpty() || Glyphs.isDigit(Glyphs.raised(peek(0))))) {
            digits.append(Glyphs.raised(peek(0)));
            at++;
        }
        if (!Glyphs.isDigit(digits.charAt(digits.length() - 1))) {
            return wrong(from, "formula.symbol");
        }
        double value = Double.parseDouble(digits.toString());
        return Double.isInfinite(value) ? wrong(from, "formula.number.range")
                : new Raised(from + 1, text(from), value);
    }

    private Token symbol() {
        int from = at++;
        char symbol = (char) plain[from];
        int next = peek(0);
        if ((symbol == '/' && (next == '/' || next == '*')) || (symbol == '-' && next == '>')) {
            at++;
            return wrong(from, "formula.code");
        }
        if (symbol == '=' && "=<>".indexOf(next) >= 0) {
            at++;
            return wrong(from, "formula.comparison");
        }
        if (isAsterisk(from) && isAsterisk(at)) {
            at++;
            symbol = '^';
        }
        return new Symbol(from + 1, text(from), symbol);
    }

    /// Not a dot or a cross: two of those are a slip.
    private boolean isAsterisk(int index) {
        return index < written.length && (written[index] == '*' || written[index] == '＊');
    }

    private Token wrong() {
        int from = at++;
        return switch (plain[from]) {
            case '<', '>', '≤', '≥', '≠', '≈' -> wrong(from, "formula.comparison");
            case '{', '}' -> wrong(from, "formula.braces");
            case '$' -> wrong(from, "formula.latex");
            case '%', '‰' -> wrong(from, "formula.percent");
            case '\\' -> backslash(from);
            case ';', '"', '\'', '`', '“', '”', '‘', '’', '?', ':', '&', '~', '@', '#', '.' ->
                wrong(from, "formula.code");
            case '!' -> wrong(from, peek(0) == '=' ? "formula.comparison" : "formula.symbol");
            default -> wrong(from, isVisible(plain[from]) ? "formula.symbol" : "formula.invisible");
        };
    }

    private Token backslash(int from) {
        if (peek(0) == 'u' && Character.digit(peek(1), 16) >= 0 && Character.digit(peek(2), 16) >= 0) {
            skip(Lexer::continuesName);
            return wrong(from, "formula.code");
        }
        skip(Character::isLetter);
        return wrong(from, "formula.latex");
    }

    private static boolean isVisible(int glyph) {
        return switch (Character.getType(glyph)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.PRIVATE_USE, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            default -> true;
        };
    }

    private Token wrong(int from, String key) {
        var text = key.equals("formula.invisible") ? String.format("U+%04X", plain[from]) : text(from);
        return new Wrong(from + 1, text, Hint.at(from + 1, key, text));
    }
}
