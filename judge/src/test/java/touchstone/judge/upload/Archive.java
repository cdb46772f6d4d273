package touchstone.judge.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// An archive that a test puts together, of every kind that is read.
public final class Archive {
    private record Entry(String name, byte[] content) {}

    private final List<Entry> entries = new ArrayList<>();

    public Archive with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Archive with(String name, byte[] content) {
        entries.add(new Entry(name, content));
        return this;
    }

    /// As bytes of this kind: `zip`, `tar`, `tar.gz`.
    public byte[] bytes(String kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        switch (kind) {
            case "zip" -> zip(bytes);
            case "tar" -> tar(bytes);
            case "tar.gz" -> {
                try (var out = new GZIPOutputStream(bytes)) {
                    tar(out);
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return bytes.toByteArray();
    }

    public Path write(Path folder, String kind) throws IOException {
        return Files.write(folder.resolve("upload." + kind), bytes(kind));
    }

    private void zip(OutputStream to) throws IOException {
        try (var out = new ZipArchiveOutputStream(to)) {
            for (var entry : entries) {
                out.putArchiveEntry(new ZipArchiveEntry(entry.name));
                out.write(entry.content);
                out.closeArchiveEntry();
            }
        }
    }

    private void tar(OutputStream to) throws IOException {
        try (var out = new TarArchiveOutputStream(to, StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setAddPaxHeadersForNonAsciiNames(true);
            for (var entry : entries) {
                var header = new TarArchiveEntry(entry.name, true);
                header.setSize(entry.content.length);
                out.putArchiveEntry(header);
                out.write(entry.content);
                out.closeArchiveEntry();
            }
        }
    }
}
