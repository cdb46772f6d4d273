package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import touchstone.sandbox.SandboxException;

/// Where images and filters are kept between starts.
public final class CacheFolder {
    private CacheFolder() {}

    /// The folder that the environment asks for, else the usual one of this user;
    /// made if absent.
    public static Path locate(Map<String, String> environment) {
        return locate(environment, ThisUser.isRoot());
    }

    static Path locate(Map<String, String> environment, boolean root) {
        var folder = wanted(environment, root).toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (root) {
                letOthersIn(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new SandboxException("cannot use the cache folder " + folder + " (" + e
                    + "); set TOUCHSTONE_CACHE to a folder that this user may write", e);
        }
    }

    private static Path wanted(Map<String, String> environment, boolean root) {
        var named = environment.getOrDefault("TOUCHSTONE_CACHE", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        if (root) {
            return Path.of("/var/cache/touchstone");
        }
        var xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        var base = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("touchstone");
    }

    /// As root every box runs as a user of its own, who must reach the image.
    private static void letOthersIn(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, Permissions.READABLE);
        for (var parent = folder.getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new SandboxException("boxes run as users of their own, and these cannot enter " + parent
                        + "; set TOUCHSTONE_CACHE to a folder that everybody may enter, such as /var/cache/touchstone");
            }
        }
    }
}
