package touchstone.judge.answer;

import java.util.regex.Pattern;

/// How digits are put into groups. A comma is never a decimal point here, so `1,5` has no meaning, and nor has
/// `1,2345` or `0,500`, which somewhere else would be less than two.
final class Grouping {
    private static final Pattern SEPARATOR = Pattern.compile("[ ,'_]");
    private static final Pattern BY_THREE = Pattern.compile("[1-9]\\d{0,2}([ ,'])\\d{3}(?:\\1\\d{3})*");
    /// Two commas rule out a decimal one: 2,80,000 as in India, 28,0000,0000 by 万 and 亿.
    private static final Pattern OTHER = Pattern
            .compile("[1-9]\\d?(?:,\\d{2})+,\\d{3}|[1-9]\\d{0,3}(?:,\\d{4}){2,}");
    /// Nobody has a second use for it.
    private static final Pattern UNDERSCORES = Pattern.compile("\\d+(?:_\\d+)*");

    private Grouping() {}

    /// Where the first separator is that groups nothing, or -1 if all is well.
    static int mistakeIn(String digits) {
        var well = BY_THREE.matcher(digits).matches()
                || OTHER.matcher(digits).matches()
                || UNDERSCORES.matcher(digits).matches();
        var separator = SEPARATOR.matcher(digits);
        return well || !separator.find() ? -1 : separator.start();
    }
}
