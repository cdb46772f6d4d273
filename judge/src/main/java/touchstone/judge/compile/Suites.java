package touchstone.judge.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.opentest4j.AssertionFailedError;
import touchstone.judge.authoring.Assert;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.digest.Sha256;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.SourceFile;

/// Suites by exercise: compiled once per content and kept in the cache folder,
/// loaded once per JVM. Safe for use by several threads.
public final class Suites {
    private static final int WARM_MAX = 256;

    private final Cache cache;
    private final Map<String, Suite> loaded = new ConcurrentHashMap<>();

    public Suites(Cache cache) {
        this.cache = cache;
    }

    /// The suite of an exercise.
    ///
    /// @throws BrokenFileException when contract or suite do not compile or break the rules for
    ///        suites
    public Suite of(Exercise exercise) {
        if (loaded.size() > WARM_MAX) {
            // An author's edits would pile up in a server that runs for months.
            loaded.clear();
        }
        return loaded.computeIfAbsent(exercise.hash(), _ -> load(exercise));
    }

    private Suite load(Exercise exercise) {
        var key = "suites/" + new Sha256().text(exercise.hash())
                .text(exercise.id())
                .text(Runtime.version().toString())
                .text(authoringVersion())
                .hex();
        var classes = cache.get(key).map(ClassFiles::decode).orElseGet(() -> {
            var made = compile(exercise);
            cache.put(key, ClassFiles.encode(made));
            return made;
        });
        return new SuiteCheck(exercise, classes).suite();
    }

    private static List<ClassFile> compile(Exercise exercise) {
        var contract = new SourceFile("exercise/" + exercise.contractName() + ".java",
                exercise.contractSource());
        var suite = new SourceFile("exercise/hidden/" + exercise.contractName() + "Suite.java",
                exercise.suiteSource());
        return switch (Javac.compile(List.of(contract, suite), classPath())) {
            case Compilation.Compiled(var classes, _) -> classes;
            case Compilation.Rejected(var diagnostics) -> throw new BrokenFileException(diagnostics.stream()
                    .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                    .map(diagnostic -> problem(exercise, diagnostic))
                    .toList());
        };
    }

    private static Problem problem(Exercise exercise, Diagnostic diagnostic) {
        var name = Path.of(diagnostic.file()).getFileName();
        return new Problem(exercise.folder().resolve(name), diagnostic.line(), diagnostic.message());
    }

    /// Suites see JUnit's API and ours, and nothing else that happens to be here.
    private static String classPath() {
        return Stream
                .of(Test.class, Testable.class, AssertionFailedError.class, NullMarked.class, Assert.class)
                .map(Suites::location)
                .distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where " + type + " was loaded from", e);
        }
    }

    /// Changes whenever compiled suites may no longer fit the authoring API.
    private static String authoringVersion() {
        var hash = new Sha256();
        for (var type : List.of(Assert.class, Assert.Tolerance.class, Draw.class, Points.class)) {
            try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new IllegalStateException("the class file of " + type + " is missing");
                }
                hash.block(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hash.hex();
    }
}
