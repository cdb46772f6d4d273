package touchstone.judge.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import touchstone.judge.batch.BatchException.Reason;

/// The folder that a batch writes to, and nobody else while it is open. The lock is the system's, so it goes with the
/// process, however that ends.
public final class BatchFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private BatchFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Makes the folder if it is not there.
    ///
    /// @throws BatchException when it cannot be written, or another process writes to it
    public static BatchFolder open(Path folder) {
        FileChannel file;
        try {
            Files.createDirectories(folder);
            file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        try {
            var lock = file.tryLock();
            if (lock != null) {
                return new BatchFolder(folder, file, lock);
            }
        } catch (OverlappingFileLockException e) {
            // this process has it already
        } catch (IOException e) {
            closeQuietly(file);
            throw unwritable(folder, e);
        }
        closeQuietly(file);
        throw BatchException.of(Reason.IN_USE, folder, "");
    }

    private static void closeQuietly(FileChannel file) {
        try {
            file.close();
        } catch (IOException _) {
            // it was only opened to be locked
        }
    }

    static BatchException unwritable(Path folder, IOException e) {
        var reason = e instanceof java.nio.file.FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
        return new BatchException(Reason.UNWRITABLE, folder,
                reason == null || reason.equals(folder.toString()) ? e.getClass().getSimpleName() : reason,
                e);
    }

    public Path path() {
        return folder;
    }

    /// Whether a batch has begun here.
    public boolean begun() {
        return Files.exists(folder.resolve(KeptBatch.MANIFEST));
    }

    void write(Manifest manifest) {
        replace(KeptBatch.MANIFEST, out -> out.write(manifest.json().getBytes(StandardCharsets.UTF_8)));
    }

    /// What a file holds.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes a file so that whoever opens it sees all of it, or what was there before.
    ///
    /// @throws BatchException when it cannot be written
    public void replace(String name, Content content) {
        var temporary = folder.resolve("." + name + ".tmp");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                content.writeTo(out);
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw unwritable(folder, e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // the next run writes over it
        }
    }

    /// For adding lines. What a crash left of a last line is cut off first.
    Appending results() {
        var file = folder.resolve(KeptBatch.RESULTS);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            channel.truncate(endOfLines(channel));
            channel.position(channel.size());
            return new Appending(folder, channel);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        var block = ByteBuffer.allocate(1 << 13);
        for (long end = channel.size(); end > 0;) {
            long start = Math.max(0, end - block.capacity());
            block.clear().limit((int) (end - start));
            while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {
                // until the block is full
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /// Lines at the end of a file, each with the system before the next begins.
    static final class Appending implements AutoCloseable {
        private final Path folder;
        private final FileChannel file;

        private Appending(Path folder, FileChannel file) {
            this.folder = folder;
            this.file = file;
        }

        /// @throws BatchException when the disk is full, or gone; the file then still ends with a whole line
        synchronized void add(Result result) {
            try {
                long before = file.position();
                var line = ByteBuffer.wrap((result.json() + "\n").getBytes(StandardCharsets.UTF_8));
                try {
                    while (line.hasRemaining()) {
                        file.write(line);
                    }
                } catch (IOException e) {
                    file.truncate(before);
                    throw e;
                }
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
        }

        @Override
        public synchronized void close() {
            try (file) {
                file.force(false);
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
        }
    }

    @Override
    public void close() {
        try (lockFile) {
            lock.release();
        } catch (IOException _) {
            // the end of the process releases it too
        }
    }
}
