package touchstone.judge.formula;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be called in a formula.
public enum Function {
    EXP("Math.exp", 1, "exp"),
    LN("Math.log", 1, "ln", "log"),
    LOG2(JaninoCalculation.class.getName() + ".log2", 1, "log2"),
    LOG10("Math.log10", 1, "log10"),
    SQRT("Math.sqrt", 1, "sqrt"),
    ABS("Math.abs", 1, "abs"),
    MIN("Math.min", 2, "min"),
    MAX("Math.max", 2, "max"),
    SIN("Math.sin", 1, "sin"),
    COS("Math.cos", 1, "cos"),
    TAN("Math.tan", 1, "tan"),
    TANH("Math.tanh", 1, "tanh"),
    FLOOR("Math.floor", 1, "floor"),
    CEIL("Math.ceil", 1, "ceil"),
    /// Half to even.
    ROUND("Math.rint", 1, "round"),
    POW("Math.pow", 2, "pow");

    /// Beyond two, of the smallest and the largest; nested calls are what they become.
    private static final int ARGUMENTS_MAX = 16;

    private final String java;
    private final int least;
    private final String usualName;
    private final String otherName;

    Function(String java, int least, String usualName) {
        this(java, least, usualName, usualName);
    }

    Function(String java, int least, String usualName, String otherName) {
        this.java = java;
        this.least = least;
        this.usualName = usualName;
        this.otherName = otherName;
    }

    /// With `log_2` and `log_10`, which is what lowered digits become when they are typed.
    static Optional<Function> named(String name) {
        var folded = name.replace("_", "");
        return Stream.of(values()).filter(each -> each.names().anyMatch(folded::equals)).findFirst();
    }

    static List<String> allNames() {
        return Stream.of(values()).flatMap(Function::names).toList();
    }

    private Stream<String> names() {
        return Stream.of(usualName, otherName).distinct();
    }

    /// The spelling that a formula is shown back with.
    public String usualName() {
        return usualName;
    }

    String java() {
        return java;
    }

    int least() {
        return least;
    }

    boolean accepts(int arguments) {
        int most = this == MIN || this == MAX ? ARGUMENTS_MAX : least;
        return arguments >= least && arguments <= most;
    }
}
