package touchstone.web.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something about a plan that whoever edits it has to know, told in their language by the pages' words.
///
/// @param key `library.plan.unknown`
/// @param item that it is about; absent if it is about the whole plan
/// @param arguments of the words
public record PlanProblem(String key, Optional<String> item, List<Object> arguments) {
    public PlanProblem {
        arguments = List.copyOf(arguments);
    }

    static PlanProblem of(String key, Object... arguments) {
        return new PlanProblem("library.plan." + key, Optional.empty(), List.of(arguments));
    }

    /// The item is the words' first argument.
    static PlanProblem ofItem(String key, String item, Object... others) {
        var arguments = new ArrayList<Object>(List.of(item));
        arguments.addAll(List.of(others));
        return new PlanProblem("library.plan." + key, Optional.of(item), arguments);
    }
}
