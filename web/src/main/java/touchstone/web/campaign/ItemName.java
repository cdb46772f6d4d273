package touchstone.web.campaign;

import java.util.regex.Pattern;
import touchstone.judge.interview.Item;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.WebWords;

/// What an item is called where there is little room. A question has no title but what it asks.
final class ItemName {
    private static final int LENGTH_MAX = 60;
    private static final Pattern MARKS = Pattern.compile("[`$*{}]|\\\\(?:mathrm|text)");
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private ItemName() {}

    /// `3 rope`
    static String brief(ResolvedItem item) {
        return item.number() + " " + item.id();
    }

    /// `3. Rotary position embedding`
    static String full(ResolvedItem item, WebWords words) {
        return item.number() + ". " + title(item, words);
    }

    static String title(ResolvedItem item, WebWords words) {
        var title = item.item().title().in(words.language());
        if (item.item().kind() == Item.Kind.EXERCISE) {
            return title;
        }
        var plain = BREAKS.matcher(MARKS.matcher(title).replaceAll("")).replaceAll(" ").strip();
        return plain.codePointCount(0, plain.length()) <= LENGTH_MAX ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LENGTH_MAX)).strip() + "…";
    }
}
