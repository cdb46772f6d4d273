package touchstone.web.interview;

import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody typed into a field for minutes, percent or days.
final class WholeNumber {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

    private WholeNumber() {}

    /// Empty, if it is none or far too large to mean anything.
    static Optional<Integer> of(String typed) {
        var text = typed.strip();
        return DIGITS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static Optional<Integer> of(String typed, int least, int most) {
        return of(typed).filter(number -> number >= least && number <= most);
    }
}
