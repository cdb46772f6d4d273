package touchstone.web.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.page.Access;

/// The harness must not be blind: what it is there to notice, it notices.
class BrowserIT {
    private static Browser browser;

    @TempDir
    private Path folder;

    private TestSite site;

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
        site = TestSite.open(folder, (_, _) -> List.of(
                routes -> routes.get("/who", Access.CANDIDATE, exchange -> exchange.render("page/error.peb",
                        Map.of("status", 200, "message", exchange.candidate().name())))));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_window_has_the_visitors_session_language_and_scheme() {
        var candidate = site.candidate(site.invite("林晓", "{}"));
        try (var visit = browser.visit(candidate, Look.chinese().dark().wide(390))) {
            visit.open("/who").screenshot("harness");
            assertThat(visit.page().content()).contains("林晓", "没有成功");
            assertThat(visit.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(true);
            assertThat(visit.overflow()).isZero();
            assertThat(visit.axe()).isEmpty();
        }
        assertThat(Path.of("target/screenshots/harness.png")).matches(Files::exists);
    }

    @Test
    void troubles_fail_the_visit() {
        for (var script : List.of("() => console.error('x')",
                "() => setTimeout(() => { throw new Error('x') })", "() => fetch('/nowhere')",
                "() => fetch('http://127.0.0.1:9/').catch(() => 0)",
                "() => { document.body.innerHTML = '<p style=\"color: red\">' }")) {
            var visit = browser.visit(site.stranger(), Look.english())
                    .expecting("answer: 404 GET \\S+/start");
            visit.open("/start").page().evaluate(script);
            visit.page().waitForTimeout(50);
            assertThatThrownBy(visit::close).as(script).hasMessageContaining("troubles");
        }
    }

    @Test
    void axe_finds_what_is_wrong() {
        try (var visit = browser.visit(site.stranger(), Look.english()).expecting("answer: 404")) {
            visit.open("/nowhere")
                    .page()
                    .evaluate("() => { document.body.innerHTML += '<img src=\"data:,\">' }");
            assertThat(visit.axe()).anyMatch(violation -> violation.startsWith("image-alt"));
        }
    }
}
