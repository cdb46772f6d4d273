package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.SandboxException;

/// Numbers of users that exist nowhere else, one for each living box. A pool
/// holds a block of them by a lock on a file, which the kernel releases when this
/// process ends, however it ends; so no two judges on a machine ever share one.
final class UidPool implements Users {
    static final Path LOCKS = Path.of("/run/touchstone/uids");
    static final int BLOCK = 64;
    /// Where systemd's list of ranges has nothing; containers often map only the
    /// first 65,536 numbers, hence the second choice.
    private static final int WIDE_BASE = 2_000_000_000;
    private static final int NARROW_BASE = 60_578;
    private static final int WIDE_BLOCKS = 256;
    private static final int NARROW_BLOCKS = 9;

    /// Blocks of this process. A lock of POSIX belongs to the process and falls when
    /// *any* channel on the file is closed, so we must not even open the file of a
    /// block that we hold.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileLock lock;
    private final Deque<Integer> free = new ArrayDeque<>();

    private UidPool(Path file, FileLock lock, int first) {
        this.file = file;
        this.lock = lock;
        for (int uid = first; uid < first + BLOCK; uid++) {
            free.addLast(uid);
        }
    }

    static UidPool open(Path locks) {
        try {
            Files.createDirectories(locks);
            var wide = isMapped(WIDE_BASE);
            for (int block = 0; block < (wide ? WIDE_BLOCKS : NARROW_BLOCKS); block++) {
                var file = locks.resolve("block-" + block);
                var lock = tryLock(file);
                if (lock != null) {
                    return new UidPool(file, lock, (wide ? WIDE_BASE : NARROW_BASE) + block * BLOCK);
                }
            }
        } catch (IOException e) {
            throw new SandboxException("cannot reserve users for boxes in " + locks + ": " + e, e);
        }
        throw new SandboxException(
                "too many judges run on this machine: all users for boxes are taken (see " + locks + ")");
    }

    @Override
    public synchronized OptionalInt take() {
        var uid = free.pollFirst();
        if (uid == null) {
            throw new SandboxException("one judge can keep at most " + BLOCK + " boxes alive");
        }
        return OptionalInt.of(uid);
    }

    @Override
    public synchronized void giveBack(OptionalInt uid) {
        free.addLast(uid.orElseThrow());
    }

    @Override
    public synchronized void close() {
        if (!lock.isValid()) {
            return; // a second time
        }
        try (var _ = lock.acquiredBy()) {
            lock.release();
        } catch (IOException e) {
            throw new SandboxException("cannot release " + file, e);
        } finally {
            synchronized (HELD) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return null;
            }
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            HELD.add(file);
            return lock;
        }
    }

    /// Whether this number exists in our user namespace; lines of uid_map are
    /// first-inside, first-outside, count.
    private static boolean isMapped(int uid) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/uid_map"))
                .stream()
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(range -> Long.parseLong(range[0]) <= uid
                        && uid + (long) WIDE_BLOCKS * BLOCK <= Long.parseLong(range[0])
                                + Long.parseLong(range[2]));
    }
}
