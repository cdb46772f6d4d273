package touchstone.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import touchstone.web.testing.Client;

/// The workspace with the real judge behind it.
class WorkspaceIT {
    private static final Path SUBMISSIONS = Path.of("../exercises/pruning/magnitude-prune/submissions");
    private static RealBench bench;

    @TempDir
    private Path folder;

    private Desk desk;
    private Client client;

    @BeforeAll
    static void start() {
        bench = RealBench.open();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void open() {
        desk = new Desk(folder, bench);
        client = desk.client();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static String sample(String path) {
        try {
            return Files.readString(SUBMISSIONS.resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode judged(String code) throws InterruptedException {
        var received = WorkspaceRoutesTest
                .read(client.json("POST", Desk.PATH + "/submissions", WorkspaceRoutesTest.handed(code)));
        return result(Desk.PATH + "/submissions/" + received.get("id").asLong());
    }

    private JsonNode result(String path) throws InterruptedException {
        var turn = WorkspaceRoutesTest.read(client.get(path));
        while (turn.get("result").isNull()) {
            Thread.sleep(50);
            turn = WorkspaceRoutesTest.read(client.get(path));
        }
        return turn.get("result");
    }

    @Test
    void what_is_right_wrong_or_endless_is_told_so() throws InterruptedException {
        assertThat(judged(sample("accepted/stable-index-sort.java")).get("html").asString())
                .contains("100 / 100 points", "worked example");
        assertThat(judged(sample("wrong_answer/truncated-count.java")).get("verdict").asString())
                .isEqualTo("WRONG_ANSWER");
        var rejected = judged(sample("compile_error/method-missing.java"));
        assertThat(rejected.get("verdict").asString()).isEqualTo("COMPILE_ERROR");
        assertThat(rejected.at("/diagnostics/0/line").asInt()).isPositive();
        var endless = sample("accepted/stable-index-sort.java").replaceFirst("(?s)(prune\\(.*?\\) \\{)",
                "$1 while (ratio == ratio) { }");
        assertThat(judged(endless).get("verdict").asString()).isEqualTo("TIME_LIMIT_EXCEEDED");
    }

    @Test
    void samples_are_run_alone_and_the_compiler_answers_those_who_type() throws InterruptedException {
        var ran = WorkspaceRoutesTest.read(client.json("POST", Desk.PATH + "/run",
                WorkspaceRoutesTest.content(sample("wrong_answer/truncated-count.java"))));
        var result = result(Desk.PATH + "/runs/" + ran.get("id").asString());
        assertThat(result.toString()).contains("Samples only").doesNotContain("random_matrices");

        var checked = WorkspaceRoutesTest.read(client.json("POST", Desk.PATH + "/diagnostics",
                WorkspaceRoutesTest.content("public class Solution { int x = ; }")));
        assertThat(checked.at("/diagnostics/0/message").asString()).isEqualTo("illegal start of expression");
        assertThat(checked.at("/diagnostics/0/explanation").asString()).isNotBlank();
    }

    @Test
    void events_tell_of_every_step_to_the_end() {
        var received = WorkspaceRoutesTest.read(client.json("POST", Desk.PATH + "/submissions",
                WorkspaceRoutesTest.handed(sample("accepted/quick-select.java"))));
        var body = client.with("Accept", "text/event-stream")
                .get(Desk.PATH + "/submissions/" + received.get("id").asLong() + "/events")
                .body();
        assertThat(List.of(body.split("\n\n"))).hasSizeGreaterThan(1);
        assertThat(body).contains("\"state\":\"running\"").endsWith("\"words\":\"Done\"}\n\n");
    }

    @Test
    void what_was_under_way_when_the_server_ended_is_judged_by_the_next_one() throws InterruptedException {
        var received = WorkspaceRoutesTest.read(client.json("POST", Desk.PATH + "/submissions",
                WorkspaceRoutesTest.handed(sample("accepted/bounded-heap.java"))));
        var candidate = desk.site.store().candidates().find(1).orElseThrow();
        desk.close();
        desk = new Desk(folder, bench);
        client = desk.site.candidate(candidate);
        var path = Desk.PATH + "/submissions/" + received.get("id").asLong();
        assertThat(result(path).get("verdict").asString()).isEqualTo("ACCEPTED");
    }
}
