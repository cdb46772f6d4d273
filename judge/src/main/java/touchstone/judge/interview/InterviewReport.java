package touchstone.judge.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import touchstone.judge.text.Text;

/// A whole interview as it is shown, in no language yet.
///
/// @param blueprint its id
/// @param title of the blueprint
/// @param candidate name, if the interview has one
/// @param date of the report
/// @param seed of all random inputs and points
/// @param sections in the order of the interview
/// @param score of the items of all sections
/// @param remarks of whoever put the report together, beside those that follow from the score
public record InterviewReport(
        String blueprint,
        Text title,
        Optional<String> candidate,
        Instant date,
        long seed,
        WeightsFrom weightsFrom,
        List<Section> sections,
        InterviewScore score,
        List<Note> remarks) {
    public InterviewReport {
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
    }

    /// A part of the interview.
    ///
    /// @param minutes of the part, which may be more than its items take
    public record Section(Text title, int minutes, List<Evidence> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /// Where the weights come from.
    public sealed interface WeightsFrom {
        record ThePreset(Preset preset) implements WeightsFrom {}

        record TheBlueprint() implements WeightsFrom {}

        /// Set for this interview.
        record Custom() implements WeightsFrom {}
    }

    public static InterviewReport of(
            String blueprint,
            Text title,
            Optional<String> candidate,
            Instant date,
            long seed,
            Weights weights,
            WeightsFrom weightsFrom,
            List<Section> sections,
            List<Note> remarks) {
        var evidence = sections.stream().flatMap(section -> section.items().stream()).toList();
        return new InterviewReport(blueprint, title, candidate, date, seed, weightsFrom, sections,
                InterviewScore.of(weights, evidence), remarks);
    }

    /// Answers that wait for a person.
    public List<Evidence> openReviews() {
        return those(one -> one.open() && one.standing() instanceof Standing.WaitingForReview);
    }

    /// Answers that earn nothing because nobody could read them, and no person decided.
    public List<Evidence> unreadable() {
        return those(one -> one.standing() instanceof Standing.Unreadable && one.overruling().isEmpty());
    }

    /// Items that we failed to judge.
    public List<Evidence> judgeErrors() {
        return those(one -> one.open() && one.standing() instanceof Standing.JudgeError);
    }

    /// Items that can still be handed in, or whose judging has not ended.
    public List<Evidence> pending() {
        return those(one -> one.open() && one.standing() instanceof Standing.Pending);
    }

    /// Items that the catalogue lacks and nobody scored.
    public List<Evidence> missing() {
        return those(one -> one.standing() instanceof Standing.Missing && one.overruling().isEmpty());
    }

    /// Answers that a person marked.
    public List<Evidence> reviewed() {
        return those(one -> one.review().isPresent());
    }

    /// Items whose score is a person's in place of what was there.
    public List<Evidence> overruled() {
        return those(one -> one.overruling().isPresent());
    }

    /// What a reader has to know beside the numbers.
    public List<Note> notes() {
        var notes = new ArrayList<Note>();
        var leftOut = score.leftOut().stream().map(DimensionScore::dimension).toList();
        if (!leftOut.isEmpty()) {
            notes.add(Note.of(score.total().isPresent() ? "renormalised" : "notAssessed", leftOut));
        }
        var weightless = score.dimensions()
                .stream()
                .filter(dimension -> dimension.weight() == 0 && dimension.score().isPresent())
                .map(DimensionScore::dimension)
                .toList();
        if (!weightless.isEmpty()) {
            notes.add(Note.of("weightless", weightless));
        }
        named(notes, "judgeError", judgeErrors());
        named(notes, "pending", pending());
        named(notes, "missing", missing());
        notes.addAll(remarks);
        return notes;
    }

    private static void named(List<Note> notes, String key, List<Evidence> which) {
        if (!which.isEmpty()) {
            notes.add(Note.of(key, which.stream().map(one -> one.item().id()).toList()));
        }
    }

    private List<Evidence> those(Predicate<Evidence> wanted) {
        return score.evidence().stream().filter(wanted).toList();
    }
}
