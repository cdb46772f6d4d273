package touchstone.judge.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import touchstone.judge.authoring.CandidateSource;
import touchstone.judge.compile.Suite;
import touchstone.sandbox.Limits.TimeLimits;
import touchstone.sandbox.Program;

/// Runs hidden suites on the JUnit Platform in this JVM, against submissions that
/// live elsewhere. Safe for use by several threads.
public final class SuiteRunner {
    // Nothing that lies on the class path may join a run by itself.
    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private final LongSupplier nanos;

    /// @param nanos a clock as [System#nanoTime()]
    public SuiteRunner(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Runs all tests of a suite.
    ///
    /// @param call limit of each call
    public SuiteRun run(
            Suite suite,
            Program program,
            Host.Supply supply,
            Duration call,
            long seed,
            Progress progress) {
        return run(suite, program, supply, call, seed, new Course(progress, true));
    }

    /// The same, up to the first test that fails: for whoever only asks whether one does.
    public SuiteRun runToFirstFailure(
            Suite suite,
            Program program,
            Host.Supply supply,
            Duration call,
            long seed) {
        return run(suite, program, supply, call, seed, new Course(Progress.NONE, false));
    }

    private SuiteRun run(
            Suite suite,
            Program program,
            Host.Supply supply,
            Duration call,
            long seed,
            Course course) {
        TimeLimits time = suite.exercise().limits().time();
        // An exercise with slow calls needs room for several of them.
        var total = max(time.submission(), call.multipliedBy(3));
        var budget = new CallBudget(call, total, time.deaths(), nanos.getAsLong());
        try (var session = new CandidateSession(program, supply, budget, nanos, seed);
                var launcher = LauncherFactory.openSession(CONFIG)) {
            launcher.getStore()
                    .put(Namespace.create(CandidateSource.namespace()), CandidateSource.class, session);
            var recorder = new TestRecorder(suite, session, nanos, course);
            launcher.getLauncher()
                    .execute(LauncherExecutionRequestBuilder.request(discovery(suite))
                            .listeners(recorder)
                            .cancellationToken(course.stop())
                            .build());
            return new SuiteRun(recorder.results(), session.usage(), budget.slowest());
        }
    }

    private static LauncherDiscoveryRequest discovery(Suite suite) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(suite.tests().stream().map(test -> selector(suite, test)).toList())
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
    }

    /// Tests are selected one by one, because JUnit keeps the order of selectors
    /// and promises none for the methods of a class.
    private static DiscoverySelector selector(Suite suite, touchstone.judge.compile.TestCase test) {
        return DiscoverySelectors.selectMethod(suite.type(), test.method());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
