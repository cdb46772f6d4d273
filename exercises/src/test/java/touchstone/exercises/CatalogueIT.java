package touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.certify.Certifier;
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

    @BeforeAll
    static void open() {
        boxes = Boxes.open(cache);
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

    static List<String> ids() {
        return CATALOGUE.exercises().stream().map(Exercise::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_samples_prove_the_suite(String id) {
        var suites = new Suites(new Cache(cache));
        var certifier = new Certifier(boxes.judge(), suites::of, KeptProofs.none(), Boxes.CORES);
        var exercise = CATALOGUE.find(id).orElseThrow();
        var scope = new Certifier.Scope(SEED, SEEDS, false);
        assertThat(certifier.certify(List.of(exercise), scope, (_, _) -> {}).getFirst().proofs())
                .hasSizeGreaterThan(20)
                .filteredOn(proof -> !proof.holds())
                .extracting(Proof::subject, Proof::detail)
                .isEmpty();
    }
}
