package touchstone.judge.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import touchstone.judge.upload.Upload.Reason;

/// A ZIP archive, read by its directory.
final class ZipUpload {
    private final ZipFile zip;
    private final Room room;

    private ZipUpload(ZipFile zip, Room room) {
        this.zip = zip;
        this.room = room;
    }

    static void read(Path path, Room room) {
        try (var zip = ZipFile.builder().setPath(path).setCharset(StandardCharsets.ISO_8859_1).get()) {
            new ZipUpload(zip, room).read();
        } catch (IOException | IllegalArgumentException e) {
            throw room.refusal(UploadException.Reason.BROKEN);
        }
    }

    private void read() throws IOException {
        var entries = Collections.list(zip.getEntries());
        entries.forEach(_ -> room.count());
        refuseOverlaps(entries);
        for (var entry : entries) {
            if (!entry.isDirectory()) {
                take(entry);
            }
        }
    }

    /// Entries that share their bytes make a small archive as large as one likes.
    private void refuseOverlaps(List<ZipArchiveEntry> entries) {
        long end = 0;
        for (var entry : entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getDataOffset))
                .toList()) {
            if (entry.getDataOffset() < end) {
                throw room.refusal(UploadException.Reason.OVERLAPPING);
            }
            end = entry.getDataOffset() + entry.getCompressedSize();
        }
    }

    private void take(ZipArchiveEntry entry) throws IOException {
        var decoded = EntryName.decoded(entry.getRawName());
        if (decoded.isEmpty()) {
            room.leaveOut(entry.getName(), Reason.UNREADABLE_NAME);
            return;
        }
        var name = decoded.get();
        if (entry.isUnixSymlink()) {
            room.leaveOut(name, Reason.LINK);
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            room.leaveOut(name, Reason.ENCRYPTED);
        } else if (!zip.canReadEntryData(entry)) {
            room.leaveOut(name, Reason.UNSUPPORTED);
        } else {
            room.take(name, () -> checked(entry));
        }
    }

    /// Fails at its end when it was not what the directory promises.
    private InputStream checked(ZipArchiveEntry entry) throws IOException {
        var sum = new CRC32();
        return new FilterInputStream(new CheckedInputStream(zip.getInputStream(entry), sum)) {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                int read = super.read(bytes, from, count);
                if (read < 0 && sum.getValue() != entry.getCrc()) {
                    throw new Room.BrokenEntry();
                }
                return read;
            }
        };
    }
}
