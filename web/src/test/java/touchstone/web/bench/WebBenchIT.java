package touchstone.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.testing.Databases;

/// A handful of candidates for some seconds: enough to go through a whole interview with the real judge beside it.
class WebBenchIT {
    @TempDir
    private Path folder;

    @Test
    void the_embedded_database_bears_it() throws IOException, InterruptedException {
        everythingIsJudged(run(List.of()));
    }

    @Test
    void postgre_sql_bears_it() throws IOException, InterruptedException {
        var address = (DatabaseAddress.PostgreSql) Databases.postgreSql().empty(folder);
        everythingIsJudged(run(List.of("--db", address.url())));
    }

    private static void everythingIsJudged(JsonNode report) {
        assertThat(report.path("sound").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("receipts").asInt()).as(report.toString()).isPositive();
    }

    /// From the checkout's folder, as everybody does.
    private JsonNode run(List<String> options) throws IOException, InterruptedException {
        var json = folder.resolve("load.json");
        var said = folder.resolve("said.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "touchstone.web.Main", "bench", "web", "--lang",
                "en", "--candidates", "4", "--arrive", "1", "--minutes", "0.2", "--submit-every", "4",
                "--starts", "0", "--json", json.toString()));
        command.addAll(options);
        var process = new ProcessBuilder(command).directory(Path.of("..").toRealPath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(said)).isZero();
        return JsonMapper.shared().readTree(Files.readString(json));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
