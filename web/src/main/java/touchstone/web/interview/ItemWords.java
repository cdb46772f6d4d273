package touchstone.web.interview;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Item;
import touchstone.judge.question.Key;
import touchstone.web.markup.Markup;
import touchstone.web.page.WebWords;

/// What is said about an item to whoever chooses among items. Nothing of it gives an answer away.
record ItemWords(Markup markup, WebWords words) {
    private static final int SHORT = 110;
    private static final Pattern MARKS = Pattern.compile("[`$*]|\\\\(?:mathrm|text)|[{}]|\\s*\\n\\s*");

    /// The title of an exercise; of a question, what it asks.
    SafeString title(Item item) {
        return new SafeString(markup.line(item.title().in(words.language())));
    }

    /// The same without formulas, cut, for lists that hold plain text only.
    String plainTitle(Item item) {
        var text = MARKS.matcher(item.title().in(words.language())).replaceAll("").strip();
        return text.codePointCount(0, text.length()) <= SHORT ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT)).strip() + "…";
    }

    /// Type, difficulty and what it counts for.
    String facts(Entry entry) {
        var facts = Stream.<String>builder().add(words.say("interview.type." + type(entry)));
        level(entry).ifPresent(level -> facts.add(words.say("interview.level", level)));
        return facts.add(dimensions(entry.item())).build().collect(Collectors.joining(" · "));
    }

    private String dimensions(Item item) {
        return item.split().size() == 1 ? dimension(item.split().keySet().iterator().next())
                : item.split()
                        .entrySet()
                        .stream()
                        .filter(share -> share.getValue() > 0)
                        .map(share -> dimension(share.getKey()) + " " + share.getValue() + "%")
                        .collect(Collectors.joining(words.say("interview.separator")));
    }

    String dimension(RubricDimension dimension) {
        return words.say("interview.dimension." + dimension.key());
    }

    static OptionalInt level(Entry entry) {
        return switch (entry) {
            case Entry.Coding(var exercise) -> OptionalInt.of(exercise.level());
            case Entry.Asked(var question) -> OptionalInt.of(question.level());
            case Entry.Planned _ -> OptionalInt.empty();
        };
    }

    /// `exercise`, `planned`, or the kind of a question's answer.
    static String type(Entry entry) {
        return switch (entry) {
            case Entry.Coding _ -> "exercise";
            case Entry.Planned _ -> "planned";
            case Entry.Asked(var question) -> type(question.key());
        };
    }

    private static String type(Key key) {
        return switch (key) {
            case Key.Numeric _ -> "numeric";
            case Key.Single _ -> "single";
            case Key.Multiple _ -> "multiple";
            case Key.Ordering _ -> "ordering";
            case Key.Formula _ -> "formula";
            case Key.Open open -> open.scenario() ? "design" : "text";
        };
    }
}
