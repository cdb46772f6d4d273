package touchstone.judge.authoring;

import org.junit.jupiter.api.function.Executable;

/// Assertions for numbers and arrays. Each checks shape first, then non-finite values, then
/// `|actual - expected| <= tolerance.absolute + tolerance.relative * |expected|`, and reports the
/// worst index with both values and the error. `null` where an array is due is an ordinary
/// failure. -0.0 equals 0.0, an infinity equals itself.
public final class Assert {
    private Assert() {}

    /// The catalogue's rule C12: 1e-9 absolute plus 1e-9 relative.
    public static final Tolerance DEFAULT = new Tolerance(1e-9, 1e-9);

    public record Tolerance(double absolute, double relative) {}

    /// `expected` and `actual` are of the same type: Double, double[], double[][], double[][][],
    /// or a record of those and of exact types, which is compared component by component.
    public static void assertClose(Object expected, Object actual) {
        assertClose(expected, actual, DEFAULT);
    }

    public static void assertClose(Object expected, Object actual, Tolerance tolerance) {
        throw new UnsupportedOperationException();
    }

    /// Equal to the last bit (but -0.0 equals 0.0), for ints, booleans, strings, doubles that are
    /// copied rather than computed, arrays and records of these.
    public static void assertExact(Object expected, Object actual) {
        throw new UnsupportedOperationException();
    }

    /// No NaN, no infinity anywhere in `actual`, and no null.
    public static void assertFinite(Object actual) {
        throw new UnsupportedOperationException();
    }

    /// As many rows, each of that many columns; null rows fail.
    public static void assertShape(int rows, int columns, double[][] actual) {
        throw new UnsupportedOperationException();
    }

    /// A property that must hold; the message says what was found, with numbers.
    public static void assertHolds(boolean property, String message, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /// The call must be refused with IllegalArgumentException.
    ///
    /// @param what the input that is wrong, for the message: "ratio = NaN"
    public static void assertRejects(String what, Executable call) {
        throw new UnsupportedOperationException();
    }

    /// No call of this test so far changed its arguments or returned an array that it was given.
    public static void assertPure(Object candidate) {
        throw new UnsupportedOperationException();
    }
}
