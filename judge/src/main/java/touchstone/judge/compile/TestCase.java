package touchstone.judge.compile;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.RubricDimension;

/// A test of a suite, with what its annotations say about it.
///
/// @param about key of the group it belongs to
/// @param dimension the only dimension it counts for, empty if all
public record TestCase(
        Method method,
        int points,
        String about,
        boolean sample,
        Optional<RubricDimension> dimension) {
    public String name() {
        return method.getName();
    }

    /// Whether its input depends on the seed.
    public boolean random() {
        return List.of(method.getParameterTypes()).contains(Draw.class);
    }
}
