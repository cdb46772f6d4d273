package touchstone.judge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;

/// `touchstone grade` as a person types it, everything included.
record ShellStart(Path script) implements Pipeline {
    private static final String EXERCISE = "magnitude-prune";

    /// What is graded; the exercise lies beside the script.
    BenchSubmission submission() {
        var file = script.resolveSibling(
                "exercises/pruning/magnitude-prune/submissions/accepted/stable-index-sort.java");
        return new BenchSubmission(file, Submissions.read(List.of(file)), Verdict.ACCEPTED);
    }

    /// Whether this program was started from a checkout, by its script.
    boolean available() {
        return Files.isExecutable(script);
    }

    @Override
    public String key() {
        return "shell";
    }

    @Override
    public Verdict judge(BenchSubmission submission) {
        try {
            var process = new ProcessBuilder(script.toString(), "grade", EXERCISE,
                    submission.file().toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " grade exited with " + process.exitValue());
            }
            return submission.expected();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
