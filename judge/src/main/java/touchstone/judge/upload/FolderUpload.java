package touchstone.judge.upload;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import touchstone.judge.upload.Upload.Reason;

/// A folder of this machine. Links are not followed.
final class FolderUpload extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Room room;

    private FolderUpload(Path top, Room room) {
        this.top = top;
        this.room = room;
    }

    static void read(Path top, Room room) throws IOException {
        Files.walkFileTree(top, new FolderUpload(top, room));
    }

    /// Only these files. A link on the way to one could lead anywhere, so none is followed.
    static void read(Path top, Collection<String> names, Room room) throws IOException {
        for (var name : names) {
            room.count();
            var safe = EntryName.safe(name);
            if (safe.isEmpty()) {
                room.leaveOut(name, Reason.UNSAFE_NAME);
                continue;
            }
            var file = top;
            boolean linked = false;
            for (var part : safe.get().split("/", -1)) {
                file = file.resolve(part);
                linked = linked || Files.isSymbolicLink(file);
            }
            var found = file;
            if (linked) {
                room.leaveOut(name, Reason.LINK);
            } else if (!Files.exists(file)) {
                room.leaveOut(name, Reason.MISSING);
            } else if (!Files.isRegularFile(file)) {
                room.leaveOut(name, Reason.SPECIAL);
            } else {
                room.take(name, () -> Files.newInputStream(found));
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        room.count();
        return !folder.equals(top) && EntryName.isUnseen(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        room.count();
        var name = top.relativize(file).toString();
        if (attributes.isSymbolicLink()) {
            room.leaveOut(name, Reason.LINK);
        } else if (!attributes.isRegularFile()) {
            room.leaveOut(name, Reason.SPECIAL);
        } else {
            room.take(name, () -> Files.newInputStream(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        room.leaveOut(top.relativize(file).toString(), Reason.BROKEN);
        return FileVisitResult.CONTINUE;
    }
}
