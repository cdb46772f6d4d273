package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.QuantRoundtrip;
import exercise.QuantRoundtrip.Report;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Codes and counts are exact, everything else has the default tolerance, 1e-9
/// absolute plus 1e-9 relative: sums in another order, with compensation or of roots
/// stay below a thousandth of it, single precision exceeds it 10 times in the worked
/// example. Where a quotient is a half, or nothing may be lost, the scale is a power
/// of two; elsewhere quotients keep 1e-6 away from halves.
class QuantRoundtripSuite {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /// What is asked of a candidate beside the numbers.
    private record Grid(double scale, int zp, int qmin, int qmax) {}

    private static final Grid NIBBLE = new Grid(1, 0, -8, 7);

    @Test
    @Points(20)
    @About("example")
    @Sample
    void the_example_of_the_statement(QuantRoundtrip candidate) {
        double[] x = {-1, -0.3, 0, 0.125, 0.375, 2.9, 5};
        int[] codes = {-8, -5, -4, -4, -2, 7, 7};
        double[] back = {-1, -0.25, 0, 0, 0.5, 2.75, 2.75};
        assertClose(new Report(codes, back, 0.73125, 2.25, 8.306176487247605, 2),
                ask(candidate, new Grid(0.25, -4, -8, 7), x));
    }

    @Test
    @Points(20)
    @About("clipping")
    void only_what_is_cut_off_is_saturated(QuantRoundtrip candidate) {
        double[] ends = {7, 7.4, 7.6, 8, -8, -8.4, -8.6, -9, 0};
        codes(candidate, NIBBLE, ends, 4, 7, 7, 7, 7, -8, -8, -8, -8, 0);
        // The zero-point moves the codes; what reaches their ends moves with it.
        codes(candidate, new Grid(1, 5, -8, 7), new double[]{2, 2.4, 2.6, 3, -13, -13.4, -13.6, -14, 7}, 5,
                7, 7, 7, 7, -8, -8, -8, -8, 7);
        codes(candidate, new Grid(0.5, 3, 0, 15), new double[]{6, 6.3, -1.5, -1.8, 6.2, -1.7}, 2,
                15, 15, 0, 0, 15, 0);
        // Zero-points at either end: everything on one side of 0 is cut off.
        codes(candidate, new Grid(1, 0, 0, 15), new double[]{-1, -0.4, -100, 3, 15, 16}, 3,
                0, 0, 0, 3, 15, 15);
        codes(candidate, new Grid(1, 15, 0, 15), new double[]{1, 0.4, 100, -3, -15, -16}, 3,
                15, 15, 15, 12, 0, 0);
        // Halves at the ends: 7.5 becomes 8, which is no code, and -8.5 becomes -8, which is one.
        codes(candidate, NIBBLE, new double[]{7.5, -8.5, 6.5, -7.5}, 1, 7, -8, 6, -8);
        // An odd zero-point tells whether the quotient was rounded or the sum.
        codes(candidate, new Grid(0.25, 3, 0, 255), new double[]{0.125, 0.375, -0.125, -0.375, 0.625}, 0,
                3, 5, 3, 1, 5);
        codes(candidate, new Grid(1, -1, -1, 0), new double[]{1, 2, 0, -1, 0.4}, 2, 0, 0, -1, -1, -1);
        codes(candidate, new Grid(0.5, 0, -32768, 32768), new double[]{16384, 16384.5, -16384, -16385}, 2,
                32768, 32768, -32768, -32768);
    }

    @Test
    @Points(15)
    @About("errors")
    void mean_square_and_largest_error(QuantRoundtrip candidate, Draw draw) {
        // errors 0.25, -0.25, 0.5, -3
        errors(candidate, NIBBLE, new double[]{1.25, -3.25, 2.5, -11}, 9.375 / 4, 3);
        errors(candidate, NIBBLE, new double[]{11, 0.25}, 16.0625 / 2, 4);
        errors(candidate, NIBBLE, new double[]{-0.375}, 0.140625, 0.375);
        errors(candidate, NIBBLE, new double[]{0.25, -4, 3, 0}, 0.015625, 0.25);
        // cut off at 0 on this side: errors 3, -1, 5
        errors(candidate, new Grid(4, 1, -2, 1), new double[]{3, -13, 5}, (9 + 1 + 25) / 3.0, 5);
        for (int round = 0; round < 60; round++) {
            Grid grid = grid(draw);
            double[] x = numbers(draw, grid, draw.integer(1, 12));
            assertClose(expected(grid, x), ask(candidate, grid, x));
        }
    }

