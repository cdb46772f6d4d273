package touchstone.judge.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import touchstone.judge.compile.Javac;
import touchstone.judge.compile.Suite;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.SuiteRunner;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Program;
import touchstone.sandbox.SourceFile;

/// Compiles and runs our own submissions in this JVM; see [DirectHost].
public final class DirectJudge {
    private static final Duration CALL = Duration.ofMinutes(1);

    private final SuiteRunner runner;

    public DirectJudge(LongSupplier nanos) {
        runner = new SuiteRunner(nanos);
    }

    public Compilation compile(Suite suite, List<SourceFile> sources) {
        var contract = new SourceFile(
                Path.of("exercise", suite.contract().getSimpleName() + ".java").toString(),
                suite.exercise().contractSource());
        var all = new java.util.ArrayList<SourceFile>(sources);
        all.add(contract);
        return Javac.compile(all, "");
    }

    public SuiteRun run(Suite suite, Compilation.Compiled compiled, long seed) {
        var own = compiled.classes().stream().filter(file -> !file.name().startsWith("exercise.")).toList();
        var program = new Program(suite.contract(), suite.contractClasses(), own);
        return runner.run(suite, program, DirectHost::new, CALL, seed, Progress.NONE);
    }
}
