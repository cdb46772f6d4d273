package touchstone.judge.batch;

import java.util.LinkedHashMap;
import java.util.List;
import touchstone.judge.digest.Sha256;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.question.Question;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.judge.upload.Upload;

/// Something to be judged or marked once, however many handed it in.
sealed interface Job {
    /// Equal for equal work: source, suite, seed and limits, or answer, question and seed.
    String key();

    /// Id of the exercise or question.
    String item();

    /// Ids of all who handed in exactly this.
    List<String> applicants();

    /// Source files for an exercise. They are decoded when their turn comes, and forgotten afterwards.
    record Code(String key, Exercise exercise, List<Upload.File> files, List<String> applicants)
            implements Job {
        @Override
        public String item() {
            return exercise.id();
        }

        Submission submission() {
            return Job.submission(files, exercise);
        }
    }

    /// An answer to a question.
    record Answer(String key, Question question, String answer, List<String> applicants) implements Job {
        @Override
        public String item() {
            return question.id();
        }
    }

    /// These files as one submission.
    ///
    /// @throws touchstone.judge.submission.WrongInputException when they cannot be one
    static Submission submission(List<Upload.File> files, Exercise exercise) {
        var named = new LinkedHashMap<String, byte[]>();
        // a single file may be called anything, and equal ones are judged once
        files.forEach(file -> named.put(files.size() == 1 ? "Solution.java" : file.path(), file.content()));
        return Submissions.of(named, exercise.limits().source());
    }

    static String key(Exercise exercise, Submission submission, long seed) {
        return new Sha256().text("code")
                .text(exercise.id())
                .text(exercise.hash())
                .text(submission.sha256())
                .text(Long.toString(seed))
                .text(exercise.limits().toString())
                .hex();
    }

    static String key(Question question, String answer, long seed) {
        return new Sha256().text("answer")
                .text(question.id())
                .text(question.hash())
                .text(answer)
                .text(Long.toString(seed))
                .hex();
    }
}
