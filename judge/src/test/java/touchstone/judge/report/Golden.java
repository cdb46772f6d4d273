package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reports kept as files. What a report looks like now is written to `target/golden`; read it, then copy it
/// over.
final class Golden {
    private static final Path EXPECTED = Path.of("src/test/resources/touchstone/judge/report/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    static void assertSame(String file, String report) throws IOException {
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(file), report);
        assertThat(EXPECTED.resolve(file)).exists().content().isEqualTo(report);
    }
}
