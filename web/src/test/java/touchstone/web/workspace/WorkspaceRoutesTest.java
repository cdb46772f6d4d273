package touchstone.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.digest.Sha256;
import touchstone.web.store.Candidate;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;

class WorkspaceRoutesTest {
    private static final String PATH = Desk.PATH;

    @TempDir
    private Path folder;

    private FakeBench bench;
    private Desk desk;

    @BeforeEach
    void open() {
        bench = new FakeBench(Desk.SUITES);
        desk = new Desk(folder, bench);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static String content(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("content", text));
    }

    static String handed(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("base", 0, "content", text));
    }

    static JsonNode read(Answer answer) {
        return read(answer.body());
    }

    static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private JsonNode submit(Client client, String text) {
        var answer = client.json("POST", PATH + "/submissions", handed(text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private JsonNode judged(Client client, long id) throws InterruptedException {
        var turn = read(client.get(PATH + "/submissions/" + id));
        for (int i = 0; i < 600 && turn.get("result").isNull(); i++) {
            Thread.sleep(20);
            turn = read(client.get(PATH + "/submissions/" + id));
        }
        return turn;
    }

    private static List<Answer> everything(Client client, String path, long submission) {
        return List.of(client.get(path), client.post(path, Map.of("content", "x", "action", "run")),
                client.json("POST", path + "/diagnostics", content("x")),
                client.json("POST", path + "/run", content("x")), client.get(path + "/runs/1"),
                client.json("POST", path + "/submissions", handed("x")),
                client.get(path + "/submissions/" + submission),
                client.get(path + "/submissions/" + submission + "/source"),
                client.get(path + "/submissions/" + submission + "/content"),
                client.with("Accept", "text/event-stream")
                        .get(path + "/submissions/" + submission + "/events"));
    }

    @Test
    void what_is_not_in_the_interview_does_not_exist() {
        var client = desk.client();
        for (var item : List.of(Desk.ELSEWHERE, Desk.QUESTION, "nothing", "..%2Fx", "hello-scale")) {
            assertThat(everything(client, "/interview/code/" + item, 1)).as(item)
                    .allMatch(answer -> answer.status() == 404);
            client.with("Accept", "text/html,application/json");
        }
    }

    @Test
    void nothing_but_the_practice_is_open_before_the_start() {
        var client = desk.site.candidate(desk.invited("Ada"));
        var answer = client.get(PATH);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.body()).doesNotContain("Prune");
        assertThat(client.json("POST", PATH + "/diagnostics", content("x")).status()).isEqualTo(409);
        assertThat(client.json("POST", PATH + "/run", content("x")).status()).isEqualTo(409);
        assertThat(client.json("POST", PATH + "/submissions", handed("x")).status()).isEqualTo(409);
        assertThat(client.post(PATH, Map.of("content", "x", "action", "submit")).status()).isEqualTo(409);

        var practice = "/interview/code/practice";
        assertThat(client.get(practice).body()).contains("Nothing here is kept")
                .doesNotContain("id=\"timer\"");
        assertThat(read(client.json("POST", practice + "/run", content("right"))).at("/result/verdict")
                .asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void nothing_can_be_changed_after_the_end() {
        var candidate = desk.started("Ada");
        var client = desk.site.candidate(candidate);
        desk.site.store()
                .candidates()
                .end(candidate.id(), Candidate.EndedBy.CANDIDATE, desk.site.clock().instant());
        assertThat(client.get(PATH).location()).endsWith("/interview");
        assertThat(client.json("POST", PATH + "/run", content("x")).status()).isEqualTo(409);
        assertThat(client.json("POST", PATH + "/submissions", handed("x")).status()).isEqualTo(409);
        assertThat(client.json("POST", "/interview/code/practice/run", content("x")).status()).isEqualTo(409);
    }

    @Test
    void time_that_is_up_closes_it_even_before_anybody_has_ended_it() {
        var client = desk.client();
        desk.site.clock().move(Duration.ofMinutes(61));
        assertThat(client.get(PATH).status()).isEqualTo(303);
        assertThat(client.json("POST", PATH + "/submissions", handed("x")).status()).isEqualTo(409);
    }

    @Test
    void another_candidates_submission_does_not_exist() throws InterruptedException {
        var ada = desk.client();
        long id = submit(ada, "right").get("id").asLong();
        judged(ada, id);
        var eve = desk.site.candidate(desk.started("Eve"));
        for (var part : List.of("", "/source", "/content", "/events")) {
            eve.with("Accept", part.equals("/events") ? "text/event-stream" : "application/json");
            assertThat(eve.get(PATH + "/submissions/" + id + part).status()).as(part).isEqualTo(404);
        }
        assertThat(ada.get("/interview/code/practice/submissions/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_submission_is_kept_before_it_is_acknowledged() {
        var gate = bench.hold();
        var client = desk.client();
        var text = "right held 量化\n";
        var received = submit(client, text);
        var kept = desk.site.store().submissions().find(received.get("id").asLong()).orElseThrow();
        assertThat(kept.content()).isEqualTo(text);
        assertThat(received.get("sha256").asString()).isEqualTo(kept.sha256())
                .isEqualTo(Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(received.get("number").asInt()).isEqualTo(1);
        assertThat(client.get(received.get("receipt").asString()).body()).contains(kept.sha256());
        assertThat(received.at("/turn/result").isNull()).isTrue();
        assertThat(client.get(PATH).body()).contains("data-following=\"" + kept.id() + "\"");
        gate.countDown();
    }

    @Test
    void the_history_marks_what_counts_and_brings_it_back() throws InterruptedException {
        var client = desk.client();
        for (var text : List.of("wrong", "right first", "right second", "wrong again")) {
            judged(client, submit(client, text).get("id").asLong());
        }
        var history = client.get(PATH).body();
        assertThat(history.split("state tag", -1)).hasSize(2);
        assertThat(history.indexOf("Submission 4")).isLessThan(history.indexOf("Submission 3"));
        assertThat(history.substring(history.lastIndexOf("<li>", history.indexOf("state tag")),
                history.indexOf("state tag"))).contains("Submission 3");
        long first = desk.site.store().submissions().ofItem(1, Desk.ITEM).getFirst().id();
        assertThat(read(client.get(PATH + "/submissions/" + first + "/content")).get("content").asString())
                .isEqualTo("wrong");
        assertThat(client.get(PATH + "/submissions/" + first + "/source").body()).contains("Submission 1");
    }

    @Test
    void events_tell_the_same_as_polling_in_the_order_of_the_judging() throws InterruptedException {
        var gate = bench.hold();
        var client = desk.client();
        long id = submit(client, "right held").get("id").asLong();
        var listener = new Thread(() -> {
            while (read(client.get(PATH + "/submissions/" + id)).at("/progress/state")
                    .asString()
                    .equals("queued")) {
                Thread.onSpinWait();
            }
            gate.countDown();
        });
        listener.start();
        var events = desk.site.candidate(desk.site.store().candidates().find(1).orElseThrow())
                .with("Accept", "text/event-stream")
                .get(PATH + "/submissions/" + id + "/events");
        listener.join();
        var states = events.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> read(line.substring(6)).get("state").asString())
                .toList();
        var order = List.of("queued", "measuring", "compiling", "running", "done");
        assertThat(states).isNotEmpty().isSortedAccordingTo((a, b) -> order.indexOf(a) - order.indexOf(b));
        assertThat(states.getLast()).isEqualTo("done");
        assertThat(judged(client, id).at("/progress/state").asString()).isEqualTo("done");
    }

    @Test
    void a_fault_of_ours_is_called_ours() throws InterruptedException {
        var client = desk.client();
        var turn = judged(client, submit(client, "ours").get("id").asLong());
        assertThat(turn.at("/result/ours").asBoolean()).isTrue();
        assertThat(turn.at("/result/html").asString()).contains("our fault", "will be judged again")
                .doesNotContain("points</span>", FakeBench.SECRET);
        assertThat(read(client.json("POST", PATH + "/run", content("ours"))).at("/result/html").asString())
                .contains("run it again");
    }

    @Test
    void what_is_too_much_or_no_text_is_refused_in_words() {
        var client = desk.client();
        for (var path : List.of("/run", "/submissions", "/diagnostics")) {
            var large = client.json("POST", PATH + path, handed("x".repeat(256 * 1024 + 1)));
            assertThat(large.status()).as(path).isEqualTo(400);
            assertThat(large.body()).contains("256 KiB");
            assertThat(client.json("POST", PATH + path, handed("a\0b")).body()).contains("characters");
            assertThat(client.json("POST", PATH + path, "{\"content\": null}").status()).isEqualTo(400);
            assertThat(client.json("POST", PATH + path, "[").status()).isEqualTo(400);
        }
        assertThat(client.json("POST", PATH + "/submissions", handed(" \n")).body())
                .contains("Write something");
        var largest = client.json("POST", PATH + "/submissions", handed("x".repeat(256 * 1024)));
        assertThat(largest.status()).isEqualTo(200);
    }

    @Test
    void whoever_is_too_quick_is_told_how_long_to_wait() {
        var client = desk.client();
        for (int i = 0; i < 5; i++) {
            submit(client, "right " + i);
        }
        var refused = client.json("POST", PATH + "/submissions", handed("right"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("in seconds: 10");
        desk.site.clock().move(Duration.ofSeconds(10));
        submit(client, "right later");

        for (int i = 0; i < 10; i++) {
            assertThat(client.json("POST", PATH + "/run", content("right")).status()).isEqualTo(200);
        }
        assertThat(client.json("POST", PATH + "/run", content("right")).body()).contains("in seconds: 3");
        for (int i = 0; i < 20; i++) {
            assertThat(read(client.json("POST", PATH + "/diagnostics", content("x"))).get("busy").asBoolean())
                    .isFalse();
        }
        assertThat(read(client.json("POST", PATH + "/diagnostics", content("x"))).get("busy").asBoolean())
                .isTrue();
    }

    @Test
    void the_compilers_words_come_with_ours() {
        var client = desk.client().with("Accept-Language", "zh-CN");
        var checked = read(client.json("POST", PATH + "/diagnostics", content("broken")));
        var first = checked.at("/diagnostics/0");
        assertThat(first.get("line").asInt()).isEqualTo(3);
        assertThat(first.get("where").asString()).isEqualTo("第 3 行第 7 列");
        assertThat(first.get("message").asString()).startsWith("';' expected");
        assertThat(first.get("explanation").asString()).containsPattern("\\p{IsHan}");
        assertThat(read(client.json("POST", PATH + "/diagnostics", content("busy"))).get("busy").asBoolean())
                .isTrue();
    }

    @Test
    void a_long_run_is_followed_and_only_one_goes_on_at_a_time() throws InterruptedException {
        var gate = bench.hold();
        var client = desk.client();
        var ran = read(client.json("POST", PATH + "/run", content("right held")));
        assertThat(ran.get("result").isNull()).isTrue();
        assertThat(client.json("POST", PATH + "/run", content("right")).status()).isEqualTo(409);
        assertThat(desk.site.candidate(desk.started("Eve"))
                .get(PATH + "/runs/" + ran.get("id").asString())
                .status()).isEqualTo(410);
        gate.countDown();
        var followed = ran;
        for (int i = 0; i < 500 && followed.get("result").isNull(); i++) {
            Thread.sleep(20);
            followed = read(client.get(PATH + "/runs/" + ran.get("id").asString()));
        }
        assertThat(followed.at("/result/verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(followed.at("/result/html").asString()).contains("Samples only")
                .doesNotContain("Other tests");
    }

    @Test
    void without_scripts_the_form_runs_and_hands_in() {
        var client = desk.client();
        var page = client.post(PATH, Map.of("content", "wrong\r\nline", "base", "0", "action", "run")).body();
        assertThat(page).contains("Wrong answer", "wrong\nline", "shown-input");
        var answer = client.post(PATH, Map.of("content", "right\r\nline", "base", "0", "action", "submit"));
        assertThat(answer.location()).endsWith(PATH + "#results");
        assertThat(desk.site.store().submissions().ofItem(1, Desk.ITEM).getFirst().content())
                .isEqualTo("right\nline");
        assertThat(client.get(PATH).body()).contains("Submission 1 is kept safely.", "right\nline");
    }

    @Test
    void the_practice_keeps_nothing() {
        var candidate = desk.invited("Ada");
        var client = desk.site.candidate(candidate);
        var ran = read(client.json("POST", "/interview/code/practice/submissions", handed("wrong")));
        assertThat(ran.at("/result/html").asString()).contains("It was practice", "Other tests");
        assertThat(desk.site.store().submissions().ofCandidate(candidate.id())).isEmpty();
        assertThat(desk.site.store().drafts().find(candidate.id(), "practice")).isEqualTo(Optional.empty());
    }

    @Test
    void the_page_stands_in_the_candidates_language() {
        var client = desk.client();
        assertThat(client.get(PATH).body()).contains("Magnitude pruning", "<math", "interface",
                "worked example", "256 MiB");
        assertThat(client.with("Accept-Language", "zh-CN").get(PATH).body()).contains("权重幅值剪枝", "运行样例");
    }
}
