package touchstone.judge.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.exercise.ExerciseReader;
import touchstone.judge.exercise.ExerciseReader.Reading;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;

/// The benchmark's exercise with matrices of one size, unpacked from this program, and its submissions.
record BenchMaterial(int size, Path folder, Exercise exercise, List<BenchSubmission> submissions) {
    private static final String CONTRACT = "BenchPrune";
    private static final List<String> FILES = List.of("exercise.yaml", "statement.en.md", "statement.zh.md",
            "BenchPrune.java", "BenchPruneSuite.java", "starter.java");
    private static final List<String> SUBMISSIONS = List.of("accepted/stable-sort.java",
            "accepted/threshold-with-ties.java", "accepted/priority-queue.java",
            "wrong_answer/truncates-the-count.java", "wrong_answer/prunes-all-ties.java",
            "compile_error/missing-semicolon.java", "time_limit_exceeded/never-ends.java");

    /// Unpacks into `root/<size>/bench-prune`.
    static BenchMaterial unpack(int size, Path root) throws IOException {
        return unpack(size, root, "");
    }

    /// The same exercise under another id, for whoever needs several.
    ///
    /// @param letter that is added to the id, or none
    static BenchMaterial unpack(int size, Path root, String letter) throws IOException {
        var id = letter.isEmpty() ? "bench-prune" : "bench-prune-" + letter.toLowerCase(Locale.ROOT);
        var copy = new Copy(root.resolve(Integer.toString(size)).resolve(id), size, CONTRACT + letter);
        for (String file : FILES) {
            copy.of(file);
        }
        var submissions = new ArrayList<BenchSubmission>();
        for (String name : SUBMISSIONS) {
            var file = copy.of("submissions/" + name);
            var expected = Verdict.valueOf(name.substring(0, name.indexOf('/')).toUpperCase(Locale.ROOT));
            submissions.add(new BenchSubmission(file, Submissions.read(List.of(file)), expected));
        }
        return switch (ExerciseReader.read(copy.folder)) {
            case Reading.Complete(var exercise) ->
                new BenchMaterial(size, copy.folder, exercise, submissions);
            case Reading.Broken(_, var problems) ->
                throw new IOException("the benchmark's own exercise: " + problems);
        };
    }

    SuiteFolder onDisk(Path target) throws IOException {
        return SuiteFolder.create(folder, CONTRACT, Files.createDirectories(target));
    }

    /// The submissions that end without a time limit, over and over, as many as asked for.
    List<BenchSubmission> ordinary(int count) {
        var ordinary = submissions.stream().filter(BenchSubmission::ordinary).toList();
        return IntStream.range(0, count).mapToObj(i -> ordinary.get(i % ordinary.size())).toList();
    }

    List<BenchSubmission> endless() {
        return submissions.stream().filter(submission -> !submission.ordinary()).toList();
    }

    /// Where and as what the files are unpacked.
    private record Copy(Path folder, int size, String contract) {
        Path of(String file) throws IOException {
            try (InputStream packed = BenchMaterial.class.getResourceAsStream("bench-prune/" + file)) {
                if (packed == null) {
                    throw new IOException("missing in this program: bench-prune/" + file);
                }
                var text = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
                var target = folder.resolve(file.replace(CONTRACT, contract));
                Files.createDirectories(target.getParent());
                return Files.writeString(target,
                        text.replace("SIZE = 8;", "SIZE = " + size + ";").replace(CONTRACT, contract));
            }
        }
    }
}
