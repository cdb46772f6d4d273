package touchstone.judge.certify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.Judge;
import touchstone.judge.certify.Certifier.Scope;
import touchstone.judge.compile.Cache;
import touchstone.judge.digest.Sha256;
import touchstone.judge.exercise.Exercise;
import touchstone.sandbox.Sandbox;

/// Proofs that were made earlier, under a hash of everything they rest on: the exercise with its sample
/// submissions, what was asked, this build of the judge, and the JDK. What could not be proven is not kept.
public final class KeptProofs {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Cache cache;
    private final String build;

    private KeptProofs(@Nullable Cache cache, String build) {
        this.cache = cache;
        this.build = build;
    }

    public static KeptProofs in(Cache cache) {
        return new KeptProofs(cache, build());
    }

    /// Keeps nothing, and remembers nothing.
    public static KeptProofs none() {
        return new KeptProofs(null, "");
    }

    Optional<ExerciseProof> find(Exercise exercise, Scope scope) {
        return cache == null ? Optional.empty()
                : cache.get(name(exercise, scope)).map(bytes -> JSON.readValue(bytes, ExerciseProof.class));
    }

    void keep(Exercise exercise, Scope scope, ExerciseProof proof) {
        if (cache != null && proof.holds()) {
            cache.put(name(exercise, scope), JSON.writeValueAsBytes(proof));
        }
    }

    private String name(Exercise exercise, Scope scope) {
        var hash = new Sha256().text(build)
                .text(Runtime.version().toString())
                .text(scope.toString())
                .text(exercise.id())
                .text(exercise.hash())
                .text(exercise.starter());
        for (var sample : SampleFolder.of(exercise).samples()) {
            hash.text(sample.name()).text(sample.submission().sha256());
        }
        return "proofs/" + hash.hex();
    }

    /// Over the classes of judge and sandbox, wherever they were loaded from.
    private static String build() {
        var hash = new Sha256();
        for (var type : List.of(Judge.class, Sandbox.class)) {
            try {
                var place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
                for (var file : files(place)) {
                    hash.block(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException("cannot tell where " + type + " was loaded from", e);
            }
        }
        return hash.hex();
    }

    private static List<Path> files(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
