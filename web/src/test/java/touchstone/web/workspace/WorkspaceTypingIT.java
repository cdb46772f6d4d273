package touchstone.web.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
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

/// What happens while one types: what the compiler says, what is kept, and who else types.
class WorkspaceTypingIT {
    private static final String BROKEN = "class A {\n    int x = ;\n    void f() { y(); }\n}\n";
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
        candidate = desk.started("林晓");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// Each visit has a session of its own, as on another device.
    private Visit visit(Look look) {
        var visit = browser.visit(desk.site.candidate(candidate), look);
        visit.page().setDefaultTimeout(60_000);
        visit.open(Desk.PATH);
        visit.page().waitForSelector(".cm-content");
        return visit;
    }

    private String draft() {
        return desk.site.store().drafts().find(candidate.id(), Desk.ITEM).orElseThrow().content();
    }

    @Test
    void problems_appear_and_go_as_one_types() {
        try (var visit = visit(Look.chinese().dark())) {
            var page = visit.page();
            var typist = new Typist(page);
            typist.seesCompiler("可以编译");
            typist.write("class A {\n    int x = 1\n    void f() { int y = \"\"; }\n}\n");
            typist.seesCompiler("1 个错误");
            assertThat(page.locator("#diagnostics")).containsText("第 2 行");
            assertThat(page.locator(".cm-lintRange-error")).hasCount(1);
            assertThat(page.locator(".cm-lint-marker-error")).hasCount(1);
            visit.screenshot("workspace-problems-zh-dark");
            assertThat(visit.axe()).isEmpty();
            page.keyboard().press("ControlOrMeta+Home");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("End");
            page.keyboard().type(";");
            assertThat(page.locator("#diagnostics")).containsText("incompatible types");
            assertThat(page.locator("#diagnostics")).containsText("第 3 行");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("End");
            for (int i = 0; i < "\"\"; }".length(); i++) {
                page.keyboard().press("Backspace");
            }
            page.keyboard().insertText("0; }");
            typist.seesCompiler("可以编译");
            assertThat(page.locator("#diagnostics .diagnostic")).hasCount(0);
            assertThat(page.locator(".cm-lintRange-error")).hasCount(0);
        }
    }

    @Test
    void keys_lead_from_problem_to_problem_and_out_of_the_editor() {
        try (var visit = visit(Look.english())) {
            var page = visit.page();
            var keyboard = page.keyboard();
            var typist = new Typist(page);
            typist.write(BROKEN.replace("= ;", "= \"\";"));
            typist.seesCompiler("errors: 2");
            keyboard.press("ControlOrMeta+Home");
            keyboard.press("F8");
            assertThat(page.locator(".cm-status")).containsText("Line 2");
            keyboard.press("F8");
            assertThat(page.locator(".cm-status")).containsText("Line 3");
            keyboard.press("Shift+F8");
            assertThat(page.locator(".cm-status")).containsText("Line 2");
            keyboard.press("Escape");
            keyboard.press("Shift+Tab");
            assertThat(page.locator(".cm-content")).not().isFocused();
            page.locator(".cm-content").focus();
            keyboard.press("Tab");
            assertThat(page.locator(".cm-content")).isFocused();
        }
    }

    @Test
    void a_question_mark_lists_the_shortcuts_where_nobody_types() {
        try (var visit = visit(Look.chinese())) {
            var page = visit.page();
            var typist = new Typist(page);
            typist.write("");
            page.keyboard().type("?");
            assertThat(typist.text()).isEqualTo("?");
            assertThat(page.locator("#shortcuts")).isHidden();
            page.keyboard().press("F6");
            page.keyboard().type("?");
            assertThat(page.locator("#shortcuts")).isVisible();
            for (var words : new String[]{"运行样例", "提交（先询问）", "下一个问题", "上一个问题", "下一栏", "离开编辑器"}) {
                assertThat(page.locator("#shortcuts")).containsText(words);
            }
            visit.screenshot("workspace-shortcuts-zh");
            assertThat(visit.axe()).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("#shortcuts")).isHidden();
            assertThat(typist.text()).isEqualTo("?");
        }
    }

    @Test
    void what_an_input_method_composes_is_kept_byte_for_byte() {
        try (var visit = visit(Look.chinese())) {
            var page = visit.page();
            var typist = new Typist(page);
            var keyboard = page.keyboard();
            var device = page.context().newCDPSession(page);
            typist.write("class A {\n    // ");
            compose(device, "jian", "jian zhi", "剪枝：先比绝对值");
            keyboard.insertText("，再比下标 😀𠮷\n    String 名称 = \"");
            compose(device, "xi shu", "稀疏度“０．５”");
            keyboard.insertText("\";\n}\n");
            var text = "class A {\n    // 剪枝：先比绝对值，再比下标 😀𠮷\n    String 名称 = \"稀疏度“０．５”\";\n}\n";
            assertThat(typist.text()).isEqualTo(text);
            typist.seesCompiler("可以编译");
            typist.seesSaved();
            assertThat(draft()).isEqualTo(text);
            page.reload();
            page.waitForSelector(".cm-content");
            typist.seesSaved();
            assertThat(typist.text()).isEqualTo(text);
            visit.screenshot("workspace-composed-zh");
        }
        assertThat(draft()).contains("剪枝：先比绝对值");
    }

    /// Types a word as an input method does: letters first, which are replaced until the word is chosen.
    private static void compose(CDPSession device, String... steps) {
        for (int i = 0; i < steps.length - 1; i++) {
            var step = new JsonObject();
            step.addProperty("text", steps[i]);
            step.addProperty("selectionStart", steps[i].length());
            step.addProperty("selectionEnd", steps[i].length());
            device.send("Input.imeSetComposition", step);
        }
        var chosen = new JsonObject();
        chosen.addProperty("text", steps[steps.length - 1]);
        device.send("Input.insertText", chosen);
    }

    @Test
    void who_has_the_item_open_elsewhere_is_asked_which_version_stays() {
        try (var here = visit(Look.english().dark());
                var there = visit(Look.chinese()).expecting("answer: 409")) {
            new Typist(here.page()).write("class Here { }");
            new Typist(here.page()).seesSaved();
            var page = there.page();
            var typist = new Typist(page);
            typist.write("class There { }");
            assertThat(page.locator("#conflict")).isVisible();
            assertThat(page.locator("#conflict-mine")).hasText("class There { }");
            assertThat(page.locator("#conflict-other")).hasText("class Here { }");
            there.screenshot("workspace-conflict-zh");
            assertThat(there.axe()).isEmpty();
            assertThat(draft()).isEqualTo("class Here { }");
            page.locator("[data-choose=other]").click();
            typist.seesSaved();
            assertThat(typist.text()).isEqualTo("class Here { }");

            typist.write("class Third { }");
            typist.seesSaved();
            here.expecting("answer: 409");
            new Typist(here.page()).write("class Fourth { }");
            assertThat(here.page().locator("#conflict-other")).hasText("class Third { }");
            here.page().locator("[data-choose=mine]").click();
            new Typist(here.page()).seesSaved();
            assertThat(draft()).isEqualTo("class Fourth { }");
        }
    }
}
