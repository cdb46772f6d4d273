package touchstone.web.author;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.question.Question;
import touchstone.judge.text.Language;
import touchstone.web.store.Role;
import touchstone.web.testing.Browser;
import touchstone.web.testing.Look;
import touchstone.web.testing.Visit;

/// The library in a real browser.
class AuthorIT {
    private static final Path EXERCISES = Path.of("../exercises");
    private static final String EXERCISE = "/library/exercises/" + Study.EXERCISE;
    private static Browser browser;

    @TempDir
    private Path folder;

    private Study study;

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
        study = new Study(folder.resolve("data"), EXERCISES).certified();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private Visit author(Look look) {
        return browser.visit(study.site.member(Role.AUTHOR), look);
    }

    /// One question of each type, as `/library/questions/n3-02`.
    private Map<String, String> questions() {
        return study.library.questions()
                .questions()
                .stream()
                .collect(Collectors.toMap(one -> QuestionView.of(one).type(),
                        one -> "/library/questions/" + one.id(), (first, _) -> first));
    }

    @Test
    void every_page_is_accessible_and_fits_in_both_languages_and_schemes() {
        for (var look : Look.all()) {
            try (var visit = author(look)) {
                visit.open("/library").sound("library-exercises");
                visit.open("/library/questions").sound("library-questions");
                visit.open("/library/problems").sound("library-problems");
                visit.open(EXERCISE);
                visit.page()
                        .evaluate("document.querySelectorAll('main details').forEach(it => it.open = true)");
                visit.sound("library-exercise");
                visit.open("/library/exercises/" + Study.FAILED).sound("library-failed");
                visit.open("/library/questions/q9-03").sound("library-question");
            }
        }
    }

    @Test
    void questions_of_every_type_fit_a_telephone() {
        var questions = questions();
        assertThat(questions).hasSizeGreaterThan(4);
        try (var visit = author(Look.chinese().wide(320))) {
            questions.forEach((type, path) -> visit.open(path).sound("library-question-" + type));
        }
    }

    private static Locator shown(Visit visit) {
        return visit.page().locator("tbody tr:visible");
    }

    @Test
    void exercises_are_found_by_words_topic_level_and_certificate() {
        int all = study.library.exercises().size();
        try (var visit = author(Look.chinese())) {
            var page = visit.open("/library").page();
            assertThat(shown(visit)).hasCount(all);
            assertThat(page.locator("output")).hasText(all + " / " + all);
            page.locator("input[type=search]").fill("剪枝");
            assertThat(shown(visit).filter(new Locator.FilterOptions().setHasText(Study.EXERCISE)))
                    .hasCount(1);
            assertThat(shown(visit).filter(new Locator.FilterOptions().setHasText(Study.STALE))).hasCount(0);
            page.locator("input[type=search]").press("Enter");
            assertThat(page.locator("input[type=search]")).hasValue("剪枝");
            page.locator("input[type=search]").fill("");
            page.locator("select[name=certificate]").selectOption("stale");
            assertThat(shown(visit)).hasCount(1);
            assertThat(shown(visit)).containsText(Study.STALE);
            page.locator("select[name=certificate]").selectOption("");
            page.locator("select[name=topic]").selectOption("pruning");
            var pruning = study.library.exercises()
                    .stream()
                    .filter(it -> it.topic().equals("pruning"))
                    .toList();
            assertThat(shown(visit)).hasCount(pruning.size());
            page.locator("select[name=level]").selectOption("3");
            assertThat(shown(visit)).hasCount((int) pruning.stream().filter(it -> it.level() == 3).count());
            page.locator("select[name=level]").selectOption("");
            page.locator("th[data-key=minutes] button").click();
            var minutes = shown(visit).locator("td:nth-child(4)")
                    .allTextContents()
                    .stream()
                    .map(Integer::valueOf)
                    .toList();
            assertThat(minutes).isSortedAccordingTo(Comparator.reverseOrder()).hasSameSizeAs(pruning);
        }
    }

    @Test
    void questions_are_found_by_words_chapter_type_and_dimension() {
        var all = study.library.questions().questions();
        try (var visit = author(Look.english())) {
            var page = visit.open("/library/questions").page();
            assertThat(shown(visit)).hasCount(all.size());
            page.locator("select[name=type]").selectOption("ordering");
            assertThat(shown(visit)).hasCount((int) ofType(all, "ordering"));
            page.locator("input[type=search]").fill("no question says this");
            assertThat(shown(visit)).hasCount(0);
            assertThat(page.locator("output")).hasText("0 / " + all.size());
            page.locator("input[type=search]").fill("");
            shown(visit).first().locator("a").click();
            assertThat(page.locator(".lead")).containsText("Ordering");
        }
    }

    private static long ofType(List<Question> questions, String type) {
        return questions.stream().filter(one -> QuestionView.of(one).type().equals(type)).count();
    }

