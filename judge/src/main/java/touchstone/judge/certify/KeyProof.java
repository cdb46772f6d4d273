package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.formula.Formula;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Range;
import touchstone.judge.question.Key.Tolerance;
import touchstone.judge.question.Question;
import touchstone.judge.question.Source;

/// That numbers in keys are what their expressions give.
final class KeyProof {
    /// Far stricter than for candidates: a key that is off eats up their tolerance.
    private static final double TOLERANCE_SHARE = 0.01;
    /// Keys are written with ten digits.
    private static final double RELATIVE_MIN = 1e-9;
    private static final int RANDOM_POINTS = 200;
    /// More variables make too large a grid.
    private static final int GRID_VARIABLES_MAX = 6;

    private final Question question;
    private final Source source;
    private final Evaluator evaluator;
    private final long seed;

    KeyProof(Question question, Source source, Evaluator evaluator, long seed) {
        this.question = question;
        this.source = source;
        this.evaluator = evaluator;
        this.seed = seed;
    }

    List<Claim> claims() {
        return switch (question.key()) {
            case Key.Numeric key -> key.computation().isEmpty() ? List.of() : List.of(computation(key));
            case Key.Formula key -> formula(key);
            case Key.Single _,Key.Multiple _,Key.Ordering _,Key.Open _ -> List.of();
        };
    }

    private Claim computation(Key.Numeric key) {
        double computed = read(key.computation(), List.of())
                .map(formula -> values(formula, List.of(new double[0]))[0])
                .orElse(Double.NaN);
        return claim("key.computation", agree(key.tolerance(), key.value(), computed) ? ""
                : "the key is %s, but its computation gives %s".formatted(key.value(), computed));
    }

    private List<Claim> formula(Key.Formula key) {
        var names = List.copyOf(key.variables().keySet());
        var formula = read(key.expression(), names);
        if (formula.isEmpty()) {
            return List.of(claim("key.expression", "the expression cannot be read"));
        }
        var claims = new ArrayList<Claim>();
        var points = key.checks()
                .stream()
                .map(check -> names.stream()
                        .mapToDouble(name -> check.at().getOrDefault(name, 0.0))
                        .toArray())
                .toList();
        var values = values(formula.get(), points);
        for (int i = 0; i < values.length; i++) {
            double expected = key.checks().get(i).value();
            claims.add(claim("key.checks." + i, agree(key.tolerance(), expected, values[i]) ? ""
                    : "the check says %s, but the expression gives %s there".formatted(expected, values[i])));
        }
        claims.add(domain(key, formula.get()));
        return claims;
    }

    /// Random points are drawn from the domain, and a key without a value there could refuse no answer.
    private Claim domain(Key.Formula key, Formula formula) {
        var points = points(List.copyOf(key.variables().values()));
        var values = values(formula, points);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return claim("key.variables", "the expression is %s at %s; narrow the ranges"
                        .formatted(values[i], place(formula.variables(), points.get(i))));
            }
        }
        return claim("key.variables", "");
    }

    /// Random ones, and all that lie at the ends or in the middle of every range: poles are often at zero.
    private List<double[]> points(List<Range> ranges) {
        var points = new ArrayList<double[]>();
        if (ranges.size() <= GRID_VARIABLES_MAX) {
            for (int number = 0; number < Math.pow(3, ranges.size()); number++) {
                points.add(gridPoint(ranges, number));
            }
        }
        var random = new Random(seed);
        for (int i = 0; i < RANDOM_POINTS; i++) {
            points.add(ranges.stream()
                    .mapToDouble(range -> range.low() + random.nextDouble() * (range.high() - range.low()))
                    .toArray());
        }
        return points;
    }

    /// Digit `i` of the number, to base 3, tells which place of range `i`.
    private static double[] gridPoint(List<Range> ranges, int number) {
        int digits = number;
        var point = new double[ranges.size()];
        for (int i = 0; i < point.length; i++) {
            var range = ranges.get(i);
            point[i] = range.low() + (digits % 3) * (range.high() - range.low()) / 2;
            digits /= 3;
        }
        return point;
    }

    private static String place(List<String> names, double[] point) {
        var place = new ArrayList<String>();
        for (int i = 0; i < point.length; i++) {
            place.add("%s = %.4g".formatted(names.get(i), point[i]));
        }
        return String.join(", ", place);
    }

    /// Written so that NaN agrees with nothing.
    private static boolean agree(Tolerance tolerance, double expected, double actual) {
        double magnitude = Math.abs(expected);
        double candidates = Math.max(tolerance.absolute(), tolerance.relative() * magnitude);
        return Math.abs(actual - expected) <= Math.max(TOLERANCE_SHARE * candidates,
                RELATIVE_MIN * magnitude);
    }

    private double[] values(Formula formula, List<double[]> points) {
        return points.isEmpty() ? new double[0] : evaluator.values(formula, points);
    }

    private static Optional<Formula> read(String text, List<String> names) {
        return Formula.read(text, names) instanceof Formula.Reading.Read(Formula formula)
                ? Optional.of(formula)
                : Optional.empty();
    }

    private Claim claim(String part, String detail) {
        return Claim.of(Kind.KEY, question, source, part, detail);
    }
}
