package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.FakeQuantSte;
import exercise.FakeQuantSte.Grad;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Gradients of the input are exact, all else has the default tolerance, 1e-9 absolute
/// plus 1e-9 relative: sums in another order stay below a ten-thousandth of it, single
/// precision exceeds it 10 times. Halves occur only with scales that are powers of two;
/// elsewhere quotients keep 1e-6 away from them.
class FakeQuantSteSuite {
    /// What is asked of a candidate beside the numbers.
    private record Grid(double scale, int zp, int qmin, int qmax) {}

    private static final Grid QUARTER = new Grid(0.25, 0, -8, 7);
    private static final Grid UNIT = new Grid(1, 0, -8, 7);

    @Test
    @Points(15)
    @About("example")
    @Sample
    void forward_and_the_example_of_the_statement(FakeQuantSte candidate) {
        double[] x = {-3, -0.9, 0, 0.26, 1, 5};
        assertClose(new double[]{-2, -1, 0, 0.25, 1, 1.75}, forward(candidate, QUARTER, x));
        Grad grad = candidate.backward(x, new double[]{1, 1, 1, 2, -1, 0.5}, 0.25, 0, -8, 7);
        assertClose(new Grad(new double[]{0, 1, 1, 2, -1, 0}, -4.98), grad);
        // Halves go to the even number; ends are kept, beyond them numbers are cut off.
        assertClose(new double[]{0, 2, 2, 0, -2, 7, 7, -8, -8, -7, 6},
                forward(candidate, UNIT, 0.5, 1.5, 2.5, -0.5, -1.5, 7.4, 900, -8.4, -1e12, -7.2, 5.5));
        assertClose(new double[]{0.3, 0, -0.6, 1.5},
                forward(candidate, new Grid(0.3, 2, 0, 7), 0.4, 0, -7, 9));
        assertClose(new double[]{-1}, forward(candidate, new Grid(1, 1, 0, 1), -0.7));
    }

    @Test
    @Points(20)
    @About("input")
    void upstream_passes_where_nothing_was_cut_off(FakeQuantSte candidate, Draw draw) {
        double[] x = {-100, -8, -3.2, 0, 4.9, 7, 100, 1e12, -1e12};
        double[] upstream = {5, -0.25, 3, 1e-9, -7, 0.5, 4, -3, 2};
        assertExact(new double[]{0, -0.25, 3, 1e-9, -7, 0.5, 0, 0, 0}, dx(candidate, UNIT, x, upstream));
        // The width of a step is no factor.
        assertExact(new double[]{3, 0, -2}, dx(candidate, new Grid(0.01, 0, -8, 7),
                new double[]{0.052, 0.2, -0.08}, new double[]{3, 4, -2}));
        assertExact(new double[]{6, -6, 6}, dx(candidate, new Grid(100, 0, -8, 7), new double[]{5, -712, 30},
                new double[]{6, -6, 6}));
        assertExact(new double[]{0, 0}, dx(candidate, UNIT, new double[]{8.2, -9.3}, new double[]{1, 1}));
        for (int round = 0; round < 30; round++) {
            Grid grid = grid(draw);
            double[] numbers = numbers(draw, grid, draw.integer(1, 12));
            double[] gradients = draw.vector(numbers.length, -2, 2);
            assertExact(expected(grid, numbers, gradients).dx(), dx(candidate, grid, numbers, gradients));
            assertClose(expected(grid, numbers), forward(candidate, grid, numbers));
        }
    }

    @Test
    @Points(10)
    @About("boundary")
    void the_rounded_code_decides(FakeQuantSte candidate) {
        double[] ones = {1, 1, 1, 1, 1, 1};
        assertExact(new double[]{1, 0, 1, 0, 1, 1},
                dx(candidate, UNIT, new double[]{7.4, 7.6, -8.4, -8.6, 7, -8}, ones));
        // 7.5 becomes 8, which is no code; -8.5 becomes -8, which is one.
        assertExact(new double[]{0, 1, 1, 1, 0, 0},
                dx(candidate, UNIT, new double[]{7.5, -8.5, 6.5, -7.5, 8.5, -9.5}, ones));
        assertExact(new double[]{0, 1, 0, 0, 1, 1}, dx(candidate, new Grid(1, 0, -7, 8),
                new double[]{-7.5, 8.5, -8.5, 9.5, 7.5, -6.5}, ones));
        // With a zero-point of 3 the codes -8 to 7 stand for -11 to 4.
        assertExact(new double[]{1, 0, 1, 0, 1, 1}, dx(candidate, new Grid(0.5, 3, -8, 7),
                new double[]{2.2, 2.3, -5.7, -5.8, 2, -5.5}, ones));
        // 4.5 becomes 4, -11.5 becomes -12: the quotient is rounded, not its sum with 3.
        assertExact(new double[]{1, 0, 0, 0, 1, 1}, dx(candidate, new Grid(0.5, 3, -8, 7),
                new double[]{2.25, -5.75, 2.75, -6.25, 1.75, -5.25}, ones));
    }

