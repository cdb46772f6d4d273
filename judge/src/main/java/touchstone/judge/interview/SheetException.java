package touchstone.judge.interview;

import java.util.List;
import java.util.stream.Collectors;
import touchstone.judge.yaml.Problem;

/// A file of answers or reviews that cannot be used as it is; a mistake of whoever wrote it.
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    // Problems hold paths, which no stream of objects could carry.
    private final transient List<Problem> problems;

    SheetException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// At least one.
    public List<Problem> problems() {
        return problems;
    }
}
