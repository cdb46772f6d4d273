package touchstone.judge.batch.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import touchstone.judge.text.Nearest;

/// What a batch looks for in an upload.
///
/// @param known ids of all exercises
/// @param asked ids of those that count; empty if all that is found does
/// @param only the exercise that every Java file belongs to, if one was named
/// @param interview whether answers to questions belong to it
public record Wanted(
        Set<String> known,
        Optional<Set<String>> asked,
        Optional<String> only,
        boolean interview) {
    public Wanted {
        known = Set.copyOf(known);
        asked = asked.map(Set::copyOf);
    }

    /// Whatever exercises there are.
    public static Wanted all(Set<String> known) {
        return new Wanted(known, Optional.empty(), Optional.empty(), false);
    }

    /// The exercise that a file or folder is named after: `magnitude-prune`, also `Magnitude_Prune`.
    Optional<String> named(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return known.contains(plain) ? Optional.of(plain) : Optional.empty();
    }

    boolean asks(String exercise) {
        return asked.map(ids -> ids.contains(exercise)).orElse(true);
    }

    /// What somebody who mistyped a name probably meant.
    Optional<String> near(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        var ids = List.copyOf(asked.orElse(known));
        return Nearest.to(plain, ids, Function.identity())
                .filter(near -> Math.abs(near.length() - plain.length()) <= NEAR_MAX);
    }

    private static final int NEAR_MAX = 4;
}
