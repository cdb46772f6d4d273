package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.testing.Entrance;

/// `serve` itself, with its judge, is killed with SIGKILL at random moments while candidates save and hand in over
/// HTTP. How often says the system property `touchstone.kills`.
class KilledServeIT {
    private static final int KILLS = Integer.getInteger("touchstone.kills", 6);
    private static final int CANDIDATES = 4;
    private static final long SEED = 4;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Random random = new Random(SEED);
    private final List<BusyCandidate> candidates = new ArrayList<>();
    /// What stood in the database after any of the kills: attempt and time of the verdict, by submission.
    private final Map<Long, String> verdicts = new HashMap<>();
    @TempDir
    private Path folder;

    @BeforeEach
    void invite() {
        var clock = InstantSource.system();
        try (var store = Store.open(new DatabaseAddress.Embedded(folder))) {
            var entrance = new Entrance(store, "http://127.0.0.1", clock);
            long owner = entrance.account(Role.OWNER).id();
            var plan = new InterviewPlan(List.of(new Part(new Text("一", "One"), 60, List
                    .of(new Slot(World.CODE, Optional.empty()), new Slot(World.TEXT, Optional.empty())))));
            long interview = store.interviews()
                    .add(new Interview(0, "Interview", "phone-screen", plan.json(), 480, "30,40,20,10",
                            "blueprint", 42, true, 90, owner, clock.instant(), Optional.empty()));
            for (int i = 0; i < CANDIDATES; i++) {
                long id = store.candidates().invite(interview, "c", "hash " + i, 0, owner, clock.instant());
                store.candidates().consent(id, clock.instant());
                store.candidates().start(id, clock.instant());
                candidates.add(
                        new BusyCandidate(id, entrance.candidate(store.candidates().find(id).orElseThrow())));
            }
        }
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_and_nothing_is_judged_twice() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            killOnce(i % 5 == 4);
            compareVerdicts();
        }
        assertThat(candidates).allMatch(one -> !one.receipts().isEmpty());
        drain();
        compareVerdicts();
        database().useHandle(handle -> {
            everySubmissionIsThereOnceWithItsVerdict(handle);
            everyDraftIsThere(handle);
        });
    }

    /// @param early perhaps before it answers
    private void killOnce(boolean early) throws Exception {
        var server = serve();
        try (var out = server.inputReader(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = early ? List.<Future<?>>of() : work(threads, address(out));
            if (early) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
            } else {
                awaitAcknowledgements(1 + random.nextInt(60));
            }
            server.toHandle().destroyForcibly();
            server.waitFor();
            for (var one : work) {
                one.get();
            }
        } finally {
            server.destroyForcibly();
        }
    }

    /// However fast the machine is, the kill finds it at work.
    private void awaitAcknowledgements(int more) throws InterruptedException {
        int enough = acknowledged() + more;
        while (acknowledged() < enough) {
            TimeUnit.MILLISECONDS.sleep(3);
        }
    }

    private int acknowledged() {
        return candidates.stream().mapToInt(BusyCandidate::acknowledged).sum();
    }

    private List<? extends Future<?>> work(ExecutorService threads, String address) {
        return candidates.stream()
                .map(one -> threads.submit(() -> one.workUntilNobodyAnswers(address)))
                .toList();
    }

    /// Lets the last server judge all that is left.
    private void drain() throws IOException, InterruptedException {
        var server = serve();
        try (var out = server.inputReader()) {
            var address = address(out);
            for (var one : candidates) {
                one.awaitVerdicts(address);
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static String address(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new AssertionError("the server ended before it answered");
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dtouchstone.home=..", "-cp",
                System.getProperty("java.class.path"), "touchstone.web.Main", "serve", "--port", "0",
                "--data", folder.toString(), "--parallel", "2").redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    // --- what is left

    /// A verdict that was written once is never written again.
    private void compareVerdicts() {
        var now = new HashMap<Long, String>();
        database().useHandle(handle -> handle.createQuery("select * from judging where state = 'DONE'")
                .map((row, _) -> Map.entry(row.getLong("submission_id"),
                        row.getInt("attempt") + " " + row.getString("done_at")))
                .forEach(row -> now.put(row.getKey(), row.getValue())));
        assertThat(now).containsAllEntriesOf(verdicts);
        verdicts.putAll(now);
    }

    private void everySubmissionIsThereOnceWithItsVerdict(Handle handle) {
        var kept = new HashMap<Long, String>();
        handle.createQuery("select id, sha256 from submission")
                .map((row, _) -> Map.entry(row.getLong("id"), row.getString("sha256")))
                .forEach(row -> kept.put(row.getKey(), row.getValue()));
        candidates.forEach(one -> assertThat(kept).containsAllEntriesOf(one.receipts()));
        // no content is ever sent twice
        assertThat(kept.values()).doesNotHaveDuplicates();
        var judged = handle.createQuery("select submission_id from judging where state = 'DONE'")
                .mapTo(Long.class)
                .list();
        assertThat(judged).containsExactlyInAnyOrderElementsOf(kept.keySet());
        assertThat(verdicts.keySet()).isEqualTo(kept.keySet());
        assertThat(handle.createQuery("select count(*) from scheduled_judging").mapTo(Integer.class).one())
                .isZero();
    }

    private void everyDraftIsThere(Handle handle) {
        for (var one : candidates) {
            var draft = handle.createQuery("select content from draft where candidate_id = ? and item = ?")
                    .bind(0, one.id())
                    .bind(1, World.TEXT)
                    .mapTo(String.class)
                    .one();
            assertThat(one.saved()).isPositive();
            assertThat(BusyCandidate.number(draft)).isGreaterThanOrEqualTo(one.saved());
        }
    }

    private Jdbi database() {
        return Jdbi.create("jdbc:h2:file:" + folder.resolve("touchstone")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;IFEXISTS=TRUE");
    }
}
