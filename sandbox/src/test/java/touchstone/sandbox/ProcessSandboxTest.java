package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import touchstone.sandbox.probe.Main;

class ProcessSandboxTest {
    @Test
    void the_weak_box_starts_echoes_and_isolates_nothing() throws IOException {
        try (var sandbox = new ProcessSandbox();
                var box = sandbox.start(BoxSpec.worker(), Main.class.getName())) {
            box.input().write("read /etc/hostname\nlist /proc/self/fd\n".getBytes(StandardCharsets.UTF_8));
            box.input().close();
            assertThat(new String(box.output().readAllBytes(), StandardCharsets.UTF_8)).contains("0 1 2");
        }
    }
}
