package touchstone.web.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.operate.OperateRoutes.JudgeState;
import touchstone.web.store.Account;
import touchstone.web.store.Role;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// The way in, accounts, the server's pages and error pages in a real browser.
class AccessIT {
    private static final String FRESH = "a brand new password";
    private static Browser browser;

    @TempDir
    private Path folder;

    private Lodge lodge;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void open() {
        lodge = new Lodge(folder);
    }

    @AfterEach
    void close() {
        lodge.close();
    }

    private Visit stranger(Look look) {
        return browser.visit(lodge.site.stranger(), look);
    }

    private Visit owner(Look look) {
        return browser.visit(lodge.site.member(Role.OWNER), look);
    }

    @Test
    void the_way_in_is_accessible_and_fits_in_both_languages_and_schemes() {
        for (var look : Look.all()) {
            try (var visit = stranger(look).expecting("answer: 401")) {
                visit.open(lodge.setup()).sound("access-setup");
                visit.open("/login").sound("access-login");
                signIn(visit.page(), "nobody" + look.name(), "not the password");
                assertThat(visit.page().locator("[role=alert]")).isVisible();
                visit.sound("access-login-wrong");
            }
        }
    }

    @Test
    void the_pages_of_accounts_and_server_are_accessible_and_fit() {
        lodge.team();
        var owner = lodge.site.member(Role.OWNER);
        owner.post("/accounts", Map.of("login", "王伟", "name", "王伟", "role", "VIEWER"));
        lodge.impatient();
        for (var look : Look.all()) {
            try (var visit = owner(look)) {
                visit.open("/account").sound("access-account");
                visit.open("/operation").sound("operate-server");
                visit.open("/operation/audit").sound("operate-audit");
                visit.open("/accounts").sound("access-accounts");
                visit.page().locator("#login").fill("new-" + look.name());
                visit.page().locator("main .button.primary").click();
                assertThat(visit.page().locator("#fresh-password")).isVisible();
                visit.sound("access-accounts-added");
            }
        }
    }

    @Test
    void errors_say_what_to_do_in_both_languages() {
        var impatient = lodge.impatient();
        for (var look : Look.all()) {
            boolean chinese = look.language().startsWith("zh");
            try (var visit = browser.visit(lodge.site.member(Role.VIEWER), look)
                    .expecting("answer: (403|404|500)")) {
                check(visit.open("/nothing/here"), "error-404", chinese ? "没有找到这个页面" : "no such page");
                check(visit.open("/accounts"), "error-403", chinese ? "没有权限" : "may not see");
                check(visit.open(Lodge.BROKEN), "error-500", chinese ? "我们的故障" : "fault of ours");
            }
            try (var visit = browser.visit(impatient, look).expecting("answer: 429")) {
                signIn(visit.open("/login").page(), "guessed", "one guess more");
                check(visit, "error-429", chinese ? "太频繁" : "too often");
            }
        }
    }

    private static void check(Visit visit, String name, String words) {
        assertThat(visit.page().locator("main")).containsText(words);
        assertThat(visit.page().locator("main a.button")).hasAttribute("href", "/");
        visit.sound(name);
    }

    @Test
    void a_judge_that_cannot_work_says_why() {
        lodge.judge = new JudgeState.State(JudgeState.Phase.FAILED, "", Set.of(),
                "bubblewrap is not installed; install it: sudo apt-get install -y bubblewrap");
        try (var visit = owner(Look.chinese())) {
            visit.open("/operation").sound("operate-failed");
            assertThat(visit.page().locator("main")).containsText("不能判题");
            assertThat(visit.page().locator("main")).containsText("apt-get install");
        }
    }

    private static void signIn(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }

    @Test
    void from_the_first_owner_to_a_second_account_that_comes_in() {
        try (var visit = stranger(Look.english()); var second = stranger(Look.chinese())) {
            var page = visit.open(lodge.setup()).page();
            page.locator("#login").fill("ada");
            page.locator("#name").fill("Ada");
            page.locator("#password").fill(Lodge.PASSWORD);
            page.locator("main .button.primary").click();
            assertThat(page.locator("h1")).hasText("My account");
            page.locator("a[href='/accounts']").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody .danger")).hasCount(0);
            page.locator("main #login").fill("bo");
            page.locator("#role").selectOption("AUTHOR");
            page.locator("main .button.primary").click();
            var password = page.locator("#fresh-password").textContent();
            page.locator("[data-copy]").click();

            var theirs = second.open("/login?next=/account").page();
            signIn(theirs, "bo", password);
            assertThat(theirs.locator("h1")).hasText("我的账号");
            assertThat(theirs.locator("main")).containsText("出题人");
            theirs.locator("#password").fill(password);
            theirs.locator("#fresh").fill(FRESH);
            theirs.locator("form[action='/account/password'] button").click();
            assertThat(theirs.locator(".notice")).containsText("密码已修改");
            theirs.locator("#name").fill("<b>Bo</b>");
            theirs.locator("form[action='/account/name'] button").click();
            assertThat(theirs.locator(".menu summary")).containsText("<b>Bo</b>");
            theirs.locator(".menu summary").click();
            theirs.locator("form[action='/logout'] button").click();
            assertThat(theirs.locator(".notice").first()).containsText("已退出登录");
        }
    }

    @Test
    void an_account_is_disabled_after_a_question_and_comes_back() {
        lodge.team();
        try (var visit = owner(Look.english())) {
            var page = visit.open("/accounts").page();
            var row = page.locator("tr:has-text('Bo')").last();
            row.locator(".danger").click();
            assertThat(page.locator("#confirm")).containsText("Bo");
            page.locator("#confirm [value=no]").click();
            assertThat(row.locator("[data-state=active]")).isVisible();
            row.locator(".danger").click();
            page.locator("#confirm [value=yes]").click();
            assertThat(row.locator("[data-state=closed]")).isVisible();
            row.locator("form[action$=enable] button").click();
            assertThat(row.locator("[data-state=active]")).isVisible();
            row.locator("select").selectOption("INTERVIEWER");
            row.locator("form[action$=role] button").click();
            assertThat(page.locator(".notice")).containsText("Bo");
        }
        assertThat(lodge.site.store().accounts().all()).filteredOn(one -> one.name().equals("Bo"))
                .singleElement()
                .returns(Role.INTERVIEWER, Account::role);
    }

    @Test
    void language_and_scheme_are_chosen_before_anybody_has_signed_in() {
        try (var visit = stranger(Look.english())) {
            var page = visit.open("/login").page();
            assertThat(page.locator(".languages [aria-current]")).hasText("English");
            page.locator(".languages button[lang=zh-CN]").click();
            assertThat(page.locator("h1")).hasText("登录");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            assertThat(page.locator(".languages [aria-current]")).hasText("中文");
            page.locator(".menu summary").click();
            visit.screenshot("access-menu");
            page.locator("[data-sets-theme=dark]").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(visit.axe()).isEmpty();
            page.reload();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }
}