    @Test
    void an_exercise_shows_both_languages_side_by_side_and_every_test_with_its_points() {
        var exercise = study.find(Study.EXERCISE);
        try (var visit = author(Look.english())) {
            var page = visit.open(EXERCISE).page();
            var statements = page.locator("#statements + .columns > .prose");
            assertThat(statements).hasCount(2);
            assertThat(statements.first()).hasAttribute("lang", "zh-CN");
            assertThat(statements.last()).hasAttribute("lang", "en");
            var left = statements.first().boundingBox();
            var right = statements.last().boundingBox();
            assertThat(right.x).isGreaterThan(left.x + left.width);
            assertThat(right.y).isEqualTo(left.y);
            assertThat(exercise.statement().in(Language.EN)).isNotBlank();
            var points = page.locator("#tests ~ .scroll tbody td:last-child").allTextContents();
            assertThat(points.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(100);
            assertThat(page.locator("#tests ~ .scroll tbody")).containsText("hidden");
            page.locator("summary:text-is('Starter')").click();
            assertThat(page.locator("[id^=starter-]").first()).isVisible();
            assertThat(page.locator(".state[data-state=certified]")).isVisible();
            page.setViewportSize(390, 800);
            assertThat(statements.last().boundingBox().y).isGreaterThan(statements.first().boundingBox().y);
        }
    }

    @Test
    void a_certification_is_begun_followed_and_read() {
        try (var visit = author(Look.english())) {
            var page = visit.open("/library/exercises/" + Study.STALE).page();
            assertThat(page.locator(".state[data-state=stale]")).isVisible();
            page.locator("text=Certify now").click();
            assertThat(page.locator(".notice")).containsText("runs in the background");
            assertThat(page.locator(".state[data-state=running]")).isVisible();
            assertThat(page.locator("text=Certify now")).hasCount(0);
            visit.sound("library-certifying");
            study.judging.countDown();
            page.waitForCondition(() -> {
                page.locator("text=Refresh").click();
                return page.locator("text=Certify now").count() > 0;
            });
            assertThat(page.locator(".state[data-state=error]")).isVisible();
            assertThat(page.locator("#certificate ~ pre"))
                    .containsText("expected WRONG_ANSWER, got ACCEPTED");
        }
    }

    @Test
    void a_question_shows_its_key_in_both_languages() {
        try (var visit = author(Look.english())) {
            var page = visit.open("/library/questions/q9-03").page();
            assertThat(page.locator("#key ~ .scroll tbody tr")).hasCount(4);
            assertThat(page.locator("#key ~ .scroll td[lang=zh-CN]").first()).containsText("KL 拆成");
            assertThat(page.locator("#key ~ .scroll td[lang=en]").first())
                    .containsText("only the second sum");
            assertThat(page.locator("#prompt + .columns > .prose")).hasCount(2);
            visit.open("/library/questions/q9-04");
            assertThat(page.locator("#key ~ .facts")).containsText("A2*D1*y0 + D2*y1");
            assertThat(page.locator("#key ~ .facts")).containsText("D1 ∈ [0.05, 0.5]");
            assertThat(page.locator("#key ~ .facts")).containsText("± 0.0001 %");
        }
    }

    @Test
    void files_with_mistakes_are_named_with_place_and_remedy() throws IOException {
        var broken = Files.createDirectories(folder.resolve("own/pruning/half-done"));
        Files.writeString(broken.resolve("exercise.yaml"),
                "id: half-done\ntitle: only one\nno such key: 1\n");
        study.close();
        study = new Study(folder.resolve("other"), EXERCISES, folder.resolve("own"));
        try (var visit = author(Look.chinese())) {
            visit.open("/library/problems").sound("library-broken");
            assertThat(visit.page().locator("tbody")).containsText("exercise.yaml");
        }
    }

    @Test
    void only_authors_and_owners_come_in() {
        var paths = List.of("/library", "/library/questions", "/library/problems", EXERCISE,
                "/library/questions/q9-03");
        for (var path : paths) {
            assertThat(study.site.stranger().get(path).location()).as(path).startsWith("/login");
            for (var role : Role.values()) {
                boolean may = role == Role.AUTHOR || role == Role.OWNER;
                assertThat(study.site.member(role).get(path).status()).as(path + " " + role)
                        .isEqualTo(may ? 200 : 403);
            }
        }
        assertThat(study.site.member(Role.INTERVIEWER).post(EXERCISE + "/verify", Map.of()).status())
                .isEqualTo(403);
        for (var role : List.of(Role.INTERVIEWER, Role.VIEWER)) {
            try (var visit = browser.visit(study.site.member(role), Look.english())
                    .expecting("answer: 403")) {
                var page = visit.open("/library").page();
                assertThat(page.locator("a[href='/library']")).hasCount(0);
                assertThat(page.locator("main")).containsText("may not see this page");
            }
        }
    }
}
