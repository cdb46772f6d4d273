package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.Int8AffineParams;
import exercise.Int8AffineParams.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

class Int8AffineParamsSuite {
    /// Scales are as small as 1e-99: an absolute tolerance would accept anything.
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /// What is asked of a candidate in one call.
    private record Range(double min, double max, int qmin, int qmax) {
        double lo() {
            return Math.min(min, 0);
        }

        double hi() {
            return Math.max(max, 0);
        }

        int steps() {
            return qmax - qmin;
        }

        /// Where zero lies between the codes, counted from qmin.
        double offset() {
            return -lo() / (hi() - lo()) * steps();
        }
    }

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_examples_of_the_statement(Int8AffineParams candidate) {
        check(candidate, -1, 3, -128, 127, 4.0 / 255, -64);
        check(candidate, -1, 3, 0, 255, 4.0 / 255, 64);
    }

    @Test
    @Points(15)
    @About("positive")
    void a_range_above_zero_is_extended_down_to_zero(Int8AffineParams candidate) {
        check(candidate, 0.5, 2, 0, 255, 2.0 / 255, 0);
        check(candidate, 0.5, 2, -128, 127, 2.0 / 255, -128);
        check(candidate, 0, 5.1, -128, 127, 0.02, -128);
        check(candidate, 3, 3, 0, 255, 3.0 / 255, 0);
        check(candidate, 1000, 1001, -128, 127, 1001.0 / 255, -128);
    }

    @Test
    @Points(15)
    @About("negative")
    void a_range_below_zero_is_extended_up_to_zero(Int8AffineParams candidate) {
        check(candidate, -6, -2, -128, 127, 6.0 / 255, 127);
        check(candidate, -6, -2, 0, 255, 6.0 / 255, 255);
        check(candidate, -5.1, 0, -128, 127, 0.02, 127);
        check(candidate, -3, -3, 0, 255, 3.0 / 255, 255);
        check(candidate, -1001, -1000, -128, 127, 1001.0 / 255, 127);
    }

    @Test
    @Points(10)
    @About("degenerate")
    void a_range_without_width_has_scale_one(Int8AffineParams candidate) {
        for (int[] codes : new int[][] { { -128, 127 }, { 0, 255 }, { -127, 127 }, { 3, 10 } }) {
            check(candidate, 0, 0, codes[0], codes[1], 1, codes[0]);
            check(candidate, -0.0, 0, codes[0], codes[1], 1, codes[0]);
        }
        // Narrow is not the same as without width: 1e-30 * 255 / 255 and so on.
        check(candidate, 0, 2.55e-28, -128, 127, 1e-30, -128);
        check(candidate, -2.55e-28, 0, -128, 127, 1e-30, 127);
        check(candidate, -1e-90, 3e-90, 0, 255, 4e-90 / 255, 64);
    }

    @Test
    @Points(10)
    @About("codes")
    void other_widths_and_narrow_codes(Int8AffineParams candidate) {
        check(candidate, -1, 2, 0, 15, 0.2, 5);
        check(candidate, -1, 3, 0, 15, 4.0 / 15, 4);
        check(candidate, -1, 3, -8, 7, 4.0 / 15, -4);
        check(candidate, -127.5, 127.5, -127, 127, 255.0 / 254, 0);
        check(candidate, -1, 2, -127, 127, 3.0 / 254, -42);
        check(candidate, -1, 3, 0, 1, 4, 0);
        check(candidate, -3, 1, 0, 1, 4, 1);
        check(candidate, -1, 4, 10, 14, 1.25, 11);
        check(candidate, -1, 3, -32768, 32767, 4.0 / 65535, -16384);
        check(candidate, 0.25, 2, -32768, 32767, 2.0 / 65535, -32768);
    }

    @Test
    @Points(15)
    @About("properties")
    void random_ranges(Int8AffineParams candidate, Draw draw) {
        for (int round = 0; round < 500; round++) {
            Range range = draw(draw);
            Params actual = candidate.params(range.min, range.max, range.qmin, range.qmax);
            String call = "params(%s, %s, %d, %d)".formatted(range.min, range.max, range.qmin, range.qmax);
            assertHolds(actual != null, "%s is null", call);
            int zero = actual.zeroPoint();
            assertHolds(range.qmin <= zero && zero <= range.qmax, "%s: zero-point %d is no code", call, zero);
            assertExact(0.0, roundTrip(0, actual, range));
            assertReproduced(range.min, actual, range, call);
            assertReproduced(range.max, actual, range, call);
            assertClose(exactly(range), actual, RELATIVE);
        }
    }

