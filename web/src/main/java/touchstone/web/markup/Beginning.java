package touchstone.web.markup;

import java.util.regex.Pattern;

/// The beginning of a Markdown text, for where there is room for one line alone. Never ends within a formula or code.
public final class Beginning {
    private static final int CHARACTERS_MAX = 90;
    private static final int HALF = CHARACTERS_MAX / 2;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n|\\$\\$|```|\\n[|#>*-]");
    private static final Pattern SENTENCE_END = Pattern.compile("[。？！]|[.?!](?=\\s)");

    private Beginning() {}

    /// Its first sentence if that is short, else as much of the first paragraph as fits.
    public static String of(String markdown) {
        var paragraph = PARAGRAPH_END.split(markdown.strip(), 2)[0].strip();
        var end = SENTENCE_END.matcher(paragraph);
        if (end.find() && end.end() <= CHARACTERS_MAX && whole(paragraph.substring(0, end.end()))) {
            return paragraph.substring(0, end.end());
        }
        return paragraph.length() <= CHARACTERS_MAX ? paragraph : cut(paragraph);
    }

    private static String cut(String paragraph) {
        for (int end = CHARACTERS_MAX; end > HALF; end--) {
            boolean between = Character.isWhitespace(paragraph.charAt(end))
                    || Character.isIdeographic(paragraph.codePointAt(end));
            if (between && whole(paragraph.substring(0, end))) {
                return paragraph.substring(0, end).strip() + "…";
            }
        }
        return paragraph;
    }

    private static boolean whole(String text) {
        return even(text, '$') && even(text, '`') && even(text, '*');
    }

    private static boolean even(String text, char mark) {
        return text.chars().filter(each -> each == mark).count() % 2 == 0;
    }
}
