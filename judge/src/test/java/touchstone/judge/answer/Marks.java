package touchstone.judge.answer;

import touchstone.judge.formula.Evaluator;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// Marks as a line of a table has them.
final class Marks {
    static final String HINTS = "touchstone.judge.answer.hints";
    private static final Evaluator NEVER = (formula, _) -> {
        throw new AssertionError(formula + " is evaluated");
    };
    /// For answers that are no formulas.
    static final Marker MARKER = new Marker(NEVER, NEVER);

    private Marks() {}

    static String said(Hint hint, Language language) {
        return Words.of(HINTS, language).say(hint.key(), hint.arguments().toArray());
    }

    /// `right 280 GB`, `0.5 A, C`, `number.comma at 2`.
    static String line(Mark mark) {
        return switch (mark) {
            case Mark.Marked(double fraction, String understood) ->
                (fraction == 1 ? "right" : fraction == 0 ? "wrong" : String.valueOf(fraction)) + " "
                        + understood;
            case Mark.NoAnswer() -> "no answer";
            case Mark.Unreadable(Hint hint) -> hint.key() + " at " + hint.column();
            case Mark.WaitingForReview() -> "waiting";
        };
    }
}
