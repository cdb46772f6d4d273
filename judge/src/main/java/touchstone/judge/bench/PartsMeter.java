package touchstone.judge.bench;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.bench.BenchResult.Part;
import touchstone.judge.compile.Suite;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxedCompiler;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Program;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.Worker;

/// Repeats the judge's work piece by piece to see where its CPU time goes.
record PartsMeter(Bench bench, Sandbox sandbox, BoxedCompiler compiler, Suite suite) {
    /// @param total the judge as a whole on these submissions
    /// @param floor suite and submissions in one warm JVM
    List<Part> measure(List<BenchSubmission> submissions, Phase total, Phase floor) {
        bench.underLoad(pipeline(this::compile), submissions);
        bench.underLoad(pipeline(this::compile), submissions);
        double compile = bench.underLoad(pipeline(this::compile), submissions).cpuMillis();
        double start = bench.underLoad(pipeline(this::start), submissions).cpuMillis();
        double load = bench.underLoad(pipeline(this::load), submissions).cpuMillis() - compile;
        var parts = new ArrayList<>(List.of(new Part("compile in the warm box", compile),
                new Part("start a box and its JVM, end it", start),
                new Part("load and construct the submission", load - start),
                new Part("suite and submission when all is warm (d)", floor.cpuMillis())));
        double rest = total.cpuMillis() - parts.stream().mapToDouble(Part::cpuMillis).sum();
        parts.add(new Part("rest: cold code in the worker, the pipe, scoring", rest));
        parts.add(new Part("together", total.cpuMillis()));
        return parts;
    }

    private interface Piece {
        void run(BenchSubmission submission);
    }

    private static Pipeline pipeline(Piece piece) {
        return new Pipeline() {
            @Override
            public String key() {
                return "part of c";
            }

            @Override
            public Verdict judge(BenchSubmission submission) {
                piece.run(submission);
                return submission.expected();
            }
        };
    }

    private Compilation compile(BenchSubmission submission) {
        return compiler.compile(submission.submission().files(), suite.contractClasses());
    }

    /// As many workers as the judge would start: none for what does not compile.
    private void start(BenchSubmission submission) {
        if (submission.expected() != Verdict.COMPILE_ERROR) {
            Worker.start(sandbox, BoxSpec.worker(), Limits.defaults()).close();
        }
    }

    private void load(BenchSubmission submission) {
        if (compile(submission) instanceof Compilation.Compiled(List<ClassFile> classes, var _)) {
            try (var worker = Worker.start(sandbox, BoxSpec.worker(), Limits.defaults())) {
                worker.load(new Program(suite.contract(), suite.contractClasses(), classes));
                worker.construct();
            }
        }
    }
}
