package touchstone.judge.formula;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Single characters, each told apart from its lookalikes: full-width forms, mathematical alphabets, the many
/// dots and dashes. One by one, so that columns stay those of the text as it was written.
final class Glyphs {
    private static final String SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPT_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

    private Glyphs() {}

    /// The usual character for this one.
    static int plain(int codePoint) {
        int composed = composed(codePoint);
        return switch (composed) {
            case '−', '–', '‐' -> '-';
            case '·', '⋅', '∙', '•', '・', '×', '∗', '✕' -> '*';
            case '÷', '∕', '⁄' -> '/';
            case '∣' -> '|';
            default -> composed;
        };
    }

    private static int composed(int codePoint) {
        int type = Character.getType(codePoint);
        // raised and lowered characters, which the normal form would put on the line
        if (codePoint < 0x80
                || type == Character.MODIFIER_LETTER
                || type == Character.OTHER_NUMBER
                || (codePoint >= '⁰' && codePoint <= '₎')) {
            return codePoint;
        }
        var normal = Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
        return normal.codePointCount(0, normal.length()) == 1 ? normal.codePointAt(0) : codePoint;
    }

    /// The raised digit or sign as one on the line, or 0.
    static char raised(int codePoint) {
        return switch (codePoint) {
            case '⁺' -> '+';
            case '⁻' -> '-';
            default -> digit(SUPERSCRIPT_DIGITS.indexOf(codePoint));
        };
    }

    /// The lowered digit as one on the line, or 0.
    static char lowered(int codePoint) {
        return digit(SUBSCRIPT_DIGITS.indexOf(codePoint));
    }

    private static char digit(int value) {
        return value < 0 ? 0 : (char) ('0' + value);
    }

    static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
