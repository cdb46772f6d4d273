package touchstone.judge.batch.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An upload, understood.
///
/// @param applicants in the order of their ids
/// @param others what belongs to no applicant
public record Intake(Layout layout, List<Applicant> applicants, List<Finding> others) {
    public Intake {
        applicants = applicants.stream()
                .map(one -> one.empty() && one.findings().stream().noneMatch(Finding::grave)
                        ? one.with(Finding.of(one.id(), Finding.Reason.NOTHING))
                        : one)
                .sorted(Comparator.comparing(Applicant::id))
                .toList();
        others = List.copyOf(others);
    }

    /// Exercises that anybody handed in.
    public List<String> exercises() {
        return applicants.stream().flatMap(one -> one.code().keySet().stream()).distinct().sorted().toList();
    }

    /// All of them, of applicants and of nobody.
    public Stream<Finding> findings() {
        return Stream.concat(others.stream(), applicants.stream().flatMap(one -> one.findings().stream()));
    }
}
