package touchstone.web.candidate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// Candidates' pages in a real browser.
class CandidateIT {
    private static final Pattern SAVED = Pattern.compile("saved \\d\\d:\\d\\d:\\d\\d");
    private static Browser browser;

    @TempDir
    private Path folder;

    private Sitting sitting;

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
        sitting = new Sitting(folder);
    }

    @AfterEach
    void close() {
        sitting.close();
    }

    private static String path(String kind) {
        return "/interview/items/" + Sitting.question(kind);
    }

    private String draft(String kind) {
        return sitting.store()
                .drafts()
                .find(sitting.candidate.id(), Sitting.question(kind))
                .map(draft -> draft.content())
                .orElse("");
    }

    private static Locator saved(Page page) {
        return page.locator("#saved");
    }

    /// No rule of axe is broken and nothing is wider than a narrow telephone.
    private static void checkPage(Visit visit, String name) {
        var troubles = visit.longScreenshot(name).axe();
        assertThat(troubles).as(name).isEmpty();
        visit.page().setViewportSize(320, 700);
        assertThat(visit.overflow()).as(name).isZero();
        visit.page().setViewportSize(1280, 800);
    }

    @Test
    void from_the_link_to_the_receipt() {
        try (var visit = browser.visit(sitting.site.stranger(), Look.english())) {
            var page = visit.open("/i/" + sitting.token).page();
            checkPage(visit, "candidate-start");
            page.getByRole(AriaRole.CHECKBOX).first().check();
            page.locator("text=Agree and go on").click();
            page.locator("text=Start the interview").click();
            page.locator("#confirm [value=yes]").click();
            assertThat(page.locator("h1")).hasText("Overview");
            assertThat(page.locator("#timer")).containsText("1:0");
            checkPage(visit, "candidate-overview");
            for (var kind : Sitting.KINDS) {
                visit.open(path(kind));
                checkPage(visit, "candidate-" + kind);
            }
            page.locator("#answer").fill("In the end");
            assertThat(saved(page)).hasText(SAVED);
            visit.open("/interview/finish");
            checkPage(visit, "candidate-finish");
            page.locator("[name=sure]").check();
            page.locator("text=Finish for good").click();
            checkPage(visit, "candidate-closing");
            page.locator("text=Receipt of submission 1").click();
            checkPage(visit, "candidate-receipt");
        }
    }

    @Test
    void every_page_reads_well_in_chinese_on_a_telephone_by_night() {
        try (var visit = browser.visit(sitting.client(), Look.chinese().dark().wide(390))) {
            visit.open("/interview").longScreenshot("candidate-start-zh");
            assertThat(visit.axe()).isEmpty();
        }
        try (var visit = browser.visit(sitting.started(), Look.chinese().dark().wide(390))) {
            visit.open("/interview").longScreenshot("candidate-overview-zh");
            assertThat(visit.axe()).isEmpty();
            for (var kind : Sitting.KINDS) {
                visit.open(path(kind)).longScreenshot("candidate-" + kind + "-zh");
                assertThat(visit.axe()).as(kind).isEmpty();
            }
        }
    }

    @Test
    void what_is_typed_is_saved_and_is_there_after_a_reload() {
        try (var visit = browser.visit(sitting.started(), Look.english())) {
            var page = visit.open(path("text")).page();
            page.locator("#answer").pressSequentially("中文 and **bold** $x^2$");
            assertThat(saved(page)).hasText(SAVED);
            assertThat(page.locator("#preview strong")).hasText("bold");
            assertThat(page.locator("#preview math")).hasCount(1);
            assertThat(draft("text")).isEqualTo("中文 and **bold** $x^2$");
            page.reload();
            assertThat(page.locator("#answer")).hasValue("中文 and **bold** $x^2$");
            assertThat(saved(page)).hasText(SAVED);
        }
    }

    @Test
    void leaving_at_once_loses_nothing() {
        try (var visit = browser.visit(sitting.started(), Look.english())) {
            var page = visit.open(path("text")).page();
            page.locator("#answer").fill("typed just before leaving");
            page.locator("#next").click();
            visit.open(path("text"));
            assertThat(page.locator("#answer")).hasValue("typed just before leaving");
            assertThat(saved(page)).hasText(SAVED);
            assertThat(draft("text")).isEqualTo("typed just before leaving");
        }
    }

    @Test
    void choices_orders_and_formulas_are_saved_as_the_judge_reads_them() {
        try (var visit = browser.visit(sitting.started(), Look.english())) {
            var page = visit.open(path("multiple")).page();
            page.locator("[value=C]").check();
            page.locator("[value=A]").check();
            assertThat(saved(page)).hasText(SAVED);
            assertThat(draft("multiple")).isEqualTo("A, C");
            visit.open(path("single"));
            page.locator("[value=B]").check();
            assertThat(saved(page)).hasText(SAVED);
            page.locator("#clear").click();
            page.waitForTimeout(1500);
            assertThat(draft("single")).isEmpty();
            visit.open(path("ordering"));
            page.locator("[data-key=A] [data-move=down]").focus();
            page.keyboard().press("ArrowDown");
            assertThat(saved(page)).hasText(SAVED);
            assertThat(draft("ordering")).startsWith("B, A, C");
            page.reload();
            assertThat(page.locator(".ordering li").first()).hasAttribute("data-key", "B");
            visit.open(path("formula"));
            page.locator("#answer").fill("sqrt(2) + 1/4");
            assertThat(page.locator("#preview msqrt")).hasCount(1);
            page.locator("#answer").fill("sqrt(2) + * 4");
            assertThat(page.locator("#reading")).containsText("Column 9");
            visit.open(path("numeric"));
            page.locator("#answer").fill("12");
            assertThat(page.locator("#reading")).containsText("understood as 12");
        }
    }

    @Test
    void two_tabs_do_not_overwrite_each_other_silently() {
        try (var visit = browser.visit(sitting.started(), Look.english()).expecting("answer: 409")) {
            var page = visit.open(path("text")).page();
            assertThat(saved(page)).not().hasText("");
            sitting.client()
                    .json("PUT", "/interview/drafts/" + Sitting.question("text"),
                            "{\"base\":0,\"content\":\"from the other device\"}");
            page.locator("#answer").fill("from here");
            assertThat(page.locator("#conflict")).isVisible();
            assertThat(page.locator("#conflict-other")).hasText("from the other device");
            assertThat(draft("text")).isEqualTo("from the other device");
            page.keyboard().press("Escape");
            assertThat(page.locator("#conflict")).isVisible();
            visit.screenshot("candidate-conflict");
            assertThat(visit.axe()).isEmpty();
            page.locator("[data-choose=mine]").click();
            assertThat(saved(page)).hasText(SAVED);
            assertThat(draft("text")).isEqualTo("from here");
        }
    }

    @Test
    void what_another_tab_saves_appears_here() {
        try (var visit = browser.visit(sitting.started(), Look.english())) {
            var page = visit.open(path("text")).page();
            var tab = visit.tab(path("text"));
            tab.locator("#answer").fill("in the second tab");
            assertThat(saved(tab)).hasText(SAVED);
            assertThat(page.locator("#answer")).hasValue("in the second tab");
            assertThat(page.locator("#elsewhere")).isVisible();
        }
    }

    @Test
    void without_a_connection_the_text_stays_and_is_saved_later() {
        try (var visit = browser.visit(sitting.started(), Look.english())
                .expecting("ERR_INTERNET")
                .expecting("ERR_FAILED")) {
            var page = visit.open(path("text")).page();
            page.context().setOffline(true);
            page.locator("#answer").fill("written in a tunnel");
            assertThat(page.locator("#connection")).isVisible();
            assertThat(saved(page)).containsText("trying again");
            assertThat(draft("text")).isEmpty();
            page.context().setOffline(false);
            assertThat(saved(page)).hasText(SAVED);
            assertThat(page.locator("#connection")).isHidden();
            assertThat(draft("text")).isEqualTo("written in a tunnel");
        }
    }

    @Test
    void after_the_end_the_field_is_closed_and_says_what_was_collected() {
        try (var visit = browser.visit(sitting.started(), Look.english()).expecting("answer: 410")) {
            var page = visit.open(path("text")).page();
            page.locator("#answer").fill("in time");
            assertThat(saved(page)).hasText(SAVED);
            sitting.site.clock().move(Duration.ofMinutes(64).plusSeconds(55));
            page.reload();
            assertThat(page.locator("#timer strong")).hasText(Pattern.compile("00:0[0-5]"));
            sitting.client().post("/interview/finish", Map.of("sure", "yes"));
            page.locator("#answer").fill("too late");
            assertThat(page.locator("#closed")).isVisible();
            assertThat(page.locator("#answer")).hasAttribute("readonly", "");
            assertThat(List.of(draft("text"))).containsExactly("in time");
        }
    }

    @Test
    void ones_own_report() {
        var client = sitting.started();
        Results.work(sitting);
        client.post("/interview/finish", Map.of("sure", "yes"));
        Results.decide(sitting);
        try (var visit = browser.visit(client, Look.english())) {
            checkPage(visit.open("/interview"), "candidate-closing-decided");
            visit.page().locator("text=Read my report").click();
            visit.page().locator("summary").last().click();
            checkPage(visit, "candidate-report");
        }
        try (var visit = browser.visit(sitting.client(), Look.chinese().dark().wide(390))) {
            visit.open("/interview/report").longScreenshot("candidate-report-zh");
            assertThat(visit.axe()).isEmpty();
        }
    }
}
