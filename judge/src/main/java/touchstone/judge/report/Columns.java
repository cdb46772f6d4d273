package touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;

/// Widths on a terminal, where a Chinese character takes two columns.
public final class Columns {
    private Columns() {}

    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /// Filled with spaces on the right.
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
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
        return character >= 0x1100 && character <= 0x115f
                || character >= 0x2e80 && character <= 0xa4cf && character != 0x303f
                || character >= 0xac00 && character <= 0xd7a3
                || character >= 0xf900 && character <= 0xfaff
                || character >= 0xfe30 && character <= 0xfe6f
                || character >= 0xff01 && character <= 0xff60
                || character >= 0xffe0 && character <= 0xffe6
                || character >= 0x1f300 && character <= 0x1faff
                || character >= 0x20000 && character <= 0x3fffd;
    }
}
