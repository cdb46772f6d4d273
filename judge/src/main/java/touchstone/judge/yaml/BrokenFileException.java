package touchstone.judge.yaml;

import java.util.List;
import java.util.stream.Collectors;

/// An exercise, a question or a plan that cannot be used: our failure or its author's, never a candidate's.
public final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    // Problems hold paths, which no stream of objects could carry.
    private final transient List<Problem> problems;

    public BrokenFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /// At least one.
    public List<Problem> problems() {
        return problems;
    }
}
