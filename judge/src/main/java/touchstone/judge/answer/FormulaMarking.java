package touchstone.judge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import touchstone.judge.authoring.Draw;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.formula.Formula;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;

/// Compares an expression with the key's by their values: at the key's check points, and at points drawn from the
/// ranges of its variables. The two are evaluated by different evaluators, because the key must not come near
/// what candidates wrote.
final class FormulaMarking {
    static final int POINTS = 40;
    /// Points at which the key has no value are drawn anew, for so many rounds.
    private static final int ROUNDS = 10;

    private final Evaluator candidates;
    private final Evaluator authors;

    FormulaMarking(Evaluator candidates, Evaluator authors) {
        this.candidates = candidates;
        this.authors = authors;
    }

    Mark mark(Question question, Key.Formula key, String answer, long seed) {
        var variables = List.copyOf(key.variables().keySet());
        return switch (Formula.read(answer, variables)) {
            case Formula.Reading.Unreadable(var hint) -> new Mark.Unreadable(hint);
            case Formula.Reading.Read(var formula) ->
                mark(key, keyOf(question, key, variables), formula, Draw.of(seed, question.id()));
        };
    }

    /// Marks a formula that has been read.
    Mark mark(Key.Formula key, Formula right, Formula given, Draw draw) {
        var samples = new ArrayList<>(checks(key));
        samples.addAll(drawn(key, right, draw));
        var values = candidates.values(given, samples.stream().map(Sample::point).toList());
        var closeness = new Closeness(key.tolerance(), samples.stream().mapToDouble(Sample::value));
        for (int i = 0; i < samples.size(); i++) {
            if (!closeness.accepts(samples.get(i).value(), values[i])) {
                return new Mark.Marked(0, given.normalised());
            }
        }
        return new Mark.Marked(1, given.normalised());
    }

    private static Formula keyOf(Question question, Key.Formula key, List<String> variables) {
        return switch (Formula.read(key.expression(), variables)) {
            case Formula.Reading.Read(var formula) -> formula;
            case Formula.Reading.Unreadable(var hint) ->
                throw new IllegalStateException("the key of " + question.id() + ": " + hint);
        };
    }

    private static List<Sample> checks(Key.Formula key) {
        return key.checks().stream().map(check -> new Sample(point(key, check.at()), check.value())).toList();
    }

    private static double[] point(Key.Formula key, Map<String, Double> at) {
        return key.variables().keySet().stream().mapToDouble(at::get).toArray();
    }

    private List<Sample> drawn(Key.Formula key, Formula right, Draw draw) {
        var samples = new ArrayList<Sample>();
        for (int round = 0; round < ROUNDS && samples.size() < POINTS; round++) {
            var points = new ArrayList<double[]>();
            while (points.size() < POINTS - samples.size()) {
                points.add(point(key, draw));
            }
            var values = authors.values(right, points);
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    samples.add(new Sample(points.get(i), values[i]));
                }
            }
        }
        if (samples.size() < POINTS) {
            throw new IllegalStateException(key.expression() + " has hardly any values in its ranges");
        }
        return samples;
    }

    private static double[] point(Key.Formula key, Draw draw) {
        return key.variables().values().stream().mapToDouble(range -> within(range, draw)).toArray();
    }

    private static double within(Key.Range range, Draw draw) {
        return range.low() == range.high() ? range.low() : draw.uniform(range.low(), range.high());
    }

    /// A point and the key's value there.
    private record Sample(double[] point, double value) {}
}
