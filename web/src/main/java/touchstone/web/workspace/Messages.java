package touchstone.web.workspace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What pages and scripts send each other.
final class Messages {
    private Messages() {}

    /// What stands in the editor.
    record Content(String content) {
        Content {
            Objects.requireNonNull(content);
        }
    }

    /// The same to be handed in.
    ///
    /// @param base revision of the draft that the page has seen
    record Handed(int base, String content) {
        Handed {
            Objects.requireNonNull(content);
        }
    }

    /// @param busy nothing is known, and asking again later is fine
    record Checked(boolean busy, List<Remark> diagnostics) {}

    /// Something the compiler says.
    ///
    /// @param severity `error` or `warning`
    /// @param line from 1, 0 if it concerns no line
    /// @param end the character after the last it concerns, from 0; 0 if it concerns no text
    /// @param where the line in words
    /// @param explanation ours, in the page's language, if there is one
    record Remark(
            String severity,
            long line,
            long column,
            int end,
            String where,
            String message,
            Optional<String> explanation) {}

    /// How far the judge is.
    ///
    /// @param state `queued`, `measuring`, `compiling`, `running` or `done`
    /// @param ahead how many wait before it
    /// @param test number of the test that runs, from 1
    /// @param words the same for people
    record State(String state, int ahead, int test, int of, String words) {}

    /// What the judge found, as far as candidates may know it.
    ///
    /// @param verdict its name
    /// @param ours whether it is our fault
    /// @param summary one or two sentences for who cannot see the page
    /// @param html the same in full
    record Result(String verdict, boolean ours, String summary, List<Remark> diagnostics, String html) {}

    /// A run of samples.
    record Ran(String id, State progress, Optional<Result> result) {}

    /// A submission on its way.
    ///
    /// @param history all submissions of the item, as HTML; only together with the result
    record Turn(long id, int number, State progress, Optional<Result> result, Optional<String> history) {}

    /// A submission that is committed.
    ///
    /// @param receipt address of a page that proves it
    /// @param revision of the draft as it stands now, and when it was saved
    record Received(
            long id,
            int number,
            String sha256,
            String submittedAt,
            String receipt,
            String words,
            int revision,
            String savedAt,
            Turn turn) {}
}
