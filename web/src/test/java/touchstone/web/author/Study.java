package touchstone.web.author;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import touchstone.judge.Judgement;
import touchstone.judge.Trials;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Usage;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.store.Certificate;
import touchstone.web.testing.TestSite;

/// The library's pages over the real catalogue and real suites. The judge answers when it is let, and accepts
/// everything, so that a certification lasts exactly as long as a test needs, and fails.
final class Study implements Trials, AutoCloseable {
    static final String EXERCISE = "magnitude-prune";
    static final String FAILED = "rope";
    static final String STALE = "kd-loss";
    private static final Suites SUITES = new Suites(new Cache(Path.of("target", "suites")));

    private static final TestResult PASSED = new TestResult("all", "all", Optional.empty(), false, 100,
            Verdict.ACCEPTED, "", null, null, null, "", Duration.ZERO);

    final TestSite site;
    final Library library;
    final CountDownLatch judging = new CountDownLatch(1);
    private final List<Certifying> certifying = new ArrayList<>();

    Study(Path folder, Path... exercises) {
        library = Library.open(List.of(exercises));
        site = TestSite.open(folder, (store, clock) -> {
            certifying.add(new Certifying(store, this, SUITES::of, clock));
            return List.of(new AuthorRoutes(store, library, SUITES::of, certifying.getFirst(),
                    new Markup())::register);
        });
    }

    /// One exercise in each state.
    Study certified() {
        certify(EXERCISE, find(EXERCISE).hash(), 0, "");
        certify(FAILED, find(FAILED).hash(), 2,
                "SAMPLE wrong-answer/Interleaved.java: expected WRONG_ANSWER, got ACCEPTED\n"
                        + "STARTER starter.java: must compile and score less than 20 %, got ACCEPTED");
        certify(STALE, "an older one", 0, "");
        return this;
    }

    private void certify(String exercise, String version, int failed, String details) {
        site.store()
                .certificates()
                .keep(new Certificate(exercise, version, 31, failed, details, site.clock().instant()));
    }

    Exercise find(String id) {
        return library.exercises().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        try {
            judging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Judgement(exercise, submission, Verdict.ACCEPTED, "",
                Map.of(RubricDimension.PRACTICE, 1.0), List.of(PASSED), List.of(), Duration.ZERO,
                Duration.ZERO, Usage.NONE, "none", seed);
    }

    @Override
    public Compilation compile(Submission submission, Exercise exercise) {
        return new Compilation.Compiled(List.of(), List.of());
    }

    @Override
    public SuiteRun run(Trial trial) {
        return new SuiteRun(List.of(PASSED), Usage.NONE, Duration.ZERO);
    }

    @Override
    public void close() {
        judging.countDown();
        certifying.forEach(Certifying::close);
        site.close();
    }
}
