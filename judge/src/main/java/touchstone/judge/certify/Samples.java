package touchstone.judge.certify;

import java.util.List;
import touchstone.judge.exercise.Exercise;

/// The sample submissions of an exercise, for whoever only wants to know which there are.
public final class Samples {
    private Samples() {}

    /// Folder and file of each, such as `wrong_answer/keeps-sign.java`.
    public static List<String> names(Exercise exercise) {
        return SampleFolder.of(exercise).samples().stream().map(SampleFolder.Sample::name).toList();
    }
}
