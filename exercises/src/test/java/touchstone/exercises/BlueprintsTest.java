package touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.BlueprintProof;
import touchstone.judge.interview.Blueprints;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.PlannedExercises;
import touchstone.judge.interview.RubricReader;
import touchstone.judge.interview.Stock;
import touchstone.judge.question.QuestionBank;

/// The shipped blueprints and the rubric they are scored by.
class BlueprintsTest {
    private static final List<Path> ROOTS = List.of(Path.of(""));
    private static final Catalogue CATALOGUE = Catalogue.read(ROOTS);
    private static final PlannedExercises PLANNED = PlannedExercises.read(ROOTS, CATALOGUE);
    private static final Stock STOCK = Stock.of(CATALOGUE, QuestionBank.read(ROOTS), PLANNED.entries());
    private static final Blueprints BLUEPRINTS = Blueprints.read(ROOTS);

    static List<Blueprint> blueprints() {
        return BLUEPRINTS.all();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void a_blueprint_fits_what_exists(Blueprint blueprint) {
        assertThat(BlueprintProof.of(blueprint, STOCK).problems()).isEmpty();
    }

    @Test
    void the_five_are_there() {
        assertThat(BLUEPRINTS.problems()).isEmpty();
        assertThat(BLUEPRINTS.all()).extracting(Blueprint::id)
                .containsExactlyInAnyOrder("phone-screen", "onsite-whiteboard", "full-outline-180",
                        "algorithm-round", "leader-round");
    }

    @Test
    void what_is_planned_does_not_exist_and_is_needed() {
        assertThat(PLANNED.problems()).isEmpty();
        assertThat(PLANNED.entries()).extracting(Entry.Planned::item)
                .allSatisfy(item -> assertThat(BLUEPRINTS.all())
                        .anyMatch(blueprint -> blueprint.items().anyMatch(item.id()::equals)));
    }

    @Test
    void the_rubric_is_in_order() {
        assertThat(RubricReader.read(Path.of("rubric.yaml")))
                .isInstanceOf(RubricReader.Reading.Complete.class);
    }
}
