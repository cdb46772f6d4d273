package touchstone.judge.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.opentest4j.AssertionFailedError;

class AssertTest {
    public record Grid(double scale, int zeroPoint, double[] row) {}

    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> DIFFERENT = List.of(
            Arguments.of(0.5, 0.25, "expected 0.5, actual 0.25, error 0.25 > 1.5e-9"),
            Arguments.of(0.0, Double.NaN, "expected 0.0, actual NaN"),
            Arguments.of(Double.NaN, 0.0, "expected NaN, actual 0.0"),
            Arguments.of(1.0, Double.POSITIVE_INFINITY, "expected 1.0, actual Infinity"),
            Arguments.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                    "expected -Infinity, actual Infinity"),
            Arguments.of(new double[]{1, 2}, new double[]{1, 2, 3}, "expected length 2, actual length 3"),
            Arguments.of(new double[]{1, 2}, null, "expected an array, actual null"),
            Arguments.of(new double[][]{{1}, {2}}, new double[][]{{1}, null},
                    "at [1]: expected an array, actual null"),
            Arguments.of(new double[][]{{1, 2}, {3, 4}}, new double[][]{{1, 2}, {3}},
                    "at [1]: expected length 2, actual length 1"),
            Arguments.of(new double[]{1, 2, 3}, new double[]{1.5, Double.NaN, 9},
                    "at [1]: expected 2.0, actual NaN"),
            Arguments.of(new double[][]{{1, 2}, {3, 4}}, new double[][]{{1.5, 2}, {3, 7}},
                    "at [1][1]: expected 4.0, actual 7.0, error 3.0 > 5e-9"),
            Arguments.of(new double[][][]{{{1}}}, new double[][][]{{{2}}},
                    "at [0][0][0]: expected 1.0, actual 2.0, error 1.0 > 2e-9"),
            Arguments.of(new int[]{1, 2}, new int[]{1, 3}, "at [1]: expected 2, actual 3"),
            Arguments.of("a", "b", "expected \"a\", actual \"b\""),
            Arguments.of(new Grid(1, 3, new double[]{1}), new Grid(1, 4, new double[]{1}),
                    "at zeroPoint: expected 3, actual 4"),
            Arguments.of(new Grid(1, 3, new double[]{1}), new Grid(1, 3, new double[]{2}),
                    "at row[0]: expected 1.0, actual 2.0, error 1.0 > 2e-9"));

    @ParameterizedTest
    @FieldSource("DIFFERENT")
    void a_difference_is_told_by_its_worst_place(Object expected, @Nullable Object actual, String message) {
        var failure = failure(() -> Assert.assertClose(expected, actual));
        assertThat(failure).hasMessage(message);
        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo(Notation.of(expected));
        assertThat(failure.getActual().getStringRepresentation()).isEqualTo(Notation.of(actual));
    }

    @Test
    void what_is_close_enough_passes() {
        assertThatCode(() -> {
            Assert.assertClose(1.0, 1 + 1.9e-9);
            Assert.assertClose(new double[]{-0.0, 1e12}, new double[]{0.0, 1e12 + 900});
            Assert.assertClose(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
            Assert.assertClose(Double.NaN, Double.NaN);
            Assert.assertClose(new double[0], new double[0]);
            Assert.assertExact(new double[]{0.0}, new double[]{-0.0});
            Assert.assertExact(new boolean[][]{{true}}, new boolean[][]{{true}});
        }).doesNotThrowAnyException();
    }

    @Test
    void exact_means_the_last_bit() {
        assertThat(failure(() -> Assert.assertExact(1.0, Math.nextUp(1.0))))
                .hasMessage("expected 1.0, actual 1.0000000000000002, error 2.22e-16");
    }

    @Test
    void a_suite_that_compares_different_types_is_wrong_itself() {
        assertThatIllegalArgumentException().isThrownBy(() -> Assert.assertClose(1, 1.0))
                .withMessageContaining("java.lang.Integer with java.lang.Double");
    }

    @Test
    void a_large_matrix_is_not_spelled_out() {
        var failure = failure(() -> Assert.assertClose(new double[1000][1000], new double[999][1000]));
        assertThat(failure.getExpected().getStringRepresentation()).hasSizeLessThan(600)
                .contains("… 1000 in all");
    }

    @Test
    void non_finite_numbers_and_nulls_are_found_anywhere() {
        assertThat(failure(() -> Assert.assertFinite(new double[][]{{1}, {2, Double.NaN}})))
                .hasMessage("at [1][1]: expected a finite number, actual NaN");
        assertThat(failure(() -> Assert.assertFinite(new double[][]{{1}, null})))
                .hasMessage("at [1]: expected a finite number, actual null");
        assertThat(failure(() -> Assert.assertFinite(new Grid(Double.NEGATIVE_INFINITY, 0, new double[0]))))
                .hasMessage("at scale: expected a finite number, actual -Infinity");
        assertThatCode(() -> Assert.assertFinite(new Grid(1, 0, new double[]{1}))).doesNotThrowAnyException();
    }

    @Test
    void shapes_are_checked_row_by_row() {
        assertThat(failure(() -> Assert.assertShape(2, 3, null))).hasMessage("expected 2 × 3, actual null");
        assertThat(failure(() -> Assert.assertShape(2, 3, new double[1][3])))
                .hasMessage("expected 2 rows, actual 1");
        assertThat(failure(() -> Assert.assertShape(2, 3, new double[][]{{1, 2, 3}, {1}})))
                .hasMessage("at [1]: expected 3 columns, actual 1 columns");
        assertThat(failure(() -> Assert.assertShape(2, 3, new double[][]{{1, 2, 3}, null})))
                .hasMessage("at [1]: expected 3 columns, actual null");
    }

    @Test
    void a_refusal_must_be_an_illegal_argument_exception() {
        assertThatCode(() -> Assert.assertRejects("ratio = 2", () -> {
            throw new IllegalArgumentException("ratio");
        })).doesNotThrowAnyException();
        assertThat(failure(() -> Assert.assertRejects("ratio = 2", () -> {})))
                .hasMessage("ratio = 2: expected IllegalArgumentException, but the call returned");
        assertThat(failure(() -> Assert.assertRejects("ratio = 2", () -> {
            throw new IllegalStateException("x");
        }))).hasMessage(
                "ratio = 2: expected IllegalArgumentException, actual java.lang.IllegalStateException: x");
    }

    @Test
    void properties_fail_with_their_numbers() {
        assertThat(failure(() -> Assert.assertHolds(false, "%d zeros, at least %d are due", 3, 4)))
                .hasMessage("3 zeros, at least 4 are due");
        assertThat(failure(() -> Assert.assertHolds(false, "100% wrong"))).hasMessage("100% wrong");
    }

    @Test
    void draws_depend_on_seed_and_test_alone() {
        Supplier<double[]> first = () -> Draw.of(7, "ties").vector(5, -1, 1);
        assertThat(first.get()).containsExactly(first.get());
        assertThat(first.get()).isNotEqualTo(Draw.of(8, "ties").vector(5, -1, 1));
        assertThat(first.get()).isNotEqualTo(Draw.of(7, "tie").vector(5, -1, 1));
        // Grading again after an upgrade must give the same numbers: this one is for ever.
        assertThat(Draw.of(7, "ties").integer(0, 1_000_000)).isEqualTo(GOLDEN);
        assertThat(Draw.of(1, "p").permutation(50)).doesNotHaveDuplicates().hasSize(50);
        assertThat(Draw.of(1, "i").integer(Integer.MIN_VALUE, Integer.MAX_VALUE)).isNotZero();
    }

    private static final int GOLDEN = 419_393;

    private static AssertionFailedError failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(AssertionFailedError.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
