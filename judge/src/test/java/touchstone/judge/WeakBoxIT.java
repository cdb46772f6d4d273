package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.sandbox.ProcessSandbox;

/// Harmless cases of the collection in a box without walls. They must get
/// through, or [HostileIT] would prove nothing.
class WeakBoxIT {
    private final List<HostileCase> harmless = HostileCase.all()
            .stream()
            .filter(HostileCase::detectedByWeakBox)
            .toList();

    @Test
    void attacks_get_through_where_nothing_isolates_them(@TempDir Path cache) {
        var repelled = new ArrayList<String>();
        try (var sandbox = new ProcessSandbox(); var judging = new HostileJudging(sandbox, cache)) {
            for (var hostile : harmless) {
                var before = Leavings.files();
                var failures = judging.failures(hostile);
                var files = Leavings.files();
                files.removeAll(before);
                if (failures.isEmpty() && Leavings.delete(files).isEmpty()) {
                    repelled.add(hostile.name());
                }
                Leavings.delete(files);
            }
        }
        assertThat(harmless).hasSizeGreaterThanOrEqualTo(12);
        assertThat(repelled).isEmpty();
    }
}