    @Test
    @Points(5)
    @About("rounding")
    void halves_go_to_the_even_number(Int8AffineParams candidate) {
        // Scale 1, so lo / scale is lo itself.
        check(candidate, -0.5, 14.5, 0, 15, 1, 0);
        check(candidate, -1.5, 13.5, 0, 15, 1, 2);
        check(candidate, -2.5, 12.5, 0, 15, 1, 2);
        check(candidate, -7.5, 7.5, -8, 7, 1, 0);
        // An odd qmin tells whether lo / scale was rounded or the sum with qmin.
        check(candidate, -0.5, 14.5, -7, 8, 1, -7);
        check(candidate, -1.5, 13.5, 1, 16, 1, 3);
        // Scale 1/4.
        check(candidate, -0.625, 3.125, -5, 10, 0.25, -3);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(Int8AffineParams candidate) {
        // Whoever refuses everything has validated nothing.
        check(candidate, -1, 2, 0, 15, 0.2, 5);
        check(candidate, -2, -2, 0, 1, 2, 1);

        for (double bad : new double[] { NAN, INFINITY, -INFINITY }) {
            refuses(candidate, bad, 1, -128, 127);
            refuses(candidate, -1, bad, -128, 127);
            refuses(candidate, bad, bad, -128, 127);
        }
        refuses(candidate, -INFINITY, INFINITY, -128, 127);
        refuses(candidate, 3, -1, -128, 127);
        refuses(candidate, 2, 1, 0, 255);
        refuses(candidate, -1, -2, 0, 255);
        refuses(candidate, 1e-12, 0, 0, 255);
        refuses(candidate, -1, 3, 127, -128);
        refuses(candidate, -1, 3, 5, 5);
        refuses(candidate, 0, 0, 0, 0);
        refuses(candidate, 0, 0, 1, 0);
    }

    private static void check(Int8AffineParams candidate, double min, double max, int qmin, int qmax,
            double scale, int zeroPoint) {
        assertClose(new Params(scale, zeroPoint), candidate.params(min, max, qmin, qmax), RELATIVE);
    }

    private static void refuses(Int8AffineParams candidate, double min, double max, int qmin, int qmax) {
        String call = "params(%s, %s, %d, %d)".formatted(min, max, qmin, qmax);
        assertRejects(call, () -> candidate.params(min, max, qmin, qmax));
    }

    /// Both ends lie within half a step of what the grid makes of them.
    private static void assertReproduced(double x, Params params, Range range, String call) {
        double error = Math.abs(roundTrip(x, params, range) - x);
        double allowed = params.scale() / 2 * (1 + 1e-9);
        assertHolds(error <= allowed, "%s: %s comes back with error %s, more than half a step of %s", call, x,
                error, params.scale());
    }

    private static double roundTrip(double x, Params params, Range range) {
        double code = Math.rint(x / params.scale()) + params.zeroPoint();
        return (Math.clamp(code, range.qmin, range.qmax) - params.zeroPoint()) * params.scale();
    }

    /// The definition in exact arithmetic: lo / scale = lo * steps / (hi - lo).
    private static Params exactly(Range range) {
        var lo = new BigDecimal(range.lo());
        var width = new BigDecimal(range.hi()).subtract(lo);
        var steps = BigDecimal.valueOf(range.steps());
        int rounded = lo.multiply(steps).divide(width, 0, RoundingMode.HALF_EVEN).intValueExact();
        int zeroPoint = Math.clamp(range.qmin - rounded, range.qmin, range.qmax);
        return new Params((range.hi() - range.lo()) / range.steps(), zeroPoint);
    }

    /// Never so close to a half that the order of the operations could matter.
    private static Range draw(Draw draw) {
        while (true) {
            var range = candidateRange(draw);
            double fraction = range.offset() - Math.floor(range.offset());
            if (Math.abs(fraction - 0.5) > 1e-5 && range.hi() > range.lo()) {
                return range;
            }
        }
    }

    /// Every second one at a magnitude of its own, every second one within 8 bits.
    private static Range candidateRange(Draw draw) {
        double unit = draw.coin() ? 1 : Math.pow(10, draw.uniform(-95, 95));
        double a = draw.uniform(-4, 4) * unit;
        double b = draw.uniform(-4, 4) * unit;
        int steps = draw.coin() ? draw.integer(1, 255) : draw.integer(256, 65535);
        int qmin = switch (draw.integer(0, 2)) {
            case 0 -> -((steps + 1) / 2);
            case 1 -> Math.min(0, 32768 - steps);
            default -> draw.integer(-32768, 32768 - steps);
        };
        return new Range(Math.min(a, b), Math.max(a, b), qmin, qmin + steps);
    }
}
