package touchstone.web.markup;

/// How much work the formulas of one text may make, in the interpreter's instructions, and how much HTML. A text of
/// ours takes a few million instructions, each million of which takes about 6 ms.
final class Allowance {
    private static final long FORMULA_MAX = 5_000_000;
    private static final long TEXT_MAX = 60_000_000;

    private static final long CHARACTERS_MAX = 2_000_000;

    private long left = TEXT_MAX;
    private long characters = CHARACTERS_MAX;

    boolean isSpent() {
        return left <= 0 || characters <= 0;
    }

    long ofOneFormula() {
        return Math.min(left, FORMULA_MAX);
    }

    /// Whether a formula that failed had all that any formula is given.
    boolean isFull() {
        return left >= FORMULA_MAX;
    }

    void spend(long instructions) {
        left -= instructions;
    }

    void write(int written) {
        characters -= written;
    }
}
