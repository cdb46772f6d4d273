package touchstone.judge.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.Judge;
import touchstone.judge.RealBoxes;
import touchstone.judge.Toys;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.report.BatchReports;
import touchstone.judge.batch.report.BatchWords;
import touchstone.judge.batch.report.Ranking;
import touchstone.judge.interview.Standing;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;
import touchstone.judge.upload.Archive;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

/// Batches in real boxes, and what happens to them on a bad day.
class BatchIT {
    private static final Map<String, String> SUBMISSIONS = Map.of("alice", "accepted/loops.java", "bob",
            "wrong_answer/adds_magnitudes.java", "carl", "compile_error/typo.java");
    private static final Map<String, Verdict> VERDICTS = new TreeMap<>(
            Map.of("alice", Verdict.ACCEPTED, "bob", Verdict.WRONG_ANSWER, "carl", Verdict.COMPILE_ERROR));

    @SuppressWarnings("NullAway.Init") // JUnit sets them before the first test
    private static Sandbox sandbox;
    @SuppressWarnings("NullAway.Init")
    private static Judge judge;
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path cache;

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void open() {
        sandbox = RealBoxes.open();
        judge = Judge.open(sandbox, Limits.defaults(), cache, 2, 2, System::nanoTime);
    }

    @AfterAll
    static void close() {
        if (judge != null) {
            judge.close();
            sandbox.close();
        }
    }

    private static Batch.Ending run(Path upload, Path out) {
        try (var folder = BatchFolder.open(out)) {
            var ending = Batches.run(Batches.begin(folder, upload, 1), judge, 2);
            BatchReports.write(folder, Ranking.of(KeptBatch.read(out)), Optional.empty(),
                    BatchWords.of(Language.EN), Batches.CLOCK.instant());
            return ending;
        }
    }

    /// By the applicants' names; nothing of those who have no verdict.
    private static Map<String, Verdict> verdicts(Path out) {
        var batch = KeptBatch.read(out);
        var verdicts = new TreeMap<String, Verdict>();
        for (var entrant : batch.manifest().applicants()) {
            for (var key : entrant.keys().values()) {
                if (batch.standing(key).orElse(null) instanceof Standing.Judged judged) {
                    verdicts.put(entrant.name(), judged.verdict());
                }
            }
        }
        return verdicts;
    }

    // --- layouts

    @ParameterizedTest
    @ValueSource(strings = {"%s/row-sum.java", "all/%s/row-sum/Solution.java",
            "row-sum-%s/src/main/java/Solution.java", "%s_17_assignsubmission_file_/row-sum.java",
            "%s_17_assignsubmission_file_row-sum.java"})
    void every_layout_gives_the_same_verdicts(String layout) throws IOException {
        var archive = new Archive();
        for (var one : SUBMISSIONS.entrySet()) {
            var name = layout.formatted(one.getKey());
            archive.with(name, Toys.source(one.getValue()));
            Batches.write(temp.resolve("up").resolve(name), Toys.source(one.getValue()));
        }
        run(temp.resolve("up"), temp.resolve("folder"));
        assertThat(verdicts(temp.resolve("folder"))).isEqualTo(VERDICTS);
        run(archive.write(temp, "tar.gz"), temp.resolve("archive"));
        assertThat(verdicts(temp.resolve("archive"))).isEqualTo(VERDICTS);
    }

    @Test
    void a_table_gives_the_same_verdicts() throws IOException {
        var table = new StringBuilder("applicant,exercise,file\n");
        for (var one : SUBMISSIONS.entrySet()) {
            Batches.write(temp.resolve("up/code/" + one.getKey() + ".txt"), Toys.source(one.getValue()));
            table.append(one.getKey()).append(",row-sum,code/").append(one.getKey()).append(".txt\n");
        }
        run(Batches.write(temp.resolve("up/all.csv"), table.toString()), temp.resolve("out"));
        assertThat(verdicts(temp.resolve("out"))).isEqualTo(VERDICTS);
    }

    // --- applicants who are not kind

