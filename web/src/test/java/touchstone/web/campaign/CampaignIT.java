package touchstone.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.web.store.Role;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

class CampaignIT {
    private static final long PERIOD_MS = 10_000;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Crowd crowd;
    private static long interview;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        crowd = Crowd.open(folder);
        interview = crowd.filled("2026 春季校招 · 模型压缩");
    }

    @AfterAll
    static void close() {
        browser.close();
        crowd.site.close();
    }

    private static Visit visit(Look look) {
        return browser.visit(crowd.site.member(Role.INTERVIEWER), look);
    }

    private static String path(long id) {
        return "/interviews/" + id;
    }

    private static String compare() {
        return path(interview) + "/compare?"
                + crowd.summaries(interview)
                        .stream()
                        .filter(one -> one.total().isPresent())
                        .skip(2)
                        .limit(4)
                        .map(one -> "id=" + one.candidate().id())
                        .collect(Collectors.joining("&"));
    }

    @Test
    void pages_are_accessible_and_fit_every_width() {
        for (var look : Look.all()) {
            try (var visit = visit(look)) {
                visit.open(path(interview)).sound("campaign-table");
                visit.open(path(interview) + "/distributions").sound("campaign-distributions");
                visit.open(compare()).sound("campaign-compare");
            }
        }
    }

    @Test
    void figures_move_while_focus_selection_and_order_stay() {
        long live = crowd.interview("Live");
        long first = crowd.invited(live, "Ada");
        long second = crowd.invited(live, "Bo");
        crowd.start(first);
        crowd.start(second);
        try (var visit = visit(Look.english())) {
            var page = visit.page();
            page.clock().install();
            visit.open(path(live));
            var row = page.locator("tr[data-row='" + first + "']");
            row.locator("[data-select]").check();
            page.locator("tr[data-row='" + second + "'] [data-select]").focus();
            assertThat(row.locator("[data-cell=total] .number").first().textContent()).isEqualTo("—");
            assertThat(row.locator(".gauge").isVisible()).isFalse();

            crowd.submit(first, Crowd.NUMBER, new Standing.Marked(Fraction.ONE, "42"));
            crowd.end(first);
            page.clock().fastForward(PERIOD_MS);

            row.locator("[data-cell=state] [data-state=done]").waitFor();
            var total = crowd.summaries(live).getFirst().total();
            assertThat(total).isPresent();
            assertThat(row.locator("[data-cell=total] [data-words]").textContent())
                    .isEqualTo(total.orElseThrow().times(100, 1).toPlainString());
            assertThat(row.locator(".gauge").isVisible()).isTrue();
            assertThat(row.locator("[data-cell=ended] time").count()).isOne();
            assertThat(row.locator("[data-select]").isChecked()).isTrue();
            assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo("" + second);
        }
    }

    @Test
    void two_are_chosen_and_compared_and_a_new_candidate_is_announced() {
        long live = crowd.interview("Choice");
        crowd.start(crowd.invited(live, "Ada"));
        crowd.start(crowd.invited(live, "Bo"));
        try (var visit = visit(Look.english())) {
            var page = visit.page();
            page.clock().install();
            visit.open(path(live));
            var button = page.locator("button[data-needs]");
            page.locator("[data-select]").first().check();
            assertThat(button.isDisabled()).isTrue();
            crowd.invited(live, "Cy");
            page.clock().fastForward(PERIOD_MS);
            page.locator("[data-changed]").waitFor();
            page.locator("[data-select]").last().check();
            button.click();
            page.waitForURL("**/compare?**");
            assertThat(page.locator("h1").textContent()).isEqualTo("Candidates compared");
            assertThat(Optional.ofNullable(page.locator(".plot").first().getAttribute("role")))
                    .contains("img");
        }
    }
}
