package touchstone.judge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import touchstone.judge.text.Hint;

/// Reads letters of options out of what people put around them. Only words and marks that cannot change the
/// meaning are skipped: "not B", "A or B" and "A-C" are not guessed at.
final class LetterReader {
    private static final Pattern RUN = Pattern.compile("[A-Za-z]+");
    private static final Pattern NUMBERING = Pattern.compile("(\\d{1,3}) *[.):、]?");
    private static final Pattern WORDS = Pattern.compile("我?选项?|应选|正确|答案|[是为和与及]|以及");
    private static final Pattern MARKS = Pattern.compile("[ ,;、.:()\\[\\]{}&+/|\"'“”*`✓✔]");
    private static final Pattern ORDER_MARKS = Pattern.compile("=?>|-+>?|[→⇒➜➔≻]|然后|其次|再|最后");
    private static final Set<String> ENGLISH = Set.of("AND", "THEN", "OPTION", "OPTIONS", "CHOICE", "CHOICES",
            "ANSWER", "ANSWERS", "CORRECT", "IS", "ARE", "THE", "I", "CHOOSE");
    /// Typed on a Cyrillic or Greek keyboard these look like options.
    private static final String LOOK_ALIKE = "АВСЕΑΒΕ";
    private static final String LATIN = "ABCEABE";

    private final Typed typed;
    private final String text;
    private final List<String> options;
    private final boolean ordering;
    private final List<String> letters = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int at;

    private LetterReader(Typed typed, List<String> options, boolean ordering) {
        this.typed = typed;
        this.text = latin(typed.text());
        this.options = options;
        this.ordering = ordering;
    }

    static Letters read(String answer, List<String> options, boolean ordering) {
        return new LetterReader(Typed.of(answer), options, ordering).read();
    }

    private Letters read() {
        while (at < text.length()) {
            var fault = next();
            if (fault != null) {
                return new Letters.Unread(fault);
            }
        }
        return letters.isEmpty() ? new Letters.Unread(Fault.NO_LETTER.at(0, all(options)))
                : new Letters.Read(letters, columns);
    }

    private @Nullable Hint next() {
        int run = length(RUN);
        if (run > 0) {
            return run(run);
        }
        int mark = Math.max(length(WORDS), length(MARKS));
        if (ordering) {
            mark = Math.max(mark, length(ORDER_MARKS));
            if (length(NUMBERING) > 0) {
                return numbering();
            }
        }
        at += mark;
        return mark > 0 ? null : Fault.CHARACTER.at(typed.column(at), character(), all(options));
    }

    private @Nullable Hint run(int length) {
        var run = text.substring(at, at + length);
        var unknown = run.toUpperCase(Locale.ROOT).replaceAll("[" + String.join("", options) + "]", "");
        if (!unknown.isEmpty() && ENGLISH.contains(run.toUpperCase(Locale.ROOT))) {
            at += length;
            return null;
        }
        if (unknown.length() > 1) {
            return Fault.CHARACTER.at(typed.column(at), Typed.quoted(run), all(options));
        }
        for (int end = at + length; at < end; at++) {
            var letter = text.substring(at, at + 1).toUpperCase(Locale.ROOT);
            if (!options.contains(letter)) {
                return Fault.UNKNOWN_LETTER.at(typed.column(at), letter, all(options));
            }
            letters.add(letter);
            columns.add(typed.column(at));
        }
        return null;
    }

    /// `1. B 2. D` may be numbered, but only in the order in which it stands.
    private @Nullable Hint numbering() {
        var number = NUMBERING.matcher(text).region(at, text.length());
        if (!number.lookingAt() || Integer.parseInt(number.group(1)) != letters.size() + 1) {
            return Fault.NUMBERING.at(typed.column(at));
        }
        at = number.end();
        return null;
    }

    private int length(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() - at : 0;
    }

    private String character() {
        return Character.toString(text.codePointAt(at));
    }

    static String all(List<String> options) {
        return String.join(", ", options);
    }

    private static String latin(String text) {
        var latin = new StringBuilder(text);
        for (int i = 0; i < latin.length(); i++) {
            int look = LOOK_ALIKE.indexOf(latin.charAt(i));
            if (look >= 0) {
                latin.setCharAt(i, LATIN.charAt(look));
            }
        }
        return latin.toString();
    }
}
