package touchstone.judge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.Judgements;
import touchstone.judge.run.Progress;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;

/// What is judged, written down and resumed; who judges matters only to [BatchIT].
class BatchTest {
    @TempDir
    private Path temp = Path.of("");
    private Path upload = Path.of("");
    private Path out = Path.of("");
    private final Counting judge = new Counting();

    /// Knows its verdicts beforehand, and counts how often it is asked.
    private static final class Counting implements Judging {
        private final AtomicInteger asked = new AtomicInteger();
        private final Set<String> fails = ConcurrentHashMap.newKeySet();

        @Override
        public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
            asked.incrementAndGet();
            var text = submission.files().getFirst().text();
            var verdict = fails.stream().anyMatch(text::contains) ? Verdict.JUDGE_ERROR
                    : text.contains("wrong") ? Verdict.WRONG_ANSWER
                    : Verdict.ACCEPTED;
            return Judgements.of(verdict);
        }
    }

    @BeforeEach
    void hand_in() throws IOException {
        upload = temp.resolve("upload");
        out = temp.resolve("out");
        for (var name : new String[]{"alice", "bob", "carl"}) {
            Batches.write(upload.resolve(name).resolve("row-sum.java"), "// of " + name);
        }
    }

    private Batch.Ending run() {
        return run(1, 2);
    }

    private Batch.Ending run(long seed, int jobs) {
        try (var folder = BatchFolder.open(out)) {
            return Batches.run(Batches.begin(folder, upload, seed), judge, jobs);
        }
    }

    private Standing standing(String applicant) {
        var batch = KeptBatch.read(out);
        var entrant = batch.manifest()
                .applicants()
                .stream()
                .filter(one -> one.id().equals(applicant))
                .findFirst()
                .orElseThrow();
        return batch.standing(entrant.keys().getOrDefault("row-sum", "")).orElseGet(Standing.NoAnswer::new);
    }

    @Test
    void everything_is_judged_once_however_often_it_is_resumed() {
        assertThat(run()).isEqualTo(new Batch.Ending(3, 0, 0, false));
        assertThat(run()).isEqualTo(new Batch.Ending(0, 3, 0, false));
        assertThat(judge.asked).hasValue(3);
        assertThat(out.resolve("results.jsonl")).content().hasLineCount(3);
    }

    @Test
    void the_same_source_is_judged_once_and_stands_beside_everybody_who_handed_it_in() throws IOException {
        Batches.write(upload.resolve("dora/row-sum.java"), "// of alice");
        assertThat(run().judged()).isEqualTo(3);
        assertThat(judge.asked).hasValue(3);
        assertThat(out.resolve("results.jsonl")).content().hasLineCount(4).contains("\"applicant\":\"dora\"");

        Batches.write(upload.resolve("emil/row-sum/Whatever.java"), "// of alice");
        assertThat(run()).isEqualTo(new Batch.Ending(0, 3, 0, false));
        assertThat(judge.asked).hasValue(3);
        assertThat(out.resolve("results.jsonl")).content().hasLineCount(5).contains("\"applicant\":\"emil\"");
    }

    @Test
    void what_changed_is_judged_anew_and_nothing_else() throws IOException {
        run();
        Batches.write(upload.resolve("bob/row-sum.java"), "// wrong");
        assertThat(run().judged()).isEqualTo(1);
        assertThat(standing("bob")).isInstanceOfSatisfying(Standing.Judged.class,
                judged -> assertThat(judged.verdict()).isEqualTo(Verdict.WRONG_ANSWER));
    }

    @Test
    void a_line_that_a_crash_tore_is_judged_again() throws IOException {
        run();
        var results = out.resolve("results.jsonl");
        var text = Files.readString(results);
        Files.writeString(results, text.substring(0, text.length() - 40));
        assertThat(run()).isEqualTo(new Batch.Ending(1, 2, 0, false));
        assertThat(results).content().hasLineCount(3).endsWith("}\n");
        assertThat(KeptBatch.read(out).damaged()).isZero();
    }

    @Test
    void lines_of_rubbish_cost_only_themselves() throws IOException {
        run();
        var results = out.resolve("results.jsonl");
        var lines = Files.readAllLines(results);
        Files.writeString(results,
                lines.get(0) + "\n{\"applicant\":3}\n\u0000\u0000\n\n[]\n{}\nnull\n" + lines.get(2) + "\n");
        assertThat(KeptBatch.read(out).damaged()).isEqualTo(6);
        assertThat(run()).isEqualTo(new Batch.Ending(1, 2, 0, false));
    }

    @Test
    void a_fault_of_ours_is_tried_twice_told_and_tried_again_by_the_next_run() {
        judge.fails.add("bob");
        assertThat(run()).isEqualTo(new Batch.Ending(2, 0, 1, false));
        assertThat(judge.asked).hasValue(4);
        assertThat(standing("bob")).isInstanceOf(Standing.JudgeError.class);

        judge.fails.clear();
        assertThat(run()).isEqualTo(new Batch.Ending(1, 2, 0, false));
        assertThat(standing("bob")).isInstanceOf(Standing.Judged.class);
    }

    @Test
    void whoever_stops_it_loses_nothing_that_was_judged() {
        try (var folder = BatchFolder.open(out)) {
            var batch = Batches.begin(folder, upload, 1);
            var ending = Batches.run(batch, (submission, exercise, seed, progress) -> {
                batch.stop();
                return judge.judge(submission, exercise, seed, progress);
            }, 1);
            assertThat(ending).isEqualTo(new Batch.Ending(1, 0, 0, true));
        }
        assertThat(run()).isEqualTo(new Batch.Ending(2, 1, 0, false));
        assertThat(judge.asked).hasValue(3);
    }

    @Test
    void a_box_that_dies_with_us_is_nobodys_result() {
        try (var folder = BatchFolder.open(out)) {
            var batch = Batches.begin(folder, upload, 1);
            Batches.run(batch, (_, _, _, _) -> {
                batch.stop();
                return Judgements.of(Verdict.JUDGE_ERROR);
            }, 1);
        }
        assertThat(out.resolve("results.jsonl")).isEmptyFile();
    }

    @Test
    void one_folder_is_one_batch() {
        run();
        refused(2, BatchException.Reason.ANOTHER);
        try (var folder = BatchFolder.open(out)) {
            assertThat(folder.begun()).isTrue();
            assertThat(catchThrowableOfType(BatchException.class, () -> BatchFolder.open(out)).reason())
                    .isEqualTo(BatchException.Reason.IN_USE);
        }
        assertThat(run().kept()).isEqualTo(3);
    }

    private void refused(long seed, BatchException.Reason reason) {
        assertThatThrownBy(() -> run(seed, 1)).isInstanceOfSatisfying(BatchException.class,
                e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        var file = Files.writeString(temp.resolve("file"), "");
        var refused = catchThrowableOfType(BatchException.class,
                () -> BatchFolder.open(file.resolve("below")));
        assertThat(refused.reason()).isEqualTo(BatchException.Reason.UNWRITABLE);
        assertThat(refused.details().getFirst()).contains("below");
    }

    @Test
    void a_manifest_of_something_else_is_no_batch() throws IOException {
        for (var text : new String[]{"", "{}", "[]", "{\"format\":\"touchstone-batch\",\"version\":2}"}) {
            Batches.write(out.resolve("batch.json"), text);
            assertThat(catchThrowableOfType(BatchException.class, () -> KeptBatch.read(out)).reason())
                    .isEqualTo(BatchException.Reason.NO_BATCH);
        }
    }

    @Test
    void an_exception_ends_all_workers_and_keeps_what_is_done() {
        var count = new AtomicInteger();
        try (var folder = BatchFolder.open(out)) {
            var batch = Batches.begin(folder, upload, 1);
            assertThatThrownBy(() -> Batches.run(batch, (submission, exercise, seed, progress) -> {
                if (count.incrementAndGet() == 2) {
                    throw new IllegalStateException("out of luck");
                }
                return judge.judge(submission, exercise, seed, progress);
            }, 1)).hasMessage("out of luck");
        }
        assertThat(run()).isEqualTo(new Batch.Ending(2, 1, 0, false));
    }

    @Test
    void what_is_not_utf_8_or_too_large_is_told_and_the_others_are_judged() throws IOException {
        Files.write(upload.resolve("alice/row-sum.java"), new byte[]{'/', '/', (byte) 0xE9},
                StandardOpenOption.CREATE);
        Batches.write(upload.resolve("bob/row-sum.java"), "//".repeat(200_000));
        Batches.write(upload.resolve("carl/row-sum.java"), "");
        Batches.write(upload.resolve("dora/row-sum.java"), "x\0y");
        assertThat(run().judged()).isEqualTo(1);
        assertThat(KeptBatch.read(out).manifest().applicants())
                .flatExtracting(
                        one -> one.findings().stream().map(finding -> finding.reason().name()).toList())
                .containsExactly("NOT_UTF8", "TOO_LARGE", "EMPTY", "BINARY");
    }
}
