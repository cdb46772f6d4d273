package touchstone.sandbox.backend.bubblewrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchstone.sandbox.SandboxException;

/// The programs of this machine that start a box.
///
/// @param shell sets limits and opens the filter
/// @param setpriv changes the user; absent unless we are root
record Programs(Path shell, Optional<Path> setpriv, Path bubblewrap) {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin");

    static Programs find(boolean root) {
        var shell = find("dash").or(() -> find("sh"))
                .orElseThrow(() -> new SandboxException("no shell in any of " + FOLDERS));
        var bubblewrap = find("bwrap").orElseThrow(() -> new SandboxException(
                "bubblewrap is missing, and without it submissions cannot be isolated. Install it: "
                        + "apt-get install bubblewrap (Debian, Ubuntu) or dnf install bubblewrap (Fedora)"));
        if (!root) {
            return new Programs(shell, Optional.empty(), bubblewrap);
        }
        var setpriv = find("setpriv").orElseThrow(() -> new SandboxException(
                "setpriv is missing, and without it boxes would run as root. Install util-linux"));
        return new Programs(shell, Optional.of(setpriv), bubblewrap);
    }

    static Path renice() {
        return find("renice").orElseThrow(() -> new SandboxException(
                "renice is missing, and without it boxes would slow the server down. Install util-linux"));
    }

    private static Optional<Path> find(String name) {
        return FOLDERS.stream().map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }
}
