package touchstone.judge.submission;

import java.util.List;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.SourceFile;

/// The files handed in for one exercise, immutable.
///
/// @param sha256 of the bytes as handed in, as lower-case hex: what a receipt shows
/// @param unreadable why no compiler needs to see it: text that is not UTF-8; empty as a rule
public record Submission(List<SourceFile> files, String sha256, List<Diagnostic> unreadable) {
    public Submission {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }
}
