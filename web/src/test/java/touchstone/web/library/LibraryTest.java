package touchstone.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.Entry;

class LibraryTest {
    private static final Path SHIPPED = Path.of("../exercises");

    @TempDir
    private Path own;

    @Test
    void everything_that_is_shipped_is_found_and_in_order() {
        var library = Library.open(List.of(SHIPPED));

        assertThat(library.problems()).isEmpty();
        assertThat(library.find("rope")).get().isInstanceOf(Entry.Coding.class);
        assertThat(library.find("q8-11")).get().isInstanceOf(Entry.Asked.class);
        assertThat(library.find("no-such-thing")).isEmpty();
        assertThat(library.blueprints().all()).extracting(Blueprint::id).contains("onsite-whiteboard");
        assertThat(library.presets()).isNotEmpty();
        assertThat(library.rubric().weights().percent()).hasSize(4);
    }

    @Test
    void a_folder_that_cannot_be_read_is_told_and_does_not_stop_the_others() throws IOException {
        var gone = own.resolve("gone");
        var mine = own.resolve("mine");
        Files.createDirectories(mine.resolve("blueprints"));
        Files.writeString(mine.resolve("blueprints/short.yaml"), "title: {zh: 短, en: Short}\n");

        var library = Library.open(List.of(SHIPPED, gone, mine));

        assertThat(library.exercises()).isNotEmpty();
        assertThat(library.questions().questions()).isNotEmpty();
        assertThat(library.problems()).anyMatch(problem -> problem.file().equals(gone))
                .anyMatch(problem -> problem.file().endsWith("short.yaml"));
    }

    @Test
    void without_a_rubric_there_are_no_presets_and_the_reason_is_told() {
        var library = Library.open(List.of(own));

        assertThat(library.presets()).isEmpty();
        assertThat(library.problems())
                .anySatisfy(problem -> assertThat(problem.file()).hasFileName("rubric.yaml"));
    }
}
