package touchstone.judge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

class QuestionBankTest {
    @TempDir
    Path root = Path.of("");
    private Chapters chapters = new Chapters(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        chapters = Chapters.copy(root);
    }

    @Test
    void a_bank_is_all_its_chapters() {
        var bank = chapters.bank();

        assertThat(bank.problems()).isEmpty();
        assertThat(bank.chapters()).extracting(Chapter::id).containsExactly("3", "N");
        assertThat(bank.questions()).hasSize(7);
        assertThat(bank.find("n2-01")).isPresent();
        assertThat(bank.find("q3-09")).isEmpty();
        assertThat(bank.nearest("q3-9")).map(Question::id).contains("q3-01");
        assertThat(bank.nearest("attention")).isEmpty();
    }

    @Test
    void a_folder_without_questions_is_an_empty_bank() {
        var bank = QuestionBank.read(List.of(root.resolve("elsewhere")));

        assertThat(bank.questions()).isEmpty();
        assertThat(bank.problems()).isEmpty();
    }

    @Test
    void a_broken_chapter_does_not_stop_the_others() throws IOException {
        Files.writeString(chapters.file("chapter3.yaml"), "schema: {");
        var bank = chapters.bank();

        assertThat(bank.questions()).extracting(Question::id).containsExactly("n2-01");
        assertThat(bank.problems()).extracting(Problem::message)
                .first()
                .asString()
                .startsWith("not valid YAML");
    }

    @Test
    void a_broken_question_is_known_but_cannot_be_asked() throws IOException {
        var bank = chapters.with("answer: B", "answer: X").bank();

        assertThatExceptionOfType(BrokenFileException.class).isThrownBy(() -> bank.find("q3-02"))
                .withMessageContaining("chapter3.yaml:41: 'X' is the letter of no option");
        assertThat(bank.coverage().questions("O-3.1-2")).contains("q3-02");
    }

    @Test
    void ids_are_unique_in_all_files() throws IOException {
        Files.writeString(chapters.file("more.yaml"),
                Files.readString(chapters.file("notes.yaml")).replace("设计", "再设计"));
        var bank = chapters.bank();

        assertThat(bank.questions()).hasSize(7);
        assertThat(bank.problems()).containsExactly(new Problem(chapters.file("notes.yaml"), 5,
                "'n2-01' is already the id of another question; rename one"));
    }

    @Test
    void the_matrix_tells_who_covers_a_bullet() {
        var coverage = chapters.bank().coverage();

        assertThat(coverage.bullets()).extracting(Coverage.Bullet::id)
                .containsExactly("O-3.1-1", "O-3.1-2", "N-2-1");
        assertThat(coverage.questions("O-3.1-1")).containsExactly("q3-01", "q3-05");
        assertThat(coverage.has("O-3.1-3")).isFalse();
    }

    @Test
    void the_list_of_bullets_is_checked_as_well() throws IOException {
        chapters.with("O-3.1-2, zh: 减小与加速, en: smaller and faster", "O-3.1-1, zh: 减小与加速, en: '?'")
                .with("id: N-2-1, zh", "id: N2, zh");

        assertThat(chapters.bank().problems()).extracting(Problem::line, Problem::message)
                .extracting(Object::toString)
                .containsExactly("(3L, \"the English text of 'O-3.1-1' says nothing; write it\")",
                        "(4L, \"'N2' is no id of a bullet; write it like O-1.1-1\")",
                        "(3L, \"the bullet 'O-3.1-1' is listed twice, first at line 2\")");
    }

    @Test
    void a_source_knows_the_lines_of_its_parts() throws IOException {
        var bank = chapters.with("  ref: a textbook", "  prompt-may-show: ['7']\n  ref: a textbook").bank();
        var source = bank.source(bank.find("q3-01").orElseThrow());

        assertThat(source.promptMayShow()).containsExactly("7");
        assertThat(List.of("id", "prompt", "prompt.en", "key.value", "wrong.0").stream().map(source::line))
                .containsExactly(6, 12, 14, 16, 24);
        assertThat(source.line("no such part")).isEqualTo(6);
    }
}
