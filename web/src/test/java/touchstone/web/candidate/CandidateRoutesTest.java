package touchstone.web.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.web.store.Candidate;
import touchstone.web.store.Submission;
import touchstone.web.testing.Client;

class CandidateRoutesTest {
    @TempDir
    private Path folder;

    private Sitting sitting;

    @BeforeEach
    void open() {
        sitting = new Sitting(folder);
    }

    @AfterEach
    void close() {
        sitting.close();
    }

    private static String draft(String item) {
        return "/interview/drafts/" + item;
    }

    private static Client.Answer save(Client client, String item, int base, String content) {
        return client.json("PUT", draft(item), "{\"base\":%d,\"content\":\"%s\"}".formatted(base, content));
    }

    private static String reading(Client client, String kind, String content) {
        return client
                .json("POST", "/interview/items/" + Sitting.question(kind) + "/reading",
                        "{\"content\":\"%s\"}".formatted(content))
                .body();
    }

    @Test
    void a_link_opens_the_interview_again_and_again_and_leaves_the_address() {
        for (int device = 0; device < 2; device++) {
            var browser = sitting.site.stranger();
            var answer = browser.get("/i/" + sitting.token);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).endsWith("/interview").doesNotContain(sitting.token);
            assertThat(browser.get("/interview").body()).contains("Ada", "Compression, spring");
        }
    }

    @Test
    void an_unknown_or_revoked_link_says_so_and_guessing_ends_soon() {
        var browser = sitting.site.stranger();
        assertThat(browser.get("/i/nonsense").status()).isEqualTo(404);
        assertThat(browser.get("/i/nonsense").body()).contains("opens no interview");
        sitting.store().candidates().revoke(sitting.candidate.id(), Optional.of(sitting.now()));
        assertThat(browser.get("/i/" + sitting.token).body()).contains("no longer valid");
        var last = 0;
        for (int i = 0; i < 30; i++) {
            last = browser.get("/i/guess" + i).status();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whoever_comes_without_a_link_is_told_to_open_it() {
        var answer = sitting.site.stranger().get("/interview");
        assertThat(answer.location()).endsWith("/link");
        assertThat(sitting.site.stranger().get("/link").body()).contains("open your personal link");
    }

    @Test
    void nothing_begins_without_consent() {
        var client = sitting.client();
        var page = client.get("/interview").body();
        assertThat(page).contains("90 days", "Depth of theory", "30%", "Open the practice exercise", "65");
        assertThat(page).doesNotContain("/interview/start");
        assertThat(client.post("/interview/start", Map.of()).status()).isEqualTo(409);
        assertThat(client.post("/interview/consent", Map.of()).status()).isEqualTo(400);
        client.post("/interview/consent", Map.of("consent", "yes"));
        assertThat(client.get("/interview").body()).contains("/interview/start", "You agreed");
        client.post("/interview/start", Map.of());
        assertThat(sitting.fresh().state()).isEqualTo(Candidate.State.RUNNING);
        assertThat(client.get("/interview").body()).contains("Overview", "id=\"timer\"",
                "<strong>65 min</strong>", "not started");
    }

    @Test
    void a_closed_interview_cannot_be_started() {
        var client = sitting.client();
        client.post("/interview/consent", Map.of("consent", "yes"));
        sitting.store().interviews().close(sitting.candidate.interviewId(), Optional.of(sitting.now()));
        assertThat(client.post("/interview/start", Map.of()).status()).isEqualTo(409);
        assertThat(client.get("/interview").body()).contains("is closed").doesNotContain("/interview/start");
    }

    @Test
    void the_clock_is_the_servers_and_counts_extra_time() {
        assertThat(sitting.client().get("/interview/clock").body()).contains("\"state\":\"waiting\"");
        var client = sitting.started();
        sitting.site.clock().move(Duration.ofMinutes(20));
        assertThat(client.get("/interview/clock").body()).contains("\"state\":\"running\"",
                "\"secondsLeft\":2700", "\"deadline\":\"2026-03-02T10:05:00Z\"");
    }

    @Test
    void a_draft_is_kept_and_two_tabs_do_not_overwrite_each_other() {
        var client = sitting.started();
        var item = Sitting.question("text");
        assertThat(client.get(draft(item)).body()).contains("\"revision\":0");
        assertThat(save(client, item, 0, "one").body()).contains("\"revision\":1",
                "\"savedAt\":\"2026-03-02T09:00:00Z\"");
        var other = save(sitting.client(), item, 0, "two");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("\"content\":\"one\"", "\"revision\":1");
        assertThat(save(client, item, 1, "three").status()).isEqualTo(200);
        assertThat(client.get(draft(item)).body()).contains("\"content\":\"three\"", "\"revision\":2");
        assertThat(client.get("/interview/items/" + item).body()).contains("three", "data-revision=\"2\"");
    }

    @Test
    void drafts_are_refused_before_the_start_and_after_the_end() {
        var item = Sitting.question("text");
        assertThat(save(sitting.client(), item, 0, "early").status()).isEqualTo(423);
        var client = sitting.started();
        save(client, item, 0, "in time");
        client.post("/interview/finish", Map.of("sure", "yes"));
        var late = save(client, item, 1, "late");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.body()).contains("in time").doesNotContain("late\"");
        assertThat(client.get(draft(item)).status()).isEqualTo(410);
    }

    @Test
    void drafts_may_not_be_too_long_nor_for_what_is_not_asked() {
        var client = sitting.started();
        assertThat(save(client, Sitting.question("numeric"), 0, "1".repeat(201)).status()).isEqualTo(413);
        assertThat(save(client, Sitting.question("formula"), 0, "1".repeat(1001)).status()).isEqualTo(413);
        assertThat(save(client, Sitting.question("text"), 0, "1".repeat(20_001)).status()).isEqualTo(413);
        assertThat(save(client, Sitting.CODE, 0, "量".repeat(100_000)).status()).isEqualTo(413);
        assertThat(save(client, Sitting.CODE, 0, "x".repeat(200_000)).status()).isEqualTo(200);
        assertThat(save(client, "rope", 0, "x").status()).isEqualTo(404);
        assertThat(client.json("PUT", draft(Sitting.CODE), "{\"base\":0}").status()).isEqualTo(400);
        assertThat(client.json("PUT", draft(Sitting.CODE), "{\"base\":1,\"content\":\"\\u0000\"}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numeric", "single", "multiple", "ordering", "formula", "text", "design"})
    void every_kind_of_question_has_a_page_that_works_without_scripts(String kind) {
        var client = sitting.started();
        var item = Sitting.question(kind);
        var path = "/interview/items/" + item;
        assertThat(client.get(path).body()).contains("data-kind=\"" + kind + "\"", "<noscript><button");
        var field = kind.equals("ordering") ? "order" : "answer";
        var answer = client.post(path, Map.of(field, "B", "revision", "0"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(client.get(path).body()).contains("Your answer is saved");
        assertThat(sitting.store().drafts().find(sitting.candidate.id(), item).orElseThrow().content())
                .isEqualTo("B");
        var stale = client.post(path, Map.of(field, "C", "revision", "0"));
        assertThat(stale.body()).contains("changed elsewhere", "name=\"revision\" value=\"1\"");
    }

    @Test
    void exercises_are_the_workspaces_and_the_practice_too() {
        var client = sitting.started();
        assertThat(client.get("/interview/items/" + Sitting.CODE).location())
                .endsWith("/interview/code/" + Sitting.CODE);
        assertThat(client.get("/interview/practice").location()).endsWith("/interview/code/practice");
        assertThat(client.get("/interview/items/practice").location()).endsWith("/interview/practice");
        assertThat(client.get("/interview/items/nonsense").status()).isEqualTo(404);
    }

    @Test
    void an_answer_is_read_back_and_never_marked() {
        var client = sitting.started();
        assertThat(reading(client, "numeric", "1/0 apples")).contains("\"hint\":\"")
                .doesNotContain("fraction");
        assertThat(reading(client, "numeric", "12")).contains("\"understood\":\"12");
        assertThat(reading(client, "formula", "1 + sqrt(4)")).contains("<math ", "msqrt");
        assertThat(reading(client, "formula", "1 + * 4")).contains("\"column\":3");
        assertThat(reading(client, "text", "**so** $x^2$ <script>")).contains("<strong>so", "<math")
                .doesNotContain("<script");
        assertThat(reading(client, "single", "A")).contains("\"understood\":\"\"");
    }

    @Test
    void finishing_asks_first_and_collects_every_draft() {
        var client = sitting.started();
        save(client, Sitting.question("single"), 0, "B");
        assertThat(client.post("/interview/finish", Map.of()).location()).endsWith("/interview/finish");
        assertThat(client.get("/interview/finish").body()).contains("Finish for good", "answer saved");
        assertThat(sitting.fresh().state()).isEqualTo(Candidate.State.RUNNING);
        client.post("/interview/finish", Map.of("sure", "yes"));
        assertThat(sitting.fresh().endedBy()).contains(Candidate.EndedBy.CANDIDATE);
        assertThat(sitting.store().submissions().ofCandidate(sitting.candidate.id()))
                .extracting(Submission::content, Submission::origin)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("B", Submission.Origin.COLLECTED));
        assertThat(client.get("/interview").body()).contains("Thank you", "Receipt of submission 1",
                "once all of it has been graded");
    }

    @Test
    void a_receipt_is_its_owners_alone_and_states_what_was_received() {
        var client = sitting.started();
        save(client, Sitting.question("single"), 0, "B");
        client.post("/interview/finish", Map.of("sure", "yes"));
        var submission = sitting.store().submissions().ofCandidate(sitting.candidate.id()).getFirst();
        var path = "/interview/receipts/" + submission.id();
        assertThat(client.get(path).body()).contains(submission.sha256(), "collected at the end");
        var file = client.get(path + "/file");
        assertThat(file.headers().get("content-disposition")).contains("attachment");
        assertThat(file.body()).contains(submission.sha256(), submission.item(), "2026-03-02T09:00:00Z");
        var stranger = sitting.site.candidate(sitting.invite("Bob", "BBBBBBBBBBBBBBBBBBBBBB"));
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/file").status()).isEqualTo(404);
    }

    @Test
    void both_languages_speak_on_every_page() {
        var client = sitting.started().with("Accept-Language", "zh");
        assertThat(client.get("/interview").body()).contains("题目总览", "第一部分");
        for (var item : Sitting.questions()) {
            assertThat(client.get("/interview/items/" + item).body()).contains("不需要提交", "lang=\"zh-CN\"");
        }
        assertThat(client.get("/interview/finish").body()).contains("要结束面试吗");
        client.post("/interview/finish", Map.of("sure", "yes"));
        assertThat(client.get("/interview").body()).contains("面试结束");
    }

    @Test
    void the_report_waits_until_everything_is_decided() {
        var client = sitting.started();
        Results.work(sitting);
        assertThat(client.get("/interview/report").status()).isEqualTo(303);
        client.post("/interview/finish", Map.of("sure", "yes"));
        assertThat(client.get("/interview/report").status()).isEqualTo(303);
        assertThat(client.get("/interview").body()).contains("once all of it has been graded");
        Results.decide(sitting);
        assertThat(client.get("/interview").body()).contains("Read my report");
        assertThat(client.get("/interview/report").body()).contains("15 / 100", "equal magnitudes", "1 / 1",
                "could not be read", "Graded by people");
    }

    @Test
    void a_team_that_shares_no_results_shares_none() {
        var bob = sitting.inviteWithoutReport("Bob", "BBBBBBBBBBBBBBBBBBBBBB");
        var client = sitting.site.candidate(bob);
        assertThat(client.get("/interview").body()).contains("does not share results");
        sitting.store().candidates().start(bob.id(), sitting.now());
        client.post("/interview/finish", Map.of("sure", "yes"));
        assertThat(client.get("/interview").body()).contains("will be looked at by the team");
        assertThat(client.get("/interview/report").status()).isEqualTo(404);
    }
}
