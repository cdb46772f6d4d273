package touchstone.judge.interview;

import touchstone.judge.exercise.Exercise;
import touchstone.judge.question.Question;

/// What a blueprint can name.
public sealed interface Entry {
    /// As an item of an interview.
    Item item();

    record Coding(Exercise exercise) implements Entry {
        @Override
        public Item item() {
            return Item.of(exercise);
        }
    }

    record Asked(Question question) implements Entry {
        @Override
        public Item item() {
            return Item.of(question);
        }
    }

    /// An exercise that a later version brings.
    record Planned(Item item) implements Entry {}
}
