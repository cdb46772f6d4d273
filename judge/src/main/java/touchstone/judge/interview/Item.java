package touchstone.judge.interview;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.question.Question;
import touchstone.judge.score.Score;
import touchstone.judge.text.Text;

/// One thing that was asked in an interview.
///
/// @param title of an exercise; of a question its prompt, which is Markdown
/// @param minutes its weight among the others
/// @param split percent that it counts for each dimension, summing to 100; empty only where nobody knows
///        it, because the item is not in the catalogue
/// @param version hash of its content, empty where there is none
public record Item(
        String id,
        Kind kind,
        Text title,
        int minutes,
        Map<RubricDimension, Integer> split,
        String version) {
    public enum Kind {
        EXERCISE(Score.FULL), QUESTION(Question.POINTS);

        private final int points;

        Kind(int points) {
            this.points = points;
        }

        /// What is possible.
        public int points() {
            return points;
        }
    }

    public Item {
        var ordered = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        ordered.putAll(split);
        int sum = split.values().stream().mapToInt(Integer::intValue).sum();
        if (minutes < 0 || split.values().stream().anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException(id + " has " + minutes + " minutes and a split of " + split);
        }
        if (!split.isEmpty() && sum != 100) {
            throw new IllegalArgumentException(id + " has a split of " + sum + " percent");
        }
        split = Collections.unmodifiableMap(ordered);
    }

    public static Item of(Exercise exercise) {
        return new Item(exercise.id(), Kind.EXERCISE, exercise.title(), exercise.minutes(), exercise.rubric(),
                exercise.hash());
    }

    public static Item of(Question question) {
        return new Item(question.id(), Kind.QUESTION, question.prompt(), question.minutes(),
                Map.of(question.rubric(), 100), question.hash());
    }

    /// Percent that it counts for this dimension.
    public int share(RubricDimension dimension) {
        return split.getOrDefault(dimension, 0);
    }
}
