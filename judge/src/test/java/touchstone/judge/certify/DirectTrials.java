package touchstone.judge.certify;

import java.time.Duration;
import java.util.List;
import touchstone.judge.Judgement;
import touchstone.judge.Trials;
import touchstone.judge.bench.DirectHost;
import touchstone.judge.bench.DirectJudge;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Judgements;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.SuiteRunner;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Program;

/// Really compiles and runs, in this JVM: only for submissions of ours that end.
class DirectTrials implements Trials {
    private static final Duration CALL = Duration.ofMinutes(1);

    private final Suite suite;

    DirectTrials(Suite suite) {
        this.suite = suite;
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        var run = run(Trial.graded(suite, ((Compiled) compile(submission, exercise)).classes(), seed));
        return Judgements.judged(run.verdict(), "", run.tests());
    }

    @Override
    public Compilation compile(Submission submission, Exercise exercise) {
        return switch (new DirectJudge(System::nanoTime).compile(suite, submission.files())) {
            case Compiled(var classes, var diagnostics) -> new Compiled(own(classes), diagnostics);
            case Compilation.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }

    private static List<ClassFile> own(List<ClassFile> classes) {
        return classes.stream().filter(file -> !file.name().startsWith("exercise.")).toList();
    }

    @Override
    public SuiteRun run(Trial trial) {
        var program = new Program(trial.suite().contract(), trial.suite().contractClasses(), trial.classes());
        var runner = new SuiteRunner(System::nanoTime);
        return trial.whole()
                ? runner.run(trial.suite(), program, DirectHost::new, CALL, trial.seed(), Progress.NONE)
                : runner.runToFirstFailure(trial.suite(), program, DirectHost::new, CALL, trial.seed());
    }
}
