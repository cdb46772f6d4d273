package touchstone.judge.interview;

import java.nio.file.Path;
import java.util.List;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.question.QuestionBank;

/// The small interview in the test resources.
final class Plans {
    static final List<Path> ROOTS = List.of(Path.of("src/test/resources/touchstone/judge/cli/exercises"));
    static final Stock STOCK = stock();
    static final Plan SHORT = Plan.of(Blueprints.read(ROOTS).find("short").orElseThrow(), STOCK);

    private Plans() {}

    private static Stock stock() {
        var catalogue = Catalogue.read(ROOTS);
        return Stock.of(catalogue, QuestionBank.read(ROOTS),
                PlannedExercises.read(ROOTS, catalogue).entries());
    }
}
