package touchstone.judge.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.certify.Proof.Kind;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Verdict;

/// Certifies a small exercise with judges that go wrong in one way each.
class CertifierTest {
    private static final Exercise EXERCISE = Catalogue
            .read(List.of(Path.of("src/test/resources/touchstone/judge/cli/exercises")))
            .exercises()
            .getFirst();

    /// One for all tests: compiling the suite is slow, and no test changes it.
    @TempDir
    private static Path cache = Path.of("");

    @Test
    void a_sound_exercise_is_proven() {
        assertThat(certify(CertifierTest::rightly)).allMatch(Proof::holds)
                .extracting(Proof::kind)
                .contains(Kind.SAMPLE, Kind.STARTER, Kind.SEEDS, Kind.PROBE);
    }

    @Test
    void a_suite_that_accepts_a_wrong_sample_is_found() {
        assertThat(failures(source -> source.contains("a - b") ? Verdict.ACCEPTED : rightly(source)))
                .containsExactly("SAMPLE wrong_answer/minus.java");
    }

    @Test
    void a_suite_that_refuses_a_right_sample_is_found() {
        assertThat(
                failures(source -> source.contains("a + b") ? Verdict.TIME_LIMIT_EXCEEDED : rightly(source)))
                .containsExactly("SAMPLE accepted/plus.java", "SEEDS accepted/plus.java");
    }

    @Test
    void a_starter_that_scores_high_is_found() {
        assertThat(failures(source -> source.contains("return 0") ? Verdict.ACCEPTED : rightly(source)))
                .containsExactly("STARTER starter.java");
    }

    @Test
    void a_suite_that_fails_on_a_hostile_value_is_found() {
        assertThat(failures(source -> source.contains("MIN_VALUE") ? Verdict.JUDGE_ERROR : rightly(source)))
                .containsExactly("PROBE null");
    }

    @Test
    void progress_counts_up_to_the_end() {
        var heard = Collections.synchronizedList(new ArrayList<Integer>());
        int all = certifier(CertifierTest::rightly)
                .certify(List.of(EXERCISE), new Certifier.Scope(1, 3, false), (done, _) -> heard.add(done))
                .getFirst()
                .proofs()
                .size();

        assertThat(heard).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
    }

    private List<String> failures(Function<String, Verdict> verdicts) {
        return certify(verdicts).stream()
                .filter(proof -> !proof.holds())
                .map(proof -> proof.kind() + " " + proof.subject())
                .toList();
    }

    private List<Proof> certify(Function<String, Verdict> verdicts) {
        return certifier(verdicts).certify(List.of(EXERCISE), new Certifier.Scope(1, 3, false), (_, _) -> {})
                .getFirst()
                .proofs();
    }

    private Certifier certifier(Function<String, Verdict> verdicts) {
        return new Certifier(new FakeTrials(verdicts), new Suites(new Cache(cache))::of, KeptProofs.none(),
                2);
    }

    private static Verdict rightly(String source) {
        return source.contains("a + b") ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER;
    }
}
