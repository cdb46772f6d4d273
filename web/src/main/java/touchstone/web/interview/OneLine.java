package touchstone.web.interview;

import java.util.regex.Pattern;

/// What somebody typed for a title or a name. Control characters go, and marks that would turn the direction of
/// whatever stands beside it on a page.
final class OneLine {
    /// Columns of the store hold no more.
    static final int CHARACTERS_MAX = 200;

    private static final Pattern UNWANTED = Pattern
            .compile("[\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{M}\\p{Z}]*");

    private OneLine() {}

    /// Empty, if nothing of it can be seen.
    static String of(String typed) {
        var line = SPACES.matcher(UNWANTED.matcher(typed).replaceAll("")).replaceAll(" ").strip();
        return INVISIBLE.matcher(line).matches() ? "" : line;
    }

    static boolean tooLong(String line) {
        return line.length() > CHARACTERS_MAX;
    }
}
