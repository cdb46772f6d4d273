package touchstone.web.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.web.grading.Hall.judged;
import static touchstone.web.grading.Hall.marked;
import static touchstone.web.grading.Hall.waiting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.text.Hint;
import touchstone.web.library.InterviewPlan;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;

/// Whatever happens in whatever order, all views of it agree.
class GradingsPropertiesTest {
    private static final int CANDIDATES = 6;
    private static final int EVENTS = 400;

    @TempDir
    private Path folder;

    private final Random random = new Random(20260504);
    private final List<Long> unjudged = new ArrayList<>();
    private final List<Long> inWords = new ArrayList<>();

    @Test
    void the_summary_the_reports_and_the_queue_agree_after_anything() {
        agreeAfterAnything(new DatabaseAddress.Embedded(folder));
    }

    void agreeAfterAnything(DatabaseAddress address) {
        try (var hall = new Hall(address)) {
            var interview = hall.interview("onsite-whiteboard");
            var items = InterviewPlan.read(interview.plan()).items().toList();
            var candidates = new ArrayList<Long>();
            for (int i = 0; i < CANDIDATES; i++) {
                candidates.add(hall.started(interview, "candidate " + i));
            }
            for (int event = 0; event < EVENTS; event++) {
                happen(hall, candidates.get(random.nextInt(CANDIDATES)),
                        items.get(random.nextInt(items.size())));
                if (event % 20 == 0) {
                    agree(hall, interview);
                }
            }
            agree(hall, interview);
        }
    }

    private void happen(Hall hall, long candidate, String item) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> {
                long submission = hall.submit(candidate, item);
                unjudged.add(submission);
            }
            case 5, 6, 7 -> judge(hall);
            case 8 -> {
                if (!inWords.isEmpty()) {
                    hall.review(inWords.get(random.nextInt(inWords.size())), 1 + random.nextInt(3));
                }
            }
            case 9 -> hall.overrule(candidate, item, Fraction.of(random.nextInt(101), 100));
            case 10 -> hall.withdraw(candidate, item);
            default -> {
                if (random.nextInt(8) == 0) {
                    hall.end(candidate);
                }
            }
        }
    }

    private void judge(Hall hall) {
        if (!unjudged.isEmpty()) {
            long submission = unjudged.remove(random.nextInt(unjudged.size()));
            var item = hall.store.submissions().find(submission).orElseThrow().item();
            var standing = standing(item);
            if (standing instanceof Standing.WaitingForReview) {
                inWords.add(submission);
            }
            hall.judge(submission, standing);
            if (standing instanceof Standing.JudgeError && random.nextBoolean()) {
                unjudged.add(submission);
            }
        }
    }

    private Standing standing(String item) {
        int kind = random.nextInt(8);
        if (kind == 0) {
            return new Standing.JudgeError("no box");
        }
        return switch (Hall.LIBRARY.find(item).orElseThrow()) {
            case Entry.Coding _ -> judged(item, random.nextInt(5) * 25);
            case Entry.Asked(var question) when question.key() instanceof Key.Open ->
                kind == 1 ? new Standing.NoAnswer() : waiting(item);
            case Entry.Asked _ -> kind == 1 ? new Standing.Unreadable(Hint.at(0, "unit"), "12 apples")
                    : marked(random.nextInt(5), 4);
            case Entry.Planned _ -> new Standing.Missing();
        };
    }

    private static void agree(Hall hall, Interview interview) {
        int waiting = 0;
        for (var summary : hall.gradings().summary(interview)) {
            var report = hall.gradings().report(summary.candidate().id()).orElseThrow();
            var score = report.report().score();
            assertThat(summary.total()).isEqualTo(score.total());
            assertThat(summary.range()).isEqualTo(score.range());
            score.dimensions()
                    .forEach(one -> assertThat(summary.dimensions().get(one.dimension()))
                            .isEqualTo(one.score()));
            assertThat(summary.waitingReviews()).isEqualTo(report.report().openReviews().size());
            assertThat(summary.ourErrors())
                    .isEqualTo(report.items().stream().filter(ItemDetails::retry).count())
                    .isGreaterThanOrEqualTo(report.report().judgeErrors().size());
            assertThat(summary.done())
                    .isEqualTo(report.items().stream().filter(one -> !one.history().isEmpty()).count());
            assertThat(summary.timeUsed()).isEqualTo(report.timing().used(hall.now()));
            report.items().forEach(GradingsPropertiesTest::countsRight);
            waiting += report.candidate().state() == Candidate.State.ENDED ? summary.waitingReviews() : 0;
        }
        assertThat(hall.queue().waiting(ReviewQueue.Filter.ALL)).hasSize(waiting);
    }

    /// Nothing that was handed in for an exercise is better than what counts, and later ones are worse.
    private static void countsRight(ItemDetails item) {
        var counting = item.counting();
        assertThat(counting.isPresent()).isEqualTo(!item.history().isEmpty());
        if (item.item().entry().orElseThrow() instanceof Entry.Coding) {
            item.history().forEach(one -> {
                var earned = points(one);
                var most = points(counting.orElseThrow());
                assertThat(earned).isLessThanOrEqualTo(most);
                if (one.submission().number() > counting.orElseThrow().submission().number()) {
                    assertThat(earned).isLessThan(most);
                }
            });
        } else {
            counting.ifPresent(last -> assertThat(last).isEqualTo(item.history().getLast()));
        }
    }

    private static int points(ItemDetails.HandedIn one) {
        return one.standing()
                .map(standing -> standing instanceof Standing.Judged judged ? judged.score().points() : -1)
                .orElse(-1);
    }
}
