package touchstone.judge.authoring;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import touchstone.judge.authoring.Assert.Tolerance;

/// One comparison of an expected value with an actual one: shapes, then
/// non-finite numbers, then the worst error.
final class Comparison {
    private final Tolerance tolerance;
    private double worst = Double.NEGATIVE_INFINITY;
    private @Nullable Mismatch mismatch;

    /// The worst pair of numbers so far, as indices into the outer arrays.
    private record Mismatch(String at, double expected, double actual) {}

    Comparison(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    void check(Object expected, @Nullable Object actual) {
        try {
            checkShape("", expected, actual);
            checkNumbers("", expected, Objects.requireNonNull(actual));
        } catch (AssertionFailedError partial) {
            // The failure tells one place; people want to see the whole beside it.
            throw Assert.failure(String.valueOf(partial.getMessage()), Notation.of(expected),
                    Notation.of(actual));
        }
        if (mismatch != null) {
            throw Assert.failure(describe(mismatch), Notation.of(expected), Notation.of(actual));
        }
    }

    /// Same nesting, same lengths, no null; exact types are compared on the way.
    private void checkShape(String at, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null) {
            throw new IllegalArgumentException("the suite expects null" + at);
        }
        if (actual == null) {
            throw fail(at, expected.getClass().isArray() ? "an array" : Notation.of(expected), "null");
        }
        if (expected.getClass() != actual.getClass()) {
            throw new IllegalArgumentException("the suite compares %s with %s"
                    .formatted(expected.getClass().getTypeName(), actual.getClass().getTypeName()));
        }
        if (expected.getClass().isArray()) {
            checkLength(at, expected, actual);
            if (expected instanceof Object[] rows) {
                for (int i = 0; i < rows.length; i++) {
                    checkShape(at + "[" + i + "]", rows[i], Array.get(actual, i));
                }
            } else if (!(expected instanceof double[])) {
                checkExactArray(at, expected, actual);
            }
        } else if (expected instanceof Record tuple) {
            for (var component : tuple.getClass().getRecordComponents()) {
                checkShape(at + "." + component.getName(), Notation.get(tuple, component),
                        Notation.get((Record) actual, component));
            }
        } else if (!(expected instanceof Double) && !expected.equals(actual)) {
            throw fail(at, Notation.of(expected), Notation.of(actual));
        }
    }

    private static void checkLength(String at, Object expected, Object actual) {
        int due = Array.getLength(expected);
        int length = Array.getLength(actual);
        if (due != length) {
            throw fail(at, "length " + due, "length " + length);
        }
    }

    private static void checkExactArray(String at, Object expected, Object actual) {
        for (int i = 0; i < Array.getLength(expected); i++) {
            if (!Array.get(expected, i).equals(Array.get(actual, i))) {
                throw fail(at + "[" + i + "]", Notation.of(Array.get(expected, i)),
                        Notation.of(Array.get(actual, i)));
            }
        }
    }

    private void checkNumbers(String at, Object expected, Object actual) {
        switch (expected) {
            case Double number -> checkNumber(at, -1, number, (Double) actual);
            case double[] numbers -> {
                var others = (double[]) actual;
                for (int i = 0; i < numbers.length; i++) {
                    checkNumber(at, i, numbers[i], others[i]);
                }
            }
            case Object[] rows -> {
                for (int i = 0; i < rows.length; i++) {
                    checkNumbers(at + "[" + i + "]", rows[i], Array.get(actual, i));
                }
            }
            case Record tuple -> {
                for (var component : tuple.getClass().getRecordComponents()) {
                    checkNumbers(at + "." + component.getName(),
                            Objects.requireNonNull(Notation.get(tuple, component)),
                            Objects.requireNonNull(Notation.get((Record) actual, component)));
                }
            }
            default -> {
                // exact types were compared together with the shape
            }
        }
    }

    /// @param index within the innermost array, -1 for a number that is in none
    private void checkNumber(String at, int index, double expected, double actual) {
        if (expected == actual || (Double.isNaN(expected) && Double.isNaN(actual))) {
            return;
        }
        if (!Double.isFinite(expected) || !Double.isFinite(actual)) {
            throw fail(index < 0 ? at : at + "[" + index + "]", Notation.of(expected), Notation.of(actual));
        }
        double excess = Math.abs(actual - expected) - tolerance.around(expected);
        if (excess > 0 && excess > worst) {
            worst = excess;
            mismatch = new Mismatch(index < 0 ? at : at + "[" + index + "]", expected, actual);
        }
    }

    private String describe(Mismatch found) {
        var due = tolerance.around(found.expected);
        return "%sexpected %s, actual %s, error %s%s".formatted(where(found.at), found.expected, found.actual,
                number(Math.abs(found.actual - found.expected)), due == 0 ? "" : " > " + number(due));
    }

    /// Three digits are enough to judge an error: `0.25`, `3.0`, `1.5e-9`.
    private static String number(double value) {
        return Double.toString(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                .replace(".0E", "e")
                .replace('E', 'e');
    }

    private static AssertionFailedError fail(String at, String expected, String actual) {
        return Assert.failure("%sexpected %s, actual %s".formatted(where(at), expected, actual), expected,
                actual);
    }

    /// `"at [2][3]: "`, or nothing for a value that has no inside.
    static String where(String at) {
        return at.isEmpty() ? "" : "at " + (at.startsWith(".") ? at.substring(1) : at) + ": ";
    }
}
