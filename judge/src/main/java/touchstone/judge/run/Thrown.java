package touchstone.judge.run;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import touchstone.judge.authoring.CandidateException;
import touchstone.sandbox.Outcome.Threw;

/// Turns what a submission claims to have thrown into an exception for the suite.
/// Only a few types of the JDK become themselves; all others must not be able to
/// pass for an assertion of the suite or an error of the judge.
final class Thrown {
    private static final Map<String, Function<String, RuntimeException>> KNOWN = Map.of(
            "java.lang.IllegalArgumentException", IllegalArgumentException::new,
            "java.lang.IllegalStateException", IllegalStateException::new, "java.lang.NullPointerException",
            NullPointerException::new, "java.lang.ArithmeticException", ArithmeticException::new,
            "java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new,
            "java.lang.UnsupportedOperationException", UnsupportedOperationException::new,
            "java.lang.NegativeArraySizeException", NegativeArraySizeException::new,
            "java.lang.ClassCastException", ClassCastException::new, "java.util.NoSuchElementException",
            java.util.NoSuchElementException::new);

    private Thrown() {}

    /// The nearest of the thrown class and its ancestors that suites may catch.
    static RuntimeException toThrow(Threw threw) {
        var exception = threw.types()
                .stream()
                .flatMap(type -> Optional.ofNullable(KNOWN.get(type)).stream())
                .findFirst()
                .map(make -> make.apply(threw.message()))
                .orElseGet(() -> new CandidateException(type(threw), threw.message()));
        // Its frames would be the judge's own, and tell a suite's author nothing.
        exception.setStackTrace(new StackTraceElement[0]);
        return exception;
    }

    /// `ArithmeticException: / by zero, at Solution.prune:17`.
    static String describe(Threw threw) {
        var parts = new ArrayList<String>();
        parts.add(simple(type(threw)) + (threw.message().isEmpty() ? "" : ": " + threw.message()));
        threw.trace().stream().findFirst().ifPresent(frame -> parts.add("at " + frame));
        return String.join(", ", parts);
    }

    private static String type(Threw threw) {
        return threw.types().isEmpty() ? "an exception" : threw.types().getFirst();
    }

    private static String simple(String type) {
        return type.startsWith("java.") ? type.substring(type.lastIndexOf('.') + 1) : type;
    }
}
