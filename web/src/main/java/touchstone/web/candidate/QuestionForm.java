package touchstone.web.candidate;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import java.util.regex.Pattern;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.text.Language;
import touchstone.web.markup.Markup;

/// What a page asks, and what was answered so far. Made of what a candidate may see, and of nothing else.
///
/// @param kind of the question; the same word in templates, scripts and words
/// @param unit beside the field; empty for a plain number
/// @param variables that a formula may use, in the order in which they are shown
/// @param answer as it was typed or chosen
/// @param letters of the answer, where letters are asked for
/// @param most characters
record QuestionForm(
        String kind,
        SafeString prompt,
        String unit,
        List<Choice> choices,
        List<String> variables,
        String answer,
        List<String> letters,
        int most) {
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]+");

    record Choice(String letter, SafeString text) {}

    static QuestionForm of(Question question, String answer, Markup markup, Language language) {
        var key = question.key();
        return new QuestionForm(kind(key), new SafeString(markup.page(question.prompt().in(language))),
                unit(key), choices(key, markup, language), variables(key), answer, letters(answer),
                Length.most(key));
    }

    /// Of a question, whatever the answer.
    static String kind(Key key) {
        return switch (key) {
            case Key.Numeric _ -> "numeric";
            case Key.Single _ -> "single";
            case Key.Multiple _ -> "multiple";
            case Key.Ordering _ -> "ordering";
            case Key.Formula _ -> "formula";
            case Key.Open open -> open.scenario() ? "design" : "text";
        };
    }

    private static String unit(Key key) {
        return key instanceof Key.Numeric numeric ? numeric.unit() : "";
    }

    private static List<String> variables(Key key) {
        return key instanceof Key.Formula formula ? List.copyOf(formula.variables().keySet()) : List.of();
    }

    private static List<Choice> choices(Key key, Markup markup, Language language) {
        return options(key).stream()
                .map(option -> new Choice(option.letter(),
                        new SafeString(markup.line(option.text().in(language)))))
                .toList();
    }

    static List<Option> options(Key key) {
        return switch (key) {
            case Key.Single single -> single.options();
            case Key.Multiple multiple -> multiple.options();
            case Key.Ordering ordering -> ordering.options();
            case Key.Numeric _,Key.Formula _,Key.Open _ -> List.of();
        };
    }

    static List<String> letters(String answer) {
        return NO_LETTER.splitAsStream(answer).filter(letter -> !letter.isEmpty()).toList();
    }
}
