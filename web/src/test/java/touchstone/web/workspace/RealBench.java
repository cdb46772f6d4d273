package touchstone.web.workspace;

import java.util.Map;
import touchstone.judge.Check;
import touchstone.judge.Judge;
import touchstone.judge.Judgement;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;

/// The judge itself, in real boxes.
final class RealBench implements Bench, AutoCloseable {
    private final Sandbox sandbox;
    private final Judge judge;

    private RealBench(Sandbox sandbox, Judge judge) {
        this.sandbox = sandbox;
        this.judge = judge;
    }

    static RealBench open() {
        Map<String, String> environment = System.getenv();
        var sandbox = BubblewrapSandbox.open(environment, _ -> {});
        return new RealBench(sandbox, Judge.open(sandbox, Limits.defaults(), CacheFolder.locate(environment),
                1, 1, System::nanoTime));
    }

    @Override
    public Check check(Submission submission, Exercise exercise) {
        return judge.check(submission, exercise);
    }

    @Override
    public Judgement samples(Submission submission, Exercise exercise, long seed, Progress progress) {
        return judge.samples(submission, exercise, seed, progress);
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        return judge.judge(submission, exercise, seed, progress);
    }

    @Override
    public void close() {
        try (sandbox) {
            judge.close();
        }
    }
}
