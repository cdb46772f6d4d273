package touchstone.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.grading.Clockwork;
import touchstone.web.page.Tokens;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Candidate.State;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.Client;
import touchstone.web.testing.TestSite;

class InvitationsTest {
    @TempDir
    private Path folder;

    private Office office;
    private Interview interview;

    @BeforeEach
    void open() {
        office = new Office(folder);
        interview = office.make("phone-screen", "Spring");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String path(Candidate candidate) {
        return Office.invitations(interview) + "/" + candidate.id();
    }

    private Candidate again(Candidate candidate) {
        return office.site.store().candidates().find(candidate.id()).orElseThrow();
    }

    private Client.Answer post(Candidate candidate, String action, Map<String, String> form) {
        return office.interviewer.post(path(candidate) + "/" + action, form);
    }

    /// Every text of every row of every table.
    private List<String> everything() {
        return office.site.store().jdbi().withHandle(handle -> {
            var texts = new ArrayList<String>();
            var tables = handle.createQuery("""
                select table_name from information_schema.tables where table_schema = 'public'""")
                    .mapTo(String.class)
                    .list();
            for (var table : tables) {
                handle.createQuery("select * from \"" + table + "\"")
                        .mapToMap()
                        .forEach(row -> texts.add(table + " " + row.values()));
            }
            return texts;
        });
    }

    @Test
    void a_link_is_shown_once_opens_by_its_hash_and_is_kept_nowhere() {
        var shown = office.invite(interview, "Ada\n\n Bob  Smith ");
        var tokens = Office.tokens(shown.body());
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        assertThat(shown.body()).contains("shown only this once", "only this machine can open");
        assertThat(shown.headers().get("cache-control")).contains("no-store");
        var candidates = office.candidates(interview);
        assertThat(candidates).extracting(Candidate::name).containsExactly("Ada", "Bob Smith");
        assertThat(candidates.getFirst().tokenHash()).isEqualTo(Tokens.hash(tokens.getFirst()));
        assertThat(everything()).hasSizeGreaterThan(5)
                .noneMatch(row -> tokens.stream().anyMatch(row::contains));
        for (var page : List.of(Office.invitations(interview), path(candidates.getFirst()),
                Office.history(interview))) {
            assertThat(office.interviewer.get(page).body()).contains("Ada").doesNotContain("/i/");
        }
    }

    @Test
    void names_that_are_there_already_are_asked_about() {
        office.invite(interview, "Ada");
        var asked = office.invite(interview, "ADA\nBob\nbob");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("twice or are invited already: ADA, bob");
        assertThat(office.candidates(interview)).hasSize(1);
        var meant = office.interviewer.post(Office.invitations(interview),
                Map.of("names", "ADA\nBob\nbob", "extra", "0", "repeated", "yes"));
        assertThat(Office.tokens(meant.body())).hasSize(3);
    }

    @Test
    void wrong_lists_are_refused_with_what_was_typed() {
        assertThat(office.invite(interview, " \n \u200B").body()).contains("Write at least one name");
        assertThat(office.invite(interview, "Ada\n" + "x".repeat(10_000)).body())
                .contains("Name number 2 is too long");
        var many = IntStream.range(0, 201).mapToObj(i -> "Name " + i).collect(Collectors.joining("\n"));
        assertThat(office.invite(interview, many).body()).contains("These are 201 lines", "Name 200");
        for (var extra : List.of("-1", "481", "soon", "", "1e3", "99999999999")) {
            var answer = office.interviewer.post(Office.invitations(interview),
                    Map.of("names", "Ada", "extra", extra));
            assertThat(answer.status()).as(extra).isEqualTo(422);
            assertThat(answer.body()).contains("whole number from 0 to 480", "Ada");
        }
        assertThat(office.candidates(interview)).isEmpty();
        assertThat(Office.tokens(office.invite(interview, many.substring(0, many.lastIndexOf('\n'))).body()))
                .hasSize(200);
    }

    @Test
    void hostile_names_are_only_text() {
        for (var name : Office.HOSTILE) {
            var shown = office.invite(interview, name.replace("\n", " "));
            assertThat(shown.status()).as(name).isEqualTo(200);
            var candidate = office.candidates(interview).getLast();
            var pages = new ArrayList<>(List.of(shown.body()));
            for (var page : List.of(Office.invitations(interview), path(candidate),
                    Office.history(interview))) {
                pages.add(office.interviewer.get(page).body());
            }
            assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain("<script>alert",
                    "<img src=x", "\u202E", "\u2066"));
            assertThat(post(candidate, "rename", Map.of("name", "Renamed " + name)).status()).isEqualTo(303);
        }
    }

