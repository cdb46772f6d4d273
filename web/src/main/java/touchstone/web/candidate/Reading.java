package touchstone.web.candidate;

import java.util.List;
import touchstone.judge.answer.Understanding;
import touchstone.judge.formula.Formula;
import touchstone.judge.question.Key;
import touchstone.judge.report.Hints;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.web.markup.FormulaView;
import touchstone.web.markup.Markup;

/// How an answer is understood, which says nothing about whether it is right. What does not apply is empty.
///
/// @param understood in one spelling
/// @param hint why it cannot be read
/// @param column where, from 1; 0 if it concerns the whole
/// @param html to be shown
record Reading(String understood, String hint, int column, String html) {
    static final Reading NOTHING = new Reading("", "", 0, "");

    static Reading of(Key key, String content, Markup markup, Language language) {
        if (content.isBlank() || content.length() > Length.most(key)) {
            return NOTHING;
        }
        return switch (key) {
            case Key.Numeric numeric -> number(numeric.unit(), content, language);
            case Key.Formula formula -> formula(List.copyOf(formula.variables().keySet()), content, language);
            case Key.Open _ -> new Reading("", "", 0, markup.page(content));
            case Key.Single _,Key.Multiple _,Key.Ordering _ -> NOTHING;
        };
    }

    private static Reading number(String unit, String content, Language language) {
        return switch (Understanding.of(content, unit)) {
            case Understanding.Understood(var spelling) -> new Reading(spelling, "", 0, "");
            case Understanding.NotUnderstood(var hint) -> unread(hint, language);
        };
    }

    private static Reading formula(List<String> variables, String content, Language language) {
        return switch (Formula.read(content, variables)) {
            case Formula.Reading.Read(var formula) ->
                new Reading(formula.normalised(), "", 0, FormulaView.mathml(formula));
            case Formula.Reading.Unreadable(var hint) -> unread(hint, language);
        };
    }

    private static Reading unread(Hint hint, Language language) {
        return new Reading("", Hints.say(hint, language), hint.column(), "");
    }
}
