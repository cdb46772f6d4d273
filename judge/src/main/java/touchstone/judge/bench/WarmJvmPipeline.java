package touchstone.judge.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import touchstone.judge.compile.Suite;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.Compilation;

/// The floor: the same classes and the same suite in this one warm JVM, without a box and without
/// compiling anything twice. What an ordinary judge pays beyond this is the price of isolation.
record WarmJvmPipeline(DirectJudge judge, Suite suite, Map<BenchSubmission, Compilation> compiled)
        implements Pipeline {
    private static final long SEED = 1;

    WarmJvmPipeline(DirectJudge judge, Suite suite) {
        this(judge, suite, new ConcurrentHashMap<>());
    }

    @Override
    public String key() {
        return "d";
    }

    @Override
    public Verdict judge(BenchSubmission submission) {
        var compilation = compiled.computeIfAbsent(submission,
                it -> judge.compile(suite, it.submission().files()));
        return switch (compilation) {
            case Compilation.Compiled classes -> run(classes).verdict();
            case Compilation.Rejected _ -> Verdict.COMPILE_ERROR;
        };
    }

    private SuiteRun run(Compilation.Compiled classes) {
        return judge.run(suite, classes, SEED);
    }
}
