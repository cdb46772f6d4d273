package touchstone.sandbox.backend;

import java.nio.file.Path;
import touchstone.sandbox.SandboxException;

/// What differs between the processors that boxes run on.
public enum Architecture {
    X86_64("amd64", 0xC000_003E, "/lib64/ld-linux-x86-64.so.2"),
    AARCH64("aarch64", 0xC000_00B7, "/lib/ld-linux-aarch64.so.1");

    private final String javaName;
    private final int auditToken;
    private final Path loader;

    Architecture(String javaName, int auditToken, String loader) {
        this.javaName = javaName;
        this.auditToken = auditToken;
        this.loader = Path.of(loader);
    }

    /// Of the running JVM.
    public static Architecture current() {
        var name = System.getProperty("os.arch");
        for (var each : values()) {
            if (each.javaName.equals(name)) {
                return each;
            }
        }
        throw new SandboxException("boxes run on x86_64 and aarch64 only; this machine is " + name);
    }

    /// AUDIT_ARCH_… of the kernel: tells a filter whose numbers a system call uses.
    int auditToken() {
        return auditToken;
    }

    /// The dynamic loader; this path is part of the platform's ABI, so every
    /// distribution has it.
    Path loader() {
        return loader;
    }
}
