package touchstone.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.web.store.Role;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;

/// The report in a real browser, and on paper.
class ReportIT {
    private static final String WHITE = "rgb(255, 255, 255)";
    private static Browser browser;

    @TempDir
    private Path folder;

    @TempDir
    private Path desk;

    private Scene scene;
    private Optional<Chromium> chromium = Optional.empty();

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
        chromium = Chromium.find(System.getenv(), System.getProperty("user.name"), desk);
        scene = new Scene(folder, chromium);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void the_whole_report_fits_and_is_accessible(int width) {
        long candidate = scene.complete("陈静怡");
        for (var look : List.of(Look.chinese().wide(width), Look.english().wide(width).dark())) {
            try (var visit = browser.visit(scene.site.member(Role.INTERVIEWER), look)) {
                visit.open("/candidates/" + candidate + "/report");
                visit.screenshot("report-" + look.language() + "-" + width);
                assertThat(visit.axe()).isEmpty();
                visit.page()
                        .evaluate("document.querySelectorAll('main details').forEach(it => it.open = true)");
                assertThat(visit.overflow()).isZero();
                assertThat(visit.axe()).isEmpty();
            }
        }
    }

    @Test
    void every_number_opens_its_evidence() {
        long candidate = scene.complete("Ada");
        try (var visit = browser.visit(scene.site.member(Role.VIEWER), Look.english())) {
            visit.open("/candidates/" + candidate + "/report");
            var page = visit.page();
            assertThat(page.locator("#evidence-practice").isVisible()).isFalse();
            page.locator("a[href='#evidence-practice']").click();
            assertThat(page.locator("#evidence-practice").isVisible()).isTrue();
            page.locator("#evidence-practice a[href='#item-magnitude-prune']").click();
            assertThat(page.locator("#item-magnitude-prune").isVisible()).isTrue();
            page.locator("[data-expands]").click();
            assertThat(page.locator("details.evidence:not([open])").count()).isZero();
        }
    }

    @Test
    void a_score_is_overruled_with_a_reason() {
        long candidate = scene.complete("Ada");
        try (var visit = browser.visit(scene.site.member(Role.INTERVIEWER), Look.english())) {
            visit.open("/candidates/" + candidate + "/report#item-" + Scene.EXERCISE);
            var item = visit.page().locator("#item-" + Scene.EXERCISE);
            item.locator("summary:has-text('Overrule')").click();
            item.locator("input[name=points]").fill("75%");
            item.locator("form[action$=decide] textarea").fill("The time limit was too strict.");
            item.locator("form[action$=decide] button").click();
            visit.page().locator("#item-" + Scene.EXERCISE + " .points:has-text('75/100')").waitFor();
            assertThat(visit.page().locator("#item-" + Scene.EXERCISE).innerText()).contains("65/100",
                    "The time limit was too strict.", "Overruled by INTERVIEWER");
        }
    }

    @Test
    void on_paper_it_is_light_whatever_the_scheme_complete_and_without_navigation() {
        long candidate = scene.complete("陈静怡");
        try (var visit = browser.visit(scene.site.member(Role.INTERVIEWER), Look.chinese().dark())) {
            var page = visit.open("/candidates/" + candidate + "/report").page();
            assertThat(ground(page)).isNotEqualTo(WHITE);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(ground(page)).isEqualTo(WHITE);
            for (var gone : List.of(".top", ".crumbs", ".foot", ".report-neighbours", ".head .actions",
                    "form[action$=decide]")) {
                assertThat(page.locator(gone).first().isVisible()).as(gone).isFalse();
            }
            for (var shown : List.of("#evidence-practice table", "#item-magnitude-prune .code",
                    "#item-magnitude-prune .tests")) {
                assertThat(page.locator(shown).first().isVisible()).as(shown).isTrue();
            }
            visit.longScreenshot("report-paper");
        }
    }

    private static Object ground(Page page) {
        return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void the_pdf_has_all_of_it_and_leaves_nothing_behind() throws IOException, InterruptedException {
        long candidate = scene.complete("Ada");
        var html = scene.site.member(Role.VIEWER).get("/candidates/" + candidate + "/report.html").body();
        var pdf = chromium.orElseThrow().print(html);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count()).isGreaterThan(1);
        assertThat(scene.site.member(Role.VIEWER).get("/candidates/" + candidate + "/report.pdf").headers())
                .containsEntry("content-type", "application/pdf");
        assertThat(desk).isEmptyDirectory();
        var text = text(pdf);
        assertThat(text).contains("54.2", "the_examples_of_the_statement", "The prompt was ambiguous.",
                "public class Solution");
    }

    @Test
    void what_a_killed_server_left_goes_with_the_next_print() throws IOException, InterruptedException {
        var left = Files.createDirectories(desk.resolve("touchstone-print1"));
        Files.writeString(left.resolve("report.html"), "somebody's report");
        var printing = Files.createDirectories(desk.resolve("touchstone-print2"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(600)));
        chromium.orElseThrow().print("<p>next</p>");
        assertThat(desk).isDirectoryContaining(printing::equals).isDirectoryNotContaining(left::equals);
    }

    @Test
    void what_a_page_asks_of_the_network_goes_nowhere() throws IOException, InterruptedException {
        var address = scene.site.address().replace("127.0.0.1", "localhost");
        var pdf = chromium.orElseThrow()
                .print("<p>before</p><iframe src=\"" + address + "/login\"></iframe><img src=\"" + address
                        + "/assets/nothing.svg\"><p>after</p>");
        assertThat(text(pdf)).contains("before", "after").doesNotContain("password");
    }

    /// Where poppler is installed.
    private String text(byte[] pdf) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("report.pdf"), pdf);
        var out = folder.resolve("report.txt");
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .map(Path::of)
                .map(it -> it.resolve("pdftotext"))
                .anyMatch(Files::isExecutable), "pdftotext is not installed");
        var process = new ProcessBuilder("pdftotext", "-layout", file.toString(), out.toString()).start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(out);
    }
}
