package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import touchstone.sandbox.SandboxException;

/// Who runs this process.
public final class ThisUser {
    private ThisUser() {}

    public static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new SandboxException("cannot tell which user this is: /proc is not mounted", e);
        }
    }
}
