package touchstone.judge.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import touchstone.judge.digest.Sha256;

/// Things that are expensive to make again, as files under their names. Each
/// file begins with a hash of its rest, so a damaged one counts as absent;
/// writing is atomic, so processes may share the folder.
public final class Cache {
    private static final int HASH_BYTES = 32;

    private final Path folder;

    public Cache(Path folder) {
        this.folder = folder;
    }

    /// What was put under this name, if it is there and whole.
    public Optional<byte[]> get(String name) {
        byte[] file;
        try {
            file = Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            return Optional.empty();
        }
        if (file.length < HASH_BYTES) {
            return Optional.empty();
        }
        var content = Arrays.copyOfRange(file, HASH_BYTES, file.length);
        return Arrays.equals(file, 0, HASH_BYTES, Sha256.raw(content), 0, HASH_BYTES) ? Optional.of(content)
                : Optional.empty();
    }

    /// Keeps this content under a name such as `suites/0a1b`.
    ///
    /// @throws UncheckedIOException when the folder cannot be written; its message names it
    public void put(String name, byte[] content) {
        var target = folder.resolve(name);
        try {
            Files.createDirectories(target.getParent());
            var temporary = Files.createTempFile(target.getParent(), ".", ".tmp");
            try {
                try (var out = Files.newOutputStream(temporary)) {
                    out.write(Sha256.raw(content));
                    out.write(content);
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the cache folder " + folder + " cannot be written; set TOUCHSTONE_CACHE to another one",
                    e);
        }
    }
}
