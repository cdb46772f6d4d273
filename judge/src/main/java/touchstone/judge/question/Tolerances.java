package touchstone.judge.question;

import java.util.List;
import java.util.OptionalDouble;
import touchstone.judge.question.Key.Tolerance;
import touchstone.judge.yaml.Fields;

/// Reads how far an answer may be off: `{rel: 0.01}` or `{abs: 0.5}`.
final class Tolerances {
    private static final Tolerance EXACT = new Tolerance(0, 0);
    /// Whoever may be off by more than a tenth has not computed anything.
    private static final double SHARE_MAX = 0.1;
    private static final double FORMULA_MAX = 0.01;
    /// Below it the rounding of doubles decides.
    private static final double RELATIVE_MIN = 1e-12;

    private Tolerances() {}

    /// Of a numeric key.
    static Tolerance around(Fields key, OptionalDouble value) {
        var tolerance = read(key);
        if (tolerance.isEmpty() || value.isEmpty()) {
            return EXACT;
        }
        var problem = problemAround(tolerance.relative, tolerance.absolute, value.getAsDouble());
        if (!problem.isEmpty()) {
            key.problem(key.line("tolerance"), problem);
        }
        return tolerance.tolerance();
    }

    /// Of a formula's values.
    static Tolerance ofFormula(Fields key) {
        var tolerance = read(key);
        double given = tolerance.relative.orElse(0) + tolerance.absolute.orElse(0);
        if (!tolerance.isEmpty() && !(given >= RELATIVE_MIN && given <= FORMULA_MAX)) {
            key.problem(key.line("tolerance"),
                    "the tolerance of a formula must lie between 1e-12 and 0.01; 1e-6 is usual");
        }
        return tolerance.tolerance();
    }

    private static String problemAround(OptionalDouble relative, OptionalDouble absolute, double value) {
        if (relative.isPresent()) {
            if (value == 0) {
                return "a relative tolerance of zero is zero; give 'abs'";
            }
            return relative.getAsDouble() >= RELATIVE_MIN && relative.getAsDouble() <= SHARE_MAX ? ""
                    : "'rel' must lie between 1e-12 and 0.1; for an exact number write 'abs: 0'";
        }
        double off = absolute.orElse(0);
        if (off == 0) {
            return value == Math.rint(value) ? ""
                    : "only a whole number can be asked for exactly; give a tolerance";
        }
        return off > 0 && off <= SHARE_MAX * (value == 0 ? 1 : Math.abs(value)) ? ""
                : "'abs' must be positive and at most a tenth of the value";
    }

    private static Given read(Fields key) {
        var fields = key.fields("tolerance").knowing(List.of("rel", "abs"));
        if (fields.present() && fields.has("rel") == fields.has("abs")) {
            key.problem(key.line("tolerance"), "'tolerance' must hold exactly one of rel, abs");
            return new Given(OptionalDouble.empty(), OptionalDouble.empty());
        }
        return new Given(fields.has("rel") ? fields.number("rel") : OptionalDouble.empty(),
                fields.has("abs") ? fields.number("abs") : OptionalDouble.empty());
    }

    private record Given(OptionalDouble relative, OptionalDouble absolute) {
        boolean isEmpty() {
            return relative.isEmpty() && absolute.isEmpty();
        }

        Tolerance tolerance() {
            return new Tolerance(relative.orElse(0), absolute.orElse(0));
        }
    }
}
