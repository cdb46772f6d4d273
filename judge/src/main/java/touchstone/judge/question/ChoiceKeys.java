package touchstone.judge.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import touchstone.judge.question.Key.Option;
import touchstone.judge.yaml.Fields;

/// Reads options and the letters of the right ones.
final class ChoiceKeys {
    private static final int OPTIONS_MIN = 3;
    private static final int OPTIONS_MAX = 8;

    private final Fields key;
    private final List<Option> options;

    /// @param item with the list `options` and the mapping `key`
    ChoiceKeys(Fields item) {
        options = options(item);
        key = item.fields("key").knowing(List.of("answer"));
    }

    Key.Single single() {
        var letter = key.string("answer", "the letter of the right option");
        known(letter.isEmpty() ? List.of() : List.of(letter));
        return new Key.Single(options, letter);
    }

    Key.Multiple multiple() {
        var letters = Set.copyOf(known(key.present() ? key.strings("answer") : List.of()));
        if (!options.isEmpty() && letters.size() == options.size()) {
            key.problem(key.line("answer"), "every option is right; add a wrong one");
        }
        return new Key.Multiple(options, letters);
    }

    Key.Ordering ordering() {
        var order = known(key.present() ? key.strings("answer") : List.of());
        if (order.isEmpty() || options.isEmpty()) {
            return new Key.Ordering(options, order);
        }
        if (order.size() < options.size()) {
            key.problem(key.line("answer"), "'key.answer' must name each of the options once");
        } else if (order.equals(options.stream().map(Option::letter).toList())) {
            key.problem(key.line("answer"), "the options are shown in the right order; shuffle them");
        }
        return new Key.Ordering(options, order);
    }

    /// The letters, each of which must be an option's and may come once.
    private List<String> known(List<String> letters) {
        for (var letter : letters) {
            if (options.stream().noneMatch(option -> option.letter().equals(letter))) {
                key.problem(key.line("answer"), "'" + letter + "' is the letter of no option");
            }
        }
        if (new HashSet<>(letters).size() < letters.size()) {
            key.problem(key.line("answer"), "'key.answer' names an option twice");
        }
        return letters;
    }

    private static List<Option> options(Fields item) {
        var list = item.list("options");
        if (item.has("options")
                && !list.isEmpty()
                && (list.size() < OPTIONS_MIN || list.size() > OPTIONS_MAX)) {
            item.problem(item.line("options"),
                    "there are %d options; give %d to %d".formatted(list.size(), OPTIONS_MIN, OPTIONS_MAX));
        }
        var options = new ArrayList<Option>();
        for (var fields : list) {
            options.add(option(fields, String.valueOf((char) ('A' + options.size())), options));
        }
        return options;
    }

    private static Option option(Fields fields, String expected, List<Option> earlier) {
        fields.knowing(List.of("k", "zh", "en"));
        var letter = fields.string("k", "the letter " + expected);
        if (!letter.isEmpty() && !letter.equals(expected)) {
            fields.problem(fields.line(), "option '%s' comes where %s is due; use the letters in order"
                    .formatted(letter, expected));
        }
        var option = new Option(letter, Bilingual.within(fields, "option " + expected));
        if (earlier.stream()
                .map(Option::text)
                .anyMatch(text -> text.zh().equals(option.text().zh())
                        || text.en().equals(option.text().en()))) {
            fields.problem(fields.line(), "option " + expected + " says the same as an earlier one");
        }
        return option;
    }
}
