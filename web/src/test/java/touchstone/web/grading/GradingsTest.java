package touchstone.web.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.web.grading.Hall.judged;
import static touchstone.web.grading.Hall.marked;
import static touchstone.web.grading.Hall.waiting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.Note;
import touchstone.judge.interview.Standing;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Pause;

class GradingsTest {
    @TempDir
    private static Path folder;

    private static Hall hall;

    @BeforeAll
    static void open() {
        hall = new Hall(folder);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    /// One exercise of theory and practice, one question of theory, one answer in words.
    private static Interview small() {
        return hall.interview(
                new InterviewPlan(List.of(new Part(new Text("一", "One"), 40, List.of(slot("rope"))),
                        new Part(new Text("二", "Two"), 20, List.of(slot("n3-02"), slot("q9-03"))))),
                "own", 60, "30,40,20,10");
    }

    private static Slot slot(String id) {
        return new Slot(id, Optional.empty());
    }

    private static ItemDetails item(long candidate, String id) {
        return report(candidate).item(id).orElseThrow();
    }

    private static CandidateReport report(long candidate) {
        return hall.gradings().report(candidate).orElseThrow();
    }

    private static CandidateSummary summary(Interview interview) {
        return hall.gradings().summary(interview).getFirst();
    }

    /// The interview that the exercises' own tests compute by hand, with the same marks.
    private static long whiteboard(Interview interview) {
        long candidate = hall.started(interview, "Lin");
        Map.of("scaled-dot-attention", judged("scaled-dot-attention", 100), "int8-affine-params",
                judged("int8-affine-params", 95), "rope", judged("rope", 100), "n2-04", marked(3, 4), "n2-07",
                marked(1, 1), "n3-02", marked(1, 1), "n7-01", marked(0, 1), "n5-06",
                new Standing.Unreadable(Hint.at(0, "unit"), "12 apples"), "q3-05", marked(1, 2), "q8-11",
                waiting("q8-11")).forEach((item, standing) -> hall.submit(candidate, item, standing));
        hall.review(hall.submit(candidate, "q9-03", waiting("q9-03")), 1, 2);
        hall.review(hall.submit(candidate, "q6-12", waiting("q6-12")), 1, 2);
        hall.end(candidate);
        return candidate;
    }

    @Test
    void a_whole_interview_comes_to_what_it_is_by_hand() {
        var interview = hall.interview("onsite-whiteboard");
        var report = report(whiteboard(interview)).report();

        assertThat(report.score().total().orElseThrow().times(100, 6)).isEqualByComparingTo("85.653021");
        assertThat(report.openReviews()).extracting(one -> one.item().id()).containsExactly("q8-11");
        assertThat(report.unreadable()).extracting(one -> one.item().id()).containsExactly("n5-06");
        assertThat(report.score().leftOut()).extracting(one -> one.dimension())
                .containsExactly(RubricDimension.INNOVATION);
        assertThat(report.weightsFrom()).isInstanceOf(WeightsFrom.TheBlueprint.class);
        assertThat(report.sections()).hasSize(6);
        assertThat(report.candidate()).contains("Lin");
    }

    @Test
    void its_summary_says_the_same() {
        var interview = hall.interview("onsite-whiteboard");
        long candidate = whiteboard(interview);
        hall.invited(interview, "Mo");

        var summaries = hall.gradings().summary(interview);

        assertThat(summaries).extracting(one -> one.candidate().name()).containsExactly("Lin", "Mo");
        var lin = summaries.getFirst();
        assertThat(lin.total()).isEqualTo(report(candidate).report().score().total());
        assertThat(lin.range()).isPresent();
        assertThat(lin.dimensions().get(RubricDimension.INNOVATION)).isEmpty();
        assertThat(lin.dimensions().get(RubricDimension.SYSTEMS)).contains(Fraction.of(85, 100));
        assertThat(lin).returns(12, CandidateSummary::done)
                .returns(13, CandidateSummary::items)
                .returns(1, CandidateSummary::waitingReviews)
                .returns(0, CandidateSummary::ourErrors);
        assertThat(summaries.get(1).total()).isEmpty();
    }

    @Test
    void of_an_exercise_the_best_submission_counts_and_of_equal_ones_the_later() {
        long candidate = hall.started(small(), "Lin");
        hall.submit(candidate, "rope", judged("rope", 40));
        hall.submit(candidate, "rope", judged("rope", 70));
        long later = hall.submit(candidate, "rope", judged("rope", 70));
        hall.submit(candidate, "rope", judged("rope", 10));

        var item = item(candidate, "rope");
        assertThat(item.counting().orElseThrow().submission().id()).isEqualTo(later);
        assertThat(item.evidence().fraction()).contains(Fraction.of(70, 100));
        assertThat(item.history()).extracting(one -> one.submission().number()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void of_a_question_the_last_submission_counts() {
        long candidate = hall.started(small(), "Lin");
        hall.submit(candidate, "n3-02", marked(1, 1));
        hall.submit(candidate, "n3-02", marked(0, 1));

        assertThat(item(candidate, "n3-02").evidence().fraction()).contains(Fraction.ZERO);
    }

    @Test
    void an_exercise_that_is_handed_in_again_keeps_its_points_while_that_is_judged() {
        long candidate = hall.started(small(), "Lin");
        hall.submit(candidate, "rope", judged("rope", 60));
        hall.submit(candidate, "rope");

        assertThat(item(candidate, "rope").evidence().fraction()).contains(Fraction.of(60, 100));
        assertThat(item(candidate, "rope").state()).returns(ItemProgress.SUBMITTED, ItemState::progress)
                .returns(2, ItemState::submissions);
    }

    @Test
    void what_is_not_judged_yet_is_open_and_no_fault() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        hall.submit(candidate, "rope");
        hall.end(candidate);

        assertThat(item(candidate, "rope").evidence().standing()).isEqualTo(new Standing.Pending(true));
        assertThat(item(candidate, "n3-02").evidence().standing()).isEqualTo(new Standing.NoAnswer());
        assertThat(summary(interview)).returns(true, CandidateSummary::provisional)
                .returns(0, CandidateSummary::ourErrors)
                .returns(1, CandidateSummary::done);
    }

    @Test
    void nothing_handed_in_is_open_before_the_end_and_no_points_after_it() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");

        assertThat(item(candidate, "rope").evidence().standing()).isEqualTo(new Standing.Pending(false));
        assertThat(report(candidate).report().score().range()).get()
                .returns(Fraction.ZERO, range -> range.lowest())
                .returns(Fraction.ONE, range -> range.highest());
        assertThat(summary(interview).total()).isEmpty();

        hall.end(candidate);
        assertThat(item(candidate, "rope").evidence().standing()).isEqualTo(new Standing.NoAnswer());
        assertThat(summary(interview).total()).contains(Fraction.ZERO);
        assertThat(summary(interview).dimensions().get(RubricDimension.SYSTEMS)).isEmpty();
    }

    @Test
    void the_last_review_counts_and_only_of_the_last_answer() {
        long candidate = hall.started(small(), "Lin");
        long first = hall.submit(candidate, "q9-03", waiting("q9-03"));
        hall.review(first, 1);
        hall.review(first, 1, 2);
        assertThat(item(candidate, "q9-03").evidence().fraction()).contains(Fraction.of(5, 10));

        long second = hall.submit(candidate, "q9-03", waiting("q9-03"));
        assertThat(item(candidate, "q9-03").evidence().fraction()).isEmpty();

        hall.review(second);
        var item = item(candidate, "q9-03");
        assertThat(item.evidence().fraction()).contains(Fraction.ZERO);
        assertThat(item.evidence().review()).get().returns("Bob", review -> review.by());
        assertThat(item.reviews()).hasSize(3).allMatch(one -> one.by().equals("Bob"));
    }

    @Test
    void a_review_of_key_points_that_are_gone_is_as_good_as_none() {
        long candidate = hall.started(small(), "Lin");
        hall.review(hall.submit(candidate, "q9-03", waiting("q9-03")), 1, 40);

        assertThat(item(candidate, "q9-03").evidence().open()).isTrue();
    }

    @Test
    void the_last_overruling_counts_until_it_is_withdrawn() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        hall.submit(candidate, "rope", judged("rope", 40));
        hall.overrule(candidate, "rope", Fraction.of(1, 2));
        hall.overrule(candidate, "rope", Fraction.of(3, 4));
        hall.end(candidate);
        assertThat(item(candidate, "rope").evidence().fraction()).contains(Fraction.of(3, 4));
        assertThat(item(candidate, "rope").evidence().overruling()).get()
                .returns("Ada", one -> one.by())
                .returns("because", one -> one.reason());
        // the exercise alone has practice
        assertThat(summary(interview).dimensions().get(RubricDimension.PRACTICE)).contains(Fraction.of(3, 4));

        hall.withdraw(candidate, "rope");
        var item = item(candidate, "rope");
        assertThat(item.evidence().fraction()).contains(Fraction.of(40, 100));
        assertThat(item.evidence().overruling()).isEmpty();
        assertThat(item.overrulings()).hasSize(3);
    }

