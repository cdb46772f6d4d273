package touchstone.judge.upload;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
