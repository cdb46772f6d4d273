package touchstone.judge.exercise;

import java.util.List;
import java.util.stream.Collectors;

/// An exercise that cannot judge anybody: our failure or its author's, never a
/// candidate's.
public final class BrokenExerciseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    // Problems hold paths, which no stream of objects could carry.
    private final transient List<Problem> problems;

    public BrokenExerciseException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
