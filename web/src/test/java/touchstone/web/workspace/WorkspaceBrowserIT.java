package touchstone.web.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.Candidate;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// The workspace as candidates see it, with the real judge behind it.
class WorkspaceBrowserIT {
    private static Browser browser;
    private static RealBench bench;

    @TempDir
    private Path folder;

    private Desk desk;
    private Candidate candidate;

    @BeforeAll
    static void start() {
        bench = RealBench.open();
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        bench.close();
    }

    @BeforeEach
    void open() {
        desk = new Desk(folder, bench).ticking();
        candidate = desk.started("Ada");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Visit visit(Look look) {
        var visit = browser.visit(desk.site.candidate(candidate), look);
        visit.page().setDefaultTimeout(60_000);
        visit.open(Desk.PATH);
        visit.page().waitForSelector(".cm-content");
        return visit;
    }

    @Test
    void what_is_typed_is_compiled_run_handed_in_and_kept() {
        try (var visit = visit(Look.english())) {
            var page = visit.page();
            var typist = new Typist(page);
            visit.screenshot("workspace-starter");
            typist.write(WorkspaceIT.sample("compile_error/lossy-conversion.java"));
            assertThat(page.locator("#diagnostics .diagnostic").first()).containsText("lossy conversion");
            assertThat(page.locator(".cm-lintRange-error").first()).isVisible();
            visit.screenshot("workspace-diagnostics");
            page.locator("#diagnostics .diagnostic").first().click();
            assertThat(page.locator(".cm-content")).isFocused();

            typist.write(WorkspaceIT.sample("wrong_answer/strict-threshold.java"));
            assertThat(page.locator("#compiler")).hasText("compiles");
            page.locator("#run").click();
            assertThat(page.locator("#result")).containsText("Samples only");
            visit.screenshot("workspace-samples");
            page.locator("#submit").click();
            visit.screenshot("workspace-question");
            page.locator("#ask-yes").click();
            assertThat(page.locator("#receipt")).containsText("Submission 1 is kept safely.");
            typist.seesVerdict("Wrong answer");
            assertThat(page.locator("#history")).containsText("counts");
            visit.screenshot("workspace-wrong");
            assertThat(visit.axe()).isEmpty();
            assertThat(page.locator("#stale")).isHidden();
            page.keyboard().type("// better");
            assertThat(page.locator("#stale")).hasText("You have changed the code since.");

            typist.seesSaved();
            assertThat(page.locator("#timer")).hasText(Pattern.compile("Left: \\d\\d:\\d\\d"));
            page.reload();
            assertThat(page.locator(".cm-content")).containsText("class Solution");
            typist.seesVerdict("Wrong answer");
            visit.screenshot("workspace-reloaded");
        }
        assertThat(desk.site.store().submissions().ofItem(candidate.id(), Desk.ITEM)).hasSize(1);
    }

    @Test
    void a_reload_in_the_middle_finds_the_judging_again() {
        try (var visit = visit(Look.chinese())) {
            var page = visit.page();
            var typist = new Typist(page);
            typist.write(WorkspaceIT.sample("time_limit_exceeded/rescans-for-every-entry.java"));
            page.locator("#submit").click();
            page.locator("#ask-yes").click();
            assertThat(page.locator("#receipt")).containsText("第 1 次提交已经可靠保存。");
            visit.screenshot("workspace-running-zh");
            page.reload();
            assertThat(page.locator("#judging-words")).isVisible();
            typist.seesVerdict("运行超时");
            visit.screenshot("workspace-time-zh");
            assertThat(visit.axe()).isEmpty();
        }
    }

    @Test
    void everything_can_be_done_with_the_keyboard_alone() {
        try (var visit = visit(Look.chinese())) {
            var page = visit.page();
            var typist = new Typist(page);
            var keyboard = page.keyboard();
            keyboard.press("F6");
            keyboard.press("F6");
            assertThat(page.locator("#results .pane-body")).isFocused();
            keyboard.press("Shift+F6");
            assertThat(page.locator(".cm-content")).isFocused();
            typist.replace("import exercise.MagnitudePrune;\nclass A {\n  int x = ;\n}\n");
            assertThat(page.locator("#diagnostics .diagnostic").first())
                    .containsText("illegal start of expression");
            keyboard.press("F8");
            assertThat(page.locator(".cm-status")).containsText("第 3 行");
            keyboard.press("Escape");
            keyboard.press("Tab");
            assertThat(page.locator(".cm-content")).not().isFocused();
            keyboard.press("Shift+F6");
            keyboard.press("Shift+F6");
            assertThat(page.locator("#results .pane-body")).isFocused();
            page.locator(".cm-content").focus();
            typist.replace(WorkspaceIT.sample("accepted/quick-select.java"));
            keyboard.press("Control+Enter");
            assertThat(page.locator("#live")).containsText("样例通过 1 / 1");
            keyboard.press("Control+Shift+Enter");
            assertThat(page.locator("#ask")).isVisible();
            keyboard.press("Escape");
            assertThat(page.locator("#ask")).not().isVisible();
            keyboard.press("Control+Shift+Enter");
            keyboard.press("Enter");
            typist.seesVerdict("通过");
            visit.screenshot("workspace-accepted-zh");
        }
    }

    @Test
    void what_was_handed_in_can_be_brought_back_and_the_starter_too() {
        try (var visit = visit(Look.english())) {
            var page = visit.page();
            var typist = new Typist(page);
            var starter = page.locator(".cm-content").innerText();
            typist.write("class First { }");
            page.locator("#submit").click();
            page.locator("#ask-yes").click();
            typist.seesVerdict("");
            page.locator("#starter-button").click();
            page.locator("#ask-yes").click();
            assertThat(page.locator(".cm-content")).containsText("not written yet");
            assertThat(page.locator(".cm-content").innerText()).isEqualTo(starter);
            page.locator("[data-restore]").first().click();
            page.locator("#ask-yes").click();
            assertThat(page.locator(".cm-content")).hasText(Pattern.compile("^class First \\{ \\}$"));
            page.keyboard().press("ControlOrMeta+z");
            assertThat(page.locator(".cm-content")).containsText("not written yet");
        }
    }

    @Test
    void two_tabs_do_not_overwrite_each_other_silently() {
        try (var visit = visit(Look.english()).expecting("answer: 409")) {
            new Typist(visit.page()).write("class One { }");
            assertThat(visit.page().locator("#saved")).containsText("saved");
            var other = visit.tab(Desk.PATH);
            assertThat(other.locator(".cm-content")).containsText("class One");
            new Typist(other).write("class Two { }");
            assertThat(other.locator("#saved")).containsText("saved");
            assertThat(visit.page().locator(".cm-content")).containsText("class Two");
            assertThat(visit.page().locator("#elsewhere")).isVisible();
        }
    }

    @Test
    void it_is_usable_at_every_width_in_both_languages_and_schemes() {
        for (var look : List.of(Look.english(), Look.chinese())) {
            for (int width : new int[]{1280, 390, 320}) {
                for (var scheme : List.of(look.wide(width), look.wide(width).dark())) {
                    try (var visit = visit(scheme)) {
                        var name = "workspace-" + width + "-" + look.language() + "-" + scheme.scheme();
                        assertThat(visit.page().locator("#compiler")).not()
                                .hasAttribute("data-state", "waiting");
                        visit.screenshot(name);
                        visit.longScreenshot(name + "-long");
                        assertThat(visit.overflow()).as(name).isZero();
                        assertThat(visit.axe()).as(name).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void the_practice_shows_everything_and_keeps_nothing() {
        var invited = desk.invited("Bo");
        try (var visit = browser.visit(desk.site.candidate(invited), Look.chinese())) {
            var page = visit.open("/interview/code/practice").page();
            page.setDefaultTimeout(60_000);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交（练习）")).click();
            assertThat(page.locator("#result")).containsText("这只是练习");
            visit.screenshot("workspace-practice-zh");
            assertThat(visit.axe()).isEmpty();
        }
        assertThat(desk.site.store().submissions().ofCandidate(invited.id())).isEmpty();
        assertThat(desk.site.store().drafts().find(invited.id(), "practice")).isEmpty();
    }

    @Test
    void the_page_is_light_and_does_not_move_while_it_loads() {
        try (var visit = browser.visit(desk.site.candidate(candidate), Look.english())) {
            var page = visit.page();
            page.addInitScript("""
                window.shift = 0;
                new PerformanceObserver(list => {
                    for (const it of list.getEntries()) if (!it.hadRecentInput) window.shift += it.value;
                }).observe({ type: "layout-shift", buffered: true });""");
            visit.open(Desk.PATH);
            page.waitForSelector(".cm-content");
            assertThat(page.locator("#compiler")).not().hasAttribute("data-state", "waiting");
            assertThat(((Number) page.evaluate("window.shift")).doubleValue()).isLessThan(0.02);
        }
    }
}
