package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.digest.Sha256;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;

/// Saves and hands in as fast as a server lets them, and remembers what it has acknowledged.
final class BusyCandidate {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DRAFT = "/interview/drafts/" + World.TEXT;
    private static final String SUBMISSIONS = "/interview/code/" + World.CODE + "/submissions";

    private final long id;
    private final Client visitor;
    private final Map<Long, String> receipts = new TreeMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private int sent;
    private int saved;

    BusyCandidate(long id, Client visitor) {
        this.id = id;
        this.visitor = visitor;
    }

    long id() {
        return id;
    }

    /// Hashes of what was handed in, by number.
    Map<Long, String> receipts() {
        return receipts;
    }

    /// Number of the last draft that is safe.
    int saved() {
        return saved;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void workUntilNobodyAnswers(String address) {
        var client = visitor.at(address);
        try {
            while (true) {
                submit(client);
                for (int i = 0; i < 5; i++) {
                    save(client);
                }
            }
        } catch (UncheckedIOException e) {
            // the server was killed; what it has not said is not safe
        }
    }

    private void save(Client client) {
        var before = client.get(DRAFT);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        int revision = JSON.readTree(before.body()).get("revision").asInt();
        int number = ++sent;
        var body = JSON.writeValueAsString(Map.of("base", revision, "content", "draft " + number));
        var answer = client.json("PUT", DRAFT, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 429);
        if (answer.status() == 200) {
            saved = number;
            acknowledged.incrementAndGet();
        }
    }

    static int number(String draft) {
        return Integer.parseInt(draft.substring(draft.indexOf(' ') + 1));
    }

    private void submit(Client client) {
        int number = ++sent;
        var mark = "// %d of %d%n".formatted(number, id);
        var content = mark + (number % 3 == 0 ? accepted() : "class Solution {}");
        var answer = client.json("POST", SUBMISSIONS,
                JSON.writeValueAsString(Map.of("base", 0, "content", content)));
        assertThat(answer.status()).as(answer.body()).isIn(200, 429);
        if (answer.status() == 200) {
            var received = JSON.readTree(answer.body());
            var hash = Sha256.of(content.getBytes(StandardCharsets.UTF_8));
            assertThat(received.get("sha256").asString()).isEqualTo(hash);
            receipts.put(received.get("id").asLong(), hash);
            acknowledged.incrementAndGet();
        }
    }

    private static String accepted() {
        try {
            return Files.readString(
                    Path.of("../exercises/pruning", World.CODE, "submissions/accepted/bounded-heap.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitVerdicts(String address) throws InterruptedException {
        var client = visitor.at(address);
        for (long submission : receipts.keySet()) {
            while (waits(client.get(SUBMISSIONS + "/" + submission))) {
                Thread.sleep(50);
            }
        }
    }

    private static boolean waits(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("result").isNull();
    }
}