    @Test
    @Points(15)
    @About("ratio")
    void the_ratio_is_in_decibels(QuantRoundtrip candidate, Draw draw) {
        // Squares of the numbers to squares of the errors: 6.25 to 0.25, 50.5 to 0.5, and so on.
        ratio(candidate, NIBBLE, new double[]{2.5}, 10 * Math.log10(25));
        ratio(candidate, new Grid(1, 0, -128, 127), new double[]{0.5, -0.5, 7, 1, 0},
                10 * Math.log10(101));
        ratio(candidate, new Grid(1, 0, -128, 127), new double[]{70, 10, 0.5, 0.25, -0.25},
                10 * Math.log10(5000.375 / 0.375));
        ratio(candidate, NIBBLE, new double[]{0.25, 0.375}, 0);
        ratio(candidate, new Grid(1, 0, 0, 15), new double[]{-12, -7}, 0);
        // The mean of the numbers does not matter: 3² + 1² to 1² + 1².
        ratio(candidate, new Grid(2, 0, 0, 1), new double[]{3, 1}, 10 * Math.log10(5));
        // Nothing is lost on the grid, whatever its step and zero-point.
        ratio(candidate, NIBBLE, new double[]{-8, 7, 3, 0}, INFINITY);
        ratio(candidate, new Grid(0x1p-30, 100, 0, 255), new double[]{0x1p-30, -0x64p-30, 0x9bp-30},
                INFINITY);
        ratio(candidate, new Grid(64, -3, -8, 7), new double[]{640, -320}, INFINITY);
        // A small error is an error.
        ratio(candidate, NIBBLE, new double[]{4 + 0x1p-26}, 20 * Math.log10(0x1p28 + 1));
        ratio(candidate, new Grid(1e-40, 0, -8, 7), new double[]{3.25e-40, -5e-40},
                10 * Math.log10((3.25 * 3.25 + 25) * 16));
        for (int round = 0; round < 30; round++) {
            Grid grid = grid(draw);
            double[] x = numbers(draw, grid, draw.integer(1, 12));
            Report actual = ask(candidate, grid, x);
            assertClose(expected(grid, x).sqnrDb(), actual.sqnrDb());
            assertHolds(actual.sqnrDb() >= -1e-9, "0 has a code, so the error exceeds no number: %s dB",
                    actual.sqnrDb());
        }
    }

    @Test
    @Points(10)
    @About("huge")
    void what_fits_no_int_is_cut_off_as_well(QuantRoundtrip candidate) {
        for (double huge : new double[]{1e10, 1e12, 1e18, 1e25, 1e90}) {
            codes(candidate, new Grid(0.25, 3, -8, 7), new double[]{huge, -huge, 0.5}, 2, 7, -8, 5);
            codes(candidate, new Grid(0.25, -3, -8, 7), new double[]{-huge, huge, 0.5}, 2, -8, 7, -1);
            codes(candidate, new Grid(1, 128, 0, 255), new double[]{huge}, 1, 255);
            codes(candidate, new Grid(1, -128, -255, 0), new double[]{-huge}, 1, -255);
            double mse = ((huge - 7) * (huge - 7) + (huge - 8) * (huge - 8)) / 3;
            errors(candidate, NIBBLE, new double[]{huge, -huge, 0}, mse, huge - 7);
        }
        // One above the largest int, one below the smallest.
        codes(candidate, new Grid(1, 1, -8, 7), new double[]{0x1p31, -0x1p31 - 1, 0x1p31 - 1}, 3, 7, -8, 7);
        codes(candidate, new Grid(1, -1, -8, 7), new double[]{0x1p31, -0x1p31 - 1, -0x1p31}, 3, 7, -8, -8);
    }

    @Test
    @Points(10)
    @About("properties")
    void half_a_step_inside_and_nothing_for_zeros(QuantRoundtrip candidate, Draw draw) {
        for (int round = 0; round < 30; round++) {
            Grid grid = grid(draw);
            double[] x = numbers(draw, grid, draw.integer(1, 30));
            Report report = ask(candidate, grid, x);
            assertClose(expected(grid, x), report);
            assertInside(grid, x, report);
            // Once on the grid, always on the grid.
            Report again = ask(candidate, grid, report.xhat());
            assertHolds(again.saturated() == 0, "%d numbers of the grid are cut off", again.saturated());
            assertClose(report.q(), again.q());
        }
        for (int zp : new int[]{-8, 0, 3, 7}) {
            assertClose(new Report(new int[]{zp, zp, zp}, new double[3], 0, 0, INFINITY, 0),
                    ask(candidate, new Grid(0.3, zp, -8, 7), new double[]{0, -0.0, 0}));
        }
        // On the grid xhat equals x, in an array of its own.
        assertClose(new double[]{1, 2}, ask(candidate, NIBBLE, new double[]{1, 2}).xhat());
        var grid = new Grid(0.01, -7, -128, 127);
        double[] many = numbers(draw, grid, 200_000);
        assertClose(expected(grid, many), ask(candidate, grid, many));
        assertPure(candidate);
    }

