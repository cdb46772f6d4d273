package touchstone.web.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The machine's Chromium, driven by the machine's Node. Starting it takes about a second, so a class of tests opens
/// one and gives each test a [Visit] of its own. As Playwright, it may be used by one thread only.
public final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        var environment = Map.of("PLAYWRIGHT_NODEJS_PATH", program(List.of("node", "nodejs")).toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            return new Browser(playwright,
                    playwright.chromium()
                            .launch(new BrowserType.LaunchOptions().setExecutablePath(program(CHROMIUM))
                                    .setArgs(FLAGS)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /// A browser window of its own, which looks like this and has this visitor's cookies.
    public Visit visit(Client visitor, Look look) {
        return new Visit(chromium, visitor, look);
    }

    private static Path program(List<String> names) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> names.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + names
                        + " is installed; tests in a browser need it: sudo apt-get install -y nodejs chromium"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
