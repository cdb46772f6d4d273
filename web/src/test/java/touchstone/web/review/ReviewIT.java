package touchstone.web.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.grading.OpenAnswer;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// Reviews in a real browser.
class ReviewIT {
    private static final int LOCK_EVERY_MS = 120_000;
    private static Browser browser;

    @TempDir
    private Path folder;

    private Round round;

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
        round = new Round(folder).answered();
    }

    @AfterEach
    void close() {
        round.close();
    }

    private Visit ada() {
        return ada(Look.english());
    }

    private Visit ada(Look look) {
        return browser.visit(round.site.member(Role.INTERVIEWER), look);
    }

    private Visit bob() {
        return browser.visit(round.site.member(Role.OWNER), Look.english());
    }

    private static void at(Page page, OpenAnswer answer) {
        assertThat(page.locator("h1")).hasText("Answer " + answer.code());
    }

    @Test
    void every_page_is_accessible_and_fits_in_both_languages_and_schemes() {
        var waiting = round.waiting();
        var theirs = Round.path(waiting.getLast());
        round.site.member(Role.OWNER).get(theirs);
        round.store.reviews()
                .add(waiting.get(1).submissionId(), "1,3", "极限的推导不完整。", round.site.account(Role.OWNER).id(),
                        round.site.clock().instant());
        for (var look : Look.all()) {
            try (var visit = ada(look)) {
                visit.open("/reviews").sound("review-list");
                visit.open(Round.path(waiting.getFirst()));
                visit.page().locator(".keypoint input").first().check();
                visit.page()
                        .evaluate("document.querySelectorAll('main details').forEach(it => it.open = true)");
                visit.sound("review-answer");
                visit.open(Round.path(waiting.get(1))).sound("review-again");
                visit.open(theirs).sound("review-held");
            }
        }
    }

    @Test
    void answers_are_marked_by_keyboard_alone() {
        var waiting = round.waiting();
        try (var visit = ada()) {
            var page = visit.open("/reviews").page();
            page.locator("text=Begin to review (6)").focus();
            page.keyboard().press("Enter");
            at(page, waiting.getFirst());
            assertThat(page.locator("#sum")).hasText("0 / 10");
            page.keyboard().press("1");
            page.keyboard().press("4");
            page.keyboard().press("3");
            page.keyboard().press("4");
            assertThat(page.locator("#sum")).hasText("5 / 10");
            page.locator("#comment").focus();
            page.keyboard().type("2 jokes, 1 key");
            assertThat(page.locator("#sum")).hasText("5 / 10");
            page.keyboard().press("Control+Enter");
            at(page, waiting.get(1));
            assertThat(page.locator(".notice")).containsText(waiting.getFirst().code());
            assertThat(page.locator(".lead")).containsText("5 waiting");
        }
        assertThat(round.reviews(waiting.getFirst())).singleElement()
                .returns("1,3", Review::ticked)
                .returns("2 jokes, 1 key", Review::comment);
        assertThat(round.holder(waiting.getFirst())).isEmpty();
    }

    @Test
    void j_and_k_go_through_the_queue_and_leave_no_lock_behind() {
        var waiting = round.waiting();
        try (var visit = ada()) {
            var page = visit.open(Round.path(waiting.getFirst())).page();
            page.keyboard().press("j");
            at(page, waiting.get(1));
            assertThat(round.holder(waiting.getFirst())).isEmpty();
            assertThat(round.holder(waiting.get(1))).contains(round.site.account(Role.INTERVIEWER).id());
            page.keyboard().press("j");
            at(page, waiting.get(2));
            page.keyboard().press("k");
            at(page, waiting.get(1));
            page.keyboard().press("k");
            at(page, waiting.getFirst());
            page.keyboard().press("k");
            at(page, waiting.getLast());
            page.keyboard().press("j");
            at(page, waiting.getFirst());
        }
    }

    @Test
    void the_queue_of_one_question_holds_that_question_alone() {
        var second = round.waiting()
                .stream()
                .filter(one -> one.question().id().equals(Round.SECOND))
                .toList();
        try (var visit = ada()) {
            var page = visit.open("/reviews").page();
            page.locator("tr:has-text('" + Round.SECOND + "') .button").click();
            for (var answer : second) {
                at(page, answer);
                page.keyboard().press("2");
                page.keyboard().press("Control+Enter");
            }
            assertThat(page.locator("h1")).hasText("Reviews");
            assertThat(page.locator(".notice")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
        }
    }

    @Test
    void whose_answer_it_is_stands_nowhere() {
        var first = round.waiting().getFirst();
        for (var look : List.of(Look.english(), Look.chinese())) {
            try (var visit = ada(look)) {
                for (var path : List.of("/reviews", Round.path(first))) {
                    var page = visit.open(path).page();
                    assertThat(page.content()).doesNotContain(Round.NAMES).doesNotContain("/candidates/");
                    assertThat(page.locator("a[href^='/interviews/']").all()).isNotEmpty()
                            .allSatisfy(link -> assertThat(link.getAttribute("href")).endsWith("?blind=1"));
                }
                assertThat(visit.page().title()).doesNotContain("forged");
            }
        }
    }

    @Test
    void what_somebody_else_is_at_can_be_read_but_not_changed_until_they_put_it_back() {
        var waiting = round.waiting();
        try (var visit = ada(); var other = bob()) {
            var bobs = other.open(Round.path(waiting.getFirst())).page();
            var page = visit.open("/reviews").page();
            assertThat(page.locator("tr:has-text('" + Round.FIRST + "') td").nth(2)).hasText("1");
            page.locator("text=Begin to review (6)").click();
            at(page, waiting.get(1));
            visit.open(Round.path(waiting.getFirst()));
            assertThat(page.locator(".notice[data-kind=warning]")).containsText("OWNER is reviewing");
            assertThat(page.locator(".keypoint input").first()).isDisabled();
            assertThat(page.locator("#comment")).isDisabled();
            assertThat(page.locator("button.primary:visible")).hasCount(0);
            page.keyboard().press("1");
            assertThat(page.locator("#sum")).hasText("0 / 10");
            page.keyboard().press("Control+Enter");
            bobs.locator("text=Put it back").click();
            assertThat(bobs.locator(".notice")).containsText(waiting.getFirst().code());
            page.reload();
            assertThat(page.locator(".keypoint input").first()).isEnabled();
        }
        assertThat(round.reviews(waiting.getFirst())).isEmpty();
    }

    @Test
    void a_lock_that_was_lost_is_told_and_saves_nothing() {
        var answer = round.waiting().getFirst();
        try (var visit = ada().expecting("answer: 409"); var other = bob()) {
            var page = visit.page();
            page.clock().install();
            visit.open(Round.path(answer));
            page.keyboard().press("1");
            page.locator("#comment").fill("Half of it.");
            round.lunch();
            var bobs = other.open(Round.path(answer)).page();
            page.clock().fastForward(LOCK_EVERY_MS);
            assertThat(page.locator(".toast[data-kind=error]")).containsText("taken this answer over");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[role=alert]")).containsText("not saved");
            assertThat(page.locator("#comment")).hasValue("Half of it.");
            assertThat(page.locator("#sum")).hasText("2 / 10");
            bobs.keyboard().press("2");
            bobs.keyboard().press("Control+Enter");
            assertThat(bobs.locator(".notice")).containsText(answer.code());
        }
        assertThat(round.reviews(answer)).singleElement().returns("2", Review::ticked);
    }

    @Test
    void whoever_comes_back_after_somebody_else_has_saved_overwrites_nothing_unknowingly() {
        var answer = round.waiting().getFirst();
        try (var visit = ada().expecting("answer: 409"); var other = bob()) {
            var page = visit.open(Round.path(answer)).page();
            page.keyboard().press("1");
            page.locator("#comment").fill("Mine.");
            round.lunch();
            var bobs = other.open(Round.path(answer)).page();
            bobs.keyboard().press("2");
            bobs.locator("#comment").fill("His.");
            bobs.keyboard().press("Control+Enter");
            assertThat(bobs.locator(".notice")).containsText(answer.code());

            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[role=alert]")).containsText("Somebody else has reviewed this answer");
            assertThat(page.locator(".note")).containsText(Pattern.compile("2\\..*His\\."));
            assertThat(page.locator("#comment")).hasValue("Mine.");
            assertThat(round.reviews(answer)).singleElement().returns("2", Review::ticked);

            page.keyboard().press("Control+Enter");
            assertThat(page.locator("h1")).not().containsText(answer.code());
        }
        assertThat(round.reviews(answer)).extracting(Review::ticked).containsExactly("2", "1");
    }

    @Test
    void what_is_ticked_and_not_saved_is_not_left_without_a_question() {
        var waiting = round.waiting();
        try (var visit = ada()) {
            var page = visit.open(Round.path(waiting.getFirst())).page();
            page.keyboard().press("1");
            page.onceDialog(dialog -> {
                assertThat(dialog.type()).isEqualTo("beforeunload");
                dialog.dismiss();
            });
            page.keyboard().press("j");
            page.waitForTimeout(200);
            at(page, waiting.getFirst());
            assertThat(page.locator("#sum")).hasText("2 / 10");
            page.onceDialog(dialog -> dialog.accept());
            page.keyboard().press("j");
            at(page, waiting.get(1));
        }
    }

    @Test
    void nothing_to_review_says_how_something_comes() {
        try (var visit = ada(Look.chinese())) {
            for (var answer : round.waiting()) {
                round.store.reviews()
                        .add(answer.submissionId(), "", "", round.site.account(Role.OWNER).id(),
                                round.site.clock().instant());
            }
            visit.open("/reviews").sound("review-empty");
            assertThat(visit.page().locator(".empty")).isVisible();
        }
    }
}
