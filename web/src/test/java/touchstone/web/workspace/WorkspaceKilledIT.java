package touchstone.web.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Client;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// The server is killed while a candidate is at work, and started again.
class WorkspaceKilledIT {
    private static Browser browser;

    @TempDir
    private Path folder;

    private LiveServer server;
    private Client client;
    private long candidate;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void open() throws IOException {
        try (var desk = new Desk(folder, new FakeBench(Desk.SUITES))) {
            var clock = desk.site.clock();
            clock.move(Duration.between(clock.instant(), InstantSource.system().instant()));
            var started = desk.started("林晓");
            candidate = started.id();
            client = desk.site.candidate(started);
        }
        server = new LiveServer(folder);
        client = client.at(server.address());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// Requests to a server that is not there fail, as they must.
    private Visit visit() {
        var visit = browser.visit(client, Look.chinese())
                .expecting("request: .* net::ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)")
                .expecting("console: .* net::ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)");
        visit.page().setDefaultTimeout(60_000);
        visit.open(Desk.PATH);
        visit.page().waitForSelector(".cm-content");
        return visit;
    }

    @Test
    void what_is_typed_meanwhile_is_saved_when_it_is_back() throws IOException {
        try (var visit = visit()) {
            var page = visit.page();
            var typist = new Typist(page);
            var before = "class 之前 { }\n";
            typist.write(before);
            typist.seesSaved();
            typist.seesCompiler("可以编译");

            server.kill();
            page.keyboard().insertText("// 断线时写下的\n");
            assertThat(page.locator("#connection")).isVisible();
            assertThat(page.locator("#saved")).hasText("尚未保存，正在重试");
            assertThat(page.locator("#compiler")).hasText("尚未检查");
            visit.screenshot("workspace-lost-zh");
            assertThat(visit.axe()).isEmpty();
            page.locator("#run").click();
            assertThat(page.locator("#toasts")).containsText("连不上服务器");
            page.locator(".cm-content").focus();
            page.keyboard().insertText("// 还在写\n");

            server.restart();
            assertThat(page.locator("#connection")).isHidden(new IsHiddenOptions().setTimeout(60_000));
            typist.seesSaved();
            typist.seesCompiler("可以编译");
            var all = before + "// 断线时写下的\n// 还在写\n";
            assertThat(typist.text()).isEqualTo(all);
            page.reload();
            page.waitForSelector(".cm-content");
            assertThat(typist.text()).isEqualTo(all);
            visit.screenshot("workspace-back-zh");

            server.kill();
            assertThat(draft()).isEqualTo(all);
        }
    }

    @Test
    void what_was_handed_in_is_judged_and_shown_without_a_reload() throws IOException {
        try (var visit = visit()) {
            var page = visit.page();
            var typist = new Typist(page);
            typist.write(WorkspaceIT.sample("time_limit_exceeded/rescans-for-every-entry.java"));
            page.locator("#submit").click();
            page.locator("#ask-yes").click();
            assertThat(page.locator("#receipt")).containsText("第 1 次提交已经可靠保存。");
            server.kill();
            assertThat(page.locator("#judging-words")).hasText("连接断开，正在重新询问……");
            server.restart();
            typist.seesVerdict("运行超时");
            assertThat(page.locator("#history li")).hasCount(1);
        }
    }

    private String draft() {
        try (var store = Store.open(new DatabaseAddress.Embedded(folder))) {
            return store.drafts().find(candidate, Desk.ITEM).orElseThrow().content();
        }
    }
}
