package touchstone.web.workspace;

import java.util.List;
import touchstone.web.workspace.Messages.Remark;

/// What the judge found, ready to be shown: the model of `workspace/result.peb`.
///
/// @param kind what was run
/// @param verdict its name
/// @param words of the verdict
/// @param score of all tests, or of the samples; empty if there is none to be had
/// @param message beside the verdict, possibly empty
/// @param samples the first that failed at the top
/// @param hidden counts of the other tests
record Finding(
        Kind kind,
        String verdict,
        String words,
        boolean ours,
        String score,
        String message,
        List<Remark> remarks,
        List<Sample> samples,
        List<Hidden> hidden) {
    Finding {
        remarks = List.copyOf(remarks);
        samples = List.copyOf(samples);
        hidden = List.copyOf(hidden);
    }

    enum Kind {
        /// Nothing but the samples; counts for nothing.
        SAMPLES,
        /// All tests, for practice.
        PRACTICE,
        /// Handed in.
        SUBMISSION
    }

    /// A test that candidates may see. Texts are empty where there is nothing to tell.
    ///
    /// @param name of its group, numbered
    /// @param lost points, 0 if passed
    /// @param open whether it is unfolded
    record Sample(
            String name,
            boolean passed,
            String verdict,
            String words,
            int lost,
            String input,
            String expected,
            String actual,
            String error,
            String printed,
            boolean open) {}

    /// A group of tests that candidates may not see.
    ///
    /// @param state `PASSED`, `partly` or `FAILED`
    record Hidden(String name, String state, int passed, int all) {}
}
