package touchstone.judge.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.judge.text.Text;

/// What the right answer is; its kind is the type of the question.
public sealed interface Key {
    /// A quantity.
    ///
    /// @param unit the unit it is asked in, as shown beside the field; empty for a plain number
    /// @param computation an expression without variables that gives the value, or empty
    record Numeric(double value, String unit, Tolerance tolerance, String computation) implements Key {}

    /// One option.
    record Single(List<Option> options, String answer) implements Key {
        public Single {
            options = List.copyOf(options);
        }
    }

    /// Some of the options, at least one, and not all.
    record Multiple(List<Option> options, Set<String> answer) implements Key {
        public Multiple {
            options = List.copyOf(options);
            answer = Set.copyOf(answer);
        }
    }

    /// All options in the right order.
    record Ordering(List<Option> options, List<String> answer) implements Key {
        public Ordering {
            options = List.copyOf(options);
            answer = List.copyOf(answer);
        }
    }

    /// An expression of the variables, compared by its values.
    ///
    /// @param variables in the order they are shown, each with the range in which random points are drawn
    /// @param checks points that are always compared, with the value the expression has there
    record Formula(Map<String, Range> variables, String expression, Tolerance tolerance, List<Check> checks)
            implements Key {
        public Formula {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
            checks = List.copyOf(checks);
        }
    }

    /// Words, marked by people.
    ///
    /// @param scenario whether a whole design is asked for rather than a few sentences
    /// @param points to be ticked; they add up to [Question#POINTS]
    record Open(boolean scenario, List<KeyPoint> points) implements Key {
        public Open {
            points = List.copyOf(points);
        }
    }

    /// What can be chosen, by its letter: `A` and so on.
    record Option(String letter, Text text) {}

    record KeyPoint(Text text, int points) {}

    /// A closed interval.
    record Range(double low, double high) {}

    record Check(Map<String, Double> at, double value) {
        public Check {
            at = Map.copyOf(at);
        }
    }

    /// How far an answer may be off; one of the two is zero, both are for exact whole numbers.
    record Tolerance(double relative, double absolute) {
        public boolean accepts(double key, double answer) {
            return Math.abs(answer - key) <= Math.max(absolute, relative * Math.abs(key));
        }
    }
}
