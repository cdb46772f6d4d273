package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import touchstone.sandbox.Sandbox;

/// The whole collection of hostile submissions against the sandbox that grades.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {
    private static final Set<String> CLASSES = Set.of("cheating", "compiler", "ending", "exhaustion", "jvm",
            "never-ending", "outside", "pipe", "throwables", "values");

    private final List<HostileCase> cases = HostileCase.all();
    private final Set<Path> filesBefore = Leavings.files();
    private final Set<Path> foldersBefore = Leavings.folders();
    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private @Nullable Sandbox sandbox;
    private @Nullable HostileJudging judging;

    @BeforeAll
    void open(@TempDir Path cache) {
        var opened = RealBoxes.open();
        sandbox = opened;
        judging = new HostileJudging(opened, cache);
    }

    @AfterAll
    void close() {
        two.shutdownNow();
        if (judging != null) {
            judging.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void the_collection_covers_every_class_of_attack() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(120);
        var sizes = cases.stream()
                .collect(Collectors.groupingBy(HostileCase::attackClass, Collectors.counting()));
        assertThat(sizes.keySet()).isEqualTo(CLASSES);
        assertThat(sizes.values()).allMatch(size -> size >= 10);
    }

    /// Cases run two at a time, whoever asks for them.
    @TestFactory
    List<DynamicTest> attacks_are_repelled() {
        var running = new ArrayList<Map.Entry<HostileCase, Future<List<String>>>>();
        for (var hostile : cases) {
            running.add(Map.entry(hostile, two.submit(() -> judging().failures(hostile))));
        }
        var tests = new ArrayList<DynamicTest>();
        running.forEach(entry -> tests.add(
                dynamicTest(entry.getKey().name(), () -> assertThat(result(entry.getValue())).isEmpty())));
        tests.add(dynamicTest("nothing is left behind", this::assertNothingIsLeft));
        return tests;
    }

    private void assertNothingIsLeft() {
        close();
        assertThat(Leavings.processes()).isEmpty();
        assertThat(Leavings.files()).isEqualTo(filesBefore);
        assertThat(Leavings.folders()).isEqualTo(foldersBefore);
    }

    private HostileJudging judging() {
        if (judging == null) {
            throw new IllegalStateException("not opened");
        }
        return judging;
    }

    private static List<String> result(Future<List<String>> failures) throws InterruptedException {
        try {
            return failures.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
