package touchstone.judge.batch;

import java.util.List;
import java.util.Optional;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.Weights;
import touchstone.judge.question.Question;

/// What a batch grades, the same for all its applicants.
///
/// @param interview whose items these are; empty where they are just the exercises that were found
/// @param items in the order of reports
/// @param seed of everything random
public record Scheme(
        Optional<Plan> interview,
        List<Exercise> exercises,
        List<Item> items,
        Weights weights,
        long seed) {
    public Scheme {
        exercises = List.copyOf(exercises);
        items = List.copyOf(items);
    }

    /// A whole interview.
    public static Scheme of(Plan plan, Weights weights, long seed) {
        return new Scheme(Optional.of(plan), plan.exercises(),
                plan.entries().stream().map(Entry::item).toList(), weights, seed);
    }

    /// Exercises alone.
    public static Scheme of(List<Exercise> exercises, Weights weights, long seed) {
        return new Scheme(Optional.empty(), exercises, exercises.stream().map(Item::of).toList(), weights,
                seed);
    }

    List<Question> questions() {
        return interview.map(Plan::questions).orElse(List.of());
    }
}
