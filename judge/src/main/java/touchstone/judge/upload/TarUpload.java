package touchstone.judge.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.input.CloseShieldInputStream;
import touchstone.judge.upload.Upload.Reason;

/// A TAR archive, read from its beginning to its end.
final class TarUpload {
    /// Stands where bytes are no UTF-8.
    private static final char NO_CHARACTER = '\uFFFD';

    private TarUpload() {}

    static void read(InputStream in, Room room) throws IOException {
        try (var tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                take(entry, tar, room);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw room.refusal(UploadException.Reason.BROKEN);
        }
    }

    private static void take(TarArchiveEntry entry, TarArchiveInputStream tar, Room room) throws IOException {
        room.count();
        if (entry.isDirectory()) {
            return;
        }
        var name = entry.getName();
        if (name.indexOf(NO_CHARACTER) >= 0) {
            room.leaveOut(name, Reason.UNREADABLE_NAME);
            return;
        }
        switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
                room.take(name, () -> CloseShieldInputStream.wrap(tar));
            case TarConstants.LF_LINK, TarConstants.LF_SYMLINK -> room.leaveOut(name, Reason.LINK);
            case TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO ->
                room.leaveOut(name, Reason.SPECIAL);
            default -> room.leaveOut(name, Reason.UNSUPPORTED);
        }
    }
}
