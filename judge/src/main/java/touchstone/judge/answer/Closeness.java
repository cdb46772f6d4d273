package touchstone.judge.answer;

import java.util.stream.DoubleStream;
import touchstone.judge.question.Key;

/// Whether two expressions agree at a point. A purely relative tolerance refuses right answers where the key
/// passes through zero: what is left there is the rounding of the terms that cancel, and a different way to
/// compute the same leaves different crumbs. So below a thousandth of the key's median magnitude the tolerance
/// stops to shrink. The median, because a mean would be the largest value's, and beside that the tail of an
/// exponential would be lost; a thousandth, because with the usual relative 1e-6 this leaves 1e-9 of what is
/// typical, ten million times the rounding, and yet no term that anybody would leave out.
final class Closeness {
    private static final double SMALL = 1e-3;
    /// Even an exact tolerance has to bear that sums are rounded in a different order.
    private static final double ROUNDING = 1e-12;

    private final double absolute;
    private final double relative;
    private final double small;

    /// @param values of the key at all points
    Closeness(Key.Tolerance tolerance, DoubleStream values) {
        absolute = tolerance.absolute();
        relative = Math.max(tolerance.relative(), ROUNDING);
        var magnitudes = values.map(Math::abs).filter(value -> value > 0).sorted().toArray();
        small = magnitudes.length == 0 ? 1 : SMALL * magnitudes[magnitudes.length / 2];
    }

    boolean accepts(double key, double answer) {
        return Math.abs(answer - key) <= Math.max(absolute, relative * Math.max(Math.abs(key), small));
    }
}
