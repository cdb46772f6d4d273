package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.report.JudgingRecord;

/// The server is killed with SIGKILL again and again while it is fed.
class KilledServerIT {
    private static final int KILLS = 20;
    private static final long SEED = 4;

    private final Random random = new Random(SEED);
    /// What was acknowledged: hashes by id.
    private final Map<Long, String> receipts = new TreeMap<>();
    /// Number of the last draft that was acknowledged, by candidate.
    private final Map<Long, Integer> saved = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    /// What stood in the database after any of the kills: which run judged it, by id.
    private final Map<Long, String> verdicts = new HashMap<>();
    @TempDir
    private Path folder;

    @Test
    void nothing_that_was_acknowledged_is_lost_and_nothing_is_judged_twice() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            killOnce(i % 5 == 4);
            compareVerdicts();
        }
        assertThat(receipts).hasSizeGreaterThan(KILLS);
        assertThat(ended).isNotEmpty();
        var last = child("drain");
        last.getInputStream().readAllBytes();
        assertThat(last.waitFor()).as(() -> "drained, and all servers said:\n" + readErrors()).isZero();
        compareVerdicts();
        database().useHandle(handle -> {
            everySubmissionHasItsVerdict(handle);
            everyDraftIsThere(handle);
            everyEndCollectedOnce(handle);
        });
    }

    private void everySubmissionHasItsVerdict(Handle handle) {
        var kept = new HashMap<Long, String>();
        handle.createQuery("select id, sha256 from submission")
                .map((row, _) -> Map.entry(row.getLong("id"), row.getString("sha256")))
                .forEach(row -> kept.put(row.getKey(), row.getValue()));
        assertThat(kept).containsAllEntriesOf(receipts);
        assertThat(verdicts.keySet()).isEqualTo(kept.keySet());
        assertThat(verdicts.values()).doesNotHaveDuplicates();
    }

    private void everyDraftIsThere(Handle handle) {
        var drafts = new HashMap<Long, Integer>();
        handle.createQuery("select candidate_id, content from draft")
                .map((row, _) -> Map.entry(row.getLong("candidate_id"), number(row.getString("content"))))
                .forEach(row -> drafts.put(row.getKey(), row.getValue()));
        assertThat(saved).isNotEmpty()
                .allSatisfy((candidate, number) -> assertThat(drafts.getOrDefault(candidate, -1))
                        .isGreaterThanOrEqualTo(number));
    }

    private void everyEndCollectedOnce(Handle handle) {
        var collected = handle.createQuery("select candidate_id from submission where origin = 'COLLECTED'")
                .mapTo(Long.class)
                .list();
        assertThat(collected).doesNotHaveDuplicates().containsAll(ended);
        assertThat(handle.createQuery("select id from candidate where ended_at is not null")
                .mapTo(Long.class)
                .list()).containsExactlyInAnyOrderElementsOf(collected);
    }

    private static int number(String draft) {
        return Integer.parseInt(draft.substring(draft.indexOf('.') + 1));
    }

    /// @param early perhaps before it is ready
    private void killOnce(boolean early) throws IOException, InterruptedException {
        var child = child("feed");
        try (var out = child.inputReader()) {
            int lines = early ? 0 : 1 + random.nextInt(60);
            for (int i = 0; i < lines; i++) {
                acknowledged(out.readLine());
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(early ? 1_000 : 20));
            child.toHandle().destroyForcibly(); // the process itself would close what it has said
            child.waitFor();
            var said = new StringWriter();
            out.transferTo(said);
            // without its end a line is no acknowledgement
            said.toString()
                    .substring(0, said.toString().lastIndexOf('\n') + 1)
                    .lines()
                    .forEach(this::acknowledged);
        } finally {
            child.destroyForcibly();
        }
    }

    private void acknowledged(String line) {
        var words = List.of(line.split(" ", -1));
        long id = words.size() > 1 ? Long.parseLong(words.get(1)) : 0;
        switch (words.getFirst()) {
            case "RECEIPT" -> receipts.put(id, words.get(2));
            case "SAVED" -> saved.put(id, Integer.parseInt(words.get(2)));
            case "ENDED" -> assertThat(ended.add(id)).isTrue();
            default -> assertThat(line).isEqualTo("READY");
        }
    }

    /// A verdict that was written once is never written again: each says by which run it was made.
    private void compareVerdicts() {
        var now = new HashMap<Long, String>();
        database().useHandle(handle -> handle.createQuery("select * from judging where state = 'DONE'")
                .map((row, _) -> Map.entry(row.getLong("submission_id"),
                        row.getInt("attempt") + " "
                                + JudgingRecord.parse(row.getString("record")).isolation()))
                .forEach(row -> now.put(row.getKey(), row.getValue())));
        assertThat(now).containsAllEntriesOf(verdicts);
        verdicts.putAll(now);
    }

    private Jdbi database() {
        return Jdbi.create("jdbc:h2:file:" + folder.resolve("touchstone")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;IFEXISTS=TRUE");
    }

    private Process child(String task) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                KilledServer.class.getName(), folder.toString(), task)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start();
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private String readErrors() {
        try {
            return Files.readString(errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
