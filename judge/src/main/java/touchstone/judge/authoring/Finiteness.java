package touchstone.judge.authoring;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/// The walk behind [Assert#assertFinite].
final class Finiteness {
    private Finiteness() {}

    static void check(String at, @Nullable Object actual) {
        switch (actual) {
            case null -> fail(at, "null");
            case Double number when !Double.isFinite(number) -> fail(at, Notation.of(number));
            case double[] numbers -> checkAll(at, numbers);
            case Object[] rows -> {
                for (int i = 0; i < rows.length; i++) {
                    check(at + "[" + i + "]", rows[i]);
                }
            }
            case Record tuple -> {
                for (var component : tuple.getClass().getRecordComponents()) {
                    check(at + "." + component.getName(), Notation.get(tuple, component));
                }
            }
            default -> {
                // ints, booleans and strings are finite by nature
            }
        }
    }

    /// Apart from the general case, to spare a million boxed numbers and texts.
    private static void checkAll(String at, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                fail(at + "[" + i + "]", Notation.of(Array.get(numbers, i)));
            }
        }
    }

    private static void fail(String at, String actual) {
        throw Assert.failure(Comparison.where(at) + "expected a finite number, actual " + actual,
                "a finite number", actual);
    }
}
