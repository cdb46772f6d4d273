package touchstone.judge.report;

/// Text of other people made fit to be printed: characters that move the cursor,
/// change colours, reverse the direction of writing or cannot be seen are written
/// out as `\u001b`, so that what a candidate wrote cannot paint a terminal.
public final class Printable {
    private Printable() {}

    /// One line, line breaks included as visible escapes.
    public static String line(String text) {
        return escape(text, false);
    }

    /// Line feeds and tabs stay; carriage returns, which overwrite a line, do not.
    public static String text(String text) {
        return escape(text, true);
    }

    /// Cut at a number of characters, with a note of how many are missing; never
    /// within a surrogate pair.
    public static String cut(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charactersMax - 1)) ? charactersMax - 1
                : charactersMax;
        return text.substring(0, end) + "… (+" + (text.length() - end) + ")";
    }

    private static String escape(String text, boolean lines) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if ((lines && (character == '\n' || character == '\t')) || !hidden(character)) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append(written(character));
            }
        });
        return escaped.toString();
    }

    /// Cc, Cf (bidi controls, zero-width characters, tags), Zl, Zp and lone
    /// surrogates.
    static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private static String written(int character) {
        var written = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            written.append(switch (unit) {
                case '\n' -> "\\n";
                case '\t' -> "\\t";
                case '\r' -> "\\r";
                default -> "\\u%04x".formatted((int) unit);
            });
        }
        return written.toString();
    }
}
