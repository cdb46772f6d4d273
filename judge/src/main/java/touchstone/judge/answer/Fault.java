package touchstone.judge.answer;

import touchstone.judge.text.Hint;

/// Every reason why an answer cannot be read, each with its sentence in the bundle of hints.
enum Fault {
    TOO_LONG("answer.long"),
    NO_NUMBER("number.none"),
    NOT_FINITE("number.finite"),
    BEFORE_NUMBER("number.before"),
    SEVERAL_NUMBERS("number.several"),
    CALCULATION("number.calculation"),
    COMMA("number.comma"),
    NOT_DECIMAL("number.base"),
    DIVIDED_BY_ZERO("number.zero"),
    SIZE("number.size"),
    UNIT_UNKNOWN("unit.unknown"),
    UNIT_OTHER("unit.other"),
    UNIT_AMBIGUOUS("unit.ambiguous"),
    UNIT_NONE("unit.none"),
    NO_LETTER("choice.none"),
    UNKNOWN_LETTER("choice.letter"),
    CHARACTER("choice.character"),
    SEVERAL_LETTERS("choice.several"),
    LETTER_TWICE("choice.twice"),
    LETTER_MISSING("choice.missing"),
    NUMBERING("choice.numbering");

    private final String key;

    Fault(String key) {
        this.key = key;
    }

    Hint at(int column, Object... arguments) {
        return Hint.at(column, key, arguments);
    }

    String key() {
        return key;
    }
}
