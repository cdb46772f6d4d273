package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.run.Verdict;

class BatchCommandTest {
    @TempDir
    private Path folder = Path.of("");
    private Verdict verdict = Verdict.ACCEPTED;

    @BeforeEach
    void hand_in() throws IOException {
        write("in/alice/pair-sum.java", "// alice");
        write("in/bob/pair-sum/Solution.java", "// bob");
        write("in/bob/notes.txt", "");
        write("in/carl/pear-sum.java", "// carl");
        write("broken.zip", "PK\3\4 and nothing else");
        write("text.txt", "no archive");
        Files.write(folder.resolve("gbk.csv"),
                "applicant,exercise,file\n王,a,b\n".getBytes(Charset.forName("GBK")));
        write("columns.csv", "who,what\n");
        Files.createDirectories(folder.resolve("empty"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CommandLineFixture.Result run(String line) {
        var arguments = Arrays.stream(line.split(" ")).map(word -> word.replace("{}", folder.toString()));
        return new CommandLineFixture(folder).answering(verdict).run(arguments.toArray(String[]::new));
    }

    static Stream<Arguments> wrong_uses() {
        return Stream.of(Arguments.of("batch", "missing: --out"),
                Arguments.of("batch --out {}/out", "missing: PATH"),
                Arguments.of("batch {}/in", "missing: --out"),
                Arguments.of("batch {}/absent --out {}/out", "absent does not exist"),
                Arguments.of("batch {}/empty --out {}/out", "holds no applicants"),
                Arguments.of("batch {}/text.txt --out {}/out", "neither a folder nor"),
                Arguments.of("batch {}/broken.zip --out {}/out", "damaged"),
                Arguments.of("batch {}/gbk.csv --out {}/out", "looks like GBK"),
                Arguments.of("batch {}/columns.csv --out {}/out",
                        "columns.csv:1: there is no column 'applicant'"),
                Arguments.of("batch {}/in --out {}/text.txt", "no folder"),
                Arguments.of("batch {}/in --out {}/text.txt/below", "cannot be written"),
                Arguments.of("batch {}/in --out {}/out --jobs 0", "--jobs must lie between"),
                Arguments.of("batch {}/in --out {}/out --jobs many", "--jobs cannot be many"),
                Arguments.of("batch {}/in --out {}/out --seed -1", "--seed must lie between"),
                Arguments.of("batch {}/in --out {}/out --exercise pair-summ", "did you mean pair-sum?"),
                Arguments.of("batch {}/in --out {}/out --interview shirt", "did you mean short?"),
                Arguments.of("batch {}/in --out {}/out --regrade {}/in", "holds no batch"),
                Arguments.of("batch {}/in --out {}/out --resme", "unknown: --resme"),
                Arguments.of("batch {}/in {}/in --out {}/out", "unknown: "));
    }

    @ParameterizedTest
    @MethodSource("wrong_uses")
    void wrong_use_is_one_clear_line_in_either_language(String line, String expected) {
        var result = run(line);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(expected).startsWith("touchstone: ").hasLineCount(1);
        assertThat(result.err()).doesNotContain("Exception", "\tat ");
        var chinese = run(line + " --lang zh");
        assertThat(chinese.code()).isEqualTo(2);
        assertThat(chinese.err()).hasLineCount(1).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void says_what_it_found_judges_it_and_writes_the_reports() {
        var result = run("batch {}/in --out {}/out");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("3 applicants, a folder for each applicant: 2 judgings, 2 to do",
                "carl/pear-sum.java: there is no exercise pear-sum; did they mean pair-sum?", "2 of 2 done");
        assertThat(result.out()).contains("judged: 2; kept from earlier: 0", "report.html");
        for (var name : new String[]{"batch.json", "results.jsonl", "report.html", "report.csv",
                "report.xlsx", "report.json", "junit.xml"}) {
            assertThat(folder.resolve("out").resolve(name)).isNotEmptyFile();
        }
        assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void goes_on_only_when_asked_to() {
        run("batch {}/in --out {}/out --seed 7");
        assertThat(run("batch {}/in --out {}/out").err()).contains("add --resume");
        assertThat(run("batch {}/in --out {}/out --resume --seed 8").err()).contains("--seed 7");
        assertThat(run("batch {}/in --out {}/out --resume --interview short").err())
                .contains("holds a batch with");
        var resumed = run("batch {}/in --out {}/out --resume");
        assertThat(resumed.code()).isZero();
        assertThat(resumed.out()).contains("judged: 0; kept from earlier: 2");
    }

    @Test
    void a_fault_of_ours_is_exit_code_3_until_it_is_gone() {
        verdict = Verdict.JUDGE_ERROR;
        var failed = run("batch {}/in --out {}/out");
        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.out()).contains("fault of ours");
        verdict = Verdict.ACCEPTED;
        var mended = run("batch {}/in --out {}/out --resume");
        assertThat(mended.code()).isZero();
        assertThat(mended.out()).contains("judged: 2; kept from earlier: 0");
    }

    @Test
    void a_second_grading_takes_upload_and_seed_from_the_first() throws IOException {
        run("batch {}/in --out {}/out --seed 7");
        verdict = Verdict.WRONG_ANSWER;
        var result = run("batch --regrade {}/out --out {}/again");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("3 applicants are in both gradings; for 2 of them something is different.");
        var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("again/report.json")));
        assertThat(report.path("seed").asLong()).isEqualTo(7);
        assertThat(report.path("regrade").path("changed").asInt()).isEqualTo(2);
        assertThat(run("batch --regrade {}/out --out {}/out").err()).contains("never changed");
    }

    @Test
    void a_whole_interview_is_scored_on_its_rubric() throws IOException {
        write("in/alice/answers.yaml", "blueprint: short\nanswers:\n  q3-02: \"260\"\n");
        write("in/bob/answers.yaml", "answers:\n  q9-99: 1\n");
        var result = run("batch {}/in --out {}/out --interview short");

        assertThat(result.err()).contains("bob/answers.yaml:2", "q9-99");
        var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/report.json")));
        assertThat(report.path("interview").asString()).isEqualTo("short");
        assertThat(report.path("items").size()).isGreaterThan(1);
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("bob/answers.yaml:2",
                "q9-99");
    }

    @Test
    void all_java_files_can_be_of_one_exercise() throws IOException {
        write("flat/王小明.java", "// 1");
        write("flat/b.java", "// 2");
        var result = run("batch {}/flat --out {}/out --exercise pair-sum --lang zh");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("候选人 2 位，每位候选人一个文件");
    }

    @Test
    void without_a_sandbox_nothing_is_graded() {
        var arguments = new String[]{"batch", folder.resolve("in").toString(), "--out",
                folder.resolve("out").toString()};
        var result = new CommandLineFixture(folder).withoutSandbox("there is no bubblewrap").run(arguments);
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("there is no bubblewrap");
    }
}
