package touchstone.judge.batch.intake;

import java.util.List;
import touchstone.judge.upload.Upload;

/// Something in an upload that is not used, or not as it stands.
///
/// @param path where, from the top of the upload; anybody may have chosen it
/// @param details what the sentence about it is filled in with
public record Finding(String path, Reason reason, List<String> details) {
    public Finding {
        details = List.copyOf(details);
    }

    /// Why.
    public enum Reason {
        /// The reading of the upload left it out; the detail is a [Upload.Reason].
        ENTRY(true),
        /// Lies beside the applicants' folders.
        LOOSE(false),
        /// Classes and the like, made by a build.
        BUILD_OUTPUT(false),
        /// Tests that came with a repository.
        TEST_SOURCE(false),
        /// The contract, which the judge has itself.
        CONTRACT(false),
        /// Neither Java nor answers.
        OTHER_FILE(false),
        /// The interview has no such exercise.
        NOT_ASKED(false),
        /// Answers, and nobody said to which interview.
        NO_INTERVIEW(false),
        UNKNOWN_EXERCISE(true),
        /// The same, with the name that was probably meant.
        UNKNOWN_EXERCISE_NEAR(true),
        /// Nothing in the path names an exercise.
        NO_EXERCISE(true),
        /// Another file is there for the same exercise.
        TWICE(true),
        ANSWERS_TWICE(true),
        /// With the line and what is wrong there.
        BAD_ANSWERS(true),
        EMPTY(true),
        TOO_LARGE(true),
        TOO_MANY_FILES(true),
        BINARY(true),
        /// It is judged, and cannot compile.
        NOT_UTF8(true),
        /// A line of the table that says too little, or too much.
        BAD_ROW(true),
        /// There was nothing that could be judged.
        NOTHING(true);

        private final boolean grave;

        Reason(boolean grave) {
            this.grave = grave;
        }

        /// Somebody may have lost points by it, so somebody should look.
        public boolean grave() {
            return grave;
        }
    }

    public static Finding of(String path, Reason reason, String... details) {
        return new Finding(path, reason, List.of(details));
    }

    static Finding of(Upload.LeftOut entry) {
        return of(entry.path(), Reason.ENTRY, entry.reason().name());
    }

    public boolean grave() {
        return reason.grave;
    }
}
