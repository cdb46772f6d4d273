package touchstone.judge.certify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.judge.submission.WrongInputException;

/// The sample submissions of an exercise. The folder that a file lies in is the
/// verdict it must get.
record SampleFolder(List<Sample> samples, List<String> problems) {
    record Sample(String name, Verdict expected, Submission submission) {}

    static SampleFolder of(Exercise exercise) {
        var samples = new ArrayList<Sample>();
        var problems = new ArrayList<String>();
        try {
            for (var folder : sorted(exercise.folder().resolve("submissions"))) {
                var name = folder.getFileName().toString();
                var expected = verdict(name);
                if (expected.isEmpty() || !Files.isDirectory(folder)) {
                    problems.add("submissions/" + name
                            + ": name the folder after a verdict, such as wrong_answer");
                    continue;
                }
                for (var file : sorted(folder)) {
                    samples.add(new Sample(name + "/" + file.getFileName(), expected.get(),
                            Submissions.read(List.of(file))));
                }
            }
        } catch (IOException | WrongInputException e) {
            problems.add("submissions: " + e.getMessage());
        }
        for (var needed : List.of(Verdict.ACCEPTED, Verdict.WRONG_ANSWER)) {
            if (samples.stream().noneMatch(sample -> sample.expected() == needed)) {
                problems.add("submissions/" + needed.name().toLowerCase(Locale.ROOT) + ": holds no file");
            }
        }
        return new SampleFolder(samples, problems);
    }

    /// A submission of one file.
    static Submission source(String text) {
        return Submissions.of("Solution.java", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Verdict> verdict(String folder) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.JUDGE_ERROR)
                .filter(verdict -> verdict.name().toLowerCase(Locale.ROOT).equals(folder))
                .findFirst();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }
}
