package touchstone.web.author;

import java.util.List;
import java.util.Map;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionType;

/// A question with its key taken apart for the page.
///
/// @param options with whether they are right
/// @param order right order of the options' letters, empty if there is none
/// @param points key points
/// @param facts what else the key says, by the name of the fact
public record QuestionView(
        Question question,
        String type,
        List<Choice> options,
        String order,
        List<Key.KeyPoint> points,
        Map<String, String> facts) {
    public record Choice(Key.Option option, boolean right) {}

    static QuestionView of(Question question) {
        var type = QuestionType.of(question.key()).key();
        return switch (question.key()) {
            case Key.Numeric(var value, var unit, var tolerance, var computation) ->
                new QuestionView(question, type, List.of(), "", List.of(), Map.of("value", value + " " + unit,
                        "tolerance", tolerance(tolerance), "computation", computation));
            case Key.Single(var options, var answer) ->
                new QuestionView(question, type, choices(options, List.of(answer)), "", List.of(), Map.of());
            case Key.Multiple(var options, var answer) -> new QuestionView(question, type,
                    choices(options, List.copyOf(answer)), "", List.of(), Map.of());
            case Key.Ordering(var options, var answer) -> new QuestionView(question, type,
                    choices(options, List.of()), String.join(", ", answer), List.of(), Map.of());
            case Key.Formula(var variables, var expression, var tolerance, _) ->
                new QuestionView(question, type, List.of(), "", List.of(), Map.of("expression", expression,
                        "tolerance", tolerance(tolerance), "variables", ranges(variables)));
            case Key.Open(_, var points) -> new QuestionView(question, type, List.of(), "", points, Map.of());
        };
    }

    private static List<Choice> choices(List<Key.Option> options, List<String> right) {
        return options.stream().map(option -> new Choice(option, right.contains(option.letter()))).toList();
    }

    private static String ranges(Map<String, Key.Range> variables) {
        return String.join("; ",
                variables.entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().low() + " … "
                                + entry.getValue().high())
                        .toList());
    }

    private static String tolerance(Key.Tolerance tolerance) {
        if (tolerance.relative() > 0) {
            return "± " + tolerance.relative() * 100 + " %";
        }
        return tolerance.absolute() > 0 ? "± " + tolerance.absolute() : "0";
    }
}
