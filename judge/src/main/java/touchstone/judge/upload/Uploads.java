package touchstone.judge.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Reads folders and archives.
public final class Uploads {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] TAR = {'u', 's', 't', 'a', 'r'};
    private static final int TAR_MAGIC_AT = 257;

    private Uploads() {}

    /// Reads a folder, or an archive: ZIP, TAR, or TAR compressed with gzip. What it is, is told by its first bytes
    /// and not by its name.
    ///
    /// @throws UploadException when it cannot be used as a whole
    public static Upload read(Path path) {
        return read(path, Room.Size.USUAL);
    }

    /// Reads only these files of a folder, under the same rules.
    ///
    /// @param names paths below the folder, with `/` between their parts; whoever wrote them is not trusted
    public static Upload read(Path folder, Collection<String> names) {
        var room = new Room(folder, Room.Size.USUAL);
        try {
            FolderUpload.read(folder, new TreeSet<>(names), room);
        } catch (IOException e) {
            throw room.refusal(UploadException.Reason.UNREADABLE);
        }
        return room.upload();
    }

    static Upload read(Path path, Room.Size size) {
        var room = new Room(path, size);
        if (!Files.exists(path)) {
            throw room.refusal(UploadException.Reason.MISSING);
        }
        try {
            if (Files.isDirectory(path)) {
                FolderUpload.read(path, room);
            } else {
                archive(path, room);
            }
        } catch (IOException e) {
            throw room.refusal(UploadException.Reason.UNREADABLE);
        }
        return room.upload();
    }

    private static void archive(Path path, Room room) throws IOException {
        byte[] begin;
        try (var in = Files.newInputStream(path)) {
            begin = in.readNBytes(TAR_MAGIC_AT + TAR.length);
        }
        if (isAt(begin, 0, ZIP) || isAt(begin, 0, EMPTY_ZIP)) {
            ZipUpload.read(path, room);
        } else if (isAt(begin, TAR_MAGIC_AT, TAR)) {
            try (var in = new BufferedInputStream(Files.newInputStream(path))) {
                TarUpload.read(in, room);
            }
        } else if (isAt(begin, 0, GZIP)) {
            try (var in = unzipped(path, room)) {
                TarUpload.read(in, room);
            }
        } else {
            throw room.refusal(UploadException.Reason.NOT_AN_ARCHIVE);
        }
    }

    private static InputStream unzipped(Path path, Room room) throws IOException {
        var in = new BufferedInputStream(GzipCompressorInputStream.builder()
                .setInputStream(new BufferedInputStream(Files.newInputStream(path)))
                .setDecompressConcatenated(true)
                .get());
        in.mark(TAR_MAGIC_AT + TAR.length);
        byte[] begin;
        try {
            begin = in.readNBytes(TAR_MAGIC_AT + TAR.length);
        } catch (IOException e) {
            throw room.refusal(UploadException.Reason.BROKEN);
        }
        if (!isAt(begin, TAR_MAGIC_AT, TAR)) {
            in.close();
            throw room.refusal(UploadException.Reason.NOT_AN_ARCHIVE);
        }
        in.reset();
        return in;
    }

    private static boolean isAt(byte[] bytes, int from, byte[] magic) {
        int to = from + magic.length;
        return bytes.length >= to && Arrays.equals(bytes, from, to, magic, 0, magic.length);
    }
}
