package touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;

/// Widths on a terminal, where a Chinese character takes two columns.
public final class Columns {
    /// Hangul, Chinese, Japanese, full-width forms and pictures.
    private static final List<Range> WIDE = List.of(new Range(0x1100, 0x115f), new Range(0x2e80, 0xa4cf),
            new Range(0xac00, 0xd7a3), new Range(0xf900, 0xfaff), new Range(0xfe30, 0xfe6f),
            new Range(0xff01, 0xff60), new Range(0xffe0, 0xffe6), new Range(0x1f300, 0x1faff),
            new Range(0x20000, 0x3fffd));

    private Columns() {}

    private record Range(int first, int last) {}

    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /// Filled with spaces on the right.
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /// The beginning that fits, with `…` if something was left out.
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var cut = new StringBuilder();
        int width = 1;
        for (int character : text.codePoints().toArray()) {
            width += width(character);
            if (width > columns) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.append('…').toString();
    }

    /// Broken at spaces, and before or after any wide character, since Chinese has
    /// no spaces; a longer word stays whole.
    public static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            if (!line.isEmpty()
                    && width(line.toString()) + width(piece.stripTrailing()) > columns
                    && !closing(piece)) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            boolean wide = width(character) == 2;
            if (wide && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
            if (wide || character == ' ') {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /// A Chinese line does not begin with a closing mark.
    private static boolean closing(String piece) {
        return !piece.isEmpty() && "，。；：！？、）】》」』”’".indexOf(piece.codePointAt(0)) >= 0;
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    private static boolean wide(int character) {
        return WIDE.stream().anyMatch(range -> character >= range.first() && character <= range.last());
    }
}
