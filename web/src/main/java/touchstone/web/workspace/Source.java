package touchstone.web.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.judge.submission.WrongInputException;
import touchstone.sandbox.Limits;
import touchstone.sandbox.SourceFile;
import touchstone.web.page.Refusal;

/// What stands in the editor.
final class Source {
    private static final String FILE = "Solution.java";
    private static final long BYTES_MAX = Limits.defaults().source().total().bytes();

    private Source() {}

    /// For the judge.
    static Submission submission(String content) {
        try {
            return Submissions.of(FILE, content.getBytes(StandardCharsets.UTF_8));
        } catch (WrongInputException e) {
            throw switch (e.reason()) {
                case EMPTY -> Refusal.badRequest("workspace.empty");
                case TOO_LARGE -> tooLarge();
                case BINARY, NUMBER_OF_FILES, MISSING, DIRECTORY, NO_ORDINARY_FILE, UNREADABLE -> notText();
            };
        }
    }

    /// What was judged, as it was handed in, whether it could be read or not.
    static Submission judged(touchstone.web.store.Submission kept) {
        return new Submission(List.of(new SourceFile(FILE, kept.content())), kept.sha256(), List.of());
    }

    /// Browsers send forms with line breaks of another age.
    static String ofForm(String text) {
        return text.replace("\r\n", "\n");
    }

    static Refusal tooLarge() {
        return Refusal.badRequest("workspace.tooLarge", BYTES_MAX / 1024);
    }

    static Refusal notText() {
        return Refusal.badRequest("workspace.notText");
    }
}