    @Test
    @Points(25)
    @About("scale")
    void the_scale_collects_from_three_zones(FakeQuantSte candidate, Draw draw) {
        // Inside: what rounding added, in steps.
        scaleOnly(candidate, UNIT, 3.3, 1, -0.3);
        scaleOnly(candidate, UNIT, 3.7, 1, 0.3);
        scaleOnly(candidate, UNIT, -3.3, 2, 0.6);
        scaleOnly(candidate, QUARTER, 0.3, -1, 0.2);
        scaleOnly(candidate, UNIT, 5, 1, 0);
        // Outside: the last step, however far the number lies beyond it.
        scaleOnly(candidate, UNIT, 7.6, 1, 7);
        scaleOnly(candidate, UNIT, 1e12, 0.5, 3.5);
        scaleOnly(candidate, QUARTER, -30, 3, -24);
        scaleOnly(candidate, UNIT, -8.6, 1, -8);
        // Beyond the ends, but rounded to them: the rounding counts, not the end.
        scaleOnly(candidate, UNIT, 7.4, 1, -0.4);
        scaleOnly(candidate, UNIT, -8.4, 1, 0.4);
        scaleOnly(candidate, new Grid(0.5, 3, -8, 7), 2.2, 1, -0.4);
        scaleOnly(candidate, UNIT, -8.5, 2, 1);
        scaleOnly(candidate, UNIT, 7.5, 2, 14);
        // The sum: 0.7 - 0.3 · 4 + 7 · 2 - 8 · 0.5
        assertClose(9.5, candidate.backward(new double[]{2.3, -1.6, 50, -50},
                new double[]{-7 / 3.0, 3, 2, 0.5}, 1, 0, -8, 7).dScale());
        // The same number twice counts twice: a sum, no mean.
        assertClose(14.0, candidate.backward(new double[]{9, 9}, new double[]{1, 1}, 1, 0, -8, 7).dScale());
        for (int round = 0; round < 30; round++) {
            Grid grid = grid(draw);
            double[] x = numbers(draw, grid, draw.integer(1, 12));
            double[] upstream = draw.vector(x.length, -2, 2);
            assertClose(expected(grid, x, upstream), backward(candidate, grid, x, upstream));
        }
    }

    @Test
    @Points(10)
    @About("zero")
    void zero_points_at_either_end_and_between(FakeQuantSte candidate) {
        double[] x = {-4, -0.3, 0, 0.8, 20};
        double[] ones = {1, 1, 1, 1, 1};
        // Codes for 0 to 15: 0.3 + 0 + 0.2 from inside, 0 from below, 15 from above.
        assertClose(new Grad(new double[]{0, 1, 1, 1, 0}, 15.5),
                backward(candidate, new Grid(1, 0, 0, 15), x, ones));
        assertClose(new double[]{0, 0, 0, 1, 15}, forward(candidate, new Grid(1, 0, 0, 15), x));
        // Codes for -15 to 0: nothing above 0.5 is left.
        assertClose(new Grad(new double[]{1, 1, 1, 0, 0}, 0.3),
                backward(candidate, new Grid(1, 15, 0, 15), x, ones));
        assertClose(new double[]{-4, 0, 0, 0, 0}, forward(candidate, new Grid(1, 15, 0, 15), x));
        // Codes for -3 to 12, from 0 on and from -7 on: only the difference counts.
        for (Grid grid : new Grid[]{new Grid(1, 3, 0, 15), new Grid(1, -4, -7, 8),
                new Grid(1, 103, 100, 115)}) {
            assertClose(new Grad(new double[]{0, 1, 1, 1, 0}, -3 + 0.3 + 0.2 + 12),
                    backward(candidate, grid, x, ones));
            assertClose(new double[]{-3, 0, 0, 1, 12}, forward(candidate, grid, x));
        }
        // A zero-point next to numbers beyond int.
        Grid high = new Grid(0.25, 100, 0, 255);
        assertClose(new Grad(new double[]{0, 0}, 155 - 100),
                backward(candidate, high, new double[]{1e12, -1e12},
                new double[]{1, 1}));
        assertClose(new double[]{38.75, -25}, forward(candidate, high, 1e12, -1e12));
        Grid low = new Grid(0.25, -100, -255, 0);
        assertClose(new Grad(new double[]{0, 0}, 100 - 155),
                backward(candidate, low, new double[]{1e12, -1e12},
                new double[]{1, 1}));
        assertClose(new double[]{25, -38.75}, forward(candidate, low, 1e12, -1e12));
    }

