package touchstone.judge.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.upload.Upload.LeftOut;
import touchstone.judge.upload.Upload.Reason;

class UploadsTest {
    private static final Room.Size SMALL = new Room.Size(50, 1000, 5000);

    @TempDir
    private Path folder;

    static Stream<String> kinds() {
        return Stream.of("zip", "tar", "tar.gz");
    }

    private Upload read(String kind, Archive archive) throws IOException {
        return Uploads.read(archive.write(folder, kind), SMALL);
    }

    private static List<String> paths(Upload upload) {
        return upload.files().stream().map(Upload.File::path).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void files_come_with_their_paths_and_bytes(String kind) throws IOException {
        var upload = read(kind,
                new Archive().with("王小明/kd-loss.java", "class Solution {}")
                        .with("ada/kd-loss/Solution.java", "// ä")
                        .with("ada/answers.yaml", "")
                        .with("__MACOSX/ada/._answers.yaml", "x")
                        .with("ada/.DS_Store", "x")
                        .with("ada/Thumbs.db", "x"));
        assertThat(paths(upload)).containsExactly("ada/answers.yaml", "ada/kd-loss/Solution.java",
                "王小明/kd-loss.java");
        assertThat(upload.files().get(1).content()).isEqualTo("// ä".getBytes(StandardCharsets.UTF_8));
        assertThat(upload.leftOut()).isEmpty();
    }

    @Test
    void a_folder_is_read_like_an_archive_and_no_link_is_followed() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "ours");
        var top = Files.createDirectories(folder.resolve("class"));
        Files.createDirectories(top.resolve("ada/.git"));
        Files.writeString(top.resolve("ada/.git/config"), "x");
        Files.writeString(top.resolve("ada/rope.java"), "class Solution {}");
        Files.createSymbolicLink(top.resolve("ada/kd-loss.java"), secret);
        Files.createSymbolicLink(top.resolve("bo"), folder);
        var upload = Uploads.read(top, SMALL);
        assertThat(paths(upload)).containsExactly("ada/rope.java");
        assertThat(upload.leftOut()).containsExactlyInAnyOrder(new LeftOut("ada/kd-loss.java", Reason.LINK),
                new LeftOut("bo", Reason.LINK));
    }

    // --- names

    @ParameterizedTest
    @MethodSource("kinds")
    void names_that_lead_elsewhere_are_left_out(String kind) throws IOException {
        var bad = List.of("../up.java", "a/../../up.java", "/etc/passwd", "C:/x.java", "\\\\host\\share.java",
                "a//b.java", "a/./b.java", "a/con.java", "NUL", "a/ /b.java", "a/new\nline.java",
                "a/\u202Egnirts.java", "x/".repeat(16) + "deep.java", "n".repeat(256) + ".java");
        var archive = new Archive().with("good/rope.java", "x").with("win\\kd-loss.java", "y");
        bad.forEach(name -> archive.with(name, "z"));
        var upload = read(kind, archive);
        assertThat(paths(upload)).containsExactly("good/rope.java", "win/kd-loss.java");
        assertThat(upload.leftOut()).hasSameSizeAs(bad).allMatch(out -> out.reason() == Reason.UNSAFE_NAME);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void of_two_files_with_the_same_name_neither_counts(String kind) throws IOException {
        var upload = read(kind,
                new Archive().with("ada/rope.java", "one")
                        .with("ada/Rope.java", "two")
                        .with("ada/rope.java", "three")
                        .with("bo/rope.java", "x"));
        assertThat(paths(upload)).containsExactly("bo/rope.java");
        assertThat(upload.leftOut()).hasSize(3).allMatch(out -> out.reason() == Reason.SAME_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void names_are_read_as_windows_writes_them(String charset) throws IOException {
        var file = folder.resolve("upload.zip");
        try (var out = new ZipArchiveOutputStream(file.toFile())) {
            out.setEncoding(charset);
            out.setUseLanguageEncodingFlag(false);
            out.putArchiveEntry(new ZipArchiveEntry("王小明/量化.java"));
            out.write("x".getBytes(Charset.forName(charset)));
            out.closeArchiveEntry();
        }
        assertThat(paths(Uploads.read(file))).containsExactly("王小明/量化.java");
    }

    // --- entries

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_too_large_or_an_archive_is_left_out(String kind) throws IOException {
        var upload = read(kind,
                new Archive().with("ada/rope.java", new byte[1000])
                        .with("ada/kd-loss.java", new byte[1001])
                        .with("bo.zip", "PK")
                        .with("bo/work.TAR.GZ", "x"));
        assertThat(paths(upload)).containsExactly("ada/rope.java");
        assertThat(upload.leftOut()).containsExactlyInAnyOrder(
                new LeftOut("ada/kd-loss.java", Reason.TOO_LARGE), new LeftOut("bo.zip", Reason.ARCHIVE),
                new LeftOut("bo/work.TAR.GZ", Reason.ARCHIVE));
    }

    @Test
    void links_and_devices_in_a_tar_are_left_out() throws IOException {
        var file = folder.resolve("upload.tar");
        try (var out = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (byte type : new byte[]{TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR,
                    TarConstants.LF_BLK, TarConstants.LF_FIFO}) {
                var entry = new TarArchiveEntry("ada/" + (char) type, type);
                entry.setLinkName("/etc/passwd");
                out.putArchiveEntry(entry);
                out.closeArchiveEntry();
            }
        }
        var upload = Uploads.read(file);
        assertThat(upload.files()).isEmpty();
        assertThat(upload.leftOut()).extracting(LeftOut::reason)
                .containsExactly(Reason.LINK, Reason.LINK, Reason.SPECIAL, Reason.SPECIAL, Reason.SPECIAL);
    }

    @Test
    void a_link_in_a_zip_is_left_out() throws IOException {
        var file = folder.resolve("upload.zip");
        try (var out = new ZipArchiveOutputStream(file.toFile())) {
            var entry = new ZipArchiveEntry("ada/rope.java");
            entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
            out.putArchiveEntry(entry);
            out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        assertThat(Uploads.read(file).leftOut()).containsExactly(new LeftOut("ada/rope.java", Reason.LINK));
    }

    @Test
    void what_is_encrypted_or_not_what_the_directory_promises_is_left_out() throws IOException {
        var bytes = new Archive().with("ada/rope.java", "x".repeat(300))
                .with("bo/rope.java", "x")
                .bytes("zip");
        var encrypted = bytes.clone();
        encrypted[directory(bytes) + 8] |= 1;
        var sum = bytes.clone();
        sum[directory(bytes) + 16] ^= 1;
        assertThat(Uploads.read(Files.write(folder.resolve("e.zip"), encrypted)).leftOut())
                .containsExactly(new LeftOut("ada/rope.java", Reason.ENCRYPTED));
        var broken = Uploads.read(Files.write(folder.resolve("s.zip"), sum));
        assertThat(broken.leftOut()).containsExactly(new LeftOut("ada/rope.java", Reason.BROKEN));
        assertThat(paths(broken)).containsExactly("bo/rope.java");
    }

    /// Where the directory of an archive begins.
    private static int directory(byte[] zip) {
        for (int i = 0; i < zip.length - 3; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new AssertionError("no directory");
    }

    // --- whole uploads

    static Stream<Arguments> wholes() throws IOException {
        var many = new Archive();
        var large = new Archive();
        for (int i = 0; i < 60; i++) {
            many.with(i + ".java", "x");
            large.with(i + ".java", new byte[999]);
        }
        var good = new Archive().with("ada/rope.java", "x".repeat(900)).with("bo/rope.java", "y".repeat(900));
        var zip = good.bytes("zip");
        return Stream.of(Arguments.of(many.bytes("zip"), "TOO_MANY_ENTRIES"),
                Arguments.of(many.bytes("tar.gz"), "TOO_MANY_ENTRIES"),
                Arguments.of(large.bytes("zip"), "TOO_MANY_ENTRIES|TOO_LARGE"),
                Arguments.of(new byte[0], "NOT_AN_ARCHIVE"), Arguments.of(new byte[5000], "NOT_AN_ARCHIVE"),
                Arguments.of("PK is how this text begins".getBytes(StandardCharsets.UTF_8), "NOT_AN_ARCHIVE"),
                Arguments.of(gzipped(new byte[2000]), "NOT_AN_ARCHIVE"),
                Arguments.of(Arrays.copyOf(zip, zip.length - 30), "BROKEN"),
                Arguments.of(Arrays.copyOf(zip, 40), "BROKEN"),
                Arguments.of(Arrays.copyOf(good.bytes("tar"), 700), "BROKEN"),
                Arguments.of(Arrays.copyOf(good.bytes("tar.gz"), 60), "BROKEN|NOT_AN_ARCHIVE"),
                Arguments.of(overlapping(zip), "OVERLAPPING"));
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /// The second entry of the directory leads to the bytes of the first.
    private static byte[] overlapping(byte[] zip) {
        var bytes = zip.clone();
        int first = directory(bytes);
        int second = first + 46 + "ada/rope.java".length();
        while (bytes[second] != 'P' || bytes[second + 1] != 'K') {
            second++;
        }
        System.arraycopy(bytes, first + 42, bytes, second + 42, 4);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void what_cannot_be_used_as_a_whole_is_refused(byte[] bytes, String reasons) throws IOException {
        var file = Files.write(folder.resolve("upload"), bytes);
        assertThatThrownBy(() -> Uploads.read(file, SMALL)).isInstanceOf(UploadException.class)
                .satisfies(e -> assertThat(((UploadException) e).reason().name()).matches(reasons));
    }

    @Test
    void a_missing_upload_is_said_to_be_missing() {
        assertThatThrownBy(() -> Uploads.read(folder.resolve("absent"))).hasMessageContaining("missing");
    }

    /// Whatever the bytes are, the answer is an upload or a refusal, never a crash.
    @ParameterizedTest
    @MethodSource("kinds")
    void mutilated_archives_are_read_or_refused(String kind) throws IOException {
        var whole = new Archive().with("ada/rope.java", "x".repeat(400))
                .with("王/kd-loss.java", "y".repeat(400))
                .bytes(kind);
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var bytes = whole.clone();
            for (int hit = random.nextInt(1, 8); hit > 0; hit--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var file = Files.write(folder.resolve("mutilated"),
                    Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            try {
                assertThat(Uploads.read(file, SMALL).files()).hasSizeLessThanOrEqualTo(8);
            } catch (UploadException e) {
                assertThat(e.upload()).endsWith("mutilated");
            }
        }
    }
}
