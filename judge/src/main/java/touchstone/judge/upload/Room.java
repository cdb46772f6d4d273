package touchstone.judge.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;
import touchstone.judge.upload.Upload.LeftOut;
import touchstone.judge.upload.Upload.Reason;

/// What one upload may be, and what of it has been taken so far.
final class Room {
    private static final Set<String> ARCHIVES = Set.of("zip", "jar", "tar", "gz", "tgz", "7z", "rar", "bz2",
            "xz");

    private final Path upload;
    private final Size size;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    /// The names as a file system sees them that makes no difference between `A` and `a`.
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private int entries;
    private long bytes;

    /// How large an upload may be.
    ///
    /// @param entries of any kind
    /// @param file bytes of one file
    /// @param total bytes of all files together, when they are no longer compressed
    record Size(int entries, int file, long total) {
        static final Size USUAL = new Size(100_000, 1 << 20, 512L << 20);
    }

    /// Where the bytes of an entry come from.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /// The bytes of one entry are not those that the archive promises.
    static final class BrokenEntry extends IOException {
        private static final long serialVersionUID = 1;
    }

    Room(Path upload, Size size) {
        this.upload = upload;
        this.size = size;
    }

    UploadException refusal(UploadException.Reason reason) {
        return new UploadException(reason, upload);
    }

    /// Every entry is counted, used or not.
    void count() {
        entries++;
        if (entries > size.entries()) {
            throw refusal(UploadException.Reason.TOO_MANY_ENTRIES);
        }
    }

    void leaveOut(String path, Reason reason) {
        leftOut.add(new LeftOut(path, reason));
    }

    /// Takes a file, or says why not.
    ///
    /// @param name as the archive has it
    void take(String name, Content content) throws IOException {
        if (EntryName.isUnseen(name)) {
            return;
        }
        var path = EntryName.safe(name);
        if (path.isEmpty()) {
            leaveOut(name, Reason.UNSAFE_NAME);
        } else if (ARCHIVES.contains(ending(path.get()))) {
            leaveOut(path.get(), Reason.ARCHIVE);
        } else if (isAlone(path.get())) {
            keep(path.get(), content);
        }
    }

    /// Which of two files of the same name a person meant, nobody knows: both are left out.
    private boolean isAlone(String path) {
        var plain = path.toLowerCase(Locale.ROOT);
        var before = names.putIfAbsent(plain, path);
        if (before == null) {
            return true;
        }
        if (twice.add(plain)) {
            var dropped = files.remove(before);
            bytes -= dropped == null ? 0 : dropped.length;
            leaveOut(before, Reason.SAME_NAME);
        }
        leaveOut(path, Reason.SAME_NAME);
        return false;
    }

    /// Never trusts a size that the archive tells.
    private void keep(String path, Content content) throws IOException {
        byte[] read;
        try (var in = content.open()) {
            read = in.readNBytes(size.file() + 1);
        } catch (BrokenEntry | ZipException e) {
            leaveOut(path, Reason.BROKEN);
            return;
        }
        if (read.length > size.file()) {
            leaveOut(path, Reason.TOO_LARGE);
            return;
        }
        bytes += read.length;
        if (bytes > size.total()) {
            throw refusal(UploadException.Reason.TOO_LARGE);
        }
        files.put(path, read);
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    Upload upload() {
        return new Upload(files.entrySet()
                .stream()
                .map(file -> new Upload.File(file.getKey(), file.getValue()))
                .toList(), leftOut);
    }
}
