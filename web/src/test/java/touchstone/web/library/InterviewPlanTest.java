package touchstone.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.Weights;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.WebWords;

class InterviewPlanTest {
    private static final Path EXERCISES = Path.of("../exercises");
    private static final Library LIBRARY = Library.open(List.of(EXERCISES));

    @TempDir
    private Path folder;

    private static InterviewPlan whiteboard() {
        var blueprint = LIBRARY.blueprints().find("onsite-whiteboard").orElseThrow();
        return InterviewPlan.of(Plan.of(blueprint, LIBRARY.stock()));
    }

    private static InterviewPlan plan(String... ids) {
        var slots = List.of(ids).stream().map(id -> new Slot(id, Optional.empty())).toList();
        return new InterviewPlan(List.of(new Part(new Text("一", "One"), 30, slots),
                new Part(new Text("二", "Two"), 10, List.of())));
    }

    @Test
    void a_plan_from_a_blueprint_survives_writing_and_is_in_order() {
        var plan = whiteboard();

        assertThat(InterviewPlan.read(plan.json())).isEqualTo(plan);
        assertThat(plan.items()).startsWith("scaled-dot-attention", "n2-04", "n2-07").hasSize(13);
        assertThat(plan.problems(LIBRARY, 75)).isEmpty();
        assertThat(plan.warnings(LIBRARY, Weights.of(35, 50, 10, 5))).isEmpty();
    }

