package touchstone.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.InterviewWords;
import touchstone.judge.report.StandingJson;
import touchstone.judge.text.Language;
import touchstone.web.grading.CandidateReport;
import touchstone.web.store.AuditEntry;
import touchstone.web.store.Judgings;
import touchstone.web.store.Role;

class ReportTest {
    private static final String HOSTILE = "</code></pre></script><script>alert(1)</script><img src=x onerror=alert(2)>"
            + "{{ csrf }}\u202E'\"";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String page(long candidate, String language) {
        var answer = scene.site.member(Role.VIEWER)
                .with("Accept-Language", language)
                .get("/candidates/" + candidate + "/report");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private CandidateReport graded(long candidate) {
        return scene.gradings.report(candidate).orElseThrow();
    }

    @Test
    void every_number_is_the_gradings_own() {
        long candidate = scene.complete("Ada");
        var page = page(candidate, "en");
        var score = graded(candidate).report().score();
        var words = InterviewWords.of(Language.EN);
        assertThat(page).contains("<b>" + InterviewWords.hundredth(score.total().orElseThrow()) + "</b>",
                words.total(score));
        score.dimensions()
                .forEach(dimension -> dimension.score()
                        .ifPresent(value -> assertThat(page).contains(
                                "<span class=\"number\">" + InterviewWords.hundredth(value) + "</span>")));
        score.evidence()
                .forEach(evidence -> assertThat(summaryOf(page, evidence.item().id()))
                        .contains(">" + InterviewWords.points(evidence.item(), evidence.fraction()) + "<"));
        score.dimensions()
                .stream()
                .flatMap(dimension -> dimension.shares().stream())
                .forEach(share -> share.contribution()
                        .ifPresent(adds -> assertThat(page).contains(">" + words.percent(adds) + "</td>")));
        assertThat(page).contains("the_count_is_rounded_half_to_even",
                "actual [[0.5, -1.0], [2.0, 0.1]], 0.5", "96 MiB (limit 512 MiB)", "bubblewrap, seccomp",
                "The prompt was ambiguous.", "Was right after all.", "42 of 75 min",
                "The server was down; the clock stood still for 00:04:00");
    }

    /// What stands in the line of an item before it is opened.
    private static String summaryOf(String page, String item) {
        int content = page.indexOf("id=\"item-" + item + "\"");
        assertThat(content).as(item).isPositive();
        return page.substring(page.lastIndexOf("<summary>", content), content);
    }

    @Test
    void machine_and_person_stand_side_by_side() {
        long candidate = scene.complete("Ada");
        var single = itemOf(page(candidate, "en"), Scene.SINGLE);
        assertThat(single).contains("0/10", "wrong: B", "5/10", "Overruled by OWNER", "chosen, wrong");
        var words = itemOf(page(candidate, "en"), Scene.WORDS);
        assertThat(words).contains("Reviewed by INTERVIEWER", "<em>outliers</em>",
                "<strong>Per-channel</strong>", "<math", "data-state=\"right\"");
        assertThat(itemOf(page(candidate, "en"), Scene.MULTIPLE)).contains("partly right: A, C",
                "Understood as:");
        assertThat(itemOf(page(candidate, "en"), Scene.FORMULA)).contains("column 3");
    }

    private static String itemOf(String page, String item) {
        int from = page.indexOf("id=\"item-" + item + "\"");
        int next = page.indexOf("id=\"item-", from + 1);
        return page.substring(from, next < 0 ? page.indexOf("id=\"notes\"") : next);
    }

    @Test
    void not_assessed_is_not_zero() {
        long candidate = scene.invited("Nobody yet");
        var page = page(candidate, "en");
        assertThat(page).contains("not assessed", "has not started yet")
                .doesNotContain("<b>0.0</b>", "0/100", "0/10<");
        assertThat(page(scene.complete("Ada"), "zh")).contains("未评估：创新", "题库中没有，未计入：no-such-exercise");
    }

    @Test
    void what_is_open_is_told_with_its_range() {
        long candidate = scene.started("Ada");
        scene.submit(candidate, Scene.NUMBER, "5", Scene.marked(1, 1, "5"));
        scene.submit(candidate, Scene.WORDS, "words", Scene.waiting("words"));
        scene.submit(candidate, Scene.EXERCISE, "class A {}", new Standing.JudgeError("no box"));
        assertThat(page(candidate, "en")).contains("provisional", "still at work", "Not counted yet");
        scene.end(candidate);
        var page = page(candidate, "en");
        assertThat(page).contains(InterviewWords.of(Language.EN).total(graded(candidate).report().score()),
                "Items that need a person (1):", "href=\"#item-" + Scene.WORDS, "judged again",
                "our fault: no box");
        assertThat(page).doesNotContain("still at work");
    }

    @Test
    void nothing_that_people_typed_becomes_markup() {
        long candidate = scene.started(HOSTILE);
        scene.judged(candidate, HOSTILE + "\nclass A {}",
                Scene.failed("a_million_weights", "speed", 100, HOSTILE));
        scene.uncompiled(candidate, HOSTILE, Scene.error(1, 1, HOSTILE, HOSTILE));
        scene.submit(candidate, Scene.NUMBER, HOSTILE, Scene.unreadable(HOSTILE));
        scene.submit(candidate, Scene.FORMULA, HOSTILE, Scene.marked(1, 1, HOSTILE));
        scene.submit(candidate, Scene.SINGLE, HOSTILE, new Standing.JudgeError(HOSTILE));
        long words = scene.submit(candidate, Scene.WORDS, HOSTILE + "[x](javascript:alert(3))",
                Scene.waiting(HOSTILE));
        scene.end(candidate);
        scene.review(words, HOSTILE, 1);
        scene.overrule(candidate, Scene.NUMBER, Fraction.ONE, HOSTILE);
        scene.note(candidate, Optional.empty(), HOSTILE);
        scene.note(candidate, Optional.of(Scene.WORDS), HOSTILE);
        var viewer = scene.site.member(Role.INTERVIEWER);
        var submission = scene.store().submissions().ofItem(candidate, Scene.EXERCISE).getLast().id();
        for (var path : new String[]{"/report", "/report.html", "/submissions/" + submission}) {
            var body = viewer.get("/candidates/" + candidate + path).body();
            assertThat(body).as(path)
                    .contains("alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "href=\"javascript", "\u202E");
        }
        assertThat(page(candidate, "en")).contains("{{ csrf }}");
    }

    @Test
    void a_chinese_page_has_no_english_crumbs() {
        long candidate = scene.complete("陈静怡");
        var page = page(candidate, "zh");
        var text = Pattern.compile("(?s)<(script|style|math|svg|code|pre).*?</\\1>|<[^>]+>")
                .matcher(page)
                .replaceAll(" ");
        assertThat(text).doesNotContainPattern(
                "(?i)\\b(items?|points|machine|total|score|not assessed|handed|report)\\b");
        assertThat(page).contains("答案错误", "总分", "机器", "提交记录");
    }

    @Test
    void opening_it_is_audited() {
        long candidate = scene.complete("Ada");
        page(candidate, "en");
        scene.site.member(Role.VIEWER).get("/candidates/" + candidate + "/report.json");
        assertThat(scene.store().audit().about("candidate:" + candidate, 9))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .contains(tuple("report.view", "page"), tuple("report.view", "json"));
    }

    @Test
    void the_name_can_be_hidden_and_stays_hidden() {
        scene.invited("Grace Hopper");
        long candidate = scene.complete("Ada Lovelace");
        var viewer = scene.site.member(Role.INTERVIEWER);
        for (var path : new String[]{"/report?blind=1", "/report.html?blind=1", "/report.json?blind=1"}) {
            var answer = viewer.get("/candidates/" + candidate + path);
            assertThat(answer.body()).as(path).doesNotContain("Lovelace", "Hopper");
            assertThat(answer.headers().getOrDefault("content-disposition", "")).doesNotContain("Lovelace");
        }
        assertThat(viewer.get("/candidates/" + candidate + "/report?blind=1").body())
                .contains("report.json?blind=1", "name=\"blind\"");
        assertThat(viewer.post("/candidates/" + candidate + "/notes", Map.of("content", "x", "blind", "1"))
                .location()).contains("?blind=1#notes");
    }

    @Test
    void candidates_of_an_interview_can_be_read_one_after_another() {
        long first = scene.invited("First");
        long second = scene.invited("Second");
        long third = scene.invited("Third");
        assertThat(page(second, "en")).contains("/candidates/" + first + "/report\" rel=\"prev\"",
                "/candidates/" + third + "/report\" rel=\"next\"", "2 of 3");
        assertThat(page(first, "en")).doesNotContain("rel=\"prev\"");
    }

    @Test
    void a_record_that_cannot_be_read_leaves_the_score() {
        long candidate = scene.started("Ada");
        long id = scene.submit(candidate, Scene.EXERCISE, "class A {}");
        int attempt = scene.store().judgings().begin(id, scene.site.clock().instant()).orElseThrow();
        var standing = StandingJson.write(Scene.judged(70));
        scene.store()
                .judgings()
                .finish(id, attempt, new Judgings.Outcome("", standing, Optional.of("{\"a\":1}")),
                        scene.site.clock().instant());
        scene.end(candidate);
        assertThat(page(candidate, "en")).contains("70/100", "no detailed record");
    }

    @Test
    void a_submission_is_shown_with_what_the_compiler_said_at_its_lines() {
        long candidate = scene.complete("Ada");
        var history = scene.store().submissions().ofItem(candidate, Scene.EXERCISE);
        var viewer = scene.site.member(Role.VIEWER);
        var first = history.getFirst();
        var address = "/candidates/" + candidate + "/submissions/" + first.id();
        assertThat(viewer.get(address).body()).contains(
                "class=\"ln hit\" data-n=\"2\" id=\"s" + first.id() + "-L2\"",
                "href=\"#s" + first.id() + "-L2\"", "incompatible types", first.sha256(), "Does not compile");
        assertThat(viewer.with("Accept-Language", "zh").get(address).body()).contains("编译失败",
                "值的类型与这里需要的类型不符");
        var file = viewer.get(address + "/file");
        assertThat(file.body()).isEqualTo(first.content());
        assertThat(file.headers().getOrDefault("content-disposition", "")).startsWith("attachment")
                .contains(".java");
        long other = scene.started("Other");
        assertThat(viewer.get("/candidates/" + other + "/submissions/" + first.id()).status()).isEqualTo(404);
    }

    @Test
    void only_the_team_reads_and_only_interviewers_write() {
        long candidate = scene.complete("Ada");
        var address = "/candidates/" + candidate;
        var note = Map.of("content", "hello");
        assertThat(scene.site.member(Role.AUTHOR).get(address + "/report").status()).isEqualTo(403);
        assertThat(scene.site.stranger().get(address + "/report").location()).contains("/login");
        var self = scene.store().candidates().find(candidate).orElseThrow();
        assertThat(scene.site.candidate(self).get(address + "/report").status()).isNotEqualTo(200);
        var viewer = scene.site.member(Role.VIEWER);
        assertThat(viewer.post(address + "/notes", note).status()).isEqualTo(403);
        assertThat(viewer.get(address + "/report").body()).doesNotContain("/decide", "/notes\"");
        assertThat(viewer.get("/candidates/999/report").status()).isEqualTo(404);
    }

    @Test
    void notes_are_added_and_only_their_writer_removes_them() {
        long candidate = scene.complete("Ada");
        var interviewer = scene.site.member(Role.INTERVIEWER);
        var address = "/candidates/" + candidate + "/notes";
        assertThat(interviewer.post(address, Map.of("content", "about *it*", "item", Scene.WORDS)).location())
                .endsWith("#item-" + Scene.WORDS);
        assertThat(itemOf(page(candidate, "en"), Scene.WORDS)).contains("about <em>it</em>");
        assertThat(interviewer.post(address, Map.of("content", " ")).status()).isEqualTo(400);
        assertThat(interviewer.post(address, Map.of("content", "x".repeat(10_001))).body()).contains("10000");
        assertThat(interviewer.post(address, Map.of("content", "x", "item", "no-item")).status())
                .isEqualTo(404);
        var mine = graded(candidate).notes().getLast().value();
        var remove = address + "/" + mine.id() + "/remove";
        assertThat(scene.site.member(Role.OWNER).post(remove, Map.of()).status()).isEqualTo(404);
        assertThat(interviewer
                .post("/candidates/" + scene.invited("Other") + "/notes/" + mine.id() + "/remove", Map.of())
                .status()).isEqualTo(404);
        assertThat(interviewer.post(remove, Map.of()).status()).isEqualTo(303);
        assertThat(page(candidate, "en")).doesNotContain("about <em>it</em>");
    }
}
