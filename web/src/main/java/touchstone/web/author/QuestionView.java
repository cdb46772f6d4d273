package touchstone.web.author;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionType;

/// A question with its key taken apart for the page.
///
/// @param options with whether they are right
/// @param order right order of the options' letters, empty if there is none
/// @param points key points
/// @param facts what else the key says, by the name of the fact, in the order in which one reads it
public record QuestionView(
        Question question,
        String type,
        List<Choice> options,
        String order,
        List<Key.KeyPoint> points,
        SequencedMap<String, String> facts) {
    public record Choice(Key.Option option, boolean right) {}

    static QuestionView of(Question question) {
        var type = QuestionType.of(question.key()).key();
        return switch (question.key()) {
            case Key.Numeric(var value, var unit, var tolerance, var computation) ->
                stated(question, type, named("value", plain(value) + " " + unit, "tolerance",
                        tolerance(tolerance), "computation", computation));
            case Key.Single(var options, var answer) ->
                chosen(question, type, choices(options, List.of(answer)), "");
            case Key.Multiple(var options, var answer) ->
                chosen(question, type, choices(options, List.copyOf(answer)), "");
            case Key.Ordering(var options, var answer) ->
                chosen(question, type, choices(options, List.of()), String.join(", ", answer));
            case Key.Formula(var variables, var expression, var tolerance, _) ->
                stated(question, type, named("expression", expression, "variables", ranges(variables),
                        "tolerance", tolerance(tolerance)));
            case Key.Open(_, var points) -> new QuestionView(question, type, List.of(), "", points, named());
        };
    }

    private static QuestionView stated(Question question, String type, SequencedMap<String, String> facts) {
        return new QuestionView(question, type, List.of(), "", List.of(), facts);
    }

    private static QuestionView chosen(Question question, String type, List<Choice> options, String order) {
        return new QuestionView(question, type, options, order, List.of(), named());
    }

    private static SequencedMap<String, String> named(String... pairs) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return facts;
    }

    private static List<Choice> choices(List<Key.Option> options, List<String> right) {
        return options.stream().map(option -> new Choice(option, right.contains(option.letter()))).toList();
    }

    private static String ranges(Map<String, Key.Range> variables) {
        return String.join("; ",
                variables.entrySet()
                        .stream()
                        .map(entry -> "%s ∈ [%s, %s]".formatted(entry.getKey(), plain(entry.getValue().low()),
                                plain(entry.getValue().high())))
                        .toList());
    }

    private static String tolerance(Key.Tolerance tolerance) {
        if (tolerance.relative() > 0) {
            return "± " + plain(BigDecimal.valueOf(tolerance.relative()).movePointRight(2)) + " %";
        }
        return tolerance.absolute() > 0 ? "± " + plain(tolerance.absolute()) : "0";
    }

    private static String plain(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
