package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.Judge;
import touchstone.judge.answer.Marker;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;
import touchstone.web.library.Library;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;

/// The queue with the judge that it is made for.
@SuppressWarnings("NullAway.Init") // JUnit
class JudgedInBoxesIT {
    private static final String EXERCISE = "magnitude-prune";

    private final Library library = Library.open(List.of(Path.of("../exercises")));
    @TempDir
    private Path folder;
    private Sandbox sandbox;
    private Judge judge;
    private Store store;
    private Stage stage;

    @BeforeEach
    void open() {
        sandbox = sandbox();
        judge = Judge.open(sandbox, Limits.defaults(), CacheFolder.locate(System.getenv()), 2, 2,
                System::nanoTime);
        store = Store.open(new DatabaseAddress.Embedded(folder));
        Function<String, Optional<Entry>> items = library::find;
        stage = new Stage(store, InstantSource.system(),
                new Examiner(judge, new Marker(judge.formulas(), new LocalEvaluator()), items), 2,
                Duration.ofSeconds(10));
        stage.backstage.start();
    }

    private static Sandbox sandbox() {
        try {
            return BubblewrapSandbox.open(System.getenv(), _ -> {});
        } catch (SandboxException e) {
            if ("all".equals(System.getenv("TOUCHSTONE_REQUIRE"))) {
                throw e;
            }
            return Assumptions.abort(e.toString());
        }
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
            store.close();
            judge.close();
            sandbox.close();
        }
    }

    @Test
    void every_kind_of_submission_gets_its_verdict() throws Exception {
        long candidate = stage.started();
        var accepted = submit(candidate, EXERCISE, sample("accepted"));
        var wrong = submit(candidate, EXERCISE, sample("wrong_answer"));
        var broken = submit(candidate, EXERCISE, "class Solution {");
        var huge = submit(candidate, EXERCISE, "x".repeat(300_000));
        var formula = formula();
        var answer = submit(candidate, formula.question().id(),
                ((Key.Formula) formula.question().key()).expression());
        assertThat(stage.untilDone(accepted)).endsWith(new JudgingProgress.Done());
        assertThat(verdict(accepted)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(wrong)).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(verdict(broken)).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(verdict(huge)).isEqualTo(Verdict.COMPILE_ERROR);
        stage.untilDone(answer);
        assertThat(stage.standing(answer)).isInstanceOfSatisfying(Standing.Marked.class,
                marked -> assertThat(marked.fraction()).isEqualTo(Fraction.ONE));
    }

    private long submit(long candidate, String item, String content) {
        return stage.backstage.judgings().submit(candidate, item, content, Origin.CANDIDATE).id();
    }

    private Verdict verdict(long submission) throws InterruptedException {
        stage.untilDone(submission);
        return ((Standing.Judged) stage.standing(submission)).verdict();
    }

    private String sample(String verdict) throws IOException {
        var exercise = ((Entry.Coding) library.find(EXERCISE).orElseThrow()).exercise();
        try (var samples = Files.list(exercise.folder().resolve("submissions").resolve(verdict))) {
            return Files.readString(samples.sorted().findFirst().orElseThrow());
        }
    }

    private Entry.Asked formula() {
        return library.questions()
                .questions()
                .stream()
                .filter(question -> question.key() instanceof Key.Formula)
                .findFirst()
                .map(Entry.Asked::new)
                .orElseThrow();
    }
}
