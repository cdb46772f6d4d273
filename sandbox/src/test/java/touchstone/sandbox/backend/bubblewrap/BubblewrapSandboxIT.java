package touchstone.sandbox.backend.bubblewrap;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxContract;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.ProbeImages;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BubblewrapSandboxIT extends SandboxContract {
    private final Sandbox sandbox = open();

    private static Sandbox open() {
        var root = BubblewrapSandbox.isRoot();
        var cache = CacheFolder.locate(System.getenv(), root);
        return BubblewrapSandbox.open(ProbeImages.open(cache), Programs.find(root), cache, root);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Override
    protected Sandbox sandbox() {
        return sandbox;
    }

    @Override
    protected Set<Long> boxedProcesses() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
