package touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.certify.Certifier;
import touchstone.judge.certify.ExerciseProof;
import touchstone.judge.certify.KeptProofs;
import touchstone.judge.certify.Proof;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;

/// Every exercise of the catalogue, proven by its own samples in the sandbox that everybody is graded in.
class CatalogueIT {
    private static final Catalogue CATALOGUE = Catalogue.read(List.of(Path.of("")));
    private static final long SEED = 20260101;
    /// `./touchstone verify` tries more.
    private static final int SEEDS = 4;

    @TempDir
    static Path cache;

    private static Boxes boxes;
    private static List<ExerciseProof> proofs = List.of();

    @BeforeAll
    static void open() {
        boxes = Boxes.open(cache);
        proofs = proven();
    }

    @AfterAll
    static void close() {
        if (boxes != null) {
            boxes.close();
        }
    }

    @Test
    void every_folder_is_in_order() {
        assertThat(CATALOGUE.problems()).isEmpty();
        assertThat(CATALOGUE.exercises()).extracting(Exercise::id)
                .contains("magnitude-prune", "int8-affine-params", "kd-loss", "scaled-dot-attention");
    }

    /// All at once, so that no core waits while the slowest sample of an exercise runs.
    private static List<ExerciseProof> proven() {
        var certifier = new Certifier(boxes.judge(), new Suites(new Cache(cache))::of, KeptProofs.none(),
                Boxes.CORES);
        return certifier.certify(CATALOGUE.exercises(), new Certifier.Scope(SEED, SEEDS, false),
                (_, _) -> {});
    }

    static Stream<Arguments> exercises() {
        return proofs.stream().map(proof -> Arguments.of(proof.exercise(), proof.proofs()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void the_samples_prove_the_suite(String id, List<Proof> proofs) {
        assertThat(proofs).as(id)
                .hasSizeGreaterThan(20)
                .filteredOn(proof -> !proof.holds())
                .extracting(Proof::subject, Proof::detail)
                .isEmpty();
    }
}
