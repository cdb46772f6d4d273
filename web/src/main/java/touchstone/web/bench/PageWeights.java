package touchstone.web.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a browser without a cache transfers for a page: the page, its styles and its scripts, as they come over the wire.
final class PageWeights {
    private static final Pattern ASSET = Pattern.compile("(?:/assets/|\\./)([\\w.-]+\\.(?:js|css|svg))");

    private final Browserless browser;

    PageWeights(Browserless browser) {
        this.browser = browser;
    }

    /// In bytes.
    record Weight(String page, long html, long all) {}

    Weight of(String name, String path) throws IOException, InterruptedException {
        var page = browser.get(path);
        if (page.statusCode() != 200) {
            throw new IOException(path + " answers " + page.statusCode());
        }
        long all = page.body().length;
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        find(Answers.text(page), seen, open);
        while (!open.isEmpty()) {
            var file = browser.get("/assets/" + open.remove());
            if (file.statusCode() == 200) {
                all += file.body().length;
                find(Answers.text(file), seen, open);
            }
        }
        return new Weight(name, page.body().length, all);
    }

    private static void find(String text, Set<String> seen, Deque<String> open) {
        ASSET.matcher(text).results().map(found -> found.group(1)).filter(seen::add).forEach(open::add);
    }
}
