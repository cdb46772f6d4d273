package touchstone.judge.formula;

import touchstone.judge.text.Hint;

/// Ends the reading of a formula at its first mistake; never leaves this package.
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Hint hint;

    UnreadableException(Hint hint) {
        super(hint.key(), null, false, false);
        this.hint = hint;
    }

    UnreadableException(Token at, String key, Object... arguments) {
        this(Hint.at(at.column(), key, arguments));
    }

    Hint hint() {
        return hint;
    }
}
