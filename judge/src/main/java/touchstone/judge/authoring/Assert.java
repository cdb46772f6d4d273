package touchstone.judge.authoring;

import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/// Assertions for numbers and arrays. Each checks shape first, then non-finite
/// values, then `|actual - expected| <= tolerance.absolute + tolerance.relative
/// * |expected|`, and reports the worst index with both values and the error.
///   `null` where an array is due is an ordinary failure. -0.0 equals 0.0, an
///   infinity equals itself, and NaN is close to nothing but an expected NaN.
public final class Assert {
    private Assert() {}

    /// The catalogue's rule C12: 1e-9 absolute plus 1e-9 relative.
    public static final Tolerance DEFAULT = new Tolerance(1e-9, 1e-9);

    public record Tolerance(double absolute, double relative) {
        double around(double expected) {
            return absolute + relative * Math.abs(expected);
        }
    }

    /// `expected` and `actual` are of the same type: Double, double[], double[][],
    /// double[][][], or a record of those and of exact types, which is compared
    /// component by component.
    public static void assertClose(Object expected, @Nullable Object actual) {
        assertClose(expected, actual, DEFAULT);
    }

    public static void assertClose(Object expected, @Nullable Object actual, Tolerance tolerance) {
        new Comparison(tolerance).check(expected, actual);
    }

    /// Equal to the last bit (but -0.0 equals 0.0), for ints, booleans, strings,
    /// doubles that are copied rather than computed, arrays and records of these.
    public static void assertExact(Object expected, @Nullable Object actual) {
        new Comparison(new Tolerance(0, 0)).check(expected, actual);
    }

    /// No NaN, no infinity anywhere in `actual`, and no null.
    public static void assertFinite(@Nullable Object actual) {
        Finiteness.check("", actual);
    }

    /// As many rows, each of that many columns; null rows fail.
    public static void assertShape(int rows, int columns, double @Nullable [] @Nullable [] actual) {
        var expected = rows + " × " + columns;
        if (actual == null) {
            throw failure("expected " + expected + ", actual null", expected, "null");
        }
        if (actual.length != rows) {
            throw failure("expected %d rows, actual %d".formatted(rows, actual.length), expected,
                    Notation.of(actual));
        }
        for (int i = 0; i < rows; i++) {
            var row = actual[i];
            if (row == null || row.length != columns) {
                var found = row == null ? "null" : row.length + " columns";
                throw failure("at [%d]: expected %d columns, actual %s".formatted(i, columns, found),
                        expected, Notation.of(actual));
            }
        }
    }

    /// A property that must hold; the message says what was found, with numbers.
    // The annotation it asks for would put Error Prone on the class path of suites.
    @SuppressWarnings("AnnotateFormatMethod")
    public static void assertHolds(boolean property, String message, Object... arguments) {
        if (!property) {
            throw new AssertionFailedError(
                    arguments.length == 0 ? message : String.format(Locale.ROOT, message, arguments));
        }
    }

    /// The call must be refused with IllegalArgumentException.
    ///
    /// @param what the input that is wrong, for the message: "ratio = NaN"
    public static void assertRejects(String what, Executable call) {
        var expected = IllegalArgumentException.class.getSimpleName();
        try {
            call.execute();
        } catch (IllegalArgumentException refused) {
            return;
        } catch (Throwable other) {
            throw failure("%s: expected %s, actual %s".formatted(what, expected, other), expected,
                    other.toString());
        }
        throw failure("%s: expected %s, but the call returned".formatted(what, expected), expected,
                "no exception");
    }

    /// No call of this test so far changed its arguments or returned an array that
    /// it was given.
    public static void assertPure(Object candidate) {
        if (!Proxy.isProxyClass(candidate.getClass())
                || !(Proxy.getInvocationHandler(candidate) instanceof Purity purity)) {
            throw new IllegalArgumentException("assertPure takes the candidate that the test received");
        }
        purity.violation().ifPresent(violation -> {
            throw new AssertionFailedError(violation);
        });
    }

    static AssertionFailedError failure(String message, String expected, String actual) {
        return new AssertionFailedError(message, expected, actual);
    }
}
