package touchstone.judge.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Blueprint.Part;
import touchstone.judge.question.Question;
import touchstone.judge.yaml.BrokenFileException;

/// A blueprint together with what it names.
///
/// @param entries all of them, in the order of the blueprint
public record Plan(Blueprint blueprint, List<Entry> entries) {
    public Plan {
        entries = List.copyOf(entries);
    }

    /// Looks up what the blueprint names.
    ///
    /// @throws BrokenFileException when it does not fit what exists
    public static Plan of(Blueprint blueprint, Stock stock) {
        var proof = BlueprintProof.of(blueprint, stock);
        if (!proof.proven()) {
            throw new BrokenFileException(proof.problems());
        }
        var entries = new ArrayList<Entry>();
        blueprint.items().forEach(id -> stock.find(id).ifPresent(entries::add));
        return new Plan(blueprint, entries);
    }

    public List<Entry> entries(Part part) {
        return entries.stream().filter(entry -> part.items().contains(entry.item().id())).toList();
    }

    public List<Question> questions() {
        return entries.stream()
                .flatMap(entry -> entry instanceof Entry.Asked(var question) ? Stream.of(question)
                        : Stream.empty())
                .toList();
    }

    public List<Exercise> exercises() {
        return entries.stream()
                .flatMap(entry -> entry instanceof Entry.Coding(var exercise) ? Stream.of(exercise)
                        : Stream.empty())
                .toList();
    }
}
