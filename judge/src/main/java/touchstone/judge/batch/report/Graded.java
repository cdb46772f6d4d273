package touchstone.judge.batch.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Standing;
import touchstone.judge.run.Verdict;

/// One of many, in numbers alone: small enough for thousands of them to be in memory.
///
/// @param range of totals while something is open
/// @param dimensions without a value where not assessed
/// @param items in the order of the batch
public record Graded(
        String id,
        String name,
        Optional<Fraction> total,
        Optional<InterviewScore.Range> range,
        Map<RubricDimension, Optional<Fraction>> dimensions,
        Map<String, Mark> items) {
    public Graded {
        dimensions = Collections.unmodifiableMap(new EnumMap<>(dimensions));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /// What an item came to.
    ///
    /// @param verdict of an exercise that was judged
    /// @param fraction that counts
    public record Mark(Optional<Verdict> verdict, Optional<Fraction> fraction) {
        static final Mark NONE = new Mark(Optional.empty(), Optional.empty());

        static Mark of(Evidence evidence) {
            return new Mark(
                    evidence.standing() instanceof Standing.Judged judged ? Optional.of(judged.verdict())
                            : Optional.empty(),
                    evidence.fraction());
        }
    }

    public static Graded of(String id, String name, InterviewScore score) {
        var dimensions = new EnumMap<RubricDimension, Optional<Fraction>>(RubricDimension.class);
        score.dimensions().forEach(one -> dimensions.put(one.dimension(), one.score()));
        var items = new LinkedHashMap<String, Mark>();
        score.evidence().forEach(one -> items.put(one.item().id(), Mark.of(one)));
        return new Graded(id, name, score.total(), score.range(), dimensions, items);
    }

    /// What counts of each item.
    public Map<String, Optional<Fraction>> fractions() {
        var fractions = new LinkedHashMap<String, Optional<Fraction>>();
        items.forEach((item, mark) -> fractions.put(item, mark.fraction));
        return fractions;
    }
}
