package touchstone.judge.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import touchstone.judge.question.Key;
import touchstone.judge.text.Words;

/// The right answers to questions, for people who may know them.
public final class KeyWords {
    private static final String GAP = "  ";

    private final Words words;

    /// @param words of every report, see [TextReport#words]
    public KeyWords(Words words) {
        this.words = words;
    }

    /// None for words, whose key points are a list of their own.
    public List<String> lines(Key key) {
        return switch (key) {
            case Key.Numeric numeric -> numeric(numeric);
            case Key.Single(_, String answer) -> List.of(answer);
            case Key.Multiple(_, var answer) ->
                List.of(answer.stream().sorted().collect(Collectors.joining(", ")));
            case Key.Ordering(_, List<String> answer) -> List.of(String.join(", ", answer));
            case Key.Formula formula -> formula(formula);
            case Key.Open _ -> List.of();
        };
    }

    private List<String> numeric(Key.Numeric key) {
        var value = (number(key.value()) + " " + key.unit()).strip();
        var accepted = value + GAP + tolerance(key.tolerance());
        return key.computation().isEmpty() ? List.of(accepted) : List.of(accepted, "= " + key.computation());
    }

    private List<String> formula(Key.Formula key) {
        var ranges = key.variables()
                .entrySet()
                .stream()
                .map(variable -> "%s ∈ [%s, %s]".formatted(variable.getKey(),
                        number(variable.getValue().low()), number(variable.getValue().high())))
                .collect(Collectors.joining(", "));
        return List.of(key.expression() + GAP + tolerance(key.tolerance()), ranges);
    }

    private String tolerance(Key.Tolerance tolerance) {
        if (tolerance.relative() > 0) {
            return words.say("key.relative",
                    plain(BigDecimal.valueOf(tolerance.relative()).movePointRight(2)));
        }
        return tolerance.absolute() > 0 ? words.say("key.absolute", number(tolerance.absolute()))
                : words.say("key.exact");
    }

    private static String number(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