    @Test
    void minutes_of_its_own_survive_writing() {
        var plan = plan("rope", "n2-04").timing("rope", Optional.of(35));

        assertThat(InterviewPlan.read(plan.json())).isEqualTo(plan);
        assertThat(plan.resolve(LIBRARY).items()).extracting(one -> one.item().minutes())
                .containsExactly(35, 2);
        assertThat(plan.timing("rope", Optional.empty())).isEqualTo(plan("rope", "n2-04"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nonsense                                                                | no JSON
        []                                                                      | / must be an object
        {"parts":[],"colour":1}                                                 | /colour is not known
        {"parts":{}}                                                            | /parts must be a list
        {"parts":[],"parts":[]}                                                 | no JSON
        {"parts":[{"title":{"zh":"a","en":"b"},"items":[]}]}                    | /parts/0/minutes is missing
        {"parts":[{"title":{"zh":"a"},"minutes":5,"items":[]}]}                 | /parts/0/title/en is missing
        {"parts":[{"title":{"zh":"a","en":1},"minutes":5,"items":[]}]}          | /parts/0/title/en must be a text
        {"parts":[{"title":{"zh":"a","en":"b"},"minutes":"5","items":[]}]}      | /parts/0/minutes must be a whole
        {"parts":[{"title":{"zh":"a","en":"b"},"minutes":5,"items":["rope"]}]}  | /parts/0/items/0 must be an object
        {"parts":[{"title":{"zh":"a","en":"b"},"minutes":5,"items":[{"id":"rope","minutes":1.5}]}]} | /items/0/minutes
        {"parts":[{"title":{"zh":"a","en":"b"},"minutes":5,"items":[{"id":"rope","minutes":null}]}]} | /items/0/minutes
        """)
    void what_is_no_plan_is_refused_with_its_place(String json, String message) {
        assertThatThrownBy(() -> InterviewPlan.read(json)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void items_are_added_moved_and_removed() {
        var plan = plan("rope", "n2-04", "n2-07");

        assertThat(plan.adding(1, "q8-11").parts().get(1).items()).extracting(Slot::id)
                .containsExactly("q8-11");
        assertThat(plan.removing("n2-04").items()).containsExactly("rope", "n2-07");
        assertThat(plan.moving("n2-07", 0, 0).items()).containsExactly("n2-07", "rope", "n2-04");
        assertThat(plan.moving("rope", 0, 99).items()).containsExactly("n2-04", "n2-07", "rope");
        assertThat(plan.moving("rope", 1, 0).parts().get(1).items()).extracting(Slot::id)
                .containsExactly("rope");
        assertThat(plan.moving("stranger", 1, 0)).isEqualTo(plan);
    }

    @Test
    void what_is_moved_keeps_its_minutes() {
        var moved = plan("rope", "n2-04").timing("rope", Optional.of(7)).moving("rope", 1, 0);

        assertThat(moved.parts().get(1).items()).containsExactly(new Slot("rope", Optional.of(7)));
    }

    @Test
    void items_are_numbered_over_all_parts() {
        var plan = plan("rope", "n2-04").adding(1, "n2-07").resolve(LIBRARY);

        assertThat(plan.items()).extracting(ResolvedItem::number).containsExactly(1, 2, 3);
        assertThat(plan.find("n2-07")).get().returns(3, ResolvedItem::number);
    }

    @Test
    void what_the_library_lacks_is_missing_and_not_available() {
        var item = plan("rpoe").resolve(LIBRARY).items().getFirst();

        assertThat(item.entry()).isEmpty();
        assertThat(item.available()).isFalse();
        assertThat(item.item().split()).isEmpty();
    }

    @Test
    void problems_say_what_must_be_mended() {
        assertThat(keys(plan("rpoe"), 60)).containsExactly("library.plan.unknownNear");
        assertThat(keys(plan("rope", "rope", "rope"), 90)).containsExactly("library.plan.duplicate");
        assertThat(keys(plan(), 60)).containsExactly("library.plan.empty");
        assertThat(keys(plan("rope").timing("rope", Optional.of(0)), 60))
                .containsExactly("library.plan.minutes");
        assertThat(keys(plan("rope").timing("rope", Optional.of(241)), 300))
                .containsExactly("library.plan.minutes");
        assertThat(keys(plan("rope").timing("rope", Optional.of(240)), 240)).isEmpty();
        assertThat(keys(plan("rope"), 481)).containsExactly("library.plan.total");
        assertThat(keys(plan("rope"), 19)).containsExactly("library.plan.tooLong");
        assertThat(keys(plan("rope"), 20)).isEmpty();
    }

    @Test
    void a_weight_without_an_item_is_warned_of() {
        assertThat(plan("n2-04").warnings(LIBRARY, Weights.of(0, 99, 1, 0))).singleElement()
                .returns("library.plan.noEvidence.systems", PlanProblem::key);
        assertThat(plan("n2-04").warnings(LIBRARY, Weights.of(0, 100, 0, 0))).isEmpty();
    }

    @Test
    void an_exercise_of_the_future_is_warned_of() throws IOException {
        var later = withPlanned();
        assertThat(plan("later-exercise").problems(later, 60)).isEmpty();
        assertThat(plan("later-exercise").warnings(later, Weights.of(0, 100, 0, 0)))
                .extracting(PlanProblem::key)
                .contains("library.plan.planned");
    }

    private Library withPlanned() throws IOException {
        Files.writeString(folder.resolve("planned.yaml"), """
            exercises:
            - id: later-exercise
              title: {zh: 以后的题, en: An exercise to come}
              minutes: 30
              rubric: {theory: 50, practice: 50}
            """);
        return Library.open(List.of(EXERCISES, folder));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_problem_has_words(Language language) throws IOException {
        var later = withPlanned();
        var words = new WebWords(language);
        var broken = plan("rpoe", "rope", "rope", "zzzzzzzzzzzz").timing("rope", Optional.of(241));
        var problems = Stream
                .of(broken.problems(LIBRARY, 500), plan("rope").problems(LIBRARY, 1),
                        plan().problems(LIBRARY, 60),
                        plan("later-exercise").warnings(later, Weights.of(0, 0, 50, 50)),
                        plan().warnings(LIBRARY, Weights.of(50, 50, 0, 0)))
                .flatMap(List::stream)
                .toList();

        assertThat(problems).extracting(PlanProblem::key).contains("library.plan.unknown");
        assertThat(problems).allSatisfy(
                problem -> assertThat(words.say(problem.key(), problem.arguments().toArray())).isNotBlank()
                        .doesNotContain("{"));
    }

    private static List<String> keys(InterviewPlan plan, int minutes) {
        return plan.problems(LIBRARY, minutes).stream().map(PlanProblem::key).toList();
    }
}
