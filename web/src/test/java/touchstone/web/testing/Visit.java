package touchstone.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One visitor's window. Whatever goes wrong in it meanwhile (errors of scripts, violations of the content security
/// policy, failed requests, answers from 400 on) fails the test when it is closed, unless it was expected.
public final class Visit implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String VIOLATIONS = """
        document.addEventListener("securitypolicyviolation", event =>
            console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber} ${event.sample}`));""";
    /// Every rule that WCAG 2.2 AA asks for, and axe's own advice. That a formula is text is beyond axe.
    private static final String RUN_AXE = """
        async () => (await axe.run(document, { preload: false })).violations
            .map(it => ({ ...it, nodes: it.nodes.filter(node => it.id !== "empty-table-header" || !node.html.includes("<math")) }))
            .filter(it => it.nodes.length > 0)
            .map(it => `${it.id} (${it.impact}): ${it.help}: ${it.nodes.map(node => node.html).slice(0, 3).join(" | ")}`)""";

    private static final String WIDEST = """
        () => [...document.body.querySelectorAll("*")]
            .filter(it => it.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5
                && !it.parentElement.closest(".scroll, .code, pre, .tabs, .nav, math"))
            .map(it => it.outerHTML.slice(0, 120)).slice(0, 5).join(" | ")""";

    private final Client visitor;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Visit(com.microsoft.playwright.Browser chromium, Client visitor, Look look) {
        this.visitor = visitor;
        this.look = look;
        context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setLocale(look.language())
                        .setViewportSize(look.width(), look.height())
                        .setColorScheme(look.scheme())
                        .setTimezoneId("Asia/Shanghai"));
        context.addCookies(visitor.cookies()
                .entrySet()
                .stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(visitor.address()))
                .toList());
        context.addInitScript(VIOLATIONS);
        context.onPage(this::watch);
        page = context.newPage();
    }

    private void watch(Page opened) {
        opened.onConsoleMessage(this::said);
        opened.onPageError(error -> troubles.add("script: " + error));
        opened.onRequestFailed(this::failed);
        opened.onResponse(this::answered);
    }

    private void said(ConsoleMessage message) {
        // of answers from 400 on, the console says less than we do below
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            troubles.add("console: " + message.text());
        }
    }

    /// Pages abandon requests whose answers nobody needs any more.
    private void failed(Request request) {
        if (!request.failure().contains("ERR_ABORTED")) {
            troubles.add("request: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            troubles.add("answer: " + response.status() + " " + response.request().method() + " "
                    + response.url());
        }
    }

    /// All that Playwright can do.
    public Page page() {
        return page;
    }

    /// Another page with the same cookies.
    public Page tab(String path) {
        var tab = context.newPage();
        tab.navigate(visitor.address() + path);
        return tab;
    }

    public Visit open(String path) {
        page.navigate(visitor.address() + path);
        return this;
    }

    /// Such a trouble is part of the test: `answer: 409`.
    public Visit expecting(String trouble) {
        expected.add(Pattern.compile(trouble));
        return this;
    }

    /// Keeps what the window shows as `target/screenshots/<name>.png`.
    public Visit screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    /// The same of the whole page, however long.
    public Visit longScreenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
        return this;
    }

    /// Keeps the whole page as `target/screenshots/<name>-<look>.png` and finds nothing wrong with it: nothing that
    /// axe complains of, nothing wider than the window.
    public Visit sound(String name) {
        var shown = name + "-" + look.name();
        longScreenshot(shown);
        assertThat(overflow()).as("pixels that %s is too wide: %s", shown, widest()).isZero();
        assertThat(axe()).as(shown).isEmpty();
        return this;
    }

    /// What axe finds wrong with the page as it is now: empty is good.
    @SuppressWarnings("unchecked") // the script gives a list of texts
    public List<String> axe() {
        page.evaluate(axeSource());
        return (List<String>) page.evaluate(RUN_AXE);
    }

    /// How many pixels the page is wider than the window, which is none at all widths from 320 on.
    public int overflow() {
        return ((Number) page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /// Elements that stand out on the right although no box of theirs scrolls.
    private Object widest() {
        return page.evaluate(WIDEST);
    }

    private static String axeSource() {
        try (var script = Visit.class.getResourceAsStream("/axe.min.js")) {
            assertThat(script).as("axe.min.js, which the build of the front end copies").isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What went wrong so far and was not expected.
    public List<String> troubles() {
        return troubles.stream()
                .filter(trouble -> expected.stream().noneMatch(pattern -> pattern.matcher(trouble).find()))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles()).as("troubles in the browser").isEmpty();
    }
}
