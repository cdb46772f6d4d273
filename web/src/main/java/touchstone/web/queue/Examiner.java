package touchstone.web.queue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.answer.Marker;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Question;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submissions;
import touchstone.judge.submission.WrongInputException;
import touchstone.sandbox.Diagnostic;
import touchstone.web.store.Submission;

/// Finds what a submission is worth: code by the judge, answers by the marker.
public final class Examiner {
    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);
    private static final String FILE = "Solution.java";

    private final Judging judge;
    private final Marker marker;
    private final Function<String, Optional<Entry>> library;

    /// Examines with these.
    ///
    /// @param marker evaluates candidates' formulas in a box
    /// @param library items by id, as they are just now
    public Examiner(Judging judge, Marker marker, Function<String, Optional<Entry>> library) {
        this.judge = judge;
        this.marker = marker;
        this.library = library;
    }

    /// What was found.
    ///
    /// @param version content hash of the item, empty if nobody knows it
    /// @param judgement of an exercise that was run
    record Finding(Standing standing, String version, Optional<Judgement> judgement) {}

    /// Never fails: what goes wrong is our fault and stands as that.
    Finding examine(Submission submission, long seed, Progress progress) {
        try {
            return library.apply(submission.item())
                    .map(entry -> find(entry, submission, seed, progress))
                    .orElseGet(() -> new Finding(new Standing.Missing(), "", Optional.empty()));
        } catch (RuntimeException | Error ours) { // an Error too, or the submission would wait for ever
            LOG.error("{} cannot be judged", submission, ours);
            return new Finding(new Standing.JudgeError(ours.toString()), "", Optional.empty());
        }
    }

    private Finding find(Entry entry, Submission submission, long seed, Progress progress) {
        return switch (entry) {
            case Entry.Coding(var exercise) -> code(exercise, submission, seed, progress);
            case Entry.Asked(var question) -> answer(question, submission, seed);
            case Entry.Planned _ -> new Finding(new Standing.Missing(), "", Optional.empty());
        };
    }

    private Finding code(Exercise exercise, Submission submission, long seed, Progress progress) {
        if (submission.content().isBlank()) {
            return new Finding(new Standing.NoAnswer(), exercise.hash(), Optional.empty());
        }
        var judgement = judge.judge(source(submission), exercise, seed, progress);
        return new Finding(Standing.of(judgement), exercise.hash(), Optional.of(judgement));
    }

    private Finding answer(Question question, Submission submission, long seed) {
        var answer = submission.content();
        return new Finding(Standing.of(question, answer, marker.mark(question, answer, seed)),
                question.hash(), Optional.empty());
    }

    /// What no compiler takes was handed in all the same, and its author is told by a compile error.
    private static touchstone.judge.submission.Submission source(Submission submission) {
        try {
            return Submissions.of(FILE, submission.content().getBytes(StandardCharsets.UTF_8));
        } catch (WrongInputException e) {
            return new touchstone.judge.submission.Submission(List.of(), submission.sha256(),
                    List.of(Diagnostic.error("", String.valueOf(e.getMessage()))));
        }
    }
}
