package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Blueprint.Part;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

class BlueprintProofTest {
    private static final Blueprint SHORT = Plans.SHORT.blueprint();

    @Test
    void minutes_are_told_by_chapter_and_shares_by_dimension() {
        var proof = BlueprintProof.of(SHORT, Plans.STOCK);

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.chapters()).containsExactly(entry("3", 8), entry(BlueprintProof.CODE, 10));
        assertThat(proof.free()).isEqualTo(2);
        assertThat(proof.planned()).containsExactly("later-sum");
        // practice: 2 min of q3-01, 80 % of 5 min of pair-sum, 5 min of later-sum, of 18 min in all
        assertThat(proof.shares().get(RubricDimension.PRACTICE)).isCloseTo(11.0 / 18, within(1e-12));
        assertThat(proof.shares().values().stream().mapToDouble(share -> share).sum()).isCloseTo(1,
                within(1e-12));
    }

    @Test
    void an_item_that_does_not_exist_is_told_with_the_nearest() {
        assertThat(problems(20, SHORT.weights(), part(20, "q3-01", "pair-sun")))
                .contains("there is no exercise and no question 'pair-sun'; did you mean 'pair-sum'?");
    }

    @Test
    void items_that_take_another_time_than_their_part_are_told() {
        assertThat(problems(20, SHORT.weights(), part(20, "q3-01", "pair-sum")))
                .contains("the items of 'Part' take 7 minutes, but the part has 20; make them equal");
    }

    @Test
    void parts_that_take_another_time_than_the_interview_are_told() {
        assertThat(problems(21, SHORT.weights(), part(7, "q3-01", "pair-sum"), part(13)))
                .contains("the parts take 20 minutes, but the interview has 21; make them equal");
    }

    @Test
    void a_weight_that_no_item_answers_for_is_told() {
        assertThat(problems(7, Weights.of(50, 45, 0, 5), part(7, "q3-01", "pair-sum"))).containsExactly(
                "'innovation' weighs 5 %, but no item counts for it; add one or set its weight" + " to 0");
    }

    @Test
    void nobody_is_interviewed_by_a_blueprint_that_does_not_fit() {
        var blueprint = blueprint(20, SHORT.weights(), part(20, "q3-01"));

        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> Plan.of(blueprint, Plans.STOCK));
    }

    private static Part part(int minutes, String... items) {
        return new Part(3, new Text("部分", "Part"), minutes, List.of(items));
    }

    private static Blueprint blueprint(int minutes, Weights weights, Part... parts) {
        return new Blueprint(SHORT.file(), "short", SHORT.title(), SHORT.description(), minutes, weights,
                List.of(parts));
    }

    private static List<String> problems(int minutes, Weights weights, Part... parts) {
        return BlueprintProof.of(blueprint(minutes, weights, parts), Plans.STOCK)
                .problems()
                .stream()
                .map(Problem::message)
                .toList();
    }
}
