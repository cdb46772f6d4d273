package touchstone.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.library.InterviewPlan;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;

class InterviewPagesIT {
    private static Browser browser;

    @TempDir
    private Path folder;

    private Office office;

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
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    /// An interview with candidates in all states.
    private Interview busy() {
        var interview = office.make("phone-screen", "模型压缩工程师 · 春季第一轮");
        office.started(interview, "林晓");
        var ended = office.started(interview, "Grace Hopper");
        var candidates = office.site.store().candidates();
        office.site.clock().move(Duration.ofMinutes(20));
        candidates.end(ended.id(), EndedBy.TIME, office.site.clock().instant());
        office.invite(interview,
                "محمد عبد الله\nA very long name that somebody really has, with all of its parts\n王伟");
        candidates.revoke(office.candidates(interview).getLast().id(),
                Optional.of(office.site.clock().instant()));
        return interview;
    }

    @Test
    void every_page_is_accessible_and_fits_in_both_languages_and_schemes() {
        var fresh = office.make("onsite-whiteboard", "Whiteboard, second round");
        var busy = busy();
        var candidate = office.candidates(busy).getFirst().id();
        var pages = Map.of("list", "/interviews", "new", "/interviews/new", "settings",
                Office.settings(fresh), "frozen", Office.settings(busy), "invitations",
                Office.invitations(busy), "candidate", Office.invitations(busy) + "/" + candidate, "history",
                Office.history(busy));
        for (var look : Look.all()) {
            try (var visit = browser.visit(office.interviewer, look)) {
                pages.forEach((name, path) -> visit.open(path).sound("interview-" + name));
            }
        }
    }

    @Test
    void a_plan_is_edited_by_keyboard_without_the_page_moving() {
        var interview = office.make("phone-screen", "By keyboard");
        try (var visit = browser.visit(office.interviewer, Look.english())) {
            var page = visit.open(Office.settings(interview)).page();
            page.locator("#down-q1-03").focus();
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.querySelector('#plan .plan li').id === 'item-q1-07'");
            assertThat(focused(page)).isEqualTo("down-q1-03");
            page.locator("#up-q1-03").focus();
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.querySelector('#plan .plan li').id === 'item-q1-03'");
            page.locator("#remove-q1-07").focus();
            page.keyboard().press("Space");
            page.waitForFunction("() => !document.getElementById('item-q1-07')");
            assertThat(focused(page)).isEqualTo("item-q1-18");
            page.locator("#minutes").fill("12");
            page.locator("#total .error").waitFor();
            assertThat(page.locator("#total").textContent()).contains("more than the 12 minutes");
            page.locator("#minutes").fill("60");
            page.locator("#total .state[data-state=ok]").waitFor();
            page.locator("#q").fill("rope");
            page.locator("#found button:not([disabled])").first().click();
            page.locator("#item-rope").waitFor();
            assertThat(page.locator("#found button").first().isDisabled()).isTrue();
            page.locator("#preset-research").click();
            page.waitForFunction(
                    "() => document.querySelector('#weights [data-sum]').dataset.state === 'ok'");
            visit.longScreenshot("interview-edited");
            assertThat(page.locator("#unsaved").textContent()).contains("not saved yet");
            page.locator(".savebar button").click();
            page.locator(".notice[data-kind=success]").waitFor();
        }
        var saved = office.again(interview);
        assertThat(InterviewPlan.read(saved.plan()).items()).contains("rope").doesNotContain("q1-07");
        assertThat(saved.minutes()).isEqualTo(60);
        assertThat(saved.weightsFrom()).isEqualTo("research");
    }

    private static Object focused(Page page) {
        return page.evaluate("() => document.activeElement.id");
    }

    @Test
    void what_is_not_saved_is_not_left_without_a_question() {
        var interview = office.make("phone-screen", "Leaving");
        try (var visit = browser.visit(office.interviewer, Look.english())) {
            var page = visit.open(Office.settings(interview)).page();
            page.locator("#title").fill("Changed");
            page.onDialog(dialog -> {
                assertThat(dialog.type()).isEqualTo("beforeunload");
                dialog.dismiss();
            });
            page.locator("a[href='/interviews']").first().click();
            page.waitForTimeout(200);
            assertThat(page.url()).endsWith("/settings");
            page.locator("#title").press("Enter");
            page.locator(".notice[data-kind=success]").waitFor();
        }
        assertThat(office.again(interview).title()).isEqualTo("Changed");
    }

    @Test
    void links_can_be_had_as_a_file_that_a_spreadsheet_does_not_run() throws IOException {
        var interview = office.make("phone-screen", "Links");
        try (var visit = browser.visit(office.interviewer, Look.chinese())) {
            var page = visit.open(Office.invitations(interview)).page();
            page.locator("#names").fill("林晓\n=1+1, \"x\"");
            page.locator("main .button.primary").click();
            page.locator(".links").waitFor();
            assertThat(visit.axe()).isEmpty();
            visit.longScreenshot("interview-links-zh");
            var file = page.waitForDownload(() -> page.locator("[data-csv]").click());
            assertThat(file.suggestedFilename()).isEqualTo("专属链接.csv");
            var lines = Files.readString(file.path()).split("\r\n");
            assertThat(lines).hasSize(3);
            assertThat(lines[0]).isEqualTo("\uFEFF\"候选人\",\"链接\"");
            assertThat(lines[1]).startsWith("\"林晓\",\"" + office.site.address() + "/i/");
            assertThat(lines[2]).startsWith("\"'=1+1, \"\"x\"\"\",\"http");
        }
    }

    @Test
    void an_empty_list_looks_like_this() {
        try (var visit = browser.visit(office.interviewer, Look.chinese())) {
            visit.open("/interviews").screenshot("interview-empty-zh");
            assertThat(visit.axe()).isEmpty();
        }
    }
}
