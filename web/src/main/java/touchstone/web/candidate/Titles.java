package touchstone.web.candidate;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import touchstone.judge.interview.Item;
import touchstone.judge.text.Language;
import touchstone.web.markup.Beginning;
import touchstone.web.markup.Markup;

/// Items in one line. Questions have no titles, so the beginning of what they ask stands in.
final class Titles {
    private final Markup markup;

    Titles(Markup markup) {
        this.markup = markup;
    }

    SafeString of(Item item, Language language) {
        var text = item.title().in(language);
        return new SafeString(markup.line(item.kind() == Item.Kind.EXERCISE ? text : Beginning.of(text)));
    }
}
