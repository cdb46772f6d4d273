package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// File modes that do not depend on the umask of whoever built the image.
final class Permissions {
    static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");

    private Permissions() {}

    static void makeReadable(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!Files.isSymbolicLink(file)) {
                    var runs = Files.isDirectory(file) || Files.isExecutable(file);
                    Files.setPosixFilePermissions(file, runs ? READABLE : PLAIN);
                }
            }
        }
    }
}
