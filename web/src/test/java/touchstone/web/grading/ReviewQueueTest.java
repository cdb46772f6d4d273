package touchstone.web.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.web.grading.Hall.judged;
import static touchstone.web.grading.Hall.waiting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.web.grading.ReviewQueue.Filter;
import touchstone.web.library.InterviewPlan;
import touchstone.web.store.Interview;

class ReviewQueueTest {
    @TempDir
    private Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private List<OpenAnswer> all() {
        return hall.queue().waiting(Filter.ALL);
    }

    private long answered(Interview interview, String name, String... items) {
        long candidate = hall.started(interview, name);
        for (var item : items) {
            hall.submit(candidate, item, waiting(item));
        }
        return candidate;
    }

    @Test
    void only_last_answers_of_those_who_have_ended_wait() {
        var interview = hall.interview("onsite-whiteboard");
        long candidate = answered(interview, "Lin", "q8-11", "q8-11", "q9-03");
        hall.submit(candidate, "rope", judged("rope", 10));
        hall.submit(candidate, "q6-12", new Standing.NoAnswer());
        assertThat(all()).isEmpty();

        hall.end(candidate);
        assertThat(all()).extracting(one -> one.question().id()).containsExactly("q9-03", "q8-11");
        assertThat(all()).allSatisfy(one -> assertThat(one.answer()).isEqualTo("in words"));
    }

    @Test
    void what_is_reviewed_or_overruled_leaves_and_comes_back_with_the_withdrawal() {
        var interview = hall.interview("onsite-whiteboard");
        long candidate = answered(interview, "Lin", "q8-11", "q9-03");
        hall.end(candidate);
        hall.review(all().getFirst().submissionId(), 1);
        assertThat(all()).extracting(one -> one.question().id()).containsExactly("q8-11");

        hall.overrule(candidate, "q8-11", Fraction.ONE);
        assertThat(all()).isEmpty();
        hall.withdraw(candidate, "q8-11");
        assertThat(all()).extracting(one -> one.question().id()).containsExactly("q8-11");
        hall.overrule(candidate, "q8-11", Fraction.ZERO);
        assertThat(all()).isEmpty();
    }

    @Test
    void all_answers_to_a_question_come_in_a_row_in_the_order_of_the_interview() {
        var interview = hall.interview("onsite-whiteboard");
        for (int i = 0; i < 8; i++) {
            hall.end(answered(interview, "candidate " + i, "q8-11", "q9-03", "q6-12"));
        }

        assertThat(all()).extracting(one -> one.question().id())
                .containsSubsequence("q9-03", "q6-12", "q8-11")
                .hasSize(24);
        assertThat(all().subList(0, 8)).allMatch(one -> one.question().id().equals("q9-03"));
        assertThat(all().subList(8, 16)).allMatch(one -> one.question().id().equals("q6-12"));
    }

    @Test
    void the_order_of_candidates_stays_differs_between_questions_and_is_not_that_of_their_coming() {
        var interview = hall.interview("onsite-whiteboard");
        var owners = new HashMap<Long, Long>();
        for (int i = 0; i < 12; i++) {
            long candidate = answered(interview, "candidate " + i, "q8-11", "q9-03");
            hall.end(candidate);
            hall.store.submissions().ofCandidate(candidate).forEach(one -> owners.put(one.id(), candidate));
        }

        var first = all().subList(0, 12).stream().map(one -> owners.get(one.submissionId())).toList();
        var second = all().subList(12, 24).stream().map(one -> owners.get(one.submissionId())).toList();

        assertThat(first).doesNotHaveDuplicates().isNotEqualTo(first.stream().sorted().toList());
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        assertThat(all()).isEqualTo(all()).extracting(OpenAnswer::code).doesNotHaveDuplicates();
    }

    @Test
    void whose_answer_it_is_stands_nowhere() {
        long candidate = answered(hall.interview("onsite-whiteboard"), "Lin Xiaoming", "q8-11");
        hall.end(candidate);

        assertThat(all()).singleElement()
                .satisfies(one -> assertThat(one.toString()).doesNotContain("Xiaoming", "77"))
                .satisfies(one -> assertThat(one.code()).matches("A-[0-9A-F]{5}"));
    }

    @Test
    void a_reviewer_may_want_one_interview_or_one_question() {
        var one = hall.interview("onsite-whiteboard");
        var other = hall.interview("onsite-whiteboard");
        hall.end(answered(one, "Lin", "q8-11", "q9-03"));
        hall.end(answered(other, "Mo", "q8-11"));

        assertThat(hall.queue().waiting(new Filter(Optional.of(other.id()), Optional.empty()))).hasSize(1);
        assertThat(hall.queue().waiting(new Filter(Optional.empty(), Optional.of("q8-11")))).hasSize(2);
        assertThat(hall.queue().waiting(new Filter(Optional.of(other.id()), Optional.of("q9-03")))).isEmpty();
    }

    @Test
    void a_lock_is_seen_until_it_expires() {
        hall.end(answered(hall.interview("onsite-whiteboard"), "Lin", "q8-11"));
        long submission = all().getFirst().submissionId();
        assertThat(hall.store.reviews()
                .lock(submission, hall.bob, hall.now(), hall.now().plus(Duration.ofMinutes(5)))).isTrue();

        assertThat(all()).singleElement()
                .satisfies(one -> assertThat(one.lock()).get().returns("Bob", Signed::by))
                .returns(true, one -> one.lockedFor(hall.ada))
                .returns(false, one -> one.lockedFor(hall.bob));
        hall.pass(Duration.ofMinutes(5));
        assertThat(all().getFirst().lock()).isEmpty();
    }

    @Test
    void an_answer_is_found_after_its_review_too() {
        long candidate = answered(hall.interview("onsite-whiteboard"), "Lin", "q8-11");
        long submission = hall.submit(candidate, "q9-03", waiting("q9-03"));
        assertThat(hall.queue().find(submission)).isEmpty();

        hall.end(candidate);
        assertThat(hall.queue().find(submission)).get().returns(false, OpenAnswer::decided);
        hall.review(submission, 1);
        assertThat(hall.queue().find(submission)).get().returns(true, OpenAnswer::decided);
        assertThat(hall.queue().find(4711)).isEmpty();
    }

    @Test
    void an_answer_to_what_the_interview_no_longer_asks_does_not_wait() {
        var interview = hall.interview("onsite-whiteboard");
        hall.end(answered(interview, "Lin", "q8-11"));
        var changed = InterviewPlan.read(interview.plan()).removing("q8-11");
        hall.store.interviews()
                .change(new Interview(interview.id(), interview.title(), interview.blueprint(),
                        changed.json(), interview.minutes(), interview.weights(), interview.weightsFrom(),
                        interview.seed(), true, 90, interview.createdBy(), interview.createdAt(),
                        Optional.empty()));

        assertThat(all()).isEmpty();
    }
}