    @Test
    @Points(10)
    @About("properties")
    void idempotent_and_like_a_difference_quotient(FakeQuantSte candidate, Draw draw) {
        for (int round = 0; round < 20; round++) {
            Grid grid = grid(draw);
            double[] x = numbers(draw, grid, draw.integer(1, 12));
            double[] once = forward(candidate, grid, x);
            assertClose(expected(grid, x), once);
            assertClose(once, forward(candidate, grid, once));
            // What is cut off follows the scale; a little more of it cuts the same numbers off.
            double[] upstream = draw.vector(x.length, -2, 2);
            double h = grid.scale * 1e-7;
            double[] wider = forward(candidate, new Grid(grid.scale + h, grid.zp, grid.qmin, grid.qmax), x);
            double quotient = 0;
            for (int i = 0; i < x.length; i++) {
                boolean cut = expected(grid, x, upstream).dx()[i] == 0;
                upstream[i] = cut ? upstream[i] : 0;
                quotient += cut ? upstream[i] * (wider[i] - once[i]) / h : 0;
            }
            double slope = backward(candidate, grid, x, upstream).dScale();
            assertHolds(Math.abs(slope - quotient) <= 1e-4 * (1 + Math.abs(slope)),
                    "dScale %s, difference quotient %s", slope, quotient);
            // Twice the upstream, twice the gradients.
            double[] twice = Arrays.stream(upstream).map(gradient -> -2 * gradient).toArray();
            assertClose(-2 * slope, backward(candidate, grid, x, twice).dScale());
        }
        // Nothing is cut off, and yet dx is an array of its own; so is what forward leaves as it is.
        assertExact(new double[]{3, 4}, dx(candidate, UNIT, new double[]{1, 2}, new double[]{3, 4}));
        assertExact(new double[]{1, 2}, forward(candidate, UNIT, 1, 2));
        Grid grid = new Grid(0.01, -7, -128, 127);
        double[] many = numbers(draw, grid, 200_000);
        double[] upstream = draw.vector(200_000, -1, 1);
        assertClose(expected(grid, many), forward(candidate, grid, many));
        assertClose(expected(grid, many, upstream), backward(candidate, grid, many, upstream));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("errors")
    void invalid_input_is_refused(FakeQuantSte candidate) {
        double[] good = {1, -2};
        refuses(candidate, "x = null", null, good, UNIT);
        refuses(candidate, "no numbers", new double[0], new double[0], UNIT);
        for (double bad : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            refuses(candidate, "x with " + bad, new double[]{bad, 1}, good, UNIT);
            refuses(candidate, "x with " + bad, new double[]{1, bad}, good, UNIT);
            assertRejects("upstream with " + bad,
                    () -> backward(candidate, UNIT, good, new double[]{1, bad}));
            assertRejects("upstream with " + bad,
                    () -> backward(candidate, UNIT, good, new double[]{bad, 1}));
            refuses(candidate, "scale = " + bad, good, good, new Grid(bad, 0, -8, 7));
        }
        for (double bad : new double[]{0, -0.0, -1, -1e-100}) {
            refuses(candidate, "scale = " + bad, good, good, new Grid(bad, 0, -8, 7));
        }
        for (double[] bad : new double[][]{null, {}, {1}, {1, 2, 3}}) {
            assertRejects("upstream = " + Arrays.toString(bad), () -> backward(candidate, UNIT, good, bad));
        }
        refuses(candidate, "qmin = qmax", good, good, new Grid(1, 5, 5, 5));
        refuses(candidate, "qmin > qmax", good, good, new Grid(1, 0, 1, 0));
        refuses(candidate, "qmin > qmax", good, good, new Grid(1, 0, 7, -8));
        for (int zp : new int[]{-9, -128, 8, 127, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            refuses(candidate, "zp = " + zp, good, good, new Grid(1, zp, -8, 7));
        }
        refuses(candidate, "zp = 0 without a code", good, good, new Grid(1, 0, 1, 15));
        refuses(candidate, "zp = 0 without a code", good, good, new Grid(1, 0, -15, -1));
        // The smallest of everything is fine.
        assertClose(new Grad(new double[]{1}, 0), backward(candidate, new Grid(1, 1, 0, 1), new double[1],
                new double[]{1}));
    }

    private static double[] forward(FakeQuantSte candidate, Grid grid, double... x) {
        double[] y = candidate.forward(x, grid.scale, grid.zp, grid.qmin, grid.qmax);
        assertHolds(y != null && y.length == x.length, "one number for each number");
        return y;
    }

    private static Grad backward(FakeQuantSte candidate, Grid grid, double[] x, double[] upstream) {
        Grad grad = candidate.backward(x, upstream, grid.scale, grid.zp, grid.qmin, grid.qmax);
        assertHolds(grad != null && grad.dx() != null && grad.dx().length == x.length,
                "one gradient for each number");
        return grad;
    }

    private static double[] dx(FakeQuantSte candidate, Grid grid, double[] x, double[] upstream) {
        double[] gradients = upstream.length == x.length ? upstream : Arrays.copyOf(upstream, x.length);
        return backward(candidate, grid, x, gradients).dx();
    }

    private static void scaleOnly(FakeQuantSte candidate, Grid grid, double x, double upstream,
            double dScale) {
        assertClose(dScale, backward(candidate, grid, new double[]{x}, new double[]{upstream}).dScale());
    }

    private static void refuses(FakeQuantSte candidate, String what, double[] x, double[] upstream,
            Grid grid) {
        assertRejects(what, () -> candidate.forward(x, grid.scale, grid.zp, grid.qmin, grid.qmax));
        assertRejects(what, () -> candidate.backward(x, upstream, grid.scale, grid.zp, grid.qmin, grid.qmax));
    }

    /// The definition without rounding to even, for quotients that are no halves. A number is
    /// cut off if it lies more than half a step beyond the end.
    private static double[] expected(Grid grid, double[] x) {
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double low = (grid.qmin - grid.zp) * grid.scale;
            double high = (grid.qmax - grid.zp) * grid.scale;
            y[i] = Math.min(high, Math.max(low, Math.floor(x[i] / grid.scale + 0.5) * grid.scale));
        }
        return y;
    }

    private static Grad expected(Grid grid, double[] x, double[] upstream) {
        var dx = new double[x.length];
        double dScale = 0;
        for (int i = 0; i < x.length; i++) {
            double steps = x[i] / grid.scale;
            if (steps < grid.qmin - grid.zp - 0.5) {
                dScale += upstream[i] * (grid.qmin - grid.zp);
            } else if (steps > grid.qmax - grid.zp + 0.5) {
                dScale += upstream[i] * (grid.qmax - grid.zp);
            } else {
                dx[i] = upstream[i];
                dScale += upstream[i] * (Math.floor(steps + 0.5) - steps);
            }
        }
        return new Grad(dx, dScale);
    }

    private static Grid grid(Draw draw) {
        int qmin = draw.coin() ? draw.integer(-20, 10) : draw.integer(-300, 0);
        int qmax = qmin + draw.integer(1, draw.coin() ? 20 : 300);
        return new Grid(draw.uniform(0.01, 3), draw.integer(qmin, qmax), qmin, qmax);
    }

    /// A third of them beyond the ends, and none nearer to a half than 1e-6.
    private static double[] numbers(Draw draw, Grid grid, int length) {
        var x = new double[length];
        double width = grid.qmax - grid.qmin;
        for (int i = 0; i < length; i++) {
            double steps;
            do {
                steps = draw.uniform(grid.qmin - width / 4 - 1, grid.qmax + width / 4 + 1) - grid.zp;
            } while (Math.abs(Math.abs(steps - Math.rint(steps)) - 0.5) < 1e-4);
            x[i] = steps * grid.scale;
        }
        return x;
    }
}
