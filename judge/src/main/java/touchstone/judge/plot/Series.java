package touchstone.judge.plot;

import java.util.List;
import java.util.OptionalDouble;

/// What one person, or one group, has on every axis.
///
/// @param values from 0 to 1; none where nothing was assessed, which is not the same as 0
public record Series(String name, List<OptionalDouble> values) {
    public Series {
        values = List.copyOf(values);
        for (var value : values) {
            if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("from 0 to 1: " + value + " of " + name);
            }
        }
    }
}
