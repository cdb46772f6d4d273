package touchstone.judge.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import touchstone.judge.Judging;
import touchstone.judge.Toys;
import touchstone.judge.answer.Marker;
import touchstone.judge.batch.intake.Intakes;
import touchstone.judge.batch.intake.Wanted;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.InterviewGrader;
import touchstone.judge.interview.Weights;

/// Batches of the tiny exercise.
public final class Batches {
    public static final Exercise EXERCISE = Toys.exercise(Toys.FOLDER);
    public static final Wanted WANTED = Wanted.all(Set.of(EXERCISE.id()));
    public static final InstantSource CLOCK = () -> Instant.parse("2026-05-04T10:00:00Z");

    private Batches() {}

    public static Scheme scheme(long seed) {
        return Scheme.of(List.of(EXERCISE), Weights.of(25, 25, 25, 25), seed);
    }

    /// Begins or resumes a batch of what lies at the path.
    public static Batch begin(BatchFolder folder, Path upload, long seed) {
        return Batch.begin(folder, Intakes.read(upload, WANTED), scheme(seed), WANTED, upload.toString(),
                CLOCK);
    }

    public static Batch.Ending run(Batch batch, Judging judge, int jobs) {
        var marker = new Marker(new LocalEvaluator(), new LocalEvaluator());
        return batch.run(new Grading(judge, new InterviewGrader(judge, marker, CLOCK)), jobs, CLOCK,
                System::nanoTime, _ -> {});
    }

    /// One of the exercise's submissions, unlike everybody else's.
    public static String own(String submission, int number) {
        return Toys.source(submission) + "\n// " + number + "\n";
    }

    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
