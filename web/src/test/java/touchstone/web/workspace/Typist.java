package touchstone.web.workspace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.regex.Pattern;

/// Somebody who works in the editor of a page.
record Typist(Page page) {
    private static final double PATIENCE = 60_000;
    private static final Pattern SAVED = Pattern.compile("(saved|已保存) \\d\\d:\\d\\d:\\d\\d");

    /// Types in place of everything that stands in the editor, without the editor's help with brackets.
    void write(String code) {
        page.locator(".cm-content").click();
        replace(code);
    }

    /// Not over the old text: Chromium would give the new one its colours as inline styles, which the policy refuses.
    void replace(String code) {
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Backspace");
        page.keyboard().insertText(code);
    }

    /// What the editor shows, which is all of a text that is short.
    String text() {
        return (String) page.evaluate(
                "() => [...document.querySelectorAll('.cm-line')].map(line => line.textContent).join('\\n')");
    }

    void seesSaved() {
        assertThat(page.locator("#saved")).hasText(SAVED, new HasTextOptions().setTimeout(PATIENCE));
    }

    void seesVerdict(String words) {
        assertThat(page.locator("#result .verdict")).containsText(words,
                new ContainsTextOptions().setTimeout(PATIENCE));
    }

    void seesCompiler(String words) {
        assertThat(page.locator("#compiler")).hasText(words, new HasTextOptions().setTimeout(PATIENCE));
    }
}
