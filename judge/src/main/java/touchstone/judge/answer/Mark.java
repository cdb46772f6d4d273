package touchstone.judge.answer;

import touchstone.judge.text.Hint;

/// What became of an answer. The four are different things and are never shown as one another.
public sealed interface Mark {
    /// Marked against the key.
    ///
    /// @param fraction of the question's points, from 0 to 1
    /// @param understood the answer as it was read, in one spelling: `280 GB`, `A, C`
    record Marked(double fraction, String understood) implements Mark {
        public Marked {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("a fraction of " + fraction);
            }
        }
    }

    record NoAnswer() implements Mark {}

    /// Something is there, but not what the question asks for: earns nothing until it is mended or a person
    /// decides.
    record Unreadable(Hint hint) implements Mark {}

    /// Only people can mark it; the machine has no opinion.
    record WaitingForReview() implements Mark {}
}
