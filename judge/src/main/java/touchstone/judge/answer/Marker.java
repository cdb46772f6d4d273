package touchstone.judge.answer;

import touchstone.judge.formula.Evaluator;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.text.Hint;
import touchstone.judge.unit.Unit;

/// Marks answers against keys.
public final class Marker {
    /// More is no number and no choice.
    private static final int CHARACTERS_MAX = 200;
    static final Hint TOO_LONG = Fault.TOO_LONG.at(0, Integer.toString(CHARACTERS_MAX));

    private final FormulaMarking formulas;

    /// Marks with these evaluators.
    ///
    /// @param candidates evaluates what candidates wrote, and never sees a key
    /// @param authors evaluates keys
    public Marker(Evaluator candidates, Evaluator authors) {
        formulas = new FormulaMarking(candidates, authors);
    }

    /// Marks one answer.
    ///
    /// @param answer as typed or chosen: a number with or without unit, letters of options, an expression, words
    /// @param seed of the random points at which formulas are compared
    public Mark mark(Question question, String answer, long seed) {
        if (Typed.blank(answer)) {
            return new Mark.NoAnswer();
        }
        return switch (question.key()) {
            case Key.Numeric key -> tooLong(answer) ? refused() : numeric(key, answer);
            case Key.Single key -> tooLong(answer) ? refused() : ChoiceMarking.mark(key, answer);
            case Key.Multiple key -> tooLong(answer) ? refused() : ChoiceMarking.mark(key, answer);
            case Key.Ordering key -> tooLong(answer) ? refused() : ChoiceMarking.mark(key, answer);
            case Key.Formula key -> formulas.mark(question, key, answer, seed);
            case Key.Open _ -> new Mark.WaitingForReview();
        };
    }

    private static Mark numeric(Key.Numeric key, String answer) {
        return switch (QuantityReader.read(answer, unit(key.unit()))) {
            case Quantity.Read read ->
                new Mark.Marked(key.tolerance().accepts(key.value(), read.value().doubleValue()) ? 1 : 0,
                        read.understood());
            case Quantity.Unread(Hint hint) -> new Mark.Unreadable(hint);
        };
    }

    static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow(() -> new IllegalArgumentException("unit " + symbol));
    }

    static boolean tooLong(String answer) {
        return answer.length() > CHARACTERS_MAX;
    }

    private static Mark refused() {
        return new Mark.Unreadable(TOO_LONG);
    }
}
