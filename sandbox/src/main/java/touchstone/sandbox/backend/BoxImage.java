package touchstone.sandbox.backend;

import java.nio.file.Path;

/// Everything that one program finds in its box: a root file system with a JRE
/// in `/jre`, the C library, a shell at `/app/sh`, and empty places for
/// `/tmp` and the three devices. Never changed once it exists.
public record BoxImage(Path root, String mainClass) {}