    @Test
    void our_fault_is_counted_where_judging_again_could_help() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        hall.submit(candidate, "n3-02", new Standing.JudgeError("no box"));
        hall.submit(candidate, "rope", judged("rope", 60));
        hall.submit(candidate, "rope", new Standing.JudgeError("no worker"));
        hall.end(candidate);
        assertThat(item(candidate, "rope").evidence().fraction()).contains(Fraction.of(60, 100));
        assertThat(summary(interview).ourErrors()).isEqualTo(2);
        assertThat(report(candidate).report().notes()).contains(Note.of("retry", List.of("rope")))
                .contains(Note.of("judgeError", List.of("n3-02")));

        hall.overrule(candidate, "n3-02", Fraction.ONE);
        hall.submit(candidate, "rope", judged("rope", 100));
        assertThat(summary(interview)).returns(0, CandidateSummary::ourErrors)
                .returns(0, CandidateSummary::waitingReviews);
    }

    @Test
    void what_we_failed_at_is_open_until_another_attempt_does_better() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        long submission = hall.submit(candidate, "n3-02", new Standing.JudgeError("no box"));
        assertThat(item(candidate, "n3-02").state().progress()).isEqualTo(ItemProgress.SUBMITTED);
        assertThat(item(candidate, "n3-02").evidence().open()).isTrue();

        hall.judge(submission, marked(1, 1));
        assertThat(item(candidate, "n3-02").state().progress()).isEqualTo(ItemProgress.JUDGED);
        assertThat(item(candidate, "n3-02").evidence().fraction()).contains(Fraction.ONE);
        assertThat(summary(interview).ourErrors()).isZero();
    }

    @Test
    void what_another_version_of_the_item_judged_is_said() {
        long candidate = hall.started(small(), "Lin");
        hall.judge(hall.submit(candidate, "rope"), judged("rope", 100), "an older hash");

        assertThat(item(candidate, "rope").outdated()).isTrue();
        assertThat(report(candidate).report().notes()).contains(Note.of("outdated", List.of("rope")));
    }

    @Test
    void an_item_that_the_library_lacks_does_not_count() {
        var interview = hall.interview(
                new InterviewPlan(
                        List.of(new Part(new Text("一", "One"), 60, List.of(slot("gone"), slot("n3-02"))))),
                "own", 60, "100,0,0,0");
        long candidate = hall.started(interview, "Lin");
        hall.submit(candidate, "n3-02", marked(1, 2));
        hall.end(candidate);

        assertThat(report(candidate).report().missing()).extracting(one -> one.item().id())
                .containsExactly("gone");
        assertThat(summary(interview)).returns(Optional.of(Fraction.of(1, 2)), CandidateSummary::total)
                .returns(1, CandidateSummary::items);
    }

    @Test
    void minutes_of_the_interview_weigh_instead_of_the_items_own() {
        var plan = new InterviewPlan(List.of(new Part(new Text("一", "One"), 60,
                List.of(new Slot("n3-02", Optional.of(30)), new Slot("n7-01", Optional.of(10))))));
        var interview = hall.interview(plan, "own", 60, "100,0,0,0");
        long candidate = hall.started(interview, "Lin");
        hall.submit(candidate, "n3-02", marked(1, 1));
        hall.submit(candidate, "n7-01", marked(0, 1));
        hall.end(candidate);

        assertThat(summary(interview).total()).contains(Fraction.of(3, 4));
    }

    @Test
    void an_overview_tells_how_far_somebody_is() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        hall.store.drafts().save(candidate, "q9-03", 0, "because", hall.now());
        hall.submit(candidate, "n3-02", marked(1, 1));
        hall.pass(Duration.ofMinutes(1));
        hall.store.drafts().save(candidate, "n3-02", 0, "43", hall.now());

        var progress = hall.gradings()
                .progress(interview, hall.store.candidates().find(candidate).orElseThrow());
        assertThat(progress.keySet()).containsExactly("rope", "n3-02", "q9-03");
        assertThat(progress.values()).extracting(ItemState::progress)
                .containsExactly(ItemProgress.NOT_STARTED, ItemProgress.JUDGED, ItemProgress.DRAFT);
        assertThat(progress.values()).extracting(ItemState::changedSince).containsExactly(false, true, true);
    }

    @Test
    void time_that_our_faults_took_is_not_used() {
        var interview = small();
        long candidate = hall.started(interview, "Lin");
        var start = hall.now();
        hall.store.candidates()
                .pause(candidate, start.plusSeconds(60), start.plusSeconds(180), Pause.Cause.OUTAGE);
        hall.store.candidates()
                .pause(candidate, start.plusSeconds(120), start.plusSeconds(240), Pause.Cause.JUDGE_ERROR);
        hall.pass(Duration.ofMinutes(10));

        assertThat(summary(interview).timeUsed()).hasMinutes(7);
        assertThat(report(candidate).timing().deadline()).contains(start.plus(Duration.ofMinutes(63)));
        hall.pass(Duration.ofMinutes(52));
        var clockwork = new Clockwork(hall.store);
        assertThat(clockwork.overdue(hall.now())).extracting(Candidate::id).doesNotContain(candidate);
        hall.pass(Duration.ofMinutes(1));
        assertThat(clockwork.overdue(hall.now())).extracting(Candidate::id).contains(candidate);
    }

    @Test
    void notes_are_told_with_their_writers() {
        long candidate = hall.started(small(), "Lin");
        hall.store.notes().add(candidate, Optional.of("rope"), "fast", hall.bob, hall.now());

        assertThat(report(candidate).notes()).singleElement()
                .returns("Bob", Signed::by)
                .returns("fast", one -> one.value().content());
    }

    @Test
    void nobody_has_no_report() {
        assertThat(hall.gradings().report(4711)).isEmpty();
        assertThat(hall.gradings().summary(small())).isEmpty();
    }
}
