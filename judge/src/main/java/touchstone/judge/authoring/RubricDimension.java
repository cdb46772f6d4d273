package touchstone.judge.authoring;

import java.util.Locale;

/// The four dimensions of the interview's rubric.
public enum RubricDimension {
    THEORY, PRACTICE, SYSTEMS, INNOVATION;

    /// As written in exercise.yaml and in reports.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
