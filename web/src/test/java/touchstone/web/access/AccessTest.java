package touchstone.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.web.page.Tokens;
import touchstone.web.store.Account;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;
import touchstone.web.testing.TestSite;

class AccessTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    private final Passwords passwords = new Passwords();
    private TestSite site;
    private String setup = "";

    @BeforeEach
    void open() {
        site = TestSite.open(folder, (store, _) -> {
            var tokens = new Tokens(new SecureRandom());
            var firstOwner = new FirstOwner(store, tokens);
            setup = firstOwner.path();
            return List.of(new AccessRoutes(store, passwords, firstOwner)::register,
                    new AccountsRoutes(store, passwords, tokens)::register);
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Account known() {
        return site.store()
                .accounts()
                .add("ada", "Ada", Role.OWNER, passwords.hash(PASSWORD), TestSite.START)
                .orElseThrow();
    }

    private static Answer signIn(Client client, String login, String password) {
        return client.post("/login", Map.of("login", login, "password", password, "next", "/account"));
    }

    @Test
    void the_first_owner_comes_in_by_the_secret_address_and_closes_it_behind() {
        assertThat(site.stranger().get("/setup/guessed").status()).isEqualTo(404);
        var first = site.stranger();
        assertThat(first.get(setup).body()).contains("first account");
        var form = Map.of("login", "Ada@Example.org", "name", "Ada", "password", PASSWORD);
        assertThat(first.post(setup, Map.of("login", "a b", "password", PASSWORD)).body())
                .contains("2 to 100");
        assertThat(first.post(setup, Map.of("login", "ada", "password", "short")).body())
                .contains("at least 10");
        assertThat(first.post(setup, form).location()).endsWith("/");
        assertThat(first.get("/account").body()).contains("ada@example.org", "Owner");
        assertThat(site.stranger().get(setup).status()).isEqualTo(404);
        assertThat(site.stranger().post(setup, form).status()).isEqualTo(404);
        assertThat(site.store().accounts().all()).hasSize(1);
    }

    @Test
    void a_password_opens_and_signing_out_closes() {
        known();
        var client = site.stranger();
        assertThat(signIn(client, "ada", "wrong password").status()).isEqualTo(401);
        assertThat(client.get("/account").location()).contains("/login?next=/account");
        assertThat(signIn(client, " ADA ", PASSWORD).location()).endsWith("/account");
        var csrf = csrf(client.get("/account").body());
        assertThat(client.post("/logout", Map.of("_csrf", csrf)).location()).endsWith("/login");
        assertThat(client.get("/account").location()).contains("/login");
    }

    private static String csrf(String page) {
        var matcher = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        known();
        var cookie = signIn(site.stranger(), "ada", PASSWORD).headers().get("set-cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        var behindTls = signIn(site.stranger().with("X-Forwarded-Proto", "https"), "ada", PASSWORD);
        assertThat(behindTls.headers().get("set-cookie")).contains("Secure");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_session_that_somebody_planted_does_not_become_the_victims(boolean real) {
        known();
        var attacker = real ? site.member(Role.VIEWER) : site.stranger();
        attacker.cookies().putIfAbsent("touchstone", "planted");
        var victim = site.stranger();
        victim.cookies().putAll(attacker.cookies());
        assertThat(signIn(victim, "ada", PASSWORD).location()).endsWith("/account");
        assertThat(victim.get("/account").body()).contains("Ada");
        assertThat(victim.cookies()).doesNotContainEntry("touchstone", attacker.cookies().get("touchstone"));
        assertThat(attacker.get("/account").body()).doesNotContain("Ada");
    }

    @Test
    void a_page_to_go_on_to_is_one_of_ours() {
        known();
        for (var next : List.of("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example",
                "/login")) {
            var answer = site.stranger()
                    .post("/login", Map.of("login", "ada", "password", PASSWORD, "next", next));
            assertThat(answer.location()).as(next).isEqualTo("/");
        }
    }

    @Test
    void guessing_is_slowed_down() {
        known();
        var client = site.stranger();
        for (int i = 0; i < 6; i++) {
            assertThat(signIn(client, "ada", "guess number " + i).status()).isEqualTo(401);
        }
        assertThat(signIn(client, "ada", PASSWORD).status()).isEqualTo(429);
        site.clock().move(Duration.ofSeconds(21));
        assertThat(signIn(client, "ada", PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_changed_password_ends_all_other_sessions() {
        known();
        var elsewhere = site.stranger();
        signIn(elsewhere, "ada", PASSWORD);
        var here = site.stranger();
        signIn(here, "ada", PASSWORD);
        here.withCsrf(csrf(here.get("/account").body()));
        assertThat(
                here.post("/account/password", Map.of("password", "no", "fresh", "a brand new one")).body())
                .contains("nothing was changed");
        assertThat(here.post("/account/password", Map.of("password", PASSWORD, "fresh", "a brand new one"))
                .status()).isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
        assertThat(signIn(site.stranger(), "ada", "a brand new one").status()).isEqualTo(303);
    }

    @Test
    void owners_add_change_and_disable_accounts_but_never_the_last_owner() {
        var owner = site.member(Role.OWNER);
        var added = owner.post("/accounts", Map.of("login", "bob", "name", "<b>Bob</b>", "role", "VIEWER"));
        assertThat(added.body()).contains("Password of &lt;b&gt;Bob").doesNotContain("<b>Bob");
        var bob = site.store().accounts().byLogin("bob").orElseThrow();
        assertThat(owner.post("/accounts", Map.of("login", "BOB", "role", "VIEWER")).body())
                .contains("taken");
        assertThat(owner.post("/accounts", Map.of("login", "eve", "role", "GOD")).status()).isEqualTo(400);
        owner.post("/accounts/" + bob.id() + "/role", Map.of("role", "AUTHOR"));
        assertThat(site.store().accounts().find(bob.id())).get().returns(Role.AUTHOR, Account::role);
        owner.post("/accounts/" + bob.id() + "/disable", Map.of());
        assertThat(site.store().accounts().find(bob.id())).get().returns(false, Account::active);
        long last = site.account(Role.OWNER).id();
        assertThat(owner.post("/accounts/" + last + "/disable", Map.of()).status()).isEqualTo(409);
        assertThat(owner.post("/accounts/" + last + "/role", Map.of("role", "VIEWER")).status())
                .isEqualTo(409);
        assertThat(site.store().audit().latest(Long.MAX_VALUE, 10)).extracting("action")
                .contains("account.create", "account.role", "account.disable");
    }

    @Test
    void a_disabled_account_is_out_at_once_and_stays_out() {
        var ada = known();
        var client = site.stranger();
        signIn(client, "ada", PASSWORD);
        site.store().accounts().disable(ada.id(), Optional.of(TestSite.START));
        assertThat(client.get("/account").status()).isEqualTo(303);
        assertThat(signIn(client, "ada", PASSWORD).status()).isEqualTo(401);
    }
}
