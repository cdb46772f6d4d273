package touchstone.judge.formula;

import touchstone.judge.text.Hint;

/// A piece of a formula.
sealed interface Token {
    /// Where it begins, from 1.
    int column();

    /// As it was written, but in usual characters.
    String text();

    record Numeral(int column, String text, double value) implements Token {}

    record Name(int column, String text) implements Token {}

    /// An exponent in raised digits.
    record Raised(int column, String text, double value) implements Token {}

    /// An operator, a bracket, a comma; all spellings of one operator have the same symbol.
    record Symbol(int column, String text, char symbol) implements Token {}

    /// What cannot be part of a formula. The parser decides whether it comes so far as to mind.
    record Wrong(int column, String text, Hint hint) implements Token {}

    record End(int column) implements Token {
        @Override
        public String text() {
            return "";
        }
    }

    default boolean is(char symbol) {
        return this instanceof Symbol(var _, var _, char own) && own == symbol;
    }
}
