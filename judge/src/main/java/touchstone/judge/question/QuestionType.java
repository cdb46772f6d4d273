package touchstone.judge.question;

import java.util.Locale;

/// What kind of answer a question asks for.
public enum QuestionType {
    NUMERIC, SINGLE, MULTIPLE, ORDERING, FORMULA, TEXT, DESIGN;

    public static QuestionType of(Key key) {
        return switch (key) {
            case Key.Numeric _ -> NUMERIC;
            case Key.Single _ -> SINGLE;
            case Key.Multiple _ -> MULTIPLE;
            case Key.Ordering _ -> ORDERING;
            case Key.Formula _ -> FORMULA;
            case Key.Open(boolean scenario, _) -> scenario ? DESIGN : TEXT;
        };
    }

    /// As written in the files of chapters and in reports.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
