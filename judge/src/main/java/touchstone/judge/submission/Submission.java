package touchstone.judge.submission;

import java.util.List;
import touchstone.sandbox.SourceFile;

/// The files handed in for one exercise, immutable.
///
/// @param sha256 of names and bytes, in order, as lower-case hex: what a receipt shows
public record Submission(List<SourceFile> files, String sha256) {
    public Submission {
        files = List.copyOf(files);
    }
}
