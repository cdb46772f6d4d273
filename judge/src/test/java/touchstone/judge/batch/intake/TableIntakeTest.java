package touchstone.judge.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.batch.intake.Finding.Reason;

class TableIntakeTest {
    private static final Wanted WANTED = new Wanted(Set.of("rope", "kd-loss"), Optional.empty(),
            Optional.empty(), true);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write_files() throws IOException {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.writeString(folder.resolve("outside.java"), "class Secret {}");
        for (var name : new String[]{"a.java", "b.java", "sub/rope.java", "sub/answers.yaml", "c, d.java"}) {
            Files.writeString(folder.resolve("in").resolve(name), "class A {}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "applicant,exercise,file\r\nalice,rope,a.java\r\n\"Bob \"\"B\"\", Jr\",kd-loss,\"c, d.java\"\r\n",
            "\uFEFFApplicant;Exercise;File\nalice;rope;a.java\n\"Bob \"\"B\"\", Jr\";kd-loss;c, d.java",
            "候选人,题目,文件\nalice,rope,a.java\n\n\"Bob \"\"B\"\", Jr\",kd-loss,\"c, d.java\"\n"})
    void csv_as_spreadsheets_write_it(String text) throws IOException {
        var intake = read("all.csv", text);
        assertThat(intake.layout()).isEqualTo(Layout.TABLE);
        assertThat(intake.applicants()).extracting(Applicant::id).containsExactly("Bob \"B\", Jr", "alice");
        assertThat(intake.applicants().getFirst().code()).containsOnlyKeys("kd-loss");
        assertThat(intake.findings()).isEmpty();
    }

    @Test
    void json_lines_and_names_and_several_files_and_answers() throws IOException {
        var intake = read("all.jsonl", """
            {"applicant": "a1", "name": "Alice", "exercise": "rope", "file": ["a.java", "b.java"]}
            {"applicant": "a1", "file": "sub/answers.yaml"}
            {"applicant": "b2", "file": "sub/rope.java"}
            nonsense
            {"applicant": 3, "file": "a.java"}
            {"applicant": "c3", "file": [4]}
            """);
        assertThat(intake.applicants()).extracting(Applicant::name).containsExactly("Alice", "b2");
        assertThat(intake.applicants().getFirst().code().get("rope")).hasSize(2);
        assertThat(intake.applicants().getFirst().answers()).isPresent();
        assertThat(intake.others()).extracting(Finding::path)
                .containsExactly("all.jsonl:4", "all.jsonl:5", "all.jsonl:6");
    }

    @Test
    void broken_lines_stop_nobody() throws IOException {
        var intake = read("all.csv",
                "applicant,exercise,file\nalice,rope,a.java\nbob,rope\ncarl,ropes,b.java\n"
                        + "dora,rope,\n,rope,a.java\n" + "x".repeat(300)
                        + ",rope,a.java\nemil,rope,absent.java\n");
        assertThat(intake.others()).extracting(Finding::path)
                .containsExactly("all.csv:3", "all.csv:5", "all.csv:6", "all.csv:7");
        assertThat(intake.applicants().stream().flatMap(one -> one.findings().stream()).map(Finding::reason))
                .containsExactly(Reason.UNKNOWN_EXERCISE_NEAR, Reason.ENTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.java", "sub/../../outside.java", "/etc/passwd", "link.java",
            "linked/outside.java", "sub", "C:\\x.java", ".hidden.java"})
    void nothing_outside_the_tables_folder_is_read(String file) throws IOException {
        Files.createSymbolicLink(folder.resolve("in/link.java"), folder.resolve("outside.java"));
        Files.createSymbolicLink(folder.resolve("in/linked"), folder);
        Files.writeString(folder.resolve("in/.hidden.java"), "class A {}");
        var intake = read("all.csv", "applicant,exercise,file\nalice,rope,\"" + file + "\"\n");
        assertThat(intake.applicants()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEmpty();
            assertThat(one.findings()).extracting(Finding::reason).containsExactly(Reason.ENTRY);
        });
    }

    @Test
    void an_encoding_that_is_not_utf_8_is_named() throws IOException {
        var text = "applicant,exercise,file\n王小明,rope,a.java\n";
        assertThatThrownBy(() -> read("a.csv", text.getBytes(Charset.forName("GBK")))).isInstanceOfSatisfying(
                TableException.class, e -> assertThat(e.reason()).isEqualTo(TableException.Reason.GBK));
        assertThatThrownBy(() -> read("b.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOfSatisfying(TableException.class,
                        e -> assertThat(e.reason()).isEqualTo(TableException.Reason.UTF_16));
    }

    @Test
    void a_table_that_cannot_be_used_says_where() {
        refused("", TableException.Reason.EMPTY, "all.csv");
        refused("applicant,exercise,path2\n", TableException.Reason.NO_COLUMN, "all.csv:1");
        refused("applicant,exercise,file\na,rope,a.java\nb,\"rope,b.java\n", TableException.Reason.OPEN_QUOTE,
                "all.csv:3");
    }

    private void refused(String text, TableException.Reason reason, String place) {
        assertThatThrownBy(() -> read("all.csv", text)).isInstanceOfSatisfying(TableException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.details().getFirst()).endsWith(place);
        });
    }

    private Intake read(String name, String text) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Intake read(String name, byte[] bytes) throws IOException {
        return Intakes.read(Files.write(folder.resolve("in").resolve(name), bytes), WANTED);
    }
}