    @Test
    void a_new_link_kills_the_old_one_and_whoever_came_by_it() {
        office.invite(interview, "Ada");
        var candidate = office.candidates(interview).getFirst();
        site().candidate(candidate);
        assertThat(sessions(candidate)).isEqualTo(1);
        var shown = post(candidate, "link", Map.of());
        var token = Office.tokens(shown.body()).getFirst();
        assertThat(again(candidate).tokenHash()).isEqualTo(Tokens.hash(token))
                .isNotEqualTo(candidate.tokenHash());
        assertThat(sessions(candidate)).isZero();
    }

    private TestSite site() {
        return office.site;
    }

    private long sessions(Candidate candidate) {
        return site().store()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("select count(*) from session where candidate_id = :id")
                                .bind("id", candidate.id())
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void links_are_revoked_and_restored() {
        var candidate = office.started(interview, "Ada");
        site().candidate(candidate);
        post(candidate, "revoke", Map.of());
        assertThat(again(candidate).state()).isEqualTo(State.REVOKED);
        assertThat(sessions(candidate)).isZero();
        assertThat(office.interviewer.get(Office.invitations(interview)).body()).contains("Link revoked");
        post(candidate, "restore", Map.of());
        assertThat(again(candidate).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void extra_minutes_move_the_end_while_the_time_is_running() {
        var candidate = office.started(interview, "Ada");
        assertThat(deadline(candidate)).isEqualTo(site().clock().instant().plus(Duration.ofMinutes(30)));
        assertThat(post(candidate, "extra", Map.of("extra", "15")).status()).isEqualTo(303);
        assertThat(deadline(candidate)).isEqualTo(site().clock().instant().plus(Duration.ofMinutes(45)));
        assertThat(post(candidate, "extra", Map.of("extra", "481")).body()).contains("from 0 to 480");
        assertThat(again(candidate).extraMinutes()).isEqualTo(15);
        assertThat(office.interviewer.get(path(candidate)).body()).contains("45 min", "with 15 min extra");
        site().store().candidates().end(candidate.id(), EndedBy.CANDIDATE, site().clock().instant());
        assertThat(post(candidate, "extra", Map.of("extra", "20")).status()).isEqualTo(409);
    }

    private Instant deadline(Candidate candidate) {
        return new Clockwork(site().store()).of(candidate.id()).orElseThrow().deadline().orElseThrow();
    }

    @Test
    void the_team_can_end_a_candidates_time_and_drafts_are_handed_in() {
        office.invite(interview, "Ada\nBob");
        var bob = office.candidates(interview).getLast();
        assertThat(post(bob, "end", Map.of()).status()).isEqualTo(409);
        var ada = office.candidates(interview).getFirst();
        site().store().candidates().start(ada.id(), site().clock().instant());
        site().store().drafts().save(ada.id(), "q1-03", 0, "280 GB", site().clock().instant());
        assertThat(post(ada, "end", Map.of()).status()).isEqualTo(303);
        assertThat(again(ada).endedBy()).contains(EndedBy.TEAM);
        assertThat(site().store().submissions().ofCandidate(ada.id())).singleElement()
                .satisfies(one -> assertThat(one.origin()).isEqualTo(Origin.COLLECTED));
        assertThat(post(ada, "end", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void erasing_needs_the_name_and_leaves_the_fact_alone() {
        var name = "Zebra-Marker \"quoted\" 李";
        var candidate = office.started(interview, name);
        site().store().drafts().save(candidate.id(), "q1-03", 0, "Zebra-Marker draft", TestSite.START);
        post(candidate, "extra", Map.of("extra", "5"));
        assertThat(post(candidate, "erase", Map.of("name", "somebody")).body())
                .contains("nothing was deleted");
        assertThat(site().store().candidates().find(candidate.id())).isPresent();
        assertThat(post(candidate, "erase", Map.of("name", " " + name + " ")).location())
                .endsWith("/invitations");
        assertThat(everything()).noneMatch(row -> row.contains("Zebra-Marker"));
        assertThat(office.interviewer.get(path(candidate)).status()).isEqualTo(404);
        assertThat(office.interviewer.get(Office.history(interview)).body())
                .contains("erased the data of candidate " + candidate.id() + " (data erased)");
    }

    @Test
    void a_candidate_of_another_interview_is_not_found_here() {
        var other = office.make("phone-screen", "Other");
        office.invite(other, "Ada");
        var candidate = office.candidates(other).getFirst();
        assertThat(office.interviewer.get(path(candidate)).status()).isEqualTo(404);
        for (var action : List.of("link", "revoke", "restore", "rename", "extra", "end", "erase")) {
            assertThat(post(candidate, action, Map.of("name", "Ada", "extra", "1")).status()).as(action)
                    .isEqualTo(404);
        }
        assertThat(again(candidate)).isEqualTo(candidate);
    }

    @Test
    void history_tells_who_did_what_in_both_languages() {
        office.invite(interview, "Ada");
        var candidate = office.candidates(interview).getFirst();
        post(candidate, "rename", Map.of("name", "Ada L."));
        site().store()
                .audit()
                .add(TestSite.START, Optional.empty(), Optional.of(candidate.id()), "candidate.start",
                        "candidate:" + candidate.id(), "");
        site().store()
                .audit()
                .add(TestSite.START, Optional.empty(), Optional.empty(), "future.thing",
                        "candidate:" + candidate.id() + "/rope", "");
        var page = office.interviewer.get(Office.history(interview)).body();
        assertThat(page).contains("INTERVIEWER", "invited Ada L.", "changed the name of Ada L.",
                "Ada L. started", "something else: future.thing", "The system");
        assertThat(page.indexOf("changed the name")).isLessThan(page.indexOf("made the interview"));
        assertThat(office.interviewer.with("Accept-Language", "zh").get(Office.history(interview)).body())
                .contains("邀请了 Ada L.", "从蓝图“电话面”创建了面试");
    }

    @Test
    void long_histories_have_pages() {
        office.invite(interview, "Ada");
        var candidate = office.candidates(interview).getFirst();
        for (int i = 0; i < 101; i++) {
            site().store()
                    .audit()
                    .add(TestSite.START, Optional.empty(), Optional.empty(), "report.view",
                            "candidate:" + candidate.id(), "");
        }
        var first = office.interviewer.get(Office.history(interview)).body();
        assertThat(first).contains("Older entries").doesNotContain("made the interview");
        var older = first.replaceAll("(?s).*history\\?before=(\\d+).*", "$1");
        assertThat(office.interviewer.get(Office.history(interview) + "?before=" + older).body())
                .contains("made the interview")
                .doesNotContain("Older entries");
        assertThat(office.interviewer.get(Office.history(interview) + "?before=x").status()).isEqualTo(200);
    }

    @Test
    void links_lead_to_the_host_that_was_asked_and_only_to_a_host() throws IOException {
        assertThat(inviting("interviews.example.org", "Ada", "X-Forwarded-Proto: https"))
                .contains("value=\"https://interviews.example.org/i/")
                .doesNotContain("only this machine");
        assertThat(inviting("[::1]:8080", "Bob", "X-A: b")).contains("value=\"http://[::1]:8080/i/");
        for (var host : List.of("evil.example/path", "a\"b", "user@evil.example", "<script>")) {
            assertThat(inviting(host, "Eve", "X-A: b")).as(host)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("/i/");
        }
        assertThat(office.candidates(interview)).hasSize(2);
    }

    /// By hand, because Java's client chooses the host itself.
    private String inviting(String host, String name, String header) throws IOException {
        var client = office.interviewer;
        var cookie = client.cookies()
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        var page = client.get(Office.invitations(interview)).body();
        var csrf = page.replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        var body = "names=" + name + "&extra=0&_csrf=" + csrf;
        var request = String.join("\r\n", "POST " + Office.invitations(interview) + " HTTP/1.1",
                "Host: " + host, header, "Cookie: " + cookie, "Accept: text/html",
                "Sec-Fetch-Site: same-origin", "Connection: close",
                "Content-Type: application/x-www-form-urlencoded", "Content-Length: " + body.length(), "",
                body);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site().site().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void viewers_see_who_is_invited_and_no_buttons() {
        var candidate = office.started(interview, "Ada");
        var viewer = site().member(Role.VIEWER);
        assertThat(viewer.get(Office.invitations(interview)).body()).contains("Ada", "At work")
                .doesNotContain("textarea");
        assertThat(viewer.get(path(candidate)).body()).contains("Ada").doesNotContain("Erase", "Revoke");
    }
}
