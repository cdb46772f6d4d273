package touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.answer.Marker;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.AnswerSheet;
import touchstone.judge.interview.Blueprints;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewGrader;
import touchstone.judge.interview.InterviewGrader.Work;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.PlannedExercises;
import touchstone.judge.interview.ReviewSheet;
import touchstone.judge.interview.Stock;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;

/// A whole interview in the real sandbox, against numbers that were computed by hand.
///
/// Minutes of an item times its percent in the dimension, and what it earns:
///
/// | item | theory | practice | systems | earns |
/// |---|---|---|---|---|
/// | scaled-dot-attention, accepted | 15·25 | 15·75 | | 1 |
/// | int8-affine-params, half up | 10·25 | 10·75 | | 95/100 |
/// | rope, accepted | 20·35 | 20·65 | | 1 |
/// | n2-04, three of four right ones | | 2·100 | | 3/4 |
/// | n2-07, right | | | 2·100 | 1 |
/// | n3-02, right, in another spelling | 2·100 | | | 1 |
/// | n7-01, upside down | 2·100 | | | 0 |
/// | q9-03, reviewed: points 1 and 2 | 4·100 | | | (2 + 3)/10 |
/// | n5-06, not to be read | 2·100 | | | 0 |
/// | q3-37, not answered | 1·100 | | | 0 |
/// | q3-05, two of four right ones | 2·100 | | | 1/2 |
/// | q6-12, reviewed: points 1 and 2 | | | 2·100 | (4 + 3)/10 |
///
/// q8-11, the only item of innovation, waits for a person.
class InterviewIT {
    private static final Path FILES = Path.of("src/test/resources/interview");
    private static final List<Path> ROOTS = List.of(Path.of(""));
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    static Path cache;

    private static InterviewReport report;

    @BeforeAll
    static void grade() {
        var catalogue = Catalogue.read(ROOTS);
        var planned = PlannedExercises.read(ROOTS, catalogue).entries();
        var stock = Stock.of(catalogue, QuestionBank.read(ROOTS), planned);
        var blueprint = Blueprints.read(ROOTS).find("onsite-whiteboard").orElseThrow();
        var plan = Plan.of(blueprint, stock);
        var work = new Work(AnswerSheet.read(FILES.resolve("answers.yaml"), plan),
                Map.of("scaled-dot-attention",
                        sample("attention/scaled-dot-attention", "accepted/three-loops.java"), "rope",
                        sample("attention/rope", "accepted/one-turn-after-another.java"),
                        "int8-affine-params",
                        sample("quantization/int8-affine-params", "wrong_answer/half-up.java")));
        try (var boxes = Boxes.open(cache)) {
            var marker = new Marker(boxes.judge().formulas(), new LocalEvaluator());
            var sections = new InterviewGrader(boxes.judge(), marker, () -> NOW).grade(plan, work,
                    ReviewSheet.read(FILES.resolve("review.yaml"), plan, NOW), 20260101, (_, _, _) -> {},
                    Progress.NONE);
            report = InterviewReport.of(blueprint.id(), blueprint.title(),
                    Optional.of(work.answers().candidate()), NOW, 20260101, blueprint.weights(),
                    new InterviewReport.WeightsFrom.TheBlueprint(), sections, List.of());
        }
    }

    private static Submission sample(String exercise, String name) {
        return Submissions.read(List.of(Path.of(exercise, "submissions", name)));
    }

    @Test
    void each_dimension_is_what_it_is_by_hand() {
        assertThat(score(RubricDimension.THEORY)).contains(
                Fraction.of(375 * 20 + 250 * 19 + 700 * 20 + 200 * 20 + 400 * 10 + 200 * 10, 20 * 2625));
        assertThat(score(RubricDimension.PRACTICE))
                .contains(Fraction.of(1125 * 20 + 750 * 19 + 1300 * 20 + 200 * 15, 20 * 3375));
        assertThat(score(RubricDimension.SYSTEMS)).contains(Fraction.of(85, 100));
        assertThat(score(RubricDimension.INNOVATION)).isEmpty();
    }

    /// (35·theory + 50·practice + 10·systems) / 95, because innovation's 5 % have no evidence yet.
    @Test
    void the_total_is_what_it_is_by_hand() {
        assertThat(report.score().total().orElseThrow().times(100, 6)).isEqualByComparingTo("85.653021");
    }

    @Test
    void what_is_open_is_told_apart_from_what_earned_nothing() {
        assertThat(report.openReviews()).extracting(one -> one.item().id()).containsExactly("q8-11");
        assertThat(report.unreadable()).extracting(one -> one.item().id()).containsExactly("n5-06");
        assertThat(report.missing()).isEmpty();
        assertThat(report.judgeErrors()).isEmpty();
        assertThat(report.score().provisional()).isTrue();
    }

    private static Optional<Fraction> score(RubricDimension dimension) {
        return report.score()
                .dimensions()
                .stream()
                .filter(one -> one.dimension() == dimension)
                .findFirst()
                .flatMap(DimensionScore::score);
    }
}
