package touchstone.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.web.store.Role;
import touchstone.web.testing.TestSite;

class SiteTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void open() {
        site = TestSite.open(folder, (_, _) -> List.of(SiteTest::routes));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void routes(Routes routes) {
        for (var access : Access.values()) {
            routes.get("/test/" + access, access, exchange -> exchange.json(Map.of("ok", true)));
            routes.post("/test/" + access, access, exchange -> exchange.json(Map.of("ok", true)));
        }
        routes.post("/test/length", Access.PUBLIC,
                exchange -> exchange.json(exchange.formText("text").length()));
        routes.get("/broken", Access.PUBLIC, _ -> {
            throw new IllegalStateException("a secret of ours");
        });
    }

    @ParameterizedTest
    @EnumSource
    void each_route_answers_exactly_those_it_allows(Access access) {
        var path = "/test/" + access;
        assertThat(site.stranger().get(path).status()).isEqualTo(access == Access.PUBLIC ? 200 : 303);
        for (var role : Role.values()) {
            int expected = access.allows(role) ? 200 : access == Access.CANDIDATE ? 303 : 403;
            assertThat(site.member(role).get(path).status()).as("%s", role).isEqualTo(expected);
        }
        var candidate = site.candidate(site.invite("c", "{}"));
        int expected = access == Access.PUBLIC || access == Access.CANDIDATE ? 200 : 403;
        assertThat(candidate.get(path).status()).isEqualTo(expected);
    }

    @Test
    void a_change_needs_the_token_and_our_own_page() {
        var member = site.member(Role.OWNER);
        assertThat(member.post("/test/OWNER", Map.of()).status()).isEqualTo(200);
        assertThat(site.member(Role.OWNER).withCsrf("forged").post("/test/OWNER", Map.of()).status())
                .isEqualTo(403);
        assertThat(site.member(Role.OWNER)
                .with("Origin", "https://elsewhere.example")
                .post("/test/OWNER", Map.of())
                .status()).isEqualTo(403);
        assertThat(site.stranger().without("Origin").post("/test/PUBLIC", Map.of()).status()).isEqualTo(403);
    }

    /// A connection that is closed on what was not read is reset, and its answer is lost. Not always, hence often.
    @RepeatedTest(20)
    void who_is_refused_in_the_middle_of_sending_gets_the_answer() {
        var large = Map.of("text", "x".repeat(5_000_000));
        assertThat(site.stranger().post("/test/length", large).status()).isEqualTo(413);
        assertThat(site.stranger().post("/test/OWNER", large).status()).isEqualTo(303);
        assertThat(site.member(Role.VIEWER).post("/test/OWNER", large).status()).isEqualTo(403);
    }

    @Test
    void a_revoked_candidate_is_nobody() {
        var candidate = site.invite("c", "{}");
        var client = site.candidate(candidate);
        site.store().candidates().revoke(candidate.id(), java.util.Optional.of(site.clock().instant()));
        assertThat(client.get("/test/CANDIDATE").status()).isEqualTo(303);
    }

    @Test
    void our_own_failures_tell_no_secrets() {
        var answer = site.stranger().get("/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("fault of ours").doesNotContain("secret", "IllegalState");
    }

    @Test
    void every_answer_carries_the_policy() {
        for (var path : List.of("/test/PUBLIC", "/broken", "/nowhere")) {
            assertThat(site.stranger().get(path).headers().get("content-security-policy")).as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void language_and_theme_are_remembered_and_lead_nowhere_else() {
        var stranger = site.stranger();
        assertThat(stranger.get("/nowhere").body()).contains("no such page");
        var answer = stranger.post("/preferences", Map.of("language", "zh", "back", "//elsewhere.example/"));
        assertThat(answer.location()).endsWith("/").doesNotContain("elsewhere");
        assertThat(stranger.get("/nowhere").body()).contains("没有找到这个页面", "lang=\"zh-CN\"");
        stranger.post("/preferences", Map.of("theme", "dark", "back", "/x"));
        assertThat(stranger.get("/nowhere").body()).contains("data-theme=\"dark\"");
    }
}