    @Test
    @Points(10)
    @About("invalid")
    void invalid_input_is_refused(QuantRoundtrip candidate) {
        double[] good = {1, -2};
        // Whoever refuses everything has validated nothing; zp may be either end.
        codes(candidate, new Grid(1, 0, 0, 1), good, 1, 1, 0);
        codes(candidate, new Grid(1, 1, 0, 1), good, 2, 1, 0);

        refuses(candidate, "x = null", null, NIBBLE);
        refuses(candidate, "no numbers", new double[0], NIBBLE);
        for (double bad : new double[]{Double.NaN, INFINITY, -INFINITY}) {
            refuses(candidate, "x with " + bad, new double[]{bad, 1, 2}, NIBBLE);
            refuses(candidate, "x with " + bad, new double[]{1, 2, bad}, NIBBLE);
        }
        for (double bad : new double[]{0, -0.0, -0.25, -1e-100, Double.NaN, INFINITY, -INFINITY}) {
            refuses(candidate, "scale = " + bad, good, new Grid(bad, 0, -8, 7));
            refuses(candidate, "zeros, scale = " + bad, new double[2], new Grid(bad, 0, -8, 7));
        }
        refuses(candidate, "qmin = qmax", good, new Grid(1, 5, 5, 5));
        refuses(candidate, "qmin = qmax", good, new Grid(1, 0, 0, 0));
        refuses(candidate, "qmin > qmax", good, new Grid(1, 0, 1, 0));
        refuses(candidate, "qmin > qmax", good, new Grid(1, 0, 7, -8));
        for (int zp : new int[]{-9, -128, Integer.MIN_VALUE, 8, 127, Integer.MAX_VALUE}) {
            refuses(candidate, "zp = " + zp, good, new Grid(1, zp, -8, 7));
        }
        refuses(candidate, "zp = 0 without a code", good, new Grid(1, 0, 1, 15));
        refuses(candidate, "zp = 0 without a code", good, new Grid(1, 0, -15, -1));
    }

    private static Report ask(QuantRoundtrip candidate, Grid grid, double... x) {
        Report report = candidate.roundtrip(x, grid.scale, grid.zp, grid.qmin, grid.qmax);
        assertHolds(report != null && report.q() != null && report.xhat() != null
                && report.q().length == x.length && report.xhat().length == x.length,
                "one code and one xhat for each number");
        return report;
    }

    private static void codes(QuantRoundtrip candidate, Grid grid, double[] x, int saturated, int... codes) {
        Report report = ask(candidate, grid, x);
        assertClose(codes, report.q());
        var back = new double[codes.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = grid.scale * (codes[i] - grid.zp);
        }
        assertClose(back, report.xhat());
        assertHolds(report.saturated() == saturated, "%d numbers are cut off, not %d", saturated,
                report.saturated());
    }

    private static void errors(QuantRoundtrip candidate, Grid grid, double[] x, double mse, double maxAbs) {
        Report report = ask(candidate, grid, x);
        assertClose(mse, report.mse());
        assertClose(maxAbs, report.maxAbs());
    }

    private static void ratio(QuantRoundtrip candidate, Grid grid, double[] x, double decibels) {
        assertClose(decibels, ask(candidate, grid, x).sqnrDb());
    }

    private static void refuses(QuantRoundtrip candidate, String what, double[] x, Grid grid) {
        assertRejects(what, () -> candidate.roundtrip(x, grid.scale, grid.zp, grid.qmin, grid.qmax));
    }

    private static void assertInside(Grid grid, double[] x, Report report) {
        int inside = 0;
        for (int i = 0; i < x.length; i++) {
            int code = report.q()[i];
            assertHolds(grid.qmin <= code && code <= grid.qmax, "%d is no code", code);
            inside += Math.abs(x[i] - report.xhat()[i]) <= grid.scale / 2 * (1 + 1e-9) ? 1 : 0;
        }
        assertHolds(inside == x.length - report.saturated(), "%d of %d within half a step, %d cut off",
                inside, x.length, report.saturated());
    }

    /// The definition without rounding to even, for quotients that are no halves. A
    /// number is cut off if it lies more than half a step beyond the end.
    private static Report expected(Grid grid, double[] x) {
        var codes = new int[x.length];
        var back = new double[x.length];
        double signal = 0;
        double noise = 0;
        double largest = 0;
        int saturated = 0;
        for (int i = 0; i < x.length; i++) {
            double place = x[i] / grid.scale + grid.zp;
            boolean below = place < grid.qmin - 0.5;
            boolean above = place > grid.qmax + 0.5;
            codes[i] = below ? grid.qmin : above ? grid.qmax : (int) Math.floor(place + 0.5);
            saturated += below || above ? 1 : 0;
            back[i] = (codes[i] - grid.zp) * grid.scale;
            double error = x[i] - back[i];
            signal += x[i] * x[i];
            noise += error * error;
            largest = Math.max(largest, Math.abs(error));
        }
        double decibels = 10 * Math.log10(signal / noise);
        return new Report(codes, back, noise / x.length, largest, decibels, saturated);
    }

    private static Grid grid(Draw draw) {
        int qmin = draw.coin() ? draw.integer(-20, 10) : draw.integer(-32768, 0);
        int qmax = qmin + (draw.coin() ? draw.integer(1, 20) : draw.integer(20, 32768));
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
            } while (Math.abs(Math.abs(steps - Math.rint(steps)) - 0.5) < 1e-6);
            x[i] = steps * grid.scale;
        }
        return x;
    }
}
