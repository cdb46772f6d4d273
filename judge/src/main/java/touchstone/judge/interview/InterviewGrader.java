package touchstone.judge.interview;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.Judging;
import touchstone.judge.answer.Marker;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.InterviewReport.Section;
import touchstone.judge.question.Question;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.SandboxException;

/// Grades whole interviews: code by the judge, answers by the marker, words by nobody until a person has
/// reviewed them.
public final class InterviewGrader {
    private final Judging judge;
    private final Marker marker;
    private final InstantSource clock;

    /// Grades with these.
    public InterviewGrader(Judging judge, Marker marker, InstantSource clock) {
        this.judge = judge;
        this.marker = marker;
        this.clock = clock;
    }

    /// What a candidate handed in for one interview.
    ///
    /// @param code by id of the exercise
    public record Work(AnswerSheet answers, Map<String, Submission> code) {
        public Work {
            code = Map.copyOf(code);
        }
    }

    /// Told before each item.
    @FunctionalInterface
    public interface Listener {
        void item(int number, int all, String id);
    }

    /// Grades all items in the order of the interview.
    ///
    /// @param seed of everything random; the same seed gives the same marks
    public List<Section> grade(
            Plan plan,
            Work work,
            ReviewSheet reviews,
            long seed,
            Listener listener,
            Progress progress) {
        int all = plan.entries().size();
        int number = 0;
        var sections = new ArrayList<Section>();
        for (var part : plan.blueprint().parts()) {
            var items = new ArrayList<Evidence>();
            for (var entry : plan.entries(part)) {
                number++;
                listener.item(number, all, entry.item().id());
                items.add(reviewed(evidence(entry, work, seed, progress), reviews));
            }
            sections.add(new Section(part.title(), part.minutes(), items));
        }
        return sections;
    }

    private Evidence evidence(Entry entry, Work work, long seed, Progress progress) {
        var standing = switch (entry) {
            case Entry.Coding(var exercise) -> code(exercise, work, seed, progress);
            case Entry.Asked(var question) ->
                mark(question, work.answers().answers().getOrDefault(question.id(), ""), seed);
            case Entry.Planned _ -> new Standing.Missing();
        };
        return Evidence.of(entry.item(), standing, clock.instant());
    }

    private Standing code(Exercise exercise, Work work, long seed, Progress progress) {
        return Optional.ofNullable(work.code().get(exercise.id()))
                .map(submission -> Standing.of(judge.judge(submission, exercise, seed, progress)))
                .orElseGet(Standing.NoAnswer::new);
    }

    /// Marks one answer. A formula needs a box, and boxes can fail us.
    ///
    /// @param answer as it was typed
    public Standing mark(Question question, String answer, long seed) {
        try {
            return Standing.of(question, answer, marker.mark(question, answer, seed));
        } catch (SandboxException ours) {
            return new Standing.JudgeError(String.valueOf(ours.getMessage()));
        }
    }

    private static Evidence reviewed(Evidence evidence, ReviewSheet reviews) {
        var id = evidence.item().id();
        var review = reviews.reviews().get(id);
        var withReview = review != null && evidence.standing() instanceof Standing.WaitingForReview
                ? evidence.with(review)
                : evidence;
        var overruling = reviews.overrulings().get(id);
        return overruling == null ? withReview : withReview.with(overruling);
    }
}
