package touchstone.web.markup;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Text as HTML in which nothing is markup, nothing is invisible and nothing turns its neighbours around.
final class Escaped {
    private Escaped() {}

    /// Text among other text.
    static String prose(String text) {
        return escape(text, Escaped::misleads);
    }

    /// Text whose every character counts.
    static String code(String text) {
        return escape(text, Escaped::hides);
    }

    /// The value of an attribute between double quotes.
    static String attribute(String text) {
        return escape(text, _ -> false);
    }

    private static String escape(String text, IntPredicate shown) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (shown.test(c)) {
                out.append("<span class=\"chip\">").append(name(c)).append("</span>");
            } else if (isNoCharacter(c)) {
                out.append('\uFFFD');
            } else {
                append(out, c);
            }
        });
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(codePoint);
        }
    }

    private static String name(int codePoint) {
        return codePoint <= 0xFFFF ? String.format(Locale.ROOT, "\\u%04X", codePoint)
                : String.format(Locale.ROOT, "\\u{%X}", codePoint);
    }

    /// Whether the text would not read as it is written: controls, halves of pairs, and what changes direction.
    /// Joiners stay, or emoji would fall apart.
    static boolean misleads(int c) {
        return isNoCharacter(c)
                || c == 0x61C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean hides(int c) {
        return misleads(c) || switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE ->
                true;
            case Character.SPACE_SEPARATOR -> c != ' ' && c != 0x3000;
            default -> isFiller(c);
        };
    }

    /// Letters without ink.
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isNoCharacter(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n')
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
