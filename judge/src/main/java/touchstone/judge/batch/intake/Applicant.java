package touchstone.judge.batch.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.upload.Upload;

/// Somebody's work as it was found.
///
/// @param id unlike all others' in the upload: the folder's name as a rule
/// @param name to be shown
/// @param code files by exercise, with the names that the compiler will tell
/// @param answers to questions, as handed in
public record Applicant(
        String id,
        String name,
        Map<String, List<Upload.File>> code,
        Optional<Upload.File> answers,
        List<Finding> findings) {
    public Applicant {
        code = Collections.unmodifiableMap(new LinkedHashMap<>(code));
        findings = List.copyOf(findings);
    }

    /// Whether there is anything to grade.
    public boolean empty() {
        return code.isEmpty() && answers.isEmpty();
    }

    Applicant with(Finding finding) {
        var all = new ArrayList<>(findings);
        all.add(finding);
        return new Applicant(id, name, code, answers, all);
    }
}