    @Test
    void bombs_and_hostile_names_harm_nobody_else() throws IOException {
        var archive = new Archive().with("alice/row-sum.java", Toys.source("accepted/loops.java"))
                .with("loops/row-sum.java", Batches.own("time_limit_exceeded/loops_for_ever.java", 1))
                .with("bomb/row-sum.java", new byte[300 << 20])
                .with("deep/row-sum.java", "class Solution { int x = " + "(".repeat(20_000) + "; }")
                .with("exits/row-sum.java",
                        Toys.source("accepted/loops.java")
                                .replace("implements RowSum {",
                                        "implements RowSum { { Runtime.getRuntime().halt(0); }"))
                .with("../../outside/row-sum.java", "class A {}")
                .with("<b>bold</b>".replace("/", "_") + "/row-sum.java", Toys.source("accepted/loops.java"))
                .with("=1+1/row-sum.java", Toys.source("accepted/loops.java"))
                .with("red\u001b[31m/row-sum.java", "class A {}")
                .with("abc\u202Ecod/row-sum.java", "class A {}")
                .with("n".repeat(300) + "/row-sum.java", "class A {}")
                .with("nested/row-sum.zip", new byte[10]);
        var out = temp.resolve("out");
        run(archive.write(temp, "zip"), out);

        assertThat(verdicts(out)).containsEntry("alice", Verdict.ACCEPTED)
                .containsEntry("loops", Verdict.TIME_LIMIT_EXCEEDED)
                .containsEntry("deep", Verdict.COMPILE_ERROR)
                .containsEntry("exits", Verdict.RUN_TIME_ERROR)
                .containsEntry("=1+1", Verdict.ACCEPTED)
                .hasSize(6);
        var manifest = KeptBatch.read(out).manifest();
        assertThat(manifest.others()).extracting(Finding::reason)
                .containsOnly(Finding.Reason.ENTRY)
                .hasSize(4);
        assertThat(manifest.applicants()).filteredOn(one -> one.keys().isEmpty())
                .extracting(Manifest.Entrant::id)
                .containsExactly("bomb", "nested");
        assertThat(out.resolve("report.html")).content().doesNotContain("<b>", "\u001b", "\u202E");
        assertThat(temp.resolveSibling("outside")).doesNotExist();
    }

    // --- bad days

    @Test
    void a_batch_that_is_killed_goes_on_where_it_stopped_and_judges_nothing_twice() throws Exception {
        int applicants = 24;
        for (int i = 0; i < applicants; i++) {
            Batches.write(temp.resolve("up/a%02d/row-sum.java".formatted(i)),
                    Batches.own("accepted/loops.java", i));
        }
        var out = temp.resolve("out");
        var killed = start(out);
        while (killed.isAlive() && lines(out) < 5) {
            Thread.sleep(5);
        }
        killed.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        int before = lines(out);
        assertThat(before).isBetween(5, applicants - 1);

        var ending = run(temp.resolve("up"), out);
        assertThat(ending).isEqualTo(new Batch.Ending(applicants - before, before, 0, false));
        assertThat(keys(out)).doesNotHaveDuplicates().hasSize(applicants);
        assertThat(verdicts(out).values()).hasSize(applicants).containsOnly(Verdict.ACCEPTED);
    }

    @Test
    void two_processes_do_not_write_to_one_folder() throws Exception {
        Batches.write(temp.resolve("up/alice/row-sum.java"), Batches.own("accepted/loops.java", 1));
        try (var folder = BatchFolder.open(temp.resolve("out"))) {
            var second = start(folder.path());
            assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(temp.resolve("process.log")).content().contains("in use");
            assertThat(folder.begun()).isFalse();
        }
        var killed = start(temp.resolve("out"));
        assertThat(killed.waitFor(2, TimeUnit.MINUTES)).as("the lock ends with its owner").isTrue();
        assertThat(killed.exitValue()).isZero();
    }

    @Test
    void a_full_disk_is_told_and_costs_nothing_that_was_judged() throws Exception {
        var disk = Files.createDirectory(temp.resolve("disk"));
        if (command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) != 0) {
            if ("all".equals(System.getenv("TOUCHSTONE_REQUIRE"))) {
                throw new AssertionError("a small file system is needed, and mount refuses; run as root");
            }
            Assumptions.abort("no small file system can be mounted here");
        }
        try {
            for (int i = 0; i < 40; i++) {
                Batches.write(temp.resolve("up/a%02d/row-sum.java".formatted(i)),
                        Batches.own("wrong_answer/adds_magnitudes.java", i));
            }
            var out = disk.resolve("out");
            var full = catchThrowableOfType(BatchException.class, () -> run(temp.resolve("up"), out));
            assertThat(full.reason()).isEqualTo(BatchException.Reason.UNWRITABLE);
            assertThat(full.details().getLast()).contains("No space left");
            assertThat(out).isDirectoryNotContaining("glob:**.tmp")
                    .isDirectoryNotContaining("glob:**report*");
            int kept = lines(out);
            assertThat(kept).isPositive();

            assertThat(command("mount", "-o", "remount,size=16m", disk.toString())).isZero();
            assertThat(run(temp.resolve("up"), out)).isEqualTo(new Batch.Ending(40 - kept, kept, 0, false));
            assertThat(keys(out)).doesNotHaveDuplicates().hasSize(40);
        } finally {
            assertThat(command("umount", disk.toString())).isZero();
        }
    }

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BatchProcess.class.getName(), temp.resolve("up").toString(), out.toString(), cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("process.log").toFile())
                .start();
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static int lines(Path out) {
        var results = out.resolve("results.jsonl");
        try {
            return Files.exists(results)
                    ? (int) Files.readString(results).chars().filter(c -> c == '\n').count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys(Path out) throws IOException {
        var keys = new ArrayList<String>();
        for (var line : Files.readAllLines(out.resolve("results.jsonl"))) {
            keys.add(JsonMapper.shared().readTree(line).path("key").asString());
        }
        return keys;
    }
}
