package touchstone.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.compile.TestCase;
import touchstone.judge.interview.Entry;

/// Hidden tests have names, inputs and messages, and candidates never see any of it, whatever they ask for.
class WorkspaceLeakTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_of_a_hidden_test_is_in_any_answer() throws InterruptedException {
        var secrets = new ArrayList<>(hiddenNames());
        assertThat(secrets).hasSizeGreaterThan(5);
        secrets.add(FakeBench.SECRET);
        try (var desk = new Desk(folder, new FakeBench(Desk.SUITES))) {
            for (var body : bodies(desk)) {
                assertThat(body).doesNotContain(secrets);
                assertThat(html(body)).doesNotContain("<script>alert");
            }
        }
    }

    private static List<String> hiddenNames() {
        var exercise = ((Entry.Coding) Desk.LIBRARY.find(Desk.ITEM).orElseThrow()).exercise();
        return Desk.SUITES.of(exercise)
                .tests()
                .stream()
                .filter(test -> !test.sample())
                .map(TestCase::name)
                .toList();
    }

    /// Scripts put nothing else of an answer into the page as it is.
    private static String html(String body) {
        return body.startsWith("{") ? WorkspaceRoutesTest.read(body).findValuesAsString("html").toString()
                : body;
    }

    /// All that a candidate gets to read who fails everything.
    private static List<String> bodies(Desk desk) throws InterruptedException {
        var client = desk.client();
        var bodies = new ArrayList<String>();
        for (var code : List.of("wrong " + FakeBench.HOSTILE, "right", "broken", "ours")) {
            var received = client.json("POST", Desk.PATH + "/submissions", WorkspaceRoutesTest.handed(code));
            bodies.add(received.body());
            var submission = Desk.PATH + "/submissions/"
                    + WorkspaceRoutesTest.read(received).get("id").asLong();
            for (int i = 0; i < 500 && client.get(submission).body().contains("\"result\":null"); i++) {
                Thread.sleep(20);
            }
            bodies.add(client.get(submission).body());
            bodies.add(client.get(submission + "/source").body());
            bodies.add(client.with("Accept", "text/event-stream").get(submission + "/events").body());
            client.with("Accept", "text/html,application/json");
            bodies.add(client.json("POST", Desk.PATH + "/run", WorkspaceRoutesTest.content(code)).body());
            bodies.add(client.json("POST", Desk.PATH + "/diagnostics", WorkspaceRoutesTest.content(code))
                    .body());
            bodies.add(client.post(Desk.PATH, Map.of("content", code, "action", "run")).body());
            bodies.add(client.get(Desk.PATH).body());
        }
        assertThat(bodies).anyMatch(body -> body.contains("shown-input"));
        return bodies;
    }
}
