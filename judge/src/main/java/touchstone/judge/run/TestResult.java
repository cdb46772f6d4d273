package touchstone.judge.run;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchstone.judge.authoring.RubricDimension;

/// How one test of the suite ended.
///
/// @param name method name in the suite: `ties_go_to_the_lower_index`
/// @param about key of the group the test belongs to
/// @param dimension the only dimension it counts for, empty if all
/// @param verdict ACCEPTED, or the reason of its failure
/// @param message why it failed, for interviewers; empty when accepted
/// @param call last call before the failure, rendered for people
/// @param expected what the suite wanted, rendered, when an assertion knew it
/// @param actual what came, rendered, when an assertion knew it
public record TestResult(
        String name,
        String about,
        Optional<RubricDimension> dimension,
        boolean sample,
        int maxPoints,
        Verdict verdict,
        String message,
        @Nullable String call,
        @Nullable String expected,
        @Nullable String actual,
        String printed,
        Duration duration) {
    public int points() {
        return verdict == Verdict.ACCEPTED ? maxPoints : 0;
    }
}
