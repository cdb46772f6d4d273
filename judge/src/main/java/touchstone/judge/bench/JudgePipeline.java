package touchstone.judge.bench;

import java.util.concurrent.atomic.AtomicLong;
import touchstone.judge.Judge;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.Verdict;

/// This judge as it is: boxed compiler, hidden suite out here, one-shot boxed workers.
record JudgePipeline(Judge judge, Exercise exercise, AtomicLong workerPeak) implements Pipeline {
    private static final long SEED = 1;

    @Override
    public String key() {
        return "c";
    }

    @Override
    public Verdict judge(BenchSubmission submission) {
        var judgement = judge.judge(submission.submission(), exercise, SEED, Progress.NONE);
        workerPeak.accumulateAndGet(judgement.usage().peakMemory().bytes(), Math::max);
        return judgement.verdict();
    }
}
