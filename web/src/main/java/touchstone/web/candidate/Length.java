package touchstone.web.candidate;

import touchstone.judge.interview.Entry;
import touchstone.judge.question.Key;
import touchstone.sandbox.Limits;

/// How long answers may be: no longer than their judge reads.
final class Length {
    private static final int SHORT = 200;
    private static final int FORMULA = 1000;
    private static final int WORDS = 20_000;
    /// No character takes less than a byte, and the desk counts those.
    private static final int CODE = Limits.defaults().source().total().toInt();

    private Length() {}

    static int most(Entry entry) {
        return switch (entry) {
            case Entry.Asked(var question) -> most(question.key());
            case Entry.Coding _,Entry.Planned _ -> CODE;
        };
    }

    static int most(Key key) {
        return switch (key) {
            case Key.Numeric _,Key.Single _,Key.Multiple _,Key.Ordering _ -> SHORT;
            case Key.Formula _ -> FORMULA;
            case Key.Open _ -> WORDS;
        };
    }
}
