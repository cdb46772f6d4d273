package touchstone.judge.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    @TempDir
    Path folder;

    @Test
    void what_cannot_be_a_submission_is_refused_with_one_sentence() throws IOException {
        assertRefused("missing: ", folder.resolve("none.java"));
        assertRefused("directory: ", folder);
        assertRefused("empty: ", file("empty.java", new byte[0]));
        assertRefused("binary: ", file("binary.java", new byte[]{'a', 0, 'b'}));
        assertRefused("too large: ",
                file("large.java", "x".repeat(262_145).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void the_limit_counts_all_files_together() throws IOException {
        var half = file("half.java", "x".repeat(131_072).getBytes(StandardCharsets.US_ASCII));
        var one = file("one.java", new byte[]{'x'});
        assertThat(Submissions.read(List.of(half, half)).files()).hasSize(2);
        assertRefused("too large: ", half, half, one);
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> Submissions.read(Collections.nCopies(17, one)))
                .withMessage("number of files: 17");
    }

    @Test
    void one_file_hashes_like_sha256sum() {
        assertThat(Submissions.of("A.java", "abc".getBytes(StandardCharsets.US_ASCII)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void several_files_hash_with_their_names_and_order() throws IOException {
        var a = file("A.java", new byte[]{'a'});
        var b = file("B.java", new byte[]{'b'});
        assertThat(Submissions.read(List.of(a, b)).sha256())
                .isNotEqualTo(Submissions.read(List.of(b, a)).sha256());
    }

    @Test
    void text_that_is_not_utf_8_is_told_by_line_and_column() {
        var bytes = "class A {\n // \u00e9\n}".getBytes(StandardCharsets.ISO_8859_1);
        var submission = Submissions.of("A.java", bytes);
        assertThat(submission.unreadable()).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo("A.java");
            assertThat(found.line()).isEqualTo(2);
            assertThat(found.column()).isEqualTo(5);
            assertThat(found.message()).isEqualTo("not UTF-8: byte 0xE9; save the file as UTF-8");
        });
    }

    @Test
    void a_file_that_ends_in_the_middle_of_a_character_is_not_utf_8() {
        assertThat(Submissions.of("A.java", new byte[]{'x', (byte) 0xE6, (byte) 0x9D}).unreadable())
                .hasSize(1);
    }

    @Test
    void a_byte_order_mark_is_dropped() {
        var submission = Submissions.of("A.java", "\uFEFFclass A {}".getBytes(StandardCharsets.UTF_8));
        assertThat(submission.files().getFirst().text()).isEqualTo("class A {}");
        assertThat(submission.unreadable()).isEmpty();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(String message, Path... files) {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> Submissions.read(List.of(files)))
                .withMessageContaining(message);
    }
}
