package touchstone.sandbox.worker;

import java.util.HashMap;
import java.util.Map;

/// Defines the contract's and the submission's classes, each when it is first
/// needed, above nothing but the platform.
final class SubmissionLoader extends ClassLoader {
    private final Map<String, byte[]> pending = new HashMap<>();
    private final Map<String, Boolean> ofSubmission = new HashMap<>();

    SubmissionLoader() {
        super("submission", getPlatformClassLoader());
    }

    /// Whether there was room for the name: no class of that name yet, and not one
    /// that belongs to the platform or to us.
    boolean addContract(String name, byte[] bytes) {
        return !belongsToOthers(name) && add(name, bytes, false);
    }

    /// The same for the submission, whose place is the unnamed package.
    boolean addSubmission(String name, byte[] bytes) {
        return name.indexOf('.') < 0 && add(name, bytes, true);
    }

    private boolean add(String name, byte[] bytes, boolean submission) {
        pending.put(name, bytes);
        return ofSubmission.put(name, submission) == null;
    }

    private static boolean belongsToOthers(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("touchstone.sandbox.");
    }

    boolean isOfSubmission(String name) {
        return ofSubmission.getOrDefault(name, false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = pending.remove(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
