package touchstone.judge.answer;

import java.text.Normalizer;
import java.util.Map;

/// An answer in one spelling of its characters: full-width ones narrow, raised digits behind a `^`, every dash a
/// hyphen, invisible ones gone. Each character knows where it was typed, because hints point there.
final class Typed {
    private static final int QUOTED_MAX = 20;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final Map<Character, Character> SAME = Map.ofEntries(same('−', '-'), same('–', '-'),
            same('—', '-'), same('‐', '-'), same('‑', '-'), same('‒', '-'), same('―', '-'), same('。', '.'),
            same('⁄', '/'), same('∕', '/'), same('’', '\''), same('‘', '\''), same('′', '\''), same('⋅', '·'),
            same('∙', '·'), same('•', '·'), same('・', '·'), same('∆', 'Δ'), same('∼', '~'), same('〜', '~'),
            same('≒', '≈'), same('≅', '≈'), same('≃', '≈'), same('✕', '×'), same('✖', '×'), same('⨯', '×'));

    private final StringBuilder text = new StringBuilder();
    private final int[] columns;
    private boolean raised;

    private Typed(String typed) {
        // a character becomes at most eighteen under NFKC, and one of ours may precede it
        columns = new int[19 * typed.length() + 1];
        for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
            add(typed.codePointAt(i), i + 1);
        }
        columns[text.length()] = typed.length() + 1;
    }

    static Typed of(String typed) {
        return new Typed(typed);
    }

    /// Whether there is nothing to see: spaces of any width, controls, characters that only join or direct others.
    static boolean blank(String typed) {
        return typed.codePoints().allMatch(Typed::invisible);
    }

    /// Its beginning, for a hint.
    static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED_MAX ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED_MAX)) + "…";
    }

    String text() {
        return text.toString();
    }

    /// Where this character of the text was typed, from 1.
    int column(int index) {
        return columns[index];
    }

    private void add(int character, int column) {
        if (invisible(character)) {
            append(Character.isWhitespace(character) || Character.isSpaceChar(character) ? " " : "", column);
        } else if (RAISED.indexOf(character) >= 0) {
            // without the ^ NFKC would make 1011 of 10¹¹
            append((raised ? "" : "^") + normal(character), column);
        } else {
            var normal = normal(character);
            // and 21/2 of 2½
            append((normal.indexOf('⁄') >= 0 ? " " : "") + normal, column);
        }
        raised = RAISED.indexOf(character) >= 0;
    }

    private void append(String more, int column) {
        for (int i = 0; i < more.length(); i++) {
            columns[text.length()] = column;
            text.append(SAME.getOrDefault(more.charAt(i), more.charAt(i)));
        }
    }

    private static String normal(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    }

    private static boolean invisible(int character) {
        var fillers = "\u115f\u1160\u2800\u3164\uffa0\u034f";
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.CONTROL
                || fillers.indexOf(character) >= 0
                || (character >= 0xfe00 && character <= 0xfe0f);
    }

    private static Map.Entry<Character, Character> same(char one, char other) {
        return Map.entry(one, other);
    }
}
