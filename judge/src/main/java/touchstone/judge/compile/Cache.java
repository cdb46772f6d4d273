package touchstone.judge.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
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

    /// The folder that a process with these environment variables uses:
    /// `TOUCHSTONE_CACHE` if set, else the system's for root, else the user's.
    public static Path folder(Map<String, String> environment, String user, Path home) {
        var set = environment.get("TOUCHSTONE_CACHE");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        if (user.equals("root")) {
            return Path.of("/var/cache/touchstone");
        }
        var xdg = environment.get("XDG_CACHE_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("touchstone");
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
    /// @throws UncheckedIOException
    ///             when the folder cannot be written; its message names it
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
