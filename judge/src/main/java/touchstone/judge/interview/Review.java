package touchstone.judge.interview;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import touchstone.judge.question.Question;

/// How a person marked an answer in words.
///
/// @param item its id
/// @param ticked numbers of the key points that the answer makes, from 1
/// @param comment or empty
public record Review(String item, SortedSet<Integer> ticked, String comment, String by, Instant at) {
    public Review {
        ticked = Collections.unmodifiableSortedSet(new TreeSet<>(ticked));
    }

    /// What it gives, of the key points that the answer waits with.
    Fraction fraction(Standing.WaitingForReview waiting) {
        long points = ticked.stream().mapToLong(number -> waiting.points().get(number - 1).points()).sum();
        return Fraction.of(points, Question.POINTS);
    }

    boolean fits(Standing.WaitingForReview waiting) {
        return ticked.isEmpty() || (ticked.first() >= 1 && ticked.last() <= waiting.points().size());
    }
}
